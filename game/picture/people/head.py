"""A head: hair, hat, and a face that looks where its owner looks."""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from game.theme import Colour
from game.view.axes import Axes, at, cross
from game.view.poses import Vec

from ..colour import mix
from .body import ball
from .hulls import Hull, Shape, shade
from .outfit import Outfit

_Rows = tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A head placed: its middle and axes in the body's frame, and where the eyes point from it (radians left, up).

    `viewer` is where the viewer is from the body (right, forward), as a unit vector.
    """

    outfit: Outfit
    middle: Vec
    axes: Axes
    eyes: tuple[float, float]
    detail: int
    viewer: tuple[float, float]

    @property
    def size(self) -> float:
        """Heads of children are larger against the body."""
        return 1.22 if self.outfit.age == "child" else 0.97 if self.outfit.frame == "woman" else 1.0

    def hull(self, rows: _Rows) -> Hull:
        """Spheres given from the middle of the head."""
        k = self.size
        return tuple(ball(at(self.middle, self.axes, x * k, y * k, z * k), r * k) for x, y, z, r in rows)


def place_head(
    outfit: Outfit, middle: Vec, turned: Vec, eyes: tuple[float, float], detail: int, viewer: tuple[float, float]
) -> Head:
    """A head turned to the left, up and tilted to the right (radians)."""
    yaw, pitch, tilt = turned
    cy, sy, cp, sp, ct, st = cos(yaw), sin(yaw), cos(pitch), sin(pitch), cos(tilt), sin(tilt)
    right: Vec = (cy * ct, sy * ct, -st)
    forward: Vec = (-sy * cp, cy * cp, sp)
    x, y, z = middle
    lift = 0.035 * sp
    middle = x + forward[0] * lift, y + forward[1] * lift, z
    return Head(outfit, middle, (right, forward, cross(right, forward)), eyes, detail, viewer)


_SKULL: _Rows = (
    (0.0, -0.020, 0.030, 0.082), (-0.016, 0.016, 0.036, 0.066), (0.016, 0.016, 0.036, 0.066),
    (-0.020, 0.024, -0.030, 0.050), (0.020, 0.024, -0.030, 0.050), (0.0, 0.046, -0.082, 0.030),
)  # fmt: skip
"""Spheres of a head: m right, forward and up of its middle, and the radius. All heads and hair were set by eye, on
pictures, large and at the size of a crowd."""
_CAP: _Rows = ((0.0, -0.028, 0.038, 0.087), (-0.020, 0.012, 0.052, 0.072), (0.020, 0.012, 0.052, 0.072))
_NAPE: _Rows = ((0.0, -0.030, 0.036, 0.086), (-0.026, -0.044, -0.020, 0.052), (0.026, -0.044, -0.020, 0.052),
                (0.0, -0.050, -0.052, 0.036))
_MASK: _Rows = (
    (-0.024, 0.046, 0.026, 0.044), (0.024, 0.046, 0.026, 0.044), (-0.026, 0.036, -0.030, 0.042),
    (0.026, 0.036, -0.030, 0.042), (0.0, 0.047, -0.082, 0.030),
)  # fmt: skip


def head(head: Head) -> list[Shape]:
    """Everything above the neck."""
    outfit = head.outfit
    bare = outfit.hair in {"bald", "balding"} and outfit.hat is None
    hull, soft = (_SKULL, 0.0) if bare else (_MASK, 0.88)
    face = Shape((head.hull(hull),), outfit.skin, bias=0.03 + _forelock(head), soft=soft)
    face.markings.extend(_face(head))
    hidden = head.detail < 1 and outfit.hair in _LENGTHS and outfit.hat is None
    shapes = [face] if bare or hidden else [Shape((head.hull(_SKULL),), outfit.skin, bias=-0.03), face]
    covered = outfit.hat in {"headscarf", "turban", "hood"}
    if not covered:
        shapes.extend(_ears(head))
        shapes.extend(_hair(head, under_hat=outfit.hat is not None))
    shapes.extend(_hat(head))
    if outfit.beard in {"short", "full"}:
        shapes.append(_beard(head))
    return shapes


def _forelock(head: Head) -> float:
    """How much nearer the face of somebody is taken to be who looks down before the viewer: hair must not hide it."""
    forward = head.axes[1]
    towards = forward[0] * head.viewer[0] + forward[1] * head.viewer[1]
    return 0.3 * max(0.0, -forward[2]) * max(0.0, towards)


def _ears(head: Head) -> list[Shape]:
    if head.detail < 1 or head.outfit.hair in {"bob", "long", "wavy", "afro"}:
        return []
    return [
        Shape((head.hull(((s * 0.080, -0.004, 0.004, 0.016), (s * 0.078, -0.002, -0.020, 0.011))),), head.outfit.skin)
        for s in (-1, 1)
    ]


# --- hair -------------------------------------------------------------------------------------------------------------


_LENGTHS: dict[str, tuple[_Rows, ...]] = {
    "short": (_CAP, _NAPE),
    "side parting": (_CAP, _NAPE,
                     ((0.030, 0.030, 0.092, 0.030), (-0.050, 0.034, 0.070, 0.028), (-0.06, -0.01, 0.06, 0.03))),
    "swept back": (_CAP, _NAPE, ((0.0, 0.034, 0.100, 0.026), (0.0, -0.050, 0.090, 0.045))),
    "curly short": (((0.0, -0.030, 0.046, 0.094), (-0.030, 0.012, 0.070, 0.066), (0.030, 0.012, 0.070, 0.066)), _NAPE),
    "pixie": (_CAP, _NAPE, ((-0.058, 0.020, 0.050, 0.030), (0.03, 0.050, 0.075, 0.030))),
    "afro": (((0.0, -0.034, 0.056, 0.112), (-0.035, -0.01, 0.066, 0.090), (0.035, -0.01, 0.066, 0.090)),
             ((0.0, -0.034, 0.056, 0.112), (0.0, -0.06, -0.02, 0.080))),
    "bob": (_CAP, ((0.0, -0.034, 0.036, 0.088), (-0.056, -0.020, -0.070, 0.038), (0.056, -0.020, -0.070, 0.038),
                   (0.0, -0.060, -0.070, 0.040))),
    "wavy": (_CAP, ((0.0, -0.034, 0.036, 0.090), (-0.062, -0.026, -0.075, 0.042), (0.062, -0.026, -0.075, 0.042))),
    "long": (_CAP, ((0.0, -0.034, 0.036, 0.088), (-0.056, -0.024, -0.07, 0.036), (0.056, -0.024, -0.07, 0.036))),
    "ponytail": (_CAP, _NAPE), "long tied": (_CAP, _NAPE), "plaits": (_CAP, _NAPE),
    "bun": (_CAP, _NAPE, ((0.0, -0.088, 0.095, 0.042),)),
}  # fmt: skip
_FALLING: dict[str, tuple[_Rows, ...]] = {
    "wavy": (((0.0, -0.064, -0.06, 0.056), (-0.06, -0.036, -0.135, 0.036), (0.06, -0.036, -0.135, 0.036)),),
    "long": (((0.0, -0.060, -0.06, 0.062), (-0.05, -0.066, -0.24, 0.034), (0.05, -0.066, -0.24, 0.034)),),
    "ponytail": (((0.0, -0.105, 0.055, 0.028), (0.0, -0.135, -0.02, 0.030)),
                 ((0.0, -0.135, -0.02, 0.030), (0.0, -0.120, -0.16, 0.016))),
    "long tied": (((0.0, -0.095, 0.0, 0.024), (0.0, -0.105, -0.08, 0.024), (0.0, -0.100, -0.16, 0.014)),),
    "plaits": (((-0.065, -0.03, -0.06, 0.024), (-0.075, 0.01, -0.20, 0.018)),
               ((0.065, -0.03, -0.06, 0.024), (0.075, 0.01, -0.20, 0.018))),
}  # fmt: skip
"""What hangs from the head, behind it or before it."""


def _hair(head: Head, *, under_hat: bool) -> list[Shape]:
    style, colour = head.outfit.hair, head.outfit.hair_colour
    if style == "bald":
        return []
    if style == "balding":
        ring: _Rows = ((0.0, -0.052, 0.005, 0.068), (-0.058, -0.020, 0.0, 0.028), (0.058, -0.020, 0.0, 0.028))
        return [Shape((head.hull(ring),), colour, bias=0.005)]
    if style == "crop":
        close = mix(colour, head.outfit.skin, 0.22)
        tight = tuple((x, y, z, r - 0.004) for x, y, z, r in _CAP)
        return [Shape((head.hull(tight), head.hull(_NAPE)), close, bias=0.0)]
    rows = _LENGTHS[style]
    if under_hat:
        rows = rows[1:2]
    hulls = tuple(head.hull(part) for part in rows)
    shapes = [Shape(hulls, colour, lead=1)]
    shapes.extend(Shape((head.hull(part),), shade(colour, 0.94), bias=0.01) for part in _FALLING.get(style, ()))
    return shapes


def _beard(head: Head) -> Shape:
    full = 0.012 if head.outfit.beard == "full" else 0.0
    rows: _Rows = (
        (0.0, 0.052, -0.086 - full, 0.028 + full),
        (-0.040, 0.034, -0.056, 0.026),
        (0.040, 0.034, -0.056, 0.026),
    )
    return Shape((head.hull(rows),), head.outfit.hair_colour, bias=0.03)


# --- hats -------------------------------------------------------------------------------------------------------------


_ROUND = tuple(k * 0.6283 for k in range(10))
_WOOL: Colour = (238, 234, 226)
"""Of a woollen hat's cuff and bobble, in part: no hair has them, whatever the colour of the hat."""
_DOME: _Rows = ((0.0, -0.020, 0.062, 0.088), (-0.016, 0.010, 0.062, 0.078), (0.016, 0.010, 0.062, 0.078))


def _hat(head: Head) -> list[Shape]:
    hat, colour = head.outfit.hat, head.outfit.hat_colour
    if hat is None:
        return []
    if hat == "beanie":
        knit: _Rows = ((0.0, -0.016, 0.100, 0.080), (-0.012, 0.008, 0.098, 0.072), (0.012, 0.008, 0.098, 0.072))
        cuff: _Rows = tuple((0.086 * sin(a), 0.090 * cos(a) - 0.004, 0.060, 0.023) for a in _ROUND)
        bobble: _Rows = ((0.0, -0.014, 0.206, 0.036),)
        return [
            Shape((head.hull(cuff),), mix(colour, _WOOL, 0.55), bias=0.050),
            Shape((head.hull(knit),), colour, bias=0.055),
            Shape((head.hull(bobble),), mix(colour, _WOOL, 0.55), bias=0.065),
        ]
    if hat == "headscarf":
        wrap: _Rows = (
            (0.0, -0.024, 0.036, 0.094),
            (-0.040, -0.006, -0.070, 0.052),
            (0.040, -0.006, -0.070, 0.052),
            (0.0, -0.03, -0.14, 0.07),
        )
        low: _Rows = ((-0.05, 0.030, -0.125, 0.036), (0.05, 0.030, -0.125, 0.036), (0.0, -0.03, -0.15, 0.075))
        crown: _Rows = (wrap[0],)
        return [
            Shape((head.hull(crown), head.hull(wrap)), colour, lead=1),
            Shape((head.hull(low),), shade(colour, 0.94), bias=0.03),
        ]
    if hat == "turban":
        rows = ((0.0, -0.020, 0.085, 0.098), (0.0, 0.020, 0.090, 0.086), (0.0, -0.05, 0.05, 0.085))
        fold: _Rows = ((-0.05, 0.05, 0.07, 0.028), (0.0, 0.068, 0.105, 0.028), (0.05, 0.05, 0.07, 0.028))
        return [Shape((head.hull(rows),), colour, bias=0.05), Shape((head.hull(fold),), shade(colour, 0.9), bias=0.07)]
    if hat == "hood":
        cowl: _Rows = ((0.0, -0.040, 0.040, 0.102), (-0.03, -0.02, -0.09, 0.07), (0.03, -0.02, -0.09, 0.07))
        return [Shape((head.hull(cowl[:1]), head.hull(cowl)), head.outfit.top_colour, lead=1)]
    return _draw_brim(head, hat, colour)


def _draw_brim(head: Head, hat: str, colour: Colour) -> list[Shape]:
    peak: _Rows = (
        (-0.058, 0.070, 0.062, 0.012),
        (0.058, 0.070, 0.062, 0.012),
        (-0.026, 0.122, 0.054, 0.011),
        (0.026, 0.122, 0.054, 0.011),
    )
    if hat == "cap":
        return [
            Shape((head.hull(_DOME),), colour, bias=0.045),
            Shape((head.hull(peak),), shade(colour, 0.88), bias=0.065),
        ]
    if hat == "flat cap":
        flat: _Rows = (
            (0.0, -0.030, 0.072, 0.082),
            (-0.05, 0.02, 0.078, 0.048),
            (0.05, 0.02, 0.078, 0.048),
            (0.0, 0.085, 0.068, 0.025),
        )
        return [Shape((head.hull(flat),), colour, bias=0.05)]
    if hat == "hard hat":
        shell: _Rows = ((0.0, -0.020, 0.075, 0.096), (0.0, 0.012, 0.075, 0.090))
        rim: _Rows = tuple((0.108 * sin(a), 0.118 * cos(a), 0.052, 0.010) for a in _ROUND)
        return [Shape((head.hull(rim),), shade(colour, 0.9), bias=0.04), Shape((head.hull(shell),), colour, bias=0.06)]
    if hat == "brimmed":
        brim: _Rows = tuple((0.150 * sin(a), 0.160 * cos(a), 0.062, 0.008) for a in _ROUND)
        crown: _Rows = ((0.0, -0.012, 0.085, 0.082), (0.0, 0.006, 0.125, 0.060))
        return [
            Shape((head.hull(brim),), shade(colour, 0.92), bias=0.05),
            Shape((head.hull(crown),), colour, bias=0.08),
        ]
    # A patrol cap: a wide flat top over a band, and a short dark peak.
    top: _Rows = tuple((0.100 * sin(a), 0.106 * cos(a), 0.104, 0.018) for a in _ROUND)
    band: _Rows = ((0.0, -0.014, 0.055, 0.090), (0.0, 0.010, 0.060, 0.085), (0.0, 0.0, 0.10, 0.085))
    shapes = [Shape((head.hull(band),), shade(colour, 1.05), bias=0.045), Shape((head.hull(top),), colour, bias=0.075),
              Shape((head.hull(peak),), shade(colour, 0.75), bias=0.065)]  # fmt: skip
    if head.outfit.checks:
        shapes[0].markings.extend(_checks(head))
    return shapes


def _checks(head: Head) -> list[Shape]:
    marks = []
    for i in range(18):
        a = i * 6.2832 / 18
        rows: _Rows = ((0.097 * sin(a), 0.099 * cos(a) - 0.002, 0.078 + 0.016 * (i % 2), 0.010),)
        marks.append(
            Shape((head.hull(rows),), (236, 238, 240), flat=True, pivot=at(head.middle, head.axes, 0.0, 0.0, 0.08))
        )
    return marks


# --- face -------------------------------------------------------------------------------------------------------------


def _spot(head: Head, azimuth: float, elevation: float, out: float = 1.0) -> Vec:
    """A point on the face, by degrees right and up from its middle."""
    a, e = radians(azimuth), radians(elevation)
    k = head.size
    x, y, z = sin(a) * cos(e) * 0.080 * out * k, (cos(a) * cos(e) * 0.092 * out - 0.006) * k, sin(e) * 0.112 * out * k
    return at(head.middle, head.axes, x, y, z)


def _stroke(head: Head, points: list[tuple[float, float]], radius: float, colour: Colour, out: float = 1.0) -> Shape:
    spheres = [ball(_spot(head, a, e, out), radius * head.size) for a, e in points]
    count = len(points)
    middle = sum(a for a, _ in points) / count, sum(e for _, e in points) / count
    return Shape(tuple(pairwise(spheres)), colour, flat=True, pivot=_behind(head, *middle), margin=0.02)


def _behind(head: Head, azimuth: float, elevation: float) -> Vec:
    """A point straight behind a mark on the face: the mark shows while it is the nearer of the two."""
    a, e = radians(azimuth), radians(elevation)
    x, y, z = sin(a) * cos(e) / 0.080, cos(a) * cos(e) / 0.092, sin(e) / 0.112
    k = 0.1 / (x * x + y * y + z * z) ** 0.5
    spot = _spot(head, azimuth, elevation)
    inside = at((0.0, 0.0, 0.0), head.axes, x * k, y * k, z * k)
    return spot[0] - inside[0], spot[1] - inside[1], spot[2] - inside[2]


def _face(head: Head) -> list[Shape]:
    if head.detail < 1:
        return []
    skin, dark = head.outfit.skin, mix(shade(head.outfit.skin, 0.45), (60, 30, 30), 0.25)
    if head.detail == 1:
        return [_stroke(head, [(s * 21 - 5, 4), (s * 21 + 5, 4)], 0.0085, (40, 32, 32)) for s in (-1, 1)]
    marks = []
    if head.outfit.beard == "stubble":
        marks.append(
            _stroke(
                head, [(-36, -34), (-14, -46), (14, -46), (36, -34)], 0.022, mix(skin, head.outfit.hair_colour, 0.15)
            )
        )
    for s in (-1, 1):
        marks.extend(_eye(head, s, dark))
    brow = mix(head.outfit.hair_colour, dark, 0.35)
    marks.extend(
        _stroke(head, [(s * 10, 17.5), (s * 21, 19.5), (s * 32, 15.5)], 0.0046, brow, 1.01) for s in (-1, 1)
    )
    marks.append(_stroke(head, [(3, 2), (7, -14), (0, -17)], 0.0042, shade(skin, 0.74), 1.08))
    marks.append(_stroke(head, [(-5, -10), (0, -13)], 0.009, shade(skin, 1.06), 1.12))
    marks.append(
        _stroke(head, [(-14, -33), (-5, -33.5), (5, -33.5), (14, -33)], 0.0052, mix(skin, (140, 50, 50), 0.55))
    )
    marks.append(_stroke(head, [(-12, -33), (0, -34), (12, -33)], 0.0020, mix(dark, (90, 30, 30), 0.5), 1.01))
    if head.outfit.glasses:
        marks.extend(_glasses(head))
    return marks


def _eye(head: Head, side: int, dark: Colour) -> list[Shape]:
    middle = side * 21.0
    left, up = head.eyes
    iris = middle - max(-6.5, min(6.5, left * 9.0)), 4.0 + max(-3.0, min(3.0, up * 5.0))
    white = [(middle - 8.0, 3.6), (middle - 3, 4.4), (middle + 3, 4.4), (middle + 8.0, 3.6)]
    lid = [(middle - 9.5, 3.6), (middle - 4, 8.2), (middle + 4, 8.2), (middle + 9.5, 3.6)]
    shapes = [_stroke(head, white, 0.0078, (246, 243, 238)), _dot(head, *iris, 0.0080, (58, 44, 36), 1.004)]
    if head.detail >= 3:
        shapes.append(_dot(head, *iris, 0.0040, (18, 16, 18), 1.006))
        shapes.append(_stroke(head, lid, 0.0026, dark, 1.008))
    return shapes


def _dot(head: Head, azimuth: float, elevation: float, radius: float, colour: Colour, out: float) -> Shape:
    sphere = ball(_spot(head, azimuth, elevation, out), radius * head.size)
    return Shape(((sphere,),), colour, flat=True, pivot=_behind(head, azimuth, elevation), margin=0.02)


def _glasses(head: Head) -> list[Shape]:
    frame, shapes = (38, 36, 40), []
    for s in (-1, 1):
        ring = [(s * 21 + 12 * cos(a), 3 + 10 * sin(a)) for a in (0.0, 0.79, 1.57, 2.36, 3.14, 3.93, 4.71, 5.5, 6.28)]
        shapes.append(_stroke(head, ring, 0.0021, frame, 1.05))
        shapes.append(_stroke(head, [(s * 33, 5), (s * 60, 5), (s * 85, 4)], 0.0021, frame, 1.03))
    shapes.append(_stroke(head, [(-9, 5), (9, 5)], 0.0021, frame, 1.07))
    return shapes
