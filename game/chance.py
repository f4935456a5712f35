"""One named stream of random numbers per purpose and slot, so that no draw disturbs another."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import accumulate

import numpy as np


def stream(seed: int, purpose: str, slot: str = "") -> np.random.Generator:
    """The stream for this purpose and slot: the same arguments give the same numbers anywhere."""
    digest = sha256(f"{seed}/{purpose}/{slot}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def pick(chance: np.random.Generator, weights: Iterable[float]) -> int:
    """An index drawn in proportion to the weights."""
    sums = list(accumulate(weights))
    drawn = float(chance.random()) * sums[-1]
    return next(n for n, so_far in enumerate(sums) if drawn < so_far)
