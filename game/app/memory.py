"""How the program keeps its memory small, and its frames free of long collections."""

import ctypes
import gc
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The parameters of glibc's `mallopt`."""
_USUAL = gc.get_threshold()
_SELDOM = 100
"""Collections that go before a whole one (some 5 ms) while somebody plays; 10 are usual."""


def one_heap() -> None:
    """All threads share one heap, and what is large goes back to the system when it is freed. Only glibc can do so."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, TypeError, AttributeError):
        return
    mallopt(_ARENA_MAX, 1)
    mallopt(_MMAP_THRESHOLD, 4 * 2**20)
    mallopt(_TRIM_THRESHOLD, 8 * 2**20)


def settle() -> None:
    """What lives now will live for long: collections need not go through it again, which would hold up a frame."""
    _give_back()
    gc.freeze()
    gc.set_threshold(*_USUAL[:2], _SELDOM)


def unsettle() -> None:
    """What was settled may go again, and what nobody needs goes now."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)
    _give_back()


def _give_back() -> None:
    gc.collect()
    if sys.platform == "linux":
        try:
            ctypes.CDLL(None).malloc_trim(0)
        except (OSError, AttributeError):
            return
