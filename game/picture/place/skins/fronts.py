"""Fronts of shops and doors: lit interiors, glass, signs, awnings and posters."""

from game.chance import stream
from game.theme import Colour

from ...colour import contrast, light_up, mix
from ...daylight import Daylight
from ..block import Block
from ..easel import Face
from .light import SHINE

_FRAME: Colour = (58, 64, 74)
"""The frame of a shop's window."""
_PENDANTS, _PANE = 0.9, 1.2
"""Metres from lamp to lamp in a shop, and of glass between two bars, or nearly."""
_SHEET = 0.7
"""Metres of a sheet of brown paper."""
_SLAT = 0.12
"""Metres of a shutter's slat."""
_SHELF = 0.42
"""Metres from shelf to shelf."""
_STOCKED = 0.86
"""The share of a shelf's places that hold something: full ones look like a pattern."""
_TALL = 1.5
"""How many times as high as wide a sign is whose words stand one below the other."""
_BAND = 0.4
"""Metres of a stripe of an awning."""
_TWO_LEAVES = 1.3
"""Metres from which a door has two leaves: one of more could hardly be pushed."""
_GOODS = ((201, 96, 74), (222, 170, 70), (96, 142, 104), (84, 122, 168), (226, 218, 198), (150, 98, 140), (92, 70, 58))


def shop(face: Face, block: Block) -> None:
    """A shop window: a warm room with shelves of goods and lamps behind glass."""
    if face.side in ("top", "back"):
        face.fill((104, 108, 116))
        face.edge()
        return
    w, h = face.width, face.height
    frame = light_up(_FRAME, face.glow)
    face.flat(0, 0, w, h, frame)
    inner = 0.06
    wall: Colour = (247, 228, 188)
    for n in range(6):
        share = n / 5
        face.flat(inner, inner + (h - 2 * inner) * n / 6, w - 2 * inner, (h - 2 * inner) / 6 + 0.01,
                  mix((196, 158, 112), wall, share))
    _shelves(face, f"{block.footprint[0][0]:.1f}/{block.footprint[0][1]:.1f}", inner)
    for n in range(max(1, round(w / _PENDANTS))):
        u = w * (n + 0.5) / max(1, round(w / _PENDANTS))
        face.flat(u - 0.012, h - 0.45, 0.024, 0.40, (70, 60, 50))
        face.disc(u, h - 0.50, 0.10, (255, 244, 208))
    lean = min(w * 0.3, h * 0.4)
    for start, strength in ((0.08, 40), (0.46, 26)):
        u = w * start
        points = [(u, inner), (u + w * 0.12, inner), (u + w * 0.12 + lean, h - inner), (u + lean, h - inner)]
        face.shape([(min(x, w - inner), y) for x, y in points], (*SHINE, strength))
    panes = max(1, round(w / _PANE))
    for n in range(1, panes):
        face.flat(w * n / panes - 0.02, 0, 0.04, h, frame)


def papered(face: Face, block: Block) -> None:
    """The window of a shop that stands empty: sheets of brown paper behind the glass."""
    face.fill(block.colour, 0.04)
    if face.side in ("top", "back"):
        return
    w, h = face.width, face.height
    sheets = max(1, round(w / _SHEET))
    for n in range(sheets):
        face.rect(w * n / sheets, 0, w / sheets, h, light_up(block.colour, 0.94 + 0.05 * (n * 2 % 3)))
        face.rect(w * n / sheets, 0, 0.02, h, light_up(block.colour, 0.8))
    face.shape([(w * 0.1, 0), (w * 0.24, 0), (w * 0.5, h), (w * 0.36, h)], (*SHINE, 30))
    for u in (0.0, w - 0.06):
        face.rect(u, 0, 0.06, h, _FRAME)


def shutter(face: Face, block: Block) -> None:
    """Slats that are let down."""
    face.fill(block.colour, 0.04)
    if face.side == "top":
        return
    for n in range(int(face.height / _SLAT)):
        face.rect(0, n * _SLAT, face.width, 0.03, light_up(block.colour, 0.8))


def _shelves(face: Face, slot: str, inner: float) -> None:
    chance = stream(0, "shelves", slot)
    w, h = face.width, face.height
    main = _GOODS[int(chance.integers(len(_GOODS)))]
    for row in range(max(1, int((h - 0.75) / _SHELF))):
        v = inner + 0.12 + row * _SHELF
        face.flat(inner, v - 0.04, w - 2 * inner, 0.04, (126, 98, 70))
        u = inner + 0.06
        while u < w - inner - 0.2:
            width = 0.08 + 0.12 * float(chance.random())
            tall = 0.14 + 0.18 * float(chance.random())
            if chance.random() < _STOCKED:
                hue = mix(main, _GOODS[int(chance.integers(len(_GOODS)))], 0.6 * float(chance.random()))
                face.flat(u, v, width, tall, hue)
            u += width + 0.02


def doorway(face: Face, _block: Block) -> None:
    """An open way into a lit room; from behind, the wall that it is in."""
    if face.side != "front":
        face.fill((84, 88, 96) if face.side == "top" else (64, 66, 72))
        return
    w, h = face.width, face.height
    for n in range(8):
        face.flat(0, h * n / 8, w, h / 8 + 0.01, mix((168, 138, 104), (252, 236, 200), n / 7))
    face.shape([(0, 0), (w, 0), (w * 0.8, h * 0.16), (w * 0.2, h * 0.16)], (146, 120, 92))
    face.flat(w * 0.2, h * 0.16, w * 0.6, h * 0.42, (206, 172, 128))
    face.flat(w * 0.28, h * 0.18, w * 0.44, h * 0.20, (120, 88, 62))
    for u in (0.0, w - 0.08):
        face.flat(u, 0, 0.08, h, light_up((70, 76, 86), face.glow))


def sign(face: Face, block: Block, now: Daylight) -> None:
    """A coloured panel with words, softly lit from above."""
    face.fill(block.colour, 0.02)
    if face.side == "top":
        return
    if face.side in ("front", "back") and face.height > 0.2:
        face.flat(0, face.height * 0.55, face.width, face.height * 0.45, (*SHINE, 16))
    if block.text and face.side in ("front", "back"):
        ground = light_up(block.colour, face.glow)
        ink = max(((250, 247, 238), (20, 26, 34)), key=lambda colour: contrast(colour, ground))
        if face.height > _TALL * face.width:
            _stack(face, block.text, now, ink)
            return
        margin = min(0.12, face.height * 0.2)
        room = (margin, face.height * 0.22, face.width - 2 * margin, face.height * 0.56)
        face.text(block.text, now.theme.font("SemiBold", 64), *room, ink)
    face.edge(0.3)


def _stack(face: Face, words: str, now: Daylight, ink: Colour) -> None:
    """A tall sign: a disc with an arrow, and the words one below the other."""
    w, h = face.width, face.height
    face.disc(w / 2, h - w * 0.55, w * 0.34, ink)
    ground = light_up((44, 66, 94), face.glow)
    u, v = w / 2, h - w * 0.55
    face.shape([(u, v + w * 0.2), (u + w * 0.2, v - w * 0.02), (u - w * 0.2, v - w * 0.02)], ground)
    face.flat(u - w * 0.06, v - w * 0.2, w * 0.12, w * 0.2, ground)
    lines = words.split()
    step = min(0.26, (h - w * 1.2) / max(1, len(lines)))
    for n, word in enumerate(lines):
        low = h - w * 1.15 - step * (n + 1)
        face.text(word, now.theme.font("SemiBold", 64), w * 0.08, low, w * 0.84, step * 0.72, ink)
    face.flat(0, 0, w, 0.12, (*SHINE, 40))
    face.edge(0.3)


def awning(face: Face, block: Block) -> None:
    """Cloth in two colours, striped."""
    bands = max(2, round(face.width / _BAND))
    pale = mix(block.colour, (250, 246, 236), 0.82)
    for n in range(bands):
        face.rect(face.width * n / bands, 0, face.width / bands + 0.01, face.height, pale if n % 2 else block.colour)


def poster(face: Face, block: Block, now: Daylight) -> None:
    """A lit frame with a picture made of a few plain shapes."""
    face.fill((52, 58, 66), 0)
    if face.side in ("top", "back"):
        return
    slot = f"{block.footprint[0][0]:.1f}/{block.footprint[0][1]:.1f}/{block.low}"
    chance = stream(0, "poster", slot)
    w, h = face.width, face.height
    ground, shape, third = (_GOODS[int(n)] for n in chance.permutation(len(_GOODS))[:3])
    u, v, right, top = w * 0.06, h * 0.04, w * 0.94, h * 0.96
    face.flat(u, v, right - u, top - v, mix(ground, SHINE, 0.25))
    r = min(w, h) * (0.2 + 0.1 * float(chance.random()))
    face.disc(w * (0.35 + 0.3 * float(chance.random())), h * 0.66, r, mix(shape, SHINE, 0.15))
    face.shape([(u, v), (right, v), (right, h * 0.30), (w * 0.5, h * 0.46), (u, h * 0.26)], third)
    pale = (250, 248, 240)
    if block.text:
        face.text(block.text, now.theme.font("Bold", 48), w * 0.12, h * 0.12, w * 0.76, h * 0.10, pale)
    else:
        face.flat(w * 0.14, h * 0.13, w * 0.5, h * 0.045, pale)
    face.flat(w * 0.14, h * 0.07, w * 0.34, h * 0.022, pale)


def door(face: Face, block: Block) -> None:
    """A closed door with a handle and a small pane."""
    face.fill(block.colour)
    face.edge()
    if face.side in ("top",) or face.height < 1.2 or face.width < 0.4:
        return
    w, h = face.width, face.height
    leaves = 2 if w > _TWO_LEAVES else 1
    for n in range(leaves):
        u, wide = w * n / leaves, w / leaves
        face.flat(u + 0.02, 0.02, wide - 0.04, h - 0.05, (*SHINE, 14))
        face.flat(u + wide * 0.58, h * 0.62, wide * 0.22, h * 0.22, (168, 196, 206))
        handle = u + (wide * 0.86 if n == 0 else wide * 0.08)
        face.flat(handle, h * 0.46, 0.05, 0.16, (226, 228, 230))
    face.flat(w / leaves - 0.012, 0, 0.024 if leaves > 1 else 0.0, h, (18, 24, 32))
