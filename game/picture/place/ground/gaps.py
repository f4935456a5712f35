"""Where a venue has no floor: voids that one looks down or that are open to the outside, tracks, roads for buses."""

import pygame

from game.scenario import Layout
from game.scenario.premises import Void
from game.scenario.venue.passages import Passage
from game.scenario.venue.stands import AT_KERB, CURVE, LENGTH, PASSING, ROAD, BusStand
from game.scenario.venue.tracks import BED, PlatformTrack
from game.theme import Colour, theme

from ...colour import light_up
from .carriageway import KERBSTONE
from .outside import WHOLE
from .paving import GroundSheet, Paving
from .streets import FAR

_BED: Colour = (58, 56, 54)
_SLEEPERS = 0.75
"""Metres from one sleeper to the next; railways lay them 0.6 to 0.75 m apart."""
_RAILS = (0.68, 1.36, 2.12, 2.72)
"""Metres from the platform's edge to each rail: between and beside those that carry, two that bring the current."""
_TARMAC: Colour = (104, 107, 113)
_YELLOW: Colour = (222, 190, 92)
_WHITE: Colour = (216, 216, 210)
_CAGE, _PAINT = 2.9, 0.12
"""Metres from the kerb to the far side of the marked box in which a bus stops, and how wide its lines are."""
_BELOW, _SHADOWS = 0.55, (0.0, 0.35, 0.7)
"""The light on a floor that one looks down on, and how far from its rim each of the shadows on it begins, in m."""
_SAID, _LETTERS, _LEGIBLE = 9.0, 0.3, 20.0
"""Metres from one warning along a platform's edge to the next, and of its letters; px/m below which none is read."""
_LETTERING = 2.0
"""Metres to either side of its middle within which a warning lies."""
_OPEN = 0.5
"""Metres from the venue's edge within which a void is open to what lies around."""


class Gaps:
    """The voids and tracks of one venue."""

    def __init__(self, layout: Layout) -> None:
        self._wide, self._deep = layout.venue.size
        self._around = layout.venue.surroundings
        self._voids, self._tracks, self._stands = layout.venue.voids, layout.tracks, layout.stands

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
        """Draw the tracks that run beside platforms, with their edges; and the roads of buses, with kerbs and boxes."""
        for track in self._tracks.values():
            self._rails_through(sheet, track)
        for stand in {stand.road: stand for stand in self._stands.values()}.values():
            self._road_through(sheet, stand)
        for stand in self._stands.values():
            self._box_to_stop_in(sheet, stand.way)

    def _rails_through(self, sheet: GroundSheet, track: PlatformTrack) -> None:
        beyond = 0.0 if self._around == "earth" else FAR
        left, right = track.left + beyond, -track.right - beyond

        def lay(near: float, far: float, a: float, b: float, colour: Colour) -> None:
            _lay(sheet, track.way, (near, far, a, b), colour)

        lay(0.0, BED, left, right, _BED)
        lay(0.0, 0.5, left, right, light_up(_BED, 0.6))
        for n in range(int((left - right) / _SLEEPERS)):
            lay(0.6, BED - 0.5, right + n * _SLEEPERS + 0.3, right + n * _SLEEPERS, light_up(_BED, 1.25))
        for gap in _RAILS:
            lay(gap, gap + 0.09, left, right, (176, 178, 182))
        half = track.way.half
        # A white edge, and the yellow line that one is to stay behind, 0.8 m from it.
        lay(-0.16, 0.0, half, -half, (236, 234, 226))
        lay(-0.95, -0.8, half, -half, _YELLOW)
        for n in range(-int(half / _SAID), int(half / _SAID) + 1):
            self._write(sheet, track, n * _SAID)

    def _write(self, sheet: GroundSheet, track: PlatformTrack, along: float) -> None:
        """What is written along a platform's edge, to be read as one looks over it."""
        (x, y), (ox, oy) = track.way.spot(along, -0.48), track.way.out
        is_on_sheet = sheet.clip(x - _LETTERING, y - _LETTERING, x + _LETTERING, y + _LETTERING) is not None
        if sheet.scale < _LEGIBLE or not is_on_sheet:
            return
        ink = theme().font("SemiBold", 48).render("MIND THE GAP", True, light_up(_YELLOW, 0.85))
        ink = ink.subsurface(ink.get_bounding_rect())
        high = _LETTERS * sheet.scale
        small = pygame.transform.smoothscale(ink, (round(ink.get_width() * high / ink.get_height()), round(high)))
        turns = {(0, 1): 0, (-1, 0): 90, (0, -1): 180, (1, 0): 270}
        turned = pygame.transform.rotate(small, turns[round(ox), round(oy)])
        middle = (x - sheet.west) * sheet.scale, (sheet.north - y) * sheet.scale
        sheet.surface.blit(turned, turned.get_rect(center=middle))

    def _road_through(self, sheet: GroundSheet, stand: BusStand) -> None:
        """A road of two lanes that lead the same way, with a kerb on either side."""
        beyond = 0.0 if self._around == "earth" else FAR
        left, right = stand.left + beyond, -stand.right - beyond
        _lay(sheet, stand.way, (0.0, ROAD, left, right), _TARMAC)
        _lay(sheet, stand.way, (0.0, 0.3, left, right), light_up(_TARMAC, 0.8))
        for near, far in ((-0.22, 0.0), (ROAD, ROAD + 0.22)):
            _lay(sheet, stand.way, (near, far, left, right), KERBSTONE)
        middle = (AT_KERB + PASSING) / 2
        for n in range(int((left - right) / 6.0)):
            _lay(sheet, stand.way, (middle - 0.05, middle + 0.05, right + n * 6.0 + 2.0, right + n * 6.0), _WHITE)

    def _box_to_stop_in(self, sheet: GroundSheet, way: Passage) -> None:
        """A broken yellow line round where a bus stops, a broad one at the kerb, and one to wait behind."""
        half = LENGTH / 2 + CURVE / 8
        _lay(sheet, way, (0.12, 0.32, half, -half), _YELLOW)
        for n in range(round(half)):
            _lay(sheet, way, (_CAGE - _PAINT, _CAGE, -half + 2.0 * n + 1.1, -half + 2.0 * n), _YELLOW)
        for end in (half, -half):
            for near in (0.6, 1.5, 2.3):
                _lay(sheet, way, (near, near + 0.45, end + _PAINT / 2, end - _PAINT / 2), _YELLOW)
        _lay(sheet, way, (-0.75, -0.63, way.half, -way.half), _YELLOW)


def _lay(sheet: GroundSheet, way: Passage, area: tuple[float, float, float, float], colour: Colour) -> None:
    """Fill what lies between two distances from an edge, and between two places along it."""
    corners = way.strip(*area)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    part = sheet.clip(min(xs), min(ys), max(xs), max(ys))
    if part is not None:
        sheet.box(*part, colour)
