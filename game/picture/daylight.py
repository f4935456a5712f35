"""What the hour of the scene does to how it looks: daylight, lamps, and what clocks and boards say."""

from dataclasses import dataclass
from itertools import pairwise

from game.clock import minute_of_day
from game.theme import Colour, Theme

from .colour import mix

_DAY = ((0, 1.0), (5 * 60, 1.0), (7 * 60, 0.4), (8 * 60, 0.0), (16 * 60, 0.0), (17 * 60 + 30, 0.8), (19 * 60, 1.0))
"""How much the lamps do, at times of the day in minutes."""


@dataclass(frozen=True, slots=True)
class Daylight:
    """A minute of the day at the venue; `lamps` is 0 by day and 1 by night."""

    minute: int
    lamps: float
    theme: Theme
    sky: bool = True
    """Whether any of it comes from the sky; below ground it never changes."""
    rain: bool = False
    """Whether it rains: the light is grey, and what lies in the open is wet."""

    @property
    def light(self) -> Colour:
        """The colour of the light: warm early and late, white at noon, blue and dimmer by night."""
        if not self.sky:
            return 255, 255, 255
        # Warmest at half past seven and at six, gone two hours and a half before and after. Set by eye, with the lamps.
        early = 1 - min(1.0, abs(self.minute - 7.5 * 60) / 150)
        late = 1 - min(1.0, abs(self.minute - 18 * 60) / 150)
        warm = mix((255, 255, 255), (255, 246, 231), max(early * 0.7, late))
        fair = mix(warm, (236, 234, 246), self.lamps * 0.9)
        return mix(fair, (212, 218, 228), 0.8) if self.rain else fair

    @property
    def shaded(self) -> Colour:
        """The light on what does not shine itself, where no lamp is near."""
        return mix(mix(self.light, (255, 255, 255), 0.3), (172, 174, 202), self.lamps)

    @property
    def low_sun(self) -> float:
        """How much sun comes in through the windows, from 0 to 1: most in the early morning."""
        if not self.sky or self.rain:
            return 0.0
        # Lowest at a quarter to eight and a quarter to four, as on a day in autumn.
        early = 1 - min(1.0, abs(self.minute - 7.75 * 60) / 120)
        late = 1 - min(1.0, abs(self.minute - 15.75 * 60) / 75)
        return max(early, 0.7 * late) * (1 - self.lamps)


def daylight(starts: str, tick: int, theme: Theme, *, sky: bool = True, rain: bool = False) -> Daylight:
    """What the hour does at a tick of a scene whose clock starts at "HH:MM"; the lamps stay as they are at first.

    Without a `sky`, below ground, it is as bright at all hours.
    """
    lamps = _lamps(minute_of_day(starts, 0)) if sky else 0.0
    return Daylight(minute_of_day(starts, tick), lamps, theme, sky, rain)


def _lamps(minute: int) -> float:
    for (start, low), (end, high) in pairwise(_DAY):
        if start <= minute < end:
            return low + (high - low) * (minute - start) / (end - start)
    return 1.0
