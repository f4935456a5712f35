"""Draws annotations: rings and cones on the floor beneath everyone, badges, outlines and labels above."""

from collections.abc import Mapping, Sequence
from math import atan2, cos, hypot, pi, radians, sin

import numpy as np
import pygame

from game.theme import Colour, Theme
from game.view import Snapshot, Viewpoint
from game.view.viewpoint import SIN_DOWN, standing_height

from .annotation import Annotation, Badge, Cone, EyeLine, FloorLabel, Outline, Ring, Shape
from .colour import contrast
from .place.easel import shrink

_INK: Colour = (13, 18, 24)
_PALE: Colour = (250, 250, 246)
XY = tuple[float, float]
Spots = Mapping[int, tuple[float, float]]


class Overlay:
    """Keeps the small pictures that badges and rings are made of."""

    def __init__(self, theme: Theme, statures: Sequence[float]) -> None:
        """`statures` in m by person id."""
        self._theme, self._statures = theme, statures
        self._kept: dict[tuple[object, ...], pygame.Surface] = {}

    def below(
        self, surface: pygame.Surface, notes: Sequence[Annotation], spots: Spots, viewpoint: Viewpoint
    ) -> None:
        """What lies on the floor."""
        for note in notes:
            if isinstance(note, Ring) and note.person in spots:
                ring = self._ring(note, viewpoint.scale)
                x, y = spots[note.person]
                surface.blit(ring, (round(x) - ring.get_width() // 2, round(y) - ring.get_height() // 2))
            elif isinstance(note, Cone):
                _cone(surface, note, viewpoint)

    def above(
        self, surface: pygame.Surface, notes: Sequence[Annotation], spots: Spots, viewpoint: Viewpoint,
        sprites: Mapping[int, tuple[pygame.Surface, tuple[int, int]]], lettering: float = 1.0,
    ) -> None:
        """What must never be hidden."""
        for note in notes:
            if isinstance(note, Outline) and note.person in sprites:
                self._outline(surface, note, *sprites[note.person])
        for note in notes:
            if isinstance(note, FloorLabel) and note.moved != (0, 0):
                self._leader(surface, note, viewpoint)
        for note in notes:
            if isinstance(note, Badge) and note.person in spots:
                x, y = spots[note.person]
                head = standing_height(self._statures[note.person], viewpoint.scale)
                badge = self._badge(note, viewpoint.scale)
                surface.blit(badge, (round(x) - badge.get_width() // 2, round(y - head) - badge.get_height() - 4))
            elif isinstance(note, FloorLabel):
                self._label(surface, note, viewpoint, lettering)
            elif isinstance(note, EyeLine):
                self._sight(surface, note, viewpoint, lettering)

    def _ring(self, note: Ring, scale: float) -> pygame.Surface:
        key = ("ring", note.colour, note.dashed, note.double, scale)
        if key not in self._kept:
            ring = _ring(note.colour, scale, dashed=note.dashed)
            if note.double:
                outer = _ring(note.colour, scale * 1.42, dashed=False)
                outer.blit(ring, ring.get_rect(center=outer.get_rect().center))
                ring = outer
            self._kept[key] = ring
        return self._kept[key]

    def _badge(self, note: Badge, scale: float) -> pygame.Surface:
        size = 22 if scale < 40 else 26 if scale < 80 else 32
        key = ("badge", note.shape, note.colour, note.text, size)
        if key not in self._kept:
            self._kept[key] = badge(note.shape, note.colour, note.text, size, self._theme)
        return self._kept[key]

    def _sight(self, surface: pygame.Surface, note: EyeLine, viewpoint: Viewpoint, lettering: float) -> None:
        start, end = (viewpoint.project(np.array([at[:2]]), at[2])[0] for at in (note.at, note.to))
        frame = surface.get_rect().inflate(-24, -24)
        seen = frame.clipline(*start.tolist(), *end.tolist())
        if seen:
            _dash(surface, seen[0], seen[1], note.colour)
        if seen and note.text:
            words = self._plate(note.text, note.colour, lettering)
            below = end[1] > start[1] + 30
            at = words.get_rect(midtop=(seen[1][0], seen[1][1] + 6)) if below else words.get_rect(midbottom=seen[1])
            surface.blit(words, at.clamp(surface.get_rect()))

    def _plate(self, text: str, colour: Colour, lettering: float) -> pygame.Surface:
        key = ("label", text, colour, lettering)
        if key not in self._kept:
            self._kept[key] = plate(text, colour, self._theme, lettering)
        return self._kept[key]

    def _label(
        self, surface: pygame.Surface, note: FloorLabel, viewpoint: Viewpoint, lettering: float
    ) -> None:
        x, y = viewpoint.project(np.array([note.at[:2]]), note.at[2])[0]
        sheet = self._plate(note.text, note.colour, lettering)
        at = sheet.get_rect(midbottom=(round(float(x)), round(float(y)) - 10)).move(note.moved)
        if note.moved == (0, 0):
            pygame.draw.polygon(surface, (16, 21, 29), [(x - 6, y - 11), (x + 6, y - 11), (x, y - 3)])
        surface.blit(sheet, at.clamp(surface.get_rect()) if surface.get_rect().colliderect(at) else at)

    def _leader(self, surface: pygame.Surface, note: FloorLabel, viewpoint: Viewpoint) -> None:
        """The line from where words would stand to the middle of where they do; their plate covers its end."""
        x, y = viewpoint.project(np.array([note.at[:2]]), note.at[2])[0].tolist()
        end = x + note.moved[0], y + note.moved[1] - 20
        for hue, thick in ((_INK, 3), (note.colour, 1)):
            pygame.draw.line(surface, hue, (x, y), end, thick)
            pygame.draw.circle(surface, hue, (x, y), thick + 1)

    def _outline(
        self, surface: pygame.Surface, note: Outline, sprite: pygame.Surface, at: tuple[int, int]
    ) -> None:
        mask = pygame.mask.from_surface(sprite, 140)
        points = mask.outline(2)
        if len(points) > 2:
            line = [(x + at[0], y + at[1]) for x, y in points]
            pygame.draw.lines(surface, _INK, True, line, 4)
            pygame.draw.lines(surface, note.colour, True, line, 2)


def _dash(surface: pygame.Surface, start: tuple[int, int], end: tuple[int, int], colour: Colour) -> None:
    """A line of dashes with dark edges, a dot at its end."""
    far = hypot(end[0] - start[0], end[1] - start[1])
    for hue, thick in ((_INK, 5), (colour, 3)):
        for n in range(int(far / 12) + 1):
            a, b = (min(1.0, (12 * n + more) / max(far, 1.0)) for more in (0, 7))
            from_, to = ((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (a, b))
            pygame.draw.line(surface, hue, from_, to, thick)
        pygame.draw.circle(surface, hue, end, thick + 1)


def badge(shape: Shape, colour: Colour, text: str, size: int, theme: Theme) -> pygame.Surface:
    """A shape with a word in it, dark-edged so that it stands out from any floor."""
    fine = 4
    big = pygame.Surface((size * fine, size * fine), pygame.SRCALPHA)
    points = outline(shape)
    for grow, hue in ((0.98, _INK), (0.86, _PALE), (0.76, colour)):
        corners = [((0.5 + x * grow / 2) * size * fine, (0.5 - y * grow / 2) * size * fine) for x, y in points]
        pygame.draw.polygon(big, hue, corners)
    sheet = shrink(big, (size, size))
    if text:
        ink = _INK if contrast(_INK, colour) >= contrast(_PALE, colour) else _PALE
        letter = theme.font("Bold", round(size * (0.44 if shape in ("triangle", "diamond") else 0.52)))
        words = letter.render(text, True, ink)
        drop = size * (0.13 if shape == "triangle" else 0.0)
        sheet.blit(words, words.get_rect(center=(size / 2, size / 2 + drop)))
    return sheet


def outline(shape: Shape) -> list[XY]:
    """The shape's corners in a box from -1 to 1, y up."""
    if shape == "triangle":
        return [(-1.0, -0.88), (1.0, -0.88), (0.0, 0.98)]
    if shape == "square":
        return [(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)]
    if shape == "diamond":
        return [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    if shape == "cross":
        a, b = 0.38, 1.0
        return [
            (-a, b), (a, b), (a, a), (b, a), (b, -a), (a, -a), (a, -b), (-a, -b), (-a, -a), (-b, -a), (-b, a), (-a, a),
        ]
    return [(sin(n * pi / 16), cos(n * pi / 16)) for n in range(32)]


def plate(text: str, colour: Colour, theme: Theme, lettering: float) -> pygame.Surface:
    """Words on a small dark plate."""
    size, cut = theme.type["small"]
    words = theme.font(cut, round(size * lettering)).render(text, True, colour)
    sheet = pygame.Surface((words.get_width() + 16, words.get_height() + 8), pygame.SRCALPHA)
    pygame.draw.rect(sheet, (16, 21, 29, 232), sheet.get_rect(), border_radius=6)
    sheet.blit(words, (8, 4))
    return sheet


def _ring(colour: Colour, scale: float, *, dashed: bool) -> pygame.Surface:
    fine, radius = 3, 0.46 * scale
    wide, high = int(2 * radius + 10), int(2 * radius * SIN_DOWN + 10)
    big = pygame.Surface((wide * fine, high * fine), pygame.SRCALPHA)
    thick = max(2.6, scale * 0.055)
    for grow, hue in ((thick / 2 + 1.4, (*_INK, 235)), (thick / 2, (*colour, 255))):
        for n in range(48):
            if dashed and n % 4 >= 2:
                continue
            a, b = n * pi / 24, (n + 1.06) * pi / 24
            corners = [
                ((wide / 2 + cos(t) * (radius + r)) * fine, (high / 2 + sin(t) * (radius + r) * SIN_DOWN) * fine)
                for t, r in ((a, grow), (b, grow), (b, -grow), (a, -grow))
            ]
            pygame.draw.polygon(big, hue, corners)
    return shrink(big, (wide, high))


def _cone(surface: pygame.Surface, note: Cone, viewpoint: Viewpoint) -> None:
    reach = hypot(note.to[0] - note.at[0], note.to[1] - note.at[1]) * 1.5
    middle, half = atan2(note.to[1] - note.at[1], note.to[0] - note.at[0]), radians(note.spread) / 2
    arc = [middle - half + half * n / 6 for n in range(13)]
    floor = [note.at, *((note.at[0] + reach * cos(t), note.at[1] + reach * sin(t)) for t in arc)]
    points = viewpoint.project(np.array(floor))
    left, top = (int(v) for v in points.min(axis=0))
    size = tuple(int(v) + 2 for v in points.max(axis=0) - (left, top))
    if size[0] > 4000 or size[1] > 4000:
        return
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    shape = [(x - left, y - top) for x, y in points.tolist()]
    pygame.draw.polygon(sheet, (*note.colour, 52), shape)
    pygame.draw.aalines(sheet, (*note.colour, 220), True, shape)
    surface.blit(sheet, (left, top))


def spots(crowd: Snapshot, viewpoint: Viewpoint) -> dict[int, XY]:
    """Where everyone's feet are on the panel, by person."""
    where = viewpoint.project(crowd.position, crowd.base)
    return {person: (x, y) for person, (x, y) in zip(crowd.ids.tolist(), where.tolist(), strict=True)}
