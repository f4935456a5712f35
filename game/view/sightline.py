"""What someone on the floor can see past: straight lines at eye height, and how large things look from there."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.geometry import Point, edges

from .prism import Prism
from .snapshot import Floats

REACH = 1300.0
"""Px·m: a standing person 5 m off looks as large as one of 260 px on the screen, one 20 m off as one of 65."""


class Sightline:
    """The floor plan at eye height: what stands there is looked past, not through."""

    def __init__(self, prisms: Sequence[Prism], walls: Sequence[tuple[Point, Point]]) -> None:
        """Prisms that hide, and these walls."""
        straight = np.array([(*a, *b) for a, b in walls]).reshape(-1, 4)
        self._edges = np.concatenate([edges([prism.footprint for prism in prisms if prism.hides]), straight])
        ax, ay, bx, by = self._edges.T
        self._across = np.stack([ay - by, bx - ax])
        self._offset = (bx - ax) * ay - (by - ay) * ax

    def sees(self, x: float, y: float, position: Floats) -> NDArray[np.bool_]:
        """Which of the points (n, 2) can be seen from x, y."""
        before = x * self._across[0] + y * self._across[1] - self._offset
        after = position[:, :1] * self._across[0]
        after += position[:, 1:] * self._across[1]
        after -= self._offset
        point, edge = (before * after < 0).nonzero()
        ax, ay, bx, by = self._edges[edge].T
        dx, dy = (position[point] - (x, y)).T
        crossed = (dx * (ay - y) - dy * (ax - x)) * (dx * (by - y) - dy * (bx - x)) <= 0
        clear = np.ones(len(position), dtype=bool)
        clear[point[crossed]] = False
        return clear


def apparent(x: float, y: float, position: Floats) -> Floats:
    """How tall (px) a standing person looks from x, y, in the measure of the screen."""
    dx, dy = position[:, 0] - x, position[:, 1] - y
    size: Floats = REACH / np.maximum(np.sqrt(dx * dx + dy * dy), 1.0)
    return size
