"""People as sprites: drawn once for what they do and wear, kept while they are wanted, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from math import pi
from pathlib import Path

import numpy as np
import pygame
import yaml

from ..cast import Looks
from ..view import HELD, POSES, Item, Snapshot, Viewpoint
from ..view.snapshot import Floats, Ints
from ..view.viewpoint import COS_DOWN
from .figures_drawing import Sprite, Stance, draw, draw_item, draw_shadow, settle, untold
from .figures_outfit import Colour, Vocabulary, outfit

_LOOKS = Path(__file__).resolve().parents[2] / "assets" / "looks.yaml"
LIMIT = 96 * 2**20
"""Bytes of pictures kept."""
Placed = tuple[pygame.Surface, tuple[int, int]]


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary of looks."""
    read: Vocabulary = yaml.safe_load(_LOOKS.read_text(encoding="utf-8"))
    return read


class Figures:
    """The cast's appearances, and their pictures so far."""

    def __init__(self, looks: Sequence[Looks], words: Vocabulary | None = None, *, limit: int = LIMIT) -> None:
        """Nobody is drawn yet."""
        words = vocabulary() if words is None else words
        self._outfits = tuple(outfit(one, words) for one in looks)
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._limit = limit
        self.bytes = 0

    def sprites(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint,
        *, plain: Sequence[Colour] | None = None, pale: Sequence[bool] | None = None,
    ) -> list[Placed]:  # fmt: skip
        """Pictures of these rows of the crowd, each with its top left corner; `where` (n, 2) px their feet are.

        `plain` gives each row one flat colour with hard edges; `pale` says who is no more than a pale shape.
        """
        placed = []
        stances = stances_of(crowd, rows, viewpoint)
        for n, (person, stance, (x, y)) in enumerate(zip(crowd.ids[rows].tolist(), stances, where.tolist(), strict=True)):
            colour, hidden = plain[n] if plain else None, bool(pale and pale[n])
            drawn = self.sprite(person, stance, viewpoint.scale, plain=colour, pale=hidden)
            placed.append((drawn.surface, (round(x) + drawn.dx, round(y) + drawn.dy)))
        return placed

    def shadows(self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint) -> list[Placed]:
        """The shadows at the feet of these rows, to be laid below everybody."""
        scale, placed = viewpoint.scale, []
        for person, (x, y) in zip(crowd.ids[rows].tolist(), where.tolist(), strict=True):
            wide = 0.20 * self._outfits[person].stature
            drawn = self._kept_or((round(wide, 2), round(scale * 4)), partial(draw_shadow, scale, wide))
            placed.append((drawn.surface, (round(x) + drawn.dx, round(y) + drawn.dy)))
        return placed

    def items(self, items: Sequence[Item], viewpoint: Viewpoint) -> list[Placed]:
        """Pictures of things on the floor, each with its top left corner on the panel."""
        placed = []
        for one in items:
            heading = (one.turn % 4 + viewpoint.turn) * pi / 2 + 0.28
            drawn = self._kept_or(
                (one.kind, heading, round(viewpoint.scale * 4)), partial(draw_item, one.kind, heading, viewpoint.scale)
            )
            x, y = viewpoint.project(np.array([[one.x, one.y]]))[0].tolist()
            placed.append((drawn.surface, (round(x) + drawn.dx, round(y) + drawn.dy)))
        return placed

    def sprite(
        self, person: int, stance: Stance, scale: float, *, plain: Colour | None = None, pale: bool = False
    ) -> Sprite:
        """The picture of a person at `scale` px/m; `plain` a flat shape with hard edges, `pale` one that tells nothing."""
        wearing = self._outfits[person]
        seen = settle(untold(stance) if pale else stance, wearing.stature * scale * COS_DOWN)
        key = (person, seen, round(scale * 4), plain, pale)
        return self._kept_or(key, partial(draw, wearing, seen, scale, plain=plain, pale=pale))

    def _kept_or(self, key: tuple[object, ...], drawing: Callable[[], Sprite]) -> Sprite:
        kept = self._kept.get(key)
        if kept is None:
            kept = drawing()
            self._keep(key, kept)
        else:
            self._kept.move_to_end(key)
        return kept

    def _keep(self, key: tuple[object, ...], drawn: Sprite) -> None:
        self._kept[key] = drawn
        self.bytes += _bytes(drawn)
        while self.bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self.bytes -= _bytes(old)


def stances_of(crowd: Snapshot, rows: Ints, viewpoint: Viewpoint) -> Iterator[Stance]:
    """What each of these rows shows from this viewpoint."""
    heading = viewpoint.direction(crowd.heading[rows])
    facing = np.arctan2(-heading[:, 0], heading[:, 1])
    turned = [_turn(crowd.heading[rows], direction[rows]) for direction in (crowd.head, crowd.gaze, crowd.hand)]
    columns = (
        crowd.pose[rows], crowd.phase[rows], facing, *turned, crowd.pitch[rows], crowd.held[rows], crowd.bag[rows],
        crowd.speed[rows],
    )  # fmt: skip
    for pose, phase, angle, head, gaze, hand, pitch, held, bag, speed in zip(*(c.tolist() for c in columns), strict=True):
        yield Stance(POSES[pose], phase, angle, head, gaze, pitch, hand, HELD[held], bool(bag), speed)


def _turn(one: Floats, other: Floats) -> Floats:
    """Radians to the left from one direction to another."""
    cross = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    turned: Floats = np.arctan2(cross, (one * other).sum(axis=1))
    return turned


def _bytes(sprite: Sprite) -> int:
    return sprite.surface.get_pitch() * sprite.surface.get_height() + 400
