"""Solids that things are made of: boxes, rods and hoops as hulls of spheres."""

from itertools import pairwise
from math import cos, pi, sin, sqrt

from game.theme import Colour
from game.view.axes import Axes, at, cross
from game.view.poses import Vec

from .body import ball
from .hulls import Hull, Shape, Sphere, shade

UPRIGHT: Axes = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
"""The body's own axes."""


def box(middle: Vec, axes: Axes, half: Vec, corner: float = 0.012) -> Hull:
    """A box with rounded corners, half so wide, deep and high."""
    w, d, h = (max(0.0, size - corner) for size in half)
    return tuple(ball(at(middle, axes, x * w, y * d, z * h), corner) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1))


def crate(middle: Vec, axes: Axes, half: Vec, corner: float, colour: Colour, bias: float = 0.0) -> Shape:
    """A box whose top is light and whose sides are darker than its front and back."""
    shape = Shape((box(middle, axes, half, corner),), colour, bias=bias)
    w, d, h = (max(0.0, size - corner) for size in half)
    thin = corner * 0.55
    for k, tone in ((0, 0.84), (1, 0.96), (2, 1.12)):
        for s in (-1, 1):
            corners = []
            for a in (-1, 1):
                for b in (-1, 1):
                    x, y, z = ((s, a, b), (a, s, b), (a, b, s))[k]
                    out = (
                        1.0 + 0.35 * corner / max(w, 0.01),
                        1.0 + 0.35 * corner / max(d, 0.01),
                        1.0 + 0.35 * corner / max(h, 0.01),
                    )
                    grow = [out[n] if n == k else 1.0 for n in range(3)]
                    corners.append(ball(at(middle, axes, x * w * grow[0], y * d * grow[1], z * h * grow[2]), thin))
            shape.markings.append(
                Shape(
                    (tuple(corners),),
                    shade(colour, tone),
                    flat=True,
                    pivot=at(middle, axes, *((s * half[n] * 0.25 if n == k else 0.0) for n in range(3))),
                )
            )
    return shape


def face(middle: Vec, axes: Axes, half: tuple[float, float], out: float) -> Hull:
    """A thin sheet on the front of a box, half so wide and high, `out` m before its middle."""
    w, h = half
    return tuple(ball(at(middle, axes, x * w, out, z * h), 0.002) for x, z in ((-1, -1), (1, -1), (1, 1), (-1, 1)))


def rod(points: list[Vec], radius: float) -> tuple[Hull, ...]:
    """A rod, strap or string through the points."""
    spheres: list[Sphere] = [ball(point, radius) for point in points]
    return tuple(pairwise(spheres))


def hoop(middle: Vec, axes: Axes, radius: float, thick: float, count: int = 16) -> tuple[Hull, ...]:
    """A wheel's tyre standing in the forward and up directions."""
    turns = [2 * pi * i / count for i in range(count + 1)]
    return rod([at(middle, axes, 0.0, radius * cos(a), radius * sin(a)) for a in turns], thick)


def facing(middle: Vec, target: Vec, right: Vec) -> Axes:
    """Axes at a point whose forward looks at a target, with right kept as near as can be to the one given."""
    forward = _unit((target[0] - middle[0], target[1] - middle[1], target[2] - middle[2]))
    up = _unit(cross(right, forward))
    return cross(forward, up), forward, up


def _unit(v: Vec) -> Vec:
    size = sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) or 1.0
    return v[0] / size, v[1] / size, v[2] / size
