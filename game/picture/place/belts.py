"""Cases that ride along belts, as behind the desks of an airport. They are nobody's, and nothing of them is judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil, dist

import pygame

from game.chance import stream
from game.clock import TICKS_PER_SECOND
from game.geometry import Point
from game.scenario import Layout, Rides
from game.scenario.venue.layout import Standing
from game.theme import Colour

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block, lay_out
from .moving import Moved, MovingPieces

SPEED, APART = 0.4, 1.3
"""Metres a second of a belt behind desks, and from the middle of one case's place on it to the next."""
_TAKEN = 0.55
"""The share of the places in which a case lies."""
_ROUND = 97
"""Places after which the same cases come again: more than lie on any belt at once."""
_LONG, _DEEP = 0.66, 0.44
"""Metres of a case as it lies, along the belt and across it."""
_CASES: tuple[tuple[float, Colour], ...] = (
    (0.26, (44, 52, 66)), (0.32, (120, 48, 52)), (0.24, (70, 92, 82)), (0.3, (58, 60, 64)), (0.28, (150, 120, 70)),
)  # fmt: skip
"""How high cases lie, in m, and their colours."""
_HANDLE: Colour = (30, 32, 36)
_NUDGE = 0.3
"""Metres by which a case is sorted nearer than it is, so that it comes over the near edge of its own belt."""
_KEPT = 2**20
"""Bytes of pictures of cases that are kept."""


@dataclass(frozen=True)
class Belt:
    """One belt of the venue: where it begins, which way it runs and how far, and how high the cases lie."""

    at: Point
    ahead: Point
    length: float
    high: float

    @property
    def along(self) -> float:
        """Where it begins on the line that it is part of: belts in a row carry on one another's cases."""
        return self.at[0] * self.ahead[0] + self.at[1] * self.ahead[1]

    def find_places(self, tick: float) -> Iterator[tuple[int, Point]]:
        """The places on it at a tick: their number, and where they are."""
        gone = SPEED * tick / TICKS_PER_SECOND
        first, last = self.along - gone, self.along + self.length - gone
        for n in range(ceil(first / APART), ceil(last / APART)):  # one at a joint lies on the belt that begins there
            far = n * APART - first
            yield n, (self.at[0] + far * self.ahead[0], self.at[1] + far * self.ahead[1])


class CasesOnBelts:
    """The cases on the belts of one venue; which lie where is the same in every scene."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is drawn before it is in sight."""
        self._belts = [find_belt(thing, rides) for thing in layout.standing if (rides := thing.kind.rides)]
        chance = stream(0, "cases on belts")
        kinds = chance.integers(0, len(_CASES), _ROUND).tolist()
        self._lies = [kind if chance.random() < _TAKEN else None for kind in kinds]
        self._pictures = MovingPieces(_KEPT)

    def under_way(self, tick: float) -> Iterator[tuple[Belt, int, Point]]:
        """Every case at a tick: on which belt, of which kind, and where."""
        for belt in self._belts:
            for n, at in belt.find_places(tick):
                kind = self._lies[n % _ROUND]
                if kind is not None:
                    yield belt, kind, at

    def show(
        self, tick: float, window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All cases in a window of the picture at a moment: pictures, and the depth by which each is sorted."""
        some = (
            Moved(("case", kind, belt.ahead, belt.high), partial(_blocks, kind, belt), (0.0, 0.0), at)
            for belt, kind, at in self.under_way(tick)
        )
        blits, depths = self._pictures.place(some, window, scale, turn, now)
        return blits, [depth - _NUDGE for depth in depths]


def find_belt(thing: Standing, rides: Rides) -> Belt:
    """Where a thing's belt lies in the venue."""
    start, end = thing.place(*rides.begins), thing.place(*rides.ends)
    length = dist(start, end)
    return Belt(start, ((end[0] - start[0]) / length, (end[1] - start[1]) / length), length, rides.high)


def _blocks(kind: int, belt: Belt) -> Iterator[Block]:
    """A case that lies on its side about 0, 0, with its handle in front."""
    high, colour = _CASES[kind]
    lies = lay_out(belt.ahead, (-_LONG / 2, _LONG / 2), (-_DEEP / 2, _DEEP / 2))
    yield Block(lies, belt.high, belt.high + high, colour)
    handle = lay_out(belt.ahead, (_LONG / 2, _LONG / 2 + 0.04), (-0.1, 0.1))
    yield Block(handle, belt.high + 0.1, belt.high + 0.15, _HANDLE)
