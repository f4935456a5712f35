"""How sure a number of many runs is: the runs drawn anew again and again, and the number worked out each time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

CONFIDENCE = 0.9
"""Share of the resampled values between the two ends: 5 % lie beyond either."""
RESAMPLED = 2000
"""How often the runs are drawn anew, with some of them twice and some not at all."""
Floats = NDArray[np.float64]


def interval(columns: Floats, number: Callable[[Floats], Floats]) -> tuple[float, float, float] | None:
    """A number of the runs with its interval; None where it cannot be worked out.

    `columns` (runs, k) are added up over the runs of each draw; `number` makes of (draws, k) sums as many numbers, NaN
    where there is none.
    """
    if not len(columns):
        return None
    chance = np.random.default_rng(len(columns))
    drawn = columns[chance.integers(len(columns), size=(RESAMPLED, len(columns)))].sum(axis=1)
    value = float(number(columns.sum(axis=0)[None, :])[0])
    values = number(drawn)
    values = values[~np.isnan(values)]
    if np.isnan(value) or not len(values):
        return None
    low, high = np.quantile(values, ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2)).tolist()
    return value, low, high


def share(sums: Floats, of: int = 0, whole: int = 1) -> Floats:
    """One sum as a share of another; NaN where that is 0."""
    weight = sums[:, whole]
    found: Floats = np.divide(sums[:, of], weight, out=np.full(len(sums), np.nan), where=weight > 0)
    return found
