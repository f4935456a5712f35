"""Where the trainee sends their own figure, at a post on the floor."""

from dataclasses import dataclass
from typing import assert_never

from .actions import Hands
from .own_figure import OnFloor
from .pointing import at_row, row_of
from .viewing import Viewing
from .watch_clock import SceneClock
from .watch_setup import Watched


@dataclass(frozen=True, slots=True)
class SentTo:
    """Walk to this floor point (m)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stepped:
    """Walk a few steps in a direction of the picture."""

    right: int
    down: int


@dataclass(frozen=True, slots=True)
class CameCloser:
    """Walk up to a person, to where hands and eyes can be judged."""

    person: int


Walk = SentTo | Stepped | CameCloser


class OwnWalk:
    """Sends the figure; the view goes along unless somebody is selected."""

    def __init__(
        self, watched: Watched, clock: SceneClock, hands: Hands, floor: OnFloor, viewing: Viewing
    ) -> None:
        self._exercise, self._clock = watched.exercise, clock
        self._hands, self._floor, self._viewing = hands, floor, viewing

    def take(self, event: Walk) -> None:
        """Send it there."""
        match event:
            case SentTo(x, y):
                self._send(x, y)
            case Stepped(right, down):
                self._send(*self._floor.beside(right, down, self._viewing.viewpoint))
            case CameCloser(person):
                if (row := row_of(self._clock.now, person)) is not None:
                    self._send(*at_row(self._clock.now, row))
            case _:
                assert_never(event)

    def _send(self, x: float, y: float) -> None:
        if self._hands.go(x, y):
            self._floor.heads_for(x, y)
            self._viewing.follow(on=self._viewing.follows or self._exercise.selected is None)
