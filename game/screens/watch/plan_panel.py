"""The small plan in its panel: the view's frame, the trainee's marks; a press on it moves the view there."""

from collections.abc import Callable, Mapping

import pygame

from game.log import Marked
from game.picture import Plan
from game.view import Snapshot
from game.widgets.style import Style
from game.widgets.widget import Drawing

from .inspector import LEVELS
from .plan_shade import Sight
from .pointing import at_row, row_of
from .view_control import Looking

RATIO = 2.0


class PlanPanel:
    """Knows where the plan was drawn last, so that a press on it can be read."""

    def __init__(self, style: Style, plan: Plan, sight: Sight) -> None:
        self._style = style
        self._plan = plan
        self._sight = sight
        self._rect = pygame.Rect(0, 0, 1, 1)

    def widget(
        self, looking: Looking, now: Callable[[], Snapshot], marks: Mapping[int, Marked],
        selected: Callable[[], int | None],
    ) -> Drawing:
        """The plan for a panel."""

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._rect = pygame.Rect(rect)
            people = {person: self._style.colour(LEVELS[mark.level - 1][2])[:3] for person, mark in marks.items()}
            if (chosen := selected()) is not None:
                people[chosen] = self._style.colour("focus")[:3]
            rows = ((row_of(now(), person), colour) for person, colour in people.items())
            dots = [(at_row(now(), row), colour) for row, colour in rows if row is not None]
            self._plan.draw(surface, rect, looking.viewpoint, (), dots)
            self._sight.draw(surface, rect, self._plan.view(rect.size, looking.viewpoint.turn))

        return Drawing(paint, ratio=RATIO, key="plan")

    def over(self, at: tuple[int, int]) -> bool:
        """Whether a pixel is on the plan."""
        return self._rect.collidepoint(at)

    def floor_at(self, at: tuple[int, int], turn: int) -> tuple[float, float]:
        """The floor point under a pixel of the plan."""
        return self._plan.at(at[0], at[1], self._rect, turn)
