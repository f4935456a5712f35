"""A stretch of ground as a north-up picture, drawn on in metres: slabs, joints, borders, dots, bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import pygame

from game.chance import stream
from game.theme import Colour

from ...colour import light_up

Area = tuple[float, float, float, float]
"""West, south, east and north, in m."""
_NOISE = stream(0, "floor").random((64, 64))


@dataclass(frozen=True, slots=True)
class Paving:
    """A floor's colour, the size of its slabs in m, how much they differ, and its joints."""

    colour: Colour
    slab: tuple[float, float]
    spread: float
    joint: Colour
    offset: bool = False


@dataclass(frozen=True, slots=True)
class GroundSheet:
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

    def stroke(self, points: Sequence[tuple[float, float]], thick: float, colour: Colour) -> None:
        """A line through points, `thick` m."""
        if len(points) < 2:
            return
        fine = [((x - self.west) * self.scale, (self.north - y) * self.scale) for x, y in points]
        pygame.draw.lines(self.surface, colour, False, fine, max(1, round(thick * self.scale)))

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

    def slabs(self, finish: Paving, area: Area) -> None:
        """Slabs over an area, each a little different, with joints between."""
        west, south, east, north = area
        self.box(west, south, east, north, finish.colour)
        wide, deep = finish.slab
        scale = self.scale
        if wide * scale < 5 or deep * scale < 4:
            return
        for row in range(floor(south / deep), ceil(north / deep)):
            shift = wide / 2 if finish.offset and row % 2 else 0.0
            for column in range(floor((west - shift) / wide), ceil((east - shift) / wide)):
                value = float(_NOISE[column % 64, row % 64]) - 0.5
                x, y = column * wide + shift, row * deep
                self.box(
                    max(x, west), max(y, south), min(x + wide, east), min(y + deep, north),
                    light_up(finish.colour, 1 + value * finish.spread * 2),
                )
                if finish.offset and x > west:
                    self.line(x, max(y, south), x, min(y + deep, north), finish.joint)
            self.line(west, row * deep, east, row * deep, finish.joint)
        if not finish.offset:
            for column in range(ceil(west / wide), ceil(east / wide)):
                self.line(column * wide, south, column * wide, north, finish.joint)
