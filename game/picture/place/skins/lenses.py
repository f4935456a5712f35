"""Lights in the street: signal heads for traffic and for people, and the globes of zebra crossings."""

from game.theme import Colour

from ...colour import light_up, mix
from ..block import Block
from ..easel import Face
from .light import SHINE

_HOUSING: Colour = (24, 26, 30)
_BORDER: Colour = (232, 232, 228)
_UNLIT = 0.82
"""How much of the housing's black there is in a lens that is not lit."""
_RED: Colour = (255, 52, 44)
_AMBER: Colour = (255, 176, 40)
_GREEN: Colour = (56, 236, 150)
_LENSES = (("red", _RED, 0.83), ("amber", _AMBER, 0.5), ("green", _GREEN, 0.17))
"""Of a head for traffic: in what signals it is lit, its colour, and how high its middle is as a share of the head."""


def signal_head(face: Face, block: Block) -> None:
    """A head with a white border and three lenses; its text is what is shown, such as `red and amber`."""
    if face.side != "front":
        face.fill(_HOUSING)
        return
    w, h = face.width, face.height
    face.flat(0, 0, w, h, _BORDER)
    face.flat(w * 0.07, h * 0.03, w * 0.86, h * 0.94, _HOUSING)
    for name, colour, high in _LENSES:
        _lens(face, (w / 2, h * high), min(w * 0.34, h * 0.145), colour, lit=name in block.text)


def man_head(face: Face, block: Block) -> None:
    """A head for people: a red man who stands above a green one who walks; its text is the one that is shown."""
    face.fill(_HOUSING)
    if face.side != "front":
        return
    w, h = face.width, face.height
    for name, colour, high in (("red", _RED, 0.75), ("green", _GREEN, 0.25)):
        lit = name == block.text
        shown = colour if lit else mix(colour, _HOUSING, _UNLIT)
        half, foot = w * 0.17, h * high - h * 0.21
        if lit:
            face.disc(w / 2, h * high, w * 0.46, (*colour, 60))
        face.flat(w / 2 - half, foot + h * 0.10, 2 * half, h * 0.22, shown)
        spread = half * (1.5 if name == "green" else 0.7)
        face.flat(w / 2 - spread, foot, half * 0.8, h * 0.12, shown)
        face.flat(w / 2 + spread - half * 0.8, foot, half * 0.8, h * 0.12, shown)
        face.disc(w / 2, foot + h * 0.37, w * 0.13, shown)


def globe(face: Face, block: Block) -> None:
    """The globe of a zebra crossing, which is lit where its text says so."""
    face.fill(light_up(block.colour, 1.25) if block.text == "lit" else mix(block.colour, _HOUSING, 0.42))


def _lens(face: Face, at: tuple[float, float], r: float, colour: Colour, *, lit: bool) -> None:
    if lit:
        face.disc(*at, r * 1.5, (*colour, 70))
    face.disc(*at, r, colour if lit else mix(colour, _HOUSING, _UNLIT))
    if lit:
        face.disc(*at, r * 0.5, mix(colour, SHINE, 0.5))
