"""Points, and the axes (right, forward, up) of parts of a body, in plain numbers."""

from math import cos, sin

from .poses import Vec

Axes = tuple[Vec, Vec, Vec]


def axes(twist: float, lean: float, sway: float) -> Axes:
    """Right, forward and up after a twist to the left, a lean forward and a sway to the right (radians)."""
    ct, st, cl, sl, cs, ss = cos(twist), sin(twist), cos(lean), sin(lean), cos(sway), sin(sway)
    right = _spin((cs, -sl * ss, -cl * ss), ct, st)
    forward = _spin((0.0, cl, -sl), ct, st)
    up = _spin((ss, sl * cs, cl * cs), ct, st)
    return right, forward, up


def rotate(v: Vec, angle: float) -> Vec:
    """Turned to the left about the upright."""
    return _spin(v, cos(angle), sin(angle)) if angle else v


def along(start: Vec, direction: Vec, length: float) -> Vec:
    """So far from a point in a direction."""
    return start[0] + direction[0] * length, start[1] + direction[1] * length, start[2] + direction[2] * length


def between(one: Vec, two: Vec, share: float) -> Vec:
    """The point so far along from one to two, from 0 to 1."""
    return (
        one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share, one[2] + (two[2] - one[2]) * share
    )


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def at(origin: Vec, own: Axes, x: float, y: float, z: float) -> Vec:
    """Where a point given in a part's own axes is in the body's."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = own
    return (
        origin[0] + ax * x + bx * y + cx * z,
        origin[1] + ay * x + by * y + cy * z,
        origin[2] + az * x + bz * y + cz * z,
    )


def into(origin: Vec, own: Axes, v: Vec) -> Vec:
    """Where a point of the body is in a part's own axes."""
    d = v[0] - origin[0], v[1] - origin[1], v[2] - origin[2]
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = own
    return (
        ax * d[0] + ay * d[1] + az * d[2], bx * d[0] + by * d[1] + bz * d[2], cx * d[0] + cy * d[1] + cz * d[2]
    )


def _spin(v: Vec, c: float, s: float) -> Vec:
    return v[0] * c - v[1] * s, v[0] * s + v[1] * c, v[2]
