"""Things that tell something: departure boards, clocks, screens, machines and maps."""

from math import cos, pi, sin

from game.clock import hour
from game.timetable import departures

from ...colour import light_up, mix
from ...daylight import Daylight
from ..block import Block
from ..easel import Face
from .light import SHINE
from .trims import sheet

AMBER = (255, 184, 58)
_CASE = (20, 24, 30)
_GROUND, _OTHER_ROW, _HEAD = (13, 15, 19), (19, 22, 27), (32, 40, 50)
"""A board's ground, every other row of it, so that eyes keep to theirs, and what is behind its heading."""
_PLATFORM, _GOOD, _LATE = (255, 230, 160), (120, 226, 150), (255, 132, 96)
"""Colours of a board's platforms and remarks; these are read as well, so that nothing is told by colour alone."""
_NARROW = 2.0
"""Metres up to which a board has no room for remarks."""
_COLUMN, _ROW, _MOST_ROWS = 3.4, 0.21, 8
"""Metres of a column and of a row of a board, or nearly, and rows that it has at most: smaller ones cannot be read."""
_HAND_HOUR, _HAND_MINUTE = (0.48, 0.085), (0.72, 0.055)
"""Length of a clock's hands, and half the width at their foot, as shares of its radius."""


def board(face: Face, block: Block, now: Daylight) -> None:
    """A departure board: amber rows that change with the minute. Its text is the heading, or `heading / row / row`."""
    face.fill(mix(block.colour, _CASE, 0.6))
    if face.side not in ("front", "back") or face.height < 0.4:
        face.edge(0.3)
        return
    face.flat(0.05, 0.05, face.width - 0.1, face.height - 0.1, _GROUND)
    head = min(0.26, face.height * 0.2)
    bold, regular = now.theme.font("SemiBold", 48), now.theme.font("Medium", 48)
    face.flat(0.05, face.height - 0.05 - head, face.width - 0.1, head, _HEAD)
    title, *own = (block.text or ("Departures" if face.width > _NARROW else "")).split(" / ")
    top = face.height - 0.05 - head
    left = 0.1 if face.width <= _NARROW else 0.15
    room = min(face.width * 0.5, face.width - 0.97 - left)
    face.write(title, bold, (left, top + head * 0.16, room, head * 0.68), (240, 244, 248))
    clock_text = hour(now.minute)
    face.write(clock_text, bold, (face.width - 0.85, top + head * 0.16, 0.7, head * 0.68), AMBER)
    if own:
        _own_rows(face, own, now, top)
        return
    if face.width <= _NARROW:
        _short_rows(face, now, top)
        return
    columns = max(1, round(face.width / _COLUMN))
    rows = max(2, min(_MOST_ROWS, int((top - 0.08) / _ROW)))
    step, wide = (top - 0.1) / rows, (face.width - 0.1) / columns
    for n, train in enumerate(departures(now.minute, rows * columns)):
        u, v = 0.05 + wide * (n // rows), top - step * (n % rows + 1)
        if n % 2:
            face.flat(u, v, wide - 0.04, step, _OTHER_ROW)
        high = step * 0.62
        low = v + step * 0.19
        face.write(train.time, regular, (u + 0.1, low, wide * 0.17, high), AMBER)
        face.write(train.town, regular, (u + wide * 0.22, low, wide * 0.43, high), AMBER)
        face.write(train.platform, regular, (u + wide * 0.68, low, wide * 0.05, high), _PLATFORM)
        colour = _GOOD if train.remark in ("On time", "Boarding") else _LATE
        face.write(train.remark, regular, (u + wide * 0.75, low, wide * 0.22, high), colour)
    face.edge(0.3)


def _own_rows(face: Face, rows: list[str], now: Daylight, top: float) -> None:
    """What the author wrote, row under row."""
    regular = now.theme.font("Medium", 48)
    step = min((top - 0.08) / max(3, len(rows)), 0.3)
    for n, row in enumerate(rows):
        face.write(row, regular, (0.12, top - step * (n + 1) + step * 0.2, face.width - 0.24, step * 0.6), AMBER)
    face.edge(0.3)


def _short_rows(face: Face, now: Daylight, top: float) -> None:
    """A board too narrow for remarks: time, town, platform."""
    regular = now.theme.font("Medium", 48)
    step = (top - 0.1) / 3
    for n, train in enumerate(departures(now.minute, 3)):
        low = top - step * (n + 1) + step * 0.2
        face.write(train.time, regular, (0.12, low, face.width * 0.22, step * 0.6), AMBER)
        face.write(train.town, regular, (face.width * 0.34, low, face.width * 0.5, step * 0.6), AMBER)
        face.write(train.platform, regular, (face.width * 0.88, low, face.width * 0.07, step * 0.6), _PLATFORM)
    face.edge(0.3)


def clock(face: Face, block: Block, now: Daylight) -> None:
    """A round clock that shows the scene's time."""
    face.fill(block.colour)
    if face.side == "top" or face.height < 0.3 or face.width < 0.3:
        return
    u, v, r = face.width / 2, face.height / 2, min(face.width, face.height) * 0.46
    face.disc(u, v, r, (26, 32, 40))
    face.disc(u, v, r * 0.9, (250, 248, 240))
    for n in range(12):
        x, y = sin(n * pi / 6), cos(n * pi / 6)
        face.disc(u + x * r * 0.74, v + y * r * 0.74, r * (0.07 if n % 3 == 0 else 0.04), (40, 46, 54))
    for turns, length, thick in ((now.minute / 720, *_HAND_HOUR), (now.minute / 60, *_HAND_MINUTE)):
        x, y = sin(turns * 2 * pi), cos(turns * 2 * pi)
        a, b = (u - y * r * thick, v + x * r * thick), (u + y * r * thick, v - x * r * thick)
        face.shape([a, b, (u + x * r * length, v + y * r * length)], (20, 26, 34))
    face.disc(u, v, r * 0.08, (190, 60, 44))


def screen(face: Face, block: Block, now: Daylight) -> None:
    """A lit screen with a heading and lines."""
    face.fill(mix(block.colour, _CASE, 0.5), 0)
    if face.side in ("top", "back"):
        return
    w, h = face.width, face.height
    face.flat(w * 0.05, h * 0.07, w * 0.9, h * 0.86, (22, 48, 78))
    face.flat(w * 0.05, h * 0.74, w * 0.9, h * 0.19, (46, 104, 150))
    for n in range(4):
        face.flat(w * 0.12, h * (0.60 - 0.14 * n), w * (0.72 - 0.12 * (n % 3)), h * 0.055, (196, 222, 240))
    if block.text:
        face.text(block.text, now.theme.font("SemiBold", 40), w * 0.1, h * 0.76, w * 0.8, h * 0.14, (244, 248, 252))


def machine(face: Face, block: Block, now: Daylight) -> None:
    """A machine that sells or pays: a screen, a slot, a keypad and a coloured head."""
    if face.side != "front" or face.height < 0.9 or face.width < 0.4:
        sheet(face, block)
        return
    face.fill(block.colour)
    face.edge(0.3)
    w, h = face.width, face.height
    face.flat(w * 0.08, h * 0.84, w * 0.84, h * 0.12, light_up(mix(block.colour, SHINE, 0.75), face.glow))
    if block.text:
        face.text(block.text, now.theme.font("Bold", 40), w * 0.12, h * 0.855, w * 0.76, h * 0.09, (24, 34, 46))
    face.flat(w * 0.14, h * 0.54, w * 0.72, h * 0.26, (14, 20, 28))
    face.flat(w * 0.17, h * 0.56, w * 0.66, h * 0.22, (116, 196, 226))
    face.flat(w * 0.20, h * 0.70, w * 0.4, h * 0.05, (236, 248, 252))
    face.flat(w * 0.20, h * 0.59, w * 0.26, h * 0.07, (250, 220, 120))
    face.flat(w * 0.16, h * 0.40, w * 0.34, h * 0.09, (40, 48, 58))
    face.flat(w * 0.60, h * 0.42, w * 0.24, h * 0.05, (12, 16, 22))
    face.flat(w * 0.22, h * 0.16, w * 0.56, h * 0.10, (20, 26, 34))


def map_(face: Face, block: Block) -> None:
    """A line map: pale, with coloured lines."""
    face.fill(mix(block.colour, _CASE, 0.3))
    if face.side == "top":
        return
    w, h = face.width, face.height
    face.flat(w * 0.06, h * 0.06, w * 0.88, h * 0.88, (240, 240, 232))
    for n, hue in enumerate(((196, 70, 60), (60, 110, 176), (70, 150, 96), (220, 160, 50))):
        v = h * (0.2 + 0.18 * n)
        face.flat(w * 0.12, v, w * 0.44, h * 0.035, hue)
        face.shape([(w * 0.54, v), (w * 0.86, v + h * 0.1), (w * 0.86, v + h * 0.135), (w * 0.54, v + h * 0.035)], hue)
