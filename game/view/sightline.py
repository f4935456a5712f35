"""What someone on the floor can see past: straight lines at eye height, and how large things look from there."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.geometry import Point

from .prism import Prism
from .snapshot import Floats

EYE_LEVEL = 1.6
"""Height in m from which people look, and at which they are looked at.

Half way between British men (1.63 m) and women (1.505 m), in shoes of 25 and 45 mm (Pheasant and Haslegrave,
*Bodyspace*, 2006). One height for all: nobody is to see more, or be looked at otherwise, for being tall.
"""
REACH = 1300.0
"""Px·m: a standing person 5 m off looks as large as one of 260 px on the screen, one 20 m off as one of 65."""


class Sightline:
    """The floor plan at eye height: what stands there is looked past, not through."""

    def __init__(self, prisms: Sequence[Prism], walls: Sequence[tuple[Point, Point]]) -> None:
        """Prisms that reach from below the eyes to above them hide, and so do these walls."""
        edges = [
            (*a, *b)
            for prism in prisms
            if prism.low < EYE_LEVEL < prism.high
            for a, b in zip(prism.footprint, (*prism.footprint[1:], prism.footprint[0]), strict=True)
        ]
        edges += [(*a, *b) for a, b in walls]
        self._edges = np.array(edges, dtype=np.float64).reshape(-1, 4)
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
