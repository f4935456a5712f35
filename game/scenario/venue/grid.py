"""The grid over a venue's floor: its nodes, which lie in a shape, and how far each is from what stands there."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from game.geometry import Point, Polygon, contains

from .layout import Layout

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

CELL = 0.25
"""Metres between the nodes of the grid: half a body's width, so that no way between two things is missed."""
ROOMY = 3.0
"""Metres from which on it does not matter how much room there is."""
SAMPLE = 0.06
"""Metres between the points that stand for a wall, at most: where a body just passes, room is overstated by 2 mm."""


def nodes(size: tuple[float, float], cell: float = CELL) -> tuple[Floats, Floats]:
    """How far east and north each node (nx, ny) of a venue of this size lies, in m; of a grid as fine as `cell`."""
    counts = [int(side / cell + 0.5) + 1 for side in size]
    xs, ys = np.meshgrid(np.arange(counts[0]) * cell, np.arange(counts[1]) * cell, indexing="ij")
    return xs, ys


def measure_room(layout: Layout, xs: Floats, ys: Floats) -> Floats:
    """Metres from each node to the nearest wall or solid, `ROOMY` at most; below 0 within a solid."""
    room: Floats = np.full(xs.shape, ROOMY)
    edges = list(layout.walls)
    for solid in layout.solids:
        edges.extend(zip(solid, (*solid[1:], solid[0]), strict=True))
    if edges:
        tree = cKDTree(np.concatenate([sample_line(a, b) for a, b in edges]))
        found, _ = tree.query(np.stack([xs.reshape(-1), ys.reshape(-1)], axis=1), distance_upper_bound=ROOMY)
        room = np.minimum(found, ROOMY).reshape(xs.shape)
    for solid in layout.solids:
        inside = find_within(solid, xs, ys)
        room[inside] = -np.abs(room[inside])
    return room


def sample_line(a: Point, b: Point) -> Floats:
    """Points (n, 2) along the line from a to b, both included."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    n = int((abs(dx) + abs(dy)) / SAMPLE) + 1
    t = np.arange(n + 1) / n
    return np.stack([a[0] + dx * t, a[1] + dy * t], axis=1)


def find_within(polygon: Polygon, xs: Floats, ys: Floats, cell: float = CELL) -> Bools:
    """Which nodes lie in the polygon, looked for in its bounding box only."""
    out = np.zeros(xs.shape, dtype=bool)
    i0, i1 = (int(pick(p[0] for p in polygon) / cell) for pick in (min, max))
    j0, j1 = (int(pick(p[1] for p in polygon) / cell) for pick in (min, max))
    box = (slice(max(i0, 0), i1 + 2), slice(max(j0, 0), j1 + 2))
    part = xs[box]
    points = np.stack([part.reshape(-1), ys[box].reshape(-1)], axis=1)
    out[box] = contains(polygon, points).reshape(part.shape)
    return out
