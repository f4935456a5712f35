"""Ways from anywhere to anywhere: straight where nothing stands between, else bending round corners.

The corners of all that is walked round form a visibility graph, whose shortest ways are known from the start; a way is
then the best corner seen from here, and on to the goal. Unlike a way over grid cells it has no zig-zag, and every bend
keeps a body's distance from the wall.
"""

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from ..geometry import Point
from .bodies import Floats, Ints
from .ground import CELL, Ground

SLACK = 0.8
"""Metres by which a bend may lie off the corner proper and still be one."""
TRIES = 80


class Routes:
    """The ways over one floor. Goals are kept, as many people go to the same ones."""

    def __init__(self, ground: Ground) -> None:
        """Find the corners and how they are joined."""
        self.ground = ground
        nodes, away = _corners(ground)
        self._away = away
        self.corner_x, self.corner_y = np.float64(CELL) * nodes[:, 0], np.float64(CELL) * nodes[:, 1]
        graph = self._seen_from_each_other(away)
        self._length, self._before = dijkstra(graph, directed=False, return_predecessors=True)
        self._goals: dict[tuple[int, int], tuple[Floats, Ints] | None] = {}
        self._fields: dict[int, Ints] = {}
        self._grid: csr_array | None = None

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from start to goal, the goal last; both must be standable. Empty if there is no way."""
        if self.ground.clear(*start, *goal):
            return [goal]
        known = self._to(goal)
        if known is not None:
            bends = self._by_corners(start, goal, *known)
            if bends:
                return bends
        return self._by_cells(start, goal)

    def _by_corners(self, start: Point, goal: Point, rest: Floats, last: Ints) -> list[Point]:
        dx, dy = self.corner_x - start[0], self.corner_y - start[1]
        round_it = (_bends_round(self._away, -dx, -dy) & (last >= 0)).nonzero()[0]
        dx, dy = dx[round_it], dy[round_it]
        total = np.sqrt(dx * dx + dy * dy) + rest[round_it]
        for corner in round_it[total.argsort(kind="stable")[:TRIES]].tolist():
            if self.ground.clear(*start, float(self.corner_x[corner]), float(self.corner_y[corner])):
                return [*self._bends(corner, int(last[corner])), goal]
        return []

    def _bends(self, first: int, last: int) -> list[Point]:
        """The corners from one to another."""
        out = [first]
        while out[-1] != last:
            out.append(int(self._before[last, out[-1]]))
        return [(float(self.corner_x[c]), float(self.corner_y[c])) for c in out]

    def _to(self, goal: Point) -> tuple[Floats, Ints] | None:
        """From each corner: how far it is to the goal, and which corner is the last before it (-1: there is no way)."""
        key = self.ground.node(*goal)
        if key not in self._goals:
            self._goals[key] = self._measure(goal)
        return self._goals[key]

    def _measure(self, goal: Point) -> tuple[Floats, Ints] | None:
        n = len(self.corner_x)
        near = _bends_round(self._away, goal[0] - self.corner_x, goal[1] - self.corner_y).nonzero()[0]
        gx, gy = np.full(len(near), float(goal[0])), np.full(len(near), float(goal[1]))
        near = near[self.ground.clear_many(self.corner_x[near], self.corner_y[near], gx, gy)]
        if not len(near):
            return None
        dx, dy = self.corner_x[near] - goal[0], self.corner_y[near] - goal[1]
        total = self._length.take(near, axis=0)
        total += np.sqrt(dx * dx + dy * dy)[:, None]
        best = total.argmin(axis=0)
        rest = total[best, np.arange(n)]
        return rest, np.where(np.isfinite(rest), near[best], -1)

    def _seen_from_each_other(self, away: Ints) -> coo_array:
        n = len(self.corner_x)
        a, b = np.triu_indices(n, 1)
        dx, dy = self.corner_x[b] - self.corner_x[a], self.corner_y[b] - self.corner_y[a]
        keep = _bends_round(away[a], dx, dy) & _bends_round(away[b], -dx, -dy)
        a, b, dx, dy = a[keep], b[keep], dx[keep], dy[keep]
        seen = self.ground.clear_many(self.corner_x[a], self.corner_y[a], self.corner_x[b], self.corner_y[b])
        length = np.sqrt(dx * dx + dy * dy)[seen]
        return coo_array((length, (a[seen], b[seen])), shape=(n, n))

    def _by_cells(self, start: Point, goal: Point) -> list[Point]:
        """A way over the cells, its straight stretches pulled taut; for nooks that no corner sees into."""
        ground = self.ground
        i, j = ground.node(*goal)
        target = i * ground.ny + j
        if target not in self._fields:
            if self._grid is None:
                self._grid = _grid(ground)
            _, before = dijkstra(self._grid, directed=False, indices=[target], return_predecessors=True)
            self._fields[target] = before[0].astype(np.int64)
        i, j = ground.node(*start)
        cell, cells = i * ground.ny + j, []
        while cell >= 0:
            cells.append((cell // ground.ny * CELL, cell % ground.ny * CELL))
            cell = int(self._fields[target][cell])
        if len(cells) == 1 or ground.node(*cells[-1]) != ground.node(*goal):
            return []
        return _taut(ground, start, cells[1:], goal)


def _taut(ground: Ground, start: Point, cells: list[Point], goal: Point) -> list[Point]:
    out, here = [], start
    for n, cell in enumerate(cells[:-1]):
        if not ground.clear(*here, *cells[n + 1]):
            out.append(cell)
            here = cell
    return [*out, goal]


def _corners(ground: Ground) -> tuple[Ints, Ints]:
    """Nodes round which ways bend (n, 2), each with the diagonal direction (n, 2) away from what it bends round."""
    free = ground.open
    nodes, away = [], []
    for sx, sy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        blocked = ~_shifted(free, sx, sy, fill=False)
        corner = free & blocked & _shifted(free, sx, 0, fill=False) & _shifted(free, 0, sy, fill=False)
        for i, j in np.argwhere(corner):
            out = (int(i) - sx, int(j) - sy)
            roomier = (
                0 <= out[0] < ground.nx
                and 0 <= out[1] < ground.ny
                and free[out]
                and ground.room[out] > ground.room[i, j]
            )
            nodes.append(out if roomier else (int(i), int(j)))
            away.append((-sx, -sy))
    if not nodes:
        return np.zeros((0, 2), dtype=np.int64), np.zeros((0, 2), dtype=np.int64)
    return np.array(nodes, dtype=np.int64), np.array(away, dtype=np.int64)


def _shifted(grid: np.ndarray, sx: int, sy: int, *, fill: bool) -> np.ndarray:
    """What stands one node over in the direction."""
    out = np.full_like(grid, fill)
    nx, ny = grid.shape
    out[max(-sx, 0) : nx - max(sx, 0), max(-sy, 0) : ny - max(sy, 0)] = grid[
        max(sx, 0) : nx - max(-sx, 0), max(sy, 0) : ny - max(-sy, 0)
    ]
    return out


def _bends_round(away: Ints, dx: Floats, dy: Floats) -> np.ndarray:
    """Whether a line that leaves a corner in this direction may be part of a taut way round it."""
    u, v = away[:, 0] * dx, away[:, 1] * dy
    return ~((np.minimum(u, v) > SLACK) | (np.maximum(u, v) < -SLACK))


def _grid(ground: Ground) -> csr_array:
    """The open nodes joined to their eight neighbours."""
    numbers = np.arange(ground.nx * ground.ny).reshape(ground.nx, ground.ny)
    rows, cols, lengths = [], [], []
    for sx, sy, length in ((1, 0, 1.0), (0, 1, 1.0), (1, 1, 1.4142135623730951), (1, -1, 1.4142135623730951)):
        both = ground.open & _shifted(ground.open, sx, sy, fill=False)
        rows.append(numbers[both])
        cols.append(numbers[both] + sx * ground.ny + sy)
        lengths.append(np.full(int(both.sum()), length * CELL))
    data = (np.concatenate(lengths), (np.concatenate(rows), np.concatenate(cols)))
    return csr_array(coo_array(data, shape=(numbers.size, numbers.size)))
