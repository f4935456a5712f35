"""What someone on the floor can see past: straight lines at eye height, and how large things look from there."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..geometry import Point
from .prism import Prism
from .snapshot import Floats

EYE = 1.6
"""Height in m of the eyes."""
REACH = 1300.0
"""Px·m: a standing person 5 m off looks as large as one of 260 px on the screen, one 20 m off as one of 65."""


class Sightline:
    """The floor plan at eye height: what stands there is looked past, not through."""

    def __init__(self, prisms: Sequence[Prism], walls: Sequence[tuple[Point, Point]]) -> None:
        """Prisms that reach from below the eyes to above them hide, and so do these walls."""
        edges = [
            (*a, *b)
            for prism in prisms
            if prism.low < EYE < prism.high
            for a, b in zip(prism.footprint, (*prism.footprint[1:], prism.footprint[0]), strict=True)
        ]
        edges += [(*a, *b) for a, b in walls]
        self._edges = np.array(edges, dtype=np.float64).reshape(-1, 4)

    def sees(self, x: float, y: float, position: Floats) -> NDArray[np.bool_]:
        """Which of the points (n, 2) can be seen from x, y."""
        ax, ay, bx, by = (column[None, :] for column in self._edges.T)
        px, py = position[:, :1], position[:, 1:]
        dx, dy = px - x, py - y
        before = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        after = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
        left = dx * (ay - y) - dy * (ax - x)
        right = dx * (by - y) - dy * (bx - x)
        crossed = (before * after < 0) & (left * right <= 0)
        clear: NDArray[np.bool_] = np.logical_not(crossed.any(axis=1))
        return clear


def apparent(x: float, y: float, position: Floats) -> Floats:
    """How tall (px) a standing person looks from x, y, in the measure of the screen."""
    dx, dy = position[:, 0] - x, position[:, 1] - y
    size: Floats = REACH / np.maximum(np.sqrt(dx * dx + dy * dy), 1.0)
    return size
