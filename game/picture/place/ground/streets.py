"""The streets outside a venue: where each lies, and where it is crossed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from game.geometry import Point
from game.scenario import Layout, Lights
from game.scenario.venue.passages import PAVEMENT, ROADS, crossed

from .paving import Area

ROAD = 8.6
"""Metres from kerb to kerb: a lane each way, on each of which a bus has room."""
FAR_KERB = PAVEMENT + ROAD
"""Metres from the venue's edge to the kerb of the other side."""
OPPOSITE = 4.5
"""Metres from there to the houses."""
STOPS = 2.2
"""Metres before a crossing, or before another street, to the line at which one stops."""
FAR = 60.0
"""Metres beyond the venue's edge as far as anything outside is drawn."""
BROAD = 3.2
"""Metres of a street that a crossing takes; 2.4 are the least (Traffic Signs Manual, chapter 6)."""
_LAMPS, _LAMPS_BEYOND = 11.0, 12.0
"""Metres, about, from a street lamp to the next, and beyond the venue's corners as far as they stand."""
_NEXT = 30.0
"""Metres from a crossing with lights within which there is no zebra crossing too."""
_SIDES = {(0.0, -1.0): "south", (1.0, 0.0): "east", (0.0, 1.0): "north", (-1.0, 0.0): "west"}
"""By the direction out of the venue; in the order in which one comes to them with the venue on the left."""


@dataclass(frozen=True, slots=True)
class StreetCrossing:
    """A crossing before a portal, `at` so many m along its street; a zebra crossing where it has no lights."""

    portal: str
    at: float
    lights: Lights | None


@dataclass(frozen=True, slots=True)
class Street:
    """A street along one side of the venue. `ahead` is the way of the lane by the pavement: one drives on the left."""

    side: str
    start: Point
    ahead: Point
    length: float
    meets: tuple[bool, bool]
    """Whether it meets another street at its beginning, and at its end."""
    crossings: tuple[StreetCrossing, ...]

    @property
    def lamps(self) -> tuple[float, ...]:
        """Where lamps stand along its near kerb, in m along it; none is in the way of whoever crosses."""
        begins, room = -_LAMPS_BEYOND, self.length + 2 * _LAMPS_BEYOND
        count = ceil(room / _LAMPS)
        evenly = (begins + (n + 0.5) * room / count for n in range(count))
        free = BROAD / 2 + 1.2
        crossed_at = [crossing.at for crossing in self.crossings]
        return tuple(
            next((middle + free for middle in crossed_at if abs(along - middle) < free), along) for along in evenly
        )

    @property
    def stretches(self) -> tuple[tuple[float, float], ...]:
        """From where to where it runs between other streets, in m along it; the middle one is beside the venue."""
        (before, after), end = self.meets, self.length
        first = ((-FAR, -FAR_KERB),) if before else ()
        last = ((end + FAR_KERB, end + FAR),) if after else ()
        return (*first, (-PAVEMENT if before else -FAR, end + (PAVEMENT if after else FAR)), *last)

    def spot(self, along: float, out: float) -> Point:
        """The point so many m along it, and so many m out from the venue's edge."""
        (x, y), (dx, dy) = self.start, self.ahead
        return x + along * dx + out * dy, y + along * dy - out * dx

    def area(self, along: tuple[float, float], out: tuple[float, float]) -> Area:
        """The box between two distances along it, and two out from the edge."""
        (ax, ay), (bx, by) = self.spot(along[0], out[0]), self.spot(along[1], out[1])
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def find_streets(layout: Layout) -> tuple[Street, ...]:
    """All of one venue."""
    venue = layout.venue
    wide, deep = venue.size
    edges = [way.out for way in layout.passages.values() if way.lane] if venue.surroundings in ROADS else []
    here = [side for out, side in _SIDES.items() if out in edges]
    corners = {"south": (0.0, 0.0), "east": (wide, 0.0), "north": (wide, deep), "west": (0.0, deep)}
    round_it = list(_SIDES.values())
    found = []
    for n, (out, side) in enumerate(_SIDES.items()):
        if side not in here:
            continue
        ahead, start = (-out[1], out[0]), corners[side]
        length = wide if side in ("south", "north") else deep
        meets = round_it[n - 1] in here, round_it[(n + 1) % 4] in here
        found.append(Street(side, start, ahead, length, meets, tuple(_crossings(layout, out, start, ahead))))
    return tuple(found)


def _crossings(layout: Layout, out: Point, start: Point, ahead: Point) -> Iterator[StreetCrossing]:
    """The crossings of the street that lies this way out; no zebra crossing is near one with lights."""
    found = []
    for portal in layout.venue.portals:
        way = layout.passages.get(portal.portal)
        if way is not None and way.out == out and crossed(layout.venue, portal):
            at = (portal.at[0] - start[0]) * ahead[0] + (portal.at[1] - start[1]) * ahead[1]
            found.append(StreetCrossing(portal.portal, at, portal.lights))
    lit = [crossing.at for crossing in found if crossing.lights]
    for crossing in found:
        if crossing.lights or all(abs(crossing.at - other) > _NEXT for other in lit):
            yield crossing
