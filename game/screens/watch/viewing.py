"""Where the trainee looks: by hand, by the plan, after somebody who walks, through a camera."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from game.geometry import Point
from game.view import Viewpoint
from game.widgets.style import Style

from .board import Board
from .lesson import Coach
from .own_figure import OnFloor
from .pointing import at_row, body, row_of
from .view_control import Looking
from .watch_clock import SceneClock
from .watch_setup import Watched

AIR = 12
"""Px (at 720) that are left between a person brought out from under a panel and that panel."""


@dataclass(frozen=True, slots=True)
class Panned:
    """Move the view by so many px."""

    right: float
    down: float


@dataclass(frozen=True, slots=True)
class Dragged:
    """Move the place with the hand, by so many px."""

    right: int
    down: int


@dataclass(frozen=True, slots=True)
class Zoomed:
    """Come so many levels closer (+) or go off (−), about a pixel or the middle."""

    steps: int
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ViewTurned:
    """Turn the view by so many quarters."""

    quarters: int


@dataclass(frozen=True, slots=True)
class WholeShown:
    """See the whole place."""


@dataclass(frozen=True, slots=True)
class FollowToggled:
    """Go along with the selected person (on the floor, with nobody selected, the own figure), or no longer."""


@dataclass(frozen=True, slots=True)
class PlanPressed:
    """Look at where the pointer is on the plan."""


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """Look where a camera looks: at this floor point, from this side."""

    x: float
    y: float
    turn: int


Glance = Panned | Dragged | Zoomed | ViewTurned | WholeShown | FollowToggled | PlanPressed | LookedThrough


class Viewing:
    """Moves the view. `follows` is whether it goes along with somebody; `version` grows as that changes."""

    def __init__(self, style: Style, watched: Watched, clock: SceneClock, floor: OnFloor, coach: Coach) -> None:
        self.version = 0
        self.follows = floor.officer is not None
        start = replace(watched.exercise.look.viewpoint, width=style.size[0], height=style.size[1])
        self.looking = Looking(start, watched.layout.venue.size)
        self._style, self._watched, self._exercise = style, watched, watched.exercise
        self._clock, self._floor, self._coach = clock, floor, coach

    @property
    def viewpoint(self) -> Viewpoint:
        """Where the view is now."""
        return self.looking.viewpoint

    @property
    def at_rest(self) -> bool:
        """Whether the view is where it is bound."""
        return self.looking.viewpoint == self.looking.bound

    def take(self, event: Glance, on_plan: Callable[[], Point]) -> None:
        """Look there; `on_plan` tells the floor point that the pointer is on, on the plan."""
        match event:
            case Panned(right, down):
                self._pan(lambda: self.looking.pan(right, down))
            case Dragged(right, down):
                self._pan(lambda: self.looking.drag(right, down))
            case Zoomed(steps, at):
                self.looking.zoom(steps, at)
                self._coach.did("zoom")
            case ViewTurned(quarters):
                self.looking.turn(quarters)
                self._coach.did("turn")
            case WholeShown():
                self.looking.whole()
            case FollowToggled():
                self.follow(on=not self.follows and self._can_follow())
                if self.follows:
                    self._coach.did("follow")
            case PlanPressed():
                self.looking.go(*on_plan())
            case LookedThrough(x, y, turn):
                self.looking.go(x, y)
                self.looking.face(turn)
                self.follow(on=False)
            case _:
                assert_never(event)

    def follow(self, *, on: bool) -> None:
        """Go along with whoever is selected, or stay."""
        self.version += on != self.follows
        self.follows = on

    def _can_follow(self) -> bool:
        """Whether there is somebody to go along with: whoever is selected and has not left, or the own figure."""
        if self._exercise.selected is None:
            return self._floor.officer is not None
        return row_of(self._clock.now, self._exercise.selected) is not None

    def go_to(self, person: int) -> bool:
        """Look at somebody; False if they are not there."""
        row = row_of(self._clock.now, person)
        if row is None:
            return False
        self.looking.go(*at_row(self._clock.now, row))
        return True

    def uncover(self, person: int, board: Board) -> None:
        """Bring the view to where no panel covers a person."""
        row = row_of(self._clock.now, person)
        if row is not None:
            box = body(self._clock.now.position[row], self._watched.looks[person].stature, self.looking.bound)
            self.looking.uncover(box, board.covered, self._style.px(AIR))

    def keep_up(self, seconds: float, board: Board) -> None:
        """Go on to where the view is bound, which may be walking; whoever it goes along with is kept in the free."""
        person = self._exercise.selected
        if self.follows and person is not None and self.go_to(person):
            self.uncover(person, board)
        elif self.follows and self._exercise.selected is None and self._floor.officer:
            self.looking.go(*self._floor.at)
        self.looking.update(seconds)

    def _pan(self, move: Callable[[], None]) -> None:
        move()
        self.follow(on=False)
        self._coach.did("pan")
