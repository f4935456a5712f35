"""Ways from anywhere to anywhere: straight where nothing stands between, else bending round corners.

The corners of all that is walked round form a visibility graph, whose shortest ways are known from the start; a way is
then the best pair of a corner seen from here and one seen from the goal. Unlike a way over grid cells it has no
zig-zag, and every bend keeps a body's distance from the wall.
"""

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from game.geometry import Point, step_length
from game.scenario.venue.grid import CELL

from ..bodies import Bools, Floats, Ints
from .ground import Ground

SLACK = 0.8
"""Metres by which a bend may lie off the corner proper and still be one."""
DETOUR = 1.06
"""How much longer than the straight line a way is thought to be at first."""
MOST_FIELDS = 64
"""Spots for which the ways over the cells are kept."""
FURTHEST = 1e6
"""More metres than any way has."""


class Routes:
    """The ways over one floor."""

    def __init__(self, ground: Ground) -> None:
        """Find the corners and how they are joined."""
        self.ground = ground
        nodes, away = _corners(ground)
        self._corners: Floats = np.ascontiguousarray(nodes.T * CELL)
        self._away: Floats = np.ascontiguousarray(away.T * 1.0)
        graph = self._join_in_sight()
        self._length, self._before = dijkstra(graph, directed=False, return_predecessors=True)
        self._fields: dict[int, Ints] = {}
        self._grid: csr_array | None = None

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from start to goal, the goal last; both must be standable. Empty if there is no way."""
        if self.ground.clear(*start, *goal):
            return [goal]
        return self._by_corners(start, goal) or self._by_cells(start, goal)

    def _by_corners(self, start: Point, goal: Point) -> list[Point]:
        """The shortest way, looked for among corners by which it may be shorter than a guess, and than a longer one."""
        ends = np.array((start, goal))
        off = ends[:, :, None] - self._corners
        squares = off * off
        far = np.sqrt(squares[:, 0] + squares[:, 1])
        about = far[0] + far[1]
        bends = _bends_round(self._away, off)
        dx, dy = goal[0] - start[0], goal[1] - start[1]
        guess = DETOUR * step_length(dx, dy) + 1.0
        more = bool(len(about))
        while more:
            near = about < guess
            more = not near.all()
            first, last = self._find_glimpsed(ends, bends & near)
            total = self._length[first[:, None], last] + far[0].take(first)[:, None] + far[1].take(last)
            way = self._shortest_clear(start, goal, first, last, total, guess if more else FURTHEST)
            if way:
                return way
            guess *= 2
        return []

    def _find_glimpsed(self, ends: Floats, some: Bools) -> tuple[Ints, Ints]:
        """Those of some corners (2, n) that may be seen from the first of two ends, and from the second."""
        end, corner = some.nonzero()
        maybe = self.ground.maybe_clear(ends.take(end, axis=0).T, self._corners.take(corner, axis=1))
        split = int(end.searchsorted(1))
        return corner[:split][maybe[:split]], corner[split:][maybe[split:]]

    def _shortest_clear(
        self, start: Point, goal: Point, first: Ints, last: Ints, total: Floats, most: float
    ) -> list[Point]:
        """The shortest way by one of the first corners and one of the last that is clear, if no longer than `most`."""
        while total.size:
            i, j = divmod(int(total.argmin()), len(last))
            if total[i, j] > most:
                break
            if not self.ground.clear(*start, *self._at(int(first[i]))):
                total[i] = np.inf
            elif not self.ground.clear(*goal, *self._at(int(last[j]))):
                total[:, j] = np.inf
            else:
                return [*self._bends(int(first[i]), int(last[j])), goal]
        return []

    def _at(self, corner: int) -> Point:
        return float(self._corners[0, corner]), float(self._corners[1, corner])

    def _bends(self, first: int, last: int) -> list[Point]:
        """The corners from one to another."""
        out = [first]
        while out[-1] != last:
            out.append(int(self._before[last, out[-1]]))
        return [self._at(corner) for corner in out]

    def _join_in_sight(self) -> coo_array:
        n = self._corners.shape[1]
        a, b = np.triu_indices(n, 1)
        off = self._corners[:, b] - self._corners[:, a]
        keep = _bends_round(self._away[:, a], off) & _bends_round(self._away[:, b], -off)
        a, b, off = a[keep], b[keep], off[:, keep]
        seen = self.ground.clear_many(self._corners[:, a], self._corners[:, b])
        length = np.sqrt(off[0] * off[0] + off[1] * off[1])[seen]
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
            if len(self._fields) == MOST_FIELDS:
                del self._fields[next(iter(self._fields))]
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
        blocked = ~_shift(free, sx, sy, fill=False)
        corner = free & blocked & _shift(free, sx, 0, fill=False) & _shift(free, 0, sy, fill=False)
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


def _shift(grid: np.ndarray, sx: int, sy: int, *, fill: bool) -> np.ndarray:
    """What stands one node over in the direction."""
    out = np.full_like(grid, fill)
    nx, ny = grid.shape
    out[max(-sx, 0) : nx - max(sx, 0), max(-sy, 0) : ny - max(sy, 0)] = grid[
        max(sx, 0) : nx - max(-sx, 0), max(sy, 0) : ny - max(-sy, 0)
    ]
    return out


def _bends_round(away: Floats, off: Floats) -> Bools:
    """Whether lines (…, 2, n) that leave corners may be part of a taut way round them."""
    along = away * off
    u, v = along[..., 0, :], along[..., 1, :]
    return ~((np.minimum(u, v) > SLACK) | (np.maximum(u, v) < -SLACK))


def _grid(ground: Ground) -> csr_array:
    """The open nodes joined to their eight neighbours."""
    numbers = np.arange(ground.nx * ground.ny).reshape(ground.nx, ground.ny)
    rows, cols, lengths = [], [], []
    for sx, sy, length in ((1, 0, 1.0), (0, 1, 1.0), (1, 1, 1.4142135623730951), (1, -1, 1.4142135623730951)):
        both = ground.open & _shift(ground.open, sx, sy, fill=False)
        rows.append(numbers[both])
        cols.append(numbers[both] + sx * ground.ny + sy)
        lengths.append(np.full(int(both.sum()), length * CELL))
    data = (np.concatenate(lengths), (np.concatenate(rows), np.concatenate(cols)))
    return csr_array(coo_array(data, shape=(numbers.size, numbers.size)))
