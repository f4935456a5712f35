"""How the inspector shows a person. The one answer for who judges what could be made out, and for who draws it."""

from math import ceil

from .viewpoint import Viewpoint, standing_height

SCALES = (160.0, 200.0, 250.0, 310.0)
"""Scales of close-ups, in px/m; figures are drawn at these, and shrunk where a panel is too low for the first."""
FILLS, SQUEEZED = 0.78, 0.72
"""The share of a panel's height that a standing body takes at the most, and where it has to be shrunk to fit. The rest
is for a hand held up, a hat, and the feet of who comes towards the viewer."""
SIZE = (395, 375)
"""Width and height (px) of the inspector's picture in a window of 1920 × 1080: what is judged of who has no window."""


def close_up(at: tuple[float, float, float], stature: float, turn: int, size: tuple[int, int] = SIZE) -> Viewpoint:
    """The view of somebody of this stature (m), whole and in the middle of a panel of this size (px).

    `at` is where they stand in m: east, north, and the height of their feet above the floor.
    """
    x, y, base = at
    width, height = size
    return Viewpoint(x, y, scale(stature, height), turn, width, height).centre_on(x, y, base + stature / 2)


def scale(stature: float, height: int) -> float:
    """The scale (px/m) at which a panel so many px high shows somebody of this stature (m)."""
    least = standing_height(stature, SCALES[0])
    if least <= SQUEEZED * height:
        return max(scale for scale in SCALES if standing_height(stature, scale) <= FILLS * height)
    return SCALES[0] * height / ceil(least / SQUEEZED)  # whole px to shrink from, so that no rounding tells
