"""Traffic on the streets outside: cars, taxis, vans and buses that go by on the left, and stop at red lights.

Nothing of it is judged: a street lies beyond the pavement, too far off for its tallest bus to hide anybody within.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pygame

from game.scenario import Layout
from game.scenario.venue.passages import PAVEMENT

from ..daylight import Daylight
from ..sprite import Blit
from .driving import Driving, Lane, StopLine
from .fleet import LONGEST, Vehicle, vehicle_blocks
from .ground.streets import BROAD, FAR, FAR_KERB, STOPS, Street, find_streets
from .moving import Moved, MovingPieces
from .signals import Signal, corner_signal, traffic_signal

NEAR, BEYOND = PAVEMENT + 2.3, PAVEMENT + 6.5
"""Metres from the venue's edge to the middle of either lane, on this side of the road's middle line and beyond it."""
_BLOCK = LONGEST + 4.0
"""Metres between two lines in which the longest finds room; where there are fewer, one goes over both or neither."""
_KEPT = 12 * 2**20
"""Bytes of pictures of vehicles that are kept."""
DIM, DARKER = 0.16, 0.42
"""How much less light falls on the street than on the venue: by day, as it is not what is watched; more so by night."""


class Traffic:
    """All that drives past one venue. It is the same at every sitting, and tells nothing."""

    def __init__(self, layout: Layout) -> None:
        """Nothing drives and nothing is drawn before something is looked at."""
        self.lanes = tuple(lane for street in find_streets(layout) for lane in _lanes(street))
        self._driving = [Driving(lane, layout.venue.venue) for lane in self.lanes]
        self._pictures = MovingPieces(_KEPT)

    def under_way(self, tick: float) -> Iterator[tuple[Lane, Vehicle, float]]:
        """Everything on the streets at a moment: its lane, what it is, and how far along its tail is."""
        for driving in self._driving:
            for vehicle, along in driving.under_way(tick):
                yield driving.lane, vehicle, along

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All vehicles in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        dim = DIM + DARKER * now.lamps
        some = (
            Moved(
                (vehicle.name, lane.ahead), partial(vehicle_blocks, vehicle, lane.ahead, dim),
                (0.0, 0.0), lane.spot(along),
            )
            for lane, vehicle, along in self.under_way(tick)
        )  # fmt: skip
        return self._pictures.place(some, window, scale, turn, now)


def _lanes(street: Street) -> Iterator[Lane]:
    """The lane by the pavement, and the one beyond it."""
    (dx, dy), end = street.ahead, street.length
    near, beyond = _join(_lines(street, end)), _join(_lines(street, end, comes=True))
    yield Lane(f"{street.side} near", street.spot(0.0, NEAR), (dx, dy), -FAR, end + FAR, near)
    yield Lane(f"{street.side} beyond", street.spot(end, BEYOND), (-dx, -dy), -FAR, end + FAR, beyond)


def _lines(street: Street, end: float, *, comes: bool = False) -> Iterator[StopLine]:
    """Where one stops on a lane: at other streets and at crossings with lights; `comes` from the street's end."""
    for meets, corner in zip(street.meets[::-1] if comes else street.meets, (-FAR_KERB, end + PAVEMENT), strict=True):
        if meets:
            shows = partial(corner_signal, street.side)
            yield StopLine(corner - STOPS, corner + FAR_KERB - PAVEMENT + 1.0, shows)
    for crossing in street.crossings:
        if crossing.lights:
            at = end - crossing.at if comes else crossing.at
            before = at - BROAD / 2 - STOPS
            yield StopLine(before, at + BROAD / 2 + 0.5, partial(traffic_signal, crossing.lights))


def _join(lines: Iterable[StopLine]) -> tuple[StopLine, ...]:
    """The lines in their order, but that two with too little room between them are one, green when both are."""
    found: list[StopLine] = []
    for line in sorted(lines, key=lambda line: line.at):
        if found and line.at - found[-1].clear < _BLOCK:
            found[-1] = StopLine(found[-1].at, line.clear, partial(_both, found[-1].shows, line.shows))
        else:
            found.append(line)
    return tuple(found)


def _both(first: Callable[[float], Signal], second: Callable[[float], Signal], at: float) -> Signal:
    shown = first(at)
    return second(at) if shown is Signal.GREEN else shown
