"""Traffic on the streets outside: cars, taxis, vans and buses that go by on the left.

Nothing of it is judged: a street lies beyond the pavement, too far off for its tallest bus to hide anybody within.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pygame

from game.chance import pick, stream
from game.clock import TICKS_PER_SECOND
from game.geometry import Point
from game.scenario import Layout
from game.scenario.venue.passages import PAVEMENT
from game.theme import Colour

from ..colour import mix
from ..daylight import Daylight
from ..sprite import Blit
from .block import Block
from .ground.outside import FAR, Grounds
from .moving import Moved, MovingPieces

SPEED = 8.0
"""Metres a second: a little below twenty miles an hour, the limit in most streets of London."""
NEAR, BEYOND = PAVEMENT + 2.3, PAVEMENT + 6.5
"""Metres from the venue's edge to the middle of either lane, on this side of the road's middle line and beyond it."""
CYCLE = 40.0
"""Seconds in which the lights at the corners go round: streets that meet have half of it each."""
_CLEAR = 4.0
"""Seconds between the last of one street and the first of the other: a bus needs 2.4 to leave the crossing."""
_APART = 1.6
"""Seconds between two on one lane, from tail to nose: as the Highway Code asks for at this speed, less impatience."""
_AHEAD: Mapping[str, Point] = {"south": (1.0, 0.0), "east": (0.0, 1.0), "north": (-1.0, 0.0), "west": (0.0, -1.0)}
"""Which way the lane goes that is nearer to the venue: with it on the left, as one drives on the left."""
_BEFORE: Mapping[str, str] = {"south": "west", "east": "south", "north": "east", "west": "north"}
"""The side round the corner that such a lane comes from."""
_AFTER: Mapping[str, str] = {before: side for side, before in _BEFORE.items()}
"""And the one that it goes on to."""
_KEPT = 12 * 2**20
"""Bytes of pictures of vehicles that are kept."""

_GLASS: Colour = (58, 68, 78)
_HEAD: Colour = (246, 240, 214)
_RED: Colour = (140, 46, 43)
_DUSK: Colour = (10, 12, 22)
_DIM, _DARKER = 0.16, 0.42
"""How much less light falls on the street than on the venue: by day, as it is not what is watched; more so by night."""


@dataclass(frozen=True, slots=True)
class VehicleBox:
    """A box of a vehicle: from and to, in m forward from its tail, and to its left from its middle; low to high."""

    ahead: tuple[float, float]
    aside: tuple[float, float]
    up: tuple[float, float]
    colour: Colour
    skin: str = "metal"


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A kind of vehicle: how long it is in m, of what boxes, and how many in a hundred are such."""

    name: str
    length: float
    parts: tuple[VehicleBox, ...]
    share: float


def _part(
    tail: float, nose: float, half: float, low: float, high: float, colour: Colour, skin: str = "metal"
) -> VehicleBox:
    """A box as wide on the left as on the right."""
    return VehicleBox((tail, nose), (-half, half), (low, high), colour, skin)


def _lights(length: float, half: float, low: float) -> tuple[VehicleBox, ...]:
    """The two in front, which shine."""
    sides = (-half + 0.06, -half + 0.36), (half - 0.36, half - 0.06)
    return tuple(VehicleBox((length, length + 0.03), side, (low, low + 0.16), _HEAD, "lamp") for side in sides)


def _car(name: str, paint: Colour, share: float, *, tall: float = 0.0) -> Vehicle:
    """A saloon car, or something taller."""
    return Vehicle(name, 4.3, (
        _part(0.0, 4.3, 0.85, 0.0, 0.80 + tall / 2, paint, "car body"),
        _part(0.35, 3.05, 0.76, 0.80 + tall / 2, 1.36 + tall, _GLASS, "vehicle windows"),
        _part(0.55, 2.65, 0.74, 1.36 + tall, 1.43 + tall, paint),
        *_lights(4.3, 0.85, 0.52),
    ), share)  # fmt: skip


def _van(name: str, paint: Colour, share: float) -> Vehicle:
    return Vehicle(name, 5.4, (
        _part(0.0, 5.4, 0.97, 0.0, 1.15, paint, "car body"),
        _part(0.0, 3.7, 0.97, 1.15, 2.25, paint),
        _part(3.7, 4.9, 0.90, 1.15, 1.95, _GLASS, "vehicle windows"),
        _part(3.7, 4.8, 0.90, 1.95, 2.10, paint),
        *_lights(5.4, 0.97, 0.62),
    ), share)  # fmt: skip


def _bus(share: float) -> Vehicle:
    return Vehicle("bus", 10.4, (
        _part(0.0, 10.4, 1.25, 0.0, 1.10, _RED, "car body"),
        _part(0.0, 10.4, 1.24, 1.10, 1.95, _GLASS, "vehicle windows"),
        _part(0.0, 10.4, 1.25, 1.95, 2.65, _RED),
        _part(0.0, 10.4, 1.24, 2.65, 3.50, _GLASS, "vehicle windows"),
        _part(0.0, 10.4, 1.25, 3.50, 4.30, _RED),
        *_lights(10.4, 1.25, 0.7),
    ), share)  # fmt: skip


VEHICLES = (
    _car("silver car", (152, 158, 164), 17),
    _car("blue car", (66, 86, 116), 15),
    _car("dark car", (56, 58, 64), 15),
    _car("red car", (128, 56, 54), 9),
    _car("taxi", (30, 31, 34), 14, tall=0.3),
    _van("white van", (196, 198, 198), 13),
    _van("green van", (70, 98, 84), 6),
    _bus(11),
)
LONGEST = max(vehicle.length for vehicle in VEHICLES)
"""Metres of the longest of them."""


@dataclass(frozen=True)
class Lane:
    """One lane: a point of it, which way it goes, from where to where along it, and when vehicles pass the point."""

    name: str
    at: Point
    ahead: Point
    first: float
    last: float
    opens: float
    lasts: float

    def spot(self, along: float) -> Point:
        """The point that lies so many metres along the lane."""
        return self.at[0] + along * self.ahead[0], self.at[1] + along * self.ahead[1]


class Traffic:
    """All that drives past one venue. It is the same at every sitting, and tells nothing."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is drawn before something is in sight."""
        self.lanes = tuple(_lanes(layout))
        self._venue = layout.venue.venue
        self._columns: dict[tuple[str, int], tuple[tuple[float, Vehicle], ...]] = {}
        self._pictures = MovingPieces(_KEPT)

    def under_way(self, tick: float) -> Iterator[tuple[Lane, Vehicle, float]]:
        """Everything on the streets at a moment: its lane, what it is, and how far along its tail is."""
        seconds = tick / TICKS_PER_SECOND
        for lane in self.lanes:
            early, late = seconds - lane.last / SPEED, seconds - (lane.first - LONGEST) / SPEED
            for turn in range(int((early - lane.opens) // CYCLE), int((late - lane.opens) // CYCLE) + 1):
                for passes, vehicle in self._column(lane, turn):
                    along = (seconds - passes) * SPEED - vehicle.length
                    if lane.first <= along and along + vehicle.length <= lane.last:
                        yield lane, vehicle, along

    def _column(self, lane: Lane, turn: int) -> tuple[tuple[float, Vehicle], ...]:
        """Those that pass a lane's point in one turn of the lights: at which second the nose does, and what it is."""
        key = (lane.name, turn)
        if key not in self._columns:
            chance = stream(0, "traffic", f"{self._venue}/{lane.name}/{turn}")
            found: list[tuple[float, Vehicle]] = []
            passes = lane.opens + turn * CYCLE + float(chance.uniform(0.0, 3.0))
            while passes < lane.opens + turn * CYCLE + lane.lasts and len(found) < 4:
                vehicle = VEHICLES[pick(chance, (other.share for other in VEHICLES))]
                found.append((passes, vehicle))
                passes += vehicle.length / SPEED + _APART + float(chance.exponential(2.5))
            self._columns[key] = tuple(found)
        return self._columns[key]

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All vehicles in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        dim = _DIM + _DARKER * now.lamps
        some = (
            Moved((vehicle.name, lane.ahead), partial(_blocks, vehicle, lane.ahead, dim), (0.0, 0.0), lane.spot(along))
            for lane, vehicle, along in self.under_way(tick)
        )
        return self._pictures.place(some, window, scale, turn, now)


def _lanes(layout: Layout) -> Iterator[Lane]:
    grounds = Grounds(layout)
    wide, deep = layout.venue.size
    corners = {"south": (0.0, 0.0), "east": (wide, 0.0), "north": (wide, deep), "west": (0.0, deep)}
    for side in sorted(grounds.streets):
        (dx, dy), (x, y) = _AHEAD[side], corners[side]
        length = wide if side in ("south", "north") else deep
        crossings = [_BEFORE[side] in grounds.streets, _AFTER[side] in grounds.streets]
        opens = 0.0 if side in ("south", "north") else CYCLE / 2
        lasts = max(_CLEAR, CYCLE / 2 - _CLEAR - (length + 2 * BEYOND) / SPEED * all(crossings))
        first, last = -(40.0 if crossings[0] else FAR), length + (40.0 if crossings[1] else FAR)
        near, beyond = ((x + off * dy, y - off * dx) for off in (NEAR, BEYOND))
        # The lights are at the corner that a lane comes from; at the other, if only that one is with another street.
        later = -length / SPEED if crossings[0] != crossings[1] else 0.0
        opens_near, opens_far = opens + later * crossings[1], opens + later * crossings[0]
        far = beyond[0] + length * dx, beyond[1] + length * dy
        yield Lane(f"{side} near", near, (dx, dy), first, last, opens_near, lasts)
        yield Lane(f"{side} beyond", far, (-dx, -dy), length - last, length - first, opens_far, lasts)


def _blocks(vehicle: Vehicle, ahead: Point, dim: float) -> Iterator[Block]:
    dx, dy = ahead

    def spot(forward: float, left: float) -> Point:
        return forward * dx - left * dy, forward * dy + left * dx

    for part in vehicle.parts:
        (tail, nose), (right, left) = part.ahead, part.aside
        corners = spot(tail, right), spot(nose, right), spot(nose, left), spot(tail, left)
        colour = part.colour if part.skin == "lamp" else mix(part.colour, _DUSK, dim)
        yield Block(corners, *part.up, colour, part.skin)
