"""A body and its garments as rounded shapes: all radii and places in m of a body of 1.75 m, set by eye, on pictures."""

from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, pi, sin

from game.theme import Colour
from game.view.axes import at, between
from game.view.poses import Vec
from game.view.skeleton import Body

from ..colour import mix
from .hulls import Hull, Shape, Sphere, shade
from .outfit import Outfit

_HEM = {"t-shirt": 0.02, "shirt": 0.03, "jumper": 0.03, "hoodie": 0.05, "cardigan": 0.10, "jacket": 0.06,
        "suit jacket": 0.11, "coat": 0.10, "puffer": 0.06, "waistcoat": 0.03, "dress": 0.0}  # fmt: skip
"""How far (m) each garment hangs below the hips' joint in front. Set by eye, on pictures, as all cuts
here."""
THICK = {"puffer": 0.022, "coat": 0.013, "jacket": 0.009, "hoodie": 0.010, "jumper": 0.006, "suit jacket": 0.007,
          "cardigan": 0.006}  # fmt: skip
"""How much thicker (m) each makes the trunk than in a shirt."""


_RISEN = 0.75
"""Height of the hips in m below which a coat lies over the lap."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A body in a pose with the outfit on it, and how finely to show it: markings come in from `detail` 1.

    `narrow` is how wide this frame is across against the data's, `girth` how thick limbs are against the middle.
    """

    body: Body
    outfit: Outfit
    detail: int
    narrow: float = field(init=False)
    girth: float = field(init=False)

    def __post_init__(self) -> None:
        """The measures of the frame, which every part asks for."""
        woman, stout = self.outfit.frame == "woman", self.outfit.build - 1.0
        base = 0.93 if self.outfit.age == "child" else 0.92 if woman else 1.0
        object.__setattr__(self, "narrow", base * (1.0 + 0.35 * stout))
        object.__setattr__(self, "girth", (1.0 + 0.55 * stout) * (0.93 if woman else 1.0))

    def joint(self, name: str) -> Vec:
        """A joint, drawn in for narrower frames."""
        x, y, z = self.body.joints[name]
        return x * self.narrow, y, z


def ball(point: Vec, radius: float) -> Sphere:
    """A sphere of radius m."""
    return point[0], point[1], point[2], radius


def dress(figure: Dressed) -> list[Shape]:
    """Legs, shoes and trunk."""
    return [*_legs(figure), *_trunk(figure)]


# --- below ------------------------------------------------------------------------------------------------------------


_CUT = {"trousers": (0.090, 0.069, 0.061, 0.056), "jeans": (0.088, 0.064, 0.056, 0.050),
        "leggings": (0.084, 0.057, 0.052, 0.036), "shorts": (0.090, 0.074, 0.050, 0.035),
        "skirt": (0.080, 0.056, 0.050, 0.035), "long skirt": (0.080, 0.056, 0.050, 0.035)}  # fmt: skip
"""Radii (m) of the leg at hip, knee, calf and ankle in each; with a skirt or shorts, of the bare leg below."""
_SKIRTS = {"skirt", "long skirt"}
_BARE = {"shorts", *_SKIRTS}


def _legs(figure: Dressed) -> list[Shape]:
    outfit = figure.outfit
    bottom = "skirt" if outfit.top == "dress" else outfit.bottom
    hip_r, knee_r, calf_r, ankle_r = (r * figure.girth for r in _CUT.get(bottom, _CUT["trousers"]))
    bare = bottom in _BARE
    tights = (
        mix(outfit.skin, (40, 38, 46), 0.75) if outfit.age in {"adult", "older"} and bottom != "shorts" else outfit.skin
    )
    colour = tights if bare else outfit.bottom_colour
    shapes = []
    for side in ("left", "right"):
        hip, knee, ankle = figure.joint(f"{side}_hip"), figure.joint(f"{side}_knee"), figure.joint(f"{side}_ankle")
        calf = between(knee, ankle, 0.30)
        hem = between(knee, ankle, 0.97)
        thigh: Hull = (ball(hip, hip_r), ball(between(hip, knee, 0.45), hip_r * 0.92), ball(knee, knee_r))
        shin: Hull = (ball(knee, knee_r), ball(calf, calf_r * 1.08), ball(hem, ankle_r))
        shapes.append(Shape((thigh, shin), colour, lead=1 if bottom in _SKIRTS else 0))
        if bottom == "shorts":
            cut = between(hip, knee, 0.86)
            shapes.append(Shape(((ball(hip, hip_r), ball(cut, hip_r * 0.92)),), outfit.bottom_colour, bias=0.03))
        shapes.append(_shoe(figure, side))
    if bottom in _SKIRTS and outfit.top != "dress":
        shapes.append(Shape(_cloth(figure, bottom), outfit.bottom_colour, bias=0.05))
    return shapes


def _shoe(figure: Dressed, side: str) -> Shape:
    heel, mid, toe, ankle = (figure.joint(f"{side}_{name}") for name in ("heel", "ball", "toe", "ankle"))
    k = 0.9 if figure.outfit.frame == "woman" else 1.0
    foot: Hull = (ball(heel, 0.037 * k), ball(mid, 0.042 * k), ball(toe, 0.033 * k))
    upper: Hull = (ball(between(ankle, heel, 0.35), 0.042 * k), ball(between(mid, ankle, 0.35), 0.036 * k))
    if figure.detail < 1:
        return Shape(((*foot, upper[0]),), figure.outfit.shoes)
    return Shape((foot, upper), figure.outfit.shoes)


def _cloth(figure: Dressed, kind: str) -> list[Hull]:
    """Cloth from the hips about each leg, and between them down to where a step pulls it apart; it folds over a lap."""
    top = [ball(at(figure.joint("pelvis"), figure.body.hips, s * 0.07, 0.0, 0.10), 0.075) for s in (-1, 1)]
    ends = [_hem(figure, side, kind) for side in ("left", "right")]
    hulls: list[Hull] = []
    for side, line in zip(("left", "right"), ends, strict=True):
        hulls.append((*top, ball(figure.joint(f"{side}_hip"), 0.098 * figure.girth), *(ball(p, r) for p, r in line)))
    pulled = ((between(a, b, share), r * 0.9) for (a, r), (b, _) in zip(*ends, strict=True) for share in (0.25, 0.75))
    hulls.append((*top, *(ball(point, radius) for point, radius in pulled)))
    return hulls


def _hem(figure: Dressed, side: str, kind: str) -> list[tuple[Vec, float]]:
    """Points down one side of a skirt: cloth is behind what its leg does."""
    hip, knee, ankle = figure.joint(f"{side}_hip"), figure.joint(f"{side}_knee"), figure.joint(f"{side}_ankle")
    if kind == "long skirt":
        return [(knee, 0.085), (between(knee, ankle, 0.62), 0.080)]
    if kind == "coat":
        return [(between(hip, knee, 0.4), 0.104 * figure.girth), (between(hip, knee, 0.84), 0.092 * figure.girth)]
    return [(between(hip, knee, 0.5), 0.095), (between(hip, knee, 0.98), 0.080)]


# --- trunk ------------------------------------------------------------------------------------------------------------


def _trunk(figure: Dressed) -> list[Shape]:
    outfit = figure.outfit
    thick = THICK.get(outfit.top, 0.0)
    upper, lower = _chest(figure, thick), _hips(figure, thick, _HEM[outfit.top])
    shapes = [_seat(figure), _neck(figure)]
    hulls = [upper, lower]
    if outfit.top == "coat" and figure.joint("pelvis")[2] > _RISEN:
        hulls.extend(_cloth(figure, "coat"))
    elif outfit.top in {"coat", "dress"}:
        cloth = _cloth(figure, "coat" if outfit.top == "coat" else "skirt")
        shapes.append(Shape(cloth, outfit.top_colour, bias=0.05 if figure.joint("pelvis")[2] > _RISEN else 0.08))
    trunk = Shape(hulls, outfit.top_colour, bias=0.02)
    shapes.append(trunk)
    trunk.markings.extend(_front(figure, thick))
    trunk.markings.extend(_collar(figure))
    if outfit.vest:
        shapes.append(_vest(figure, outfit.vest))
        if outfit.stripe:
            shapes[-1].markings.extend(_bands(figure, thick + 0.012, outfit.stripe))
    elif outfit.stripe:
        trunk.markings.extend(_bands(figure, thick, outfit.stripe))
    if outfit.apron:
        trunk.markings.append(_panel(figure, outfit.apron, thick + 0.004, (0.10, -0.10), (0.13, -0.50)))
    if outfit.top == "hoodie" and outfit.hat != "hood":
        chest, axes = figure.joint("chest"), figure.body.chest
        hood = tuple(ball(at(chest, axes, x, y, z), r) for x, y, z, r in (
            (-0.055, -0.075, 0.02, 0.045), (0.055, -0.075, 0.02, 0.045), (0.0, -0.105, -0.05, 0.045),
            (-0.06, -0.01, 0.035, 0.028), (0.06, -0.01, 0.035, 0.028)))  # fmt: skip
        shapes.append(Shape((hood,), shade(outfit.top_colour, 0.92), bias=0.03))
    return shapes


def _chest(figure: Dressed, thick: float) -> Hull:
    chest, axes, k = figure.joint("chest"), figure.body.chest, figure.narrow
    g = figure.girth
    deep = 0.016 if figure.outfit.frame == "woman" and figure.outfit.age != "child" else 0.0
    waist = 0.068 if figure.outfit.frame == "woman" else 0.082
    rows = (
        (-0.126 * k, -0.008, -0.072, 0.054), (0.126 * k, -0.008, -0.072, 0.054),
        (-0.036, -0.020, -0.014, 0.046), (0.036, -0.020, -0.014, 0.046),
        (-0.072 * k, 0.036 + deep, -0.140, 0.086 * g), (0.072 * k, 0.036 + deep, -0.140, 0.086 * g),
        (-0.072 * k, -0.030, -0.120, 0.086 * g), (0.072 * k, -0.030, -0.120, 0.086 * g),
        (-waist * k, 0.014, -0.320, 0.082 * g), (waist * k, 0.014, -0.320, 0.082 * g),
    )  # fmt: skip
    return tuple(ball(at(chest, axes, x, y, z), r + thick) for x, y, z, r in rows)


def _hips(figure: Dressed, thick: float, hem: float) -> Hull:
    chest, pelvis = figure.joint("chest"), figure.joint("pelvis")
    g, k = figure.girth, figure.narrow
    wide = 0.082 if figure.outfit.frame == "woman" else 0.072
    belly = max(0.0, figure.outfit.build - 1.0) * 0.20
    spheres = [
        ball(at(chest, figure.body.chest, s * 0.072 * k, 0.014 + belly, -0.320), 0.082 * g + thick) for s in (-1, 1)
    ]
    for s, side in ((-1, "left"), (1, "right")):
        hip = at(pelvis, figure.body.hips, s * wide * k, -0.012, 0.055)
        spheres.append(ball(hip, 0.093 * g + thick))
        if hem > 0.04:
            spheres.append(
                ball(between(figure.joint(f"{side}_hip"), figure.joint(f"{side}_knee"), hem * 1.6), 0.092 * g + thick)
            )
    return tuple(spheres)


def _seat(figure: Dressed) -> Shape:
    """What the trousers cover of the hips, seen below a short top."""
    wide = 0.078 if figure.outfit.frame == "woman" else 0.068
    colour = figure.outfit.top_colour if figure.outfit.top == "dress" else figure.outfit.bottom_colour
    spheres = [
        ball(at(figure.joint("pelvis"), figure.body.hips, s * wide, y, 0.0), 0.090 * figure.girth)
        for s in (-1, 1)
        for y in (-0.034, 0.012)
    ]
    return Shape((tuple(spheres),), colour, soft=0.82)


def _collar(figure: Dressed) -> list[Shape]:
    """A collar that stands round the neck and opens at the throat; what the neck hides is left out."""
    if figure.outfit.top not in {"jacket", "coat", "puffer", "shirt", "suit jacket", "cardigan"} or figure.detail < 1:
        return []
    chest, axes = figure.joint("chest"), figure.body.chest
    r = 0.022 if figure.outfit.top == "puffer" else 0.014
    rows = ((0.0, -0.060, 0.036), (0.056, -0.022, 0.034), (0.050, 0.026, 0.012), (0.016, 0.062, -0.026))
    colour = figure.outfit.trim or shade(figure.outfit.top_colour, 0.94)
    pivot = at(chest, axes, 0.0, -0.01, 0.0)
    shapes = []
    for radius, tone in ((r + 0.004, shade(colour, 0.62)), (r, colour)):
        for s in (-1, 1):
            chain = [ball(at(chest, axes, s * x, y, z), radius) for x, y, z in rows]
            shapes.append(Shape(tuple(pairwise(chain)), tone, flat=True, pivot=pivot))
    return shapes


def _neck(figure: Dressed) -> Shape:
    chest, head = figure.joint("chest"), figure.joint("head")
    hull: Hull = (
        ball(at(chest, figure.body.chest, 0.0, -0.006, 0.014), 0.042),
        ball(between(chest, head, 0.62), 0.042),
    )
    return Shape((hull,), shade(figure.outfit.skin, 0.86), bias=-0.05)


def on_trunk(figure: Dressed, thick: float, x: float, z: float, *, back: bool = False) -> Vec:
    """A point on the trunk's front or back at (x, z) from the middle of the shoulders."""
    k = figure.narrow
    share = min(1.0, abs(x) / (0.165 * k))
    depth = (0.112 if z > -0.25 else 0.098) * figure.girth + thick
    if z < -0.25:
        depth += max(0.0, figure.outfit.build - 1.0) * 0.20 * (not back)
    if z > -0.06:
        depth -= (z + 0.06) * 0.55
    y = depth * (1.0 - share * share) ** 0.5
    origin, axes = (figure.joint("chest"), figure.body.chest)
    return at(origin, axes, x, -y if back else y + 0.004, z)


def _front(figure: Dressed, thick: float) -> list[Shape]:
    """Collars, openings and lapels."""
    outfit = figure.outfit
    dark = shade(outfit.top_colour, 0.68)
    if outfit.top == "suit jacket":
        return _suit(figure, thick, dark)
    if figure.detail < 1:
        return []
    shapes: list[Shape] = []
    if outfit.top in {"jacket", "coat", "puffer", "hoodie", "cardigan", "shirt", "waistcoat"}:
        shapes.extend(_line(figure, thick, [(0.0, 0.0), (0.0, -0.2), (0.0, -0.44)], 0.0055, dark))
    edge = outfit.trim or (shade(outfit.top_colour, 1.12) if outfit.top in {"shirt", "jacket", "coat"} else None)
    for s in (-1, 1) if edge else ():
        shapes.extend(_line(figure, thick, [(s * 0.055, 0.02), (s * 0.018, -0.065)], 0.013, edge or dark))
    if outfit.top == "puffer":
        shapes.extend(_ring(figure, thick, z, 0.0055, dark) for z in (-0.10, -0.18, -0.26, -0.34))
    return shapes


def _suit(figure: Dressed, thick: float, dark: Colour) -> list[Shape]:
    """A shirt between lapels, a tie or scarf, and the closing."""
    points = [on_trunk(figure, thick + 0.004, x, z) for x, z in ((-0.045, 0.0), (0.045, 0.0), (0.0, -0.22))]
    inner = tuple(ball(point, 0.004) for point in points)
    shapes = [Shape((inner,), (226, 228, 230), flat=True, pivot=_inside(figure, -0.07))]
    if figure.detail >= 1:
        for s in (-1, 1):
            edge = [(s * 0.058, 0.0), (s * 0.050, -0.10), (s * 0.004, -0.24)]
            shapes.extend(_line(figure, thick + 0.003, edge, 0.012, mix(dark, figure.outfit.top_colour, 0.45)))
        tie = figure.outfit.trim or shade(figure.outfit.bottom_colour, 1.1)
        shapes.extend(_line(figure, thick + 0.006, [(0.0, -0.02), (0.0, -0.18)], 0.011, tie))
        shapes.extend(_line(figure, thick, [(0.0, -0.22), (0.0, -0.46)], 0.0055, dark))
    return shapes


def _line(
    figure: Dressed, thick: float, points: list[tuple[float, float]], radius: float, colour: Colour
) -> list[Shape]:
    """A line down the front, in parts that are each hidden where the chest turns away."""
    return [
        Shape(((ball(on_trunk(figure, thick, *a), radius), ball(on_trunk(figure, thick, *b), radius)),), colour,
              flat=True,
              pivot=_inside(figure, (a[1] + b[1]) / 2))
        for a, b in pairwise(points)
    ]  # fmt: skip


def _inside(figure: Dressed, z: float) -> Vec:
    return at(figure.joint("chest"), figure.body.chest, 0.0, 0.02, z)


def _ring(figure: Dressed, thick: float, z: float, radius: float, colour: Colour) -> Shape:
    """A band round the whole trunk; what is behind is taken out when it is seen from its side."""
    k = figure.narrow
    chest, axes = figure.joint("chest"), figure.body.chest
    count = 14 if figure.detail else 10
    wide, deep = 0.162 * k + thick, (0.114 if z > -0.25 else 0.100) * figure.girth + thick
    if z < -0.25:
        wide = 0.155 * k * (0.93 if figure.outfit.frame == "woman" else 1.0) + thick
    spheres = []
    for i in range(count + 1):
        a = 2 * pi * i / count
        spheres.append(ball(at(chest, axes, wide * sin(a), deep * cos(a) + 0.006, z), radius))
    return Shape(tuple(pairwise(spheres)), colour, flat=True, pivot=at(chest, axes, 0.0, 0.006, z))


def _bands(figure: Dressed, thick: float, colour: Colour) -> list[Shape]:
    return [_ring(figure, thick, z, 0.022, colour) for z in (-0.24, -0.37)]


def _vest(figure: Dressed, colour: Colour) -> Shape:
    thick = THICK.get(figure.outfit.top, 0.0) + 0.012
    return Shape((_chest(figure, thick), _hips(figure, thick, 0.0)), colour, bias=0.025)


def _panel(figure: Dressed, colour: Colour, thick: float, top: tuple[float, float], low: tuple[float, float]) -> Shape:
    rows = [
        (x * (top[0] + (low[0] - top[0]) * k), top[1] + (low[1] - top[1]) * k)
        for k in (0.0, 0.5, 1.0)
        for x in (-1, 0, 1)
    ]
    hull = tuple(ball(on_trunk(figure, thick, x, z), 0.010) for x, z in rows)
    return Shape((hull,), colour, flat=True, pivot=_inside(figure, (top[1] + low[1]) / 2))
