"""The floor in its finish, with markings, and the ground outside; drawn in tiles as the view needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import pygame

from ..chance import stream
from ..geometry import Point
from ..scenario import Layout
from ..view import Viewpoint
from .ink import Colour, lit, rgb
from .shade import REACH, Shade

Area = tuple[float, float, float, float]
"""West, south, east and north, in m."""
TILE = (512, 394)
"""Pixels of a tile: 394 px of depth are 640 px of floor."""
_FLOOR_HIGH = 640
_DEGREES = 16.2602047083


@dataclass(frozen=True, slots=True)
class Finish:
    """A floor's colour, the size of its slabs in m, how much they differ, and its joints."""

    colour: Colour
    slab: tuple[float, float]
    spread: float
    joint: Colour
    offset: bool = False


FINISHES: Mapping[str, Finish] = {
    "stone": Finish((214, 207, 194), (0.9, 0.9), 0.030, (184, 176, 162)),
    "terrazzo": Finish((221, 215, 204), (1.2, 1.2), 0.022, (192, 185, 173)),
    "tile": Finish((222, 222, 216), (0.6, 0.6), 0.020, (192, 194, 190)),
    "wood": Finish((203, 170, 128), (1.8, 0.2), 0.060, (160, 128, 92), True),
    "carpet": Finish((150, 158, 170), (2.0, 2.0), 0.012, (146, 154, 166)),
    "paving": Finish((198, 194, 186), (0.9, 0.6), 0.040, (162, 158, 150), True),
}
_STREET = Finish((150, 150, 150), (0.9, 0.6), 0.05, (122, 123, 126), True)
_PLATFORM = Finish((160, 158, 154), (1.2, 0.8), 0.035, (132, 131, 129))


class Floor:
    """Draws tiles of the floor as seen after some quarter turns."""

    def __init__(self, layout: Layout, turn: int, shade: Shade) -> None:
        """A painter for one turn."""
        self._layout, self._turn, self._shade = layout, turn, shade
        self._wide, self._deep = layout.venue.size
        self._noise = stream(0, "floor").random((64, 64))
        cloud = np.clip(stream(0, "clouds").normal(248, 5, (28, 24)), 232, 255).astype(np.uint8)
        self._cloud = pygame.surfarray.make_surface(np.repeat(cloud[:, :, None], 3, axis=2))

    def tile(self, i: int, j: int, scale: float) -> pygame.Surface:
        """The tile whose top left corner is (i, j) tile sizes from the venue's origin, at `scale` px/m."""
        view = Viewpoint(0, 0, scale, self._turn, 0, 0)
        x, y = view.floor_at((i + 0.5) * TILE[0], (j + 0.5) * TILE[1])
        half_wide, half_high = TILE[0] / 2 + 3, _FLOOR_HIGH / 2 + 3
        cos, sin = (abs(c) for c in ((0.96, 0.28) if self._turn % 2 == 0 else (0.28, 0.96)))
        columns, rows = 2 * ceil(half_wide * cos + half_high * sin), 2 * ceil(half_wide * sin + half_high * cos)
        reach = columns / 2 / scale, rows / 2 / scale
        flat = pygame.Surface((columns, rows))
        self._paint(flat, x - reach[0], y - reach[1], x + reach[0], y + reach[1], scale)
        turned = pygame.transform.rotozoom(flat, -(_DEGREES + 90 * self._turn), 1.0)
        left, top = (turned.get_width() - TILE[0]) // 2, (turned.get_height() - _FLOOR_HIGH) // 2
        return pygame.transform.smoothscale(turned.subsurface((left, top, TILE[0], _FLOOR_HIGH)), TILE)

    def _paint(self, flat: pygame.Surface, west: float, south: float, east: float, north: float, scale: float) -> None:
        """A north-up picture of this stretch of ground."""
        sheet = Sheet(flat, west, north, scale)
        if west < 0 or south < 0 or east > self._wide or north > self._deep:
            self._outside(sheet, west, south, east, north)
        hall = (max(0.0, west), max(0.0, south), min(self._wide, east), min(self._deep, north))
        if hall[0] < hall[2] and hall[1] < hall[3]:
            self._slabs(sheet, FINISHES[self._layout.venue.floor], hall)
            self._markings(sheet)
        self._clouds(flat, west, south, east, north)
        self._shade.lay(flat, west, south, east, north)

    def _slabs(self, sheet: "Sheet", finish: Finish, area: Area) -> None:
        """Slabs over an area, each a little different, with joints between."""
        west, south, east, north = area
        sheet.box(west, south, east, north, finish.colour)
        wide, deep = finish.slab
        scale = sheet.scale
        if wide * scale < 5 or deep * scale < 4:
            return
        for row in range(floor(south / deep), ceil(north / deep)):
            shift = wide / 2 if finish.offset and row % 2 else 0.0
            for column in range(floor((west - shift) / wide), ceil((east - shift) / wide)):
                value = float(self._noise[column % 64, row % 64]) - 0.5
                x, y = column * wide + shift, row * deep
                sheet.box(
                    max(x, west), max(y, south), min(x + wide, east), min(y + deep, north),
                    lit(finish.colour, 1 + value * finish.spread * 2),
                )
                if finish.offset and x > west:
                    sheet.line(x, max(y, south), x, min(y + deep, north), finish.joint)
            sheet.line(west, row * deep, east, row * deep, finish.joint)
        if not finish.offset:
            for column in range(ceil(west / wide), ceil(east / wide)):
                sheet.line(column * wide, south, column * wide, north, finish.joint)

    def _markings(self, sheet: "Sheet") -> None:
        for mark in self._layout.venue.markings:
            (x, y), (w, d) = mark.at, mark.size
            area = sheet.clip(x, y, x + w, y + d)
            if area is None:
                continue
            if mark.marking == "tiles":
                colour = rgb(mark.colour) if mark.colour else lit(FINISHES[self._layout.venue.floor].colour, 0.94)
                self._slabs(sheet, Finish(colour, (0.6, 0.6), 0.03, lit(colour, 0.9)), area)
                sheet.frame(x, y, x + w, y + d, 0.15, lit(colour, 0.8))
            elif mark.marking == "tactile":
                colour = rgb(mark.colour) if mark.colour else (222, 190, 92)
                sheet.box(*area, colour)
                sheet.blisters(x, y, x + w, y + d, area, lit(colour, 0.8))
            elif mark.marking in ("mat", "carpet"):
                usual = (92, 98, 104) if mark.marking == "mat" else (138, 84, 78)
                colour = rgb(mark.colour) if mark.colour else usual
                sheet.box(*area, colour)
                sheet.frame(x, y, x + w, y + d, 0.12, lit(colour, 0.78))
            elif mark.marking == "crossing":
                sheet.bars(x, y, x + w, y + d, rgb(mark.colour) if mark.colour else (238, 238, 232))
            else:
                sheet.box(*area, rgb(mark.colour) if mark.colour else (222, 190, 92))

    def _outside(self, sheet: "Sheet", west: float, south: float, east: float, north: float) -> None:
        """Street paving before the doors, platforms and tracks beyond the gates, plain ground elsewhere."""
        sheet.box(west, south, east, north, (116, 120, 126))
        self._slabs(sheet, Finish((118, 122, 128), (2.4, 2.4), 0.02, (108, 112, 118)), (west, south, east, north))
        for portal in self._layout.venue.portals:
            side = self._side(portal.at)
            if side is None or portal.kind not in ("street", "door", "platform"):
                continue
            reach = REACH if portal.kind == "platform" else 14.0
            half = 2.1 if portal.kind == "platform" else portal.width / 2 + 2.5
            area = sheet.clip(*self._apron(portal.at, side, half, reach))
            if area is not None:
                self._slabs(sheet, _PLATFORM if portal.kind == "platform" else _STREET, area)
            if portal.kind == "platform":
                self._tracks(sheet, portal.at, side, reach)

    def _tracks(self, sheet: "Sheet", at: Point, side: str, reach: float) -> None:
        """The platform's edges, and a track beside it."""
        along = side in ("east", "west")
        for edge, colour, thick in ((2.1, (232, 232, 226), 0.12), (1.5, (222, 190, 92), 0.35)):
            for sign in (-1, 1):
                x0, y0, x1, y1 = self._apron(at, side, 0, reach)
                box = (x0, y0 + sign * edge, x1, y0 + sign * edge + thick) if along else (
                    x0 + sign * edge, y0, x0 + sign * edge + thick, y1)
                area = sheet.clip(*box)
                if area is not None:
                    sheet.box(*area, colour)
        x0, y0, x1, y1 = self._apron(at, side, 0, reach)
        bed = (x0, y0 + 2.2, x1, y0 + 5.3) if along else (x0 + 2.2, y0, x0 + 5.3, y1)
        area = sheet.clip(*bed)
        if area is None:
            return
        sheet.box(*area, (92, 90, 90))
        start, end = (bed[0], bed[2]) if along else (bed[1], bed[3])
        for n in range(int((end - start) / 0.7)):
            s = start + n * 0.7
            tie = (s, bed[1] + 0.4, s + 0.26, bed[3] - 0.4) if along else (bed[0] + 0.4, s, bed[2] - 0.4, s + 0.26)
            part = sheet.clip(*tie)
            if part is not None:
                sheet.box(*part, (112, 106, 100))
        for gap in (0.8, 2.24):
            rail = (bed[0], bed[1] + gap, bed[2], bed[1] + gap + 0.08) if along else (
                bed[0] + gap, bed[1], bed[0] + gap + 0.08, bed[3])
            part = sheet.clip(*rail)
            if part is not None:
                sheet.box(*part, (176, 180, 184))

    def _side(self, at: Point) -> str | None:
        gaps = {"west": at[0], "south": at[1], "east": self._wide - at[0], "north": self._deep - at[1]}
        side = min(gaps, key=lambda name: gaps[name])
        return side if gaps[side] < 2 else None

    def _apron(self, at: Point, side: str, half: float, reach: float) -> Area:
        x, y = at
        return {
            "west": (-reach, y - half, 0.0, y + half),
            "east": (self._wide, y - half, self._wide + reach, y + half),
            "south": (x - half, -reach, x + half, 0.0),
            "north": (x - half, self._deep, x + half, self._deep + reach),
        }[side]

    def _clouds(self, flat: pygame.Surface, west: float, south: float, east: float, north: float) -> None:
        """Large, faint differences of tone, as on any floor that is walked on."""
        grain = 6.0
        x0, y0 = floor((west + 48) / grain), floor((96 - north) / grain)
        x1, y1 = ceil((east + 48) / grain), ceil((96 - south) / grain)
        x0, y0, x1, y1 = max(0, x0), max(0, y0), min(28, x1), min(24, y1)
        if x1 <= x0 or y1 <= y0:
            return
        scale = flat.get_width() / (east - west)
        size = (max(1, round((x1 - x0) * grain * scale)), max(1, round((y1 - y0) * grain * scale)))
        soft = pygame.transform.smoothscale(self._cloud.subsurface((x0, y0, x1 - x0, y1 - y0)), size)
        at = (round((x0 * grain - 48 - west) * scale), round((y0 * grain - 96 + north) * scale))
        flat.blit(soft, at, special_flags=pygame.BLEND_MULT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A north-up picture of the ground, drawn on in metres."""

    surface: pygame.Surface
    west: float
    north: float
    scale: float

    def rect(self, west: float, south: float, east: float, north: float) -> pygame.Rect:
        """The pixels of a box."""
        left, right = round((west - self.west) * self.scale), round((east - self.west) * self.scale)
        top, bottom = round((self.north - north) * self.scale), round((self.north - south) * self.scale)
        return pygame.Rect(left, top, right - left, bottom - top)

    def clip(self, west: float, south: float, east: float, north: float) -> Area | None:
        """The part of a box that is on the sheet, if any."""
        wide, high = (n / self.scale for n in self.surface.get_size())
        box = (
            max(west, self.west), max(south, self.north - high), min(east, self.west + wide), min(north, self.north)
        )
        return box if box[0] < box[2] and box[1] < box[3] else None

    def box(self, west: float, south: float, east: float, north: float, colour: Colour) -> None:
        """Fill a box."""
        rect = self.rect(west, south, east, north)
        self.surface.fill(colour, (rect.left, rect.top, max(1, rect.width), max(1, rect.height)))

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        """A joint: a line as thin as can be."""
        thick = max(1, round(0.016 * self.scale))
        rect = self.rect(x0, y0, x1, y1)
        self.surface.fill(colour, (rect.left, rect.top, max(thick, rect.width), max(thick, rect.height)))

    def frame(self, west: float, south: float, east: float, north: float, thick: float, colour: Colour) -> None:
        """A border inside a box."""
        for box in (
            (west, south, east, south + thick), (west, north - thick, east, north),
            (west, south, west + thick, north), (east - thick, south, east, north),
        ):
            part = self.clip(*box)
            if part is not None:
                self.box(*part, colour)

    def blisters(
        self, west: float, south: float, east: float, north: float, area: Area,
        colour: Colour,
    ) -> None:
        """Rows of raised dots, where they are large enough to see."""
        if self.scale < 26:
            return
        step = 0.1333 if self.scale > 70 else 0.2
        for column in range(floor((area[0] - west) / step), ceil((area[2] - west) / step)):
            for row in range(floor((area[1] - south) / step), ceil((area[3] - south) / step)):
                x, y = west + (column + 0.5) * step, south + (row + 0.5) * step
                if x < east and y < north:
                    at = ((x - self.west) * self.scale, (self.north - y) * self.scale)
                    pygame.draw.circle(self.surface, colour, at, max(1.0, 0.026 * self.scale))

    def bars(self, west: float, south: float, east: float, north: float, colour: Colour) -> None:
        """The bars of a crossing, across its shorter side."""
        wide = east - west > north - south
        length = (east - west) if wide else (north - south)
        for n in range(int(length)):
            box = (west + n, south, west + n + 0.5, north) if wide else (west, south + n, east, south + n + 0.5)
            part = self.clip(*box)
            if part is not None:
                self.box(*part, colour)


