"""Rain: streaks that fall, and rings where they meet the ground, wherever there is no roof."""

import numpy as np
import pygame
from numpy.typing import NDArray

from game.scenario import Layout
from game.view import Viewpoint
from game.view.snapshot import Floats
from game.view.viewpoint import COS_DOWN, SIN_DOWN, yaw

from ..colour import mix
from ..daylight import Daylight
from ..sky import find_open

_EACH, _MOST = 6_000, 320
"""Square px for each drop in the picture, and how many are drawn at the most, which takes half a millisecond."""
_FALLS = 4.0
"""Ticks from one drop to the next: it falls for three quarters of them, and makes a ring for the rest."""
_HIGH, _LONG, _SLANT = 1.3, 0.42, 0.07
"""Metres above the ground at which a drop comes in sight, and that its streak is long, and wide."""
_LANDS = 0.75
"""The share of a drop's time in which it falls."""
_RING = 0.06
"""Metres across half a ring."""


class Rain:
    """The rain over one venue: all of it if that is under the sky, or else what lies around it."""

    def __init__(self, layout: Layout) -> None:
        self._venue = layout.venue

    def draw(self, surface: pygame.Surface, tick: float, viewpoint: Viewpoint, now: Daylight) -> None:
        """The drops of a moment over a picture of it. The same moment has the same drops."""
        count = min(_MOST, viewpoint.width * viewpoint.height // _EACH)
        number = np.arange(count)
        passed = tick / _FALLS + number * 0.618
        turn = np.floor(passed).astype(np.int64)
        scattered = ((number + 1) * 73_856_093 ^ (turn + 7_000) * 19_349_663) & 0x7FFFFFFF
        x, y = scattered % 9_973 / 9_973 * viewpoint.width, scattered // 9_973 % 9_967 / 9_967 * viewpoint.height
        falls, scale = (passed - turn) / _LANDS, viewpoint.scale
        colour = mix((214, 221, 230), (150, 158, 180), now.lamps)
        drops = np.stack((x, y, falls), axis=1)[self._open(x, y, viewpoint)]
        for right, down, share in drops.tolist():
            if share < 1.0:
                low = down - _HIGH * (1.0 - share) * COS_DOWN * scale
                top = (right + _SLANT * scale, low - _LONG * COS_DOWN * scale)
                pygame.draw.line(surface, colour, (right, low), top)
            else:
                half = _RING * scale
                ring = pygame.Rect(right - half, down - half * SIN_DOWN, 2 * half + 1, 2 * half * SIN_DOWN + 1)
                pygame.draw.ellipse(surface, colour, ring, 1)

    def _open(self, x: Floats, y: Floats, viewpoint: Viewpoint) -> NDArray[np.bool_]:
        """Which of these px show ground under the sky."""
        cos, sin = yaw(viewpoint.turn)
        across = (x - viewpoint.width / 2) / viewpoint.scale
        depth = (viewpoint.height / 2 - y) / (viewpoint.scale * SIN_DOWN)
        east, north = viewpoint.x + across * cos - depth * sin, viewpoint.y + across * sin + depth * cos
        return find_open(self._venue, east, north)
