"""The venue's groups in pieces, each small enough to be drawn beside a frame, and all of one turn found by a window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.view.viewpoint import up_the_picture

from ..daylight import Daylight
from ..sprite import Sprite
from .block import box, chord
from .easel import frame
from .props import Group, cut, picture

Pieces = list[tuple[Sprite, float]]
"""Pictures, each with the depth by which it is sorted."""
Strip = tuple[float, float, float]
_WIDE = 1.5
"""Metres of picture that a piece is wide at most, but for its last strip."""
_SPILL = 0.3
"""Metres by which leaves and the like may reach above or below the boxes that they are painted on."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Some strips of a group, side by side; `bounds` are its left, top, right and bottom in m of picture."""

    group: Group
    number: int
    strips: tuple[Strip, ...]
    bounds: tuple[float, float, float, float]
    ends: tuple[bool, bool]

    @property
    def name(self) -> tuple[str, int]:
        """What tells it from all other pieces of its venue and turn."""
        return self.group.name, self.number

    def draw(self, scale: float, now: Daylight) -> Pieces:
        """Its strips, drawn afresh."""
        area = self._area(scale)
        return cut(picture(self.group, scale, now, area), self.strips, scale) if area.width > 0 else []

    def _area(self, scale: float) -> pygame.Rect:
        """Its px in the picture: the pieces of a group meet without a gap."""
        left, top, right, bottom = (edge * scale for edge in self.bounds)
        whole = frame((left, top, right, bottom))
        start = whole.left if self.ends[0] else round(left)
        end = whole.right if self.ends[1] else round(right)
        return pygame.Rect(start, whole.top, end - start, whole.height)


def pieces(group: Group) -> Iterator[Piece]:
    """The group's pieces from left to right."""
    parts = list(_parts(group.strips()))
    whole = box(group.blocks, 1.0)
    for n, part in enumerate(parts):
        ends = n == 0, n == len(parts) - 1
        bounds = whole if all(ends) else _bounds(group, part[0][0], part[-1][1], whole)
        yield Piece(group, n, tuple(part), bounds, ends)


def _parts(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    part: list[Strip] = []
    for strip in strips:
        part.append(strip)
        if strip[1] - part[0][0] >= _WIDE - 1e-9:
            yield part
            part = []
    if part:
        yield part


def _bounds(
    group: Group, a: float, b: float, whole: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The bounds of what the group shows between two values of across."""
    top, bottom = whole[3], whole[1]
    for shape in group.blocks:
        lines = (max(a, shape.left), min(b, shape.right))
        if lines[0] > lines[1]:
            continue
        inside = [across for across, _ in shape.corners if a <= across <= b]
        near, far = chord(shape.corners, (*lines, *inside))
        top = min(top, -up_the_picture(far, shape.block.high))
        bottom = max(bottom, -up_the_picture(near, shape.block.low))
    return a, max(whole[1], top - _SPILL), b, min(whole[3], bottom + _SPILL)


class Pieced:
    """Layers of groups in their order of drawing, as pieces that can be found by a window of the picture."""

    def __init__(self, layers: Sequence[Sequence[Group]]) -> None:
        """Nothing is drawn."""
        found = [(piece, n) for n, layer in enumerate(layers) for group in layer for piece in pieces(group)]
        self.pieces = [piece for piece, _ in found]
        self.layers = [layer for _, layer in found]
        self._bounds = np.array([piece.bounds for piece in self.pieces], dtype=float).reshape(-1, 4).T

    def within(self, window: pygame.Rect, scale: float) -> list[int]:
        """The numbers of the pieces that touch a window."""
        left, top, right, bottom = self._bounds * scale
        touch = (left - 9 < window.right) & (right + 9 > window.left)
        touch &= (top - 9 < window.bottom) & (bottom + 9 > window.top)
        numbers: list[int] = np.flatnonzero(touch).tolist()
        return numbers


def enlarge(drawn: Pieces, share: float) -> Pieces:
    """The same pictures at another scale, quickly and not so finely."""
    return [(sprite.resize(share), depth) for sprite, depth in drawn]
