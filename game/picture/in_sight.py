"""What of the whole picture is on a panel, and who of the crowd."""

from dataclasses import replace

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view import Snapshot, Viewpoint
from game.view.viewpoint import up_the_picture

_DEEP = 2.6
"""How far outside the panel (m) a person's feet may be while part of them is in view."""


def window_of(viewpoint: Viewpoint) -> pygame.Rect:
    """The panel as a window of the whole picture, in px from the venue's origin."""
    middle = replace(viewpoint, x=0.0, y=0.0, width=0, height=0).project(np.array([[viewpoint.x, viewpoint.y]]))[0]
    left, top = round(float(middle[0]) - viewpoint.width / 2), round(float(middle[1]) - viewpoint.height / 2)
    return pygame.Rect(left, top, viewpoint.width, viewpoint.height)


def in_view(crowd: Snapshot, viewpoint: Viewpoint) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The rows of those who may be seen, and where their feet are on the panel, to the px that the venue has."""
    left, top = window_of(viewpoint).topleft
    across, depth = replace(viewpoint, x=0.0, y=0.0).across_and_depth(crowd.position)
    x = viewpoint.scale * across - left
    y = -viewpoint.scale * up_the_picture(depth, crowd.base) - top
    reach = viewpoint.scale * _DEEP
    rows = np.flatnonzero(
        (x > -reach) & (x < viewpoint.width + reach) & (y > -reach) & (y < viewpoint.height + reach)
    )
    return rows, np.array((x[rows], y[rows])).T


def depths(crowd: Snapshot, viewpoint: Viewpoint) -> NDArray[np.float64]:
    """Depth of everyone from the venue's origin, in m."""
    return replace(viewpoint, x=0.0, y=0.0).across_and_depth(crowd.position)[1]
