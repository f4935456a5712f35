"""What lies beyond a portal's line and is still in sight: stairs, a lift, the pavement, a platform."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from game.geometry import Point, Polygon, step_length

from ..premises import Portal, Venue

EXTENT: Mapping[str, tuple[float, float]] = {
    "stairs": (3.6, 1.9), "escalator": (4.8, 2.4), "lift": (1.6, 0.0), "street": (5.2, 0.0), "door": (5.2, 0.0),
    "platform": (20.0, 0.0), "shop": (0.5, 0.0), "train": (1.0, 0.0), "bus": (1.0, 0.0),
    "staff only": (1.6, 0.0),
}  # fmt: skip
"""By kind of portal: how far out one goes on in sight, and how far up or down, in m."""
LEAF = 0.6
"""Metres from the line of a staff door to its leaf. Whoever has no business behind it stops short of that."""
INDOORS = 0.5
"""Metres that one goes on in sight behind a door that only leads to another part of the venue."""
SERVED: Mapping[str, str] = {"train": "trains", "bus": "buses"}
"""Those at whose edge something stops, opens its doors and goes on; and what several of it are called."""
BEDS: Mapping[str, float] = {"train": 3.1, "bus": 7.0}
"""Metres from such an edge to the far side of the track, as a metro train is 2.7 m wide, or of the road, which has a
lane to stop in and one to pass those that stand. Both run from rim to rim, and on."""
BUILT = ("stairs", "escalator", "lift")
"""Those that are drawn, and that nobody can walk over."""
OUTDOORS = ("street", "door")
"""Those that lead out on to a pavement, along which one goes on; below ground, into a passage straight on."""
ROADS = ("street", "airfield")
"""Surroundings in which a road runs along the pavement."""
PAVEMENT = 6.5
"""Metres from the venue's edge to the kerb: as wide as before a station's doors."""
ALONG = 20.0
"""Metres along the pavement for which those who go are in sight: some fifteen seconds' walk."""
NEAR_WALL, LANES = 2.3, 1.5
"""Metres from the edge to the first door's lanes on the pavement, and from one door's to the next door's."""
CLEAR = 1.0
"""Metres from a track or a road at which one turns off before it."""
CLIMB = 0.62
"""Factor on the free speed, along the plan, on stairs."""
MOVES = 0.6
"""Speed of an escalator in m/s along the plan."""
CORNER = 0.7
"""Metres before the corner between the way out and the way along the pavement at which people turn."""
FADES = 0.55
"""Share of the way along a passage from which people fade."""
RIM = 2.0
"""Metres from the edge of the venue within which a way leads over that edge, unless the portal says otherwise."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What lies beyond a portal's line at `at`: `out` leads away from the hall, `rise` is below 0 for a way down."""

    portal: str
    kind: str
    at: Point
    out: Point
    half: float
    run: float
    rise: float
    lane: float = 0.0
    """How far out the middle of this door's own lanes along the pavement is; 0 where one goes straight on."""
    sides: tuple[float, float] = (0.0, 0.0)
    """How far one goes along the pavement to the left of the way out, and to the right of it."""

    @property
    def level(self) -> bool:
        """Whether one walks on over level ground, and not on stairs or into a lift."""
        return self.kind not in BUILT

    @property
    def fades(self) -> tuple[float, float]:
        """Between how many metres along people go out of sight: towards the end, or before the leaf of a staff door."""
        return (LEAF / 2, LEAF * 0.9) if self.kind == "staff only" else (FADES * self.run, self.run)

    def spot(self, across: float, forth: float) -> Point:
        """The point so far to the left of the way, and so far along it."""
        return (
            self.at[0] - self.out[1] * across + self.out[0] * forth,
            self.at[1] + self.out[0] * across + self.out[1] * forth,
        )

    def measure(self, at: Point) -> tuple[float, float]:
        """How far to the left of the way, and how far along it, a point is."""
        dx, dy = at[0] - self.at[0], at[1] - self.at[1]
        return dy * self.out[0] - dx * self.out[1], dx * self.out[0] + dy * self.out[1]

    def height(self, forth: float) -> float:
        """How high the feet are so far along."""
        return self.rise * min(max(forth / self.run, 0.0), 1.0)

    def feet(self, free: float, *, rides: bool) -> float:
        """The speed of someone's own feet, in m/s, at this free speed; whoever rides stands still on an escalator."""
        if self.kind == "escalator" and rides:
            return 0.0
        return free * (1.0 if self.rise == 0 else CLIMB)

    def speed(self, free: float, *, rides: bool) -> float:
        """How fast someone gets on, in m/s."""
        return self.feet(free, rides=rides) + (MOVES if self.kind == "escalator" else 0.0)

    def strip(self, near: float, far: float, left: float | None = None, right: float | None = None) -> Polygon:
        """The part between two distances along the way, from its near left; the whole width if not said."""
        a, b = self.half if left is None else left, -self.half if right is None else right
        return self.spot(a, near), self.spot(b, near), self.spot(b, far), self.spot(a, far)


def passages(venue: Venue) -> dict[str, Passage]:
    """By the name of the portal; one in the middle of the floor that does not say where it leads has none."""
    found: dict[str, Passage] = {}
    paved = venue.surroundings != "earth"
    edges = {_out(portal, venue.size) for portal in venue.portals if paved and _outdoors(portal)}
    on_edge: dict[Point, int] = {}
    for portal in venue.portals:
        out = _out(portal, venue.size)
        if portal.kind not in EXTENT or out is None:
            continue
        run, climb = EXTENT[portal.kind]
        rise = climb if portal.leads == "up" else -climb
        lane, sides = 0.0, (0.0, 0.0)
        if paved and _outdoors(portal):
            lane = min(NEAR_WALL + on_edge.get(out, 0) * LANES, PAVEMENT - 1.7) + _inset(portal.at, out, venue.size)
            sides = _sides(portal.at, out, venue, edges)
            on_edge[out] = on_edge.get(out, 0) + 1
        elif portal.kind in OUTDOORS and not _outdoors(portal):
            run = INDOORS
        found[portal.portal] = Passage(
            portal.portal, portal.kind, portal.at, out, portal.width / 2, run, rise, lane, sides
        )
    return found


def crossed(venue: Venue, portal: Portal) -> bool:
    """Whether the road outside is crossed before it."""
    on_rim = _out(portal, venue.size) is not None
    return portal.kind == "street" and venue.surroundings in ROADS and on_rim and _outdoors(portal)


def _outdoors(portal: Portal) -> bool:
    """Whether it leads out on to a pavement."""
    return portal.kind in OUTDOORS and portal.leads_to is None and portal.towards is None


def _inset(at: Point, out: Point, size: tuple[float, float]) -> float:
    """How far a portal on the rim is from the edge."""
    return (at[0] if out[0] < 0 else size[0] - at[0]) if out[0] else (at[1] if out[1] < 0 else size[1] - at[1])


def _sides(at: Point, out: Point, venue: Venue, streets: Collection[Point | None]) -> tuple[float, float]:
    """How far one gets along the pavement to the left and right: at most to a road round the corner, or to a track."""
    found = []
    for way in ((-out[1], out[0]), (out[1], -out[0])):
        room = _inset(at, way, venue.size) + PAVEMENT - 1.5 if way in streets else ALONG
        found.append(min(room, ALONG, *_up_to_beds(at, way, venue)))
    return found[0], found[1]


def _up_to_beds(at: Point, way: Point, venue: Venue) -> Iterator[float]:
    """Metres that way along the edge to what comes out there of each track or road that ends at it."""
    for portal in venue.portals:
        over = _out(portal, venue.size) if portal.kind in SERVED else None
        side = over[0] * way[0] + over[1] * way[1] if over else 0.0
        if abs(side) > 0.5:
            kerb = (portal.at[0] - at[0]) * way[0] + (portal.at[1] - at[1]) * way[1]
            near, far = sorted((kerb, kerb + side * BEDS[portal.kind]))
            if far > 0:
                yield max(near - CLEAR, 0.0)


def _out(portal: Portal, size: tuple[float, float]) -> Point | None:
    if portal.towards is not None:
        x, y = portal.towards
        far = step_length(x, y)
        return (x / far, y / far) if far else None
    (x, y), (width, depth) = portal.at, size
    edges = sorted([(x, (-1.0, 0.0)), (width - x, (1.0, 0.0)), (y, (0.0, -1.0)), (depth - y, (0.0, 1.0))])
    return edges[0][1] if edges[0][0] < RIM else None
