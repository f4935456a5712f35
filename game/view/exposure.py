"""How much of each person can be seen from a viewpoint: behind props and nearer people, at the edge, under panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .curtain import Curtain, Singles
from .prism import Prism
from .silhouette import PARTS, SPOTS, silhouettes
from .skeleton import STATURE
from .snapshot import Floats, Ints, Snapshot
from .viewpoint import Viewpoint, standing_height, up_the_picture

Panel = tuple[float, float, float, float]
"""A screen rectangle that covers the picture: left, top, width, height in px."""
HEAD, CHEST, LEFT_HAND, RIGHT_HAND, FEET = 1, 2, 4, 8, 16
"""The parts of a body in a mask."""
_BITS = np.array([HEAD, CHEST, LEFT_HAND, RIGHT_HAND, FEET])
_SLACK = 0.02
"""Metres by which a point counts as nearer than it is, so that a thing that somebody touches does not hide them."""
_LARGE = 250
"""Standing height in px from which larger is no better: everything is made out well before, and only how much of the
body is in view still counts."""
_FAR_APART = 10_000.0
"""Metres that people of different moments are moved from each other, so that none hides another."""
Bounds = tuple[float, float, float, float]
"""Left, right, bottom and top in m of picture."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Per row: `height` standing height in px, `share` of the body visible 0…1, `parts` a mask of those in view."""

    height: Floats
    share: Floats
    parts: Ints

    def best(self, other: "Exposure") -> "Exposure":
        """Of two views of the same people, each person's better one: the larger, where both show enough of them."""
        prefer = other.share * np.minimum(other.height, _LARGE) > self.share * np.minimum(self.height, _LARGE)
        return Exposure(
            np.where(prefer, other.height, self.height),
            np.where(prefer, other.share, self.share),
            np.where(prefer, other.parts, self.parts),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """Bodies as they are seen from a turn: those in `rows` of a crowd, and which of their points others hide.

    `free` (len(doubtful), PARTS + SPOTS) belongs to the `doubtful` ones (indices into rows); all others are in plain
    view. `share` and `parts` as in an unbounded picture.
    """

    turn: int
    crowd: "_Crowd"
    rows: Ints
    doubtful: Ints
    free: NDArray[np.bool_]
    share: Floats
    parts: Ints

    def within(self, viewpoint: Viewpoint, panels: Sequence[Panel] = ()) -> Exposure:
        """What of it is inside a viewpoint of that turn, and under none of the panels."""
        left, foot = _corner(viewpoint)
        covers = [_in_metres(panel, viewpoint, left, foot) for panel in panels]
        frame = _in_metres((0, 0, viewpoint.width, viewpoint.height), viewpoint, left, foot)
        box = self.crowd.box.take(self.rows, axis=0)
        inside = _holds(frame, box)
        for cover in covers:
            inside &= ~_meets(cover, box)
        exposure = self._unbound(viewpoint.scale)
        if inside.all():
            return exposure
        meets = _meets(frame, box)
        exposure.share[~meets], exposure.parts[~meets] = 0.0, 0
        cut = (meets & ~inside).nonzero()[0]
        if len(cut):
            exposure.share[cut], parts = _see(self._free_of(cut) & self._open(cut, frame, covers))
            exposure.parts[cut] = parts & self._bare(self.rows.take(cut))
        return exposure

    def anywhere(self) -> Exposure:
        """What of it an unbounded picture of 1 px/m would show."""
        return self._unbound(1.0)

    def _unbound(self, scale: float) -> Exposure:
        height = standing_height(self.crowd.stature.take(self.rows), scale)
        return Exposure(height, self.share.copy(), self.parts & self._bare(self.rows))

    def _bare(self, rows: Ints) -> Ints:
        """The mask of the parts that each body does not hide itself."""
        mask: Ints = silhouettes().bare(self.crowd.number.take(rows)) @ _BITS
        return mask

    def _free_of(self, chosen: Ints) -> NDArray[np.bool_]:
        """Which points of those chosen nothing hides."""
        free = np.ones((len(chosen), PARTS + SPOTS), dtype=bool)
        place = np.searchsorted(self.doubtful, chosen)
        known = self.doubtful.take(place, mode="clip") == chosen if len(self.doubtful) else np.zeros(len(chosen), bool)
        free[known] = self.free[place[known]]
        return free

    def _open(self, chosen: Ints, frame: Bounds, covers: Sequence[Bounds]) -> NDArray[np.bool_]:
        """Which points of those chosen are inside the frame, and under none of the covers."""
        across, up, _ = self.crowd.points(self.rows.take(chosen))
        inside = _within(frame, across, up)
        for cover in covers:
            inside &= ~_within(cover, across, up)
        return inside


def _edges(lengths: Sequence[int]) -> list[int]:
    """Where stretches of these lengths begin, one after another, and where the last ends."""
    return [0, *accumulate(lengths)]


def _see(free: NDArray[np.bool_]) -> tuple[Floats, Ints]:
    """The share of the body, and the mask of its parts, for each row of points that are free or not."""
    return free[:, PARTS:].sum(axis=1) * (1 / SPOTS), free[:, :PARTS] @ _BITS


def _corner(viewpoint: Viewpoint) -> tuple[float, float]:
    """Where the top left of the panel lies, in m of picture across and up from the venue's origin."""
    across, depth = viewpoint.from_origin
    half = 2 * viewpoint.scale
    return across - viewpoint.width / half, up_the_picture(depth) + viewpoint.height / half


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


def _within(bounds: Bounds, across: Singles, up: Singles) -> NDArray[np.bool_]:
    left, right, bottom, top = bounds
    return (across >= left) & (across < right) & (up > bottom) & (up <= top)


class Eye:
    """What there is to see in a venue; it remembers what the props hide from each turn."""

    def __init__(self, prisms: Sequence[Prism]) -> None:
        """An eye among these props."""
        self._prisms = tuple(prisms)
        self._curtains: dict[int, Curtain] = {}

    def ready(self) -> None:
        """Find out now what the props hide from each turn, so that no first look has to wait for it."""
        for turn in range(4):
            self._curtain(turn)

    def _curtain(self, turn: int) -> Curtain:
        return self._curtains.get(turn) or self._curtains.setdefault(turn, _curtain(self._prisms, turn))

    def show(self, turn: int, snapshot: Snapshot, statures: Floats, rows: Ints | None = None) -> Shown:
        """The bodies (or those in some rows only) from a turn, less what props and nearer people hide.

        `statures` in m by person id.
        """
        return self.show_each(turn, [snapshot], statures, None if rows is None else [rows])[0]

    def show_each(
        self, turn: int, snapshots: Sequence[Snapshot], statures: Floats, rows: Sequence[Ints] | None = None
    ) -> list[Shown]:
        """The same for several moments in one pass; `rows` for each of them."""
        crowd = _Crowd.see(turn, snapshots, statures)
        starts = _edges([len(snapshot.ids) for snapshot in snapshots])
        if rows is None:
            chosen, ends = np.arange(starts[-1]), starts
        else:
            chosen = np.concatenate([some + start for some, start in zip(rows, starts, strict=False)])
            ends = _edges([len(some) for some in rows])
        doubtful, free = self._doubtful(turn, crowd, chosen)
        share, parts = np.ones(len(chosen)), np.full(len(chosen), _BITS.sum())
        share[doubtful], parts[doubtful] = _see(free)
        cuts = np.searchsorted(doubtful, ends).tolist()
        return [
            Shown(
                turn, crowd.part(starts[n], starts[n + 1]), chosen[low:high] - starts[n], doubtful[first:last] - low,
                free[first:last], share[low:high], parts[low:high],
            )
            for n, (low, high, first, last) in enumerate(zip(ends, ends[1:], cuts, cuts[1:], strict=False))
        ]  # fmt: skip

    def _doubtful(self, turn: int, crowd: "_Crowd", rows: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Which of the rows (indices) something might hide, and which of their points nothing does."""
        curtain = self._curtain(turn)
        behind, before = _overlaps(crowd, rows)
        near = curtain.touches(crowd.across.take(rows), crowd.up.take(rows), crowd.depth.take(rows))
        near[behind] = True
        doubtful = near.nonzero()[0]
        across, up, depth = crowd.points(rows.take(doubtful))
        depth -= _SLACK
        free = ~curtain.hides(across, up, depth)
        if len(behind):
            _behind_people(crowd, (np.searchsorted(doubtful, behind), before), (across, up), free)
        return doubtful, free

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
    """Everyone present at one or more moments, as seen from a turn: where their feet are, and their outlines."""

    moment: Floats
    across: Floats
    depth: Floats
    up: Floats
    stature: Floats
    size: Floats
    number: Ints
    box: Floats

    @classmethod
    def see(cls, turn: int, snapshots: Sequence[Snapshot], statures: Floats) -> "_Crowd":
        def column(name: str) -> NDArray[Any]:
            columns = [getattr(snapshot, name) for snapshot in snapshots]
            return columns[0] if len(columns) == 1 else np.concatenate(columns)

        view = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
        across, depth = view.across_and_depth(column("position"))
        stature = statures.take(column("ids"))
        number = silhouettes().numbers(column("pose"), column("phase"), view.direction(column("heading")))
        up = up_the_picture(depth, column("base"))
        size = stature / STATURE
        box = silhouettes().bounds(number)
        box *= size[:, None]
        box += np.stack([across, across, up, up], axis=1)
        moment = np.repeat(np.arange(float(len(snapshots))), [len(snapshot.ids) for snapshot in snapshots])
        return cls(moment, across, depth, up, stature, size, number, box)

    def part(self, start: int, end: int) -> "_Crowd":
        """The rows from one to another."""
        some = slice(start, end)
        return _Crowd(
            self.moment[some], self.across[some], self.depth[some], self.up[some], self.stature[some],
            self.size[some], self.number[some], self.box[some],
        )  # fmt: skip

    def points(self, rows: Ints) -> tuple[Singles, Singles, Singles]:
        """The points of these rows' bodies: across, up and in depth."""
        points = silhouettes().points(self.number.take(rows))
        points *= self.size.take(rows).astype(np.float32)[:, None, None]
        for n, origin in enumerate((self.across, self.up, self.depth)):
            points[:, n] += origin.take(rows).astype(np.float32)[:, None]
        return points[:, 0], points[:, 1], points[:, 2]


def _behind_people(
    crowd: _Crowd, pairs: tuple[Ints, Ints], points: tuple[Singles, Singles], free: NDArray[np.bool_]
) -> None:
    """Strike out what nearer bodies cover; the pairs are sorted by whom they hide."""
    behind, before = pairs
    smaller = (1 / crowd.size.take(before)).astype(np.float32)[:, None]
    across = points[0].take(behind, axis=0)
    across -= crowd.across.take(before).astype(np.float32)[:, None]
    across *= smaller
    up = points[1].take(behind, axis=0)
    up -= crowd.up.take(before).astype(np.float32)[:, None]
    up *= smaller
    covered = silhouettes().covers(crowd.number.take(before), across, up)
    starts = np.diff(behind, prepend=-1).nonzero()[0]
    free[behind.take(starts)] &= ~np.logical_or.reduceat(covered, starts, axis=0)


def _overlaps(crowd: _Crowd, rows: Ints) -> tuple[Ints, Ints]:
    """Pairs of (index into rows, row of a nearer body) whose outlines' boxes overlap; sorted by the first."""
    box = crowd.box
    left = box[:, 0] + _FAR_APART * crowd.moment
    order = left.argsort(kind="stable")
    ordered = left.take(order)
    widest = float((box[:, 1] - box[:, 0]).max(initial=0.0))
    low = np.searchsorted(ordered, left.take(rows) - widest)
    count = np.searchsorted(ordered, box[rows, 1] + _FAR_APART * crowd.moment.take(rows)) - low
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
