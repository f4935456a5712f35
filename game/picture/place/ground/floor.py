"""The floor in its finish, with markings, and the ground outside; drawn in tiles as the view needs them."""

from collections.abc import Mapping
from math import atan2, ceil, degrees

import numpy as np
import pygame

from game.scenario import Layout
from game.theme import rgb
from game.view import Viewpoint
from game.view.viewpoint import yaw

from ...colour import light_up
from .gaps import Gaps
from .outside import Grounds
from .paving import GroundSheet, Paving
from .shade import Shade

TILE = (200, 77)
"""Pixels of a tile. 77 px of depth are 125 px of floor; both sizes of floor, turned by 16.26°, are whole px again."""
_FLOOR_HIGH = 125
"""Pixels of floor that a tile shows from its near edge to its far one."""
_DEGREES = degrees(atan2(*reversed(yaw(0))))
"""How far the venue's axes are turned from the picture's."""


FINISHES: Mapping[str, Paving] = {
    "stone": Paving((214, 207, 194), (0.9, 0.9), 0.030, (184, 176, 162)),
    "terrazzo": Paving((228, 222, 211), (1.2, 1.2), 0.024, (198, 191, 179)),
    "tile": Paving((222, 222, 216), (0.6, 0.6), 0.020, (192, 194, 190)),
    "wood": Paving((203, 170, 128), (1.8, 0.2), 0.060, (160, 128, 92), True),
    "carpet": Paving((150, 158, 170), (2.0, 2.0), 0.012, (146, 154, 166)),
    "paving": Paving((198, 194, 186), (0.9, 0.6), 0.040, (162, 158, 150), True),
}


class Floor:
    """Draws tiles of the floor as seen after some quarter turns."""

    def __init__(self, layout: Layout, turn: int, shade: Shade) -> None:
        """A painter for one turn."""
        self._layout, self._turn, self._shade = layout, turn, shade
        self._wide, self._deep = layout.venue.size
        self._grounds, self._gaps = Grounds(layout), Gaps(layout)

    def area(self, apron: float, scale: float) -> pygame.Rect:
        """The px of the venue's floor and so many metres around it, from the venue's origin."""
        low, wide, deep = -apron, self._wide + apron, self._deep + apron
        corners = np.array([(low, low), (wide, low), (wide, deep), (low, deep)])
        px = Viewpoint(0, 0, scale, self._turn, 0, 0).project(corners)
        left, top = (int(edge) for edge in np.floor(px.min(axis=0)))
        right, bottom = (int(edge) for edge in np.ceil(px.max(axis=0)))
        return pygame.Rect(left, top, right - left, bottom - top)

    def tile(self, i: int, j: int, scale: float) -> pygame.Surface:
        """The tile whose top left corner is (i, j) tile sizes from the venue's origin, at `scale` px/m."""
        view = Viewpoint(0, 0, scale, self._turn, 0, 0)
        x, y = view.floor_at((i + 0.5) * TILE[0], (j + 0.5) * TILE[1])
        half_wide, half_high = TILE[0] / 2 + 3, _FLOOR_HIGH / 2 + 3
        cos, sin = (abs(share) for share in yaw(self._turn))
        columns, rows = 2 * ceil(half_wide * cos + half_high * sin), 2 * ceil(half_wide * sin + half_high * cos)
        reach = columns / 2 / scale, rows / 2 / scale
        flat = pygame.Surface((columns, rows))
        self._paint(flat, x - reach[0], y - reach[1], x + reach[0], y + reach[1], scale)
        turned = pygame.transform.rotozoom(flat, -(_DEGREES + 90 * self._turn), 1.0)
        left, top = (turned.get_width() - TILE[0]) // 2, (turned.get_height() - _FLOOR_HIGH) // 2
        return pygame.transform.smoothscale(turned.subsurface((left, top, TILE[0], _FLOOR_HIGH)), TILE)

    def _paint(self, flat: pygame.Surface, west: float, south: float, east: float, north: float, scale: float) -> None:
        """A north-up picture of this stretch of ground."""
        sheet = GroundSheet(flat, west, north, scale)
        if west < 0 or south < 0 or east > self._wide or north > self._deep:
            self._grounds.draw(sheet)
        hall = (max(0.0, west), max(0.0, south), min(self._wide, east), min(self._deep, north))
        if hall[0] < hall[2] and hall[1] < hall[3]:
            sheet.slabs(FINISHES[self._layout.venue.floor], hall)
            self._markings(sheet)
            self._gaps.draw_voids(sheet, FINISHES[self._layout.venue.floor])
        self._gaps.draw_tracks(sheet)
        self._shade.lay(flat, west, south, east, north)

    def _markings(self, sheet: GroundSheet) -> None:
        for mark in self._layout.venue.markings:
            (x, y), (w, d) = mark.at, mark.size
            area = sheet.clip(x, y, x + w, y + d)
            if area is None:
                continue
            if mark.marking == "tiles":
                colour = rgb(mark.colour) if mark.colour else light_up(FINISHES[self._layout.venue.floor].colour, 0.94)
                sheet.slabs(Paving(colour, (0.6, 0.6), 0.03, light_up(colour, 0.9)), area)
                sheet.frame(x, y, x + w, y + d, 0.15, light_up(colour, 0.8))
            elif mark.marking == "tactile":
                colour = rgb(mark.colour) if mark.colour else (222, 190, 92)
                sheet.box(*area, colour)
                sheet.blisters(x, y, x + w, y + d, area, light_up(colour, 0.8))
            elif mark.marking in ("mat", "carpet"):
                usual = (128, 128, 126) if mark.marking == "mat" else (150, 92, 84)
                colour = rgb(mark.colour) if mark.colour else usual
                sheet.slabs(Paving(colour, (0.5, 0.14), 0.05, light_up(colour, 0.9), offset=True), area)
                sheet.frame(x, y, x + w, y + d, 0.10, light_up(colour, 0.72))
                sheet.frame(x + 0.16, y + 0.16, x + w - 0.16, y + d - 0.16, 0.05, light_up(colour, 1.15))
            elif mark.marking == "crossing":
                sheet.bars(x, y, x + w, y + d, rgb(mark.colour) if mark.colour else (238, 238, 232))
            else:
                sheet.box(*area, rgb(mark.colour) if mark.colour else (222, 190, 92))
