"""Large things: walls in their finishes, cuts through them, trains and greenery."""

from math import cos, pi, sin

import numpy as np

from game.chance import stream
from game.theme import Colour
from game.view.viewpoint import up_the_picture

from ...colour import light_up, mix
from ...daylight import Daylight
from ..block import Block
from ..easel import Face
from .light import LAMPLIGHT, SHINE

_SIXTHS = np.arange(6) * (pi / 3)
"""A leaf is drawn as a hexagon: with fewer corners leaves look like chips, more cost time and are not seen."""
_DOOR, _APART, _SEAM = 1.3, 5.0, 0.03
"""Metres of a carriage's double door, from one to the next, and of the gap between its leaves; as on British suburban
trains, which have two or four doors a side in a carriage of 20 m."""
_YELLOW: Colour = (236, 198, 84)
"""The ends of trains, and the line along their side: cabs are yellow so that people on the track see them come."""
_UNDERFRAME: Colour = (38, 42, 48)
_CUT: Colour = (74, 80, 90)
"""The top of a wall that is cut through, dark as in an architect's section, so that walls do not look like floors."""
_DADO, _SKIRTING = 1.0, 0.16
"""Metres up to which walls are darker, where trolleys and shoulders rub, and of the board below."""
_COURSE, _JOINT = 0.16, 0.018
"""Metres from joint to joint of bricks, and of the joint: two courses of 75 mm as one, as single ones run together at
the sizes that the scene is drawn in."""
_TILE, _GROUT, _EYES = 0.22, 0.014, 1.5
"""Metres of a tile's height (it is twice as wide), of its joint, and how high the band at people's eyes begins."""
_STONE, _PLINTH = 0.5, 0.8
"""Metres of a course of a house's stones, and of its plinth."""
_STOREYS = ((1.5, 2.0), (4.2, 1.3))
"""How high the windows of a house's storeys begin, and how tall they are, in m: those upstairs are lower."""


def train(face: Face, block: Block) -> None:
    """A carriage below and above its windows: doors and a stripe along it, a cab with lamps at its ends."""
    w, h = face.width, face.height
    if face.side == "top":
        roof = mix(block.colour, (150, 158, 164), 0.7)
        face.fill(roof)
        for n in range(1, 4):
            face.rect(w * n / 4 - 0.03, 0, 0.06, h, mix(roof, (60, 66, 74), 0.25))
        for n in range(1, max(2, round(h / 3.0))):
            face.rect(w * 0.28, 3.0 * n - 0.8, w * 0.44, 1.4, mix(roof, (90, 98, 106), 0.5))
            face.rect(w * 0.28, 3.0 * n - 0.15, w * 0.44, 0.06, mix(roof, (60, 66, 74), 0.6))
        return
    face.fill(block.colour)
    low = block.low < 0.6
    if face.side in ("front", "back"):
        _cab(face, low=low)
    elif low:
        face.flat(0, 0, w, h * 0.16, _UNDERFRAME)
        face.flat(0, h * 0.62, w, 0.10, light_up(_YELLOW, face.glow))
        for u in _doors(w):
            face.rect(u, h * 0.16, _DOOR, h, mix(block.colour, SHINE, 0.55))
            face.flat(u + _DOOR / 2 - 0.01, h * 0.16, _SEAM, h, (20, 26, 34))
    else:
        for u in _doors(w):
            face.rect(u, 0, _DOOR, h * 0.5, mix(block.colour, SHINE, 0.55))
        face.flat(0, h * 0.86, w, h * 0.14, (*SHINE, 30))


def _doors(length: float) -> list[float]:
    """Where the doors of a carriage begin, along its side."""
    count = max(1, round(length / _APART))
    return [length * (n + 0.5) / count - _DOOR / 2 for n in range(count)]


def _cab(face: Face, *, low: bool) -> None:
    w, h = face.width, face.height
    if not low:
        face.flat(w * 0.26, h * 0.18, w * 0.48, h * 0.5, (14, 16, 20))
        face.flat(w * 0.33, h * 0.30, w * 0.34, h * 0.26, (255, 190, 80))
        return
    face.rect(w * 0.06, h * 0.2, w * 0.88, h * 0.8, _YELLOW)
    face.flat(0, 0, w, h * 0.2, _UNDERFRAME)
    face.flat(w * 0.42, 0, w * 0.16, h * 0.3, (60, 64, 70))
    for u in (0.2, 0.8):
        face.disc(w * u, h * 0.52, h * 0.13, (250, 248, 236))
        face.disc(w * (u + (0.09 if u < 0.5 else -0.09)), h * 0.52, h * 0.08, (214, 66, 54))


def carriage_windows(face: Face, block: Block, now: Daylight) -> None:
    """The band of windows along a carriage, lit inside by night; two large panes at its ends."""
    face.fill(mix(block.colour, (60, 72, 84), 0.7))
    if face.side == "top":
        return
    w, h = face.width, face.height
    glassy = mix((104, 130, 146), LAMPLIGHT, 0.25 + 0.75 * now.lamps)
    if face.side in ("front", "back"):
        face.rect(0, 0, w, h, _YELLOW)
        for u in (0.07, 0.53):
            face.flat(w * u, h * 0.08, w * 0.40, h * 0.88, mix((52, 66, 80), (120, 116, 104), now.lamps))
            face.shape([(w * (u + 0.05), h * 0.08), (w * (u + 0.15), h * 0.08), (w * (u + 0.30), h * 0.96),
                        (w * (u + 0.20), h * 0.96)], (*SHINE, 40))  # fmt: skip
        return
    panes = max(1, round(w / 1.0))
    for n in range(panes):
        u = w * n / panes + 0.08
        face.flat(u, h * 0.14, w / panes - 0.16, h * 0.72, glassy)
        face.flat(u, h * 0.55, w / panes - 0.16, h * 0.31, (*SHINE, 44))
    for u in _doors(w):
        face.rect(u, 0, _DOOR, h, (206, 216, 222))
        for part in (0.1, 0.72):
            face.flat(u + part, h * 0.1, 0.48, h * 0.84, glassy)
        face.flat(u + _DOOR / 2 - 0.01, 0, _SEAM, h, (20, 26, 34))


def wall(face: Face, block: Block, now: Daylight) -> None:
    """Plaster over a darker dado, a rail between, a window high up where the wall is tall, a dark cut on top."""
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, _CUT)
        return
    face.fill(block.colour, 0.05)
    w, h = face.width, face.height
    if h < 2:
        face.edge()
        return
    face.rect(0, 0, w, _DADO, mix(block.colour, (96, 104, 108), 0.45))
    face.rect(0, 0, w, _SKIRTING, (86, 88, 92))
    face.rect(0, _DADO, w, 0.07, mix(block.colour, SHINE, 0.35))
    face.rect(0, 0, 0.22, h, mix(block.colour, SHINE, 0.12))
    face.flat(0.22, 0, 0.05, h, (30, 24, 20, 26))
    if w > 1.6 and h > 3.6:
        sky = mix(light_up((198, 220, 232), face.glow), (84, 96, 128), now.lamps)
        face.rect(0.62, h - 1.42, w - 0.98, 1.0, (96, 100, 106))
        panes = max(1, round((w - 1.0) / 0.6))
        wide = (w - 1.1) / panes
        for n in range(panes):
            for low, high, share in ((0.0, 0.42, 0.0), (0.46, 0.88, 0.25)):
                face.flat(0.68 + wide * n, h - 1.36 + low, wide - 0.06, high - low, mix(sky, SHINE, share))
    face.rect(0, h - 0.22, w, 0.22, mix(block.colour, (90, 92, 98), 0.55))
    face.edge()


def facade(face: Face, block: Block, now: Daylight) -> None:
    """The front of a house: courses of stone on a darker plinth, a tall window in each bay, a cornice; lit by night."""
    w, h = face.width, face.height
    if face.side == "top":
        face.flat(0, 0, w, h, (120, 116, 108))
        return
    face.fill(block.colour, 0.05)
    for n in range(1, int(h / _STONE)):
        face.flat(0, n * _STONE, w, 0.025, (70, 60, 50, 44))
    face.rect(0, 0, w, _PLINTH, mix(block.colour, (110, 106, 100), 0.5))
    pane = mix(light_up((92, 116, 132), face.glow), (250, 214, 140), 0.75 * now.lamps)
    for low, tall in _STOREYS:
        if w < 1.8 or low + tall > h - 0.7:
            continue
        u = w / 2 - 0.55
        face.rect(u - 0.16, low - 0.2, 1.42, tall + 0.42, mix(block.colour, SHINE, 0.4))
        face.flat(u, low, 1.1, tall, pane)
        face.flat(u + 0.53, low, 0.05, tall, (236, 232, 222))
        face.flat(u, low + tall / 2, 1.1, 0.05, (236, 232, 222))
    face.rect(0, h - 0.55, w, 0.16, mix(block.colour, (90, 84, 76), 0.4))
    face.rect(0, h - 0.38, w, 0.38, mix(block.colour, SHINE, 0.3))
    face.edge()


def brick(face: Face, block: Block) -> None:
    """Courses of brick."""
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, _CUT)
        return
    face.fill(block.colour, 0.06)
    for n in range(1, int(face.height / _COURSE)):
        face.flat(0, n * _COURSE, face.width, _JOINT, (236, 226, 210, 56))


def tile(face: Face, block: Block) -> None:
    """Glazed tiles with a coloured band at eye level."""
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, _CUT)
        return
    face.fill(block.colour, 0.06)
    for n in range(1, int(face.height / _TILE)):
        face.flat(0, n * _TILE, face.width, _GROUT, (90, 100, 100, 60))
    for n in range(1, int(face.width / (2 * _TILE))):
        face.flat(n * 2 * _TILE, 0, _GROUT, face.height, (90, 100, 100, 40))
    face.rect(0, _EYES, face.width, _TILE, (70, 120, 116))


def cut_(face: Face, _block: Block) -> None:
    """Where a wall or a front is cut away to show what is behind: a dark section."""
    if face.side == "top":
        face.flat(0, 0, face.width, face.height, (66, 73, 84))
    else:
        face.flat(0, 0, face.width, face.height, light_up((92, 98, 108), face.glow))
    face.edge(0.12)


def leaves(face: Face, block: Block) -> None:
    """Leaves in clumps, dark below and light above, spilling over the block's edges."""
    if face.side != "top":
        return
    chance = stream(0, "leaves", f"{face.width:.1f}/{face.height:.1f}/{block.high:.2f}")
    tall, scale = block.high - block.low, face.easel.scale
    drop = up_the_picture(0.0, tall) * scale
    if tall > 1.0:
        _crown(face, block, drop)
    for layer in range(5):
        share = layer / 4
        colour = mix(light_up(block.colour, 0.62), light_up(mix(block.colour, (190, 220, 120), 0.35), 1.06), share)
        drawn = chance.random((int(12 + face.width * face.height * 30), 6)).T
        spread = 1.12 - 0.35 * share
        x, y = face.at(face.width * (0.5 + (drawn[0] - 0.5) * spread), face.height * (0.5 + (drawn[1] - 0.5) * spread))
        y = y + drop * (1 - share) * (0.55 + 0.4 * drawn[2])
        r = (0.045 + 0.05 * drawn[3]) * scale
        lean = (drawn[5] * pi)[:, None] + _SIXTHS
        leaf = np.stack([x[:, None] + r[:, None] * np.cos(lean), y[:, None] + 0.7 * r[:, None] * np.sin(lean)], axis=2)
        for points, glow in zip(leaf.tolist(), (0.92 + 0.2 * drawn[4]).tolist(), strict=True):
            face.easel.polygon(points, light_up(colour, glow))


def _crown(face: Face, block: Block, drop: float) -> None:
    """The dense inside of a tree's crown: large dark clumps, rounded off below."""
    chance = stream(0, "crown", f"{face.width:.1f}/{block.high:.2f}")
    for layer in range(4):
        share = layer / 3
        colour = light_up(block.colour, 0.55 + 0.25 * share)
        for n in range(14):
            turn, far = n * 2 * pi / 7 + layer, 0.22 + 0.20 * (n % 2)
            wide = 0.62 + 0.38 * sin(pi * (0.25 + 0.6 * share))
            x, y = face.at(
                face.width * (0.5 + far * wide * cos(turn)), face.height * (0.5 + far * wide * sin(turn))
            )
            r = (0.30 + 0.12 * float(chance.random())) * face.easel.scale * min(1.0, face.width / 2)
            y += drop * (0.9 - 0.8 * share)
            clump = [(x + r * cos(k * pi / 6), y + 0.8 * r * sin(k * pi / 6)) for k in range(12)]
            face.easel.polygon(clump, light_up(colour, 0.94 + 0.12 * float(chance.random())))
