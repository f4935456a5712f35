"""Charts to look at: figures, each with its words beneath; strides step by step; props, each beside a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import pi
from typing import Literal

import numpy as np
import pygame

from game.cast import Looks
from game.scenario import Portal, Prop, PropKind, Venue, layout
from game.theme import theme
from game.view import POSES, Held, Pose, Snapshot, Viewpoint
from game.view.viewpoint import span

from ..instant import Instant
from ..people.sprites import Figures
from ..people.stance import Stance
from ..zoom import ZOOMS
from .people_sheets import PAPER, USUAL, stand
from .still import still

INK = (40, 44, 50)
WAYS: tuple[tuple[str, Literal["stairs", "escalator", "lift"], Literal["up", "down"], float], ...] = (
    ("Underpass", "stairs", "down", 2.4), ("Gallery", "stairs", "up", 2.4), ("Trains", "escalator", "up", 1.4),
    ("Way out", "escalator", "down", 1.4), ("Lift", "lift", "down", 1.8),
)  # fmt: skip
TILE = 288, 236
"""The size of one prop's picture, in px."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a chart; nothing in `held` is what hands usually hold in the pose."""

    looks: Looks
    words: str
    pose: Pose = Pose.STAND
    held: Held = Held.NOTHING
    turn: float = pi * 0.86
    phase: float = 0.35


def chart(cells: Sequence[Cell], height: int = 150, columns: int = 8) -> pygame.Surface:
    """Figures `height` px tall in rows, their words beneath."""
    figures = Figures([cell.looks for cell in cells])
    wide, high = round(height * 1.25), round(height * 1.78) + 22
    sheet = pygame.Surface((wide * columns, high * -(-len(cells) // columns)))
    sheet.fill(PAPER)
    for n, cell in enumerate(cells):
        held = cell.held if cell.held != Held.NOTHING else USUAL.get(cell.pose, Held.NOTHING)
        stance = Stance(cell.pose, cell.phase, cell.turn, held=held, speed=1.3)
        x, y = n % columns * wide + wide // 2, n // columns * high + round(height * 1.26)
        stand(sheet, figures, n, stance, height, x, y)
        _words(sheet, cell.words.replace("_", " "), (x, y + round(height * 0.42) + 10))
    return sheet


def prop_chart(kinds: Mapping[str, PropKind], looks: Looks, columns: int = 5) -> pygame.Surface:
    """Every kind of prop on a piece of floor, with a grown person beside it."""
    wide, high = TILE
    sheet = pygame.Surface((wide * columns, (high + 26) * -(-len(kinds) // columns)))
    sheet.fill(PAPER)
    for n, (name, kind) in enumerate(sorted(kinds.items())):
        x, y = n % columns * wide, n // columns * (high + 26)
        sheet.blit(_prop(kind, looks), (x, y))
        _words(sheet, name.replace("_", " "), (x + wide // 2, y + high + 13))
    return sheet


def _prop(kind: PropKind, looks: Looks) -> pygame.Surface:
    low = np.array([box.at for box in kind.boxes]).min(axis=0)
    top = np.array([np.add(box.at, box.size) for box in kind.boxes]).max(axis=0)
    w, d, h = (max(1.0, side) for side in (top - low).tolist())
    across, up = span(0, (w + 1.4, d), max(h, 2.0))
    fits = min((TILE[0] - 14) / across, (TILE[1] - 14) / up)
    scale = max((zoom for zoom in ZOOMS if zoom <= fits), default=ZOOMS[0])
    size = max(24.0, 3 * w), max(24.0, 3 * d)
    middle = size[0] / 2, size[1] / 2
    at = middle[0] - (low[0] + top[0]) / 2, middle[1] - (low[1] + top[1]) / 2
    venue = Venue(
        venue="A piece of floor", kind="public building", size=size, floor="stone", baseline="Nothing happens.",
        portals=(Portal(portal="door", at=(1.0, 1.0)),), props=(Prop(prop=kind.prop, at=at, text=_words_on(kind)),),
    )  # fmt: skip
    person = _standing([(middle[0] + w / 2 + 0.7, middle[1] - min(d, 2.0) / 2)], [0.0])
    view = Viewpoint(0.0, 0.0, scale, 0, *TILE).centre_on(middle[0] + 0.5, middle[1], max(h, 1.8) / 2)
    return still(layout(venue, {kind.prop: kind}), [looks], Instant.of(person, view), "12:00")


def _words_on(kind: PropKind) -> str:
    """Its name, if it bears words."""
    return kind.prop.replace("_", " ").upper()


def ways_chart(looks: Looks) -> pygame.Surface:
    """Every sort of stair and lift, in a row, with people on them."""
    portals = [
        Portal(portal=name, at=(3.0 + 4.0 * n, 5.0), width=width, kind=kind, leads=leads, towards=(0, 1))
        for n, (name, kind, leads, width) in enumerate(WAYS)
    ]
    size = 4.0 * len(WAYS) + 2.0, 13.0
    venue = Venue(
        venue="A piece of floor", kind="public building", size=size, floor="terrazzo", baseline="Nothing happens.",
        portals=tuple(portals),
    )  # fmt: skip
    place = layout(venue, {})
    at, base = [], []
    for way in place.passages.values():
        for forth in (-1.2, *(way.run * share for share in (0.2, 0.45, 0.7))):
            at.append(way.spot(way.half * (0.4 if forth > 0 else -0.4), forth))
            base.append(way.height(forth))
    view = Viewpoint(11.0, 7.0, ZOOMS[3], 0, 1440, 640)
    return still(place, [looks] * len(at), Instant.of(_standing(at, base), view), "12:00")


def _standing(at: Sequence[tuple[float, float]], base: Sequence[float]) -> Snapshot:
    """People who stand and look south."""
    n = len(at)
    south, one = np.tile([0.0, -1.0], (n, 1)), np.ones(n, dtype=np.int64)
    return Snapshot(
        0, np.arange(n), np.array(at), south, south, south, np.zeros(n), south, one * POSES.index(Pose.STAND),
        np.full(n, 0.3), one * 0, np.zeros(n), np.array(base), one,
    )  # fmt: skip


def _words(sheet: pygame.Surface, words: str, at: tuple[int, int]) -> None:
    drawn = theme().font("Medium", 14).render(words, True, INK)
    sheet.blit(drawn, drawn.get_rect(center=at))
