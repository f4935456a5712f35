"""How the faces of blocks are drawn: materials by the names that `assets/props.yaml` uses.

Sizes here and in the files beside are in m on the face, shares of its width or height where a thing is made in many
sizes. A fourth number of a colour is how much it covers, of 255. All were set by eye, by day and after dark.
"""

from collections.abc import Callable, Mapping

from game.chance import stream
from game.theme import Colour

from ...colour import light_up, mix
from ...daylight import Daylight
from ..block import Block
from ..easel import Face
from .buildings import brick, carriage_windows, cut_, facade, leaves, tile, train, wall
from .displays import board, clock, machine, map_, screen
from .fronts import awning, door, doorway, papered, poster, shop, shutter, sign
from .lenses import globe, man_head, signal_head
from .light import SHINE
from .trims import bicycle, box, buffer, cabinet, case, curtain, keys, lockers, piano, sheet
from .vehicles import blind, bus_doorway, bus_seats, bus_windows, car_body, vehicle_windows

Skin = Callable[[Face, Block], None]
Timed = Callable[[Face, Block, Daylight], None]

_GROOVE: Colour = (12, 16, 22)
"""Gaps and grooves in metal and rubber."""
_GO, _STOP = (84, 226, 140), (255, 96, 84)
"""A ticket gate's arrow and cross."""
_STONE, _ASHLAR = 0.75, 0.9
"""Metres of a block of stone, high and wide."""
_PLANK, _SLAT = 0.3, 0.14
"""Metres of a board where the face is 1.4 m across and wider, and of a slat where it is narrower, as on benches."""
_BAR, _BARS = 0.035, 0.5
"""Metres of a railing's bar, and from bar to bar: real ones stand .1 m apart, which would hide who is behind."""
_BAND = 0.36
"""Metres from one slanting stripe to the next."""
_BLISTER, _SEEN = 0.15, 24
"""Metres from blister to blister (real ones 67 mm: every other is drawn), and pixels a metre from which they are."""
_TREAD = 0.3
"""Metres of a stair's tread: 280 to 300 mm is what British stairs for the public have."""
_RIB = 0.12
"""Metres from rib to rib of metal steps."""
_PLATE = 0.3
"""Metres from plate to plate of a moving walk or a wide belt."""
_RUNG = 0.28
"""Metres from rung to rung of a ladder."""
_SHELF = 0.3
"""Metres from shelf to shelf of goods."""
_RIPPLES = 3
"""Ripples a square metre of water."""


def plain(face: Face, block: Block) -> None:
    """One colour with a light rim."""
    face.fill(block.colour)
    face.edge()


def metal(face: Face, block: Block) -> None:
    """A cool sheen down the side and a bright rim."""
    face.fill(block.colour)
    if face.side != "top" and face.width > 0.12:
        face.flat(face.width * 0.12, 0, face.width * 0.10, face.height, (*SHINE, 26))
        face.flat(face.width * 0.80, 0, face.width * 0.20, face.height, (10, 16, 28, 22))
    face.edge(0.34)


def bronze(face: Face, block: Block) -> None:
    """Dark warm metal that catches the light above."""
    face.fill(block.colour, 0.2)
    face.flat(0, face.height * 0.75, face.width, face.height * 0.25, (255, 220, 160, 30))


def stone(face: Face, block: Block) -> None:
    """Courses of stone with fine joints, no two blocks quite alike."""
    face.fill(block.colour)
    if face.side == "top" or face.height < 0.5:
        face.edge()
        return
    chance = stream(0, "stone", f"{block.low}/{face.width:.2f}")
    rows = max(1, round(face.height / _STONE))
    columns = max(1, round(face.width / _ASHLAR))
    for row in range(rows):
        v = face.height * row / rows
        for column in range(columns):
            face.flat(
                face.width * column / columns, v, face.width / columns, face.height / rows,
                (*SHINE, int(chance.integers(0, 14))),
            )
        if row:
            face.flat(0, v - 0.01, face.width, 0.02, (30, 26, 20, 44))
    face.edge()


def timber(face: Face, block: Block) -> None:
    """Slats along the longer side, with dark gaps between."""
    face.fill(block.colour, 0.06)
    along = face.width >= face.height
    across = face.height if along else face.width
    slats = max(1, round(across / _SLAT)) if across < 1.4 else max(2, round(across / _PLANK))
    for n in range(slats):
        shade = (255, 235, 200, 22) if n % 2 else (40, 20, 8, 16)
        if along:
            face.flat(0, across * n / slats, face.width, across / slats, shade)
        else:
            face.flat(across * n / slats, 0, across / slats, face.height, shade)
        if n and across > 0.2:
            gap = (30, 18, 10, 150)
            if along:
                face.flat(0, across * n / slats - 0.012, face.width, 0.024, gap)
            else:
                face.flat(across * n / slats - 0.012, 0, 0.024, face.height, gap)
    face.edge(0.18)


def glass(face: Face, block: Block) -> None:
    """Clear with a cool tint, two slanting reflections and a bright rim."""
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, (226, 240, 242, 190))
        return
    face.flat(0, 0, face.width, face.height, (*light_up(block.colour, face.glow), 62))
    for start in (0.15, 0.62):
        u, w, lean = face.width * start, min(0.5, face.width * 0.14), min(face.width * 0.25, face.height * 0.5)
        points = [(u, 0), (u + w, 0), (u + w + lean, face.height), (u + lean, face.height)]
        face.shape([(min(x, face.width), y) for x, y in points], (*SHINE, 38))
    face.flat(0, face.height - 0.05, face.width, 0.05, (236, 246, 247, 210))
    for u in (0.0, face.width - 0.03):
        face.flat(u, 0, 0.03, face.height, (220, 234, 236, 150))


def gate(face: Face, block: Block) -> None:
    """A ticket gate's cabinet: a dark recess and a lit arrow or cross on its ends."""
    metal(face, block)
    if face.side in ("left", "right"):
        middle, v = face.width / 2, face.height * 0.72
        face.disc(middle, v, 0.085, (18, 24, 30))
        if face.side == "left":
            face.shape([(middle - 0.05, v - 0.045), (middle + 0.05, v - 0.045), (middle, v + 0.06)], _GO)
        else:
            face.flat(middle - 0.055, v - 0.016, 0.11, 0.032, _STOP)
    elif face.side != "top":
        face.rect(0.12, 0.12, face.width - 0.24, face.height * 0.5, mix(block.colour, (12, 18, 26), 0.35))
        face.flat(0.12, face.height * 0.80, face.width - 0.24, 0.05, _GO)


def reader(face: Face, block: Block) -> None:
    """A bright pad to touch with a card."""
    face.fill(block.colour)
    if face.side == "top":
        face.disc(face.width / 2, face.height / 2, min(face.width, face.height) * 0.32, (255, 244, 206))


def rail(face: Face, block: Block) -> None:
    """Posts, a hand rail and thin bars, open between."""
    colour = light_up(block.colour, face.glow)
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, light_up(block.colour, 1.12))
        return
    thick = min(0.06, face.height)
    for v in (0.0, face.height * 0.5, face.height - thick):
        face.flat(0, v, face.width, thick * (1 if v > face.height * 0.6 else 0.6), colour)
    bars = max(1, round(face.width / _BARS))
    for n in range(bars + 1):
        face.flat((face.width - _BAR) * n / bars, 0, _BAR, face.height, colour)
    face.edge(0.4)


def stripes(face: Face, block: Block) -> None:
    """Slanting warning stripes."""
    face.fill((236, 232, 222))
    if face.side == "top":
        return
    step, lean = _BAND, face.height * 0.6
    for n in range(-2, round(face.width / step) + 1):
        u = n * step
        points = [(u, 0.0), (u + step / 2, 0.0), (u + step / 2 + lean, face.height), (u + lean, face.height)]
        inside = [(min(max(x, 0.0), face.width), y) for x, y in points]
        face.shape(inside, light_up(block.colour, face.glow))


def tactile(face: Face, block: Block) -> None:
    """Warning paving with its blisters."""
    face.fill(block.colour)
    if face.side == "top" and abs(face.across[0]) / face.width > _SEEN:
        dark = light_up(mix(block.colour, (90, 60, 10), 0.5), 0.95)
        for row in range(max(1, int(face.height / _BLISTER))):
            for n in range(int(face.width / _BLISTER)):
                face.flat(n * _BLISTER + 0.05, row * _BLISTER + 0.05, 0.06, 0.06, dark)


def steps(face: Face, block: Block) -> None:
    """Treads with a pale edge."""
    face.fill(block.colour)
    if face.side == "top":
        treads = max(1, round(face.height / _TREAD))
        for n in range(treads):
            v = face.height * n / treads
            face.rect(0, v, face.width, face.height / treads, mix(block.colour, (20, 20, 24), 0.30 * n / treads))
            face.flat(0, v, face.width, 0.05, light_up(mix(block.colour, (250, 240, 214), 0.55), 1.0))


def treads(face: Face, block: Block) -> None:
    """Ribbed metal steps with a yellow edge."""
    face.fill(block.colour)
    if face.side == "top":
        for n in range(1, int(face.width / _RIB)):
            face.flat(n * _RIB, 0, 0.03, face.height, (*_GROOVE, 110))
        face.flat(0, 0, face.width, 0.05, light_up(mix((226, 184, 66), block.colour, 0.25), 1.0))
    elif face.side == "front":
        for n in range(1, int(face.width / _RIB)):
            face.flat(n * _RIB, 0, 0.03, face.height, (*_GROOVE, 60))


def lift_car(face: Face, block: Block) -> None:
    """The inside of a lift: a lit panel, a hand rail and buttons."""
    face.fill(mix(block.colour, (255, 240, 208), 0.4))
    if face.side in ("top",):
        return
    w, h = face.width, face.height
    face.flat(0, h * 0.40, w, 0.05, (104, 108, 112))
    face.flat(w * 0.14, h * 0.5, w * 0.72, h * 0.38, (222, 232, 232))
    face.flat(w * 0.90, h * 0.42, w * 0.06, h * 0.2, (60, 66, 74))


def legs(face: Face, block: Block) -> None:
    """Thin legs at the corners, open between."""
    if face.side != "top":
        for u in (0.0, face.width - _BAR):
            face.flat(u, 0, _BAR, face.height, light_up(block.colour, face.glow))


def belt(face: Face, block: Block) -> None:
    """A taut band; a wide one has slats."""
    face.fill(block.colour, 0)
    if face.side == "top" and face.height > 0.5:
        for n in range(1, int(face.width / _PLATE)):
            face.flat(n * _PLATE, 0, 0.03, face.height, (*_GROOVE, 90))


def ladder(face: Face, block: Block) -> None:
    """Two stiles and rungs."""
    legs(face, block)
    for n in range(1, int(face.height / _RUNG)):
        if face.side != "top":
            face.flat(0, n * _RUNG, face.width, _BAR, light_up(block.colour, face.glow))


def bin_(face: Face, block: Block) -> None:
    """A clear or steel bin with a dark mouth."""
    metal(face, block)
    if face.side != "top" and face.height > 0.3:
        face.flat(face.width * 0.18, face.height * 0.74, face.width * 0.64, face.height * 0.13, (16, 20, 24))
        face.flat(face.width * 0.18, face.height * 0.30, face.width * 0.64, 0.05, (240, 244, 240, 120))


def goods(face: Face, block: Block) -> None:
    """Rows of small coloured things for sale."""
    face.fill(mix(block.colour, (30, 30, 34), 0.45))
    chance = stream(0, "goods", f"{face.side}/{face.width:.1f}/{face.height:.1f}")
    hues = ((201, 96, 74), (222, 170, 70), (96, 142, 104), (84, 122, 168), (226, 218, 198), (150, 98, 140))
    rows = max(1, round(face.height / _SHELF))
    for row in range(rows):
        u = 0.05
        while u < face.width - 0.1:
            w = 0.09 + 0.10 * float(chance.random())
            h = face.height / rows * (0.55 + 0.3 * float(chance.random()))
            face.rect(u, face.height * row / rows + 0.03, w, h, hues[int(chance.integers(len(hues)))])
            u += w + 0.025


def paper(face: Face, block: Block) -> None:
    """Stacked papers with lines of print."""
    face.fill(block.colour, 0)
    lines = max(2, int(face.height / 0.09))
    for n in range(lines):
        face.flat(0.05, face.height * (n + 0.4) / lines, face.width - 0.1, 0.02, (60, 64, 70, 120))


def water(face: Face, block: Block) -> None:
    """Still water with a few bright ripples."""
    face.fill(block.colour)
    if face.side == "top":
        chance = stream(0, "water", f"{face.width:.1f}")
        for _ in range(int(face.width * face.height * _RIPPLES)):
            u, v = float(chance.random()) * face.width, float(chance.random()) * face.height
            face.flat(u, v, 0.35, 0.03, (*SHINE, 70))


def lamp(face: Face, _block: Block, now: Daylight) -> None:
    """A lamp's shade: bright when the lamps are lit."""
    face.flat(0, 0, face.width, face.height, mix(light_up((240, 236, 222), face.glow), (255, 226, 158), now.lamps))


def help_(face: Face, block: Block) -> None:
    """A help point: a call button, a speaker and a blue lamp."""
    metal(face, block)
    if face.side not in ("top", "back") and face.height > 0.4:
        u = face.width / 2
        face.disc(u, face.height * 0.62, min(0.10, face.width * 0.3), (70, 214, 120))
        face.disc(u, face.height * 0.84, min(0.08, face.width * 0.25), (236, 244, 250))
        face.flat(u - 0.1, face.height * 0.42, 0.2, 0.03, (16, 22, 30))


SKINS: Mapping[str, Skin] = {
    "plaster": plain, "metal": metal, "bronze": bronze, "stone": stone, "timber": timber, "glass": glass, "gate": gate,
    "reader": reader, "rail": rail, "stripes": stripes, "tactile": tactile, "steps": steps, "legs": legs,
    "treads": treads, "lift car": lift_car, "case": case, "box": box, "cabinet": cabinet, "bicycle": bicycle,
    "buffer": buffer, "piano": piano, "keys": keys, "curtain": curtain, "sheet": sheet,
    "belt": belt, "ladder": ladder, "bin": bin_, "goods": goods, "flowers": goods, "paper": paper, "lockers": lockers,
    "water": water, "help": help_, "awning": awning, "door": door, "map": map_,
    "brick": brick, "tiled": tile, "cut": cut_, "leaves": leaves, "train": train, "shop": shop, "doorway": doorway,
    "vehicle windows": vehicle_windows, "car body": car_body, "bus seats": bus_seats,
    "signal head": signal_head, "man head": man_head,
    "globe": globe, "papered": papered, "shutter": shutter,
}
TIMED: Mapping[str, Timed] = {
    "board": board, "clock": clock, "lamp": lamp, "train windows": carriage_windows, "wall": wall, "facade": facade,
    "sign": sign, "poster": poster, "screen": screen, "machine": machine, "blind": blind,
    "bus windows": bus_windows, "bus doorway": bus_doorway,
}


def paint(face: Face, block: Block, now: Daylight) -> None:
    """Draw the face in its block's skin; an unknown skin is plain."""
    if block.skin in TIMED:
        TIMED[block.skin](face, block, now)
    else:
        SKINS.get(block.skin, plain)(face, block)
