"""Arms in their sleeves, and hands."""

from ..view.poses import Vec
from .figures_body import THICK, Dressed, at, ball, between
from .figures_paint import Hull, Shape, mix

_LONG = {"shirt", "jumper", "hoodie", "cardigan", "jacket", "suit jacket", "coat", "puffer", "dress"}
_SLEEVE = {"puffer": 0.020, "coat": 0.011, "jacket": 0.008, "hoodie": 0.009, "jumper": 0.005, "suit jacket": 0.006}


def arms(one: Dressed) -> list[Shape]:
    """Both arms, each drawn to the shoulder without a seam."""
    return [shape for side in ("left", "right") for shape in _arm(one, side)]


def _arm(one: Dressed, side: str) -> list[Shape]:
    outfit = one.outfit
    shoulder, elbow, hand = (one.joint(f"{side}_{name}") for name in ("shoulder", "elbow", "hand"))
    wrist = between(elbow, hand, 0.80)
    g = one.girth
    extra = _SLEEVE.get(outfit.top, 0.0)
    sleeve_r = (0.051 * g + extra, 0.045 * g + extra, 0.036 * g + extra * 0.9)
    bare_r = (0.047 * g, 0.040 * g, 0.029 * g)
    covered = outfit.top in _LONG
    a, b, c = sleeve_r if covered else bare_r
    upper: Hull = (ball(shoulder, a), ball(elbow, b))
    lower: Hull = (ball(elbow, b), ball(wrist, c))
    shapes = []
    if covered:
        shapes.append(Shape((upper, lower), outfit.top_colour, bias=0.02))
    else:
        shapes.append(
            Shape(
                (upper, lower),
                outfit.skin if outfit.top != "waistcoat" else mix(outfit.top_colour, (225, 225, 228), 0.72),
                bias=0.02,
            )
        )
        if outfit.top == "t-shirt":
            cut = between(shoulder, elbow, 0.55)
            shapes.append(Shape(((ball(shoulder, a + 0.012), ball(cut, a + 0.006)),), outfit.top_colour, bias=0.035))
    if one.detail >= 1 and (covered or outfit.top == "t-shirt"):
        root = at(
            one.joint("chest"), one.body.chest, (0.085 if side == "right" else -0.085) * one.narrow, -0.006, -0.050
        )
        cap: Hull = (
            ball(shoulder, (a + (0.0 if covered else 0.012)) * 0.93),
            ball(root, 0.046 + THICK.get(outfit.top, 0.0)),
        )
        shapes.append(Shape((cap,), outfit.vest or outfit.top_colour, bias=0.05, soft=1.05))
    shapes.append(_hand(one, side, wrist, hand))
    return shapes


def _hand(one: Dressed, side: str, wrist: Vec, hand: Vec) -> Shape:
    g = 0.9 if one.outfit.frame == "woman" else 1.0
    tip = (
        hand[0] + (hand[0] - wrist[0]) * 0.55,
        hand[1] + (hand[1] - wrist[1]) * 0.55,
        hand[2] + (hand[2] - wrist[2]) * 0.55,
    )
    if one.detail < 1:
        return Shape(
            ((ball(wrist, 0.026 * g), ball(hand, 0.037 * g), ball(tip, 0.024 * g)),), one.outfit.skin, bias=0.03
        )
    palm: Hull = (ball(wrist, 0.027 * g), ball(hand, 0.037 * g))
    fingers: Hull = (ball(hand, 0.036 * g), ball(tip, 0.024 * g))
    hulls = [palm, fingers]
    if one.detail >= 1:
        s = -1 if side == "right" else 1
        thumb = at(hand, one.body.chest, s * 0.026, 0.022, 0.0)
        hulls.append((ball(between(wrist, hand, 0.5), 0.018 * g), ball(thumb, 0.014 * g)))
    return Shape(tuple(hulls), one.outfit.skin, bias=0.03)
