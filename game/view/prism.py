"""Upright blocks that hide what is behind them."""

from dataclasses import dataclass

from game.geometry import Polygon


@dataclass(frozen=True, slots=True)
class Prism:
    """A convex footprint on the floor (m), from `low` to `high` m above it."""

    footprint: Polygon
    low: float
    high: float
