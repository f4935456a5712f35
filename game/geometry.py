"""Points, polygons and sight lines on the floor, in metres."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def step_length(dx: float, dy: float) -> float:
    """How long a step of so much east and so much north is, in their unit.

    Not `math.hypot`, whose last digits depend on the version of Python (3.10 changed them): scenario, seed and acts
    must give the same run wherever it is played.
    """
    return float((dx * dx + dy * dy) ** 0.5)


def sides(polygon: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """From each corner to the next, and from the last to the first."""
    return zip(polygon, (*polygon[1:], polygon[0]), strict=True)


def contains(polygon: Sequence[Point], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the points (n, 2) lie inside the polygon (even-odd rule)."""
    inside = np.zeros(len(points), dtype=bool)
    x, y = points[:, 0], points[:, 1]
    for (ax, ay), (bx, by) in sides(polygon):
        if ay == by:
            continue
        crosses = ((ay > y) != (by > y)) & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
        inside ^= crosses
    return inside


def edges(polygons: Sequence[Polygon]) -> NDArray[np.float64]:
    """The edges (e, 4) of some polygons: x and y of both ends."""
    rows = [(*p, *q) for polygon in polygons for p, q in sides(polygon)]
    return np.array(rows, dtype=float).reshape(-1, 4)


def sees(a: Point, points: NDArray[np.float64], walls: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the points (n, 2) a straight line joins to `a` without meeting one of the walls (e, 4)."""
    px, py = points[:, None, 0], points[:, None, 1]
    cx, cy, dx, dy = (walls[None, :, k] for k in range(4))

    def side(ox: Any, oy: Any, qx: Any, qy: Any, rx: Any, ry: Any) -> Any:
        return (qx - ox) * (ry - oy) - (qy - oy) * (rx - ox)

    across = side(cx, cy, dx, dy, a[0], a[1]) * side(cx, cy, dx, dy, px, py)
    along = side(a[0], a[1], px, py, cx, cy) * side(a[0], a[1], px, py, dx, dy)
    return np.asarray(~((across <= 0) & (along <= 0)).any(axis=1))
