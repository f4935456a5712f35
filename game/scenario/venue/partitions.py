"""Walls that stand within a venue, and hide whoever is behind them; those along its bounds are drawn to hide nobody."""

from collections.abc import Iterator
from itertools import pairwise

from game.geometry import Point, step_length
from game.view.prism import Prism

from ..premises import Venue

THICK = 0.28
"""Metres: two courses of brick, as partitions and outer walls have."""
_NEAR = 0.7
"""Metres from a bound of the venue within which a wall lies along it."""


def bound_along(a: Point, b: Point, size: tuple[float, float]) -> str | None:
    """The side of the venue that a wall from one point to another lies along, if it is one of its bounds."""
    wide, deep = size
    for side, k, edge in (("south", 1, 0.0), ("north", 1, deep), ("west", 0, 0.0), ("east", 0, wide)):
        if abs(a[k] - edge) < _NEAR and abs(b[k] - edge) < _NEAR:
            return side
    return None


def partitions(venue: Venue) -> Iterator[Prism]:
    """The walls within the venue that nobody sees through."""
    for wall in venue.walls:
        if wall.seen_through:
            continue
        for a, b in pairwise(wall.points):
            length = step_length(b[0] - a[0], b[1] - a[1])
            if length and bound_along(a, b, venue.size) is None:
                x, y = (a[1] - b[1]) / length * THICK / 2, (b[0] - a[0]) / length * THICK / 2
                footprint = (a[0] - x, a[1] - y), (b[0] - x, b[1] - y), (b[0] + x, b[1] + y), (a[0] + x, a[1] + y)
                yield Prism(footprint, 0.0, wall.height)
