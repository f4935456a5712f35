"""Where a venue has no floor: voids that one looks down or that are open to the outside, and tracks by platforms."""

import pygame

from game.scenario import Layout
from game.scenario.premises import Void
from game.scenario.venue.tracks import BED, PlatformTrack
from game.theme import Colour, theme

from ...colour import light_up
from .outside import WHOLE
from .paving import GroundSheet, Paving
from .streets import FAR

_BED: Colour = (58, 56, 54)
_SLEEPERS = 0.75
_RAILS = (0.68, 1.36, 2.12, 2.72)
"""Metres from the platform's edge to each rail: between and beside those that carry, two that bring the current."""
_BELOW, _SHADOWS = 0.55, (0.0, 0.35, 0.7)
"""The light on a floor that one looks down on, and how far from its rim each of the shadows on it begins, in m."""
_EDGE_LINE: Colour = (222, 190, 92)
_SAID, _LETTERS, _LEGIBLE = 9.0, 0.3, 20.0
"""Metres from one warning along a platform's edge to the next, and of its letters; px/m below which none is read."""
_OPEN = 0.5
"""Metres from the venue's edge within which a void is open to what lies around."""


class Gaps:
    """The voids and tracks of one venue."""

    def __init__(self, layout: Layout) -> None:
        self._wide, self._deep = layout.venue.size
        self._around = layout.venue.surroundings
        self._voids, self._tracks = layout.venue.voids, layout.tracks

    def draw_voids(self, sheet: GroundSheet, floor: Paving) -> None:
        """Draw what is no floor: what lies around where it is open to that, and elsewhere the floor below, in shade."""
        for void in self._voids:
            (x, y), (wide, deep) = void.at, void.size
            part = sheet.clip(x, y, x + wide, y + deep)
            if part is None:
                continue
            if self._around == "earth" or self._on_rim(void):
                sheet.slabs(WHOLE[self._around], part)
            else:
                below = light_up(floor.colour, _BELOW)
                sheet.slabs(Paving(below, floor.slab, floor.spread, light_up(below, 0.9), floor.offset), part)
                for n, inward in enumerate(_SHADOWS):
                    rim = (x + inward, y + inward, x + wide - inward, y + deep - inward)
                    sheet.frame(*rim, _SHADOWS[1], light_up(below, 0.7 + 0.1 * n))

    def _on_rim(self, void: Void) -> bool:
        """Whether a void is open to what lies around the venue."""
        (x, y), (wide, deep) = void.at, void.size
        return min(x, y, self._wide - x - wide, self._deep - y - deep) < _OPEN

    def draw_tracks(self, sheet: GroundSheet) -> None:
        """Draw the tracks that run beside platforms: their bed, sleepers and rails, and the platform's edge."""
        for track in self._tracks.values():
            self._rails_through(sheet, track)

    def _rails_through(self, sheet: GroundSheet, track: PlatformTrack) -> None:
        beyond = 0.0 if self._around == "earth" else FAR
        left, right = track.left + beyond, -track.right - beyond

        def lay(near: float, far: float, a: float, b: float, colour: Colour) -> None:
            corners = track.way.strip(near, far, a, b)
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            part = sheet.clip(min(xs), min(ys), max(xs), max(ys))
            if part is not None:
                sheet.box(*part, colour)

        lay(0.0, BED, left, right, _BED)
        lay(0.0, 0.5, left, right, light_up(_BED, 0.6))
        for n in range(int((left - right) / _SLEEPERS)):
            lay(0.6, BED - 0.5, right + n * _SLEEPERS + 0.3, right + n * _SLEEPERS, light_up(_BED, 1.25))
        for gap in _RAILS:
            lay(gap, gap + 0.09, left, right, (176, 178, 182))
        half = track.way.half
        lay(-0.16, 0.0, half, -half, (236, 234, 226))
        lay(-0.95, -0.8, half, -half, _EDGE_LINE)
        for n in range(-int(half / _SAID), int(half / _SAID) + 1):
            self._write(sheet, track, n * _SAID)

    def _write(self, sheet: GroundSheet, track: PlatformTrack, along: float) -> None:
        """What is written along a platform's edge, to be read as one looks over it."""
        if sheet.scale < _LEGIBLE:
            return
        (x, y), (ox, oy) = track.way.spot(along, -0.48), track.way.out
        ink = theme().font("SemiBold", 48).render("MIND THE GAP", True, light_up(_EDGE_LINE, 0.85))
        ink = ink.subsurface(ink.get_bounding_rect())
        high = _LETTERS * sheet.scale
        small = pygame.transform.smoothscale(ink, (round(ink.get_width() * high / ink.get_height()), round(high)))
        turns = {(0, 1): 0, (-1, 0): 90, (0, -1): 180, (1, 0): 270}
        turned = pygame.transform.rotate(small, turns[round(ox), round(oy)])
        middle = (x - sheet.west) * sheet.scale, (sheet.north - y) * sheet.scale
        sheet.surface.blit(turned, turned.get_rect(center=middle))
