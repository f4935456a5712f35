"""Stairs, escalators and lifts, drawn from the venue's portals, and people on them: cut off at a rim, fading away."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from game.scenario import Layout
from game.scenario.venue.passages import BUILT, Passage
from game.theme import Colour
from game.view import Snapshot, Viewpoint
from game.view.viewpoint import up_the_picture

from ..colour import mix
from ..sprite import Blit
from .block import Block, chord, see
from .props import Group

_TREAD = 0.3
"""Metres from the edge of one step to the next."""
_STONE: Colour = (168, 163, 153)
_STEEL: Colour = (92, 98, 106)
_DARK: Colour = (22, 24, 30)
_GLASS: Colour = (184, 208, 214)
_FRAME: Colour = (70, 78, 88)
_SIGN: Colour = (44, 66, 94)


def ways(layout: Layout, turn: int) -> list[Group]:
    """Everything that is to be seen of the venue's passages."""
    found = []
    for passage in layout.passages.values():
        for n, (blocks, rank, masked) in enumerate(_parts(passage) if passage.kind in BUILT else ()):
            views = tuple(see(block, turn) for block in blocks)
            hole = see(Block(passage.strip(0.0, passage.run), 0.0, 0.0, _DARK), turn).corners if masked else ()
            found.append(Group(f"way {passage.portal}/{n}", passage.at, views, rank, opening=hole))
    return found


def _parts(passage: Passage) -> Iterator[tuple[list[Block], int, bool]]:
    """Blocks that are drawn together, their rank, and whether they are seen through a hole in the floor."""
    if passage.kind == "lift":
        yield from (([block], rank, False) for block, rank in _lift(passage))
        return
    yield [Block(passage.strip(-0.5, 0.0), 0.0, 0.02, (216, 180, 84), "tactile")], 0, False
    if passage.rise < 0:
        yield _well(passage), 0, True
        yield from (([block], 1, False) for block in _rails(passage))
    else:
        yield from (([block], 1, False) for block in _flight(passage))
    for side in (passage.half + 0.02, -passage.half - 0.12):
        yield [Block(passage.strip(0.0, 0.1, side + 0.1, side), 0.0, 2.62, _FRAME, "metal")], 1, False
    words = passage.portal.upper()
    yield (
        [Block(passage.strip(0.0, 0.1, passage.half + 0.12, -passage.half - 0.12), 2.5, 2.94, _SIGN, "sign", words)],
        2,
        False,
    )


def _well(passage: Passage) -> list[Block]:
    """Steps that lead down between walls, darker the deeper they are."""
    count = round(passage.run / _TREAD)
    deep, step = passage.rise - 0.3, passage.run / count
    skin, colour = ("treads", _STEEL) if passage.kind == "escalator" else ("steps", _STONE)
    blocks = []
    for n in range(count):
        strip = passage.strip(n * step, (n + 1) * step)
        blocks.append(Block(strip, deep, passage.rise * (n + 1) / count, mix(colour, _DARK, 0.9 * n / count), skin))
    wall = mix(_STONE, _DARK, 0.35)
    sides = (
        passage.strip(0.0, passage.run, passage.half + 0.12, passage.half),
        passage.strip(0.0, passage.run, -passage.half, -passage.half - 0.12),
        passage.strip(passage.run, passage.run + 0.12),
    )
    return blocks + [Block(strip, deep, 0.0, wall, "tiled") for strip in sides]


def _rails(passage: Passage) -> Iterator[Block]:
    """Along both sides of a well and across its end, a parapet of glass."""
    for side in (passage.half + 0.01, -passage.half - 0.09):
        yield Block(passage.strip(0.1, passage.run + 0.08, side + 0.08, side), 0.0, 1.0, _GLASS, "glass")
    yield Block(passage.strip(passage.run, passage.run + 0.08), 0.0, 1.0, _GLASS, "glass")


def _flight(passage: Passage) -> Iterator[Block]:
    """Steps that lead up, with a balustrade on either side."""
    count = round(passage.run / _TREAD)
    step = passage.run / count
    skin, colour = ("treads", _STEEL) if passage.kind == "escalator" else ("steps", _STONE)
    for n in range(count):
        low, high = passage.rise * n / count, passage.rise * (n + 1) / count
        yield Block(passage.strip(n * step, (n + 1) * step), 0.0, high, mix(colour, _DARK, 0.04 * (n % 2)), skin)
        if n % 2 == 0:
            for side in (passage.half, -passage.half - 0.1):
                panel = passage.strip(n * step, min((n + 2) * step, passage.run), side + 0.1, side)
                yield Block(panel, 0.0, low + 0.25, _FRAME, "metal")
                yield Block(panel, low + 0.25, low + 1.0, _GLASS, "glass")


def _lift(passage: Passage) -> Iterator[tuple[Block, int]]:
    """A glass shaft with its doors open."""
    half, run = passage.half, passage.run
    yield Block(passage.strip(0.0, run), 0.0, 0.03, (150, 146, 138), "metal"), 0
    yield Block(passage.strip(run, run + 0.1, half + 0.1, -half - 0.1), 0.0, 2.5, (176, 170, 156), "lift car"), 1
    for side in (half, -half - 0.1):
        yield Block(passage.strip(0.1, run, side + 0.1, side), 0.0, 2.5, _GLASS, "glass"), 1
    door = min(0.5, half / 2)
    for a, b in ((half + 0.1, door), (-door, -half - 0.1)):
        yield Block(passage.strip(0.0, 0.1, a, b), 0.0, 2.3, (170, 176, 182), "metal"), 1
    words = passage.portal.upper()
    yield Block(passage.strip(0.0, 0.1, half + 0.1, -half - 0.1), 2.3, 2.62, _SIGN, "sign", words), 2
    yield Block(passage.strip(0.1, run + 0.1, half + 0.1, -half - 0.1), 2.5, 2.62, _FRAME, "metal"), 2


class PeopleOnStairs:
    """Draws people on passages as they are seen."""

    def __init__(self, layout: Layout) -> None:
        """For those passages of one venue in which one goes out of sight: along a pavement people are in full view."""
        self._passages = tuple(passage for passage in layout.passages.values() if not passage.lane)

    def cast_shadows(self, crowd: Snapshot, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Who casts a shadow on the floor: all but those below it and those who fade."""
        out = np.asarray(crowd.base[rows] > -0.05)
        for passage in self._passages:
            forth, inside = along(passage, crowd, rows)
            out &= ~(inside & (forth > passage.fades[0]))
        return out

    def show(
        self, people: list[Blit], crowd: Snapshot, rows: NDArray[np.int64], viewpoint: Viewpoint, top: int
    ) -> list[Blit]:
        """The same pictures, but for those in a passage; `top` is the panel's first row in the whole picture."""
        if not self._passages:
            return people
        out = list(people)
        for passage in self._passages:
            forth, inside = along(passage, crowd, rows)
            for n in np.flatnonzero(inside).tolist():
                out[n] = self._cut(out[n], passage, crowd.position[rows[n]], viewpoint, top)
                out[n] = _fade(out[n], passage, float(forth[n]))
        return out

    def _cut(self, blit: Blit, passage: Passage, at: NDArray[np.float64], viewpoint: Viewpoint, top: int) -> Blit:
        """What the floor on this side of a well leaves to be seen."""
        if passage.rise >= 0:
            return blit
        surface, (x, y) = blit
        flat = replace(viewpoint, x=0.0, y=0.0)
        across = float(flat.across_and_depth(at[None])[0][0])
        hole = see(Block(passage.strip(0.0, passage.run), 0.0, 0.0, _DARK), viewpoint.turn).corners
        near, _ = chord(hole, [across])
        if not isfinite(near):
            return blit  # their middle is just beside the hole
        rim = round(-up_the_picture(near) * viewpoint.scale) - top - y
        if rim >= surface.get_height():
            return blit
        return surface.subsurface((0, 0, surface.get_width(), max(rim, 1))), (x, y)


def along(
    passage: Passage, crowd: Snapshot, rows: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How far along a passage everyone is, and who is in it at all."""
    dx, dy = (crowd.position[rows] - passage.at).T
    forth = np.asarray(dx * passage.out[0] + dy * passage.out[1])
    across = dy * passage.out[0] - dx * passage.out[1]
    return forth, (forth > 0) & (forth < passage.run + 0.2) & (np.abs(across) < passage.half + 0.1)


def _fade(blit: Blit, passage: Passage, forth: float) -> Blit:
    """The picture of someone so many metres along a passage, paler towards where they are out of sight."""
    begins, gone = passage.fades
    share = min(max((gone - forth) / (gone - begins), 0.0), 1.0)
    if share >= 1:
        return blit
    faded = blit[0].copy()
    faded.set_alpha(round(255 * share))
    return faded, blit[1]
