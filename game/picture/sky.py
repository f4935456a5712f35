"""What of a place lies under the sky."""

import numpy as np
from numpy.typing import NDArray

from game.scenario import Venue
from game.view.snapshot import Floats


def find_open(venue: Venue, x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Which of these points (m) are in the open: anywhere, or where the place has a roof, outside it."""
    wide, deep = venue.size
    outside: NDArray[np.bool_] = (x < 0) | (y < 0) | (x > wide) | (y > deep)
    return outside if venue.roof else np.ones(len(x), dtype=bool)
