"""Trims: what makes a box a locker, a case, a parcel, a cabinet, a bicycle, a buffer or a piano."""

from math import cos, pi, sin

from game.chance import stream
from game.geometry import step_length
from game.theme import Colour

from ...colour import light_up, mix
from ..block import Block
from ..easel import Face
from .light import SHINE

_INK: Colour = (20, 24, 30)
_PALE: Colour = (240, 240, 234)
_SHADE: Colour = (14, 18, 26)
"""Joints, slots and what lies in shadow, laid on thinly."""
_GLEAM: Colour = (255, 236, 210)
"""Light on polished wood."""
_SLOT, _SLOTS = 0.022, 0.06
"""Metres of a slot that lets air through, and from slot to slot."""
_LOCKER_WIDE, _LOCKER_TALL = 0.46, 0.55
"""Metres of a locker's door, or nearly: large enough for a cabin case, as at stations."""
_LET = 0.4
"""The share of lockers whose light is red: in use."""
_RIB = 0.09
"""Metres from rib to rib of a hard case."""
_TAPE = 0.06
"""Metres of the tape on a box."""
_WHITE_KEY = 0.045
"""Metres of a white key: twice a real one, as they would run together."""
_FOLD = 0.08
"""Metres of a curtain's fold."""


def _seams(face: Face, columns: int, rows: int, strength: int = 70) -> None:
    """Thin dark joints that divide the face."""
    for n in range(1, columns):
        face.flat(face.width * n / columns - 0.008, 0, 0.016, face.height, (*_SHADE, strength))
    for n in range(1, rows):
        face.flat(0, face.height * n / rows - 0.008, face.width, 0.016, (*_SHADE, strength))


def vents(face: Face, low: float, high: float) -> None:
    """Slots that let air through, between two shares of the height."""
    v = face.height * low
    while v < face.height * high:
        face.flat(face.width * 0.25, v, face.width * 0.5, _SLOT, (*_SHADE, 120))
        v += _SLOTS


def lockers(face: Face, block: Block) -> None:
    """Doors in rows, with a number plate and a small light each; a plinth below and a cornice above."""
    face.fill(block.colour)
    w, h = face.width, face.height
    if face.side in ("top", "back"):
        _seams(face, max(2, round(w / 0.8)), 1)
        face.edge()
        return
    chance = stream(0, "lockers", face.side)
    face.rect(0, 0, w, 0.1, mix(block.colour, _INK, 0.6))
    columns, rows = max(1, round(w / _LOCKER_WIDE)), max(1, round((h - 0.2) / _LOCKER_TALL))
    wide, tall = w / columns, (h - 0.2) / rows
    for column in range(columns):
        for row in range(rows):
            u, v = wide * column, 0.1 + tall * row
            face.rect(u + 0.02, v + 0.02, wide - 0.04, tall - 0.04, mix(block.colour, _PALE, 0.30))
            face.flat(u + 0.02, v + tall - 0.05, wide - 0.04, 0.025, (*SHINE, 60))
            face.flat(u + 0.07, v + tall * 0.62, wide * 0.34, 0.09, (38, 58, 84))
            light = (236, 96, 84) if chance.random() < _LET else (96, 214, 140)
            face.flat(u + wide - 0.13, v + tall * 0.4, 0.06, 0.1, light)
    face.rect(0, h - 0.1, w, 0.1, mix(block.colour, (222, 170, 70), 0.75))
    face.edge(0.34)


def cabinet(face: Face, block: Block) -> None:
    """A cupboard of sheet metal: two doors, vents, a lock."""
    face.fill(block.colour)
    if face.side == "top":
        face.edge()
        return
    _seams(face, 2 if face.side in ("front", "back") and face.width > 0.7 else 1, 1, 110)
    vents(face, 0.08, 0.24)
    vents(face, 0.80, 0.92)
    if face.side == "front":
        face.flat(face.width * 0.53, face.height * 0.48, 0.05, 0.12, (30, 34, 40))
    face.flat(0, 0, face.width, 0.06, (*_SHADE, 90))
    face.edge(0.34)


def case(face: Face, block: Block) -> None:
    """A suitcase: ribs, a band round it, a label."""
    face.fill(block.colour)
    if face.side == "top":
        face.edge(0.4)
        return
    for n in range(1, max(2, round(face.width / _RIB))):
        face.flat(n * _RIB, face.height * 0.06, 0.018, face.height * 0.88, (10, 14, 22, 60))
    face.rect(0, face.height * 0.46, face.width, 0.035, mix(block.colour, _INK, 0.55))
    if face.side == "front":
        face.flat(face.width * 0.62, face.height * 0.62, 0.07, 0.1, (232, 222, 190))
    face.edge(0.4)


def box(face: Face, block: Block) -> None:
    """A cardboard box: a strip of tape, a label, an arrow."""
    face.fill(block.colour)
    tape = light_up(mix(block.colour, (238, 214, 164), 0.55), face.glow)
    if face.side == "top":
        face.flat(0, face.height / 2 - _TAPE / 2, face.width, _TAPE, tape)
        return
    face.flat(face.width / 2 - _TAPE / 2, face.height * 0.72, _TAPE, face.height * 0.28, tape)
    if face.side == "front":
        face.flat(face.width * 0.12, face.height * 0.16, 0.16, 0.11, (236, 232, 220))
    face.edge()


def bicycle(face: Face, block: Block) -> None:
    """A bicycle seen from the side: two wheels, a frame, a saddle and handlebars; a thin line from the front."""
    w, h = face.width, face.height
    if face.side in ("left", "right"):
        face.flat(w * 0.3, 0, w * 0.4, h * 0.62, _INK)
        return
    if face.side == "top":
        return
    r = h * 0.31
    for u in (r, w - r):
        rim = [(u + r * cos(n * pi / 12), r + r * sin(n * pi / 12)) for n in range(25)]
        inner = [(u + r * 0.82 * cos(n * pi / 12), r + r * 0.82 * sin(n * pi / 12)) for n in range(25)]
        face.shape([*rim, *inner[::-1]], _INK)
        face.disc(u, r, r * 0.10, (150, 156, 162))
        for n in range(4):
            x, y = r * 0.84 * cos(n * pi / 4 + 0.3), r * 0.84 * sin(n * pi / 4 + 0.3)
            _bar(face, (u - x, r - y), (u + x, r + y), 0.008, (120, 126, 132))
    hue = light_up(block.colour, face.glow)
    rear, front, crank = (r, r), (w - r, r), (w * 0.46, r * 0.9)
    seat, head = (w * 0.37, h * 0.76), (w * 0.72, h * 0.80)
    for a, b in ((rear, crank), (rear, seat), (crank, seat), (crank, head), (seat, head), (head, front)):
        _bar(face, a, b, 0.022, hue)
    _bar(face, seat, (w * 0.35, h * 0.88), 0.016, _INK)
    face.flat(w * 0.29, h * 0.88, w * 0.14, 0.05, _INK)
    _bar(face, head, (w * 0.70, h * 0.95), 0.016, _INK)
    face.flat(w * 0.66, h * 0.94, w * 0.12, 0.04, _INK)


def _bar(face: Face, a: tuple[float, float], b: tuple[float, float], half: float, colour: Colour) -> None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    far = step_length(dx, dy) or 1.0
    u, v = -dy / far * half, dx / far * half
    face.shape([(a[0] + u, a[1] + v), (b[0] + u, b[1] + v), (b[0] - u, b[1] - v), (a[0] - u, a[1] - v)], colour)


def buffer(face: Face, block: Block) -> None:
    """The beam of a buffer stop: red with white ends and a lamp."""
    face.fill(block.colour)
    if face.side == "top":
        face.edge()
        return
    for u in (0.0, face.width - face.width * 0.16):
        face.rect(u, 0, face.width * 0.16, face.height, (236, 232, 224))
    face.flat(0, 0, face.width, 0.05, (*_SHADE, 90))
    if face.width > 1:
        face.disc(face.width / 2, face.height / 2, face.height * 0.26, (255, 120, 96))
    face.edge(0.4)


def piano(face: Face, block: Block) -> None:
    """Polished dark wood: panels with a soft gleam."""
    face.fill(block.colour, 0.12)
    if face.side == "top":
        face.flat(face.width * 0.05, face.height * 0.2, face.width * 0.5, face.height * 0.3, (*_GLEAM, 34))
        face.edge(0.4)
        return
    if face.height > 0.5 and face.width > 0.8:
        for n in range(2):
            u = face.width * (0.06 + 0.48 * n)
            face.flat(u, face.height * 0.12, face.width * 0.40, face.height * 0.68, (0, 0, 0, 60))
            face.flat(u + 0.03, face.height * 0.15, face.width * 0.40 - 0.06, face.height * 0.62, (255, 214, 170, 26))
    face.flat(0, face.height * 0.86, face.width, face.height * 0.14, (*_GLEAM, 26))
    face.edge(0.3)


def keys(face: Face, _block: Block) -> None:
    """A keyboard."""
    face.flat(0, 0, face.width, face.height, (244, 242, 234))
    if face.side != "top":
        return
    count = max(7, round(face.width / _WHITE_KEY))
    for n in range(1, count):
        face.flat(face.width * n / count, 0, 0.006, face.height, (120, 116, 110))
        if n % 7 not in (0, 3):  # no black key between E and F, nor between B and C
            face.flat(face.width * n / count - 0.012, face.height * 0.4, 0.024, face.height * 0.6, _INK)


def curtain(face: Face, block: Block) -> None:
    """A curtain in folds."""
    folds = max(3, round(face.width / _FOLD))
    for n in range(folds):
        shade = 1.05 if n % 2 else 0.8
        hue = light_up(block.colour, face.glow * shade)
        face.flat(face.width * n / folds, 0, face.width / folds + 0.01, face.height, hue)


def sheet(face: Face, block: Block) -> None:
    """Sheet metal panels with seams, as on the backs of machines."""
    face.fill(block.colour)
    if face.side != "top":
        _seams(face, 1, 2)
        if face.height > 0.8:
            vents(face, 0.66, 0.80)
    face.edge()
