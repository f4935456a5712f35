"""The sound of the place while it is watched, and what the loudspeakers say, as a caption."""

import numpy as np

from game.sound import Ambience, Announcement, Volumes
from game.view import POSES, Pose, Snapshot

from ..preferences import Preferences

CAPTION_TICKS = 60
"""For 6 s: long enough to be read twice."""
_WALKS = [POSES.index(pose) for pose in (Pose.WALK, Pose.HURRY, Pose.STEP_OUT)]


class Hearing:
    """Follows the scene. Without a sound device there are only the captions; `version` grows as they change."""

    def __init__(self, said: tuple[Announcement, ...]) -> None:
        self.version = 0
        self._said = said
        self._ambience: Ambience | None = None
        self._tick = 0
        self.caption = ""
        """What is being said, if anything is."""

    def start(self, preferences: Preferences, tick: int) -> None:
        """Listen from this tick on; open the device, if there is one and sound is wanted."""
        self._tick, self.caption = tick, self._caption(tick)
        if preferences.volume > 0 and self._ambience is None:
            self._ambience = Ambience(Volumes(preferences.volume, preferences.murmur, preferences.signals))

    def hear(self, now: Snapshot) -> None:
        """Sound as many people as are there; chime where something is announced, and show what."""
        before, self._tick = self._tick, now.tick
        caption = self._caption(now.tick)
        self.version += caption != self.caption
        self.caption = caption
        if self._ambience is None:
            return
        self._ambience.follow(len(now.ids), int(np.isin(now.pose, _WALKS).sum()))
        for announcement in self._said:
            if before < announcement.tick <= now.tick:
                self._ambience.signal("chime")
                if announcement.train:
                    self._ambience.signal("train")

    def hush(self, *, quiet: bool) -> None:
        """Hold the sound, or let it go on."""
        if self._ambience is not None:
            self._ambience.hush(quiet)

    def stop(self) -> None:
        """No more sound."""
        if self._ambience is not None:
            self._ambience.stop()
            self._ambience = None

    def _caption(self, tick: int) -> str:
        lately = (said for said in self._said if 0 <= tick - said.tick < CAPTION_TICKS)
        return next((f"Announcement: {said.caption}" for said in lately), "")
