"""People as sprites: drawn once for what they do and wear, kept while they are wanted, within a limit of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, partial
from math import atan2

import numpy as np
import pygame
import yaml

from game.cast import Looks
from game.shipped import ASSETS
from game.view import Item, Snapshot, Viewpoint
from game.view.snapshot import Floats, Ints

from ..budget import Allowance
from ..zoom import likest
from .change import Changes, change_for, pack_change
from .coarse import coarse, rounded
from .drawing import Sprite, draw, draw_item, draw_shadow
from .outfit import Colour, Vocabulary, outfit, pick
from .stance import (
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

_LOOKS = ASSETS / "looks.yaml"
LEAST, EACH, MOST = 32 * 2**20, 64 * 2**10, 44 * 2**20
"""Bytes of pictures kept: for each of the cast, but no fewer and no more in all."""
QUARTERS = np.array([(0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)])
"""Where a thing on the floor points that was turned so many quarters to the left; unturned, to the north."""
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

    def __init__(self, looks: Sequence[Looks], words: Vocabulary | None = None, *, limit: int | None = None) -> None:
        """Nobody is drawn yet."""
        words = vocabulary() if words is None else words
        self._outfits = tuple(outfit(one, words) for one in looks)
        self._colours = words["colours"]
        self._statures = np.array([one.stature for one in looks])
        self._changes = Changes()
        self._latest: dict[float, _Done] = {}
        self._shown: dict[float, _Shown] = {}
        self._calls = 0
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._limit = min(max(LEAST, EACH * len(self._outfits)), MOST) if limit is None else limit
        self.bytes = 0

    def sprites(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint,
        *, plain: Sequence[Colour] | None = None, pale: Sequence[bool] | None = None,
        allowance: Allowance | None = None,
    ) -> list[Placed]:  # fmt: skip
        """Pictures of these rows of the crowd, each with its top left corner; `where` (n, 2) px their feet are.

        `plain` gives each row one flat colour with hard edges; `pale` says who is no more than a pale shape.
        New pictures are drawn as far as the allowance goes; beyond that one of the same step as before turned so, or
        the person's last one, stands in, scaled if need be; or, of somebody never drawn, a coarse figure.
        """
        columns: Columns = columns_of(crowd, rows, viewpoint)
        people, scale = crowd.ids[rows], viewpoint.scale
        heights, places = heights_of(self._statures[people], scale), np.rint(where).astype(np.int64)
        if plain is not None:
            flat = zip(people.tolist(), pack(columns, heights).tolist(), plain, places.tolist(), strict=True)
            return [
                _at(self._kept_or(self._key(who, (code, 0), scale, colour)), x, y) for who, code, colour, (x, y) in flat
            ]
        doing, was = self._changes.seen(crowd, rows)
        columns, changes = {**columns, **doing}, pack_change(was, is_fine(heights))
        hidden = np.zeros(len(rows), dtype=bool) if pale is None else np.array(pale, dtype=bool)
        if hidden.any():
            columns, changes = untold(columns, hidden), np.where(hidden, 0, changes)
        codes = pack(columns, heights) + np.where(hidden, _PALE, 0)
        shown = self._up_to_date(people, codes, changes, scale, allowance)
        places = (places + shown.offsets[people]).tolist()
        return [(shown.surfaces[who], (x, y)) for who, (x, y) in zip(people.tolist(), places, strict=True)]

    def _up_to_date(
        self, people: Ints, codes: Ints, changes: Ints, scale: float, allowance: Allowance | None
    ) -> "_Shown":
        """Everybody's picture in these stances, or what stands in for it; those new to the view are drawn first.

        Whoever comes into sight or goes out of it is drawn at once, as no earlier picture may stand in.
        """
        self._calls += 1
        if self._calls % _RENEWED == 0:
            self._shown.clear()
        shown = self._shown.setdefault(scale, _Shown(len(self._statures)))
        latest = self._latest.setdefault(scale, {})
        differs = np.flatnonzero((shown.codes[people] != codes) | (shown.changes[people] != changes))
        missing = []
        stances = zip(codes[differs].tolist(), changes[differs].tolist(), strict=True)
        for who, stance in zip(people[differs].tolist(), stances, strict=True):
            kept = self._kept.get((who, *stance, scale))
            if kept is None:
                missing.append((who, stance))
            else:
                self._kept.move_to_end((who, *stance, scale))
                shown.put(who, stance, kept)
                latest[who] = stance
        for who, stance in sorted(missing, key=lambda one: one[0] in latest):
            told_otherwise = who in latest and not _alike(stance, latest[who])
            if allowance is None or told_otherwise or allowance.more():
                shown.put(who, stance, self._kept_or(self._key(who, stance, scale)))
                latest[who] = stance
            else:
                shown.put(who, _NONE, self._stand_in(who, stance, scale))
        return shown

    def _stand_in(self, who: int, stance: "_Step", scale: float) -> Sprite:
        """What is shown of somebody until their picture is drawn; nobody hidden is shown as they were before."""
        last = self._latest[scale].get(who, _NONE)
        if _alike(stance, last):
            for step in ((stepping_on(stance[0], last[0]), stance[1]), last):
                kept = self._kept.get((who, *step, scale))
                if kept is not None:
                    self._latest[scale][who] = step
                    return kept
        for other in likest(scale):
            last = self._latest.get(other, {}).get(who, _NONE)
            kept = self._kept.get((who, *last, other))
            if kept is not None and _alike(stance, last):
                return scaled(kept, scale / other)
        return self._coarse(who, stance[0], scale)

    def _coarse(self, who: int, code: int, scale: float) -> Sprite:
        pale, seen = code >= _PALE, rounded(unpack(code & (_PALE - 1)))
        key = ("coarse", who, seen.pose, seen.phase, seen.heading, scale, pale)
        return self._kept_or((key, partial(coarse, self._outfits[who], seen, scale, pale=pale)))

    def _key(self, who: int, stance: "_Step", scale: float, colour: Colour | None = None) -> "_Keyed":
        """A person's picture by who they are, in what stance, at what scale, in what flat colour if any."""
        code, change = stance

        def drawing() -> Sprite:
            seen = unpack(code & (_PALE - 1), change)
            return trimmed(draw(self._outfits[who], seen, scale, plain=colour, pale=code >= _PALE))

        return (who, code, change, scale) if colour is None else (who, code, change, scale, colour), drawing

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
        for item in items:
            right, away = viewpoint.direction(QUARTERS[item.turn % 4]).tolist()
            heading = atan2(-right, away)
            key = (item.kind, item.colour, heading, round(viewpoint.scale * 4))
            colour = pick(self._colours, item.colour) if item.colour >= 0 else None
            drawn = self._kept_or((key, partial(draw_item, item.kind, heading, viewpoint.scale, colour)))
            x, y = viewpoint.project(np.array([[item.x, item.y]]))[0].tolist()
            placed.append(_at(drawn, round(x), round(y)))
        return placed

    def sprite(
        self, person: int, stance: Stance, scale: float, *, plain: Colour | None = None, pale: bool = False
    ) -> Sprite:
        """The picture of a person at `scale` px/m; `plain` and `pale` as in `sprites`."""
        columns = columns_for(stance)
        if pale:
            columns = untold(columns, np.array([True]))
        heights = heights_of(self._statures[person : person + 1], scale)
        code, change = int(pack(columns, heights)[0]), change_for(stance.before, fine=bool(is_fine(heights)[0]))
        return self._kept_or(self._key(person, (code + (_PALE if pale else 0), change), scale, plain))

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
_Step = tuple[int, int]
"""The numbers of a stance and of the change to it."""
_Done = dict[int, _Step]
"""What each person was last drawn in."""
_NONE: _Step = (-1, 0)


class _Shown:
    """The pictures that show everyone at one scale, and the stances and changes they are of: -1 where one stands in."""

    def __init__(self, people: int) -> None:
        self.codes: Ints = np.full(people, -1, dtype=np.int64)
        self.changes: Ints = np.zeros(people, dtype=np.int64)
        self.offsets: Ints = np.zeros((people, 2), dtype=np.int64)
        self.surfaces: dict[int, pygame.Surface] = {}

    def put(self, who: int, stance: _Step, sprite: Sprite) -> None:
        self.codes[who], self.changes[who] = stance
        self.offsets[who] = sprite.dx, sprite.dy
        self.surfaces[who] = sprite.surface


def _alike(stance: _Step, other: _Step) -> bool:
    """Whether there is another stance, and it tells as much or as little."""
    return other[0] >= 0 and (stance[0] >= _PALE) == (other[0] >= _PALE)


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
