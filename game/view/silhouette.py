"""The outline of a body in each pose, as it shows from each side: what is looked for, and what hides others."""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

from .pose import POSES, Pose
from .skeleton import frame
from .snapshot import Floats, Ints
from .viewpoint import COS_DOWN, SIN_DOWN

SIDES, PHASES = 20, 8
"""How many directions a body is seen from, and moments of a clip."""
SPOTS = 64
"""Points spread evenly over an outline, that stand for its area."""
PARTS = 5
"""Head, chest, left hand, right hand, feet: they come before the spots."""

Joint = tuple[float, float, float]
_CELL = 0.05
_LEFT, _FOOT, _COLUMNS, _ROWS = -1.0, -0.7, 40, 54
_COLUMN_AT = _LEFT + (np.arange(_COLUMNS) + 0.5) * _CELL
_ROW_AT = _FOOT + (np.arange(_ROWS) + 0.5) * _CELL
_SIDE_AT = np.array([(round(sin(2 * pi * n / SIDES), 12), round(cos(2 * pi * n / SIDES), 12)) for n in range(SIDES)])

_FLESH: tuple[tuple[str, str, float], ...] = (
    ("head", "head", 0.118),
    ("neck", "pelvis", 0.155),
    *(
        (f"{side}_{start}", f"{side}_{end}", radius)
        for side in ("left", "right")
        for start, end, radius in (
            ("shoulder", "elbow", 0.06),
            ("elbow", "hand", 0.05),
            ("hip", "knee", 0.085),
            ("knee", "ankle", 0.06),
            ("heel", "toe", 0.05),
        )
    ),
)
"""Bones by their joints, and how thick (m, radius) the body is about them."""


class Silhouettes:
    """Outlines by number: `spots` (n, PARTS + SPOTS, 3) across, up and in depth of the feet; `masks` of cells."""

    def __init__(self) -> None:
        """None yet: they are drawn when first asked for."""
        self._number = np.full((len(POSES), PHASES, SIDES), -1)
        self._drawn, room = 0, self._number.size
        self.spots = np.empty((room, PARTS + SPOTS, 3), dtype=np.float32)
        self.bounds = np.empty((room, 4))
        self._masks = np.empty((room, _COLUMNS * _ROWS), dtype=bool)

    def numbers(self, pose: Ints, phase: Floats, facing: Floats) -> Ints:
        """The number of each body's outline; `facing` (n, 2) is its heading as (to the right, away)."""
        moment = np.minimum((phase * PHASES).astype(np.int64), PHASES - 1)
        side = (facing[:, :1] * _SIDE_AT[:, 0] + facing[:, 1:] * _SIDE_AT[:, 1]).argmax(axis=1)
        found: Ints = self._number[pose, moment, side]
        if (found < 0).any():
            self._draw(sorted({*zip(*(key[found < 0].tolist() for key in (pose, moment, side)), strict=True)}))
            found = self._number[pose, moment, side]
        return found

    def _draw(self, keys: list[tuple[int, int, int]]) -> None:
        for pose, moment, side in keys:
            spots, mask = _outline(POSES[pose], (moment + 0.5) / PHASES, side)
            n = self._number[pose, moment, side] = self._drawn
            self.spots[n], self._masks[n], self.bounds[n] = spots, mask.ravel(), _bounds(mask)
            self._drawn += 1

    def covers(self, numbers: Ints, across: Floats, up: Floats) -> NDArray[np.bool_]:
        """Which points, in m of picture from the feet of a body of standard stature, its outline covers."""
        column = np.clip(((across - _LEFT) / _CELL).astype(np.int64), 0, _COLUMNS - 1)
        row = np.clip(((up - _FOOT) / _CELL).astype(np.int64), 0, _ROWS - 1)
        covered: NDArray[np.bool_] = self._masks[numbers, column * _ROWS + row]
        return covered


@cache
def silhouettes() -> Silhouettes:
    """The outlines of all poses; they depend on nothing but the poses' data."""
    return Silhouettes()


@lru_cache(maxsize=512)
def _joints(pose: Pose, phase: float) -> Mapping[str, Joint]:
    return frame(pose, phase)


def _outline(pose: Pose, phase: float, side: int) -> tuple[Floats, NDArray[np.bool_]]:
    """The five parts and the spots of one outline, and its cells."""
    joints = {name: _seen(at, side) for name, at in _joints(pose, phase).items()}
    nearest = np.full((_COLUMNS, _ROWS), np.inf)
    for start, end, radius in _FLESH:
        _cover(nearest, joints[start], joints[end], radius)
    nearest[[0, -1], :] = nearest[:, [0, -1]] = np.inf
    mask = np.isfinite(nearest)
    column, row = np.nonzero(mask)
    pick = ((np.arange(SPOTS) + 0.5) * len(column) / SPOTS).astype(np.int64)
    column, row = column[pick], row[pick]
    spots = np.stack([_COLUMN_AT[column], _ROW_AT[row], nearest[column, row]], axis=1)
    return np.concatenate([_parts(joints), spots]), mask


def _seen(joint: Joint, side: int) -> Joint:
    """A joint (right, forward, up) as (across, up the picture, depth)."""
    to_right, away = _SIDE_AT[side].tolist()
    depth = joint[1] * away - joint[0] * to_right
    return joint[0] * away + joint[1] * to_right, depth * SIN_DOWN + joint[2] * COS_DOWN, depth


def _cover(nearest: Floats, start: Joint, end: Joint, radius: float) -> None:
    """Draw one limb: every cell within its radius, as near as the limb is there."""
    columns = _window(start[0], end[0], radius, _LEFT)
    rows = _window(start[1], end[1], radius, _FOOT)
    dx, dy = end[0] - start[0], end[1] - start[1]
    across, up = _COLUMN_AT[columns, None] - start[0], _ROW_AT[None, rows] - start[1]
    share = np.minimum(np.maximum((across * dx + up * dy) / max(dx * dx + dy * dy, 1e-9), 0.0), 1.0)
    off = (across - share * dx) ** 2 + (up - share * dy) ** 2
    depth = np.where(off <= radius * radius, start[2] + share * (end[2] - start[2]), np.inf)
    cells = nearest[columns, rows]
    np.minimum(cells, depth, out=cells)


def _window(start: float, end: float, radius: float, origin: float) -> slice:
    """The cells between two coordinates and a radius beyond."""
    low, high = min(start, end) - radius - origin, max(start, end) + radius - origin
    return slice(max(0, int(low / _CELL)), max(0, int(high / _CELL) + 1))


def _parts(joints: Mapping[str, Joint]) -> Floats:
    feet = [(left + right) / 2 for left, right in zip(joints["left_ball"], joints["right_ball"], strict=True)]
    return np.array([joints["head"], joints["chest"], joints["left_hand"], joints["right_hand"], feet])


def _bounds(mask: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of an outline in m of picture."""
    columns, rows = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    half = _CELL / 2
    return (
        _COLUMN_AT[columns[0]] - half, _COLUMN_AT[columns[-1]] + half,
        _ROW_AT[rows[0]] - half, _ROW_AT[rows[-1]] + half,
    )
