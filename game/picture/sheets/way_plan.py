"""A small floor plan of one person's way: where they went and stopped, how they were turned, what stands about."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.geometry import Point
from game.scenario import Layout
from game.theme import Colour, Theme
from game.view import Viewpoint
from game.view.viewpoint import SIN_DOWN

_FLOOR: Colour = (196, 192, 184)
_OUTSIDE: Colour = (32, 40, 51)
_WALL: Colour = (104, 116, 134)
_SOLID: Colour = (160, 157, 152)
_WORDS: Colour = (40, 46, 56)
_STAFF: Colour = (36, 92, 168)
_WAY: Colour = (186, 44, 44)
_UNMARKED = frozenset(
    {"waiting area", "corner", "gate inside", "platform end", "meeting point", "patrol post", "shop", "column"}
    | {"staff post"}
)
"""Kinds of landmark that an eye would not find in the place: areas, and posts where staff stand or do not."""


@dataclass(frozen=True)
class Way:
    """Where someone went: points in order, the stops with the direction of the face at each, and staff near by."""

    points: tuple[Point, ...]
    stops: tuple[tuple[Point, Point], ...]
    staff: tuple[Point, ...]


def trace_way(layout: Layout, way: Way, turn: int, size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """The plan round the way, lying as the view does; stops are numbered, and arrows show where the face was turned."""
    view = around(way.points, turn, size, margin=5.0, most=44.0)
    sheet = pygame.Surface(size)
    sheet.fill(_OUTSIDE)
    _ground(sheet, layout, view)
    _names(sheet, layout, view, theme)
    for at in way.staff:
        pygame.draw.circle(sheet, _STAFF, _px(view, [at])[0], 6)
        _word(sheet, "staff", _px(view, [at])[0], _STAFF, theme)
    points = _px(view, way.points)
    if len(points) > 1:
        pygame.draw.lines(sheet, _WAY, False, points, 3)
    _stops(sheet, way, view, theme)
    return sheet


def around(points: Sequence[Point], turn: int, size: tuple[int, int], margin: float, most: float) -> Viewpoint:
    """The viewpoint that shows all of the points with `margin` m about them, at `most` px/m where they allow."""
    unit = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
    px = unit.project(np.array(points, dtype=float))
    low, high = px.min(axis=0), px.max(axis=0)
    across, down = (high - low).tolist()
    scale = min(most, size[0] / (across + 2 * margin), size[1] / (down + 2 * margin * SIN_DOWN))
    x, y = unit.floor_at(*((low + high) / 2).tolist())
    return Viewpoint(x, y, scale, turn, *size)


def _px(view: Viewpoint, points: Sequence[Point]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in view.project(np.array(points, dtype=float)).tolist()]


def _ground(sheet: pygame.Surface, layout: Layout, view: Viewpoint) -> None:
    wide, deep = layout.venue.size
    pygame.draw.polygon(sheet, _FLOOR, _px(view, [(0, 0), (wide, 0), (wide, deep), (0, deep)]))
    for solid in layout.solids:
        pygame.draw.polygon(sheet, _SOLID, _px(view, solid))
    for a, b in layout.walls:
        start, end = _px(view, [a, b])
        pygame.draw.line(sheet, _WALL, start, end, 3)


def _names(sheet: pygame.Surface, layout: Layout, view: Viewpoint, theme: Theme) -> None:
    taken: list[pygame.Rect] = []
    for mark in layout.landmarks:
        if mark.kind in _UNMARKED:
            continue
        at = _px(view, [(mark.x, mark.y)])[0]
        if not sheet.get_rect().collidepoint(at):
            continue
        pygame.draw.circle(sheet, _WORDS, at, 3)
        words = theme.font("Medium", 13).render(mark.kind, True, _WORDS)
        rect = words.get_rect(midtop=(at[0], at[1] + 3))
        if rect.collidelist(taken) < 0:
            taken.append(rect)
            sheet.blit(words, rect)


def _word(sheet: pygame.Surface, text: str, at: tuple[float, float], colour: Colour, theme: Theme) -> None:
    words = theme.font("Medium", 13).render(text, True, colour)
    sheet.blit(words, words.get_rect(midbottom=(at[0], at[1] - 6)))


def _stops(sheet: pygame.Surface, way: Way, view: Viewpoint, theme: Theme) -> None:
    for n, (at, face) in enumerate(way.stops, 1):
        x, y = _px(view, [at])[0]
        tip = _px(view, [(at[0] + 1.4 * face[0], at[1] + 1.4 * face[1])])[0]
        side = (-(tip[1] - y) * 0.16, (tip[0] - x) * 0.16)
        pygame.draw.polygon(sheet, _WAY, [(x + side[0], y + side[1]), (x - side[0], y - side[1]), tip])
        pygame.draw.circle(sheet, _WAY, (x, y), 9)
        number = theme.font("Medium", 13).render(str(n), True, (255, 255, 255))
        sheet.blit(number, number.get_rect(center=(x, y)))
