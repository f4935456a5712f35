"""How long one picture may spend on the pictures that it lacks."""

from collections.abc import Callable
from itertools import count

Clock = Callable[[], float]
"""Seconds from some moment."""


def steps() -> Clock:
    """A clock for which a millisecond passes at each look: so many ms are then so many new pictures, on any machine."""
    ticks = count()
    return lambda: next(ticks) / 1000


class Allowance:
    """So many ms from now by a clock; below 0 there is no end."""

    def __init__(self, ms: float, clock: Clock | None = None) -> None:
        """Begins at once."""
        self.endless = ms < 0
        self._clock = clock or steps()
        self._ends = self._clock() + (ms + 0.5) / 1000

    def left(self) -> float:
        """The ms that are left, where there is an end."""
        return max(0.0, (self._ends - self._clock()) * 1000)

    def more(self) -> bool:
        """Whether there is time for one more."""
        return self.endless or self._clock() < self._ends
