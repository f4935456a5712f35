"""Walls: full height and dressed where they stand behind the hall, cut low where they stand before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

import numpy as np

from game.geometry import Point, sides, step_length
from game.scenario import Layout, Wall
from game.scenario.venue.partitions import THICK, bound_along
from game.theme import Colour
from game.view import Viewpoint

from .block import Block, see
from .props import CUT, Group

_SPAN = 3.0
"""Metres of wall to a block at most: blocks are sorted by depth against people, and a long one would be before some and
behind others."""
_NORMALS = {"south": (0.0, -1.0), "east": (1.0, 0.0), "north": (0.0, 1.0), "west": (-1.0, 0.0)}
_FINISH: dict[str, tuple[str, Colour]] = {
    "plaster": ("wall", (214, 206, 192)), "brick": ("brick", (166, 110, 88)), "tile": ("tiled", (205, 214, 208)),
    "stone": ("facade", (206, 198, 182)), "glass": ("glass", (176, 206, 212)), "rail": ("rail", (150, 158, 166)),
}


def near_sides(turn: int) -> tuple[str, ...]:
    """The sides of the venue between the viewer and the hall."""
    away = Viewpoint(0, 0, 1, turn, 0, 0).direction(np.array(list(_NORMALS.values())))[:, 1]
    return tuple(side for side, far in zip(_NORMALS, away.tolist(), strict=True) if far < 0)


def walls(layout: Layout, turn: int) -> tuple[list[Group], list[Group], list[Group]]:
    """Behind the hall, among the people, and before the hall."""
    behind: list[Group] = []
    among: list[Group] = []
    before: list[Group] = []
    near = near_sides(turn)
    for _, side, name, at, block in _find_blocks(layout):
        place = among if side is None else before if side in near else behind
        shown = replace(block, high=CUT, skin="cut") if place is before else block
        place.append(Group(name, at, (see(shown, turn),), 1))
    for place in (behind, before):
        place.sort(key=lambda group: -max(d for shape in group.blocks for _, d in shape.corners))
    return behind, among, before


def partitions(layout: Layout, turn: int) -> list[Group]:
    """Those among the people that nobody sees through, as `Layout.prisms` has them."""
    return [
        Group(name, at, (see(block, turn),), 1)
        for wall, side, name, at, block in _find_blocks(layout)
        if side is None and not wall.seen_through
    ]


def _find_blocks(layout: Layout) -> Iterator[tuple[Wall, str | None, str, Point, Block]]:
    """Every block of wall: of which wall, along which side of the venue, its name, and where its stretch begins."""
    for number, wall in enumerate(layout.venue.walls):
        for part, (a, b) in enumerate(pairwise(wall.points)):
            side = bound_along(a, b, layout.venue.size)
            for n, block in enumerate(_blocks(wall, a, b, side)):
                yield wall, side, f"wall {number}/{part}/{n}", a, block


def side_of(at: Point, size: tuple[float, float]) -> str | None:
    """The side of the venue within 2 m of a point, if any."""
    gaps = {"west": at[0], "south": at[1], "east": size[0] - at[0], "north": size[1] - at[1]}
    side = min(gaps, key=lambda name: gaps[name])
    return side if gaps[side] < 2 else None


def _blocks(wall: Wall, a: Point, b: Point, side: str | None) -> list[Block]:
    skin, colour = _FINISH[wall.finish]
    length = step_length(b[0] - a[0], b[1] - a[1])
    if length == 0:
        return []
    count = max(1, ceil(length / _SPAN))
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    thick = 0.06 if wall.seen_through else THICK
    if side is None:
        out = (-uy * thick / 2, ux * thick / 2)
        back = (-out[0], -out[1])
    else:
        normal = _NORMALS[side]
        out, back = (normal[0] * thick, normal[1] * thick), (0.0, 0.0)
    blocks = []
    for n in range(count):
        p = (a[0] + ux * length * n / count, a[1] + uy * length * n / count)
        q = (a[0] + ux * length * (n + 1) / count, a[1] + uy * length * (n + 1) / count)
        corners = _round([(p[0] + o[0], p[1] + o[1]) for p, o in ((p, back), (q, back), (q, out), (p, out))])
        blocks.append(Block(tuple(corners), 0.0, wall.height, colour, skin))
    return blocks


def _round(corners: Sequence[Point]) -> list[Point]:
    """The corners anticlockwise."""
    area = sum(p[0] * q[1] - q[0] * p[1] for p, q in sides(corners))
    return list(corners) if area > 0 else [corners[1], corners[0], corners[3], corners[2]]
