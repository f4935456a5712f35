"""Whom the trainee has chosen: outlined by pointer or keyboard, then selected."""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
import pygame

from .actions import Hands
from .board import Board
from .outline import Outlined
from .own_figure import OnFloor
from .own_marks import OwnMarks
from .pointing import in_view, wander
from .scene_view import Picture
from .viewing import Viewing
from .watch_clock import SceneClock
from .watch_setup import Watched

ITEM_MIDDLE, ITEM_REACH = 0.25, 0.4
"""Metres from the floor to the middle of a bag, and from there to where a click still means it."""

NOBODY_IN_VIEW = "Nobody stands clear of the panels in this view."


@dataclass(frozen=True, slots=True)
class PersonChosen:
    """Select a person; None: close the inspector."""

    person: int | None


@dataclass(frozen=True, slots=True)
class OutlinedChosen:
    """Select whoever is outlined."""


@dataclass(frozen=True, slots=True)
class Wandered:
    """Outline the next person in view (+1), or the one before (−1)."""

    step: int


@dataclass(frozen=True, slots=True)
class GoTo:
    """Look at a person, and select them."""

    person: int


@dataclass(frozen=True, slots=True)
class NextMarkAsked:
    """Go to the next of those who are marked."""


@dataclass(frozen=True, slots=True)
class SightedSought:
    """Look at whom control or a colleague has told of, and select them."""

    person: int


Choice = PersonChosen | OutlinedChosen | Wandered | GoTo | SightedSought | NextMarkAsked


class Choosing:
    """`selections` counts how often another person was selected, or the inspector was closed."""

    def __init__(
        self, watched: Watched, picture: Picture, board: Board, clock: SceneClock, floor: OnFloor, hands: Hands,
        marks: OwnMarks, viewing: Viewing,
    ) -> None:
        self.outlined = Outlined()
        self.selections = 0
        self._exercise, self._picture, self._board = watched.exercise, picture, board
        self._clock, self._floor = clock, floor
        self._hands, self._marks, self._viewing = hands, marks, viewing

    def take(self, event: Choice) -> int | None:
        """Choose; whoever is selected anew by it, who is to be seen beside the panels."""
        match event:
            case PersonChosen(person):
                return self._select(person)
            case OutlinedChosen():
                return None if self.outlined.person is None else self._select(self.outlined.person)
            case Wandered(step):
                at = self.outlined.person if self.outlined.person is not None else self._exercise.selected
                seen = self.in_view()
                self.outlined.choose(wander(seen, at, step))
                if not seen:
                    self._hands.say(NOBODY_IN_VIEW)
                return None
            case GoTo(person) | SightedSought(person):
                return self._go_to(person)
            case NextMarkAsked():
                marked = self._marks.next()
                return None if marked is None else self._go_to(marked)
            case _:
                assert_never(event)

    @property
    def awaits_enter(self) -> bool:
        """Whether Enter would select somebody whom the keyboard came to; whom the pointer is over, a click does."""
        return self.outlined.by_keys not in (None, self._exercise.selected)

    def in_view(self) -> list[int]:
        """Whom the keyboard can point at, from left to right."""
        found = in_view(self._clock.now, self._viewing.viewpoint, self._board.covered)
        return [person for person in found if self._floor.sees(person)]

    def under(self, at: tuple[int, int]) -> list[int]:
        """Who stands under a pixel that no panel covers, the nearest first."""
        over = self._board.page.over(at)
        return [] if over else self._picture.pick(at, self._clock.now, self._viewing.viewpoint)

    def select_nobody(self) -> None:
        """Close the inspector, if it is open."""
        self._select(None)

    def items_in_view(self) -> list[int]:
        """The items on the floor that are to be seen beside the panels, from left to right."""
        view, lying = self._viewing.viewpoint, self._exercise.unattended.lying
        found = []
        for item, put in lying.items():
            x, y = view.project(np.array((put.x, put.y)), 0.0).tolist()
            inside = 0 <= x < view.width and 0 <= y < view.height and not self._covers(x, y)
            if inside and self._floor.sees_spot(put.x, put.y):
                found.append((x, item))
        return [item for _, item in sorted(found)]

    def items_under(self, at: tuple[int, int]) -> list[int]:
        """The items close to a pixel that no panel covers, the nearest first."""
        view, reach = self._viewing.viewpoint, ITEM_REACH * self._viewing.viewpoint.scale
        near = []
        for item in [] if self._board.page.over(at) else self.items_in_view():
            put = self._exercise.unattended.lying[item]
            x, y = view.project(np.array((put.x, put.y)), ITEM_MIDDLE).tolist()
            far = (x - at[0]) ** 2 + (y - at[1]) ** 2
            if far <= reach * reach:
                near.append((far, item))
        return [item for _, item in sorted(near)]

    def _covers(self, x: float, y: float) -> bool:
        """Whether a panel lies over a pixel."""
        return any(pygame.Rect(panel).collidepoint(x, y) for panel in self._board.covered)

    def _go_to(self, person: int) -> int | None:
        self._viewing.go_to(person)
        return self._select(person)

    def _select(self, person: int | None) -> int | None:
        if not self._hands.select(person):
            return None
        self.selections += 1
        self._viewing.follow(on=False)
        return person
