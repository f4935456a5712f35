"""Who is under the pointer."""

from dataclasses import replace

import numpy as np

from game.view import Snapshot, Viewpoint
from game.view.snapshot import Floats
from game.view.viewpoint import standing_height

_REACH = 14.0
"""Pixels round a figure that still count as it."""


def pick(px: float, py: float, crowd: Snapshot, viewpoint: Viewpoint, statures: Floats) -> list[int]:
    """Ids of those under or close to a pixel: those hit outright first, the nearest to the viewer first."""
    if not len(crowd.ids):
        return []
    feet = viewpoint.project(crowd.position, crowd.base)
    tall = standing_height(statures[crowd.ids], viewpoint.scale)
    half = 0.24 * viewpoint.scale
    aside = np.maximum(np.abs(px - feet[:, 0]) - half, 0)
    above = np.maximum(feet[:, 1] - tall - py, 0)
    below = np.maximum(py - feet[:, 1] - 0.12 * viewpoint.scale, 0)
    off = np.sqrt(aside * aside + (above + below) * (above + below))
    rows = np.flatnonzero(off <= _REACH)
    depth = replace(viewpoint, x=0.0, y=0.0).across_and_depth(crowd.position)[1]
    order = sorted(rows.tolist(), key=lambda row: (off[row] > 0, off[row] if off[row] > 0 else 0.0, depth[row]))
    return [int(crowd.ids[row]) for row in order]
