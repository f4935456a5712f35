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
from .allowance import Allowance
from .camera import likest
from .figures_drawing import Sprite, draw, draw_item, draw_shadow
from .figures_outfit import Colour, Vocabulary, outfit
from .figures_stance import Stance, columns_for, columns_of, heights_of, pack, stepping_on, unpack, untold

_LOOKS = Path(__file__).resolve().parents[2] / "assets" / "looks.yaml"
LIMIT = 40 * 2**20
"""Bytes of pictures kept."""
Placed = tuple[pygame.Surface, tuple[int, int]]
_Key = tuple[int, int, float, Colour | None, bool]
"""Who, in what stance, at what scale, in what flat colour if any, and whether pale."""
_Whose = tuple[int, Colour | None, bool]
_TOUCHED = 8
"""One call in so many says which pictures are in use."""


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
        self._latest: dict[float, dict[_Whose, int]] = {}
        self._calls = 0
        self._nothing = Sprite(pygame.Surface((1, 1), pygame.SRCALPHA), 0, 0)
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._limit = limit
        self.bytes = 0

    def sprites(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint,
        *, plain: Sequence[Colour] | None = None, pale: Sequence[bool] | None = None,
        allowance: Allowance | None = None,
    ) -> list[Placed]:  # fmt: skip
        """Pictures of these rows of the crowd, each with its top left corner; `where` (n, 2) px their feet are.

        `plain` gives each row one flat colour with hard edges; `pale` says who is no more than a pale shape.
        New pictures are drawn as far as the allowance goes; beyond that one of the same step as before turned so, or
        the person's last one, stands in, scaled if need be.
        """
        columns = columns_of(crowd, rows, viewpoint)
        if pale is not None:
            columns = untold(columns, np.array(pale, dtype=bool))
        people = crowd.ids[rows]
        codes: list[int] = pack(columns, heights_of(self._statures[people], viewpoint.scale)).tolist()
        scale = viewpoint.scale
        colours: Sequence[Colour | None] = list(plain) if plain else [None] * len(rows)
        hidden = pale or [False] * len(rows)
        keys = list(zip(people.tolist(), codes, repeat(scale), colours, hidden, strict=False))
        whose: list[_Whose] = list(zip(people.tolist(), colours, hidden, strict=False))
        latest = self._latest.setdefault(scale, {})
        found = list(map(self._kept.get, keys))
        missing = [n for n, one in enumerate(found) if one is None]
        for n in sorted(missing, key=lambda n: latest.get(whose[n], -1) >= 0):
            if allowance is None or allowance.more():
                found[n] = self._drawn(keys[n])
            else:
                found[n], codes[n] = self._stand_in(keys[n])
        latest.update(zip(whose, codes, strict=False))
        self._touch(keys)
        shown = [self._nothing if one is None else one for one in found]
        places = np.rint(where).astype(np.int64).tolist()
        return [(one.surface, (x + one.dx, y + one.dy)) for one, (x, y) in zip(shown, places, strict=True)]

    def _drawn(self, key: _Key) -> Sprite:
        """A person drawn and kept under this key."""
        person, code, scale, colour, hidden = key
        sprite = draw(self._outfits[person], unpack(code), scale, plain=colour, pale=hidden)
        self._keep(key, sprite)
        return sprite

    def _touch(self, keys: Sequence[_Key]) -> None:
        """Let go of other pictures before these."""
        self._calls += 1
        if self._calls % _TOUCHED == 0:
            for key in keys:
                if key in self._kept:
                    self._kept.move_to_end(key)

    def _stand_in(self, key: _Key) -> tuple[Sprite, int]:
        """What is shown of somebody until their picture is drawn, and in which stance; -1 if it is of another scale."""
        person, code, scale, colour, hidden = key
        last = self._latest[scale].get((person, colour, hidden), -1)
        for stance in (stepping_on(code, last), last) if last >= 0 else ():
            kept = self._kept.get((person, stance, scale, colour, hidden))
            if kept is not None:
                return kept, stance
        for other in likest(scale):
            stance = self._latest.get(other, {}).get((person, colour, hidden), -1)
            kept = self._kept.get((person, stance, other, colour, hidden))
            if kept is not None:
                return scaled(kept, scale / other), -1
        return self._nothing, -1

    def shadows(self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint) -> list[Placed]:
        """The shadows at the feet of these rows, to be laid below everybody."""
        scale, placed = viewpoint.scale, []
        widths = np.round(0.20 * self._statures[crowd.ids[rows]], 2).tolist()
        made = {
            wide: self._kept_or((wide, round(scale * 4)), partial(draw_shadow, scale, wide)) for wide in set(widths)
        }
        for wide, (x, y) in zip(widths, np.rint(where).astype(np.int64).tolist(), strict=True):
            drawn = made[wide]
            placed.append((drawn.surface, (x + drawn.dx, y + drawn.dy)))
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
        code = int(pack(columns, heights_of(self._statures[person : person + 1], scale))[0])
        return self._kept_or(
            (person, code, scale, plain, pale), partial(draw, wearing, unpack(code), scale, plain=plain, pale=pale)
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


def scaled(sprite: Sprite, share: float) -> Sprite:
    """The picture in another size, quickly and not so finely."""
    wide, high = sprite.surface.get_size()
    size = (max(1, round(wide * share)), max(1, round(high * share)))
    surface = pygame.transform.smoothscale(sprite.surface, size)
    return Sprite(surface, round(sprite.dx * share), round(sprite.dy * share))


def _bytes(sprite: Sprite) -> int:
    return sprite.surface.get_pitch() * sprite.surface.get_height() + 400
