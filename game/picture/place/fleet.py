"""The kinds of vehicles that drive past, and the boxes that each is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.geometry import Point
from game.theme import Colour

from ..colour import mix
from .block import Block, lay_out

_GLASS: Colour = (58, 68, 78)
_HEAD: Colour = (246, 240, 214)
_RED: Colour = (140, 46, 43)
_BLIND: Colour = (246, 180, 60)
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


def _taxi(share: float) -> Vehicle:
    """A black cab with its sign lit."""
    plain = _car("taxi", (30, 31, 34), share, tall=0.3)
    sign = VehicleBox((2.35, 2.5), (-0.3, 0.3), (1.73, 1.9), _BLIND, "lamp")
    return Vehicle(plain.name, plain.length, (*plain.parts, sign), share)


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
        _part(10.4, 10.43, 0.95, 2.05, 2.5, (18, 19, 22)),
        _part(10.43, 10.44, 0.75, 2.15, 2.4, _BLIND, "lamp"),
        *_lights(10.4, 1.25, 0.7),
    ), share)  # fmt: skip


VEHICLES = (
    _car("silver car", (152, 158, 164), 17),
    _car("blue car", (66, 86, 116), 15),
    _car("dark car", (56, 58, 64), 15),
    _car("red car", (128, 56, 54), 9),
    _taxi(14),
    _van("white van", (196, 198, 198), 13),
    _van("green van", (70, 98, 84), 6),
    _bus(11),
)
LONGEST = max(vehicle.length for vehicle in VEHICLES)
"""Metres of the longest of them."""


def vehicle_blocks(vehicle: Vehicle, ahead: Point, dim: float) -> Iterator[Block]:
    """One that drives this way, its tail at 0, 0; `dim` is by how much its paint is darker."""
    for part in vehicle.parts:
        colour = part.colour if part.skin == "lamp" else mix(part.colour, DUSK, dim)
        yield Block(lay_out(ahead, part.ahead, part.aside), *part.up, colour, part.skin)
