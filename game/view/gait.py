"""How long a stride is, so that the foot on the floor stays where it is."""

import numpy as np

from .snapshot import Floats

_REACH = 0.94
"""Fits 1.44 m (two steps) at 1.34 m/s and 1.75 m; walking people lengthen and quicken their steps alike (Froude)."""


def stride(speed: Floats | float, stature: Floats | float) -> Floats:
    """Metres gone in one stride (two steps) at a speed in m/s by someone `stature` m tall.

    A walking clip's phase grows by speed ÷ stride per second. Square roots only: this is part of the world's state.
    """
    length: Floats = _REACH * np.sqrt(np.asarray(speed, dtype=float) * stature)
    return length
