"""People as sprites: drawn once for what they do and wear, kept while they are wanted, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import repeat
from math import pi
from pathlib import Path

import numpy as np
import pygame
import yaml

from ..cast import Looks
from ..view import Item, Snapshot, Viewpoint
from ..view.snapshot import Floats, Ints
from .figures_change import Changes, change_for, pack_change
from .figures_drawing import Sprite, draw, draw_item, draw_shadow
from .figures_outfit import Colour, Vocabulary, outfit
from .figures_stance import (
    Columns,
    Stance,
    columns_for,
    columns_of,
    heights_of,
    is_fine,
    pack,
    stepping_on,
    unpack,
    untold,
)  # fmt: skip

_LOOKS = Path(__file__).resolve().parents[2] / "assets" / "looks.yaml"
LIMIT = 96 * 2**20
"""Bytes of pictures kept."""
Placed = tuple[pygame.Surface, tuple[int, int]]
_Key = tuple[int, int, int, float, Colour | None, bool]
"""Who, in what stance, in what change of it, at what scale, in what flat colour if any, and whether pale."""


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
        self._statures = np.array([one.stature for one in looks])
        self._latest: dict[tuple[object, ...], tuple[float, Sprite, int]] = {}
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._changes = Changes()
        self._limit = limit
        self.bytes = 0

    def sprites(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint,
        *, plain: Sequence[Colour] | None = None, pale: Sequence[bool] | None = None, fresh: int | None = None,
    ) -> list[Placed]:  # fmt: skip
        """Pictures of these rows of the crowd, each with its top left corner; `where` (n, 2) px their feet are.

        `plain` gives each row one flat colour with hard edges; `pale` says who is no more than a pale shape.
        At most `fresh` new pictures are drawn in one call; beyond that one of the same step as before turned so, or the
        person's last one, stands in.
        """
        doing, was = ({}, None) if plain else self._changes.seen(crowd, rows)
        columns: Columns = {**columns_of(crowd, rows, viewpoint), **doing}
        if pale is not None:
            columns = untold(columns, np.array(pale, dtype=bool))
        people = crowd.ids[rows]
        heights = heights_of(self._statures[people], viewpoint.scale)
        codes: list[int] = pack(columns, heights).tolist()
        changes: list[int] = [0] * len(rows) if was is None else pack_change(was, is_fine(heights)).tolist()
        if pale is not None:
            changes = [0 if hidden else change for hidden, change in zip(pale, changes, strict=True)]
        scale, left = viewpoint.scale, len(rows) if fresh is None else fresh
        colours: Sequence[Colour | None] = list(plain) if plain else [None] * len(rows)
        hidden = pale or [False] * len(rows)
        keys = list(zip(people.tolist(), codes, changes, repeat(scale), colours, hidden, strict=False))
        whose = list(zip(people.tolist(), colours, hidden, strict=True))
        found = list(map(self._kept.get, keys))
        for n in (n for n, one in enumerate(found) if one is None):
            last = self._latest.get(whose[n])
            if left > 0 or last is None or last[0] != scale:
                found[n] = self._drawn(keys[n])
            else:
                codes[n] = stepping_on(codes[n], last[2])
                found[n] = self._kept.get((keys[n][0], codes[n], *keys[n][2:]), last[1])
            left -= 1
        shown = [one for one in found if one is not None]
        for key in keys:
            if key in self._kept:
                self._kept.move_to_end(key)
        self._latest.update(zip(whose, zip(repeat(scale), shown, codes), strict=True))
        places = np.rint(where).astype(np.int64).tolist()
        return [(one.surface, (x + one.dx, y + one.dy)) for one, (x, y) in zip(shown, places, strict=True)]

    def _drawn(self, key: _Key) -> Sprite:
        """A person drawn and kept under this key."""
        person, code, change, scale, colour, hidden = key
        sprite = draw(self._outfits[person], unpack(code, change), scale, plain=colour, pale=hidden)
        self._keep(key, sprite)
        return sprite

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
        """The picture of a person at `scale` px/m; `plain` and `pale` as in `sprites`."""
        wearing = self._outfits[person]
        columns = columns_for(stance)
        if pale:
            columns = untold(columns, np.array([True]))
        heights = heights_of(self._statures[person : person + 1], scale)
        code, change = int(pack(columns, heights)[0]), change_for(stance.before, fine=bool(is_fine(heights)[0]))
        return self._kept_or(
            (person, code, change, scale, plain, pale),
            partial(draw, wearing, unpack(code, change), scale, plain=plain, pale=pale),
        )

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


def _bytes(sprite: Sprite) -> int:
    return sprite.surface.get_pitch() * sprite.surface.get_height() + 400
