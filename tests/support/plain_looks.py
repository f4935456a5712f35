"""Somebody who looks like nothing in particular."""

from dataclasses import replace
from typing import Any

from game.cast import Looks

_PLAIN = Looks(
    stature=1.75, build=1.0, age="adult", frame="man", skin=0, hair="short", hair_colour=0, hat=None, hat_colour=0,
    top="jacket", top_colour=0, bottom="trousers", bottom_colour=0, shoes=0, glasses=False, uniform=None,
    carries=None, carries_colour=0, aid=None,
)  # fmt: skip


def plain_looks(**other: Any) -> Looks:
    """A man of 1.75 m in a jacket, with empty hands; but for what is given."""
    return replace(_PLAIN, **other)
