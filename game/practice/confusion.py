"""Which two a trainee takes for one another."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .exemplar import Exemplar, counterparts
from .sorting import Sorting

Pair = tuple[str, str]
"""The names of a tell and of its look-alike."""
AGAIN = 2
"""Errors on the two of a pair, since they were last seen side by side, from which on they are: once is a slip."""
BACK = 60
"""Answers looked back over: some four drills."""


def find_confused(sortings: Sequence[Sorting], known: Mapping[str, Exemplar]) -> list[Pair]:
    """Those two that were confused again and not seen side by side since, the most often confused first.

    A tell that was passed over counts for every pair that it is in, and so does a look-alike taken for a tell: only the
    answers to both say which pair it is.
    """
    errors: Counter[Pair] = Counter()
    erred: dict[Pair, set[str]] = {}
    compared: set[Pair] = set()
    for sorting in reversed(sortings[-BACK:]):  # the latest first: what was seen side by side is settled before that
        if sorting.paired:
            compared |= {(sorting.shown[0], sorting.shown[1]), (sorting.shown[1], sorting.shown[0])}
        elif not sorting.right and sorting.shown[0] in known:
            here = known[sorting.shown[0]]
            pairs = ((here.name, other.name) for other in counterparts(here, known))
            for pair in (pair if here.meant else pair[::-1] for pair in pairs):
                if pair not in compared:
                    errors[pair] += 1
                    erred.setdefault(pair, set()).add(here.name)
    again = [pair for pair, count in errors.items() if count >= AGAIN]
    return sorted(again, key=lambda pair: (len(erred[pair]), errors[pair]), reverse=True)
