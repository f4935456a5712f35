"""Streets as they are laid and painted: pavements and kerbs, the road, its lines, its crossings."""

from collections.abc import Iterator, Sequence

from game.scenario.venue.passages import PAVEMENT
from game.theme import Colour

from .paving import GroundSheet, Paving
from .streets import BROAD, FAR, FAR_KERB, OPPOSITE, ROAD, STOPS, Street, StreetCrossing

_FLAGS = Paving((186, 183, 176), (0.9, 0.6), 0.05, (154, 152, 147), True)
_ASPHALT = Paving((112, 115, 121), (6.0, 6.0), 0.02, (112, 115, 121))
KERBSTONE: Colour = (206, 203, 196)
_YELLOW: Colour = (214, 196, 120)
_WHITE: Colour = (226, 226, 220)
_BLISTERS: Colour = (196, 128, 114)
"""Red, as is right where people have precedence or lights; buff anywhere else."""
_MIDDLE = PAVEMENT + ROAD / 2
_MARK, _MARKS, _SWINGS = 2.0, 7, 0.28
"""Metres of one of the zig-zag marks on either side of a crossing, how many there are (2 to 18 are allowed), and how
far they swing."""
_DASHES = 0.8
"""Metres from one dash of a broken line to the next."""
_STUD, _STUDS = 0.16, 0.55
"""Metres of one of the studs at the edges of a crossing with lights, and from one to the next."""
_STEM = 1.2
"""Metres of the stem of the tactile paving, along which one finds the crossing from the wall."""


def draw_streets(sheet: GroundSheet, streets: Sequence[Street]) -> None:
    """Draw all of them: where two meet, neither's pavement lies on the other's road."""
    for street in streets:
        for near, far in ((0.0, PAVEMENT), (FAR_KERB, FAR_KERB + OPPOSITE)):
            _lay(sheet, _FLAGS, street, (-FAR, street.length + FAR), (near, far))
    for street in streets:
        for low, high in street.stretches:
            for near, far in ((PAVEMENT - 0.25, PAVEMENT), (FAR_KERB, FAR_KERB + 0.25)):
                _paint(sheet, KERBSTONE, street, (low - PAVEMENT, high + PAVEMENT), (near, far))
    for street in streets:
        _lay(sheet, _ASPHALT, street, (-FAR, street.length + FAR), (PAVEMENT, FAR_KERB))
    for street in streets:
        _draw_lines(sheet, street)
        for crossing in street.crossings:
            _draw_crossing(sheet, street, crossing)


def _draw_lines(sheet: GroundSheet, street: Street) -> None:
    """The middle line, yellow ones along the kerbs but not by a crossing, and those at which one stops."""
    kept = [
        (crossing.at - BROAD / 2 - STOPS - _MARK * _MARKS, crossing.at + BROAD / 2 + STOPS + _MARK * _MARKS)
        for crossing in street.crossings
    ]
    for low, high in street.stretches:
        for start, end in _without(low, high, kept):
            for out in (PAVEMENT + 0.35, FAR_KERB - 0.47):
                _paint(sheet, _YELLOW, street, (start, end), (out, out + 0.12))
            for n in range(int((end - start) / 4.0)):
                dash = start + 1.0 + n * 4.0
                _paint(sheet, _WHITE, street, (dash, dash + 2.0), (_MIDDLE - 0.08, _MIDDLE + 0.08))
    for meets, at, sign in zip(street.meets, (-PAVEMENT, street.length + PAVEMENT), (1, -1), strict=True):
        if meets:
            for edge, way in ((at, sign), (at - sign * ROAD, -sign)):
                _draw_stop_line(sheet, street, edge + way * STOPS, way)


def _draw_stop_line(
    sheet: GroundSheet, street: Street, at: float, way: int, *, gives_way: bool = False
) -> None:
    """A line over the lane that comes from along the street, where `way` is 1, or from its beginning, where -1.

    Where one only gives way it is broken.
    """
    near, far = (PAVEMENT, _MIDDLE) if way < 0 else (_MIDDLE, FAR_KERB)
    if not gives_way:
        _paint(sheet, _WHITE, street, (at - 0.15, at + 0.15), (near + 0.15, far - 0.15))
        return
    for n in range(int((far - near) / _DASHES)):
        out = near + (n + 0.2) * _DASHES
        _paint(sheet, _WHITE, street, (at - 0.12, at + 0.12), (out, out + 0.6 * _DASHES))


def _draw_crossing(sheet: GroundSheet, street: Street, crossing: StreetCrossing) -> None:
    """Stripes, or studs and stop lines where it has lights; zig-zags before and after; tactile paving at both kerbs."""
    low, high = crossing.at - BROAD / 2, crossing.at + BROAD / 2
    for near, far in ((PAVEMENT - 1.1, PAVEMENT - 0.3), (FAR_KERB + 0.3, FAR_KERB + 1.1)):
        _draw_blisters(sheet, street, (low, high), (near, far))
    if crossing.lights:
        for near, far in ((0.9, PAVEMENT - 1.1), (FAR_KERB + 1.1, FAR_KERB + OPPOSITE)):
            _draw_blisters(sheet, street, (low, low + _STEM), (near, far))
        for edge in (low, high - _STUD):
            for n in range(int(ROAD / _STUDS)):
                out = PAVEMENT + 0.25 + n * _STUDS
                _paint(sheet, _WHITE, street, (edge, edge + _STUD), (out, out + _STUD))
    else:
        for n in range(8):
            out = PAVEMENT + 0.7 + n
            _paint(sheet, _WHITE, street, (low, high), (out, out + 0.5))
    for edge, way in ((low, -1), (high, 1)):
        _draw_stop_line(sheet, street, edge + way * STOPS, way, gives_way=crossing.lights is None)
        _draw_zig_zags(sheet, street, edge + way * STOPS, way)


def _draw_zig_zags(sheet: GroundSheet, street: Street, start: float, way: int) -> None:
    """Where nobody may stop or overtake: along both kerbs and the middle, away from a stop line, to a street's end."""
    low, high = next(ends for ends in street.stretches if ends[0] < start < ends[1])
    room = start - low if way < 0 else high - start
    marks = min(_MARKS, int((room - STOPS) / _MARK))
    for out in (PAVEMENT + 0.55, _MIDDLE, FAR_KERB - 0.55):
        points = []
        for n in range(marks):
            points += [
                street.spot(start + way * (n + part) * _MARK, out + swing * _SWINGS)
                for part, swing in ((0.08, -0.5), (0.5, -0.5), (0.5, 0.5), (0.92, 0.5))
            ]
        sheet.stroke(points, 0.11, _WHITE)


def _draw_blisters(
    sheet: GroundSheet, street: Street, along: tuple[float, float], out: tuple[float, float]
) -> None:
    whole = street.area(along, out)
    part = sheet.clip(*whole)
    if part is not None:
        sheet.box(*part, _BLISTERS)
        sheet.blisters(*whole, part, (214, 150, 136))


def _without(low: float, high: float, kept: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """What is left of a stretch without some parts of it."""
    for start, end in sorted(kept):
        if start > low:
            yield low, min(start, high)
        low = max(low, end)
    if low < high:
        yield low, high


def _lay(
    sheet: GroundSheet, finish: Paving, street: Street, along: tuple[float, float], out: tuple[float, float]
) -> None:
    part = sheet.clip(*street.area(along, out))
    if part is not None:
        sheet.slabs(finish, part)


def _paint(
    sheet: GroundSheet, colour: Colour, street: Street, along: tuple[float, float], out: tuple[float, float]
) -> None:
    part = sheet.clip(*street.area(along, out))
    if part is not None:
        sheet.box(*part, colour)
