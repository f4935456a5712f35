"""The venue as pictures, made when the view needs them and kept: floor tiles, walls and props of each turn and zoom."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from ..scenario import Layout
from .block import box
from .easel import Sprite
from .floor import TILE, Floor
from .kit import Blit, Group, cut, flat_picture, groups, picture
from .lens import lenses
from .moment import Moment
from .shade import Shade
from .walls import near_sides, walls
from .ways import ways

_KEPT = 150_000_000
"""Bytes of pixels that are kept."""
_TIMED_COST = 5
"""What a board counts as in pictures: it has many words, and every board changes on the minute."""
_ROUGH = 11.0
"""Scale in px/m of the rough picture that stands in for tiles not drawn yet."""


class Shelf:
    """Pictures by what they show; those not used for longest are let go first."""

    def __init__(self, limit: int = _KEPT) -> None:
        """An empty shelf for so many bytes."""
        self._limit, self._bytes = limit, 0
        self._kept: OrderedDict[Hashable, tuple[list[tuple[Sprite, float]], int]] = OrderedDict()

    def get(self, key: Hashable) -> list[tuple[Sprite, float]] | None:
        """What is kept under this key."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, pieces: list[tuple[Sprite, float]]) -> list[tuple[Sprite, float]]:
        """Keep these pieces."""
        size = sum(sprite.size for sprite, _ in pieces)
        self._kept[key] = (pieces, size)
        self._bytes += size
        while self._bytes > self._limit and len(self._kept) > 1:
            _, (_, gone) = self._kept.popitem(last=False)
            self._bytes -= gone
        return pieces


@dataclass(slots=True)
class Stand:
    """What of the venue is in view, with places in px of the whole picture."""

    window: pygame.Rect
    under: list[Blit]
    surfaces: list[pygame.Surface]
    places: NDArray[np.int64]
    keys: NDArray[np.float64]
    over: list[Blit]
    whole: bool
    _placed: tuple[int, int, list[Blit]] | None = None

    def placed(self, left: int, top: int) -> list[Blit]:
        """What stands among people, with places on a panel whose corner is at (left, top)."""
        if self._placed is None or self._placed[:2] != (left, top):
            places = (self.places - (left, top)).tolist()
            pairs = zip(self.surfaces, places, strict=True)
            self._placed = (left, top, [(piece, (x, y)) for piece, (x, y) in pairs])
        return self._placed[2]


class Turned:
    """The venue's things as they lie in one turn."""

    def __init__(self, layout: Layout, turn: int, now: Moment) -> None:
        """Find the groups and the extents of each."""
        behind, among, before = walls(layout, turn)
        things = groups(layout, turn, near_sides(turn)) + lenses(layout, turn) + ways(layout, turn)
        self.floor = Floor(layout, turn, Shade(layout, turn, now))
        self.behind = behind
        self.flat = [group for group in things if group.rank == 0]
        self.among = among + [group for group in things if group.rank != 0]
        self.before = before
        self._bounds = {id(group): box(group.blocks, 1.0) for group in (*behind, *things, *among, *before)}

    def within(self, found: Iterable[Group], window: pygame.Rect, scale: float) -> list[Group]:
        """Those that touch a window of the picture."""
        out = []
        for group in found:
            left, top, right, bottom = self._bounds[id(group)]
            if (
                left * scale - 9 < window.right and right * scale + 9 > window.left
                and top * scale - 9 < window.bottom and bottom * scale + 9 > window.top
            ):
                out.append(group)
        return out


class Scenery:
    """All pictures of a venue."""

    def __init__(self, layout: Layout) -> None:
        """No picture is made before it is needed."""
        self._layout = layout
        self._turned: dict[tuple[int, float], Turned] = {}
        self._shelf = Shelf()
        self._stands: dict[str, tuple[Hashable, Stand]] = {}
        self._opaque: dict[int, list[Group]] = {}

    def turned(self, turn: int, now: Moment) -> Turned:
        """The venue in this turn."""
        key = (turn, now.lamps)
        if key not in self._turned:
            self._turned[key] = Turned(self._layout, turn, now)
        return self._turned[key]

    def stand(self, window: pygame.Rect, scale: float, turn: int, now: Moment, effort: int, use: str) -> Stand:
        """What stands in a window; at most `effort` new pictures are made, the rest next time."""
        key = (scale, turn, now.minute, now.lamps)
        kept = self._stands.get(use)
        if kept is not None and kept[0] == key and kept[1].whole and kept[1].window.contains(window):
            return kept[1]
        room = window.inflate(min(400, window.width // 3), min(300, window.height // 3))
        made = self._made(room, scale, turn, now, effort)
        self._stands[use] = (key, made)
        return made

    def _made(self, room: pygame.Rect, scale: float, turn: int, now: Moment, effort: int) -> Stand:
        place = self.turned(turn, now)
        left = [effort]

        def pieces(found: list[Group]) -> list[tuple[Sprite, float]]:
            seen = place.within(found, room, scale)
            return [piece for group in seen for piece in self._pieces(group, scale, turn, now, left)]

        def blits(found: list[Group]) -> list[Blit]:
            return [(sprite.surface, (sprite.left, sprite.top)) for sprite, _ in pieces(found)]

        under, among, over = blits([*place.flat, *place.behind]), pieces(place.among), blits(place.before)
        order = sorted(range(len(among)), key=lambda n: -among[n][1])
        return Stand(
            room, under, [among[n][0].surface for n in order],
            np.array([(among[n][0].left, among[n][0].top) for n in order], dtype=np.int64).reshape(-1, 2),
            np.array([among[n][1] for n in order]), over, left[0] > 0 or effort <= 0,
        )

    def _pieces(
        self, group: Group, scale: float, turn: int, now: Moment, left: list[int]
    ) -> list[tuple[Sprite, float]]:
        minute = now.minute if group.timed else -1
        key = (group.name, scale, turn, minute, now.lamps)
        found = self._shelf.get(key)
        if found is not None:
            return found
        if left[0] <= 0:
            last = (group.name, scale, turn, (now.minute - 1) % (24 * 60), now.lamps)
            return self._shelf.get(last) or []
        left[0] -= _TIMED_COST if group.timed else 1
        return self._shelf.put(key, cut(picture(group, scale, now), group.strips(), scale))

    def flat(self, window: pygame.Rect, scale: float, turn: int) -> Stand:
        """What hides people, black, in a window."""
        found: list[tuple[Sprite, float]] = []
        for group in self._solid(turn):
            found += cut(flat_picture(group, scale, (0, 0, 0)), group.strips(), scale)
        places = np.array([(sprite.left, sprite.top) for sprite, _ in found], dtype=np.int64).reshape(-1, 2)
        keys = np.array([key for _, key in found])
        return Stand(window, [], [sprite.surface for sprite, _ in found], places, keys, [], whole=True)

    def _solid(self, turn: int) -> list[Group]:
        if turn not in self._opaque:
            self._opaque[turn] = [g for g in groups(self._layout, turn, (), only_opaque=True) if g.rank != 0]
        return self._opaque[turn]

    def tiles(self, window: pygame.Rect, scale: float, turn: int, now: Moment, effort: int) -> list[Blit]:
        """The floor under a window; at most `effort` new tiles are drawn, a rough picture stands in for others."""
        out: list[Blit] = []
        for j in range(window.top // TILE[1], (window.bottom - 1) // TILE[1] + 1):
            for i in range(window.left // TILE[0], (window.right - 1) // TILE[0] + 1):
                at = (i * TILE[0], j * TILE[1])
                known = self._shelf.get(("tile", i, j, scale, turn, now.lamps)) is not None
                if known or effort > 0:
                    effort -= not known
                    out.append((self._tile(i, j, scale, turn, now), at))
                else:
                    out.append((self._stand_in(at, scale, turn, now), at))
        return out

    def _stand_in(self, at: tuple[int, int], scale: float, turn: int, now: Moment) -> pygame.Surface:
        """A tile's area, enlarged from the rough picture; that is made of tiles too, which each serve for many."""
        share = _ROUGH / scale
        area = pygame.Rect(
            round(at[0] * share), round(at[1] * share), max(2, round(TILE[0] * share)), max(2, round(TILE[1] * share))
        )
        piece = pygame.Surface(area.size)
        for j in range(area.top // TILE[1], (area.bottom - 1) // TILE[1] + 1):
            for i in range(area.left // TILE[0], (area.right - 1) // TILE[0] + 1):
                rough = self._tile(i, j, _ROUGH, turn, now)
                piece.blit(rough, (i * TILE[0] - area.left, j * TILE[1] - area.top))
        return pygame.transform.smoothscale(piece, TILE)

    def _tile(self, i: int, j: int, scale: float, turn: int, now: Moment) -> pygame.Surface:
        key = ("tile", i, j, scale, turn, now.lamps)
        found = self._shelf.get(key)
        if found is None:
            drawn = self.turned(turn, now).floor.tile(i, j, scale)
            found = self._shelf.put(key, [(Sprite(drawn, i * TILE[0], j * TILE[1]), 0.0)])
        return found[0][0].surface
