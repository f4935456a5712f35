"""The floor: how much room there is at every spot, where one can stand, and what a straight line meets."""

import numpy as np
from scipy.ndimage import distance_transform_edt

from game.geometry import Point
from game.scenario.venue.free_floor import CLEARANCE, FreeFloor
from game.scenario.venue.grid import CELL, find_within, nodes, sample_line
from game.scenario.venue.layout import Layout

from ..bodies import Bools, Floats, Ints

FOOT = 0.05
"""Metres between the nodes of the finer grid on which feet are set down: half a foot's width."""
LINES = 2000
"""How many lines are looked along at once."""
BY_WALLS = 0.65
"""Metres to the nearest wall within which a body looks out for it: its radius, the room it keeps, and some to spare."""
_GLANCES = np.linspace(0.0, 1.0, 13)[:, None]
"""The points of a line that are looked at first, as shares of it: both ends, and 11 between."""


class Ground:
    """What bodies and eyes need to know of a floor that has been surveyed: bodies keep off the venue's edge too."""

    def __init__(self, floor: FreeFloor) -> None:
        self.width, self.depth = floor.layout.venue.size
        self.nx: int = floor.room.shape[0]
        self.ny: int = floor.room.shape[1]
        xs, ys = nodes(floor.layout.venue.size)
        edge = np.minimum(np.minimum(xs, self.width - xs), np.minimum(ys, self.depth - ys))
        self.room: Floats = np.minimum(floor.room, edge)
        """(nx, ny) distance to the nearest wall, solid or edge of the venue; below 0 within a solid."""
        self.open: Bools = np.logical_and(self.room >= CLEARANCE, floor.find_entered())
        """(nx, ny) the nodes where one can stand and to which one can come."""
        self.tight: Bools = _tight(self.room)
        """(nx · ny) cells, by their south-west node, where a body might touch a wall in this tick or the next."""
        self.slopes = _slopes(self.room)
        """(4, nx · ny) for each cell, f and g from 0 to 1 over it: room is a + b f + c g + d f g."""
        self._walled: Bools = np.ascontiguousarray(self.room < 2.0).reshape(-1)
        self.flat: Bools = np.ascontiguousarray(self.open).reshape(-1)
        self._nearest: Ints = np.asarray(
            distance_transform_edt(~self.open, return_distances=False, return_indices=True), dtype=np.int64
        )
        self.levels: Ints = floor.apart.astype(np.int64)[self._nearest[0], self._nearest[1]]
        """(nx, ny) the number of the floor that each node is on or next to: several where only portals join them."""
        self.sight: Bools = np.ascontiguousarray(~_opaque(floor.layout, xs, ys)).reshape(-1)
        self._solid, self._fine = _solid(floor.layout)
        self._ramp = np.arange(4096, dtype=np.float64)

    def level_at(self, x: Floats, y: Floats) -> Ints:
        """The number of the floor that each of the points is on or next to."""
        i, j = ((axis / CELL + 0.5).astype(np.int64) for axis in (x, y))
        level: Ints = self.levels[np.clip(i, 0, self.nx - 1), np.clip(j, 0, self.ny - 1)]
        return level

    def node(self, x: float, y: float) -> tuple[int, int]:
        """The node nearest to a point, within the venue."""
        i = min(max(int(x / CELL + 0.5), 0), self.nx - 1)
        return i, min(max(int(y / CELL + 0.5), 0), self.ny - 1)

    def open_at(self, x: Floats, y: Floats) -> Bools:
        """Whether one could stand at each of the points."""
        i = (x / CELL + 0.5).astype(np.int64)
        j = (y / CELL + 0.5).astype(np.int64)
        return self.flat.take(i * self.ny + j, mode="clip")

    def is_walled_at(self, x: Floats, y: Floats) -> Bools:
        """Whether a wall is within two metres of each of the points."""
        i = (x / CELL + 0.5).astype(np.int64)
        j = (y / CELL + 0.5).astype(np.int64)
        return self._walled.take(i * self.ny + j, mode="clip")

    def tight_at(self, x: Floats, y: Floats) -> Bools:
        """Whether a body at each of the points might touch a wall in this tick or the next."""
        i = (x / CELL).astype(np.int64)
        j = (y / CELL).astype(np.int64)
        return self.tight.take(i * self.ny + j, mode="clip")

    def solid_at(self, x: Floats, y: Floats) -> Bools:
        """Whether a foot at each of the points would be in something solid."""
        i, j = (x * (1 / FOOT) + 0.5).astype(np.int64), (y * (1 / FOOT) + 0.5).astype(np.int64)
        return self._solid.take(i * self._fine + j, mode="clip")

    def standable(self, x: float, y: float) -> bool:
        """Whether one could stand at the point."""
        return bool(self.open[self.node(x, y)]) and 0 <= x <= self.width and 0 <= y <= self.depth

    def room_at(self, x: float, y: float) -> float:
        """Metres to the nearest wall or solid, read between the nodes; below 0 within a solid."""
        i, j = min(max(int(x / CELL), 0), self.nx - 2), min(max(int(y / CELL), 0), self.ny - 2)
        a, b, c, d = self.slopes[:, i * self.ny + j].tolist()
        f, g = x / CELL - i, y / CELL - j
        return float(a + b * f + c * g + d * f * g)

    def snap(self, x: float, y: float) -> Point:
        """The point itself where one can stand, or the nearest node where one can."""
        i, j = self.node(x, y)
        if self.open[i, j]:
            return x, y
        return float(self._nearest[0, i, j]) * CELL, float(self._nearest[1, i, j]) * CELL

    def clear(self, ax: float, ay: float, bx: float, by: float) -> bool:
        """Whether feet can go straight from a to b."""
        return self._along(self.flat, ax, ay, bx, by)

    def sees(self, ax: float, ay: float, bx: float, by: float) -> bool:
        """Whether eyes can look straight from a to b, over what is low."""
        return self._along(self.sight, ax, ay, bx, by)

    def _along(self, good: Bools, ax: float, ay: float, bx: float, by: float) -> bool:
        dx, dy = (bx - ax) / CELL, (by - ay) / CELL
        # One and a half looks a cell, so that hardly a corner of one is passed over.
        n = int(max(abs(dx), abs(dy)) * 1.5) + 1
        ramp = self._ramp[: n + 1]
        i = (ramp * (dx / n) + (ax / CELL + 0.5)).astype(np.int64)
        i *= self.ny
        i += (ramp * (dy / n) + (ay / CELL + 0.5)).astype(np.int64)
        return good.take(i, mode="clip").tobytes().find(b"\0") < 0

    def maybe_clear(self, a: Floats, b: Floats) -> Bools:
        """Whether feet may be able to go straight between points (2, n): looked at in a few places only."""
        start, end = a / CELL + 0.5, b / CELL + 0.5
        return self._clear_at(start, end - start, _GLANCES)

    def clear_many(self, a: Floats, b: Floats) -> Bools:
        """Whether feet can go straight between points (2, n)."""
        out = [self._all_clear(a[:, n : n + LINES], b[:, n : n + LINES]) for n in range(0, a.shape[1], LINES)]
        return np.concatenate(out) if out else np.zeros(0, dtype=bool)

    def _all_clear(self, a: Floats, b: Floats) -> Bools:
        """Most lines that meet something do so at one of a few points looked at first."""
        out = self.maybe_clear(a, b)
        rest = out.nonzero()[0]
        if len(rest):
            start = a.take(rest, axis=1) / CELL + 0.5
            d = b.take(rest, axis=1) / CELL + 0.5 - start
            # Two thirds of a node apart, so that no node on the line is left out.
            many = (np.maximum(np.abs(d[0]), np.abs(d[1])) * 1.5).astype(np.int64) + 1
            share = self._ramp[: int(many.max()) + 1, None] * (1.0 / many)
            out[rest] = self._clear_at(start, d, np.minimum(share, 1.0))
        return out

    def _clear_at(self, a: Floats, d: Floats, share: Floats) -> Bools:
        """Whether the floor is free at those shares (m, n) of each line."""
        i = (a[0] + share * d[0]).astype(np.int64)
        i *= self.ny
        i += (a[1] + share * d[1]).astype(np.int64)
        free: Bools = np.logical_and.reduce(self.flat.take(i, mode="clip"), axis=0)
        return free


def _opaque(layout: Layout, xs: Floats, ys: Floats) -> Bools:
    hidden = np.zeros(xs.shape, dtype=bool)
    for prism in layout.prisms:
        if prism.hides:
            hidden |= find_within(prism.footprint, xs, ys)
    for a, b in layout.hiding_walls:
        cells = (sample_line(a, b) / CELL + 0.5).astype(np.int64)
        hidden[np.clip(cells[:, 0], 0, xs.shape[0] - 1), np.clip(cells[:, 1], 0, xs.shape[1] - 1)] = True
    return hidden


def _solid(layout: Layout) -> tuple[Bools, int]:
    """The nodes of the finer grid, one row after another, that lie in something solid; and how long a row is."""
    xs, ys = nodes(layout.venue.size, FOOT)
    solid: Bools = np.zeros(xs.shape, dtype=bool)
    for polygon in layout.solids:
        solid |= find_within(polygon, xs, ys, FOOT)
    return solid.reshape(-1), xs.shape[1]


def _tight(room: Floats) -> Bools:
    wide = np.pad(room, (0, 1), mode="edge")
    least = np.minimum(np.minimum(wide[:-1, :-1], wide[1:, :-1]), np.minimum(wide[:-1, 1:], wide[1:, 1:]))
    return np.ascontiguousarray(least < BY_WALLS).reshape(-1)


def _slopes(room: Floats) -> Floats:
    """How room runs between the four nodes of each cell; the last row and column repeat the ones before."""
    a = room[:-1, :-1]
    b, c = room[1:, :-1] - a, room[:-1, 1:] - a
    d = room[1:, 1:] - a - b - c
    cells = np.pad(np.stack((a, b, c, d)), ((0, 0), (0, 1), (0, 1)), mode="edge")
    return np.ascontiguousarray(cells).reshape(4, -1)
