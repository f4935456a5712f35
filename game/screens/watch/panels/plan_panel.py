"""The small plan in its panel: the view's frame, the trainee's marks; a press on it moves the view there."""

import pygame

from game.geometry import Point
from game.widgets.widget import Drawing

from ..desk import Desk
from ..mark_signs import MARK_LEVELS
from ..pointing import at_row, row_of
from ..viewing import PlanPressed
from .plan_shade import PlanShade

RATIO = 2.0
"""Width to height of the plan, whatever the place: the panel beside the scene is wide and low."""


class PlanPanel:
    """The plan lies as the view does."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._plan = desk, desk.picture.plan
        self._shade = PlanShade(desk.style, desk.floor.officer, desk.watched.layout.venue.size)

    def widget(self) -> Drawing:
        """The plan for a panel."""
        return Drawing(self._paint, ratio=RATIO, yields=PlanPressed())

    def over(self, at: tuple[int, int]) -> bool:
        """Whether a pixel is on the plan."""
        return self._rect().collidepoint(at)

    def floor_at(self, at: tuple[int, int]) -> Point:
        """The floor point under a pixel of the plan."""
        return self._plan.at(at[0], at[1], self._rect(), self._desk.viewing.viewpoint.turn)

    def _rect(self) -> pygame.Rect:
        """Where the plan is in the window; nowhere if it is not shown."""
        shown = self._desk.board.page.find(PlanPressed())
        return shown.rect if shown else pygame.Rect(0, 0, 0, 0)

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        style, exercise, now = self._desk.style, self._desk.exercise, self._desk.clock.now
        viewpoint = self._desk.viewing.viewpoint
        marks = exercise.marks.items()
        people = {person: style.colour(MARK_LEVELS[mark.level - 1][2])[:3] for person, mark in marks}
        if exercise.selected is not None:
            people[exercise.selected] = style.colour("focus")[:3]
        rows = ((row_of(now, person), colour) for person, colour in people.items())
        dots = [(at_row(now, row), colour) for row, colour in rows if row is not None]
        self._plan.draw(surface, rect, viewpoint, (), dots, now.tick)
        self._shade.draw(surface, rect, self._plan.view(rect.size, viewpoint.turn))
