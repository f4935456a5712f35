"""Time on the watching screen: ticks made as they fall due, and the two moments that a picture lies between."""

from collections.abc import Callable, Sequence

from game.clock import TICKS_PER_SECOND
from game.picture import Annotation, Instant
from game.view import Snapshot, Viewpoint

from .own_figure import OnFloor
from .watch_setup import Watched

MOST_TICKS = 3
"""Ticks made up for in one picture at most; what is later than that is let go, the clock with it."""


class SceneClock:
    """`now` is the latest moment as the exercise has it; pictures have the trainee's own figure too, if there is one.

    `version` grows with each second, with what is said in the place, and with trouble in keeping the record.
    """

    def __init__(self, watched: Watched, floor: OnFloor) -> None:
        self._watched, self._floor = watched, floor
        self.now: Snapshot = watched.exercise.snapshot()
        self.version = 0
        first = floor.among(self.now)
        self._pictured = first, first
        self._due = 0.0
        self._told = self._telling()

    def instant(self, viewpoint: Viewpoint, annotations: Sequence[Annotation] = ()) -> Instant:
        """The moment to be drawn, from a viewpoint; who is out of the own figure's sight is pale."""
        before, after = self._pictured
        return Instant(before, after, min(1.0, self._due), viewpoint, annotations, self._floor.find_hidden(self.now))

    def stands(self) -> bool:
        """Whether the clock stands still."""
        return self._watched.exercise.stands

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
            self._pictured = self._pictured[1], self._floor.among(self.now)
            if self.stands():
                break
        self._due = min(self._due - steps, 0.999)
        before, self._told = self._told, self._telling()
        self.version += self._told != before
        return steps > 0

    def _telling(self) -> tuple[object, ...]:
        """What words tell of a moment that no other part counts the changes of."""
        exercise = self._watched.exercise
        gone, left = exercise.tick // TICKS_PER_SECOND, (exercise.lasts - exercise.tick) // TICKS_PER_SECOND
        return gone, left, self.now.said, str(self._watched.sitting.trouble or "")
