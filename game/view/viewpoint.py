"""Where someone looks, and the oblique parallel projection: 38° down, four quarter turns. Nobody else projects."""

from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from .snapshot import Floats

Metres = TypeVar("Metres", float, Floats)
SIN_DOWN, COS_DOWN = 0.6156614753256583, 0.7880107536067220
"""Sine and cosine of 38°: a metre of depth and a metre of height, in metres of picture."""
# 16.26°: a place that lies square is seen a little from the side, so that its walls and queues do not fall into one
# line; and 7, 24, 25 are whole numbers, so that tiles of floor meet without a gap.
_YAW = ((0.96, 0.28), (-0.28, 0.96), (-0.96, -0.28), (0.28, -0.96))
"""By turn."""


def yaw(turn: int) -> tuple[float, float]:
    """Cosine and sine of the angle by which the view is turned from looking north."""
    return _YAW[turn]


def turn_round(east: Metres, north: Metres, turn: int) -> tuple[Metres, Metres]:
    """The same way, in m to the right and away behind, as it is seen after so many quarter turns."""
    cos, sin = _YAW[turn]
    return east * cos + north * sin, north * cos - east * sin


def up_the_picture(depth: Metres, z: Metres | float = 0.0) -> Metres:
    """How far up the picture (m of it) something is that is so far away (m) and so high above the floor (m)."""
    return depth * SIN_DOWN + z * COS_DOWN


def standing_height(stature: Metres, scale: float) -> Metres:
    """How tall (px) somebody of this stature (m) stands at a scale in px/m: for who judges, draws and frames alike."""
    return stature * (scale * COS_DOWN)


def span(turn: int, size: tuple[float, float], high: float = 0.0) -> tuple[float, float]:
    """Metres across and up the picture that a place takes, so wide and deep on the floor, and so high (m)."""
    cos, sin = (abs(share) for share in _YAW[turn])
    width, depth = size
    return width * cos + depth * sin, up_the_picture(width * sin + depth * cos, high)


def turn_towards(east: float, north: float) -> int:
    """The quarter turn of the view that looks most nearly in a direction of the floor."""
    return max(range(4), key=lambda turn: north * _YAW[turn][0] - east * _YAW[turn][1])


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A view centred on the floor point (x, y), at `scale` px/m, `turn` 0…3, on a `width` × `height` px panel."""

    x: float
    y: float
    scale: float
    turn: int
    width: int
    height: int

    def across_and_depth(self, position: Floats) -> tuple[Floats, Floats]:
        """Metres to the right of, and away behind, the centre for floor points (n, 2)."""
        return turn_round(position[..., 0] - self.x, position[..., 1] - self.y, self.turn)

    @property
    def from_origin(self) -> tuple[float, float]:
        """How far to the right of, and away behind, the venue's origin the centre is, in m as seen from this turn."""
        return turn_round(self.x, self.y, self.turn)

    def project(self, position: Floats, z: Floats | float = 0.0) -> Floats:
        """Pixels (n, 2) of points (n, 2) at heights z m above the floor; y runs down the panel."""
        across, depth = self.across_and_depth(position)
        right = self.width / 2 + self.scale * across
        down = self.height / 2 - self.scale * up_the_picture(depth, z)
        return np.stack(np.broadcast_arrays(right, down), axis=-1)

    def floor_at(self, right: float, down: float) -> tuple[float, float]:
        """The floor point in metres under a pixel."""
        cos, sin = _YAW[self.turn]
        across = (right - self.width / 2) / self.scale
        depth = (self.height / 2 - down) / (self.scale * SIN_DOWN)
        return self.x + across * cos - depth * sin, self.y + across * sin + depth * cos

    def direction(self, vector: Floats) -> Floats:
        """Floor vectors (n, 2) as (to the right, away from the viewer)."""
        cos, sin = _YAW[self.turn]
        return np.stack(
            [vector[..., 0] * cos + vector[..., 1] * sin, vector[..., 1] * cos - vector[..., 0] * sin], axis=-1
        )

    def centre_on(self, x: float, y: float, z: float) -> "Viewpoint":
        """The view moved so that what is z m above the floor point (x, y) is in the middle of the panel."""
        upright = replace(self, x=x, y=y)
        east, north = upright.floor_at(self.width / 2, self.height / 2 - standing_height(z, self.scale))
        return replace(upright, x=east, y=north)


    def turn_by(self, quarters: int) -> "Viewpoint":
        """The same place seen after so many quarter turns."""
        return replace(self, turn=(self.turn + quarters) % 4)
