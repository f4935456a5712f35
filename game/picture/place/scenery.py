"""The venue as pictures, made when the view needs them and kept: floor tiles, walls and props of each turn and zoom."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from math import hypot

import numpy as np
import pygame
from numpy.typing import NDArray

from game.scenario import Layout

from ..budget import Allowance
from ..cache import Cache
from ..daylight import Daylight
from ..sprite import Blit
from ..zoom import likest
from .cameras import lenses
from .ground.floor import Floor
from .ground.shade import Shade
from .ground.tiles import ROUGH, Tiles
from .pieces import Piece, Pieced, Pieces, enlarge
from .props import Group, cut, flat_picture, groups
from .stairs import ways
from .trains import tunnels
from .walls import near_sides, partitions, walls

KEPT = 64 * 2**20
"""Bytes of pixels that are kept, but for the rough pictures."""
_BATCH = 24
"""So many new pieces are put in place together."""
_DAY = 24 * 60


@dataclass(slots=True)
class Stand:
    """What of the venue is in view, with places in px of the whole picture; `missing` has stand-ins as yet."""

    window: pygame.Rect
    under: list[Blit]
    surfaces: list[pygame.Surface]
    places: NDArray[np.int64]
    keys: NDArray[np.float64]
    over: list[Blit]
    missing: list[Piece] = field(default_factory=list)
    new: int = 0
    _placed: tuple[int, int, list[Blit]] | None = None

    def place(self, left: int, top: int) -> list[Blit]:
        """What stands among people, with places on a panel whose corner is at (left, top)."""
        if self._placed is None or self._placed[:2] != (left, top):
            places = (self.places - (left, top)).tolist()
            pairs = zip(self.surfaces, places, strict=True)
            self._placed = (left, top, [(piece, (x, y)) for piece, (x, y) in pairs])
        return self._placed[2]


class Turned:
    """The venue's things as they lie in one turn."""

    def __init__(self, layout: Layout, turn: int, now: Daylight) -> None:
        """Find the groups, and cut them into pieces; nothing is drawn but the map of light."""
        behind, among, before = walls(layout, turn)
        things = groups(layout, turn, near_sides(turn)) + lenses(layout, turn) + ways(layout, turn)
        self.floor = Floor(layout, turn, Shade(layout, turn, now))
        flat = [group for group in things if group.rank == 0]
        upright = [group for group in things if group.rank != 0]
        self.all = Pieced(([*flat, *behind], [*among, *upright], [*before, *tunnels(layout, turn)]))


class Scenery:
    """All pictures of a venue."""

    def __init__(self, layout: Layout, limit: int = KEPT) -> None:
        """No picture is made before it is needed."""
        self._layout = layout
        self._turned: dict[tuple[int, float], Turned] = {}
        self._kept: Cache[Pieces] = Cache(limit, lambda drawn: sum(sprite.size for sprite, _ in drawn))
        self._rough: dict[Hashable, Pieces] = {}
        self._stands: dict[str, tuple[Hashable, Stand]] = {}
        self._opaque: dict[int, list[Group]] = {}
        self.tiles = Tiles(lambda turn, now: self.turn_to(turn, now).floor, layout.venue.size, self._kept)

    def turn_to(self, turn: int, now: Daylight) -> Turned:
        """The venue in this turn."""
        key = (turn, now.lamps)
        if key not in self._turned:
            self._turned[key] = Turned(self._layout, turn, now)
        return self._turned[key]

    def rough(self, turn: int, now: Daylight, allowance: Allowance) -> bool:
        """Make the small pictures of one turn that stand in for larger ones, while there is time; whether all are.

        What is not made ahead is made at once where it is wanted, so that nothing is ever left out.
        """
        pieces = self.turn_to(turn, now).all.pieces
        for piece in pieces:
            if (*piece.name, turn, now.lamps) not in self._rough:
                if not allowance.more():
                    return False
                self._roughly(piece, turn, now)
        return self.tiles.make_rough(turn, now, allowance)

    def stand(
        self, window: pygame.Rect, scale: float, turn: int, now: Daylight, allowance: Allowance, use: str
    ) -> Stand:
        """What stands in a window; new pictures are made as far as the allowance goes, the rest next time."""
        key = (scale, turn, now.minute, now.lamps)
        before, stand = self._stands.get(use, (None, None))
        if stand is None or before != key or not stand.window.contains(window):
            room = window.inflate(min(400, window.width // 3), min(300, window.height // 3))
            stand = self._find(room, window, scale, turn, now, complete=allowance.endless)
        while stand.missing and allowance.more():
            self._draw(stand.missing.pop(), scale, turn, now)
            stand.new += 1
        if stand.new >= _BATCH or (stand.new and not stand.missing):
            stand = self._find(stand.window, window, scale, turn, now, complete=False)
        self._stands[use] = (key, stand)
        return stand

    @property
    def drawn(self) -> int:
        """The bytes of all that has been drawn so far."""
        return self._kept.taken

    def ahead(self, window: pygame.Rect, scale: float, turn: int, now: Daylight, allowance: Allowance) -> bool:
        """Make what a window will need that is not shown yet, while there is time; whether all is there."""
        place = self.turn_to(turn, now).all
        for n in place.within(window, scale):
            if _key(place.pieces[n], scale, turn, now) not in self._kept:
                if not allowance.more():
                    return False
                self._draw(place.pieces[n], scale, turn, now)
        return self.tiles.ahead(window, scale, turn, now, allowance)

    def _find(
        self, room: pygame.Rect, window: pygame.Rect, scale: float, turn: int, now: Daylight, *, complete: bool
    ) -> Stand:
        """All that stands in a room; what is missing is drawn, or stood in for: what is nearest to the middle, last."""
        place = self.turn_to(turn, now).all
        layers: tuple[Pieces, Pieces, Pieces] = ([], [], [])
        missing: list[Piece] = []
        for n in place.within(room, scale):
            piece = place.pieces[n]
            found = self._kept.get(_key(piece, scale, turn, now))
            if found is None and complete:
                found = self._draw(piece, scale, turn, now)
            elif found is None:
                missing.append(piece)
                found = self._stand_in(piece, scale, turn, now)
            layers[place.layers[n]].extend(found)
        missing.sort(key=lambda piece: -_off(piece, window, scale))
        under, among, over = layers
        order = sorted(range(len(among)), key=lambda n: -among[n][1])
        return Stand(
            room, _blits(under), [among[n][0].surface for n in order],
            np.array([(among[n][0].left, among[n][0].top) for n in order], dtype=np.int64).reshape(-1, 2),
            np.array([among[n][1] for n in order]), _blits(over), missing,
        )

    def _draw(self, piece: Piece, scale: float, turn: int, now: Daylight) -> Pieces:
        self._kept.drop(_like(piece, scale, turn, now))
        if scale == ROUGH and not piece.group.timed:
            return self._kept.put(_key(piece, scale, turn, now), self._roughly(piece, turn, now))
        return self._kept.put(_key(piece, scale, turn, now), piece.draw(scale, now))

    def _stand_in(self, piece: Piece, scale: float, turn: int, now: Daylight) -> Pieces:
        """What the piece showed a minute ago, or its picture at another scale."""
        if piece.group.timed:
            last = self._kept.get(_key(piece, scale, turn, now, ago=1))
            if last is not None:
                return last
        like = _like(piece, scale, turn, now)
        kept = self._kept.get(like)
        if kept is not None:
            return kept
        for other in likest(scale):
            found = self._kept.get(_key(piece, other, turn, now))
            if found is not None:
                return self._kept.put(like, enlarge(found, scale / other))
        return self._kept.put(like, enlarge(self._roughly(piece, turn, now), scale / ROUGH))

    def _roughly(self, piece: Piece, turn: int, now: Daylight) -> Pieces:
        key = _rough_key(piece, turn, now)
        if key not in self._rough:
            self._rough[key] = piece.draw(ROUGH, now)
        return self._rough[key]

    def flat(self, window: pygame.Rect, scale: float, turn: int) -> Stand:
        """What hides people, black, in a window."""
        found: Pieces = []
        for group in self._solid(turn):
            found += cut(flat_picture(group, scale, (0, 0, 0)), group.strips(), scale)
        places = np.array([(sprite.left, sprite.top) for sprite, _ in found], dtype=np.int64).reshape(-1, 2)
        keys = np.array([key for _, key in found])
        return Stand(window, [], [sprite.surface for sprite, _ in found], places, keys, [])

    def _solid(self, turn: int) -> list[Group]:
        if turn not in self._opaque:
            props = [group for group in groups(self._layout, turn, (), only_opaque=True) if group.rank != 0]
            self._opaque[turn] = props + partitions(self._layout, turn)
        return self._opaque[turn]


def _blits(drawn: Pieces) -> list[Blit]:
    return [sprite.at(0, 0) for sprite, _ in drawn]


def _key(piece: Piece, scale: float, turn: int, now: Daylight, ago: int = 0) -> Hashable:
    minute = (now.minute - ago) % _DAY if piece.group.timed else -1
    return piece.name, scale, turn, minute, now.lamps


def _rough_key(piece: Piece, turn: int, now: Daylight) -> Hashable:
    return (*piece.name, turn, now.lamps)


def _like(piece: Piece, scale: float, turn: int, now: Daylight) -> Hashable:
    return "like", piece.name, scale, turn, now.lamps


def _off(piece: Piece, window: pygame.Rect, scale: float) -> float:
    """How far a piece is from the middle of a window, in px."""
    left, top, right, bottom = (edge * scale for edge in piece.bounds)
    return hypot((left + right) / 2 - window.centerx, (top + bottom) / 2 - window.centery)
