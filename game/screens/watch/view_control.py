"""Moving the view: pan, zoom to the pointer, quarter turns, follow; smooth, and never off the place."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pygame

from game.picture import USUAL, ZOOMS, level
from game.view import Viewpoint
from game.view.exposure import Panel
from game.view.viewpoint import span

from .pointing import into_the_free

EASE = 14.0
"""How fast the view comes to where it is bound, per second."""
ZOOM_LASTS = 0.12
"""Seconds that a zoom takes: between two levels the picture is soft, so that it must not glide for long."""
TALL = 6.0
"""Metres above the floor of a place that belong to the whole of it: what leads up and out of it is seen."""
HEADROOM = 5.0
"""Metres above the floor for which there is room, beyond the place's edges, where it is seen whole and flat."""


class Looking:
    """Where the trainee looks, and where that is bound: the second goes at once, the first follows smoothly."""

    def __init__(self, viewpoint: Viewpoint, extent: tuple[float, float]) -> None:
        self._now = viewpoint
        self._bound = viewpoint
        self._extent = extent
        self._left = 0.0
        """Seconds until a zoom is over."""

    @property
    def viewpoint(self) -> Viewpoint:
        """Where the view is now."""
        return self._now

    @property
    def _size(self) -> tuple[int, int]:
        return self._bound.width, self._bound.height

    @property
    def bound(self) -> Viewpoint:
        """Where it is bound."""
        return self._bound

    def resize(self, size: tuple[int, int]) -> None:
        """The window has this size now."""
        self._now = replace(self._now, width=size[0], height=size[1])
        self._bound = replace(self._bound, width=size[0], height=size[1])

    def pan(self, right: float, down: float) -> None:
        """Move the view by so many px."""
        at = self._bound.floor_at(self._bound.width / 2 + right, self._bound.height / 2 + down)
        self.go(*at)

    def drag(self, right: float, down: float) -> None:
        """Move the place under the pointer by so many px, at once."""
        self.pan(-right, -down)
        self._now = replace(self._now, x=self._bound.x, y=self._bound.y)

    def go(self, x: float, y: float) -> None:
        """Look at a floor point, no farther off than the place reaches."""
        width, height = self._extent
        self._bound = replace(self._bound, x=max(0.0, min(width, x)), y=max(0.0, min(height, y)))

    def uncover(self, box: pygame.Rect, panels: Sequence[Panel], air: int) -> None:
        """Move the view by as little as brings a box of it out from under all panels, if need be past the edge."""
        right, down = into_the_free(box, panels, self._size, air)
        if right or down:
            x, y = self._bound.floor_at(self._bound.width / 2 - right, self._bound.height / 2 - down)
            self._bound = replace(self._bound, x=x, y=y)

    def zoom(self, steps: int, at: tuple[int, int] | None = None) -> None:
        """So many levels closer or farther; the floor under the pixel `at` stays where it is."""
        before = self._bound
        scale = level(before.scale, steps)
        if before.scale < ZOOMS[0]:
            scale = ZOOMS[0] if steps > 0 else before.scale
        self._bound, self._left = replace(before, scale=scale), ZOOM_LASTS
        if at is not None:
            x, y = before.floor_at(*at)
            nx, ny = self._bound.floor_at(*at)
            self.go(before.x + x - nx, before.y + y - ny)

    def turn(self, quarters: int) -> None:
        """Walk a quarter round the spot looked at; a turn is at once, as there is nothing between."""
        self._bound = self._bound.turn_by(quarters)
        self._now = replace(self._now, turn=self._bound.turn)

    def face(self, turn: int) -> None:
        """See the place from this side."""
        self.turn(turn - self._bound.turn)

    def whole(self) -> None:
        """As much of the place as fits."""
        scale = whole_scale(self._extent, self._size)
        self._bound = replace(self._bound, x=self._extent[0] / 2, y=self._extent[1] / 2, scale=scale)

    def all_within(self, free: pygame.Rect) -> None:
        """All of the place, within the part of the window that is free."""
        fits = fit(self._bound, self._extent, free)
        if scale := max((zoom for zoom in ZOOMS if zoom <= fits.scale), default=0.0):
            fits = fit(self._bound, self._extent, free, scale)
        self._bound = fits

    def come_close(self) -> None:
        """As close as usual, or as it is if that is closer."""
        self._bound = replace(self._bound, scale=max(USUAL, self._bound.scale))

    def leap(self) -> None:
        """Be at once where the view is bound."""
        self._now = self._bound

    def update(self, seconds: float) -> None:
        """Come nearer to where the view is bound."""
        now, bound = self._now, self._bound
        share = min(1.0, seconds / self._left) if self._left > 0 else min(1.0, seconds * EASE)
        self._left = max(0.0, self._left - seconds)
        close = abs(bound.x - now.x) + abs(bound.y - now.y) < 0.004 and abs(bound.scale / now.scale - 1) < 0.001
        if close or share >= 1:
            self._now = bound
            return
        self._now = replace(
            now,
            x=now.x + (bound.x - now.x) * share,
            y=now.y + (bound.y - now.y) * share,
            scale=now.scale + (bound.scale - now.scale) * share,
        )


def fit(view: Viewpoint, extent: tuple[float, float], free: pygame.Rect, scale: float = 0.0) -> Viewpoint:
    """The view from the same side in which a place of this extent (m) lies in a part of the panel, and fills it.

    With a `scale` in px/m it only lies in the middle of that part.
    """
    (width, depth), flat = extent, replace(view, x=0.0, y=0.0, scale=1.0, width=0, height=0)
    ends = np.array([(x, y) for x in (0.0, width) for y in (0.0, depth)])
    spots = np.concatenate([flat.project(ends, z) for z in (0.0, TALL)])
    low, high = spots.min(axis=0), spots.max(axis=0)
    scale = scale or float(min(free.size / (high - low)))
    aside = replace(flat, scale=scale).floor_at(
        *((low + high) / 2 * scale + (view.width / 2, view.height / 2) - free.center).tolist()
    )
    return replace(view, x=aside[0], y=aside[1], scale=scale)


def whole_scale(extent: tuple[float, float], size: tuple[int, int]) -> float:
    """The closest zoom level at which a place of this extent (m) fits a window of this size (px), or the farthest."""
    across, up = span(0, extent, HEADROOM)
    fits = min(size[0] / across, size[1] / up)
    return max((zoom for zoom in ZOOMS if zoom <= fits), default=ZOOMS[0])
