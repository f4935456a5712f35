"""The picture of the watching screens: the scene, rings and signs over it, the close-up, the small plan, the sound."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pygame

from ..cast import Looks
from ..log import Marked
from ..picture.scene import Scene
from ..scenario import Layout
from ..view import Snapshot, Viewpoint
from ..view.viewpoint import COS_DOWN, SIN_DOWN
from .pointing import row_of
from .style import Style
from .watch_panels import LEVELS, shape


class Picture:
    """Draws what the trainee sees; the same for watching and for seeing a moment again."""

    def __init__(self, style: Style, scene: Scene, layout: Layout, looks: Sequence[Looks]) -> None:
        self.style = style
        self._scene = scene
        self._layout = layout
        self._statures = np.array([one.stature for one in looks])

    def draw(
        self, surface: pygame.Surface, before: Snapshot, now: Snapshot, fraction: float, viewpoint: Viewpoint,
        *, marks: Mapping[int, Marked], selected: int | None = None, outlined: int | None = None,
    ) -> None:
        """The scene, a ring round who is selected, a dashed one round who is pointed at, the signs of the marks."""
        shown = self._scene.draw(surface, before, now, fraction, viewpoint)
        for person, mark in marks.items():
            self._sign(surface, shown, viewpoint, person, mark.level)
        if outlined is not None and outlined != selected:
            self._ring(surface, shown, viewpoint, outlined, self.style.colour("text")[:3], thick=2)
        if selected is not None:
            self._ring(surface, shown, viewpoint, selected, self.style.colour("focus")[:3], thick=3)

    def close_up(
        self, surface: pygame.Surface, rect: pygame.Rect, before: Snapshot, now: Snapshot, fraction: float,
        viewpoint: Viewpoint,
    ) -> None:
        """The scene from close by, in a box of a panel."""
        panel = pygame.Surface(rect.size)
        self._scene.draw(panel, before, now, fraction, replace(viewpoint, width=rect.w, height=rect.h), use="inspector")
        surface.blit(panel, rect)

    def pick(self, at: tuple[int, int], now: Snapshot, viewpoint: Viewpoint) -> list[int]:
        """Who stands under a pixel, the nearest to the eye first."""
        feet = viewpoint.project(now.position, now.base)
        height = np.maximum(self._statures[now.ids] * viewpoint.scale * COS_DOWN, 18)
        half = np.maximum(0.32 * viewpoint.scale, 9)
        inside = (abs(feet[:, 0] - at[0]) <= half) & (at[1] <= feet[:, 1] + 5) & (at[1] >= feet[:, 1] - height - 5)
        rows = np.nonzero(inside)[0]
        return [int(now.ids[row]) for row in sorted(rows, key=lambda row: -feet[row, 1])]

    def _ring(
        self, surface: pygame.Surface, shown: Snapshot, viewpoint: Viewpoint, person: int, tint: Sequence[int],
        thick: int,
    ) -> None:
        row = row_of(shown, person)
        if row is None:
            return
        x, y = viewpoint.project(shown.position[row], float(shown.base[row]))
        wide = max(12.0, 0.5 * viewpoint.scale)
        box = pygame.Rect(0, 0, round(2 * wide), round(2 * wide * SIN_DOWN))
        box.center = round(x), round(y)
        pygame.draw.ellipse(surface, (10, 13, 18), box.inflate(2, 2), thick + 2)
        pygame.draw.ellipse(surface, tuple(tint), box, thick)

    def _sign(
        self, surface: pygame.Surface, shown: Snapshot, viewpoint: Viewpoint, person: int, level: int
    ) -> None:
        row = row_of(shown, person)
        if row is None:
            return
        top = float(shown.base[row]) + self._statures[person]
        x, y = viewpoint.project(shown.position[row], top)
        size = self.style.px(18)
        box = pygame.Rect(round(x) - size // 2, round(y) - size - 4, size, size)
        shape(surface, box.inflate(4, 4), level, (10, 13, 18))
        shape(surface, box, level, self.style.colour(LEVELS[level - 1][2])[:3])
