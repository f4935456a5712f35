"""Where someone looks, and the oblique parallel projection: 38° down, four quarter turns."""

from dataclasses import dataclass, replace

import numpy as np

from .snapshot import Floats

SIN_DOWN, COS_DOWN = 0.6156614753256583, 0.7880107536067220
"""Sine and cosine of 38°: a metre of depth and a metre of height, in metres of picture."""
_YAW = ((0.96, 0.28), (-0.28, 0.96), (-0.96, -0.28), (0.28, -0.96))
"""Cosine and sine of the view's yaw for each turn: 16.26° and quarter turns from there."""


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
        cos, sin = _YAW[self.turn]
        dx, dy = position[..., 0] - self.x, position[..., 1] - self.y
        return dx * cos + dy * sin, dy * cos - dx * sin

    @property
    def from_origin(self) -> tuple[float, float]:
        """How far to the right of, and away behind, the venue's origin the centre is, in m as seen from this turn."""
        cos, sin = _YAW[self.turn]
        return self.x * cos + self.y * sin, self.y * cos - self.x * sin

    def project(self, position: Floats, z: Floats | float = 0.0) -> Floats:
        """Pixels (n, 2) of points (n, 2) at heights z m above the floor; y runs down the panel."""
        across, depth = self.across_and_depth(position)
        right = self.width / 2 + self.scale * across
        down = self.height / 2 - self.scale * (depth * SIN_DOWN + z * COS_DOWN)
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

    def turned(self, quarters: int) -> "Viewpoint":
        """The same place seen after so many quarter turns."""
        return replace(self, turn=(self.turn + quarters) % 4)
