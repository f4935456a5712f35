"""Pictures of what moves through a venue or past it: made once for a view, and put where it is at a moment."""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

import pygame

from game.geometry import Point
from game.view.viewpoint import turn_round, up_the_picture

from ..cache import Cache
from ..daylight import Daylight
from ..sprite import Blit
from .block import Block, see
from .pieces import Pieces, pieces
from .props import Group

_LONGEST = 14.0
"""Metres from the spot of anything that moves within which all of it lies: a bus is 10.4 m long, a carriage 10 m."""


class Moved(NamedTuple):
    """Something that moves: what tells its picture from others, its boxes about an `origin`, and where it is now."""

    key: Hashable
    blocks: Callable[[], Iterable[Block]]
    origin: Point
    at: Point


class MovingPieces:
    """Keeps pictures of so many bytes at the most."""

    def __init__(self, limit: int) -> None:
        """Nothing is drawn before it is in sight."""
        self._kept: Cache[Pieces] = Cache(limit, lambda drawn: sum(sprite.size for sprite, _ in drawn))

    def place(
        self, some: Iterable[Moved], window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All of them that are in a window of the picture: pictures, and the depth by which each is sorted."""
        blits: list[Blit] = []
        keys: list[float] = []
        room = window.inflate(2 * _LONGEST * scale, 2 * _LONGEST * scale)
        for moved in some:
            (ax, ay), (ox, oy) = moved.at, moved.origin
            across, depth = turn_round(ax, ay, turn)
            if not room.collidepoint(across * scale, -up_the_picture(depth) * scale):
                continue
            across, depth = turn_round(ax - ox, ay - oy, turn)
            x, y = round(across * scale) - window.left, round(-up_the_picture(depth) * scale) - window.top
            drawn = self._draw(moved, scale, turn, now)
            blits += [sprite.at(x, y) for sprite, _ in drawn]
            keys += [key + depth for _, key in drawn]
        return blits, keys

    def _draw(self, moved: Moved, scale: float, turn: int, now: Daylight) -> Pieces:
        """Its picture where its boxes are."""
        key = (moved.key, scale, turn, now.lamps)
        found = self._kept.get(key)
        if found is None:
            views = tuple(see(block, turn) for block in moved.blocks())
            group = Group(str(moved.key), moved.origin, views, 1)
            found = self._kept.put(key, [part for piece in pieces(group) for part in piece.draw(scale, now)])
        return found
