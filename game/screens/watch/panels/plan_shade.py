"""On the plan: where the own figure stands, which way it faces, and what of the place it can see from there."""

import numpy as np
import pygame

from game.exercise import Officer
from game.view import Viewpoint
from game.widgets.style import Style

COARSE, PACES = 6, 2
"""Pixels of the plan to one point that is asked after; times a metre that it is asked anew, as asking takes a while."""
DARK = (13, 18, 24, 150)
INK = (13, 18, 24)


class PlanShade:
    """The shade is made anew when the figure has moved; without a figure there is none."""

    def __init__(self, style: Style, officer: Officer | None, extent: tuple[float, float]) -> None:
        self._style, self._officer, self._extent = style, officer, extent
        self._known: tuple[object, ...] = ()
        self._shade = pygame.Surface((1, 1))

    def draw(self, surface: pygame.Surface, rect: pygame.Rect, plan: Viewpoint) -> None:
        """Shade what cannot be seen, and draw the figure as an arrow in a ring."""
        officer = self._officer
        if officer is None:
            return
        now = round(officer.x * PACES), round(officer.y * PACES), plan.turn, rect.size
        if now != self._known:
            self._known, self._shade = now, self._make(officer, plan)
        surface.blit(self._shade, rect)
        x, y = plan.project(np.array([[officer.x, officer.y]]))[0].tolist()
        right, away = plan.direction(np.array([officer.facing]))[0].tolist()
        self._arrow(surface, (rect.x + x, rect.y + y), (right, -away))

    def _make(self, officer: Officer, plan: Viewpoint) -> pygame.Surface:
        size = max(1, plan.width // COARSE), max(1, plan.height // COARSE)
        across, down = np.meshgrid(np.arange(size[0]) + 0.5, np.arange(size[1]) + 0.5, indexing="ij")
        x, y = plan.floor_at(across.ravel() * COARSE, down.ravel() * COARSE)
        points = np.stack([x, y], axis=-1)
        inside = (points >= 0).all(axis=1) & (points <= np.array(self._extent)).all(axis=1)
        hidden = inside & ~officer.overlooks(points)
        shade = pygame.Surface(size, pygame.SRCALPHA)
        shade.fill((*DARK[:3], 0))
        alpha = pygame.surfarray.pixels_alpha(shade)
        alpha[:] = np.where(hidden.reshape(size), DARK[3], 0).astype(np.uint8)
        del alpha
        return pygame.transform.gaussian_blur(
            pygame.transform.smoothscale(shade, (plan.width, plan.height)), COARSE - 2, False
        )

    def _arrow(self, surface: pygame.Surface, at: tuple[float, float], towards: tuple[float, float]) -> None:
        x, y = at
        dx, dy = towards
        tip, tail = 11.0, 5.0
        shape = [
            (x + dx * tip, y + dy * tip), (x - dx * tail - dy * 7, y - dy * tail + dx * 7),
            (x - dx * 1.5, y - dy * 1.5), (x - dx * tail + dy * 7, y - dy * tail - dx * 7),
        ]
        pygame.draw.polygon(surface, self._style.colour("accent")[:3], shape)
        pygame.draw.aalines(surface, INK, True, shape)
