"""What stands across a way that is shut: posts with red and white tape, and a sign that says so."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pygame

from game.geometry import Polygon
from game.programme import Programme
from game.scenario import Layout
from game.scenario.venue.passages import Passage
from game.theme import Colour

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block
from .moving import Moved, MovingPieces

_LONGEST, _STRIPE = 2.2, 0.28
"""Metres from post to post at the most, and of one colour of the tape."""
_RED: Colour = (196, 44, 38)
_WHITE: Colour = (242, 240, 234)
_POST: Colour = (52, 58, 66)
_KEPT = 2 * 2**20
"""Bytes of pictures of barriers that are kept."""


class Barriers:
    """The barriers of one venue, by its programme."""

    def __init__(self, layout: Layout, programme: Programme) -> None:
        """Nothing is drawn before a way is shut."""
        self._layout, self._programme = layout, programme
        self._pictures = MovingPieces(_KEPT)

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All barriers in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        shut = (self._layout.threshold(name) for name in sorted(self._programme.find_closed(tick)))
        some = (stretch for way in shut if way for stretch in _stretches(way))
        return self._pictures.place(some, window, scale, turn, now)


def _stretches(way: Passage) -> Iterator[Moved]:
    """The barrier across a way, from post to post; the sign is on the one in the middle."""
    count = max(1, round(2 * way.half / _LONGEST + 0.49))
    edges = np.linspace(way.half, -way.half, count + 1).tolist()
    for n in range(count):
        blocks = partial(_blocks, way, edges[n], edges[n + 1], says=n == count // 2, ends=n == count - 1)
        yield Moved(("barrier", way.portal, n), blocks, way.at, way.at)


def _blocks(way: Passage, left: float, right: float, *, says: bool, ends: bool) -> Iterator[Block]:
    def part(near: float, far: float, one: float, other: float) -> Polygon:
        a, b, c, d = way.strip(-far, -near, one, other)
        return d, c, b, a  # the front, which the sign is read on, is turned to whoever comes up to the way

    for across in (left, right) if ends else (left,):
        yield Block(part(-0.17, 0.17, across + 0.17, across - 0.17), 0.0, 0.05, _POST)
        yield Block(part(-0.035, 0.035, across + 0.035, across - 0.035), 0.05, 1.02, _POST)
    stripes = max(2, round((left - right) / _STRIPE))
    edges = np.linspace(left, right, stripes + 1).tolist()
    for low in (0.5, 0.86):
        for n in range(stripes):
            yield Block(part(-0.015, 0.015, edges[n], edges[n + 1]), low, low + 0.11, _WHITE if n % 2 else _RED)
    if says:
        middle = (left + right) / 2
        yield Block(part(0.02, 0.06, middle + 0.34, middle - 0.34), 1.0, 1.3, _RED, "sign", "Closed")
