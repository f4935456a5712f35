"""What feet alone tell of everybody: since when they are about, for how long, and how often they have stopped."""

from dataclasses import dataclass

import numpy as np

from game.view.snapshot import Floats, Ints
from game.view.stops import ELSEWHERE, LEAST

from .regard import STILL
from .remembered import Remembered

GAP = 30
"""Ticks out of sight after which someone who stands is taken to have stopped anew."""
_NEVER = -(10**9)


@dataclass(frozen=True, slots=True)
class FootTally:
    """One row for each person seen so far: their id, for how many ticks they have been about, and their stops."""

    people: Ints
    stay: Ints
    stops: Ints


class Footsteps:
    """Keeps count of everybody, given where they are and how fast they go, and nothing else."""

    def __init__(self) -> None:
        """Nobody has been seen."""
        self._first, self._last = Remembered(_NEVER), Remembered(_NEVER)
        self._stands_since = Remembered(_NEVER)
        self._stops = Remembered(0)
        self._stop_x, self._stop_y = Remembered(np.inf), Remembered(np.inf)
        self._most = -1

    def follow(self, tick: int, people: Ints, position: Floats, speed: Floats) -> None:
        """Take in one moment; `people` in ascending order, `position` (n, 2) in m, `speed` in m/s."""
        if not len(people):
            return
        self._most = max(self._most, int(people[-1]))
        last = self._last.of(people)
        self._first.keep(people[last == _NEVER], tick)
        stands = speed < STILL
        since = np.where(tick - last <= GAP, self._stands_since.of(people), _NEVER)
        since = np.where(stands, np.where(since == _NEVER, tick, since), _NEVER)
        self._stands_since.keep(people, since)
        self._last.keep(people, tick)
        stopped = stands & (tick - since >= LEAST)
        self._count(people[stopped], position[stopped])

    def _count(self, people: Ints, position: Floats) -> None:
        """A stop more for those of the standing who stand elsewhere than at their last stop."""
        x, y = position.T
        dx, dy = x - self._stop_x.of(people), y - self._stop_y.of(people)
        elsewhere = dx * dx + dy * dy >= ELSEWHERE * ELSEWHERE
        moved = people[elsewhere]
        self._stop_x.keep(moved, x[elsewhere])
        self._stop_y.keep(moved, y[elsewhere])
        self._stops.keep(moved, self._stops.of(moved) + 1)

    def tally(self) -> FootTally:
        """The count so far."""
        everybody = np.arange(self._most + 1)
        first, last = self._first.of(everybody), self._last.of(everybody)
        seen = np.flatnonzero(last != _NEVER)
        return FootTally(seen, (last - first)[seen], self._stops.of(everybody)[seen])
