"""How much of each person can be seen from a viewpoint: behind props and nearer people, at the edge, under panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .curtain import Curtain
from .prism import Prism
from .silhouette import PARTS, SPOTS, silhouettes
from .skeleton import STATURE
from .snapshot import Floats, Ints, Snapshot
from .viewpoint import COS_DOWN, SIN_DOWN, Viewpoint

Panel = tuple[float, float, float, float]
"""A screen rectangle that covers the picture: left, top, width, height in px."""
HEAD, CHEST, LEFT_HAND, RIGHT_HAND, FEET = 1, 2, 4, 8, 16
"""The parts of a body in a mask."""
_BITS = np.array([HEAD, CHEST, LEFT_HAND, RIGHT_HAND, FEET])
_SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Exposure:
    """Per row: `height` standing height in px, `share` of the body visible 0…1, `parts` a mask of those in view."""

    height: Floats
    share: Floats
    parts: Ints

    def best(self, other: "Exposure") -> "Exposure":
        """Of two views of the same people, each person's better one: the larger, where both show enough of them."""
        prefer = other.share * np.minimum(other.height, 250) > self.share * np.minimum(self.height, 250)
        return Exposure(
            np.where(prefer, other.height, self.height),
            np.where(prefer, other.share, self.share),
            np.where(prefer, other.parts, self.parts),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """Bodies as they are seen from a turn: those in `rows` of a crowd, and which of their points others hide.

    `free` (len(doubtful), PARTS + SPOTS) belongs to the `doubtful` ones (indices into rows); all others are in plain
    view.
    """

    turn: int
    crowd: "_Crowd"
    rows: Ints
    doubtful: Ints
    free: NDArray[np.bool_]

    def within(self, viewpoint: Viewpoint, panels: Sequence[Panel] = ()) -> Exposure:
        """What of it is inside a viewpoint of that turn, and under none of the panels."""
        left, foot = _corner(viewpoint)
        covers = [_in_metres(panel, viewpoint, left, foot) for panel in panels]
        frame = _in_metres((0, 0, viewpoint.width, viewpoint.height), viewpoint, left, foot)
        box = self.crowd.box[self.rows]
        inside, outside = _holds(frame, box), ~_meets(frame, box)
        for cover in covers:
            inside &= ~_meets(cover, box)
        doubtful = np.zeros(len(self.rows), dtype=bool)
        doubtful[self.doubtful] = True
        exposure = self._plain(viewpoint.scale)
        exposure.share[outside], exposure.parts[outside] = 0.0, 0
        unsure = np.nonzero((doubtful | ~inside) & ~outside)[0]
        free = np.ones((len(unsure), PARTS + SPOTS), dtype=bool)
        place = np.full(len(self.rows), -1)
        place[self.doubtful] = np.arange(len(self.doubtful))
        known = place[unsure] >= 0
        free[known] = self.free[place[unsure][known]]
        across, up, _ = self.crowd.points(self.rows[unsure])
        free &= _within(frame, across, up)
        for cover in covers:
            free &= ~_within(cover, across, up)
        return _set(exposure, unsure, free)

    def anywhere(self) -> Exposure:
        """What of it an unbounded picture of 1 px/m would show."""
        return _set(self._plain(1.0), self.doubtful, self.free)

    def _plain(self, scale: float) -> Exposure:
        """Everyone in plain view."""
        n = len(self.rows)
        height = self.crowd.stature[self.rows] * (scale * COS_DOWN)
        return Exposure(height, np.ones(n), np.full(n, _BITS.sum()))


Bounds = tuple[float, float, float, float]


def _set(exposure: Exposure, rows: Ints, free: NDArray[np.bool_]) -> Exposure:
    """The exposure with what is free of these rows' points."""
    exposure.share[rows] = free[:, PARTS:].mean(axis=1)
    exposure.parts[rows] = (free[:, :PARTS] * _BITS).sum(axis=1)
    return exposure


def _corner(viewpoint: Viewpoint) -> tuple[float, float]:
    """Where the top left of the panel lies, in m of picture across and up from the venue's origin."""
    middle = np.array([[viewpoint.x, viewpoint.y]])
    aside, depth = Viewpoint(0.0, 0.0, 1.0, viewpoint.turn, 0, 0).across_and_depth(middle)
    half = 2 * viewpoint.scale
    return float(aside[0]) - viewpoint.width / half, float(depth[0]) * SIN_DOWN + viewpoint.height / half


def _in_metres(panel: Panel, viewpoint: Viewpoint, left: float, top: float) -> Bounds:
    """Left, right, bottom and top of a screen rectangle in m of picture."""
    x, y, width, height = (side / viewpoint.scale for side in panel)
    return left + x, left + x + width, top - y - height, top - y


def _holds(bounds: Bounds, box: Floats) -> NDArray[np.bool_]:
    left, right, bottom, top = bounds
    return (box[:, 0] >= left) & (box[:, 1] <= right) & (box[:, 2] >= bottom) & (box[:, 3] <= top)


def _meets(bounds: Bounds, box: Floats) -> NDArray[np.bool_]:
    left, right, bottom, top = bounds
    return (box[:, 1] >= left) & (box[:, 0] <= right) & (box[:, 3] >= bottom) & (box[:, 2] <= top)


def _within(bounds: Bounds, across: Floats, up: Floats) -> NDArray[np.bool_]:
    left, right, bottom, top = bounds
    return (across >= left) & (across < right) & (up > bottom) & (up <= top)


class Eye:
    """What there is to see in a venue; it remembers what the props hide from each turn."""

    def __init__(self, prisms: Sequence[Prism]) -> None:
        """An eye among these props."""
        self._prisms = tuple(prisms)
        self._curtains: dict[int, Curtain] = {}

    def show(self, turn: int, snapshot: Snapshot, statures: Floats, rows: Ints | None = None) -> Shown:
        """The bodies (or those in some rows only) from a turn, less what props and nearer people hide.

        `statures` in m by person id.
        """
        if rows is None:
            rows = np.arange(len(snapshot.ids))
        crowd = _Crowd.seen(turn, snapshot, statures)
        curtain = self._curtains.get(turn) or self._curtains.setdefault(turn, _curtain(self._prisms, turn))
        behind, before = _overlaps(crowd, rows)
        near = curtain.touches(crowd.across[rows], crowd.up[rows], crowd.depth[rows])
        near[behind] = True
        doubtful = np.nonzero(near)[0]
        across, up, depth = crowd.points(rows[doubtful])
        free = ~curtain.hides(across, up, depth - _SLACK)
        if len(behind):
            _behind_people(crowd, (np.searchsorted(doubtful, behind), before), (across, up), free)
        return Shown(turn, crowd, rows, doubtful, free)

    def measure(
        self, viewpoint: Viewpoint, snapshot: Snapshot, statures: Floats, panels: Sequence[Panel] = ()
    ) -> Exposure:
        """The exposure of everyone present in one viewpoint."""
        return self.show(viewpoint.turn, snapshot, statures).within(viewpoint, panels)


@lru_cache(maxsize=16)
def _curtain(prisms: tuple[Prism, ...], turn: int) -> Curtain:
    return Curtain(prisms, turn)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Everyone present, as seen from a turn: where their feet are, and which outline they have."""

    across: Floats
    depth: Floats
    up: Floats
    stature: Floats
    size: Floats
    number: Ints
    box: Floats

    @classmethod
    def seen(cls, turn: int, snapshot: Snapshot, statures: Floats) -> "_Crowd":
        view = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
        across, depth = view.across_and_depth(snapshot.position)
        stature = statures[snapshot.ids]
        number = silhouettes().numbers(snapshot.pose, snapshot.phase, view.direction(snapshot.heading))
        up = depth * SIN_DOWN + snapshot.base * COS_DOWN
        size = stature / STATURE
        box = silhouettes().bounds(number) * size[:, None] + np.stack([across, across, up, up], axis=1)
        return cls(across, depth, up, stature, size, number, box)

    def points(self, rows: Ints) -> tuple[Floats, Floats, Floats]:
        """The points of these rows' bodies: across, up and in depth."""
        points = silhouettes().points(self.number[rows]) * self.size[rows, None, None]
        return (
            self.across[rows, None] + points[:, 0],
            self.up[rows, None] + points[:, 1],
            self.depth[rows, None] + points[:, 2],
        )


def _behind_people(
    crowd: _Crowd, pairs: tuple[Ints, Ints], points: tuple[Floats, Floats], free: NDArray[np.bool_]
) -> None:
    """Strike out what nearer bodies cover; the pairs are sorted by whom they hide."""
    behind, before = pairs
    size = crowd.size[before, None]
    across = (points[0][behind] - crowd.across[before, None]) / size
    up = (points[1][behind] - crowd.up[before, None]) / size
    covered = silhouettes().covers(crowd.number[before, None], across, up)
    starts = np.nonzero(np.diff(behind, prepend=-1))[0]
    free[behind[starts]] &= ~np.logical_or.reduceat(covered, starts, axis=0)


def _overlaps(crowd: _Crowd, rows: Ints) -> tuple[Ints, Ints]:
    """Pairs of (index into rows, row of a nearer body) whose outlines' boxes overlap; sorted by the first."""
    box = crowd.box
    order = np.argsort(box[:, 0], kind="stable")
    left = box[order, 0]
    widest = float((box[:, 1] - box[:, 0]).max(initial=0.0))
    low = np.searchsorted(left, box[rows, 0] - widest)
    count = np.searchsorted(left, box[rows, 1]) - low
    behind = np.repeat(np.arange(len(rows)), count)
    before = order[np.arange(len(behind)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)]
    row = rows[behind]
    meet = (
        (crowd.depth[before] < crowd.depth[row])
        & (box[before, 1] > box[row, 0])
        & (box[before, 3] > box[row, 2])
        & (box[before, 2] < box[row, 3])
    )
    return behind[meet], before[meet]


def measure(
    viewpoint: Viewpoint,
    snapshot: Snapshot,
    statures: Floats,
    prisms: Sequence[Prism],
    panels: Sequence[Panel] = (),
) -> Exposure:
    """How much of everyone present a viewpoint shows; `statures` in m by person id."""
    return Eye(prisms).measure(viewpoint, snapshot, statures, panels)
