"""The outline of a body in each pose, as it shows from each side: what is looked for, and what hides others."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

from .pose import POSES, Pose
from .poses import clips
from .skeleton import frame
from .snapshot import Floats, Ints
from .viewpoint import up_the_picture

SIDES, MOMENTS, STILL_MOMENTS = 20, 8, 2
"""How many directions a body is seen from, and moments of a clip: more of a walk than of what stays in one place."""
SPOTS = 64
"""Points spread evenly over an outline, that stand for its area."""
_HANDS = 2, 3
PARTS = 5
"""Head, chest, left hand, right hand (`_HANDS`), feet: they come before the spots."""

_WALKS = (Pose.WALK, Pose.HURRY, Pose.STEP_OUT, Pose.LEASH, Pose.SWEEP)
_CELL = 0.05
"""Metres across a cell of the grid on which outlines are kept: as fine as the thinnest part of a body, a forearm."""
_THROUGH = 0.16
"""Metres that a part of the body may lie behind another and still show about it: bones are measured at their middle."""
_LEFT, _FOOT, _COLUMNS, _ROWS = -1.0, -0.7, 40, 54
"""Where the grid begins in m of picture, and its cells: room for arms held out, steps forward, and a raised hand."""
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
    """Outlines by number: their points, their bounds, and the cells that they cover."""

    def __init__(self) -> None:
        """None yet: they are drawn when first asked for."""
        walks = np.array([pose in _WALKS for pose in POSES])
        moment = np.arange(MOMENTS)
        rough = moment * STILL_MOMENTS // MOMENTS * (MOMENTS // STILL_MOMENTS) + MOMENTS // STILL_MOMENTS // 2
        self._moment = np.where(walks[:, None], moment, rough)
        room = len(POSES) * MOMENTS * SIDES
        self._drawn = np.zeros((len(POSES), MOMENTS), dtype=bool)
        self._points = np.empty((room, 3, PARTS + SPOTS), dtype=np.float32)
        self._bounds = np.empty((room, 4))
        self._cells = np.empty((room, _COLUMNS * _ROWS), dtype=bool)
        self._bare = np.empty((room, PARTS), dtype=bool)

    def numbers(self, pose: Ints, phase: Floats, facing: Floats) -> Ints:
        """The number of each body's outline; `facing` (n, 2) is its heading as (to the right, away)."""
        moment = self._moment[pose, np.minimum((phase * MOMENTS).astype(np.int64), MOMENTS - 1)]
        if not self._drawn[pose, moment].all():
            for key in sorted(set(zip(pose.tolist(), moment.tolist(), strict=True))):
                self._draw(*key)
        side = (facing[:, :1] * _SIDE_AT[:, 0] + facing[:, 1:] * _SIDE_AT[:, 1]).argmax(axis=1)
        number: Ints = (pose * MOMENTS + moment) * SIDES + side
        return number

    def _draw(self, pose: int, moment: int) -> None:
        """Draw a body at one moment of a pose, from all sides."""
        if self._drawn[pose, moment]:
            return
        first = (pose * MOMENTS + moment) * SIDES
        joints = {name: _see(at) for name, at in frame(POSES[pose], (moment + 0.5) / MOMENTS).items()}
        nearest = np.full((SIDES, _COLUMNS, _ROWS), np.inf)
        for start, end, radius in _FLESH:
            _cover(nearest, joints[start], joints[end], radius)
        nearest[:, [0, -1], :] = nearest[:, :, [0, -1]] = np.inf
        mask = np.isfinite(nearest)
        self._cells[first : first + SIDES] = mask.reshape(SIDES, -1)
        parts = _parts(joints)
        for side in range(SIDES):
            self._bounds[first + side] = _bounds(mask[side])
            self._points[first + side, :, :PARTS] = parts[side]
            self._points[first + side, :, PARTS:] = _spots(nearest[side], mask[side])
            self._bare[first + side] = _bare(nearest[side], parts[side], clips()[POSES[pose]].free)
        self._drawn[pose, moment] = True

    def points(self, numbers: Ints) -> NDArray[np.float32]:
        """(n, 3, PARTS + SPOTS): across, up the picture and in depth from the feet, in m of a standard body."""
        return self._points.take(numbers, axis=0)

    def bounds(self, numbers: Ints) -> Floats:
        """(n, 4): left, right, bottom and top in m of picture from the feet."""
        return self._bounds.take(numbers, axis=0)

    def bare(self, numbers: Ints) -> NDArray[np.bool_]:
        """(n, PARTS): which parts the body itself leaves to be seen: not the hands before a chest from behind."""
        return self._bare.take(numbers, axis=0)

    def covers(self, numbers: Ints, across: NDArray[np.float32], up: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Which points, in m of picture from the feet of bodies of standard stature, their outlines cover.

        One outline for each row of points; what lies off its grid is not covered, as nothing reaches the edge.
        """
        column, row = (across - _LEFT) * (1 / _CELL), (up - _FOOT) * (1 / _CELL)
        np.minimum(np.maximum(column, 0, out=column), _COLUMNS - 1, out=column)
        np.minimum(np.maximum(row, 0, out=row), _ROWS - 1, out=row)
        cell = column.astype(np.int64)
        cell *= _ROWS
        cell += row.astype(np.int64)
        cell += numbers[:, None] * (_COLUMNS * _ROWS)
        covered: NDArray[np.bool_] = self._cells.reshape(-1).take(cell)
        return covered


@cache
def silhouettes() -> Silhouettes:
    """The outlines of all poses; they depend on nothing but the poses' data."""
    return Silhouettes()


def _see(joint: tuple[float, float, float]) -> Floats:
    """A joint (right, forward, up) from every side: (SIDES, 3) across, up the picture, depth."""
    to_right, away = _SIDE_AT[:, 0], _SIDE_AT[:, 1]
    depth = joint[1] * away - joint[0] * to_right
    return np.stack([joint[0] * away + joint[1] * to_right, up_the_picture(depth, joint[2]), depth], axis=1)


def _cover(nearest: Floats, start: Floats, end: Floats, radius: float) -> None:
    """Draw one limb from every side: every cell within its radius, as near as the limb is there."""
    columns = _window(start[:, 0], end[:, 0], radius, _LEFT, _COLUMNS)
    rows = _window(start[:, 1], end[:, 1], radius, _FOOT, _ROWS)
    (x, y, depth), (dx, dy, deeper) = start.T[:, :, None, None], (end - start).T[:, :, None, None]
    across, up = _COLUMN_AT[columns][:, :, None] - x, _ROW_AT[rows][:, None, :] - y
    share = np.minimum(np.maximum((across * dx + up * dy) / np.maximum(dx * dx + dy * dy, 1e-9), 0.0), 1.0)
    off = (across - share * dx) ** 2 + (up - share * dy) ** 2
    limb = np.where(off <= radius * radius, depth + share * deeper, np.inf)
    cells = np.arange(SIDES)[:, None, None], columns[:, :, None], rows[:, None, :]
    nearest[cells] = np.minimum(nearest[cells], limb)


def _window(start: Floats, end: Floats, radius: float, origin: float, count: int) -> Ints:
    """For each side the cells between two coordinates and a radius beyond, as many for one as for another."""
    first = ((np.minimum(start, end) - radius - origin) / _CELL).astype(np.int64)
    size = int(np.abs(end - start).max() / _CELL + 2 * radius / _CELL) + 2
    cells: Ints = np.clip(first[:, None] + np.arange(size), 0, count - 1)
    return cells


def _spots(nearest: Floats, mask: NDArray[np.bool_]) -> Floats:
    """Points spread evenly over an outline: (3, SPOTS)."""
    column, row = np.nonzero(mask)
    pick = ((np.arange(SPOTS) + 0.5) * len(column) / SPOTS).astype(np.int64)
    column, row = column[pick], row[pick]
    return np.stack([_COLUMN_AT[column], _ROW_AT[row], nearest[column, row]])


def _parts(joints: Mapping[str, Floats]) -> Floats:
    """The parts from every side: (SIDES, 3, PARTS)."""
    feet = (joints["left_ball"] + joints["right_ball"]) / 2
    return np.stack([joints["head"], joints["chest"], joints["left_hand"], joints["right_hand"], feet], axis=2)


def _bare(nearest: Floats, parts: Floats, free: Sequence[str]) -> NDArray[np.bool_]:
    """Which parts from one side (3, PARTS) the body leaves to be seen: a hand behind it, as seen from there, is not.

    A hand that hangs free while the other is at something tells as much as that other does.
    """
    bare = np.ones(PARTS, dtype=bool)
    for hand, (across, up, depth) in zip(_HANDS, parts.T[list(_HANDS)], strict=True):
        column = min(max(int((across - _LEFT) / _CELL), 0), _COLUMNS - 1)
        row = min(max(int((up - _FOOT) / _CELL), 0), _ROWS - 1)
        bare[hand] = nearest[column, row] > depth - _THROUGH
    if len(free) == 1:
        left, right = _HANDS
        idle, busy = (left, right) if free == ("left",) else (right, left)
        bare[idle] = bare[busy]
    return bare


def _bounds(mask: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of an outline in m of picture."""
    columns, rows = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    half = _CELL / 2
    return (
        _COLUMN_AT[columns[0]] - half, _COLUMN_AT[columns[-1]] + half,
        _ROW_AT[rows[0]] - half, _ROW_AT[rows[-1]] + half,
    )  # fmt: skip
