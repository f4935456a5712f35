"""Cars, vans and buses: their bodies down to the road, and their glass. Their ends are the right and left faces."""

from dataclasses import replace

from ...colour import mix
from ...daylight import Daylight
from ..block import Block
from ..easel import Face
from .light import LAMPLIGHT, SHINE

_SILL = 0.22
"""Metres from the road to the lower edge of a body."""
_TYRE, _HUB, _TAIL, _PLATE = (24, 25, 28), (120, 124, 128), (168, 44, 40), (206, 196, 140)
"""Rubber, hub caps, rear lamps, and plates; a British plate is yellow behind."""
_FRAME = (26, 28, 32)
"""Pillars between panes."""
_AMBER = (255, 184, 58)
_LAMPS = 0.75
"""How much of what is seen in a window by night is the light within."""
_SEAT = (58, 82, 132)
"""The cloth of a bus's seats."""
_ROWS = 0.85
"""Metres from one row of seats to the next."""
_PANE = 1.2
"""Metres of glass between two pillars, or nearly."""
_LONG, _CAR_WHEEL, _BUS_WHEEL = 8, 0.32, 0.46
"""Metres from which a vehicle is a bus; radii of wheels in m, of common tyres (205/55 R16, 275/70 R22.5) or nearly."""


def vehicle_windows(face: Face, block: Block) -> None:
    """Panes between thin pillars, with the sky in their upper part; one wide screen at either end."""
    w, h = face.width, face.height
    face.fill(block.colour)
    if face.side == "top":
        return
    panes = 1 if face.side in ("left", "right") else max(1, round(w / _PANE))
    for n in range(panes):
        u, wide = w * n / panes + 0.05, w / panes - 0.10
        face.flat(u, h * 0.10, wide, h * 0.80, mix(block.colour, (150, 168, 180), 0.35))
        face.shape([(u, h * 0.45), (u + wide, h * 0.62), (u + wide, h * 0.90), (u, h * 0.90)], (*SHINE, 34))
        face.flat(w * n / panes - 0.03, 0, 0.06, h, _FRAME)


def bus_windows(face: Face, block: Block, now: Daylight) -> None:
    """The same of a bus, which is lit inside by night."""
    vehicle_windows(face, replace(block, colour=mix(block.colour, LAMPLIGHT, _LAMPS * now.lamps)))


def bus_doorway(face: Face, block: Block, now: Daylight) -> None:
    """An open door, with the light within by night."""
    face.fill(mix(block.colour, LAMPLIGHT, _LAMPS * now.lamps))


def car_body(face: Face, block: Block) -> None:
    """Paint above a dark sill, with wheels at the sides, and lamps and a plate behind."""
    w, h = face.width, face.height
    face.fill(block.colour)
    if face.side == "top":
        return
    face.flat(0, 0, w, _SILL, _TYRE)
    face.flat(0, h * 0.62, w, 0.04, (*SHINE, 30))
    if face.side == "left":
        for u in (0.06, w - 0.36):
            face.flat(u, h * 0.66, 0.30, 0.14, mix(_TAIL, block.colour, 0.2))
        face.flat(w / 2 - 0.26, _SILL + 0.1, 0.52, 0.12, mix(_PLATE, block.colour, 0.4))
    elif face.side != "right":
        wheel = _CAR_WHEEL if w < _LONG else _BUS_WHEEL
        for share in (0.19, 0.80):
            face.disc(w * share, wheel, wheel, _TYRE)
            face.disc(w * share, wheel, wheel * 0.5, mix(_HUB, block.colour, 0.3))


def blind(face: Face, block: Block, now: Daylight) -> None:
    """Where a bus says which it is and where it goes: amber on black, at the front and above its doors."""
    face.fill(block.colour)
    if block.text and face.side in ("right", "back"):
        room = (0.06, face.height * 0.14, face.width - 0.12, face.height * 0.72)
        face.text(block.text, now.theme.font("SemiBold", 64), *room, _AMBER)


def bus_seats(face: Face, block: Block) -> None:
    """What is seen from above of a bus that is cut open at its windows: rows of seats, doors, and the driver's cab."""
    face.fill(block.colour)
    if face.side != "top":
        return
    w, h = face.width, face.height
    for n in range(int((w - 2.6) / _ROWS)):
        u = 0.35 + n * _ROWS
        aside = (0.1, h / 2 + 0.32) if not w * 0.42 < u < w * 0.58 else (0.1,)
        for v in aside:
            face.rect(u, v, 0.45, h / 2 - 0.42, _SEAT)
            face.rect(u, v, 0.1, h / 2 - 0.42, mix(_SEAT, (20, 24, 34), 0.45))
    face.flat(w - 1.9, 0.06, 0.06, h * 0.55, _FRAME)
    face.rect(w - 1.4, h * 0.2, 0.5, 0.5, (40, 44, 52))
    face.edge(0.4)
