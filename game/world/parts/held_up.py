"""Whose patience ran out on the way."""

from dataclasses import dataclass

from game.geometry import Point


@dataclass(frozen=True, slots=True)
class HeldUp:
    """Someone who could not get on at x, y (m), on the way to `bound`.

    `short` if they then gave it up, well away from there; otherwise they tried another way, or made do with a spot
    beside it.
    """

    tick: int
    person: int
    x: float
    y: float
    bound: Point
    short: bool
