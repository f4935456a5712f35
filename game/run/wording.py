"""Choosing words that have not been said yet, and filling them in."""

import re
from collections.abc import Sequence

import numpy as np

from game.log import Log, Replied, Spoke
from game.scenario.talk import fill

_BEGINS = re.compile(r"(?:^|(?<=[.!?] ))[a-z]")


def fresh(
    lines: Sequence[str], chance: np.random.Generator, values: dict[str, str], said: set[str], *, first: bool = False
) -> str:
    """One of the lines, filled in: the first in an order of one's own that has not been said yet.

    What stands within something longer has been said too, if there is any other; with `first`, the first of the lines
    comes before all others.
    """
    if not lines:
        return "…"
    order = [int(n) for n in chance.permutation(len(lines))]
    if first:
        order.sort(key=bool)
    filled = [sentence(fill(lines[n], values)) for n in order]
    unsaid = [words for words in filled if words not in said]
    new = (words for words in unsaid if not any(words in longer for longer in said))
    return next(new, next(iter(unsaid), filled[0]))


def find_said(log: Log) -> set[str]:
    """What people have said in this sitting."""
    return {event.text for event in log.events if isinstance(event, (Replied, Spoke))}


def sentence(words: str) -> str:
    """With a capital at the beginning of each sentence, wherever a gap was filled."""
    return _BEGINS.sub(lambda found: found[0].upper(), words)
