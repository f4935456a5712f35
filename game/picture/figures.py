"""People as sprites: drawn once for what they do and wear, kept while they are wanted, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, partial
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
LIMIT = 44 * 2**20
"""Bytes of pictures kept."""
Placed = tuple[pygame.Surface, tuple[int, int]]
_PALE = 1 << 60
"""Added to the number of a stance that is shown as a pale shape."""
_RENEWED = 8
"""One call in so many looks everybody's picture up afresh, which also tells which pictures are in use."""


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
        self._latest: dict[float, Ints] = {}
        self._shown: dict[float, _Shown] = {}
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
        hidden = None if pale is None else np.array(pale, dtype=bool)
        if hidden is not None:
            columns = untold(columns, hidden)
        people, scale = crowd.ids[rows], viewpoint.scale
        codes = pack(columns, heights_of(self._statures[people], scale))
        if hidden is not None:
            codes = codes + np.where(hidden, _PALE, 0)
        if plain is not None:
            flat = zip(people.tolist(), codes.tolist(), plain, np.rint(where).astype(np.int64).tolist(), strict=True)
            return [_at(self._kept_or(self._key(who, code, scale, colour)), x, y) for who, code, colour, (x, y) in flat]
        shown = self._up_to_date(people, codes, scale, allowance)
        places = (np.rint(where).astype(np.int64) + shown.offsets[people]).tolist()
        return [(shown.surfaces[who], (x, y)) for who, (x, y) in zip(people.tolist(), places, strict=True)]

    def _up_to_date(self, people: Ints, codes: Ints, scale: float, allowance: Allowance | None) -> "_Shown":
        """Everybody's picture in these stances, or what stands in for it; those new to the view are drawn first."""
        self._calls += 1
        if self._calls % _RENEWED == 0:
            self._shown.clear()
        shown = self._shown.setdefault(scale, _Shown(len(self._statures)))
        latest = self._latest.setdefault(scale, np.full(len(self._statures), -1, dtype=np.int64))
        changed = np.flatnonzero(shown.codes[people] != codes)
        missing = []
        for who, code in zip(people[changed].tolist(), codes[changed].tolist(), strict=True):
            kept = self._kept.get((who, code, scale))
            if kept is None:
                missing.append((who, code))
            else:
                self._kept.move_to_end((who, code, scale))
                shown.put(who, code, kept)
                latest[who] = code
        for who, code in sorted(missing, key=lambda one: latest[one[0]] >= 0):
            if allowance is None or allowance.more():
                shown.put(who, code, self._kept_or(self._key(who, code, scale)))
                latest[who] = code
            else:
                shown.put(who, -1, self._stand_in(who, code, scale))
        return shown

    def _stand_in(self, who: int, code: int, scale: float) -> Sprite:
        """What is shown of somebody until their picture is drawn; nobody hidden is shown as they were before."""
        last = int(self._latest[scale][who])
        if _alike(code, last):
            for stance in (stepping_on(code, last), last):
                kept = self._kept.get((who, stance, scale))
                if kept is not None:
                    self._latest[scale][who] = stance
                    return kept
        for other in likest(scale):
            last = int(self._latest[other][who]) if other in self._latest else -1
            kept = self._kept.get((who, last, other))
            if kept is not None and _alike(code, last):
                return scaled(kept, scale / other)
        return self._nothing

    def _key(self, who: int, code: int, scale: float, colour: Colour | None = None) -> "_Keyed":
        """A person's picture by who they are, in what stance, at what scale, in what flat colour if any."""
        def drawing() -> Sprite:
            return trimmed(draw(self._outfits[who], unpack(code), scale, plain=colour, pale=code >= _PALE))

        return (who, code, scale) if colour is None else (who, code, scale, colour), drawing

    def shadows(self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint) -> list[Placed]:
        """The shadows at the feet of these rows, to be laid below everybody."""
        scale, placed = viewpoint.scale, []
        widths = np.round(0.20 * self._statures[crowd.ids[rows]], 2).tolist()
        made = {
            wide: self._kept_or(((wide, round(scale * 4)), partial(draw_shadow, scale, wide))) for wide in set(widths)
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
            key = (one.kind, heading, round(viewpoint.scale * 4))
            drawn = self._kept_or((key, partial(draw_item, one.kind, heading, viewpoint.scale)))
            x, y = viewpoint.project(np.array([[one.x, one.y]]))[0].tolist()
            placed.append(_at(drawn, round(x), round(y)))
        return placed

    def sprite(
        self, person: int, stance: Stance, scale: float, *, plain: Colour | None = None, pale: bool = False
    ) -> Sprite:
        """The picture of a person at `scale` px/m; `plain` and `pale` as in `sprites`."""
        columns = columns_for(stance)
        if pale:
            columns = untold(columns, np.array([True]))
        code = int(pack(columns, heights_of(self._statures[person : person + 1], scale))[0])
        return self._kept_or(self._key(person, code + (_PALE if pale else 0), scale, plain))

    def _kept_or(self, keyed: "_Keyed") -> Sprite:
        key, drawing = keyed
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


_Keyed = tuple[tuple[object, ...], Callable[[], Sprite]]
"""What a picture is kept under, and how it is drawn."""


class _Shown:
    """The pictures that everyone is shown by at one scale, and the stances these are of: -1 where one stands in."""

    def __init__(self, people: int) -> None:
        self.codes: Ints = np.full(people, -1, dtype=np.int64)
        self.offsets: Ints = np.zeros((people, 2), dtype=np.int64)
        self.surfaces: dict[int, pygame.Surface] = {}

    def put(self, who: int, code: int, sprite: Sprite) -> None:
        self.codes[who] = code
        self.offsets[who] = sprite.dx, sprite.dy
        self.surfaces[who] = sprite.surface


def _alike(code: int, other: int) -> bool:
    """Whether there is another stance, and it tells as much or as little."""
    return other >= 0 and (code >= _PALE) == (other >= _PALE)


def _at(sprite: Sprite, x: int, y: int) -> Placed:
    return sprite.surface, (x + sprite.dx, y + sprite.dy)


def trimmed(sprite: Sprite) -> Sprite:
    """The picture without the empty margin around it."""
    used = sprite.surface.get_bounding_rect()
    return Sprite(sprite.surface.subsurface(used).copy(), sprite.dx + used.left, sprite.dy + used.top)


def scaled(sprite: Sprite, share: float) -> Sprite:
    """The picture in another size, quickly and not so finely."""
    wide, high = sprite.surface.get_size()
    size = (max(1, round(wide * share)), max(1, round(high * share)))
    surface = pygame.transform.smoothscale(sprite.surface, size)
    return Sprite(surface, round(sprite.dx * share), round(sprite.dy * share))


def _bytes(sprite: Sprite) -> int:
    return sprite.surface.get_pitch() * sprite.surface.get_height() + 400
