"""Who is near whom. The lists are made every few ticks, with a margin for how far people get in between."""

import numpy as np

from ..bodies import Bodies, Floats, Ints

REACH = 3.0
"""Metres within which people mind each other when they choose where to go; the floor is cut into cells as wide."""
AHEAD = 2.5
"""Metres within which someone ahead may slow a walker down before the next list."""
BEHIND = 0.8
"""Metres within which those behind are minded too."""
TOUCH = 1.7
"""Metres within which two may touch before the next list."""
EVERY = 3
"""Looks at who is in the way for which the lists hold."""
_NONE = np.zeros(0, dtype=np.int64)
_ACROSS = 4096
"""More columns of cells than any venue has."""
_ROWS = np.array([[-1], [0], [1]]) * _ACROSS


class Pairs:
    """Directed pairs, sorted by who minds whom: `one` minds `other`.

    `who` are those who mind anyone, `first` where the pairs of each begin, `which` the number in `who` of each pair.
    """

    def __init__(self, one: Ints, other: Ints) -> None:
        """Of pairs sorted by `one`."""
        self.one, self.other = one, other
        starts = np.ones(len(one), dtype=bool)
        np.not_equal(one[1:], one[:-1], out=starts[1:])
        self.first: Ints = starts.nonzero()[0]
        self.who: Ints = one.take(self.first)
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
        """Make new lists at once: someone came close to others."""
        self._age = EVERY

    @property
    def forgotten(self) -> bool:
        """Whether the lists are not to be relied on."""
        return self._age >= EVERY

    def refresh(self, bodies: Bodies) -> bool:
        """Make the lists anew if they are due; whether they were."""
        self._age += 1
        if self._age < EVERY:
            return False
        self._age = 0
        self._sort_by_distance(bodies, *_close_by(bodies))
        return True

    def _sort_by_distance(self, bodies: Bodies, one: Ints, other: Ints) -> None:
        dx, dy = bodies.position.take(one, axis=1) - bodies.position.take(other, axis=1)
        square = dx * dx + dy * dy
        near = ((square < REACH * REACH) & (one != other)).nonzero()[0]
        one, other, square = one.take(near), other.take(near), square.take(near)
        touch = (square < TOUCH * TOUCH).nonzero()[0]
        a, b = one.take(touch), other.take(touch)
        once = (a < b) | ~bodies.walking.take(b)
        self.touching = (a[once], b[once])
        from_x, from_y = (bodies.position - bodies.goal).take(one, axis=1)
        along = dx.take(near) * from_x + dy.take(near) * from_y
        minded = ((along > 0) | (square < BEHIND * BEHIND)).nonzero()[0]
        one, other = one.take(minded), other.take(minded)
        self.all = Pairs(one, other)
        ahead = (square.take(minded) < AHEAD * AHEAD).nonzero()[0]
        self.ahead = Pairs(one.take(ahead), other.take(ahead))


def _close_by(bodies: Bodies) -> tuple[Ints, Ints]:
    """Each walker, in order, with everybody in the nine cells about them.

    People are sorted by cell, row after row, so that three cells side by side are one stretch.
    """
    here = bodies.present.nonzero()[0]
    cells = _cells(bodies.position.take(here, axis=1))
    order = cells.argsort(kind="stable")
    inside, cells_sorted = here.take(order), cells.take(order)
    walks = bodies.walking.take(here).nonzero()[0]
    around = cells.take(walks) + _ROWS
    start = cells_sorted.searchsorted(around - 1, side="left").T.reshape(-1)
    many = cells_sorted.searchsorted(around + 1, side="right").T.reshape(-1) - start
    ends = many.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    places = np.arange(total) + (start - ends + many).repeat(many)
    one = here.take(walks).repeat(many.reshape(-1, 3).sum(axis=1))
    return one, inside.take(places)


def _cells(position: Floats) -> Ints:
    """The number of everyone's cell; west to east, then south to north."""
    column, row = (position / REACH).astype(np.int64) + 1
    numbers: Ints = row * _ACROSS + column
    return numbers
