"""One named stream of random numbers per purpose and slot, so that no draw disturbs another."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import accumulate

import numpy as np


def stream(seed: int, purpose: str, slot: str = "") -> np.random.Generator:
    """The stream for this purpose and slot: the same arguments give the same numbers anywhere."""
    digest = sha256(f"{seed}/{purpose}/{slot}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def pick(chance: np.random.Generator, weights: Iterable[float]) -> int:
    """An index drawn in proportion to the weights."""
    return pick_by(chance, list(accumulate(weights)))


def pick_by(chance: np.random.Generator, sums: Sequence[float]) -> int:
    """The same, given the running sums of the weights."""
    return bisect_right(sums, float(chance.random()) * sums[-1])
