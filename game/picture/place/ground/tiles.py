"""The floor under a window, in small tiles; what is not drawn yet is shown less finely, never left out."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from math import ceil, floor

import pygame

from ...budget import Allowance
from ...cache import Cache
from ...daylight import Daylight
from ...sprite import Blit, Sprite
from ...zoom import ZOOMS, likest
from ..pieces import Pieces
from .floor import TILE, Floor

ROUGH = ZOOMS[0]
"""Scale in px/m of the pictures of the whole venue that stand in for what is not drawn yet."""
_APRON = 7.0
"""Metres of ground around the venue that the rough picture shows."""
Tile = tuple[int, int]
FloorOf = Callable[[int, Daylight], Floor]
"""The painter of the floor in a turn of the view."""


class Tiles:
    """Draws tiles and keeps them."""

    def __init__(self, floor_of: FloorOf, extent: tuple[float, float], kept: Cache[Pieces]) -> None:
        """No tile is drawn before it is needed."""
        self._floor_of, self._extent, self._kept = floor_of, extent, kept
        self._likes: dict[Tile, pygame.Surface] = {}
        self._likes_of: tuple[float, int] = (0.0, 0)
        self._rough: dict[tuple[int, float], tuple[pygame.Surface, Tile, list[Tile]]] = {}
        """The whole floor by turn and lamps, its corner, and the tiles that it lacks yet."""

    def under(self, window: pygame.Rect, scale: float, turn: int, now: Daylight, allowance: Allowance) -> list[Blit]:
        """The floor under a window: tiles drawn as far as the allowance goes, and a rougher picture for the rest."""
        out: list[Blit] = []
        missing: list[Tile] = []
        for at in _over(window):
            found = self._kept.get(_key(at, scale, turn, now))
            if found is None:
                missing.append(at)
            else:
                out.append((found[0][0].surface, (at[0] * TILE[0], at[1] * TILE[1])))
        missing.reverse()
        while missing and allowance.more():
            at = missing.pop()
            out.append((self._draw(at, scale, turn, now), (at[0] * TILE[0], at[1] * TILE[1])))
        return out + self._stand_ins(missing, scale, turn, now)

    def ahead(self, window: pygame.Rect, scale: float, turn: int, now: Daylight, allowance: Allowance) -> bool:
        """Draw tiles that are not needed yet, while there is time; whether all are there."""
        for at in _over(window):
            if _key(at, scale, turn, now) not in self._kept:
                if not allowance.more():
                    return False
                self._draw(at, scale, turn, now)
        return True

    def rough(self, turn: int, now: Daylight) -> tuple[pygame.Surface, Tile]:
        """The whole floor at the scale `ROUGH`, and its corner in px of that picture."""
        self.make_rough(turn, now, Allowance(-1))
        surface, corner, _ = self._rough[turn, now.lamps]
        return surface, corner

    def make_rough(self, turn: int, now: Daylight, allowance: Allowance) -> bool:
        """Draw the whole floor at that scale, tile by tile while there is time; whether all of it is there."""
        painter, key = self._floor_of(turn, now), (turn, now.lamps)
        if key not in self._rough:
            area = painter.area(_APRON, ROUGH)
            self._rough[key] = pygame.Surface(area.size, depth=24), area.topleft, _over(area)
        surface, (left, top), missing = self._rough[key]
        while missing and allowance.more():
            i, j = missing.pop()
            surface.blit(painter.tile(i, j, ROUGH), (i * TILE[0] - left, j * TILE[1] - top))
        return not missing

    def _draw(self, at: Tile, scale: float, turn: int, now: Daylight) -> pygame.Surface:
        drawn = self._floor_of(turn, now).tile(*at, scale)
        self._kept.put(_key(at, scale, turn, now), [(Sprite(drawn, at[0] * TILE[0], at[1] * TILE[1]), 0.0)])
        return drawn

    def _stand_ins(self, missing: list[Tile], scale: float, turn: int, now: Daylight) -> list[Blit]:
        """What is shown in the place of tiles, kept while the view stays on this level and side."""
        if self._likes_of != (scale, turn) or not missing:
            self._likes_of, self._likes = (scale, turn), {}
        for run in _runs(at for at in missing if at not in self._likes):
            area = _rect(run[0]).union(_rect(run[-1]))
            sheet = self._rougher(area, scale, turn, now)
            for at in run:
                self._likes[at] = sheet.subsurface(_rect(at).move(-area.left, -area.top))
        return [(self._likes[at], (at[0] * TILE[0], at[1] * TILE[1])) for at in missing]

    def _rougher(self, area: pygame.Rect, scale: float, turn: int, now: Daylight) -> pygame.Surface:
        """An area, scaled from what there is at another scale."""
        for other in likest(scale):
            part = _scale(area, other / scale)
            if _key((part.left // TILE[0], part.top // TILE[1]), other, turn, now) not in self._kept:
                continue
            tiles = _over(part)
            if all(_key(at, other, turn, now) in self._kept for at in tiles):
                return _fit(area, part, [self._tile(at, other, turn, now) for at in tiles], scale / other)
        return _fit(area, _scale(area, ROUGH / scale), [self.rough(turn, now)], scale / ROUGH)

    def _tile(self, at: Tile, scale: float, turn: int, now: Daylight) -> Blit:
        found = self._kept.get(_key(at, scale, turn, now)) or []
        return found[0][0].surface, (at[0] * TILE[0], at[1] * TILE[1])


def _key(at: Tile, scale: float, turn: int, now: Daylight) -> Hashable:
    return "tile", at, scale, turn, now.lamps


def _over(window: pygame.Rect) -> list[Tile]:
    """The tiles that a window lies on, those near its middle row first."""
    rows = range(window.top // TILE[1], (window.bottom - 1) // TILE[1] + 1)
    columns = range(window.left // TILE[0], (window.right - 1) // TILE[0] + 1)
    middle = window.centery // TILE[1]
    return [(i, j) for j in sorted(rows, key=lambda row: abs(row - middle)) for i in columns]


def _rect(at: Tile) -> pygame.Rect:
    return pygame.Rect(at[0] * TILE[0], at[1] * TILE[1], *TILE)


def _scale(area: pygame.Rect, share: float) -> pygame.Rect:
    """The whole px that an area covers at another scale, with some to spare."""
    left, top = floor(area.left * share) - 2, floor(area.top * share) - 2
    return pygame.Rect(left, top, ceil(area.right * share) - left + 3, ceil(area.bottom * share) - top + 3)


def _runs(missing: Iterable[Tile]) -> Iterator[list[Tile]]:
    """Tiles side by side, together."""
    run: list[Tile] = []
    for i, j in sorted(missing, key=lambda at: (at[1], at[0])):
        if run and run[-1] != (i - 1, j):
            yield run
            run = []
        run.append((i, j))
    if run:
        yield run


def _fit(area: pygame.Rect, part: pygame.Rect, pictures: list[Blit], grow: float) -> pygame.Surface:
    """An area, filled with a part of pictures made so much larger."""
    sheet = pygame.Surface(part.size)
    sheet.fill(pictures[0][0].get_at((0, 0)))
    sheet.fblits([(surface, (x - part.left, y - part.top)) for surface, (x, y) in pictures])
    size = (round(part.width * grow), round(part.height * grow))
    enlarged = pygame.transform.smoothscale(sheet, size)
    return enlarged.subsurface(area.move(-round(part.left * grow), -round(part.top * grow)))
