"""Where buses stop and go on: along a kerb, on a road that runs through the venue from rim to rim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.geometry import Point, Polygon

from ..premises import Venue
from .passages import BEDS, Passage
from .tracks import to_rim

ROAD = BEDS["bus"]
"""Metres from the kerb to the far side of the road."""
LENGTH, HALF = 10.4, 1.25
"""Length and half the width in m of a bus: a double-decker of London is 10.4 to 11.2 m long and 2.5 m wide."""
AT_KERB, PASSING = 1.6, 5.2
"""Metres from the kerb to the middle of a bus that stands, and of one that drives past."""
CURVE = 11.0
"""Metres along the road in which a bus goes over from one lane to the other."""
ROOM = LENGTH + CURVE
"""Metres from the middle of one stand to that of the next, with which a bus gets in and out between two that stand."""
FRONT_DOOR, MIDDLE_DOOR = 4.2, -0.3
"""Metres from the middle of a bus forward to the door by which one gets on, and to that by which one gets off."""


@dataclass(frozen=True, slots=True)
class BusStand:
    """A kerb at which buses stop; the road beyond runs `left` m to the left of the way out, and `right` m to the right.

    `beyond` is how many metres of the venue lie on its far side.
    Buses keep to the left, and have their doors there: they come from the right of the way out and go on to its left.
    """

    way: Passage
    left: float
    right: float
    beyond: float

    @property
    def road(self) -> str:
        """The name of the road: stands that lie along one kerb share it."""
        (x, y), (ox, oy) = self.way.at, self.way.out
        return f"{ox:g},{oy:g}/{x * ox + y * oy:.1f}"

    @property
    def along(self) -> float:
        """Metres from where the road comes into the venue to the middle of the stand."""
        return self.right

    @property
    def bed(self) -> Polygon:
        """The ground that the road takes up."""
        return self.way.strip(0.0, ROAD, self.left, -self.right)

    def place(self, gone: float) -> tuple[Point, Point]:
        """The middle of the tail and of the front of a bus that is so many m past where it stops, or before it."""
        tail, nose = gone - LENGTH / 2, gone + LENGTH / 2
        return self.way.spot(tail, _from_kerb(tail)), self.way.spot(nose, _from_kerb(nose))


def stands(venue: Venue, ways: Mapping[str, Passage]) -> dict[str, BusStand]:
    """By the name of the portal."""
    return dict(_stands(venue, ways))


def _stands(venue: Venue, ways: Mapping[str, Passage]) -> Iterator[tuple[str, BusStand]]:
    for portal in venue.portals:
        way = ways.get(portal.portal)
        if portal.kind != "bus" or way is None:
            continue
        ox, oy = way.out
        left, right = (to_rim(way, along, venue.size) for along in ((-oy, ox), (oy, -ox)))
        yield portal.portal, BusStand(way, left, right, to_rim(way, way.out, venue.size) - ROAD)


def _from_kerb(along: float) -> float:
    """How far from the kerb the middle of a bus is that is so far along from the middle of its stand, in m."""
    share = min(max((abs(along) - LENGTH / 2) / CURVE, 0.0), 1.0)
    return AT_KERB + (PASSING - AT_KERB) * share * share * (3.0 - 2.0 * share)
