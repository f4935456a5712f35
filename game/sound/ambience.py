"""The sound of a place, following how many people are there. Without a sound device it is silent and does not mind."""

from dataclasses import dataclass

import pygame

from game.quiet import quietly

from . import tones

FULL = 220
"""People present at which murmur and footsteps are at their loudest; beyond it a hall cannot sound fuller."""
HEADROOM = 0.7
"""Factor on all volumes, so that everything at once at its loudest stays within the range."""


@dataclass(frozen=True, slots=True)
class Volumes:
    """Loudness from 0 to 1: of all sound, of the place, and of announcements and signals."""

    all: float = 0.7
    place: float = 0.7
    signals: float = 0.7


class Ambience:
    """Loops that play while a scene is watched, and signals on top."""

    def __init__(self, volumes: Volumes) -> None:
        self.volumes = volumes
        self._loops: dict[str, tuple[pygame.mixer.Sound, pygame.mixer.Channel]] = {}
        self._signals: dict[str, pygame.mixer.Sound] = {}
        self.audible = _open()
        if self.audible:
            self._signals = {
                name: pygame.mixer.Sound(buffer=wave.tobytes())
                for name, wave in (("chime", tones.chime()), ("train", tones.train()), ("tick", tones.tick()))
            }
            loops = (("room", tones.room_tone()), ("murmur", tones.murmur()), ("footsteps", tones.footsteps()))
            for name, wave in loops:
                sound = pygame.mixer.Sound(buffer=wave.tobytes())
                channel = sound.play(loops=-1)
                channel.set_volume(0.0)
                self._loops[name] = (sound, channel)

    def follow(self, present: int, walking: int) -> None:
        """Murmur as loud as there are people, footsteps as loud as there are walkers."""
        # Loudness grows more slowly than the number of those who make it: twice as many sound half as loud again.
        heard, steps = (min(1.0, many / FULL) ** 0.6 for many in (present, walking))
        share = {"room": 0.6, "murmur": heard, "footsteps": steps}
        for name, (_, channel) in self._loops.items():
            channel.set_volume(HEADROOM * self.volumes.all * self.volumes.place * share[name])

    def signal(self, name: str) -> None:
        """Play a chime, a train or a tick."""
        if name in self._signals:
            self._signals[name].set_volume(HEADROOM * self.volumes.all * self.volumes.signals)
            self._signals[name].play()

    def hush(self, quiet: bool) -> None:
        """Hold the loops while the clock stands still, or let them go on."""
        for _, channel in self._loops.values():
            if quiet:
                channel.pause()
            else:
                channel.unpause()

    def stop(self) -> None:
        """End every sound."""
        for _, channel in self._loops.values():
            channel.stop()


def _open() -> bool:
    if pygame.mixer.get_init():
        return True
    try:
        with quietly():
            # 1,024 samples are 46 ms: short enough for a tick to belong to its click, long enough for a slow machine.
            pygame.mixer.init(tones.RATE, -16, 2, 1024)
    except pygame.error:
        return False
    return True
