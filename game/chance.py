"""One named stream of random numbers per purpose and slot, so that no draw disturbs another."""

from hashlib import sha256

import numpy as np


def stream(seed: int, purpose: str, slot: str = "") -> np.random.Generator:
    """The stream for this purpose and slot: the same arguments give the same numbers anywhere."""
    digest = sha256(f"{seed}/{purpose}/{slot}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
