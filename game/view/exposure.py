"""How much of each person can be seen from a viewpoint: behind props and nearer people, at the edge, under panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .curtain import Curtain
from .prism import Prism
from .silhouette import PARTS, silhouettes
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
    """Points of bodies seen from a turn: (n, PARTS + SPOTS) across and up the picture in m, and which are free."""

    across: Floats
    up: Floats
    free: NDArray[np.bool_]
    stature: Floats

    def within(self, viewpoint: Viewpoint, panels: Sequence[Panel] = ()) -> Exposure:
        """What of it is inside a viewpoint of that turn, and under none of the panels."""
        middle = np.array([[viewpoint.x, viewpoint.y]])
        view = Viewpoint(0.0, 0.0, 1.0, viewpoint.turn, 0, 0)
        aside, depth = view.across_and_depth(middle)
        right = viewpoint.width / 2 + viewpoint.scale * (self.across - aside)
        down = viewpoint.height / 2 - viewpoint.scale * (self.up - depth * SIN_DOWN)
        free = self.free & (right >= 0) & (right < viewpoint.width) & (down >= 0) & (down < viewpoint.height)
        for left, top, width, height in panels:
            free &= ~((right >= left) & (right < left + width) & (down >= top) & (down < top + height))
        return self._exposure(free, viewpoint.scale)

    def anywhere(self) -> Exposure:
        """What of it an unbounded picture of 1 px/m would show."""
        return self._exposure(self.free, 1.0)

    def _exposure(self, free: NDArray[np.bool_], scale: float) -> Exposure:
        return Exposure(
            self.stature * (scale * COS_DOWN), free[:, PARTS:].mean(axis=1), (free[:, :PARTS] * _BITS).sum(axis=1)
        )


class Eye:
    """What there is to see in a venue; it remembers what the props hide from each turn."""

    def __init__(self, prisms: Sequence[Prism]) -> None:
        """An eye among these props."""
        self._prisms = tuple(prisms)

    def show(self, turn: int, snapshot: Snapshot, statures: Floats, rows: Ints | None = None) -> Shown:
        """The bodies (or those in some rows only) from a turn, less what props and nearer people hide.

        `statures` in m by person id.
        """
        if rows is None:
            rows = np.arange(len(snapshot.ids))
        crowd = _Crowd.seen(turn, snapshot, statures)
        across, up, depth = crowd.spots(rows)
        free = np.ones(across.shape, dtype=bool)
        self._behind_props(turn, crowd, rows, (across, up, depth), free)
        _behind_people(crowd, rows, (across, up), free)
        return Shown(across, up, free, crowd.stature[rows])

    def measure(
        self, viewpoint: Viewpoint, snapshot: Snapshot, statures: Floats, panels: Sequence[Panel] = ()
    ) -> Exposure:
        """The exposure of everyone present in one viewpoint."""
        return self.show(viewpoint.turn, snapshot, statures).within(viewpoint, panels)

    def _behind_props(
        self, turn: int, crowd: "_Crowd", rows: Ints, points: tuple[Floats, Floats, Floats], free: NDArray[np.bool_]
    ) -> None:
        curtain = _curtain(self._prisms, turn)
        near = np.nonzero(curtain.touches(crowd.across[rows], crowd.up[rows], crowd.depth[rows]))[0]
        across, up, depth = (values[near] for values in points)
        free[near] &= ~curtain.hides(across, up, depth - _SLACK)


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

    @classmethod
    def seen(cls, turn: int, snapshot: Snapshot, statures: Floats) -> "_Crowd":
        view = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
        across, depth = view.across_and_depth(snapshot.position)
        stature = statures[snapshot.ids]
        number = silhouettes().numbers(snapshot.pose, snapshot.phase, view.direction(snapshot.heading))
        up = depth * SIN_DOWN + snapshot.base * COS_DOWN
        return cls(across, depth, up, stature, stature / STATURE, number)

    def spots(self, rows: Ints) -> tuple[Floats, Floats, Floats]:
        """The points of these rows' bodies: across, up and in depth."""
        spots = silhouettes().spots[self.number[rows]] * self.size[rows, None, None]
        return (
            self.across[rows, None] + spots[:, :, 0],
            self.up[rows, None] + spots[:, :, 1],
            self.depth[rows, None] + spots[:, :, 2],
        )

    def box(self) -> Floats:
        """Left, right, bottom and top of each body's outline."""
        bounds = silhouettes().bounds[self.number] * self.size[:, None]
        return bounds + np.stack([self.across, self.across, self.up, self.up], axis=1)


def _behind_people(
    crowd: _Crowd, rows: Ints, points: tuple[Floats, Floats], free: NDArray[np.bool_]
) -> None:
    """Strike out what nearer bodies cover."""
    behind, before = _overlaps(crowd, rows)
    if not len(behind):
        return
    size = crowd.size[before, None]
    across = (points[0][behind] - crowd.across[before, None]) / size
    up = (points[1][behind] - crowd.up[before, None]) / size
    covered = silhouettes().covers(crowd.number[before, None], across, up)
    starts = np.nonzero(np.diff(behind, prepend=-1))[0]
    free[behind[starts]] &= ~np.logical_or.reduceat(covered, starts, axis=0)


def _overlaps(crowd: _Crowd, rows: Ints) -> tuple[Ints, Ints]:
    """Pairs of (index into rows, row of a nearer body) whose outlines' boxes overlap; sorted by the first."""
    box = crowd.box()
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
