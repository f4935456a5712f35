"""Where a person can stand, and what an author's word for a place means to one person of the cast."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..cast import Relation, Target
from ..geometry import Point, contains, sees
from ..scenario import Layout
from ..view import Landmark

CELL = 0.5
CLEARANCE = 0.45
_RELATIONS = frozenset(get_args(Relation))


@dataclass(frozen=True)
class Bearings:
    """What words mean for one person: the target of the tell, where they are bound, who is with them."""

    exit: str
    destination: str | None = None
    target: Landmark | None = None
    partner: int | None = None
    leader: int | None = None


class UnknownPlace(LookupError):
    """A word that names no place of this venue."""


@dataclass(frozen=True)
class Spots:
    """A layout with its free floor: cells (x, y) of 0.5 m that can be stood on and reached from a portal."""

    layout: Layout
    free: NDArray[np.bool_]
    roomy: NDArray[np.bool_]

    def stand_near(
        self, chance: np.random.Generator, centre: Point, low: float, high: float, *, in_sight: bool = False
    ) -> Point:
        """A free spot from low to high metres off, with a free line to the centre if asked and there is one."""
        xs, ys = np.nonzero(self.free)
        x, y = (xs + 0.5) * CELL, (ys + 0.5) * CELL
        away = np.sqrt((x - centre[0]) ** 2 + (y - centre[1]) ** 2)
        ring = np.flatnonzero((away >= low) & (away <= high))
        if not len(ring):
            ring = np.argsort(away, kind="stable")[:12]
        order = chance.permutation(ring)[:24]
        points = [(float(x[k]), float(y[k])) for k in order]
        if in_sight:
            for point in points:
                short = (centre[0] + 0.2 * (point[0] - centre[0]), centre[1] + 0.2 * (point[1] - centre[1]))
                if sees(point, short, self.layout.solids):
                    return point
        return self._within_cell(chance, points[0])

    def anywhere(self, chance: np.random.Generator) -> Point:
        """A free spot with room about it, in a waiting area where the venue has any."""
        areas = [place for place in self.layout.places.values() if place.kind == "waiting area"]
        cells = np.argwhere(self.roomy)
        if areas and chance.random() < 0.8:
            area = areas[int(chance.integers(len(areas)))]
            half = np.array(area.size) / 2
            inside = np.all(np.abs((cells + 0.5) * CELL - np.array(area.at)) <= np.maximum(half, 1.0), axis=1)
            cells = cells[inside] if inside.any() else cells
        cell = cells[int(chance.integers(len(cells)))]
        return self._within_cell(chance, (float((cell[0] + 0.5) * CELL), float((cell[1] + 0.5) * CELL)))

    def _within_cell(self, chance: np.random.Generator, point: Point) -> Point:
        dx, dy = chance.uniform(-0.2, 0.2, 2)
        return point[0] + float(dx), point[1] + float(dy)

    def within(self, chance: np.random.Generator, name: str) -> Point:
        """A standing spot inside the named place, or as near to it as can be stood."""
        place = self.layout.places[name]
        half_w, half_d = place.size[0] / 2, place.size[1] / 2
        for _ in range(12):
            x = place.at[0] + float(chance.uniform(-half_w, half_w))
            y = place.at[1] + float(chance.uniform(-half_d, half_d))
            column, row = int(x / CELL), int(y / CELL)
            if 0 <= column < self.free.shape[0] and 0 <= row < self.free.shape[1] and self.free[column, row]:
                return x, y
        return self.stand_near(chance, place.at, 0.0, max(half_w, half_d, 1.0))


def spots(layout: Layout) -> Spots:
    """The free floor of a layout."""
    columns, rows = (int(np.ceil(length / CELL)) for length in layout.venue.size)
    x, y = np.meshgrid((np.arange(columns) + 0.5) * CELL, (np.arange(rows) + 0.5) * CELL, indexing="ij")
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    blocked = np.zeros(len(points), dtype=bool)
    for outline in (*layout.solids, *layout.walls):
        near = np.flatnonzero(_about(outline, points))
        blocked[near] |= _distance_to_edges(outline, points[near]) < CLEARANCE
        if len(outline) > 2:
            blocked[near] |= contains(outline, points[near])
    open_floor = ~blocked.reshape(columns, rows)
    labels, _ = ndimage.label(open_floor)
    reached = [_label_at(labels, portal.at) for portal in layout.venue.portals]
    main = max(sorted({label for label in reached if label}), key=lambda label: int((labels == label).sum()), default=0)
    free = (labels == main) if main else open_floor
    roomy = ndimage.binary_erosion(free, iterations=2)
    for portal in layout.venue.portals:
        roomy &= np.sqrt((x - portal.at[0]) ** 2 + (y - portal.at[1]) ** 2) > 2.5
    return Spots(layout, free, roomy if roomy.any() else free)


def _label_at(labels: NDArray[np.signedinteger], point: Point) -> int:
    column, row = int(point[0] / CELL), int(point[1] / CELL)
    near = labels[max(0, column - 2) : column + 3, max(0, row - 2) : row + 3]
    found = near[near > 0]
    return int(found[0]) if found.size else 0


def _about(outline: Sequence[Point], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which points lie within reach of an outline's bounding box."""
    corners = np.array(outline)
    low, high = corners.min(axis=0) - CLEARANCE, corners.max(axis=0) + CLEARANCE
    return np.asarray(np.all((points >= low) & (points <= high), axis=1))


def _distance_to_segment(points: NDArray[np.float64], a: Point, b: Point) -> NDArray[np.float64]:
    ab = np.array([b[0] - a[0], b[1] - a[1]])
    ap = points - np.array(a)
    length = float(ab[0] ** 2 + ab[1] ** 2)
    t = np.clip((ap[:, 0] * ab[0] + ap[:, 1] * ab[1]) / length, 0.0, 1.0) if length else np.zeros(len(points))
    rest = ap - t[:, None] * ab
    return np.asarray(np.sqrt(rest[:, 0] ** 2 + rest[:, 1] ** 2))


def _distance_to_edges(polygon: Sequence[Point], points: NDArray[np.float64]) -> NDArray[np.float64]:
    if not len(points):
        return np.zeros(0)
    edges = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return np.asarray(np.min([_distance_to_segment(points, a, b) for a, b in edges], axis=0))


def whereabouts(word: str, spots: Spots, bearings: Bearings, chance: np.random.Generator, *, go: bool) -> Target:
    """What `word` means: somewhere to go (a standing spot) or something to look at (the thing itself)."""
    if word in ("partner", "leader"):
        row = bearings.partner if word == "partner" else bearings.leader
        return Target(word, person=row) if row is not None else Target(word, relation="nearest person")
    if word in _RELATIONS:
        return Target(word, relation=word)  # type: ignore[arg-type]
    if word == "somewhere":
        return _point(word, spots.anywhere(chance))
    for prefix, low, high in (("near ", 3.0, 7.0), ("beside ", 0.8, 1.8), ("past ", 4.0, 9.0)):
        if word.startswith(prefix):
            mark = _landmark(word.removeprefix(prefix), spots, bearings, chance)
            if not go:
                return Target(mark.name, point=(mark.x, mark.y, mark.z or 1.5))
            return _point(word, spots.stand_near(chance, (mark.x, mark.y), low, high, in_sight=low > 1.0))
    return _named(word, spots, bearings, chance, go=go)


def _point(name: str, point: Point) -> Target:
    return Target(name, point=(point[0], point[1], 0.0))


def _named(word: str, spots: Spots, bearings: Bearings, chance: np.random.Generator, *, go: bool) -> Target:
    if word == "any seat" or (go and word.removeprefix("any ") in {"bench", "seat"}):
        return _seat(spots, chance)
    mark = _landmark(word, spots, bearings, chance)
    layout = spots.layout
    if not go:
        return Target(mark.name, point=(mark.x, mark.y, mark.z or 1.5))
    if mark.name in layout.portals:
        return _point(mark.name, layout.portals[mark.name].at)
    if mark.name in layout.places:
        queue = mark.name if layout.places[mark.name].queue else None
        x, y = layout.places[mark.name].at if queue else spots.within(chance, mark.name)
        return Target(mark.name, point=(x, y, 0.0), queue=queue)
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
    return marks[int(chance.integers(len(marks)))]
