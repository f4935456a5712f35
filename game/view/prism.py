"""Upright blocks that hide what is behind them."""

from dataclasses import dataclass

from game.geometry import Polygon

from .eyes import EYE_LEVEL


@dataclass(frozen=True, slots=True)
class Prism:
    """A convex footprint on the floor (m), from `low` to `high` m above it."""

    footprint: Polygon
    low: float
    high: float

    @property
    def hides(self) -> bool:
        """Whether it reaches from below the eyes to above them, so that nobody on the floor looks past it."""
        return self.low < EYE_LEVEL < self.high
