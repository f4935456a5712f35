"""What hands hold, each where the hand is and turned as it is used. Sizes in m, set by eye, on pictures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.theme import Colour
from game.view import Held, Pose
from game.view.axes import Axes, at, between, cross
from game.view.poses import Vec

from .body import Dressed, ball
from .carried import IN_HAND, parcel, standing
from .hulls import Hull, Shape, shade
from .solids import UPRIGHT, box, face, facing, rod

_AT_FACE = {Pose.PHONE_READ, Pose.FILM, Pose.PHOTOGRAPH, Pose.NOTE, Pose.SKETCH, Pose.READ, Pose.USE}
"""Poses in which what is held is turned to its holder's eyes."""
_ROUND_A_PHONE = ((-0.95, 0.02), (0.95, 0.0), (0.95, -0.03))
_ROUND_A_CUP = ((0.70, 0.72, 0.0), (0.62, 0.80, 0.022), (-0.75, 0.66, 0.012))
_DARK: Colour = (40, 42, 48)
_PAGE: Colour = (240, 238, 230)


@dataclass(frozen=True, slots=True)
class Grasp:
    """The hand that holds: where it is, the axes of what it holds, and the other hand."""

    holder: Dressed
    pose: Pose
    hand: Vec
    other: Vec
    axes: Axes


@dataclass(frozen=True, slots=True)
class InHand:
    """How a thing is drawn in the hand that holds it, and where a hand that is otherwise free keeps it.

    `grip` is from the middle of the shoulders (right, forward, up) in m.
    """

    shapes: Callable[[Grasp], list[Shape]]
    grip: Vec | None = None


def draw_held(figure: Dressed, pose: Pose, thing: Held) -> list[Shape]:
    """The thing in the hands."""
    side, far = ("left", "right") if thing is Held.NOTEBOOK and pose in {Pose.NOTE, Pose.SKETCH} else ("right", "left")
    hand, other = figure.joint(f"{side}_hand"), figure.joint(f"{far}_hand")
    if pose in _AT_FACE:
        axes = facing(hand, figure.joint("head"), _back(figure.body.chest[0]))
    elif pose is Pose.PHONE_CALL:
        axes = cross(figure.body.chest[2], figure.body.chest[0]), _back(figure.body.chest[0]), figure.body.chest[2]
    else:
        axes = figure.body.chest
    return THINGS[thing].shapes(Grasp(figure, pose, hand, other, axes))


def watch(figure: Dressed) -> list[Shape]:
    """The watch that is looked at, at the left wrist: larger than life, so that it is seen what is looked at."""
    wrist = between(figure.joint("left_elbow"), figure.joint("left_hand"), 0.76)
    axes = facing(wrist, figure.joint("head"), _back(figure.body.chest[0]))
    strap = Shape(((ball(wrist, 0.052),),), _DARK, bias=0.06)
    dial = at(wrist, axes, 0.0, 0.03, 0.0)
    shown = Shape((box(dial, axes, (0.040, 0.014, 0.040), 0.014),), (232, 226, 196), bias=0.12)
    hands = rod([at(dial, axes, x, 0.018, z) for x, z in ((0.0, 0.028), (0.0, 0.0), (0.02, 0.0))], 0.005)
    shown.markings.append(Shape(hands, _DARK, flat=True, pivot=dial))
    return [strap, shown]


def _clasp(g: Grasp, tips: Sequence[Vec]) -> list[Shape]:
    """The thumb and fingers of the hand that holds, laid round what it holds."""
    if g.holder.detail < 2:
        return []
    fingers = tuple((ball(between(g.hand, tip, 0.25), 0.013), ball(tip, 0.010)) for tip in tips)
    return [Shape(fingers, g.holder.outfit.skin, bias=0.10)]


def _back(v: Vec) -> Vec:
    return -v[0], -v[1], -v[2]


def _nothing(_: Grasp) -> list[Shape]:
    return []


def _phone(g: Grasp) -> list[Shape]:
    up = 0.045 if g.pose in {Pose.FILM, Pose.PHOTOGRAPH, Pose.PHONE_READ, Pose.FILM_LOW} else 0.0
    middle = g.hand
    if g.pose is Pose.PHOTOGRAPH:
        middle = between(g.hand, g.other, 0.5)
    middle = at(middle, g.axes, 0.0, 0.022 if up else 0.0, up)
    # A fifth larger than life, so that it is told from a card at 50 px.
    wide, high = (0.100, 0.052) if g.pose is Pose.PHOTOGRAPH else (0.052, 0.100)
    shape = Shape((box(middle, g.axes, (wide, 0.010, high), 0.009),), _DARK, bias=0.07)
    screen = face(middle, g.axes, (wide - 0.008, high - 0.012), 0.011)
    shape.markings.append(Shape((screen,), (196, 224, 246), flat=True, pivot=middle))
    lens = (ball(at(middle, g.axes, 0.022, -0.012, high - 0.02), 0.009),)
    shape.markings.append(Shape((lens,), (150, 158, 170), flat=True, pivot=middle))
    return [shape, *_clasp(g, [at(middle, g.axes, s * wide, 0.006, z - up * 0.6) for s, z in _ROUND_A_PHONE])]


def _camera(g: Grasp) -> list[Shape]:
    middle = between(g.hand, g.other, 0.5) if g.pose is Pose.PHOTOGRAPH else g.hand
    middle = at(middle, g.axes, 0.0, 0.0, 0.03)
    ahead = -1.0 if g.pose in _AT_FACE else 1.0
    body = Shape((box(middle, g.axes, (0.075, 0.034, 0.050), 0.014),), (56, 57, 62), bias=0.07)
    lens: Hull = (
        ball(at(middle, g.axes, 0.0, ahead * 0.03, 0.0), 0.036),
        ball(at(middle, g.axes, 0.0, ahead * 0.10, 0.0), 0.034),
    )
    tip: Hull = (ball(at(middle, g.axes, 0.0, ahead * 0.125, 0.0), 0.024),)
    return [body, Shape((lens,), _DARK, bias=0.08), Shape((tip,), (112, 134, 160), bias=0.08)]


def _notebook(g: Grasp) -> list[Shape]:
    wide, high = (0.14, 0.18) if g.pose is Pose.SKETCH else (0.090, 0.125)  # larger than life, as a phone is
    middle = at(g.hand, g.axes, -0.03 if g.pose in _AT_FACE else 0.0, 0.02, 0.03)
    cover = Shape((box(middle, g.axes, (wide, 0.010, high), 0.006),), (70, 52, 46), bias=0.05)
    cover.markings.append(
        Shape((face(middle, g.axes, (wide - 0.008, high - 0.008), 0.011),), _PAGE, flat=True, pivot=middle)
    )
    shapes = [cover]
    if g.pose in {Pose.NOTE, Pose.SKETCH}:
        tip, end = at(g.other, g.axes, 0.0, -0.02, -0.045), at(g.other, g.axes, -0.02, 0.05, 0.075)
        shapes.append(Shape(rod([tip, end], 0.008), (44, 72, 128), bias=0.10))
    return shapes


def _paper(g: Grasp) -> list[Shape]:
    if g.pose is Pose.READ:
        middle = between(g.hand, g.other, 0.5)
        axes = facing(middle, g.holder.joint("head"), _back(g.holder.body.chest[0]))
        wide, high = 0.22, 0.16
    else:
        axes, (wide, high) = g.axes, (0.075, 0.105)
        middle = at(g.hand, axes, 0.0, 0.02, 0.05)
    sheet = Shape((box(middle, axes, (wide, 0.006, high), 0.004),), _PAGE, bias=0.05)
    for z in (0.5, 0.1, -0.3):
        line = [at(middle, axes, x * wide, 0.008, z * high) for x in (-0.75, 0.6)]
        sheet.markings.append(Shape(rod(line, 0.007), (168, 176, 186), flat=True, pivot=middle))
    if g.pose is Pose.READ:
        fold = [at(middle, axes, 0.0, y, z * high) for y in (0.008,) for z in (-1, 1)]
        sheet.markings.append(Shape(rod(fold, 0.004), (190, 190, 184), flat=True, pivot=middle))
    return [sheet]


def _cup(g: Grasp) -> list[Shape]:
    x, y, z = at(g.hand, g.holder.body.chest, 0.0, 0.02, 0.0)
    cup: Hull = (ball((x, y, z - 0.035), 0.030), ball((x, y, z + 0.055), 0.037))
    lid: Hull = (ball((x, y, z + 0.080), 0.037),)
    band: Hull = (ball((x, y, z - 0.005), 0.036), ball((x, y, z + 0.025), 0.037))
    return [
        Shape((cup,), (236, 232, 222), bias=0.05),
        Shape((band,), (150, 100, 66), bias=0.055),
        Shape((lid,), (74, 60, 52), bias=0.065),
        *_clasp(g, [at((x, y, z), g.holder.body.chest, a * 0.038, b * 0.038, c) for a, b, c in _ROUND_A_CUP]),
    ]


def _bag(g: Grasp) -> list[Shape]:
    x, y, z = g.hand
    carried = g.holder.outfit.carries
    kind = carried if carried in IN_HAND else "holdall"
    return standing(kind, g.holder.outfit.carries_colour, (x, y, max(0.0, z - 0.31)), g.hand)


def _parcel(g: Grasp) -> list[Shape]:
    if g.pose in {Pose.PUT_DOWN, Pose.PICK_UP}:
        x, y, z = g.hand
        return parcel((x - 0.10, y + 0.05, max(0.12, z - 0.10)))
    x, y, z = at(g.hand, UPRIGHT, -0.08, 0.06, 0.02)
    return parcel((x, y, z), (0.13, 0.10, 0.08))


def _card(g: Grasp) -> list[Shape]:
    middle = at(g.hand, g.axes, 0.0, 0.055, 0.02)
    card = Shape((box(middle, g.axes, (0.046, 0.034, 0.004), 0.004),), (232, 236, 240), bias=0.06)
    stripe = rod([at(middle, g.axes, x, 0.012, 0.005) for x in (-0.04, 0.04)], 0.009)
    card.markings.append(Shape(stripe, (62, 116, 184), flat=True, pivot=middle))
    return [card]


def _sign(g: Grasp) -> list[Shape]:
    both = g.pose is Pose.HOLD_SIGN
    middle = between(g.hand, g.other, 0.5) if both else at(g.hand, g.holder.body.chest, -0.05, 0.03, 0.05)
    middle = at(middle, g.holder.body.chest, 0.0, 0.03, 0.07)
    board = Shape((box(middle, g.holder.body.chest, (0.215, 0.008, 0.135), 0.006),), (246, 244, 238), bias=0.03)
    for z, wide in ((0.045, 0.16), (-0.04, 0.11)):
        line = [at(middle, g.holder.body.chest, x * wide, 0.012, z) for x in (-1, 1)]
        board.markings.append(Shape(rod(line, 0.017), (52, 56, 66), flat=True, pivot=middle))
    return [board]


def _tool(g: Grasp) -> list[Shape]:
    a, b = at(g.hand, g.axes, 0.0, -0.03, -0.02), at(g.hand, g.axes, 0.0, 0.17, 0.07)
    return [
        Shape(rod([a, b], 0.015), (150, 154, 160), bias=0.05),
        Shape(((ball(b, 0.030),),), (120, 124, 130), bias=0.06),
    ]


def _broom(g: Grasp) -> list[Shape]:
    low = g.other if g.pose is Pose.SWEEP else (g.hand[0], g.hand[1] + 0.10, 0.5)
    k = (g.hand[2] - 0.06) / max(0.2, g.hand[2] - low[2])
    end = (g.hand[0] + (low[0] - g.hand[0]) * k, g.hand[1] + (low[1] - g.hand[1]) * k, 0.06)
    top = (g.hand[0] * 1.15 - low[0] * 0.15, g.hand[1] * 1.15 - low[1] * 0.15, g.hand[2] * 1.15 - low[2] * 0.15)
    head = box(end, UPRIGHT, (0.20, 0.035, 0.05), 0.02)
    return [Shape(rod([top, end], 0.014), (176, 140, 90), bias=0.05), Shape((head,), (74, 90, 120), bias=0.05)]


def _instrument(g: Grasp) -> list[Shape]:
    chest, axes = g.holder.joint("chest"), g.holder.body.chest
    wood = (176, 112, 56)
    body = [(ball(at(chest, axes, 0.10, 0.19, -0.36), 0.13), ball(at(chest, axes, -0.07, 0.19, -0.31), 0.10))]
    hole: Hull = (ball(at(chest, axes, 0.0, 0.30, -0.33), 0.040),)
    sound = Shape(tuple(body), wood, bias=0.02)
    sound.markings.append(Shape((hole,), (66, 40, 24), flat=True, pivot=at(chest, axes, 0.0, 0.19, -0.33)))
    neck = rod([at(chest, axes, -0.10, 0.25, -0.30), at(g.other, axes, -0.16, 0.02, 0.04)], 0.022)
    return [sound, Shape(neck, shade(wood, 0.6), bias=0.05)]


def _food(g: Grasp) -> list[Shape]:
    middle = at(g.hand, g.holder.body.chest, 0.0, 0.02, 0.035)
    return [
        Shape(((ball(middle, 0.040),),), (214, 168, 104), bias=0.05),
        Shape(((ball(g.hand, 0.034),),), (238, 236, 228), bias=0.045),
    ]


def _tape(g: Grasp) -> list[Shape]:
    middle = at(g.hand, g.axes, 0.0, 0.03, 0.0)
    blade = rod([middle, at(middle, g.axes, 0.0, 0.30, -0.10)], 0.009)
    return [
        Shape((box(middle, g.axes, (0.024, 0.040, 0.040), 0.02),), (222, 178, 44), bias=0.06),
        Shape(blade, (236, 222, 120), bias=0.05),
    ]


def _umbrella(g: Grasp) -> list[Shape]:
    x, y, z = g.hand
    cloth: Hull = (ball((x, y + 0.02, max(0.12, z - 0.10)), 0.032), ball((x, y + 0.10, max(0.06, z - 0.62)), 0.012))
    handle = rod([(x, y, z + 0.06), (x, y + 0.02, max(0.12, z - 0.1))], 0.011)
    return [Shape((cloth,), (52, 58, 84), bias=0.03), Shape(handle, (120, 84, 52), bias=0.03)]


THINGS: Mapping[Held, InHand] = {
    Held.NOTHING: InHand(_nothing),
    Held.PHONE: InHand(_phone, (0.15, 0.28, -0.30)),
    Held.CAMERA: InHand(_camera, (0.12, 0.26, -0.30)),
    Held.NOTEBOOK: InHand(_notebook, (0.22, 0.20, -0.42)),
    Held.PAPER: InHand(_paper, (0.20, 0.24, -0.36)),
    Held.CUP: InHand(_cup, (0.17, 0.29, -0.26)),
    Held.BAG: InHand(_bag, (0.245, 0.03, -0.628)),
    Held.PARCEL: InHand(_parcel, (0.12, 0.27, -0.32)),
    Held.CARD: InHand(_card, (0.18, 0.26, -0.36)),
    Held.SIGN: InHand(_sign, (0.10, 0.26, -0.24)),
    Held.TOOL: InHand(_tool, (0.25, 0.10, -0.54)),
    Held.BROOM: InHand(_broom, (0.25, 0.24, -0.30)),
    Held.INSTRUMENT: InHand(_instrument, (0.05, 0.26, -0.34)),
    Held.FOOD: InHand(_food, (0.15, 0.28, -0.26)),
    Held.LEAD: InHand(_nothing, (0.24, 0.26, -0.44)),
    Held.TAPE: InHand(_tape, (0.20, 0.26, -0.38)),
    Held.UMBRELLA: InHand(_umbrella, (0.235, 0.06, -0.61)),
}
"""Every thing that hands can be seen holding. The lead is drawn with its dog, as something carried."""
