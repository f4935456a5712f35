"""What lies outside a venue: streets and roofs, a square, earth, an airfield or a park."""

from game.geometry import Point
from game.scenario import Layout
from game.scenario.venue.passages import PAVEMENT
from game.theme import Colour

from ...colour import light_up
from .paving import Area, GroundSheet, Paving

_PLAIN = Paving((126, 130, 136), (3.0, 3.0), 0.03, (114, 118, 124))
_PAVEMENT = Paving((186, 183, 176), (0.9, 0.6), 0.05, (154, 152, 147), True)
_PLATFORM = Paving((182, 179, 172), (1.2, 0.8), 0.035, (152, 150, 146))
_ROAD = Paving((112, 115, 121), (6.0, 6.0), 0.02, (112, 115, 121))
_BALLAST = Paving((104, 101, 98), (0.35, 0.35), 0.16, (104, 101, 98))
_SETTS = Paving((176, 170, 160), (0.5, 0.3), 0.06, (148, 143, 134), True)
_EARTH = Paving((82, 74, 66), (3.0, 3.0), 0.02, (82, 74, 66))
_PASSAGE = Paving((196, 194, 186), (0.6, 0.6), 0.02, (170, 168, 162))
_APRON = Paving((166, 168, 168), (6.0, 6.0), 0.02, (142, 144, 146))
_GRASS = Paving((122, 146, 96), (0.7, 0.7), 0.07, (122, 146, 96))
_PATH = Paving((206, 192, 164), (0.5, 0.5), 0.05, (206, 192, 164))
_ROOFS = ((118, 121, 128), (126, 122, 118), (110, 116, 122), (122, 127, 130))
_ROOF = 10.0
FAR = 60.0
"""Metres beyond the venue's edge as far as anything outside is drawn."""
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
        paved = self._around in ("street", "airfield")
        self.streets = frozenset(side for portal, side in self._portals if paved and portal.kind in _OPENS)
        """The sides that give on to a street."""

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
        for side in ("west", "south", "east", "north"):
            if side in self.streets:
                self._street(sheet, side)
            elif side not in ended:
                self._next_door(sheet, side)
        for portal, side in self._portals:
            if portal.kind == "platform":
                self._platform(sheet, portal.at, side)
            elif portal.kind in _OPENS and self._around in ("earth", "park"):
                self._way_on(sheet, portal.at, portal.width, side)
            elif portal.kind in _OPENS:
                self._threshold(sheet, portal.at, portal.width, side)
                if portal.kind == "street" and side in self.streets:
                    self._crossing(sheet, portal.at, side)

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

    def _street(self, sheet: GroundSheet, side: str) -> None:
        """A pavement along the whole side, a kerb, and a road with its lines."""
        low = 0.0 if self._corner_taken(side) else -FAR
        self._lay(sheet, _PAVEMENT, self._band(side, 0.0, PAVEMENT, low - PAVEMENT))
        self._paint(sheet, self._band(side, PAVEMENT - 0.25, PAVEMENT, low - PAVEMENT), (206, 203, 196))
        self._lay(sheet, _ROAD, self._band(side, PAVEMENT, 40.0, low - 40))
        self._paint(sheet, self._band(side, PAVEMENT + 0.35, PAVEMENT + 0.47, low - 40), (214, 196, 120))
        for n in range(30):
            start = low - 12 + n * 4.0
            if start > low - 3:
                dash = self._band(side, PAVEMENT + 4.2, PAVEMENT + 4.36, start, start + 2.0)
                self._paint(sheet, dash, (222, 222, 216))

    def _roofs(self, sheet: GroundSheet, side: str) -> None:
        """Flat roofs of the buildings next door: parapets, skylights and vents."""
        length = self._wide if side in ("south", "north") else self._deep
        low = 0.0 if side in ("south", "north") and "west" in self.streets else -_ROOF
        for row in range(3):
            for n in range(int((length + 24) / _ROOF)):
                tone = _ROOFS[(n * 5 + row * 3) % len(_ROOFS)]
                self._roof(sheet, side, 0.9 + row * (_ROOF + 0.6), low + n * _ROOF, tone, glazed=(n + row) % 2 == 1)

    def _roof(self, sheet: GroundSheet, side: str, near: float, start: float, tone: Colour, *, glazed: bool) -> None:
        def part(a: float, b: float, c: float, d: float) -> Area:
            return self._band(side, near + a, near + b, start + c, start + d)

        self._paint(sheet, part(0.0, _ROOF, 0.3, _ROOF - 0.3), light_up(tone, 1.16))
        self._lay(sheet, Paving(tone, (1.5, 1.5), 0.03, light_up(tone, 0.93)), part(0.3, _ROOF - 0.3, 0.6, _ROOF - 0.6))
        if glazed:
            for k in range(3):
                self._paint(sheet, part(2.0, 4.6, 2.0 + k * 1.7, 3.2 + k * 1.7), (150, 168, 178))
        else:
            self._paint(sheet, part(2.2, 3.8, 2.2, 4.6), light_up(tone, 1.3))
            self._paint(sheet, part(5.0, 5.8, 5.4, 6.2), light_up(tone, 0.72))

    def _crossing(self, sheet: GroundSheet, at: Point, side: str) -> None:
        """Over the road from a door: a zebra crossing, with tactile paving at the kerb."""
        middle = at[0] if side in ("south", "north") else at[1]
        kerb = self._band(side, PAVEMENT - 1.1, PAVEMENT - 0.3, middle - 1.5, middle + 1.5)
        self._paint(sheet, kerb, (206, 152, 140))
        for n in range(8):
            near = PAVEMENT + 0.7 + n * 1.0
            self._paint(sheet, self._band(side, near, near + 0.5, middle - 1.5, middle + 1.5), (226, 226, 220))

    def _corner_taken(self, side: str) -> bool:
        """Whether another street meets this one at its western or southern end."""
        return side in ("south", "west") and {"south", "west"} <= self.streets

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
