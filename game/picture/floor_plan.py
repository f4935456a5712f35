"""A small plan of the venue, lying as the view does, with the part that the view shows."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pygame

from game.geometry import Point
from game.programme import ORDINARY, Programme
from game.scenario import Layout
from game.theme import Colour, Theme
from game.view import Viewpoint
from game.view.viewpoint import span

from .annotation import Annotation, Cone
from .place.easel import XY, shrink

_FLOOR: Colour = (196, 192, 184)
_OUTSIDE: Colour = (32, 40, 51)
_WALL: Colour = (104, 116, 134)
_SOLID: Colour = (150, 148, 146)
_SHUT: Colour = (214, 52, 44)
_FINE = 3


class Plan:
    """Draws the plan; its still part is made once for each turn and size."""

    def __init__(self, layout: Layout, theme: Theme, programme: Programme = ORDINARY) -> None:
        """Nothing is drawn before it is needed; ways are shut as the programme has it."""
        self._layout, self._theme, self._programme = layout, theme, programme
        self._kept: dict[tuple[int, tuple[int, int]], pygame.Surface] = {}

    def view(self, size: tuple[int, int], turn: int) -> Viewpoint:
        """The viewpoint of the plan itself: all of the venue in a panel of this size."""
        wide, deep = self._layout.venue.size
        across, up = span(turn, (wide, deep))
        scale = min((size[0] - 8) / across, (size[1] - 8) / up)
        return Viewpoint(wide / 2, deep / 2, scale, turn, *size)

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, viewpoint: Viewpoint,
        annotations: Sequence[Annotation] = (), dots: Sequence[tuple[Point, Colour]] = (), tick: int = 0,
    ) -> None:
        """Draw the plan, the ways shut at a tick, the frame of what `viewpoint` shows, cones of cameras, and dots."""
        own = self.view(rect.size, viewpoint.turn)
        panel = surface.subsurface(rect)
        panel.blit(self._still(own), (0, 0))
        self._bars(panel, own, tick)
        for note in annotations:
            if isinstance(note, Cone):
                self._fan(panel, note, own)
        for at, colour in dots:
            (x, y), = own.project(np.array([at])).tolist()
            pygame.draw.circle(panel, (13, 18, 24), (x, y), 5)
            pygame.draw.circle(panel, colour, (x, y), 3.6)
        self._frame(panel, viewpoint, own)

    def at(self, px: float, py: float, rect: pygame.Rect, turn: int) -> Point:
        """The floor point under a pixel of the panel."""
        return self.view(rect.size, turn).floor_at(px - rect.left, py - rect.top)

    def _bars(self, panel: pygame.Surface, own: Viewpoint, tick: int) -> None:
        """A red bar across each way that is shut."""
        for name in sorted(self._programme.find_closed(tick)):
            if way := self._layout.threshold(name):
                start, end = own.project(np.array([way.spot(way.half, 0.0), way.spot(-way.half, 0.0)])).tolist()
                pygame.draw.line(panel, _SHUT, start, end, 4)

    def _frame(self, panel: pygame.Surface, viewpoint: Viewpoint, own: Viewpoint) -> None:
        (x, y), = own.project(np.array([[viewpoint.x, viewpoint.y]])).tolist()
        shrunk = own.scale / viewpoint.scale
        frame = pygame.Rect(0, 0, round(viewpoint.width * shrunk), round(viewpoint.height * shrunk))
        frame.center = round(x), round(y)
        pygame.draw.rect(panel, (13, 18, 24), frame.inflate(2, 2), 4, border_radius=3)
        pygame.draw.rect(panel, (255, 255, 255), frame, 2, border_radius=2)

    def _fan(self, panel: pygame.Surface, note: Cone, own: Viewpoint) -> None:
        dx, dy = note.to[0] - note.at[0], note.to[1] - note.at[1]
        ends = [(note.at[0] + dx + side * dy * 0.5, note.at[1] + dy - side * dx * 0.5) for side in (-1, 1)]
        points = own.project(np.array([note.at, *ends])).tolist()
        sheet = pygame.Surface(panel.get_size(), pygame.SRCALPHA)
        pygame.draw.polygon(sheet, (*note.colour, 110), points)
        panel.blit(sheet, (0, 0))

    def _still(self, own: Viewpoint) -> pygame.Surface:
        key = (own.turn, (own.width, own.height))
        if key not in self._kept:
            self._kept[key] = self._make(own)
        return self._kept[key]

    def _make(self, own: Viewpoint) -> pygame.Surface:
        fine = replace(own, scale=own.scale * _FINE, width=own.width * _FINE, height=own.height * _FINE)
        sheet = pygame.Surface((fine.width, fine.height), pygame.SRCALPHA)
        sheet.fill(_OUTSIDE)
        wide, deep = self._layout.venue.size

        def px(points: Sequence[Point]) -> list[XY]:
            flat = np.array(points, dtype=float).reshape(-1, 2)
            return [(x, y) for x, y in fine.project(flat).tolist()]

        pygame.draw.polygon(sheet, _FLOOR, px([(0, 0), (wide, 0), (wide, deep), (0, deep)]))
        gaps = {*self._layout.voids, *self._layout.beds}
        corners = iter(px([at for solid in self._layout.solids for at in solid]))
        for solid in self._layout.solids:
            outline, gap = [next(corners) for _ in solid], solid in gaps
            pygame.draw.polygon(sheet, _OUTSIDE if gap else _SOLID, outline)
            if gap:
                # Or a hair of floor would be left along the edge that it shares with the floor.
                pygame.draw.polygon(sheet, _OUTSIDE, outline, _FINE)
        ends = iter(px([at for wall in self._layout.walls for at in wall]))
        for start, end in zip(ends, ends, strict=True):
            pygame.draw.line(sheet, _WALL, start, end, 2 * _FINE)
        for camera in self._layout.venue.cameras:
            pygame.draw.circle(sheet, (46, 84, 120), px([camera.at])[0], 2.4 * _FINE)
        return shrink(sheet, (own.width, own.height))
