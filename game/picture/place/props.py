"""Props as pictures: their boxes grouped into what can be sorted among people, and cut into upright strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor

import numpy as np
import pygame

from game.geometry import Point
from game.scenario import Layout
from game.scenario.venue.layout import OVERHEAD, STEPPABLE, Standing
from game.theme import Colour, Rgba, rgb
from game.view.viewpoint import up_the_picture

from ..colour import multiply
from ..daylight import Daylight
from ..sprite import Sprite
from .block import Block, Seen, box, chord, faces, put_in_order, see
from .easel import XY, Easel, frame
from .rounds import Round
from .skins.materials import paint

SITTABLE = 0.62
"""Boxes no higher than this (m) lie beneath whoever sits on them."""
STRIP = 0.5
"""Width in m of picture of the strips that a long prop is cut into."""
DEEP = 0.6
"""Depth in m that one strip may span: what runs away from the viewer is cut more finely."""
CUT = 0.30
"""What stands along the wall between the viewer and the hall is cut down to this height in m."""
SLENDER = 0.5
"""What is nowhere wider than this (m), such as a post, is never in the way."""
TIMED = ("board", "clock")
SHINES = frozenset({
    "shop", "doorway", "board", "screen", "lamp", "poster", "train windows", "bus windows", "bus doorway", "blind",
    "sign", "lift car", "map",
})  # fmt: skip
"""Skins of what is lit from within."""
TRODDEN = ("steps", "treads")
"""Skins of what people stand on, however high."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks drawn as one picture. `rank` orders what shares a depth: 0 lies on the floor, 1 stands, 2 hangs."""

    name: str
    at: Point
    blocks: tuple[Seen, ...]
    rank: int
    timed: bool = False
    opening: tuple[XY, ...] = ()
    """The hole in the floor (across, depth) through which alone it is seen, if any."""

    def strips(self) -> list[tuple[float, float, float]]:
        """(from, to, key): stretches of across in m from `at`, and the depth by which each is sorted."""
        left, right = min(shape.left for shape in self.blocks), max(shape.right for shape in self.blocks)
        deep = max(d for shape in self.blocks for _, d in shape.corners) - min(shape.near for shape in self.blocks)
        count = ceil(max((right - left) / STRIP, deep / DEEP)) if max(right - left, deep) > 2 * STRIP else 1
        edges = np.linspace(left, right, count + 1).tolist()
        return [(a, b, self._key(a, b)) for a, b in pairwise(edges)]

    def _key(self, a: float, b: float) -> float:
        spans = [chord(shape.corners, (max(a, shape.left), min(b, shape.right), (a + b) / 2)) for shape in self.blocks]
        near, far = min(span[0] for span in spans), max(span[1] for span in spans)
        if self.rank == 2:
            return near
        if all(shape.block.skin in TRODDEN for shape in self.blocks):
            return far
        return far if self.rank == 0 or max(shape.block.high for shape in self.blocks) <= SITTABLE else (near + far) / 2


def groups(
    layout: Layout, turn: int, near_sides: Sequence[str], *, only_opaque: bool = False
) -> list[Group]:
    """The venue's props as seen after so many quarter turns: all, or what hides people as in `Layout.prisms`."""
    found: list[Group] = []
    for number, thing in enumerate(layout.standing):
        blocks = blocks_of(thing)
        if only_opaque:
            blocks = [block for block in blocks if thing.kind.opaque and block.skin != "glass"]
        if _in_the_way(thing, layout, near_sides):
            blocks = [replace(b, high=min(b.high, CUT), skin="cut") for b in blocks if b.low < CUT]
            if not blocks:
                continue
        for n, cluster in enumerate(_clusters(blocks, bool(thing.kind.seats))):
            views = tuple(see(block, turn) for block in cluster)
            timed = any(block.skin in TIMED for block in cluster)
            found.append(Group(f"{number}/{n}", thing.at, views, _rank(cluster), timed))
    return found


def blocks_of(thing: Standing) -> list[Block]:
    """The boxes of one thing, where it stands."""
    blocks = []
    for part in thing.kind.boxes:
        (x, y, z), (w, d, h) = part.at, part.size
        corners = ((x, y), (x + w, y), (x + w, y + d), (x, y + d))
        footprint = tuple(thing.place(*corner) for corner in corners)
        colour = rgb(thing.prop.colour if thing.prop.colour and part.skin == "sign" else part.colour)
        blocks.append(Block(footprint, z, z + h, colour, part.skin, thing.prop.text, part.round))
    return blocks


def _in_the_way(thing: Standing, layout: Layout, near_sides: Sequence[str]) -> bool:
    """Whether a tall thing that hides nobody by the venue's own account stands along a wall that is cut away."""
    tall = max(part.at[2] + part.size[2] for part in thing.kind.boxes) > 1.4
    wide = max(max(part.size[:2]) for part in thing.kind.boxes) > SLENDER
    if thing.kind.opaque or not tall or not wide:
        return False
    (x, y), (east, north) = thing.at, layout.venue.size
    gaps = {"west": x, "south": y, "east": east - x, "north": north - y}
    return any(gaps[side] < 1.3 for side in near_sides)


def _rank(cluster: Sequence[Block]) -> int:
    if all(block.high <= STEPPABLE for block in cluster):
        return 0
    return 2 if all(block.low >= OVERHEAD for block in cluster) else 1


def _clusters(blocks: Sequence[Block], seats: bool) -> list[list[Block]]:
    """Blocks that must be drawn together: those over one another, apart from what hangs and what one sits on."""
    out: list[list[Block]] = []
    for layer in (0, 1, 2):
        loose = [block for block in blocks if _layer(block, seats) == layer]
        while loose:
            cluster = [loose.pop(0)]
            grew = True
            while grew:
                joined = [b for b in loose if any(_over(b, c) for c in cluster)]
                grew = bool(joined)
                cluster += joined
                loose = [b for b in loose if b not in joined]
            out.append(cluster)
    return out


def _layer(block: Block, seats: bool) -> int:
    if block.low >= OVERHEAD:
        return 2
    return 0 if block.high <= STEPPABLE or (seats and block.high <= SITTABLE) else 1


def _over(a: Block, b: Block) -> bool:
    """Whether two footprints overlap by more than a joint, by their bounds."""
    spans = []
    for k in (0, 1):
        lows = [min(p[k] for p in block.footprint) for block in (a, b)]
        highs = [max(p[k] for p in block.footprint) for block in (a, b)]
        spans.append(min(highs) - max(lows))
    return min(spans) > 0.01


def picture(group: Group, scale: float, now: Daylight, area: pygame.Rect | None = None) -> Sprite:
    """The group drawn whole, or what of it is in an area; px from the venue's origin in the picture."""
    fine = 3 if scale <= 70 else 2
    easel = Shadowed(area or frame(box(group.blocks, scale)), scale, fine)
    for shape in put_in_order(group.blocks):
        easel.light = (255, 255, 255) if shape.block.skin in SHINES else now.shaded
        if shape.block.round:
            Round(shape, easel, scale).draw(now)
            continue
        for face in faces(shape, easel, scale):
            paint(face, shape.block, now)
    if group.opening:
        _only_within(easel, [(x * scale, -up_the_picture(y) * scale) for x, y in group.opening])
    return easel.finish()


class Shadowed(Easel):
    """An easel on which everything is drawn as it looks under a light."""

    light: Colour = (255, 255, 255)

    def polygon(self, points: Sequence[XY], colour: Colour | Rgba) -> None:
        """Fill a polygon given in px, in the colour as the light shows it."""
        shown = multiply((colour[0], colour[1], colour[2]), self.light)
        super().polygon(points, (*shown, colour[3]) if len(colour) == 4 else shown)


def _only_within(easel: Easel, outline: Sequence[XY]) -> None:
    """Wipe what was drawn outside an outline (px)."""
    mask = pygame.Surface(easel.surface.get_size(), pygame.SRCALPHA)
    mask.fill((255, 255, 255, 0))
    points = [(floor(x), floor(y)) for x, y in (easel.point(*point) for point in outline)]
    pygame.draw.polygon(mask, (255, 255, 255, 255), points)
    easel.surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)


def flat_picture(group: Group, scale: float, colour: Colour) -> Sprite:
    """The same outline in one colour: what hides people, in the picture that measures how much of them shows."""
    easel = Easel(frame(box(group.blocks, scale)), scale, 1)
    for shape in group.blocks:
        if shape.block.round:
            Round(shape, easel, scale).flat(colour)
            continue
        for face in faces(shape, easel, scale):
            face.flat(0, 0, face.width, face.height, colour)
    return easel.finish()


def cut(sprite: Sprite, strips: Sequence[tuple[float, float, float]], scale: float) -> list[tuple[Sprite, float]]:
    """The sprite's strips, each trimmed to its pixels, with their keys."""
    if len(strips) == 1:
        return [(_trim(sprite, 0, sprite.surface.get_width()), strips[0][2])]
    wide = sprite.surface.get_width()
    edges = [0, *(min(wide, max(0, round(b * scale) - sprite.left)) for _, b, _ in strips[:-1]), wide]
    pairs = pairwise(edges)
    return [(_trim(sprite, a, b), key) for (a, b), (_, _, key) in zip(pairs, strips, strict=True) if b > a]


def _trim(sprite: Sprite, left: int, right: int) -> Sprite:
    part = sprite.surface.subsurface((left, 0, right - left, sprite.surface.get_height()))
    return Sprite(part, sprite.left + left, sprite.top).trim()
