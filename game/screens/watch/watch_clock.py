"""Time on the watching screen: ticks made as they fall due, and the two moments that a picture lies between."""

from collections.abc import Callable

from game.clock import TICKS_PER_SECOND
from game.view import Snapshot

from .own_figure import OnFloor
from .watch_setup import Watched

MOST_TICKS = 3
"""Ticks made up for in one picture at most; what is later than that is let go, the clock with it."""


class Passing:
    """`now` is the latest moment as the exercise has it; `pictured` adds the trainee's own figure, if there is one."""

    def __init__(self, watched: Watched, floor: OnFloor) -> None:
        self._watched, self._floor = watched, floor
        self.now: Snapshot = watched.exercise.snapshot()
        first = floor.among(self.now)
        self.pictured = first, first
        self._due = 0.0

    @property
    def share(self) -> float:
        """How far the picture lies from the first moment to the second."""
        return min(1.0, self._due)

    def stands(self) -> bool:
        """Whether the clock stands still."""
        return self._watched.exercise.paused or self._watched.exercise.over

    def go_on(self, seconds: float, look: Callable[[], None]) -> bool:
        """Let this much time pass, looking before each tick; whether there was a tick."""
        if self.stands():
            return False
        self._due += seconds * TICKS_PER_SECOND
        steps = min(int(self._due), MOST_TICKS)
        for _ in range(steps):
            look()
            self._watched.sitting.advance()
            self.now = self._watched.exercise.snapshot()
            self.pictured = self.pictured[1], self._floor.among(self.now)
            if self.stands():
                break
        self._due = min(self._due - steps, 0.999)
        return steps > 0
