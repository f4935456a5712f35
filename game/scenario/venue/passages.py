"""What lies beyond a portal's line and is still in sight: stairs, a lift, the pavement, a platform."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.geometry import Point, Polygon

from ..model import Portal, Venue

EXTENT: Mapping[str, tuple[float, float]] = {
    "stairs": (3.6, 1.9), "escalator": (4.8, 2.4), "lift": (1.6, 0.0), "street": (2.6, 0.0), "platform": (4.0, 0.0),
    "shop": (0.5, 0.0),
}  # fmt: skip
"""By kind of portal: how far one goes on in sight, and how far up or down, in m."""
BUILT = ("stairs", "escalator", "lift")
"""Those that are drawn, and that nobody can walk over."""
CLIMB = 0.62
"""Factor on the free speed, along the plan, on stairs."""
MOVES = 0.6
"""Speed of an escalator in m/s along the plan."""
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

    def spot(self, across: float, forth: float) -> Point:
        """The point so far to the left of the way, and so far along it."""
        return (
            self.at[0] - self.out[1] * across + self.out[0] * forth,
            self.at[1] + self.out[0] * across + self.out[1] * forth,
        )

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
    found = {}
    for portal in venue.portals:
        out = _out(portal, venue.size)
        if portal.kind in EXTENT and out is not None:
            run, climb = EXTENT[portal.kind]
            rise = climb if portal.leads == "up" else -climb
            found[portal.portal] = Passage(portal.portal, portal.kind, portal.at, out, portal.width / 2, run, rise)
    return found


def _out(portal: Portal, size: tuple[float, float]) -> Point | None:
    if portal.towards is not None:
        x, y = portal.towards
        far = (x * x + y * y) ** 0.5
        return (x / far, y / far) if far else None
    (x, y), (width, depth) = portal.at, size
    edges = sorted([(x, (-1.0, 0.0)), (width - x, (1.0, 0.0)), (y, (0.0, -1.0)), (depth - y, (0.0, 1.0))])
    return edges[0][1] if edges[0][0] < RIM else None
