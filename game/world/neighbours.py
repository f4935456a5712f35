"""Who is near whom. The list is made every few ticks, with a margin for how far people get in between."""

import numpy as np
from scipy.spatial import cKDTree

from .bodies import Bodies, Ints

REACH = 2.6
"""Metres within which people mind each other."""
MARGIN = 0.7
AHEAD = 2.3
"""Metres within which someone ahead may slow a walker down before the next list."""
TOUCH = 1.2
EVERY = 3
"""Ticks for which a list holds; also the number of shares in which people take turns to choose their heading."""


class Neighbours:
    """Directed pairs, sorted by who minds whom: `one` minds `other`; only walkers mind anyone."""

    def __init__(self) -> None:
        """Nobody near anybody."""
        self._age = EVERY
        none = np.zeros(0, dtype=np.int64)
        self.touching: tuple[Ints, Ints] = (none, none)
        """Pairs that may touch before the next list."""
        self.minds: tuple[Ints, Ints, Ints, Ints] = (none, none, none, none)
        self.shares: list[tuple[Ints, Ints, Ints, Ints, Ints]] = []

    def forget(self) -> None:
        """Make a new list at the next occasion: someone came or went."""
        self._age = EVERY

    def refresh(self, bodies: Bodies, tick: int) -> None:
        """Make the list anew if it is due."""
        self._age += 1
        if self._age < EVERY:
            return
        self._age = 0
        here = bodies.present.nonzero()[0]
        if len(here) < 2:
            self.__init__()  # type: ignore[misc]
            self._age = 0
            return
        tree = cKDTree(bodies.position[:, here].T)
        pairs = tree.query_pairs(REACH + MARGIN, output_type="ndarray")
        a, b = here[pairs[:, 0]], here[pairs[:, 1]]
        moves = bodies.walking
        one, other = np.concatenate((a, b)), np.concatenate((b, a))
        mine = moves[one]
        one, other = one[mine], other[mine]
        order = _order(one, other)
        one, other = one[order], other[order]
        dx = bodies.position[0, one] - bodies.position[0, other]
        dy = bodies.position[1, one] - bodies.position[1, other]
        square = dx * dx + dy * dy
        touch = (square < TOUCH * TOUCH) & ((one < other) | ~moves[other])
        self.touching = (one[touch], other[touch])
        ahead = square < AHEAD * AHEAD
        self.minds = (one[ahead], other[ahead], *_runs(one[ahead]))
        self.shares = [_share(one, other, turn) for turn in range(EVERY)]


def _order(first: Ints, second: Ints) -> Ints:
    """The order by first and then second. Short numbers are sorted by radix, which is many times as fast."""
    by_second = np.argsort(second.astype(np.int16), kind="stable")
    return by_second[np.argsort(first[by_second].astype(np.int16), kind="stable")]


def _runs(one: Ints) -> tuple[Ints, Ints]:
    """Where each person's pairs begin, and who that is."""
    if not len(one):
        return one, one
    first = (np.concatenate(([True], one[1:] != one[:-1]))).nonzero()[0]
    return first, one[first]


def _share(one: Ints, other: Ints, turn: int) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    chosen = one % EVERY == turn
    one, other = one[chosen], other[chosen]
    first, who = _runs(one)
    if not len(one):
        return one, other, first, who, one
    lengths = np.diff(np.concatenate((first, [len(one)])))
    return one, other, first, who, np.repeat(np.arange(len(who)), lengths)
