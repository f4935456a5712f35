"""A venue with its props in place: what blocks feet and eyes, where one sits, and what every spot is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from game.clock import minute_of_day
from game.geometry import Point, Polygon, sides, step_length
from game.timetable import Service, buses, through
from game.view.eyes import EYE_LEVEL
from game.view.landmark import Landmark
from game.view.prism import Prism

from ..premises import Box, Place, Portal, Prop, PropKind, Venue, Void
from .partitions import partitions
from .passages import BUILT, SERVED, Passage, passages
from .stands import BusStand, stands
from .tracks import PlatformTrack, tracks

STEPPABLE = 0.06
"""Boxes that rise no higher than this (m) can be walked over."""
OVERHEAD = 2.0
"""Boxes that begin above this (m) can be walked under."""
IN_A_WALL = 1.2
"""Metres from a wall within which a portal is a door in it: as far as a shop's front stands before its back wall."""
NOT_PUBLIC = ("staff only", "shop")
"""Kinds of portals that nobody of the crowd takes of themselves."""
PORTAL_LANDMARKS = {
    "staff only": "staff door", "shop": "shop", "platform": "platform", "train": "platform",
    "bus": "bus stand",
}  # fmt: skip
"""What people take a portal for; any other kind is an exit."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place to sit: where, and the direction one faces."""

    name: str
    at: Point
    facing: Point


@dataclass(frozen=True, slots=True)
class Standing:
    """One copy of a prop, where it stands."""

    prop: Prop
    kind: PropKind
    at: Point
    turn: float

    def place(self, x: float, y: float) -> Point:
        """A point of the prop's own frame, in the venue. Quarter turns are exact."""
        c, s = _turn(self.turn)
        return self.at[0] + x * c - y * s, self.at[1] + x * s + y * c

    def footprint(self, box: Box) -> Polygon:
        """The outline of one of its boxes on the floor, in the venue; an octagon if the box is round."""
        (x, y, _), (w, d, _) = box.at, box.size
        corners: Polygon = ((x, y), (x + w, y), (x + w, y + d), (x, y + d))
        if box.round:
            corners = _ring(x + w / 2, y + d / 2, min(w, d) / 2)
        return tuple(self.place(*corner) for corner in corners)

    @property
    def solids(self) -> Iterator[Polygon]:
        """The outlines of those of its parts that nobody can walk over or under."""
        for box in self.kind.boxes if self.kind.solid else ():
            if box.at[2] < OVERHEAD and box.at[2] + box.size[2] > STEPPABLE:
                yield self.footprint(box)

    @property
    def prisms(self) -> Iterator[Prism]:
        """Those of its parts that nobody can see through."""
        for box in self.kind.boxes if self.kind.opaque else ():
            if box.skin != "glass":
                yield Prism(self.footprint(box), box.at[2], box.at[2] + box.size[2])


@dataclass(frozen=True)
class Layout:
    """The venue resolved. `walls` are segments; `solids` footprints to walk round; `prisms` what hides."""

    venue: Venue
    standing: tuple[Standing, ...]
    walls: tuple[tuple[Point, Point], ...]
    solids: tuple[Polygon, ...]
    prisms: tuple[Prism, ...]
    seats: tuple[Seat, ...]
    stools: tuple[Seat, ...]
    """Those from which a thing is used, by its name."""
    landmarks: tuple[Landmark, ...]
    places: Mapping[str, Place]
    portals: Mapping[str, Portal]
    passages: Mapping[str, Passage]
    tracks: Mapping[str, PlatformTrack]
    """Those beside which trains stop and go on, by the portal that is the platform's edge."""
    stands: Mapping[str, BusStand]
    """Where buses stop and go on, by the portal that is the kerb."""

    def landmark(self, name: str) -> Landmark | None:
        """The landmark of this name, if there is one."""
        return next((mark for mark in self.landmarks if mark.name == name), None)

    def threshold(self, portal: str) -> Passage | None:
        """Where a portal can be seen to be shut: before its passage, or in the wall it is in; None if in neither."""
        at = self.portals[portal].at
        if portal in self.passages or not self.walls:
            return self.passages.get(portal)
        away, (x, y) = min(measure_to_wall(at, wall) for wall in self.walls)
        if not 0 < away <= IN_A_WALL:
            return None
        out = (x - at[0]) / away, (y - at[1]) / away
        return Passage(portal, self.portals[portal].kind, at, out, self.portals[portal].width / 2, 0.0, 0.0)

    @property
    def hiding_walls(self) -> Iterator[tuple[Point, Point]]:
        """The stretches of wall that nobody on the floor looks over or through, and the sides of solid earth."""
        for wall in self.venue.walls:
            if wall.height > EYE_LEVEL and not wall.seen_through:
                yield from pairwise(wall.points)
        for earth in self.voids if self.venue.surroundings == "earth" else ():
            yield from sides(earth)

    @property
    def inner(self) -> frozenset[str]:
        """The portals that only join levels, and are no way out."""
        return inner((portal.portal, portal.leads_to) for portal in self.venue.portals)

    @property
    def public(self) -> tuple[str, ...]:
        """The portals by which the crowd comes and goes."""
        return public(self.venue)

    @property
    def ways_in(self) -> tuple[str, ...]:
        """Those by which the crowd comes on foot at any time; those where something stops, if there is no other."""
        return tuple(name for name in self.public if self.portals[name].kind not in SERVED) or self.public

    def services(self, starts: str) -> dict[str, Service]:
        """The trains and buses that stop here and go on, by portal, in a scene that starts at "HH:MM"."""
        minute = minute_of_day(starts, 0)
        found = {name: through(name, round(self.portals[name].every), minute) for name in self.tracks}
        for name, stand in self.stands.items():
            found[name] = buses(name, round(self.portals[name].every), minute, stand.road, stand.along)
        return found

    @property
    def beds(self) -> tuple[Polygon, ...]:
        """The ground of tracks and roads, on which nobody walks."""
        return _beds(self.tracks, self.stands)

    @property
    def voids(self) -> tuple[Polygon, ...]:
        """The parts that are no floor."""
        return tuple(_corners(void) for void in self.venue.voids)

    def of_kind(self, kind: str) -> tuple[Landmark, ...]:
        """All landmarks of a kind, in the order of the venue's file."""
        return tuple(mark for mark in self.landmarks if mark.kind == kind)


def layout(venue: Venue, kinds: Mapping[str, PropKind]) -> Layout:
    """The venue with each prop in its place."""
    standing = tuple(_standing(venue, kinds))
    ways = passages(venue)
    rails, kerbs = tracks(venue, ways), stands(venue, ways)
    return Layout(
        venue=venue,
        standing=standing,
        walls=tuple(pair for wall in venue.walls for pair in pairwise(wall.points)),
        solids=(
            *(footprint for thing in standing for footprint in thing.solids),
            *(passage.strip(0.0, passage.run) for passage in ways.values() if passage.kind in BUILT),
            *_beds(rails, kerbs),
            *(_corners(void) for void in venue.voids),
        ),
        prisms=(*(prism for thing in standing for prism in thing.prisms), *partitions(venue)),
        seats=tuple(_seats(standing)),
        stools=tuple(_stools(standing)),
        landmarks=tuple(_landmarks(venue, standing)),
        places={place.place: place for place in venue.places},
        portals={portal.portal: portal for portal in venue.portals},
        passages=ways,
        tracks=rails,
        stands=kerbs,
    )


def _beds(rails: Mapping[str, PlatformTrack], kerbs: Mapping[str, BusStand]) -> tuple[Polygon, ...]:
    """The ground of each track and each road; one for a road, however many stands are on it."""
    roads = {kerb.road: kerb.bed for kerb in kerbs.values()}
    return (*(track.bed for track in rails.values()), *roads.values())


def measure_to_wall(at: Point, wall: tuple[Point, Point]) -> tuple[float, Point]:
    """How far a point is from a stretch of wall, in m, and the point of it that is nearest."""
    (ax, ay), (bx, by) = wall
    dx, dy = bx - ax, by - ay
    share = ((at[0] - ax) * dx + (at[1] - ay) * dy) / (dx * dx + dy * dy or 1.0)
    x, y = ax + dx * min(max(share, 0.0), 1.0), ay + dy * min(max(share, 0.0), 1.0)
    return step_length(at[0] - x, at[1] - y), (x, y)


def _corners(void: Void) -> Polygon:
    (x, y), (wide, deep) = void.at, void.size
    return (x, y), (x + wide, y), (x + wide, y + deep), (x, y + deep)


def inner(portals: Iterable[tuple[str, str | None]]) -> frozenset[str]:
    """Of portals and what each leads to: those that only join levels."""
    return frozenset(name for pair in portals if pair[1] for name in pair if name)


def public(venue: Venue) -> tuple[str, ...]:
    """The portals by which the crowd comes and goes of itself: no way between levels, no staff door, no shop."""
    joining = inner((portal.portal, portal.leads_to) for portal in venue.portals)
    return tuple(
        portal.portal for portal in venue.portals if portal.portal not in joining and portal.kind not in NOT_PUBLIC
    )


def known_as(kind: str, *, inside: bool) -> str:
    """What people take a portal for: one that only joins levels is no exit."""
    return PORTAL_LANDMARKS.get(kind, "way between levels" if inside else "exit")


def _turn(degrees: float) -> tuple[float, float]:
    exact = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
    return exact.get(degrees % 360, (cos(radians(degrees)), sin(radians(degrees))))


def _standing(venue: Venue, kinds: Mapping[str, PropKind]) -> Iterator[Standing]:
    for prop in venue.props:
        for n in range(prop.repeat):
            at = (prop.at[0] + n * prop.step[0], prop.at[1] + n * prop.step[1])
            yield Standing(prop, kinds[prop.prop], at, prop.turn)


def _ring(x: float, y: float, r: float) -> Polygon:
    """A circle as an octagon, anticlockwise."""
    near, far = r * 0.41421356237309503, r
    return (
        (x - near, y - far), (x + near, y - far), (x + far, y - near), (x + far, y + near),
        (x + near, y + far), (x - near, y + far), (x - far, y + near), (x - far, y - near),
    )  # fmt: skip


def _seats(standing: tuple[Standing, ...]) -> Iterator[Seat]:
    for n, thing in enumerate(standing):
        for m, (x, y, facing) in enumerate(thing.kind.seats):
            yield _seat(f"{thing.prop.name or thing.kind.prop} {n}/{m}", thing, x, y, facing)


def _stools(standing: tuple[Standing, ...]) -> Iterator[Seat]:
    for thing in standing:
        if thing.prop.name and thing.kind.stool:
            yield _seat(thing.prop.name, thing, *thing.kind.stool)


def _seat(name: str, thing: Standing, x: float, y: float, facing: float) -> Seat:
    c, s = _turn(thing.turn + facing)
    return Seat(name, thing.place(x, y), (-s, c))


def _landmarks(venue: Venue, standing: tuple[Standing, ...]) -> Iterator[Landmark]:
    for place in venue.places:
        yield Landmark(place.place, place.kind, *place.at, place.height)
    levels = inner((other.portal, other.leads_to) for other in venue.portals)
    for portal in venue.portals:
        yield Landmark(portal.portal, known_as(portal.kind, inside=portal.portal in levels), *portal.at, 1.2)
    for camera in venue.cameras:
        yield Landmark(camera.camera, "camera", *camera.at, camera.height)
    for thing in standing:
        if thing.prop.name and thing.kind.landmark:
            top = max(box.at[2] + box.size[2] for box in thing.kind.boxes)
            yield Landmark(thing.prop.name, thing.kind.landmark, *thing.at, thing.kind.height or top)
