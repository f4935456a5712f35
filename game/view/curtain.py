"""What the props of a venue hide, seen from one of the four turns."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .prism import Prism
from .snapshot import Floats, Ints
from .viewpoint import COS_DOWN, SIN_DOWN, Viewpoint, up_the_picture

Singles = NDArray[np.float32]
Reals = NDArray[np.floating[Any]]
CELL = 0.06
"""Width of a line of sight in m of picture."""
_COARSE = 8
"""Cells to the side of a block of the coarse map."""
_REACH = (0.9, 0.6, 2.1)
"""How far a body's picture can reach sideways, below and above its feet, in m."""


class Curtain:
    """How far away the first prop stands along every line of sight, in m of depth from the origin; inf where none.

    The projection is parallel, so that one such picture serves every pan and zoom of its turn.
    """

    def __init__(self, prisms: Sequence[Prism], turn: int) -> None:
        """The curtain of these prisms as seen after so many quarter turns."""
        view = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
        outlines = [(*view.across_and_depth(np.array(prism.footprint)), prism) for prism in prisms]
        # A rim of eight coarse cells without anything, so that whoever stands beside a prop is still on the picture.
        reach = CELL * _COARSE * 8
        self._left = min((across.min() for across, _, _ in outlines), default=0.0) - reach
        self._foot = (
            min((up_the_picture(depth.min(), prism.low) for _, depth, prism in outlines), default=0.0) - reach
        )
        right = max((across.max() for across, _, _ in outlines), default=0.0) + reach
        top = max((up_the_picture(depth.max(), prism.high) for _, depth, prism in outlines), default=0.0) + reach
        columns, rows = (
            _COARSE * int(np.ceil(extent / CELL / _COARSE)) for extent in (right - self._left, top - self._foot)
        )
        self._nearest: Singles = np.full((columns, rows), np.inf, dtype=np.float32)
        for across, depth, prism in outlines:
            self._hang(across, depth, prism)
        self._coarse = self._blocks()

    def _hang(self, across: Floats, depth: Floats, prism: Prism) -> None:
        """Let one prism into the picture: where each line of sight first meets it, if it does."""
        first, last = (int(np.floor((edge - self._left) / CELL)) for edge in (across.min(), across.max()))
        columns = np.arange(first, last + 1)
        near, far = _chords(across, depth, np.asarray(self._left + (columns + 0.5) * CELL))
        bottom = up_the_picture(near.min(), prism.low)
        top = up_the_picture(far.max(), prism.high)
        if not np.isfinite(top):
            return
        rows = np.arange(*(int(np.floor((edge - self._foot) / CELL)) + n for n, edge in enumerate((bottom, top))))
        rise = self._foot + (rows + 0.5) * CELL
        enters = np.maximum(near[:, None], (rise - prism.high * COS_DOWN)[None, :] / SIN_DOWN)
        leaves = np.minimum(far[:, None], (rise - prism.low * COS_DOWN)[None, :] / SIN_DOWN)
        met = np.where(enters <= leaves, enters, np.inf).astype(np.float32)
        block = self._nearest[columns[0] : columns[-1] + 1, rows[0] : rows[-1] + 1]
        np.minimum(block, met, out=block)

    def _blocks(self) -> Singles:
        """Per coarse block, the nearest depth that could matter to a body whose feet are there."""
        columns, rows = (extent // _COARSE for extent in self._nearest.shape)
        least: Singles = self._nearest.reshape(columns, _COARSE, rows, _COARSE).min(axis=(1, 3))
        aside, below, above = (int(np.ceil(reach / CELL / _COARSE)) for reach in _REACH)
        wide = np.pad(least, ((aside, aside), (below, above)), constant_values=np.inf)
        spread: Singles = np.full_like(least, np.inf)
        for n in range(2 * aside + 1):
            for m in range(below + above + 1):
                np.minimum(spread, wide[n : n + columns, m : m + rows], out=spread)
        return spread

    def touches(self, across: Floats, rise: Floats, depth: Floats) -> NDArray[np.bool_]:
        """Which bodies, by where their feet are, could be hidden at all: a quick test that never misses one."""
        cells = self._cells(across, rise, CELL * _COARSE, self._coarse.shape)
        near: NDArray[np.bool_] = self._coarse.take(cells) < depth + _REACH[0]
        return near

    def hides(self, across: Singles, rise: Singles, depth: Singles) -> NDArray[np.bool_]:
        """Which points, given across, up the picture (m) and in depth, are behind a prop."""
        behind: NDArray[np.bool_] = self._nearest.take(self._cells(across, rise, CELL, self._nearest.shape)) < depth
        return behind

    def _cells(self, across: Reals, rise: Reals, side: float, shape: tuple[int, ...]) -> Ints:
        """The place in a map of square cells, laid out as a line, of each point; what is off it is at its edge."""
        columns, rows = shape
        column, row = (across - self._left) * (1 / side), (rise - self._foot) * (1 / side)
        np.minimum(np.maximum(column, 0, out=column), columns - 1, out=column)
        np.minimum(np.maximum(row, 0, out=row), rows - 1, out=row)
        cells = column.astype(np.int64)
        cells *= rows
        cells += row.astype(np.int64)
        return cells


def _chords(across: Floats, depth: Floats, lines: Floats) -> tuple[Floats, Floats]:
    """Where lines at these values of across enter and leave a convex outline; inf and -inf where they miss it."""
    near, far = np.full(len(lines), np.inf), np.full(len(lines), -np.inf)
    for a, b in zip(range(len(across)), [*range(1, len(across)), 0], strict=True):
        width = across[b] - across[a]
        if width == 0:
            continue
        along = (lines - across[a]) / width
        on = (along >= 0) & (along <= 1)
        at = depth[a] + along * (depth[b] - depth[a])
        near = np.where(on, np.minimum(near, at), near)
        far = np.where(on, np.maximum(far, at), far)
    return near, far
