"""Where light falls on the floor: pools under lamps, the spill of shop windows, low sun through high windows."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.geometry import Point, step_length
from game.scenario import Layout
from game.theme import Colour

from ..walls import side_of
from .streets import find_streets

WARM: Colour = (122, 92, 46)
_SHOP: Colour = (62, 42, 18)
_CARRIAGE: Colour = (70, 58, 34)
_STREET: Colour = (128, 96, 48)
_DOOR: Colour = (92, 74, 42)
_SCREEN: Colour = (26, 36, 44)
"""Light is added to the floor's own colour: lamps warm, shops fainter than lamps, screens cool. Set by eye, so that a
face under a lamp is as easily seen as one by day."""
_ROOF_LAMPS = 9.0
"""Metres, about, between the lamps in a roof."""
_SPILLS = {"shop": (3.2, _SHOP), "doorway": (2.8, _SHOP), "board": (2.4, _SCREEN), "train windows": (1.8, _CARRIAGE)}
"""By skin: how far its light reaches out in front, in m, and its colour."""


@dataclass(frozen=True, slots=True)
class Light:
    """A patch of light on the floor: a polygon, or a circle of a radius round one point."""

    points: tuple[Point, ...]
    colour: Colour
    radius: float = 0.0


def lamps(layout: Layout) -> Iterator[Light]:
    """All that shines when it is dark."""
    wide, deep = layout.venue.size
    columns, rows = (max(1, round(side / _ROOF_LAMPS)) if layout.venue.roof else 0 for side in (wide, deep))
    for i in range(columns):
        for j in range(rows):
            yield Light((((i + 0.5) * wide / columns, (j + 0.5) * deep / rows),), WARM, 2.9)
    yield from _spills(layout)
    yield from _outside(layout)


def _spills(layout: Layout) -> Iterator[Light]:
    for thing in layout.standing:
        for box in thing.kind.boxes:
            (x, y, _), (w, d, _) = box.at, box.size
            if box.skin == "lamp":
                yield Light((thing.place(x + w / 2, y + d / 2),), WARM, 2.8)
            elif box.skin in _SPILLS:
                reach, colour = _SPILLS[box.skin]
                sides = (x - reach, x + w + reach) if box.skin == "train windows" else (x - 0.8, x + w + 0.8)
                ends = (y, y + d) if box.skin == "train windows" else (y - reach, y)
                corners = (sides[0], ends[0]), (sides[1], ends[0]), (sides[1], ends[1]), (sides[0], ends[1])
                if box.skin != "train windows":
                    corners = (*corners[:2], (x + w, y), (x, y))
                yield Light(tuple(thing.place(*corner) for corner in corners), colour)


def _outside(layout: Layout) -> Iterator[Light]:
    """Street lamps, and the light that falls out of the doors to the outside."""
    wide, deep = layout.venue.size
    for portal in layout.venue.portals:
        side = side_of(portal.at, layout.venue.size)
        if side is None or portal.kind not in ("street", "door"):
            continue
        x, y = portal.at
        half = portal.width / 2
        start = (x if side in ("south", "north") else y) - half
        yield Light(_beside(side, (wide, deep), 0.0, 3.2, start, 2 * half), _DOOR)
    for street in find_streets(layout):
        for along in street.lamps:
            yield Light((street.spot(along, 5.4),), _STREET, 3.4)


def _beside(side: str, size: Point, near: float, far: float, start: float, length: float) -> tuple[Point, ...]:
    """A strip outside one side of the venue."""
    (wide, deep), end = size, start + length
    if side in ("south", "north"):
        a, b = (-near, -far) if side == "south" else (deep + near, deep + far)
        return (start, a), (end, a), (end + 0.8, b), (start - 0.8, b)
    a, b = (-near, -far) if side == "west" else (wide + near, wide + far)
    return (a, start), (a, end), (b, end + 0.8), (b, start - 0.8)


def sunbeams(layout: Layout, lean: Point) -> Iterator[tuple[Point, ...]]:
    """Patches that a low sun throws on the floor through the windows of the walls it shines over, along `lean`."""
    far = step_length(*lean)
    ux, uy = lean[0] / far, lean[1] / far
    wide, deep = layout.venue.size
    inward = {"south": (0.0, 1.0), "north": (0.0, -1.0), "west": (1.0, 0.0), "east": (-1.0, 0.0)}
    for side, normal in inward.items():
        if ux * normal[0] + uy * normal[1] < 0.3:
            continue
        length = wide if side in ("south", "north") else deep
        for n in range(int(length / 3.0)):
            for pane in (0.75, 1.65):
                a = n * 3.0 + pane
                base = [(a, 0.0), (a + 0.75, 0.0)] if side == "south" else [(a, deep), (a + 0.75, deep)]
                if side in ("west", "east"):
                    edge = 0.0 if side == "west" else wide
                    base = [(edge, a), (edge, a + 0.75)]
                (ax, ay), (bx, by) = base
                yield (
                    (ax + ux * 2.2, ay + uy * 2.2), (bx + ux * 2.2, by + uy * 2.2),
                    (bx + ux * 8.5, by + uy * 8.5), (ax + ux * 8.5, ay + uy * 8.5),
                )  # fmt: skip
