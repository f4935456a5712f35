"""What may be drawn over a scene: neutral values, made by whoever knows what they mean."""

from dataclasses import dataclass
from typing import Literal

from game.theme import Colour

Shape = Literal["circle", "triangle", "square", "diamond", "cross"]


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring on the floor round a person's feet."""

    person: int
    colour: Colour
    dashed: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A shape with a number or word above a person's head."""

    person: int
    shape: Shape
    colour: Colour
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A thin line round a person's outline, as under the pointer."""

    person: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class FloorLabel:
    """Words at a floor point (x, y, z in m), on a small dark plate; `moved` so many px from there, on a thin line."""

    at: tuple[float, float, float]
    text: str
    colour: Colour = (241, 244, 248)
    moved: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Cone:
    """What a camera or an eye looks at: a fan on the floor from `at` towards `to`, `spread` degrees wide."""

    at: tuple[float, float]
    to: tuple[float, float]
    colour: Colour
    spread: float = 50.0


@dataclass(frozen=True, slots=True)
class EyeLine:
    """Where someone's eyes go: a dashed line from `at` to `to` (x, y, z in m), and at its end what is there."""

    at: tuple[float, float, float]
    to: tuple[float, float, float]
    colour: Colour
    text: str = ""


Annotation = Ring | Badge | Outline | FloorLabel | Cone | EyeLine
