"""People as sprites: drawn once for what they do and wear, kept while they are wanted, within a limit of bytes."""

from collections.abc import Callable, Sequence
from functools import partial
from math import atan2

import numpy as np
import pygame

from game.cast import Looks
from game.scenario import Vocabulary, vocabulary
from game.theme import Colour
from game.view import Item, Snapshot, Viewpoint
from game.view.snapshot import Floats, Ints

from ..budget import Allowance
from ..cache import Cache
from ..sprite import Blit, Sprite
from ..zoom import likest
from .change import Changes, change_for, pack_change
from .coarse import coarse, round_off
from .drawing import draw, draw_item, draw_shadow
from .outfit import outfit, pick
from .stance import (
    Columns,
    Stance,
    acts_alike,
    columns_for,
    columns_of,
    heights_of,
    is_fine,
    pack,
    stepping_on,
    unpack,
    untold,
)  # fmt: skip

LEAST, EACH, MOST = 32 * 2**20, 64 * 2**10, 44 * 2**20
"""Bytes of pictures kept: for each of the cast, but no fewer and no more in all."""
QUARTERS = np.array([(0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)])
"""Where a thing on the floor points that was turned so many quarters to the left; unturned, to the north."""
_PALE = 1 << 60
"""Added to the number of a stance that is shown as a pale shape."""
_RENEWED = 8
"""One call in so many looks everybody's picture up afresh, which also tells which pictures are in use."""


class Figures:
    """The cast's appearances, and their pictures so far."""

    def __init__(self, looks: Sequence[Looks], words: Vocabulary | None = None, *, limit: int | None = None) -> None:
        """Nobody is drawn yet."""
        words = vocabulary() if words is None else words
        self._outfits = tuple(outfit(other, words) for other in looks)
        self._colours = words.colours
        self._statures = np.array([other.stature for other in looks])
        self._changes = Changes()
        self._latest: dict[float, _Done] = {}
        self._shown: dict[float, _Shown] = {}
        self._calls = 0
        self._waiting: dict[float, dict[int, int]] = {}
        """By scale, for how many pictures in a row something has stood in for somebody: who waits longest is first."""
        most = min(max(LEAST, EACH * len(self._outfits)), MOST) if limit is None else limit
        self._kept: Cache[Sprite] = Cache(most, lambda sprite: sprite.size)

    @property
    def bytes(self) -> int:
        """Bytes of the pictures kept."""
        return self._kept.bytes

    def sprites(
        self, crowd: Snapshot, rows: Ints, where: Floats, viewpoint: Viewpoint,
        *, plain: Sequence[Colour] | None = None, pale: Sequence[bool] | None = None,
        allowance: Allowance | None = None,
    ) -> list[Blit]:  # fmt: skip
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
                self._keep_or(self._key(who, (code, 0), scale, colour)).at(x, y) for who, code, colour, (x, y) in flat
            ]
        doing, was = self._changes.see(crowd, rows)
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
        """Everybody's picture in these stances, or what stands in for it; those in a new act are drawn first.

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
                shown.put(who, stance, kept)
                latest[who] = stance
        waited, waiting = self._waiting.get(scale, {}), {}
        turns = {who: (_waits(stance, latest.get(who)), -waited.get(who, 0)) for who, stance in missing}
        for who, stance in sorted(missing, key=lambda one: turns[one[0]]):
            told_otherwise = who in latest and not _alike(stance, latest[who])
            if allowance is None or told_otherwise or allowance.more():
                shown.put(who, stance, self._keep_or(self._key(who, stance, scale)))
                latest[who] = stance
            else:
                step, sprite = self._stand_in(who, stance, scale)
                shown.put(who, _NONE, sprite, of=step)
                waiting[who] = waited.get(who, 0) + 1
        self._waiting[scale] = waiting
        return shown

    def find_doing(self, person: int, scale: float) -> Stance | None:
        """What the picture is of that last showed a person at this scale; None if none has lately."""
        step = self._shown[scale].steps.get(person) if scale in self._shown else None
        return unpack(step[0] & (_PALE - 1), step[1]) if step else None

    def _stand_in(self, who: int, stance: "_Step", scale: float) -> tuple["_Step", Sprite]:
        """What is shown of somebody until their picture is drawn; nobody hidden is shown as they were before."""
        last = self._latest[scale].get(who, _NONE)
        if _alike(stance, last):
            for step in ((stepping_on(stance[0], last[0]), stance[1]), last):
                kept = self._kept.get((who, *step, scale))
                if kept is not None:
                    self._latest[scale][who] = step
                    return step, kept
        for other in likest(scale):
            last = self._latest.get(other, {}).get(who, _NONE)
            kept = self._kept.get((who, *last, other))
            if kept is not None and _alike(stance, last):
                return last, kept.resize(scale / other)
        return stance, self._coarse(who, stance[0], scale)

    def _coarse(self, who: int, code: int, scale: float) -> Sprite:
        pale, seen = code >= _PALE, round_off(unpack(code & (_PALE - 1)))
        key = ("coarse", who, seen.pose, seen.phase, seen.heading, scale, pale)
        return self._keep_or((key, partial(coarse, self._outfits[who], seen, scale, pale=pale)))

    def _key(self, who: int, stance: "_Step", scale: float, colour: Colour | None = None) -> "_Keyed":
        """A person's picture by who they are, in what stance, at what scale, in what flat colour if any."""
        code, change = stance

        def draw_afresh() -> Sprite:
            seen = unpack(code & (_PALE - 1), change)
            return draw(self._outfits[who], seen, scale, plain=colour, pale=code >= _PALE).trim()

        return (who, code, change, scale) if colour is None else (who, code, change, scale, colour), draw_afresh

    def shadow(self, person: int, scale: float) -> Sprite:
        """The shadow at a person's feet, to be laid below everybody."""
        wide = round(0.20 * float(self._statures[person]), 2)
        return self._keep_or(((wide, round(scale * 4)), partial(draw_shadow, scale, wide)))

    def items(self, items: Sequence[Item], viewpoint: Viewpoint) -> list[Blit]:
        """Pictures of things on the floor, each with its top left corner on the panel."""
        placed = []
        for item in items:
            right, away = viewpoint.direction(QUARTERS[item.turn % 4]).tolist()
            heading = atan2(-right, away)
            key = (item.kind, item.colour, heading, round(viewpoint.scale * 4))
            colour = pick(self._colours, item.colour) if item.colour >= 0 else None
            drawn = self._keep_or((key, partial(draw_item, item.kind, heading, viewpoint.scale, colour)))
            x, y = viewpoint.project(np.array([[item.x, item.y]]))[0].tolist()
            placed.append(drawn.at(round(x), round(y)))
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
        return self._keep_or(self._key(person, (code + (_PALE if pale else 0), change), scale, plain))

    def _keep_or(self, keyed: "_Keyed") -> Sprite:
        key, drawing = keyed
        return self._kept.get(key) or self._kept.put(key, drawing())


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
        self.steps: dict[int, _Step] = {}

    def put(self, who: int, stance: _Step, sprite: Sprite, *, of: _Step | None = None) -> None:
        """Show somebody in a stance by a picture that is `of` it, or of another if that stands in."""
        self.codes[who], self.changes[who] = stance
        self.steps[who] = of or stance
        self.offsets[who] = sprite.left, sprite.top
        self.surfaces[who] = sprite.surface


def _waits(stance: _Step, last: _Step | None) -> int:
    """In what turn new pictures are made: of a new act, of those new to the view, and of who only paces on or turns.

    What stands in for an act is what was done before it, and untrue; the coarse figure of somebody new is not.
    """
    return 1 if last is None else 2 if acts_alike(stance[0], last[0]) and stance[1] == last[1] else 0


def _alike(stance: _Step, other: _Step) -> bool:
    """Whether there is another stance, and it tells as much or as little."""
    return other[0] >= 0 and (stance[0] >= _PALE) == (other[0] >= _PALE)
