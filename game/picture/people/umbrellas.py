"""Umbrellas of those who walk about in the rain: above their heads, so that faces and hands are seen as ever."""

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
import pygame

from game.cast import Looks
from game.scenario import Layout
from game.scenario.venue.layout import NOT_PUBLIC
from game.theme import Colour
from game.view import HELD, POSES, Held, Pose, Snapshot, Viewpoint
from game.view.snapshot import Floats, Ints
from game.view.viewpoint import COS_DOWN, SIN_DOWN

from ..cache import Cache
from ..colour import light_up
from ..sky import find_open
from ..sprite import Blit, Sprite

_SHARE = 45
"""Out of 101 people who wear no uniform, how many have one: by their number, which says nothing of anybody."""
_OVER, _RADIUS, _DOME = 0.30, 0.46, 0.17
"""Metres above the head at which the rim is, half across, and from the rim to the top. From 38° above, the nearest part
of the rim is then seen as high as the hair: the face below it stays free."""
_GRIP = 0.62
"""Share of the stature at which it is held."""
_OPENS = ((0.25, 0.0), (0.7, 0.6), (9.9, 1.0))
"""How far it is open, for those who walk no faster than so many m/s: whoever stops lets it down."""
_COLOURS: tuple[Colour, ...] = (
    (48, 52, 62), (44, 62, 96), (112, 44, 52), (70, 92, 74), (132, 128, 120), (176, 142, 62), (88, 66, 98),
)  # fmt: skip
_THRESHOLD = 1.2
"""Metres from a shop's door within which one lets it down, or has not put it up yet."""
_FINE = 3
"""Samples a pixel each way, by which slanting edges come out smooth."""
_KEPT = 2 * 2**20
"""Bytes of pictures of umbrellas that are kept."""
_WALKS = [POSES.index(pose) for pose in (Pose.WALK, Pose.HURRY)]


class Umbrellas:
    """The umbrellas of one cast at one venue."""

    def __init__(self, layout: Layout, looks: Sequence[Looks]) -> None:
        """Nothing is drawn before somebody walks in the open."""
        self._venue = layout.venue
        doors = [portal.at for portal in layout.venue.portals if portal.kind in NOT_PUBLIC]
        self._doors = np.array(doors, dtype=float).reshape(-1, 2)
        self._statures = np.array([other.stature for other in looks])
        has = [
            n * 61 % 101 < _SHARE and other.uniform is None and other.aid is None for n, other in enumerate(looks)
        ]
        self._has = np.array(has, dtype=bool)
        self._kept: Cache[Sprite] = Cache(_KEPT, lambda sprite: sprite.size)

    def show(
        self, crowd: Snapshot, rows: Ints, where: Floats, depth: Floats, viewpoint: Viewpoint
    ) -> tuple[list[Blit], list[float]]:
        """Those of these rows of the crowd, whose feet are at `where` px: pictures, and the depth of each."""
        up = self._up(crowd, rows)
        blits = []
        for row, (x, y) in zip(rows[up].tolist(), np.rint(where[up]).astype(int).tolist(), strict=True):
            person = int(crowd.ids[row])
            share = next(share for speed, share in _OPENS if crowd.speed[row] <= speed)
            high = round(float(self._statures[person]), 1)
            key = (person % len(_COLOURS), high, share, round(viewpoint.scale * 4))
            drawn = self._kept.get(key)
            if drawn is None:
                drawn = self._kept.put(key, _umbrella(_COLOURS[key[0]], high, share, viewpoint.scale))
            blits.append(drawn.at(x, y))
        return blits, depth[up].tolist()

    def _up(self, crowd: Snapshot, rows: Ints) -> np.ndarray:
        """Which of the rows have theirs up: they walk in the open, with nothing in their hands."""
        x, y = crowd.position[rows].T
        walks = np.isin(crowd.pose[rows], _WALKS) & (crowd.held[rows] == HELD.index(Held.NOTHING))
        up: np.ndarray = walks & (crowd.speed[rows] > _OPENS[0][0]) & self._has[crowd.ids[rows]]
        up &= find_open(self._venue, x, y)
        if not self._venue.roof:
            off = np.abs(crowd.position[rows][:, None] - self._doors[None]).max(axis=2)
            up &= ~(off < _THRESHOLD).any(axis=1)
        return up


def _umbrella(colour: Colour, stature: float, share: float, scale: float) -> Sprite:
    """One as it is held by somebody of a stature, so far open, with its point at their feet."""
    fine = scale * _FINE
    half, rim, top = _RADIUS * share, stature + _OVER, stature + _OVER + _DOME
    wide, high = round(2 * half * fine) + 4, round((top * COS_DOWN + half * SIN_DOWN) * fine) + 4
    sheet = pygame.Surface((wide, high), pygame.SRCALPHA)

    def px(across: float, depth: float, up: float) -> tuple[float, float]:
        return wide / 2 + across * fine, high - 2 - (depth * SIN_DOWN + up * COS_DOWN) * fine

    pygame.draw.line(sheet, (64, 60, 58), px(0.0, 0.0, rim), px(0.0, 0.0, stature * _GRIP), max(1, round(0.02 * fine)))
    rims = [(half * cos(n * pi / 4), half * sin(n * pi / 4)) for n in range(9)]
    for n in (1, 2, 0, 3, 7, 4, 6, 5):  # those behind first
        (x, away), (u, off) = rims[n], rims[n + 1]
        light = 0.86 + 0.22 * (-(x + u) / 2 / half) * 0.7 + 0.12 * (away + off) / 2 / half
        pygame.draw.polygon(sheet, light_up(colour, light), [px(0.0, 0.0, top), px(x, away, rim), px(u, off, rim)])
    size = (max(1, wide // _FINE), max(1, high // _FINE))
    return Sprite(pygame.transform.smoothscale(sheet, size), -size[0] // 2, -size[1])
