"""The small plan of the place: walls, props, the view, the trainee's marks; a press on it moves the view there."""

from collections.abc import Callable, Mapping

import numpy as np
import pygame

from ..log import Marked
from ..scenario import Layout
from ..view import Snapshot, Viewpoint
from .looking import Looking
from .pointing import at_row, row_of
from .style import Style
from .watch_panels import LEVELS, shape
from .widgets import Drawing


class Plan:
    """Drawn once a size; only the view and the marks move."""

    def __init__(self, style: Style, layout: Layout) -> None:
        self._style = style
        self._layout = layout
        self._drawn: pygame.Surface | None = None
        self._rect = pygame.Rect(0, 0, 0, 0)

    def widget(
        self, looking: Looking, now: Callable[[], Snapshot], marks: Mapping[int, Marked], selected: int | None
    ) -> Drawing:
        """The plan for a panel."""
        width, height = self._layout.venue.size

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._rect = pygame.Rect(rect)
            surface.blit(self._floor(rect.size), rect)
            self._view(surface, looking.viewpoint)
            for person in {**marks, **({selected: None} if selected is not None else {})}:
                row = row_of(now(), person)
                if row is not None:
                    self._dot(surface, at_row(now(), row), marks.get(person), chosen=person == selected)

        return Drawing(paint, ratio=width / height, key="plan")

    def floor_at(self, at: tuple[int, int]) -> tuple[float, float]:
        """The floor point under a pixel of the plan."""
        width, height = self._layout.venue.size
        rect = self._rect
        return (at[0] - rect.x) / max(1, rect.w) * width, (rect.bottom - at[1]) / max(1, rect.h) * height

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        width, height = self._layout.venue.size
        return (
            round(self._rect.x + x / width * self._rect.w), round(self._rect.bottom - y / height * self._rect.h)
        )

    def _view(self, surface: pygame.Surface, viewpoint: Viewpoint) -> None:
        corners = ((0, 0), (viewpoint.width, 0), (viewpoint.width, viewpoint.height), (0, viewpoint.height))
        points = [self._pixel(*viewpoint.floor_at(*corner)) for corner in corners]
        pygame.draw.polygon(surface, self._style.colour("text"), points, 2)

    def _dot(
        self, surface: pygame.Surface, at: tuple[float, float], mark: Marked | None, *, chosen: bool
    ) -> None:
        size = self._style.px(10)
        box = pygame.Rect(0, 0, size, size)
        box.center = self._pixel(*at)
        if mark is not None:
            shape(surface, box, mark.level, self._style.colour(LEVELS[mark.level - 1][2])[:3])
        if chosen:
            pygame.draw.circle(surface, self._style.colour("focus"), box.center, size // 2 + 3, 2)

    def _floor(self, size: tuple[int, int]) -> pygame.Surface:
        if self._drawn is None or self._drawn.get_size() != size:
            self._drawn = _drawn(self._layout, size)
        return self._drawn


def _drawn(layout: Layout, size: tuple[int, int]) -> pygame.Surface:
    width, height = layout.venue.size
    fine = pygame.Surface((size[0] * 2, size[1] * 2))
    fine.fill((58, 68, 84))
    scale = np.array([size[0] * 2 / width, -size[1] * 2 / height])
    offset = np.array([0, size[1] * 2])
    for solid in layout.solids:
        points = np.array(solid) * scale + offset
        pygame.draw.polygon(fine, (104, 118, 140), points.tolist())
    for wall in layout.walls:
        a, b = (np.array(wall) * scale + offset).tolist()
        pygame.draw.line(fine, (170, 182, 200), a, b, 3)
    for portal in layout.venue.portals:
        centre = (np.array(portal.at) * scale + offset).tolist()
        pygame.draw.circle(fine, (86, 180, 233), centre, 5)
    return pygame.transform.smoothscale(fine, size)
