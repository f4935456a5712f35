"""The kinds of vehicles on roads, and the boxes that each is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.geometry import Point
from game.scenario.venue.stands import FRONT_DOOR, HALF, LENGTH, MIDDLE_DOOR
from game.theme import Colour

from ..colour import mix
from .block import Block, lay_out

_GLASS: Colour = (58, 68, 78)
_HEAD: Colour = (246, 240, 214)
_RED: Colour = (178, 44, 40)
_FOR_HIRE: Colour = (246, 180, 60)
_BLIND: Colour = (18, 18, 20)
_INSIDE: Colour = (88, 82, 74)
_CUT_OPEN: Colour = (92, 96, 104)
_SHUT: Colour = (44, 50, 58)
_FLOOR, _SILL, _LINTEL, _DECK, _TOP, _ROOF = 0.32, 1.1, 2.0, 2.7, 3.55, 4.3
"""Metres above the road at which a bus's floor is, its lower and upper windows begin and end, and its roof ends."""
_LEAF = 0.6
"""Half the width of a bus's door in m."""
_OUTSIDE = 0.03
"""Metres by which doors, blinds and lamps stand out, so that they are drawn in front of what they are on."""
_PASSES = "214"
"""The route of buses that drive past: of no town in particular."""
DUSK: Colour = (10, 12, 22)
"""Towards what colour everything is darkened that is out in the street."""


@dataclass(frozen=True, slots=True)
class VehicleBox:
    """A box of a vehicle: from and to, in m forward from its tail, and to its left from its middle; low to high."""

    ahead: tuple[float, float]
    aside: tuple[float, float]
    up: tuple[float, float]
    colour: Colour
    skin: str = "metal"
    text: str = ""


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
    return tuple(VehicleBox((length, length + _OUTSIDE), side, (low, low + 0.16), _HEAD, "lamp") for side in sides)


def _car(name: str, paint: Colour, share: float, *, tall: float = 0.0) -> Vehicle:
    """A saloon car, or something taller."""
    return Vehicle(name, 4.3, (
        _part(0.0, 4.3, 0.85, 0.0, 0.80 + tall / 2, paint, "car body"),
        _part(0.35, 3.05, 0.76, 0.80 + tall / 2, 1.36 + tall, _GLASS, "vehicle windows"),
        _part(0.55, 2.65, 0.74, 1.36 + tall, 1.43 + tall, paint),
        *_lights(4.3, 0.85, 0.52),
    ), share)  # fmt: skip


def _taxi(share: float) -> Vehicle:
    """A black cab with its sign lit."""
    plain = _car("taxi", (30, 31, 34), share, tall=0.3)
    sign = VehicleBox((2.35, 2.5), (-0.3, 0.3), (1.73, 1.9), _FOR_HIRE, "lamp")
    return Vehicle(plain.name, plain.length, (*plain.parts, sign), share)


def _van(name: str, paint: Colour, share: float) -> Vehicle:
    return Vehicle(name, 5.4, (
        _part(0.0, 5.4, 0.97, 0.0, 1.15, paint, "car body"),
        _part(0.0, 3.7, 0.97, 1.15, 2.25, paint),
        _part(3.7, 4.9, 0.90, 1.15, 1.95, _GLASS, "vehicle windows"),
        _part(3.7, 4.8, 0.90, 1.95, 2.10, paint),
        *_lights(5.4, 0.97, 0.62),
    ), share)  # fmt: skip


def double_decker(route: str, *, is_open: bool = False, is_low: bool = False) -> Iterator[VehicleBox]:
    """A bus with its doors open or shut; `is_low` one that is cut open at its windows, to show who is behind it."""
    yield _part(0.0, LENGTH, HALF, 0.0, _SILL, _RED, "car body")
    if is_low:
        yield _part(0.1, LENGTH - 0.1, HALF - 0.1, _SILL, _SILL + 0.01, _CUT_OPEN, "bus seats")
        return
    for low, high, above in ((_SILL, _LINTEL, _DECK), (_DECK, _TOP, _ROOF)):
        yield _part(0.0, LENGTH, HALF - 0.01, low, high, _GLASS, "bus windows")
        yield _part(0.0, LENGTH, HALF, high, above, _RED)
    nose, side = (LENGTH, LENGTH + _OUTSIDE), (HALF, HALF + _OUTSIDE)
    yield VehicleBox(nose, (-0.85, 0.85), (_LINTEL + 0.1, _DECK - 0.1), _BLIND, "blind", route)
    yield from _lights(LENGTH, HALF, 0.6)
    front, middle = (LENGTH / 2 + door for door in (FRONT_DOOR, MIDDLE_DOOR))
    yield VehicleBox((front - 2.6, front - 0.9), side, (_LINTEL + 0.1, _DECK - 0.15), _BLIND, "blind", route)
    colour, skin = (_INSIDE, "bus doorway") if is_open else (_SHUT, "bus windows")
    for door in (front, middle):
        yield VehicleBox((door - _LEAF, door + _LEAF), side, (_FLOOR, _LINTEL), colour, skin)


VEHICLES = (
    _car("silver car", (152, 158, 164), 17),
    _car("blue car", (66, 86, 116), 15),
    _car("dark car", (56, 58, 64), 15),
    _car("red car", (128, 56, 54), 9),
    _taxi(14),
    _van("white van", (196, 198, 198), 13),
    _van("green van", (70, 98, 84), 6),
    Vehicle("bus", LENGTH, tuple(double_decker(_PASSES)), 11),
)
LONGEST = max(vehicle.length for vehicle in VEHICLES)
"""Metres of the longest of them."""


def vehicle_blocks(vehicle: Vehicle, ahead: Point, dim: float) -> Iterator[Block]:
    """One that drives this way, its tail at 0, 0; `dim` is by how much its paint is darker."""
    for part in vehicle.parts:
        colour = part.colour if part.skin == "lamp" else mix(part.colour, DUSK, dim)
        yield Block(lay_out(ahead, part.ahead, part.aside), *part.up, colour, part.skin, part.text)
