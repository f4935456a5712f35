"""Where the trainee sends their own figure, at a post on the floor."""

from dataclasses import dataclass
from typing import assert_never

from .actions import Hands
from .own_figure import OnFloor
from .viewing import Viewing
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


Walk = SentTo | Stepped


class OwnWalk:
    """Sends the figure; the view goes along unless somebody is selected."""

    def __init__(self, watched: Watched, hands: Hands, floor: OnFloor, viewing: Viewing) -> None:
        self._exercise, self._hands, self._floor, self._viewing = watched.exercise, hands, floor, viewing

    def take(self, event: Walk) -> None:
        """Send it there."""
        match event:
            case SentTo(x, y):
                self._send(x, y)
            case Stepped(right, down):
                self._send(*self._floor.beside(right, down, self._viewing.viewpoint))
            case _:
                assert_never(event)

    def _send(self, x: float, y: float) -> None:
        if self._hands.go(x, y):
            self._floor.heads_for(x, y)
            self._viewing.follow(on=self._viewing.follows or self._exercise.selected is None)
