"""What lies outside a venue: streets and roofs, a square, earth, an airfield or a park."""

from game.geometry import Point
from game.scenario import Layout
from game.scenario.venue.passages import PAVEMENT
from game.theme import Colour

from ...colour import light_up
from .carriageway import draw_streets
from .paving import Area, GroundSheet, Paving
from .streets import FAR, FAR_KERB, OPPOSITE, find_streets

_PLAIN = Paving((126, 130, 136), (3.0, 3.0), 0.03, (114, 118, 124))
_PLATFORM = Paving((182, 179, 172), (1.2, 0.8), 0.035, (152, 150, 146))
_BALLAST = Paving((104, 101, 98), (0.35, 0.35), 0.16, (104, 101, 98))
_SETTS = Paving((176, 170, 160), (0.5, 0.3), 0.06, (148, 143, 134), True)
_EARTH = Paving((82, 74, 66), (3.0, 3.0), 0.02, (82, 74, 66))
_PASSAGE = Paving((196, 194, 186), (0.6, 0.6), 0.02, (170, 168, 162))
_APRON = Paving((166, 168, 168), (6.0, 6.0), 0.02, (142, 144, 146))
_GRASS = Paving((122, 146, 96), (0.7, 0.7), 0.07, (122, 146, 96))
_PATH = Paving((206, 192, 164), (0.5, 0.5), 0.05, (206, 192, 164))
_ROOFS = ((118, 121, 128), (126, 122, 118), (110, 116, 122), (122, 127, 130))
_ROOF = 10.0
_OPENS = ("street", "door")
_STUB = 6.0
"""Metres of a passage below ground that are seen beyond the venue's edge."""
WHOLE = {"street": _PLAIN, "square": _SETTS, "earth": _EARTH, "airfield": _APRON, "park": _GRASS}


class Grounds:
    """The ground outside one venue."""

    def __init__(self, layout: Layout) -> None:
        """Find out what each side of the venue gives on to."""
        self._wide, self._deep = layout.venue.size
        self._portals = [(portal, side) for portal in layout.venue.portals if (side := self.side(portal.at))]
        self._around = layout.venue.surroundings
        self._streets = find_streets(layout)
        self._paved = {street.side for street in self._streets}

    def side(self, at: Point) -> str | None:
        """The side of the venue that a point lies at."""
        gaps = {"west": at[0], "south": at[1], "east": self._wide - at[0], "north": self._deep - at[1]}
        side = min(gaps, key=lambda name: gaps[name])
        return side if gaps[side] < 2 else None

    def draw(self, sheet: GroundSheet) -> None:
        """Draw what of it lies on the sheet."""
        whole = sheet.clip(-1e6, -1e6, 1e6, 1e6)
        if whole is None:
            return
        sheet.slabs(WHOLE[self._around], whole)
        ended = {side for portal, side in self._portals if portal.kind == "platform"}
        for street in self._streets:
            self._opposite(sheet, street.side)
        draw_streets(sheet, self._streets)
        for side in ("west", "south", "east", "north"):
            if side not in self._paved and side not in ended:
                self._next_door(sheet, side)
        for portal, side in self._portals:
            if portal.kind == "platform":
                self._platform(sheet, portal.at, side)
            elif portal.kind in _OPENS and self._around in ("earth", "park"):
                self._way_on(sheet, portal.at, portal.width, side)
            elif portal.kind in _OPENS:
                self._threshold(sheet, portal.at, portal.width, side)

    def _next_door(self, sheet: GroundSheet, side: str) -> None:
        """What lies along a side that gives on to no street."""
        if self._around == "street":
            self._roofs(sheet, side)
        elif self._around == "airfield":
            self._airfield(sheet, side)

    def _way_on(self, sheet: GroundSheet, at: Point, width: float, side: str) -> None:
        """Beyond a way in: below ground the floor of a passage, in a park a path."""
        middle = at[0] if side in ("south", "north") else at[1]
        finish, far = (_PASSAGE, _STUB) if self._around == "earth" else (_PATH, FAR)
        self._lay(sheet, finish, self._band(side, 0.0, far, middle - width / 2, middle + width / 2))
        if self._around == "park":
            self._lay(sheet, _PATH, self._band(side, 0.0, PAVEMENT))

    def _airfield(self, sheet: GroundSheet, side: str) -> None:
        """A strip of grass, and the yellow line along which aircraft taxi."""
        self._paint(sheet, self._band(side, 12.0, 12.25), (226, 190, 70))
        self._lay(sheet, _GRASS, self._band(side, 22.0, FAR))

    def _band(self, side: str, near: float, far: float, start: float = -FAR, end: float | None = None) -> Area:
        """A strip beside the venue, from `near` to `far` m off its wall, between two places along it."""
        wide, deep = self._wide, self._deep
        if side in ("south", "north"):
            end = wide + FAR if end is None else end
            return (start, -far, end, -near) if side == "south" else (start, deep + near, end, deep + far)
        end = deep + FAR if end is None else end
        return (-far, start, -near, end) if side == "west" else (wide + near, start, wide + far, end)

    def _lay(self, sheet: GroundSheet, finish: Paving, area: Area) -> None:
        part = sheet.clip(*area)
        if part is not None:
            sheet.slabs(finish, part)

    def _paint(self, sheet: GroundSheet, area: Area, colour: tuple[int, int, int]) -> None:
        part = sheet.clip(*area)
        if part is not None:
            sheet.box(*part, colour)

    def _roofs(self, sheet: GroundSheet, side: str) -> None:
        """Flat roofs of the buildings next door, as far as no street runs there."""
        length = self._wide if side in ("south", "north") else self._deep
        ends = ("west", "east") if side in ("south", "north") else ("south", "north")
        low, high = (0.0 if end in self._paved else far for end, far in zip(ends, (-_ROOF, FAR), strict=True))
        self._row_of_roofs(sheet, side, 0.9, low, length + high)

    def _opposite(self, sheet: GroundSheet, side: str) -> None:
        """Those of the houses on the other side of a street; an airport has none there."""
        if self._around == "street":
            length = self._wide if side in ("south", "north") else self._deep
            self._row_of_roofs(sheet, side, FAR_KERB + OPPOSITE, -FAR, length + FAR)

    def _row_of_roofs(self, sheet: GroundSheet, side: str, near: float, low: float, high: float) -> None:
        """Three rows of parapets, skylights and vents, from `near` m out, between two places along a side."""
        count = max(1, round((high - low) / _ROOF))
        wide = (high - low) / count
        for row in range(3):
            for n in range(count):
                at = near + row * (_ROOF + 0.6), low + n * wide
                self._roof(sheet, side, at, wide, _ROOFS[(n * 5 + row * 3) % len(_ROOFS)], glazed=(n + row) % 2 == 1)

    def _roof(
        self, sheet: GroundSheet, side: str, at: Point, wide: float, tone: Colour, *, glazed: bool
    ) -> None:
        near, start = at

        def part(a: float, b: float, c: float, d: float) -> Area:
            return self._band(side, near + a, near + b, start + c, start + d)

        if sheet.clip(*part(0.0, _ROOF, 0.3, wide - 0.3)) is None:
            return
        self._paint(sheet, part(0.0, _ROOF, 0.3, wide - 0.3), light_up(tone, 1.16))
        self._lay(sheet, Paving(tone, (1.5, 1.5), 0.03, light_up(tone, 0.93)), part(0.3, _ROOF - 0.3, 0.6, wide - 0.6))
        if glazed:
            for k in range(3):
                self._paint(sheet, part(2.0, 4.6, 2.0 + k * 1.7, 3.2 + k * 1.7), (150, 168, 178))
        else:
            self._paint(sheet, part(2.2, 3.8, 2.2, 4.6), light_up(tone, 1.3))
            self._paint(sheet, part(5.0, 5.8, 5.4, 6.2), light_up(tone, 0.72))

    def _threshold(self, sheet: GroundSheet, at: Point, width: float, side: str) -> None:
        """A paler stone before a door."""
        middle = at[0] if side in ("south", "north") else at[1]
        area = self._band(side, 0.0, 1.6, middle - width / 2 - 0.4, middle + width / 2 + 0.4)
        self._lay(sheet, Paving((204, 199, 190), (0.8, 0.8), 0.02, (178, 174, 166)), area)

    def _platform(self, sheet: GroundSheet, at: Point, side: str) -> None:
        """A platform with its edges, and a track beside it."""
        middle = at[0] if side in ("south", "north") else at[1]
        self._lay(sheet, _PLATFORM, self._band(side, 0.0, FAR, middle - 2.2, middle + 2.2))
        for sign in (-1, 1):
            for edge, thick, colour in ((2.08, 0.14, (236, 234, 226)), (1.35, 0.4, (222, 190, 92))):
                start = middle + sign * edge - (thick if sign < 0 else 0)
                self._paint(sheet, self._band(side, 0.0, FAR, start, start + thick), colour)
        self._track(sheet, side, middle + 2.2, 3.1)

    def _track(self, sheet: GroundSheet, side: str, start: float, wide: float) -> None:
        whole = self._band(side, 0, FAR, start, start + wide)
        if sheet.clip(*whole) is None:
            return
        self._lay(sheet, _BALLAST, whole)
        for n in range(int(FAR / 0.75)):
            tie = self._band(side, n * 0.75, n * 0.75 + 0.26, start + 0.4, start + wide - 0.4)
            self._paint(sheet, tie, light_up((124, 116, 108), 0.98))
        for gap in (0.8, 2.24):
            rail = self._band(side, 0.0, FAR, start + gap, start + gap + 0.09)
            self._paint(sheet, rail, (196, 200, 204))
