"""The zoom levels that pictures are made for. A view may glide between them, and comes to rest on one."""

from functools import cache

from game.view.close_up import SCALES

ZOOMS = (16.0, 22.0, 30.0, 44.0, 62.0, 88.0, 124.0)
"""px/m; at 44 a grown person stands some 60 px tall."""
CLOSE = SCALES
"""Scales of close-ups, in px/m."""
USUAL = 44.0
"""The level at which a view opens, and which no place is too large to be brought to."""


@cache
def likest(scale: float) -> tuple[float, ...]:
    """All other scales that pictures are made for, those nearest to this one first."""
    return tuple(sorted({*ZOOMS, *CLOSE} - {scale}, key=lambda one: max(one / scale, scale / one)))


def level(scale: float, steps: int = 0) -> float:
    """The level nearest to a scale, or so many levels closer (+) or farther (−)."""
    nearest = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] / scale - 1))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))]
