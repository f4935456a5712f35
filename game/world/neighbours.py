"""Who is near whom. The lists are made every few ticks, with a margin for how far people get in between."""

import numpy as np
from scipy.spatial import cKDTree

from .bodies import Bodies, Ints

REACH = 3.0
"""Metres within which people mind each other when they choose where to go."""
AHEAD = 2.3
"""Metres within which someone ahead may slow a walker down before the next list."""
BEHIND = 0.8
"""Metres within which those behind are minded too."""
TOUCH = 1.2
"""Metres within which two may touch before the next list."""
EVERY = 3
"""Ticks for which the lists hold."""
_NONE = np.zeros(0, dtype=np.int64)


class Pairs:
    """Directed pairs, sorted by who minds whom: `one` minds `other`.

    `who` are those who mind anyone, `first` where the pairs of each begin, `which` the number in `who` of each pair.
    """

    def __init__(self, one: Ints, other: Ints) -> None:
        """Of sorted pairs."""
        self.one, self.other = one, other
        starts = np.ones(len(one), dtype=bool)
        np.not_equal(one[1:], one[:-1], out=starts[1:])
        self.first: Ints = starts.nonzero()[0]
        self.who: Ints = one[self.first]
        self.which: Ints = starts.cumsum() - 1


class Neighbours:
    """Only walkers mind anyone."""

    def __init__(self) -> None:
        """Nobody near anybody."""
        self._age = EVERY
        self.all = Pairs(_NONE, _NONE)
        """Within reach: made for choosing headings."""
        self.ahead = Pairs(_NONE, _NONE)
        self.touching: tuple[Ints, Ints] = (_NONE, _NONE)
        """Pairs that may touch, each once."""

    def forget(self) -> None:
        """Make new lists at the next occasion: someone came or went."""
        self._age = EVERY

    def refresh(self, bodies: Bodies) -> bool:
        """Make the lists anew if they are due; whether they were."""
        self._age += 1
        if self._age < EVERY:
            return False
        self._age = 0
        here = bodies.present.nonzero()[0]
        if len(here) < 2:
            self.all = self.ahead = Pairs(_NONE, _NONE)
            self.touching = (_NONE, _NONE)
            return True
        tree = cKDTree(bodies.position.T[here], balanced_tree=False, compact_nodes=False)
        pairs = tree.query_pairs(REACH, output_type="ndarray").astype(np.int64, copy=False)
        a, b = here[pairs[:, 0]], here[pairs[:, 1]]
        one, other = np.concatenate((a, b)), np.concatenate((b, a))
        mine = bodies.walking[one]
        one, other = one[mine], other[mine]
        order = _order(one, other)
        self._sort_by_distance(bodies, one[order], other[order])
        return True

    def _sort_by_distance(self, bodies: Bodies, one: Ints, other: Ints) -> None:
        dx, dy = bodies.position[:, one] - bodies.position[:, other]
        square = dx * dx + dy * dy
        touch = (square < TOUCH * TOUCH) & ((one < other) | ~bodies.walking[other])
        self.touching = (one[touch], other[touch])
        along = dx * (bodies.position[0] - bodies.goal[0])[one] + dy * (bodies.position[1] - bodies.goal[1])[one]
        minded = ((along > 0) | (square < BEHIND * BEHIND)).nonzero()[0]
        one, other = one[minded], other[minded]
        near = square[minded] < AHEAD * AHEAD
        self.ahead = Pairs(one[near], other[near])
        self.all = Pairs(one, other)


def _order(first: Ints, second: Ints) -> Ints:
    """The order by first and then second. Short numbers are sorted by radix, which is many times as fast."""
    by_second = second.astype(np.int16).argsort(kind="stable")
    return by_second[first[by_second].astype(np.int16).argsort(kind="stable")]
