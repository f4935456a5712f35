"""Where a person can stand, and what an author's word for a place means to one person of the cast."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from game.cast import Relation, Target
from game.geometry import Point, edges, sees
from game.scenario import Layout
from game.scenario.premises import Place
from game.scenario.venue.free_floor import CLEARANCE, FreeFloor
from game.scenario.venue.grid import CELL
from game.scenario.venue.layout import OVERHEAD
from game.view import Landmark

from .walks import Walks

WAYS = {"near ": (3.0, 7.0), "beside ": (0.8, 1.8), "against ": (0.0, 0.0), "past ": (4.0, 9.0)}
"""Words before a place, and how far off they mean (m). No spot is as near as `against` asks: it is the nearest."""
INWARD = 0.75
"""How far from its very end, in m, the end of a long place is taken to be."""
TIGHT = 0.0015
"""Metres beyond a body's own that a spot must have: room is measured to points along a wall, which overstates it about
as much where a body only just passes. Fitted on King Street, where it leaves out what an exact measure leaves out."""
IN_THE_DRY = 0.75
"""Share of those who stand about in rain who do so in the dry, if there is any."""
SHELTERING, TALL, WIDE, UNDER = 1.8, 3.0, 1.0, 0.6
"""Metres from a wall within which it is drier, how high that wall is, and how wide what one stands under; and how far
from its edge one still counts as under it."""
_RELATIONS = frozenset(get_args(Relation))


@dataclass(frozen=True)
class Bearings:
    """What words mean for one person: the target of the tell, where they are bound, who is with them."""

    exit: str
    destination: str | None = None
    target: Landmark | None = None
    partner: int | None = None
    leader: int | None = None
    here: Point | None = None
    """Where they will stand."""


class UnknownPlace(LookupError):
    """A word that names no place of this venue."""


@dataclass(frozen=True)
class Spots:
    """A layout with its free floor: nodes of a grid that can be stood on and reached.

    `free` (x, y) says which; `nodes` are those, and `roomy` those with room about them, (n, 2) in m; `between` (e, 4)
    are the edges of whatever is in the way of a look, or of a straight walk; `walks` tells how long ways take. In rain
    `dry` are nodes that are under something or close to a wall, where the rest is under the sky.
    """

    layout: Layout
    free: NDArray[np.bool_]
    nodes: NDArray[np.float64]
    roomy: NDArray[np.float64]
    between: NDArray[np.float64]
    walks: Walks
    dry: NDArray[np.float64]

    def stand_near(
        self, chance: np.random.Generator, centre: Point, low: float, high: float, *, in_sight: bool = False
    ) -> Point:
        """A free spot from low to high metres off, with a free line to the centre if asked and there is one."""
        first, beyond = self._west_to_east.searchsorted((centre[0] - high - CELL, centre[0] + high + CELL))
        away = _away(self.nodes[first:beyond], centre)
        ring = np.flatnonzero((away >= low) & (away <= high)) + first
        if not len(ring):
            # Where the ring has no free spot, one of the dozen nearest that are free.
            ring = _nearest(_away(self.nodes, centre), 12)
        # Two dozen are tried for one with a free line: looking along more costs more than it finds.
        points = self.nodes[chance.permutation(ring)[:24]]
        if in_sight:
            # Not all the way: what is looked at stands there itself, and would hide its own middle.
            short = points + 0.8 * (np.array(centre) - points)
            clear = next((n for n in range(len(points)) if self.sees(points[n].tolist(), short[n].tolist())), 0)
            points = points[clear:]
        return self._about(chance, points[0])

    def sees(self, a: Sequence[float], b: Sequence[float]) -> bool:
        """Whether nothing stands between two spots."""
        return bool(sees((a[0], a[1]), np.array([b[:2]]), self.between)[0])

    def anywhere(self, chance: np.random.Generator) -> Point:
        """A free spot with room about it, in a waiting area where the venue has any."""
        areas, nodes = self._find_waiting, self.roomy
        if len(self.dry) and chance.random() < IN_THE_DRY:
            areas, nodes = [], self.dry
        # Four in five wait where waiting is meant; the others are what makes a hall lived in.
        if areas and chance.random() < 0.8:
            nodes = areas[int(chance.integers(len(areas)))]
        return self._about(chance, nodes[int(chance.integers(len(nodes)))])

    @cached_property
    def _find_waiting(self) -> list[NDArray[np.float64]]:
        """The roomy nodes of each waiting area."""
        return [self._inside(place) for place in self.layout.places.values() if place.kind == "waiting area"]

    def _inside(self, area: Place) -> NDArray[np.float64]:
        half = np.maximum(np.array(area.size) / 2, 1.0)
        inside = np.all(np.abs(self.roomy - np.array(area.at)) <= half, axis=1)
        return self.roomy[inside] if inside.any() else self.roomy

    @cached_property
    def _west_to_east(self) -> NDArray[np.float64]:
        """How far east each node lies; they are in this order."""
        return np.ascontiguousarray(self.nodes[:, 0])

    def _about(self, chance: np.random.Generator, point: NDArray[np.float64]) -> Point:
        # A hand's breadth off, or people would stand on a grid.
        x, y = (point + chance.uniform(-0.1, 0.1, 2)).tolist()
        return x, y

    def within(self, chance: np.random.Generator, name: str) -> Point:
        """A standing spot inside the named place, or as near to it as can be stood."""
        place = self.layout.places[name]
        half_w, half_d = place.size[0] / 2, place.size[1] / 2
        for _ in range(12):
            x = place.at[0] + float(chance.uniform(-half_w, half_w))
            y = place.at[1] + float(chance.uniform(-half_d, half_d))
            column, row = round(x / CELL), round(y / CELL)
            if 0 <= column < self.free.shape[0] and 0 <= row < self.free.shape[1] and self.free[column, row]:
                return x, y
        return self.stand_near(chance, place.at, 0.0, max(half_w, half_d, 1.0))


def _nearest(away: NDArray[np.float64], some: int) -> NDArray[np.int64]:
    """The indices of so many of the least, the least first."""
    if len(away) <= some:
        return np.argsort(away, kind="stable")
    near = np.flatnonzero(away <= np.partition(away, some)[some])
    return near[np.argsort(away[near], kind="stable")][:some]


def _away(nodes: NDArray[np.float64], centre: Point) -> NDArray[np.float64]:
    """How far each of the nodes is from a point."""
    away: NDArray[np.float64] = np.sqrt((nodes[:, 0] - centre[0]) ** 2 + (nodes[:, 1] - centre[1]) ** 2)
    return away


def find_spots(floor: FreeFloor, *, rain: bool = False) -> Spots:
    """The main part of a floor, a body's width from whatever stands on it."""
    layout = floor.layout
    free = ndimage.binary_erosion((floor.patch == floor.main) & (floor.room >= CLEARANCE + TIGHT))
    nodes, roomy = (
        np.argwhere(cells).astype(np.float64) * CELL for cells in (free, ndimage.binary_erosion(free, iterations=4))
    )
    for portal in layout.venue.portals:
        # Nobody waits in a door: 2.5 m is out of the way of those who come and go.
        roomy = roomy[np.sum((roomy - np.array(portal.at)) ** 2, axis=1) > 2.5**2]
    tall = [prism.footprint for prism in layout.prisms if prism.hides]
    between = edges([*tall, *layout.solids, *layout.walls])
    roomy = roomy if len(roomy) else nodes
    dry = _sheltered(layout, nodes) if rain and not layout.venue.roof else nodes[:0]
    return Spots(layout, free, nodes, roomy, between, Walks(floor), dry)


def _sheltered(layout: Layout, nodes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Those of the nodes that are under something, such as a tree, or close to a high wall."""
    covered = np.zeros(len(nodes), dtype=bool)
    for thing in layout.standing:
        for box in thing.kind.boxes:
            if box.at[2] >= OVERHEAD and min(box.size[:2]) >= WIDE:
                corners = np.array(thing.footprint(box))
                low, high = corners.min(axis=0) - UNDER, corners.max(axis=0) + UNDER
                covered |= ((nodes >= low) & (nodes <= high)).all(axis=1)
    for wall in layout.venue.walls:
        for start, end in pairwise(wall.points) if wall.height >= TALL else ():
            low, high = np.minimum(start, end) - SHELTERING, np.maximum(start, end) + SHELTERING
            covered |= ((nodes >= low) & (nodes <= high)).all(axis=1)
    return nodes[covered]


def whereabouts(word: str, spots: Spots, bearings: Bearings, chance: np.random.Generator, *, go: bool) -> Target:
    """What `word` means: somewhere to go (a standing spot) or something to look at (the thing itself)."""
    if word in ("partner", "leader"):
        row = bearings.partner if word == "partner" else bearings.leader
        return Target(word, person=row) if row is not None else Target(word, relation="nearest person")
    if word in _RELATIONS:
        return Target(word, relation=word)  # type: ignore[arg-type]
    if word in ("somewhere", "same spot"):
        return _point(word, spots.anywhere(chance))
    for way in WAYS:
        if word.startswith(way):
            mark = _landmark(word.removeprefix(way), spots, bearings, chance)
            seen = Target(mark.name, point=mark.aim)
            return _beside(way, mark, spots, chance) if go else seen
    return _find_named(word, spots, bearings, chance, go=go)


def _beside(way: str, mark: Landmark, spots: Spots, chance: np.random.Generator) -> Target:
    """A spot near, beside, against or past something; against a door it is the doorway itself."""
    low, high = WAYS[way]
    if high:
        return _point(way + mark.name, spots.stand_near(chance, (mark.x, mark.y), low, high, in_sight=low > 1.0))
    door = spots.layout.portals.get(mark.name)
    return _point(mark.name, door.at if door else spots.stand_near(chance, (mark.x, mark.y), low, high))


def _point(name: str, point: Point) -> Target:
    return Target(name, point=(point[0], point[1], 0.0))


def _find_named(word: str, spots: Spots, bearings: Bearings, chance: np.random.Generator, *, go: bool) -> Target:
    if word == "any seat" or (go and word.removeprefix("any ") in {"bench", "seat"}):
        return _seat(spots, chance)
    mark = _landmark(word, spots, bearings, chance)
    layout = spots.layout
    if not go:
        return Target(mark.name, point=mark.aim)
    if mark.name in layout.portals:
        return _point(mark.name, layout.portals[mark.name].at)
    if mark.name in layout.places:
        queue = mark.name if layout.places[mark.name].queue else None
        x, y = layout.places[mark.name].at if queue else spots.within(chance, mark.name)
        return Target(mark.name, point=(x, y, 0.0), queue=queue)
    stool = next((seat for seat in layout.stools if seat.name == mark.name), None)
    if stool is not None:
        return Target(mark.name, point=(*stool.at, 0.0), seat=stool.name)
    return _point(mark.name, spots.stand_near(chance, (mark.x, mark.y), 0.8, 2.5, in_sight=True))


def _seat(spots: Spots, chance: np.random.Generator) -> Target:
    seats = spots.layout.seats
    if not seats:
        return _point("somewhere", spots.anywhere(chance))
    seat = seats[int(chance.integers(len(seats)))]
    return Target("seat", point=(*seat.at, 0.0), seat=seat.name)


def _landmark(word: str, spots: Spots, bearings: Bearings, chance: np.random.Generator) -> Landmark:
    if word == "target" and bearings.target:
        return bearings.target
    for end, side in (("one end of ", -1), ("other end of ", 1)):
        if word.startswith(end):
            return _end(_landmark(word.removeprefix(end), spots, bearings, chance), spots.layout, side)
    named = {"exit": bearings.exit, "destination": bearings.destination or bearings.exit}.get(word, word)
    if mark := spots.layout.landmark(named):
        return mark
    kind = named.removeprefix("any ").removeprefix("nearest ")
    marks = spots.layout.of_kind(kind)
    if not marks and kind == "shop":
        shops = [portal.portal for portal in spots.layout.venue.portals if portal.kind == "shop"]
        marks = tuple(mark for name in shops if (mark := spots.layout.landmark(name)))
    if not marks:
        raise UnknownPlace(word)
    if named.startswith("nearest ") and bearings.here:
        here = bearings.here
        return min(marks, key=lambda mark: (mark.x - here[0]) ** 2 + (mark.y - here[1]) ** 2)
    return marks[int(chance.integers(len(marks)))]


def _end(mark: Landmark, layout: Layout, side: int) -> Landmark:
    """One end of a long place, such as a gateline; of anything else, the thing itself."""
    place = layout.places.get(mark.name)
    east, north = place.size if place else (0.0, 0.0)
    along = max(east, north) / 2 - INWARD
    if along <= 0:
        return mark
    x, y = (side * along, 0.0) if east > north else (0.0, side * along)
    return replace(mark, x=mark.x + x, y=mark.y + y)
