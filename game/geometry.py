"""Points, polygons and sight lines on the floor, in metres."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def contains(polygon: Sequence[Point], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the points (n, 2) lie inside the polygon (even-odd rule)."""
    inside = np.zeros(len(points), dtype=bool)
    x, y = points[:, 0], points[:, 1]
    for (ax, ay), (bx, by) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if ay == by:
            continue
        crosses = ((ay > y) != (by > y)) & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
        inside ^= crosses
    return inside


def segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments ab and cd cross or touch."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    s1, s2, s3, s4 = side(c, d, a), side(c, d, b), side(a, b, c), side(a, b, d)
    if s1 == s2 == s3 == s4 == 0:
        return all(
            min(a[k], b[k]) <= max(c[k], d[k]) and min(c[k], d[k]) <= max(a[k], b[k]) for k in (0, 1)
        )
    return s1 * s2 <= 0 and s3 * s4 <= 0


def sees(a: Point, b: Point, walls: Sequence[Polygon]) -> bool:
    """Whether the straight line from a to b meets none of the polygons' edges."""
    return not any(
        segments_cross(a, b, p, q)
        for polygon in walls
        for p, q in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    )
