"""Where feet can go in a venue: a grid of 0.25 m, and which parts of it hang together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from game.geometry import Point, contains, sides

from .layout import Layout

CELL = 0.25
CLEARANCE = 0.24
"""Room in m that a body needs on either side."""
ARM = 1.0
"""How far from a spot, in m, one may stand and still be said to have reached it."""


@dataclass(frozen=True)
class FreeFloor:
    """The parts of the floor: `patch` is 0 where nobody can stand; `main` is the part with most ways in.

    Those that portals join are one part of `patch`, and several of `apart`.
    """

    patch: NDArray[np.int32]
    main: int
    apart: NDArray[np.int32]

    def reaches(self, at: Point, half: Point = (0.0, 0.0)) -> bool:
        """Whether one can come within reach of the box around a point, by the ways in that the crowd uses."""
        return self.main != 0 and self.main in self.around(at, (half[0] + ARM, half[1] + ARM))

    def around(self, at: Point, half: Point) -> set[int]:
        """The parts of the floor within the box around a point."""
        low = [max(0, floor((at[k] - half[k]) / CELL)) for k in (0, 1)]
        high = [max(0, ceil((at[k] + half[k]) / CELL) + 1) for k in (0, 1)]
        found = np.unique(self.patch[low[0] : high[0], low[1] : high[1]])
        return {int(one) for one in found if one}

    def part_at(self, at: Point, reach: float) -> int:
        """Of the parts apart, that with most floor within so many metres of a point; 0 if there is none."""
        low = [max(0, floor((at[k] - reach) / CELL)) for k in (0, 1)]
        near = self.apart[low[0] : ceil((at[0] + reach) / CELL) + 1, low[1] : ceil((at[1] + reach) / CELL) + 1]
        counts = np.bincount(near.ravel(), minlength=2)[1:]
        return int(counts.argmax()) + 1 if counts.any() else 0

    def area(self) -> float:
        """Square metres of the main part."""
        return float((self.patch == self.main).sum()) * CELL * CELL if self.main else 0.0


def survey(layout: Layout) -> FreeFloor:
    """Walk the venue's floor once."""
    width, depth = layout.venue.size
    free = np.ones((int(width / CELL) + 1, int(depth / CELL) + 1), dtype=bool)
    for a, b in layout.walls:
        _block(free, (a, b), inside=False)
    for solid in layout.solids:
        _block(free, solid, inside=True)
    patch, _ = label(free, structure=np.ones((3, 3)))
    apart = np.asarray(patch, dtype=np.int32)
    whole = FreeFloor(apart.copy(), 0, apart)
    _join(layout, whole)
    patch = whole.patch
    ways: dict[int, int] = {}
    for portal in layout.venue.portals:
        if portal.kind != "staff only":
            reach = portal.width / 2 + ARM
            for one in sorted(whole.around(portal.at, (reach, reach))):
                ways[one] = ways.get(one, 0) + 1
    main = max(sorted(ways), key=lambda one: (ways[one], int((patch == one).sum())), default=0)
    return FreeFloor(whole.patch, main, apart)


def _join(layout: Layout, floor: FreeFloor) -> None:
    """Make one part of those that portals join."""
    for portal in layout.venue.portals:
        other = layout.portals.get(portal.leads_to or "")
        if other is not None:
            both = [floor.around(one.at, (one.width / 2 + ARM, one.width / 2 + ARM)) for one in (portal, other)]
            for part in sorted(both[0] | both[1])[1:]:
                floor.patch[floor.patch == part] = min(both[0] | both[1])


def _block(free: NDArray[np.bool_], shape: Sequence[Point], *, inside: bool) -> None:
    xs, ys = [point[0] for point in shape], [point[1] for point in shape]
    i0, j0 = (max(0, floor((min(axis) - CLEARANCE) / CELL)) for axis in (xs, ys))
    i1, j1 = (max(0, ceil((max(axis) + CLEARANCE) / CELL) + 1) for axis in (xs, ys))
    window = free[i0:i1, j0:j1]
    if not window.size:
        return
    x, y = np.meshgrid(
        np.arange(i0, i0 + window.shape[0]) * CELL, np.arange(j0, j0 + window.shape[1]) * CELL, indexing="ij"
    )
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    near = contains(shape, points) if inside else np.zeros(len(points), dtype=bool)
    for a, b in sides(shape):
        near |= _distance(points, a, b) < CLEARANCE
    window &= ~near.reshape(window.shape)


def _distance(points: NDArray[np.float64], a: Point, b: Point) -> NDArray[np.float64]:
    """Metres from each point to the segment ab."""
    run = np.array([b[0] - a[0], b[1] - a[1]])
    off = points - np.array(a)
    length = float(run[0] ** 2 + run[1] ** 2)
    along = np.clip((off[:, 0] * run[0] + off[:, 1] * run[1]) / length, 0.0, 1.0) if length else np.zeros(len(points))
    rest = off - along[:, None] * run
    return np.asarray(np.sqrt(rest[:, 0] ** 2 + rest[:, 1] ** 2))
