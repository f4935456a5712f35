"""The sound of the place while it is watched, and what the loudspeakers say, as a caption."""

import numpy as np

from game.sound import Ambience, Announcement, Volumes
from game.view import POSES, Pose, Snapshot

from ..preferences import Preferences

CAPTION_TICKS = 60
_WALKS = [POSES.index(pose) for pose in (Pose.WALK, Pose.HURRY, Pose.STEP_OUT)]


class Hearing:
    """Follows the scene. Without a sound device there are only the captions."""

    def __init__(self, said: tuple[Announcement, ...]) -> None:
        self._said = said
        self._ambience: Ambience | None = None

    def start(self, preferences: Preferences) -> None:
        """Open the device, if there is one and sound is wanted."""
        if preferences.volume > 0 and self._ambience is None:
            self._ambience = Ambience(Volumes(preferences.volume, preferences.murmur, preferences.signals))

    def hear(self, now: Snapshot) -> None:
        """Sound as many people as are there; chime where something is announced."""
        if self._ambience is None:
            return
        self._ambience.follow(len(now.ids), int(np.isin(now.pose, _WALKS).sum()))
        for one in self._said:
            if one.tick == now.tick:
                self._ambience.signal("chime")
                if one.train:
                    self._ambience.signal("train")

    def caption(self, tick: int) -> str:
        """What is being said at a tick, if anything."""
        return next((f"Announcement: {one.caption}" for one in self._said if 0 <= tick - one.tick < CAPTION_TICKS), "")

    def hush(self, *, quiet: bool) -> None:
        """Hold the sound, or let it go on."""
        if self._ambience is not None:
            self._ambience.hush(quiet)

    def stop(self) -> None:
        """No more sound."""
        if self._ambience is not None:
            self._ambience.stop()
            self._ambience = None
