"""Where trains stop and go on: along the edge of a platform, on a track that runs through the venue from rim to rim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.geometry import Polygon

from ..premises import Venue
from .passages import BEDS, Passage

BED = BEDS["train"]
"""Metres from a platform's edge to the far side of its track."""
CARRIAGE, DOORS = 10.0, 5.0
"""Length of a carriage, and from one pair of its doors to the next, in m."""


@dataclass(frozen=True, slots=True)
class PlatformTrack:
    """A track beyond a platform's edge; it runs `left` m to the left of the way out, and `right` m to the right."""

    way: Passage
    left: float
    right: float

    @property
    def carriages(self) -> int:
        """How many a train has: as many as the platform's edge is long."""
        return max(1, round(2 * self.way.half / CARRIAGE))

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each carriage of a train that stands ends to the right, in m to the left of the middle of the edge."""
        return tuple(CARRIAGE * (n - self.carriages / 2) for n in range(self.carriages))

    @property
    def doors(self) -> tuple[float, ...]:
        """Where the doors of a train that stands are, in m to the left of the middle of the edge."""
        every = (start + DOORS * (n + 0.5) for start in self.starts for n in range(round(CARRIAGE / DOORS)))
        return tuple(door for door in every if abs(door) < self.way.half)

    @property
    def bed(self) -> Polygon:
        """The ground that the track takes up."""
        return self.way.strip(0.0, BED, self.left, -self.right)


def tracks(venue: Venue, ways: Mapping[str, Passage]) -> dict[str, PlatformTrack]:
    """By the name of the portal."""
    return dict(_tracks(venue, ways))


def _tracks(venue: Venue, ways: Mapping[str, Passage]) -> Iterator[tuple[str, PlatformTrack]]:
    for portal in venue.portals:
        way = ways.get(portal.portal)
        if portal.kind != "train" or way is None:
            continue
        ox, oy = way.out
        left, right = (to_rim(way, along, venue.size) for along in ((-oy, ox), (oy, -ox)))
        yield portal.portal, PlatformTrack(way, left, right)


def to_rim(way: Passage, along: tuple[float, float], size: tuple[float, float]) -> float:
    """Metres from the middle of a platform's edge or a kerb to the edge of the venue, along it."""
    reaches = []
    for at, step, side in zip(way.at, along, size, strict=True):
        if abs(step) > 1e-9:
            reaches.append(((side if step > 0 else 0.0) - at) / step)
    return min(reaches)
