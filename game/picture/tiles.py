"""The floor under a window, in small tiles; what is not drawn yet is shown less finely, never left out."""

from collections.abc import Callable, Hashable
from math import ceil, floor

import pygame

from .allowance import Allowance
from .camera import CLOSE, LEVELS
from .easel import Sprite
from .floor import TILE, Floor
from .kit import Blit
from .moment import Moment
from .shelf import Shelf

ROUGH = LEVELS[0]
"""Scale in px/m of the pictures of the whole venue that stand in for what is not drawn yet."""
_APRON = 4.0
"""Metres of ground around the venue that the rough picture shows."""
_SCALES = (*LEVELS, *CLOSE)
Tile = tuple[int, int]
FloorOf = Callable[[int, Moment], Floor]
"""The painter of the floor in a turn of the view."""


class Tiles:
    """Draws tiles and keeps them on a shelf."""

    def __init__(self, floor_of: FloorOf, extent: tuple[float, float], shelf: Shelf) -> None:
        """No tile is drawn before it is needed."""
        self._floor_of, self._extent, self._shelf = floor_of, extent, shelf
        self._rough: dict[tuple[int, float], tuple[pygame.Surface, Tile]] = {}

    def under(self, window: pygame.Rect, scale: float, turn: int, now: Moment, allowance: Allowance) -> list[Blit]:
        """The floor under a window: tiles drawn as far as the allowance goes, and the rest in one rough picture."""
        out: list[Blit] = []
        missing: list[Tile] = []
        for at in _over(window):
            found = self._shelf.get(_key(at, scale, turn, now))
            if found is None:
                missing.append(at)
            else:
                out.append((found[0][0].surface, (at[0] * TILE[0], at[1] * TILE[1])))
        missing.reverse()
        while missing and allowance.more():
            at = missing.pop()
            out.append((self._draw(at, scale, turn, now), (at[0] * TILE[0], at[1] * TILE[1])))
        if missing:
            area = _rect(missing[0]).unionall([_rect(at) for at in missing]).clip(window)
            out.insert(0, self._rougher(area, scale, turn, now))
        return out

    def ahead(self, window: pygame.Rect, scale: float, turn: int, now: Moment, allowance: Allowance) -> bool:
        """Draw tiles that are not needed yet, while there is time; whether all are there."""
        for at in _over(window):
            if _key(at, scale, turn, now) not in self._shelf:
                if not allowance.more():
                    return False
                self._draw(at, scale, turn, now)
        return True

    def rough(self, turn: int, now: Moment) -> tuple[pygame.Surface, Tile]:
        """The whole floor at the scale `ROUGH`, and its corner in px of that picture."""
        key = (turn, now.lamps)
        if key not in self._rough:
            painter = self._floor_of(turn, now)
            area = painter.area(_APRON, ROUGH)
            surface = pygame.Surface(area.size)
            for i, j in _over(area):
                at = (i * TILE[0] - area.left, j * TILE[1] - area.top)
                surface.blit(painter.tile(i, j, ROUGH), at)
            self._rough[key] = (surface, area.topleft)
        return self._rough[key]

    def _draw(self, at: Tile, scale: float, turn: int, now: Moment) -> pygame.Surface:
        drawn = self._floor_of(turn, now).tile(*at, scale)
        self._shelf.put(_key(at, scale, turn, now), [(Sprite(drawn, at[0] * TILE[0], at[1] * TILE[1]), 0.0)])
        return drawn

    def _rougher(self, area: pygame.Rect, scale: float, turn: int, now: Moment) -> Blit:
        """An area, scaled from what there is at another scale."""
        for other in sorted(_SCALES, key=lambda one: max(one / scale, scale / one)):
            part = _scaled(area, other / scale)
            tiles = list(_over(part)) if other != scale and part.width * part.height < 4_000_000 else []
            if tiles and all(_key(at, other, turn, now) in self._shelf for at in tiles):
                return _fitted(part, [self._kept(at, other, turn, now) for at in tiles], scale / other)
        return _fitted(_scaled(area, ROUGH / scale), [self.rough(turn, now)], scale / ROUGH)

    def _kept(self, at: Tile, scale: float, turn: int, now: Moment) -> Blit:
        found = self._shelf.get(_key(at, scale, turn, now)) or []
        return found[0][0].surface, (at[0] * TILE[0], at[1] * TILE[1])


def _key(at: Tile, scale: float, turn: int, now: Moment) -> Hashable:
    return "tile", at, scale, turn, now.lamps


def _over(window: pygame.Rect) -> list[Tile]:
    """The tiles that a window lies on, those near its middle row first."""
    rows = range(window.top // TILE[1], (window.bottom - 1) // TILE[1] + 1)
    columns = range(window.left // TILE[0], (window.right - 1) // TILE[0] + 1)
    middle = window.centery // TILE[1]
    return [(i, j) for j in sorted(rows, key=lambda row: abs(row - middle)) for i in columns]


def _rect(at: Tile) -> pygame.Rect:
    return pygame.Rect(at[0] * TILE[0], at[1] * TILE[1], *TILE)


def _scaled(area: pygame.Rect, share: float) -> pygame.Rect:
    """The whole px that an area covers at another scale."""
    left, top = floor(area.left * share), floor(area.top * share)
    return pygame.Rect(left, top, ceil(area.right * share) - left + 1, ceil(area.bottom * share) - top + 1)


def _fitted(part: pygame.Rect, pictures: list[Blit], grow: float) -> Blit:
    """What these pictures show of a part, made so much larger."""
    sheet = pygame.Surface(part.size)
    sheet.fill(pictures[0][0].get_at((0, 0)))
    sheet.fblits([(surface, (x - part.left, y - part.top)) for surface, (x, y) in pictures])
    size = (max(1, round(part.width * grow)), max(1, round(part.height * grow)))
    return pygame.transform.smoothscale(sheet, size), (round(part.left * grow), round(part.top * grow))
