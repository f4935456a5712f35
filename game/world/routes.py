"""Ways from anywhere to anywhere: straight where nothing stands between, else bending round corners.

The corners of all that is walked round form a visibility graph, whose shortest ways are known from the start; a way is
then the best pair of a corner seen from here and one seen from the goal. Unlike a way over grid cells it has no
zig-zag, and every bend keeps a body's distance from the wall.
"""

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from ..geometry import Point
from .bodies import Floats, Ints
from .ground import CELL, Ground

SLACK = 0.8
"""Metres by which a bend may lie off the corner proper and still be one."""
DETOUR = 1.06
"""How much longer than the straight line a way is thought to be at first."""


class Routes:
    """The ways over one floor."""

    def __init__(self, ground: Ground) -> None:
        """Find the corners and how they are joined."""
        self.ground = ground
        nodes, away = _corners(ground)
        self._away = away
        self.corner_x, self.corner_y = np.float64(CELL) * nodes[:, 0], np.float64(CELL) * nodes[:, 1]
        graph = self._seen_from_each_other(away)
        self._length, self._before = dijkstra(graph, directed=False, return_predecessors=True)
        self._fields: dict[int, Ints] = {}
        self._grid: csr_array | None = None

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from start to goal, the goal last; both must be standable. Empty if there is no way."""
        if self.ground.clear(*start, *goal):
            return [goal]
        return self._by_corners(start, goal) or self._by_cells(start, goal)

    def _by_corners(self, start: Point, goal: Point) -> list[Point]:
        """The shortest way, looked for among the corners by which it may be shorter than one guess, then another."""
        to_start, to_goal = self._off(start), self._off(goal)
        before, after = np.sqrt((to_start * to_start).sum(axis=0)), np.sqrt((to_goal * to_goal).sum(axis=0))
        leaves, arrives = _bends_round(self._away, *to_start), _bends_round(self._away, *to_goal)
        about = before + after
        dx, dy = goal[0] - start[0], goal[1] - start[1]
        guess = DETOUR * float((dx * dx + dy * dy) ** 0.5) + 1.0
        while len(about):
            near = about < guess
            first, last = (leaves & near).nonzero()[0], (arrives & near).nonzero()[0]
            first, last = self._seen(start, first, goal, last)
            if len(first) and len(last):
                total = self._length[first[:, None], last] + before.take(first)[:, None] + after.take(last)
                best = int(total.argmin())
                length = float(total.reshape(-1)[best])
                if length < np.inf and (length <= guess or near.all()):
                    return [*self._bends(int(first[best // len(last)]), int(last[best % len(last)])), goal]
                guess = min(length, 2 * guess)
            else:
                guess *= 2
            if near.all():
                break
        return []

    def _off(self, point: Point) -> Floats:
        """From each corner to the point (2, corners)."""
        return np.stack((point[0] - self.corner_x, point[1] - self.corner_y))

    def _seen(self, start: Point, first: Ints, goal: Point, last: Ints) -> tuple[Ints, Ints]:
        """Those of the first corners to which the way from the start is clear, and of the last ones to the goal."""
        from_x, from_y = (np.concatenate((np.full(len(first), start[k]), np.full(len(last), goal[k]))) for k in (0, 1))
        both = np.concatenate((first, last))
        seen = self.ground.clear_many(from_x, from_y, self.corner_x.take(both), self.corner_y.take(both))
        return first[seen[: len(first)]], last[seen[len(first) :]]

    def _bends(self, first: int, last: int) -> list[Point]:
        """The corners from one to another."""
        out = [first]
        while out[-1] != last:
            out.append(int(self._before[last, out[-1]]))
        return [(float(self.corner_x[c]), float(self.corner_y[c])) for c in out]

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
