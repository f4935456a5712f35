"""The boxes that a venue's things are made of, as they lie in the view of one turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

import numpy as np

from game.geometry import Point, Polygon
from game.theme import Colour
from game.view.viewpoint import Viewpoint, up_the_picture

from .easel import XY, Easel, Face

SIDES = ("front", "right", "back", "left")
_LIGHT = (-0.62, -0.42, 0.66)
"""Towards the light, in the view: from the left, a little from the viewer, and from above."""


@dataclass(frozen=True, slots=True)
class Block:
    """A box on or above the floor: four corners anticlockwise from its own south-west, `low` to `high` in m."""

    footprint: Polygon
    low: float
    high: float
    colour: Colour
    skin: str = ""
    text: str = ""
    round: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A block in the view: its corners as (across, depth) in m from the venue's origin."""

    block: Block
    corners: tuple[XY, ...]

    @property
    def near(self) -> float:
        """Depth of the corner nearest to the viewer."""
        return min(depth for _, depth in self.corners)

    @property
    def left(self) -> float:
        """Across of the leftmost corner."""
        return min(across for across, _ in self.corners)

    @property
    def right(self) -> float:
        """Across of the rightmost corner."""
        return max(across for across, _ in self.corners)


def see(block: Block, turn: int) -> Seen:
    """The block as it lies after so many quarter turns."""
    across, depth = Viewpoint(0, 0, 1, turn, 0, 0).across_and_depth(np.array(block.footprint, dtype=float))
    return Seen(block, tuple(zip(across.tolist(), depth.tolist(), strict=True)))


def box(blocks: Sequence[Seen], scale: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in px of the picture, from the venue's origin."""
    return (
        min(shape.left for shape in blocks) * scale,
        -max(up_the_picture(max(d for _, d in shape.corners), shape.block.high) for shape in blocks) * scale,
        max(shape.right for shape in blocks) * scale,
        -min(up_the_picture(shape.near, shape.block.low) for shape in blocks) * scale,
    )


def lay_out(ahead: Point, along: tuple[float, float], across: tuple[float, float]) -> Polygon:
    """The corners of a box about 0, 0: from and to so many m along a direction, and so many across it, to its left."""
    (ax, ay), (tail, nose), (right, left) = ahead, along, across
    corners = (tail, right), (nose, right), (nose, left), (tail, left)
    return tuple((x * ax - y * ay, x * ay + y * ax) for x, y in corners)


def faces(shape: Seen, easel: Easel, scale: float) -> list[Face]:
    """The faces turned to the viewer, from far to near, the top last."""
    block, corners = shape.block, shape.corners
    found: list[tuple[float, Face]] = []
    tall = block.high - block.low

    def pixel(corner: XY, z: float) -> XY:
        return corner[0] * scale, -up_the_picture(corner[1], z) * scale

    for k, side in enumerate(SIDES):
        a, b = corners[k], corners[(k + 1) % 4]
        if b[0] - a[0] <= 1e-6:
            continue
        width = dist(a, b)
        start, end = pixel(a, block.low), pixel(b, block.low)
        along = (end[0] - start[0], end[1] - start[1])
        light = glow((b[1] - a[1]) / width, (a[0] - b[0]) / width, 0.0)
        up = (0.0, -up_the_picture(0.0, tall) * scale)
        found.append((a[1] + b[1], Face(easel, start, along, up, width, tall, side, light)))
    found.sort(key=lambda pair: -pair[0])
    start, east, north = (pixel(corners[k], block.high) for k in (0, 1, 3))
    width, height = (dist(corners[k], corners[0]) for k in (1, 3))
    top = Face(
        easel, start, (east[0] - start[0], east[1] - start[1]), (north[0] - start[0], north[1] - start[1]),
        width, height, "top", glow(0, 0, 1),
    )
    return [face for _, face in found] + [top]


def glow(across: float, depth: float, up: float) -> float:
    """How much light falls on a surface that looks this way in the view."""
    light = across * _LIGHT[0] + depth * _LIGHT[1] + up * _LIGHT[2]
    return 0.74 + 0.46 * max(-0.2, light)


def put_in_order(blocks: Sequence[Seen]) -> list[Seen]:
    """The blocks from the first to be drawn to the last, so that each covers what it hides."""
    left = list(blocks)
    out: list[Seen] = []
    while left:
        free = (shape for shape in left if not any(_hides(shape, other) for other in left if other is not shape))
        first = next(free, left[0])
        out.append(first)
        left.remove(first)
    return out


def _hides(a: Seen, b: Seen) -> bool:
    """Whether a covers b, so that b must be drawn first."""
    if a.right <= b.left + 1e-6 or b.right <= a.left + 1e-6:
        return False
    if a.block.low >= b.block.high - 1e-6:
        return True
    if b.block.low >= a.block.high - 1e-6:
        return False
    return _nearer(a, b)


def _nearer(a: Seen, b: Seen) -> bool:
    """Whether a lies before b: a line along one of their edges has a on the viewer's side and b beyond."""
    for shape, other, sign in ((a, b, 1.0), (b, a, -1.0)):
        for k in range(4):
            p, q = shape.corners[k], shape.corners[(k + 1) % 4]
            nx, ny = q[1] - p[1], p[0] - q[0]
            if abs(ny) < 1e-9:
                continue
            if all((c[0] - p[0]) * nx + (c[1] - p[1]) * ny >= -1e-4 for c in other.corners):
                return ny * sign > 0
    return sum(d for _, d in a.corners) < sum(d for _, d in b.corners)


def chord(corners: Sequence[XY], lines: Sequence[float]) -> tuple[float, float]:
    """Nearest and furthest depth of the outline over these values of across."""
    near, far = float("inf"), float("-inf")
    for k, (x1, y1) in enumerate(corners):
        x2, y2 = corners[(k + 1) % len(corners)]
        for line in lines:
            if x1 != x2 and min(x1, x2) - 1e-9 <= line <= max(x1, x2) + 1e-9:
                y = y1 + (y2 - y1) * (line - x1) / (x2 - x1)
                near, far = min(near, y), max(far, y)
    return near, far
