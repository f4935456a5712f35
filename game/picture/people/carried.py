"""What people usually carry, push or lean on. Sizes in m from the joint that bears it, set by eye, on pictures."""

from collections.abc import Callable
from math import pi, sin

from game.theme import Colour
from game.view.axes import at, cross
from game.view.poses import Vec

from ..colour import mix
from .body import Dressed, ball, on_trunk
from .hulls import Hull, Shape, shade
from .solids import UPRIGHT, box, crate, facing, hoop, rod

_STEEL: Colour = (132, 136, 142)
_TYRE: Colour = (44, 45, 50)


def draw_carried(figure: Dressed, *, in_hand: bool) -> list[Shape]:
    """The thing carried; `in_hand` says whether the left hand is free for it, else it stands on the floor."""
    name, colour = figure.outfit.carries, figure.outfit.carries_colour
    if name in _WORN:
        return _WORN[name](figure, colour)
    if name in IN_HAND:
        hand = figure.joint("left_hand")
        height = IN_HAND[name][1][2] * 2 + 0.07
        foot = (hand[0] - 0.03, hand[1], hand[2] - height) if in_hand else (-0.34, 0.10, 0.0)
        return standing(name, colour, foot, hand if in_hand else None)
    return _PUSHED[name](figure, colour) if name in _PUSHED else []


# --- on the back and the shoulder -------------------------------------------------------------------------------------


def _rucksack(figure: Dressed, colour: Colour) -> list[Shape]:
    chest, axes = figure.joint("chest"), figure.body.chest
    pack: Hull = tuple(
        ball(at(chest, axes, x, y, z), r)
        for s in (-1, 1)
        for x, y, z, r in (
            (s * 0.085, -0.135, -0.10, 0.055), (s * 0.07, -0.19, -0.10, 0.055),
            (s * 0.10, -0.135, -0.36, 0.055), (s * 0.08, -0.215, -0.36, 0.055),
        )
    )  # fmt: skip
    pocket = box(at(chest, axes, 0.0, -0.262, -0.315), axes, (0.10, 0.034, 0.095), 0.030)
    dark = shade(colour, 0.66)
    shapes = [Shape((pack,), colour, bias=0.06), Shape((pocket,), shade(colour, 0.9), bias=0.09)]
    for s in (-1, 1):
        line = [on_trunk(figure, 0.016, s * 0.092, z) for z in (0.02, -0.08, -0.20)] + [
            on_trunk(figure, 0.012, s * x * figure.narrow, z) for x, z in ((0.14, -0.29), (0.164, -0.33))
        ]
        shapes.append(Shape(rod(line, 0.016), dark, bias=0.05))
    return shapes


def _strap(figure: Dressed, colour: Colour, side: int) -> list[Shape]:
    """A strap from one shoulder over the front and the back to the other hip."""
    line = (0.085, 0.015), (0.03, -0.14), (-0.07, -0.30), (-0.155, -0.46)
    return [
        Shape(rod([on_trunk(figure, 0.012, -side * x, z, back=back) for x, z in line], 0.011), colour, bias=bias)
        for back, bias in ((False, 0.07), (True, 0.0))
    ]


def _shoulder_bag(figure: Dressed, colour: Colour) -> list[Shape]:
    pelvis, axes = figure.joint("pelvis"), figure.body.hips
    bag = box(at(pelvis, axes, -0.205 * figure.girth, 0.01, 0.0), axes, (0.048, 0.150, 0.110), 0.03)
    flap = box(at(pelvis, axes, -0.232 * figure.girth, 0.01, 0.035), axes, (0.030, 0.146, 0.065), 0.02)
    return [
        Shape((bag,), colour, bias=0.05),
        Shape((flap,), shade(colour, 0.88), bias=0.06),
        *_strap(figure, shade(colour, 0.66), 1),
    ]


def _laptop_bag(figure: Dressed, colour: Colour) -> list[Shape]:
    pelvis, axes = figure.joint("pelvis"), figure.body.hips
    dark = mix(colour, (44, 46, 52), 0.5)
    bag = box(at(pelvis, axes, -0.195 * figure.girth, 0.0, -0.01), axes, (0.034, 0.185, 0.130), 0.02)
    return [Shape((bag,), dark, bias=0.05), *_strap(figure, shade(dark, 0.7), 1)]


def _handbag(figure: Dressed, colour: Colour) -> list[Shape]:
    chest, axes = figure.joint("chest"), figure.body.chest
    bag = box(at(chest, axes, -0.205, -0.01, -0.40), axes, (0.050, 0.115, 0.080), 0.03)
    ends = [(-0.15, -0.055, -0.02), (-0.19, -0.08, -0.33)], [(-0.15, 0.045, -0.02), (-0.19, 0.07, -0.33)]
    straps = [
        Shape(rod([at(chest, axes, *point) for point in line], 0.009), shade(colour, 0.7), bias=0.04) for line in ends
    ]
    return [Shape((bag,), colour, bias=0.05), *straps]


def _camera(figure: Dressed, _colour: Colour) -> list[Shape]:
    strap = [on_trunk(figure, 0.01, x, z) for x, z in ((-0.06, 0.02), (-0.03, -0.20), (0.03, -0.20), (0.06, 0.02))]
    middle = on_trunk(figure, 0.035, 0.0, -0.25)
    body = box(middle, figure.body.chest, (0.065, 0.030, 0.042), 0.012)
    lens: Hull = (
        ball(at(middle, figure.body.chest, 0.0, 0.03, 0.0), 0.030),
        ball(at(middle, figure.body.chest, 0.0, 0.075, 0.0), 0.028),
    )
    return [
        Shape(rod(strap, 0.008), (40, 40, 44), bias=0.01),
        Shape((body,), (52, 53, 58), bias=0.04),
        Shape((lens,), (38, 39, 44), bias=0.05),
    ]


def _guitar_bag(figure: Dressed, colour: Colour) -> list[Shape]:
    chest, axes = figure.joint("chest"), figure.body.chest
    low: Hull = tuple(
        ball(at(chest, axes, x, -0.18, z), r)
        for x, z, r in ((-0.05, -0.48, 0.12), (0.05, -0.48, 0.12), (0.0, -0.25, 0.10))
    )
    top: Hull = (ball(at(chest, axes, 0.0, -0.18, -0.25), 0.09), ball(at(chest, axes, 0.02, -0.17, 0.36), 0.045))
    return [Shape((low, top), mix(colour, (40, 40, 46), 0.6), bias=0.05)]


# --- in the hand ------------------------------------------------------------------------------------------------------


IN_HAND: dict[str, tuple[float, Vec]] = {
    "briefcase": (0.016, (0.042, 0.205, 0.145)), "holdall": (0.06, (0.11, 0.24, 0.12)),
    "shopping bag": (0.012, (0.065, 0.140, 0.175)), "tool bag": (0.025, (0.09, 0.20, 0.105)),
}  # fmt: skip
"""Rounding of the corners (m), and half of its breadth, length and height (m), of each bag that hangs from a hand."""


def standing(name: str, colour: Colour, foot: Vec, hand: Vec | None = None) -> list[Shape]:
    """A bag whose underside is at `foot`, held by its handle where there is a hand."""
    corner, half = IN_HAND[name]
    x, y, z = foot
    middle = (x, y, z + half[2])
    grip = hand or (x, y, z + 2 * half[2] + 0.05)
    handles = [
        [(x + s * 0.03, y - 0.07, z + 2 * half[2] - 0.01), grip, (x + s * 0.03, y + 0.07, z + 2 * half[2] - 0.01)]
        for s in (-1, 1)
    ]
    shapes = [Shape(rod(line, 0.009), shade(colour, 0.62), bias=0.02) for line in handles]
    bag = crate(middle, UPRIGHT, half, corner, colour, bias=0.01)
    seam = shade(colour, 0.7)
    if name == "briefcase":
        line = [(x - 0.044, y + s * 0.20, middle[2] + 0.03) for s in (-1, 1)]
        bag.markings.append(Shape(rod(line, 0.005), seam, flat=True, pivot=middle))
    elif name in {"holdall", "tool bag"}:
        top = [(x, y + s * half[1] * 0.8, z + 2 * half[2]) for s in (-1, 1)]
        bag.markings.append(Shape(rod(top, 0.006), seam, flat=True, pivot=middle))
    return [bag, *shapes]


# --- pulled and pushed ------------------------------------------------------------------------------------------------


def _case_on_wheels(figure: Dressed, colour: Colour) -> list[Shape]:
    hand = figure.joint("left_hand")
    if hand[1] < -0.05 and hand[2] < 1.0:
        return rolling(colour, (hand[0] - 0.02, hand[1] - 0.62, 0.05), hand)
    return rolling(colour, (-0.36, 0.0, 0.05), None)


def rolling(colour: Colour, wheels: Vec, hand: Vec | None) -> list[Shape]:
    """A case on wheels: pulled by a hand, or upright by itself."""
    handle = hand or (wheels[0], wheels[1], 0.66)
    axes = facing(wheels, handle, (1.0, 0.0, 0.0))
    across, along = axes[0], axes[1]
    flat = cross(across, along)
    shell = crate(at(wheels, axes, 0.0, 0.31, -0.02), (across, flat, along), (0.185, 0.115, 0.285), 0.03, colour)
    for x in (-0.09, 0.0, 0.09):
        for z in (-0.137, 0.097):
            line = [at(wheels, axes, x, y, z) for y in (0.08, 0.56)]
            shell.markings.append(
                Shape(rod(line, 0.006), shade(colour, 0.78), flat=True, pivot=at(wheels, axes, 0.0, 0.31, -0.02))
            )
    rods = [rod([at(wheels, axes, x, 0.58, 0.05), at(handle, axes, x, 0.0, 0.0)], 0.009)[0] for x in (-0.07, 0.07)]
    rods.append(rod([at(handle, axes, -0.08, 0.0, 0.0), at(handle, axes, 0.08, 0.0, 0.0)], 0.014)[0])
    feet = [Shape(((ball(at(wheels, axes, x, 0.0, -0.02), 0.034),),), _TYRE) for x in (-0.14, 0.14)]
    return [shell, Shape(tuple(rods), _STEEL, bias=-0.01), *feet]


def _pushchair(figure: Dressed, colour: Colour) -> list[Shape]:
    y = 0.5
    frame = [
        *rod([(-0.22, y - 0.06, 1.0), (0.22, y - 0.06, 1.0)], 0.018),
        *(part for s in (-1, 1) for part in rod([(s * 0.22, y - 0.06, 1.0), (s * 0.20, y + 0.48, 0.16)], 0.013)),
        *(part for s in (-1, 1) for part in rod([(s * 0.20, y + 0.42, 0.60), (s * 0.22, y + 0.04, 0.12)], 0.013)),
    ]
    seat: Hull = tuple(
        ball((x, y + dy, z), 0.06)
        for x in (-0.14, 0.14) for dy, z in ((0.10, 0.46), (0.44, 0.44), (0.06, 0.74), (0.26, 0.50))
    )  # fmt: skip
    hood: Hull = tuple(
        ball((x, y + dy, z), 0.07) for x in (-0.13, 0.13) for dy, z in ((0.04, 0.80), (0.22, 0.93), (0.32, 0.86))
    )
    wheels = [
        Shape(hoop((s * 0.24, y + dy, r), UPRIGHT, r - 0.02, 0.020, 12), _TYRE, bias=0.02 * s)
        for s in (-1, 1) for dy, r in ((0.04, 0.14), (0.48, 0.10))
    ]  # fmt: skip
    basket = box((0.0, y + 0.24, 0.24), UPRIGHT, (0.17, 0.20, 0.05), 0.03)
    child: Hull = (ball((0.0, y + 0.22, 0.70), 0.075),)
    return [
        Shape((basket,), shade(colour, 0.6)), Shape(tuple(frame), _STEEL, bias=0.03), Shape((seat,), colour),
        Shape((child,), figure.outfit.skin, bias=0.02), Shape((hood,), shade(colour, 0.86), bias=0.05), *wheels,
    ]  # fmt: skip


def _trolley(_one: Dressed, _colour: Colour) -> list[Shape]:
    y = 0.50
    base = crate((0.0, y + 0.38, 0.19), UPRIGHT, (0.24, 0.36, 0.045), 0.02, (112, 118, 126))
    sack = crate((0.0, y + 0.16, 0.56), UPRIGHT, (0.20, 0.13, 0.30), 0.05, (204, 172, 60), bias=0.02)
    bucket: Hull = tuple(ball((x, y + 0.55, z), r) for x in (-0.07, 0.07) for z, r in ((0.30, 0.10), (0.48, 0.13)))
    handle = rod([(-0.22, y - 0.06, 1.0), (0.22, y - 0.06, 1.0)], 0.018)
    posts = [part for s in (-1, 1) for part in rod([(s * 0.22, y - 0.06, 1.0), (s * 0.22, y + 0.04, 0.24)], 0.015)]
    mop = [*rod([(0.10, y + 0.55, 0.45), (0.15, y + 0.50, 1.25)], 0.014)]
    wheels = [Shape(((ball((s * 0.2, y + dy, 0.065), 0.062),),), _TYRE) for s in (-1, 1) for dy in (0.08, 0.66)]
    return [
        *wheels, base, sack, Shape((bucket,), (176, 66, 56), bias=0.04),
        Shape((*handle, *posts), _STEEL, bias=0.01), Shape(mop, (176, 178, 182), bias=0.05),
    ]  # fmt: skip


def _dog(figure: Dressed, colour: Colour) -> list[Shape]:
    hand = figure.joint("right_hand")
    coat = mix(colour, (120, 88, 58), 0.8)
    x, y = 0.42, 0.55
    stride = max(-0.12, min(0.12, (figure.joint("left_ball")[1] - figure.joint("right_ball")[1]) * 0.25))
    body: Hull = (ball((x, y - 0.22, 0.42), 0.095), ball((x, y + 0.18, 0.44), 0.115))
    neck: Hull = (ball((x, y + 0.22, 0.48), 0.08), ball((x, y + 0.34, 0.62), 0.065))
    skull: Hull = (ball((x, y + 0.36, 0.64), 0.072), ball((x, y + 0.50, 0.60), 0.040))
    ears = [
        (ball((x + s * 0.05, y + 0.33, 0.69), 0.022), ball((x + s * 0.065, y + 0.33, 0.60), 0.022)) for s in (-1, 1)
    ]
    tail: Hull = (ball((x, y - 0.28, 0.46), 0.030), ball((x, y - 0.42, 0.58), 0.016))
    legs = [
        Shape((_leg((x + s * 0.06, y + dy, 0.36), k * stride),), coat)
        for s, dy, k in ((-1, -0.2, 1), (1, 0.16, 1), (1, -0.2, -1), (-1, 0.16, -1))
    ]
    lead = rod([hand, (x * 0.6 + hand[0] * 0.4, y * 0.6, 0.62), (x, y + 0.27, 0.58)], 0.008)
    return [
        *legs, Shape((body, neck, tail), coat, bias=0.05), Shape((skull,), shade(coat, 1.04), bias=0.08),
        Shape(tuple(ears), shade(coat, 0.7), bias=0.10), Shape(lead, (150, 60, 52), bias=0.1),
    ]  # fmt: skip


def _leg(top: Vec, step: float) -> Hull:
    return ball(top, 0.048), ball((top[0], top[1] + step, 0.03), 0.030)


def parcel(middle: Vec, half: Vec = (0.19, 0.14, 0.12)) -> list[Shape]:
    """A taped cardboard box."""
    shape = crate(middle, UPRIGHT, half, 0.010, (178, 140, 96), bias=0.03)
    x, y, z = middle
    tape = rod([(x, y - half[1] + 0.01, z + half[2]), (x, y + half[1] - 0.01, z + half[2])], 0.014)
    shape.markings.append(Shape(tape, (214, 190, 150), flat=True, pivot=middle))
    return [shape]


def _parcel(figure: Dressed, _colour: Colour) -> list[Shape]:
    left, right = figure.joint("left_hand"), figure.joint("right_hand")
    return parcel(((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 + 0.05, (left[2] + right[2]) / 2 + 0.04))


# --- aids -------------------------------------------------------------------------------------------------------------


def aid(figure: Dressed) -> list[Shape]:
    """A stick, a white cane or a wheelchair."""
    hand = figure.joint("right_hand")
    if figure.outfit.aid == "stick":
        top = (hand[0], hand[1] - 0.05, hand[2] + 0.02)
        return [
            Shape(
                rod([top, (hand[0], hand[1] + 0.05, hand[2] + 0.03), (hand[0] + 0.02, hand[1] + 0.07, 0.015)], 0.013),
                (96, 62, 40),
                bias=0.02,
            )
        ]
    if figure.outfit.aid == "white cane":
        low = (0.02, 1.02, 0.02)
        near = (
            low[0] + (hand[0] - low[0]) * 0.16,
            low[1] + (hand[1] - low[1]) * 0.16,
            low[2] + (hand[2] - low[2]) * 0.16,
        )
        return [
            Shape(rod([hand, near], 0.012), (240, 240, 238), bias=0.03),
            Shape(rod([near, low], 0.013), (190, 56, 48), bias=0.03),
        ]
    return _wheelchair() if figure.outfit.aid == "wheelchair" else []


def _wheelchair() -> list[Shape]:
    shapes = []
    for s in (-1, 1):
        wheel = hoop((s * 0.29, -0.06, 0.30), UPRIGHT, 0.28, 0.018, 18)
        spokes = [
            part
            for k in range(3)
            for part in rod(
                [
                    (s * 0.29, -0.06 + 0.26 * sin(k * pi / 3 + pi / 2), 0.30 + 0.26 * sin(k * pi / 3)),
                    (s * 0.29, -0.06 - 0.26 * sin(k * pi / 3 + pi / 2), 0.30 - 0.26 * sin(k * pi / 3)),
                ],
                0.005,
            )
        ]
        shapes += [Shape(wheel, _TYRE), Shape(tuple(spokes), _STEEL)]
        shapes.append(Shape(((ball((s * 0.22, 0.42, 0.07), 0.065),),), _TYRE))
        rails = [*rod([(s * 0.25, 0.10, 0.46), (s * 0.22, 0.44, 0.44), (s * 0.20, 0.52, 0.10)], 0.014)]
        shapes.append(Shape(tuple(rails), _STEEL))
        shapes.append(Shape(rod([(s * 0.25, -0.22, 0.62), (s * 0.25, 0.12, 0.62)], 0.022), (52, 54, 60), bias=0.03))
    seat = box((0.0, -0.02, 0.42), UPRIGHT, (0.23, 0.24, 0.03), 0.02)
    back = box((0.0, -0.25, 0.66), UPRIGHT, (0.23, 0.025, 0.24), 0.02)
    foot = box((0.0, 0.52, 0.05), UPRIGHT, (0.20, 0.08, 0.012), 0.01)
    return [Shape((seat,), (54, 58, 68), bias=-0.02), Shape((back,), (54, 58, 68)), Shape((foot,), _STEEL), *shapes]


_WORN: dict[str, Callable[[Dressed, Colour], list[Shape]]] = {
    "rucksack": _rucksack, "shoulder bag": _shoulder_bag, "laptop bag": _laptop_bag, "handbag": _handbag,
    "camera": _camera, "instrument": _guitar_bag,
}  # fmt: skip
_PUSHED: dict[str, Callable[[Dressed, Colour], list[Shape]]] = {
    "wheeled case": _case_on_wheels, "pushchair": _pushchair, "trolley": _trolley, "dog": _dog, "parcel": _parcel,
}  # fmt: skip
