"""Arms in their sleeves, and hands."""

from game.theme import Colour
from game.view.axes import at, between
from game.view.poses import Vec

from ..colour import mix
from .body import Dressed, ball
from .hulls import Hull, Shape, rim_of

_LONG = {"shirt", "jumper", "hoodie", "cardigan", "jacket", "suit jacket", "coat", "puffer", "dress"}
_SLEEVE = {"puffer": 0.020, "coat": 0.011, "jacket": 0.008, "hoodie": 0.009, "jumper": 0.005, "suit jacket": 0.006}
"""How much thicker (m) a sleeve of each makes the arm than it is bare. Set by eye, on pictures."""


_SEAM = 0.36
"""Share of the upper arm down to which a sleeve goes over into the shoulder without a rim."""


_SHORT, _LOOSE = 0.58, 0.006
"""Share of the upper arm that a short sleeve covers, and how much wider (m) than the arm it is."""
_BEHIND = -2.0
"""What brings the edge of the shoulder behind all else, so that none of it lies on the trunk."""


def arms(figure: Dressed) -> list[Shape]:
    """Both arms, each drawn to the shoulder without a seam."""
    return [shape for side in ("left", "right") for shape in _arm(figure, side)]


def _arm(figure: Dressed, side: str) -> list[Shape]:
    outfit = figure.outfit
    shoulder, elbow, hand = (figure.joint(f"{side}_{name}") for name in ("shoulder", "elbow", "hand"))
    wrist = between(elbow, hand, 0.80)
    g = figure.girth
    extra = _SLEEVE.get(outfit.top, 0.0)
    sleeve_r = (0.051 * g + extra, 0.045 * g + extra, 0.036 * g + extra * 0.9)
    bare_r = (0.047 * g, 0.040 * g, 0.029 * g)
    covered = outfit.top in _LONG
    a, b, c = sleeve_r if covered else bare_r
    upper: Hull = (ball(shoulder, a), ball(elbow, b))
    lower: Hull = (ball(elbow, b), ball(wrist, c))
    colour = outfit.top_colour if covered else outfit.skin
    if outfit.top == "waistcoat":
        colour = mix(outfit.top_colour, (225, 225, 228), 0.72)
    whole = [Shape((upper, lower), colour, bias=0.02)]
    if outfit.top == "t-shirt":
        shapes = _short_sleeve(figure, shoulder, elbow, (a, b), lower)
    else:
        shapes = _sleeve(shoulder, elbow, (a, b), lower, colour) if figure.detail else whole
    shapes.append(_hand(figure, side, wrist, hand))
    return shapes


def _sleeve(shoulder: Vec, elbow: Vec, thick: tuple[float, float], lower: Hull, colour: Colour) -> list[Shape]:
    """An arm with no line between it and the trunk; the edge of its shoulder lies behind both."""
    a, b = thick
    seam = ball(between(shoulder, elbow, _SEAM), a + (b - a) * _SEAM)
    upper = ball(shoulder, a), ball(elbow, b)
    return [
        Shape(((upper[0], seam),), rim_of(colour), flat=True, bias=_BEHIND),
        Shape((upper, lower), colour, bias=0.02, rims=((seam, upper[1]), lower)),
    ]


def _short_sleeve(figure: Dressed, shoulder: Vec, elbow: Vec, thick: tuple[float, float], lower: Hull) -> list[Shape]:
    """A bare arm from the hem on, and cloth from there to the shoulder: neither lies on the other in any pose."""
    a, b = thick
    end = between(shoulder, elbow, _SHORT)
    bare: Hull = (ball(end, a + (b - a) * _SHORT), ball(elbow, b))
    seam, hem = ball(between(shoulder, elbow, _SEAM), a + _LOOSE), ball(end, a + _LOOSE)
    cloth: Hull = (ball(shoulder, a + 0.002), hem)
    return [
        Shape((bare, lower), figure.outfit.skin, bias=0.02),
        Shape(((cloth[0], seam),), rim_of(figure.outfit.top_colour), flat=True, bias=_BEHIND),
        Shape((cloth,), figure.outfit.top_colour, bias=0.035, rims=((seam, hem),)),
    ]


def _hand(figure: Dressed, side: str, wrist: Vec, hand: Vec) -> Shape:
    g = 0.9 if figure.outfit.frame == "woman" else 1.0
    tip = (
        hand[0] + (hand[0] - wrist[0]) * 0.55,
        hand[1] + (hand[1] - wrist[1]) * 0.55,
        hand[2] + (hand[2] - wrist[2]) * 0.55,
    )
    if figure.detail < 1:  # larger than life, so that hands read at 50 px
        small: Hull = (ball(wrist, 0.026 * g), ball(hand, 0.043 * g), ball(tip, 0.028 * g))
        return Shape((small,), figure.outfit.skin, bias=0.03)
    palm: Hull = (ball(wrist, 0.027 * g), ball(hand, 0.037 * g))
    fingers: Hull = (ball(hand, 0.036 * g), ball(tip, 0.024 * g))
    hulls = [palm, fingers]
    if figure.detail >= 1:
        s = -1 if side == "right" else 1
        thumb = at(hand, figure.body.chest, s * 0.026, 0.022, 0.0)
        hulls.append((ball(between(wrist, hand, 0.5), 0.018 * g), ball(thumb, 0.014 * g)))
    return Shape(tuple(hulls), figure.outfit.skin, bias=0.03)
