"""The pointer on the watching screen: what it asks for in the scene and on the panels."""

from collections.abc import Hashable

import pygame

from game.geometry import Point

from .board import Board
from .choosing import Choosing, PersonChosen
from .dealing.items import ItemPicked
from .own_figure import OnFloor
from .own_walk import SentTo
from .panels.plan_panel import PlanPanel
from .viewing import Dragged, Viewing, Zoomed

CLICK_SLACK = 5
"""Pixels that a hand may move between press and release of a click."""
LEFT, RIGHT = 1, 3
"""Numbers of the buttons."""
MOUSE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION, pygame.MOUSEWHEEL)
MOST_LEVELS = 2
"""Zoom levels that one turn of the wheel goes at the most: free-running wheels send a dozen notches at once."""


class Pointer:
    """Panels first: what is not over one of them is over the scene."""

    def __init__(
        self, board: Board, choosing: Choosing, viewing: Viewing, floor: OnFloor, plan: PlanPanel
    ) -> None:
        self.dragging = Dragging()
        self._board, self._choosing, self._viewing, self._floor, self._plan = board, choosing, viewing, floor, plan

    def asks(self, event: pygame.event.Event) -> Hashable:
        """The event that a movement, a click or a turn of the wheel is on the screen; None if it is none."""
        at = event.pos
        page = self._board.page
        if not self.dragging.on and (page.over(at) or event.type == pygame.MOUSEBUTTONUP):
            return self._over_panels(event, at)
        if event.type == pygame.MOUSEWHEEL:
            return Zoomed(max(-MOST_LEVELS, min(MOST_LEVELS, event.y)), at)
        page.handle(event)
        if event.type == pygame.MOUSEMOTION:
            return self._motion(at)
        if event.button in (LEFT, RIGHT) and (self.dragging.on or not page.shifting.misleads(at)):
            return self._button(event, at)
        return None

    def rest(self) -> None:
        """The pointer stays where it is, and people walk on under it."""
        if not self.dragging.on:
            self._choosing.outlined.look(self._choosing.under)

    def _over_panels(self, event: pygame.event.Event, at: tuple[int, int]) -> Hashable:
        pressed = self._board.page.handle(event)
        if not self._board.page.over(at):
            return pressed
        self._choosing.outlined.point(None)
        right = event.type == pygame.MOUSEBUTTONDOWN and event.button == RIGHT
        if right and self._floor.officer and self._plan.over(at):
            return SentTo(*self._plan.floor_at(at))
        return pressed

    def _motion(self, at: tuple[int, int]) -> Hashable:
        self._choosing.outlined.point(at)
        by = self.dragging.move(at)
        self.rest()
        return Dragged(*by) if any(by) else None

    def _button(self, event: pygame.event.Event, at: tuple[int, int]) -> Hashable:
        if event.type == pygame.MOUSEBUTTONDOWN:
            self.dragging.begin(at)
            self._board.page.turn_to(None)
            return None
        nth = self.dragging.end(at)
        if nth is None:
            return None
        if event.button == LEFT:
            found: list[Hashable] = [PersonChosen(person) for person in self._choosing.under(at)]
            found += [ItemPicked(item) for item in self._choosing.items_under(at)]
            return found[nth % len(found)] if found else PersonChosen(None)
        return SentTo(*self._floor_at(at)) if self._floor.officer else None

    def _floor_at(self, at: tuple[int, int]) -> Point:
        return self._viewing.viewpoint.floor_at(*at)


class Dragging:
    """Tells a drag from a click, and a click from a click again on the same spot. One button at a time."""

    def __init__(self) -> None:
        self._from: tuple[int, int] | None = None
        self._moved = 0
        self._clicked: tuple[int, int] | None = None
        self._nth = 0

    @property
    def on(self) -> bool:
        """Whether a button is held."""
        return self._from is not None

    def begin(self, at: tuple[int, int]) -> None:
        """A button goes down."""
        self._from, self._moved = at, 0

    def move(self, at: tuple[int, int]) -> tuple[int, int]:
        """The pointer moves: by how much the picture is to be dragged."""
        if self._from is None:
            return 0, 0
        by = at[0] - self._from[0], at[1] - self._from[1]
        self._from = at
        self._moved += abs(by[0]) + abs(by[1])
        return by if self._moved > CLICK_SLACK else (0, 0)

    def end(self, at: tuple[int, int]) -> int | None:
        """The button goes up: None after a drag; else how many clicks came before on this spot."""
        self._from = None
        if self._moved > CLICK_SLACK:
            return None
        again = self._clicked is not None and _near(self._clicked, at)
        self._nth = self._nth + 1 if again else 0
        self._clicked = at
        return self._nth


def _near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return abs(a[0] - b[0]) + abs(a[1] - b[1]) <= 2 * CLICK_SLACK
