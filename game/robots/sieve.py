"""What need not be thought about: whoever does nothing that any rule of `signs` asks for."""

import numpy as np

from game.sampling import EXPOSED_EVERY
from game.view import POSES
from game.view.snapshot import Ints

from .perception import Flags, Perceived
from .regard import NOTHING, PROTECTS
from .remembered import Remembered
from .signs import APART, CONTINUES, NEAR, RULES

_TELLING = np.array([pose in RULES for pose in POSES])
_NEAR = np.array([*(NEAR[sort] for sort in PROTECTS), 0.0])
"""By sort; the last is that of nothing."""
_CAMERA = PROTECTS.index("camera")


class Sieve:
    """Lets through whose pose, eyes, bag or place a rule asks for; keeps what it takes to know that."""

    def __init__(self) -> None:
        """Nobody has been seen."""
        self._tick, self._pose = Remembered(-(10**9)), Remembered(-1)
        self._spot_x, self._spot_y = Remembered(np.inf), Remembered(np.inf)

    def sift(self, reading: Perceived) -> tuple[Ints, Ints]:
        """The entries of a reading to think about, and for how many ticks each of them stands."""
        people, tick = reading.people, reading.seen.tick
        gap = tick - self._tick.of(people)
        same = (self._pose.of(people) == reading.pose) & (gap >= EXPOSED_EVERY) & (gap <= CONTINUES)
        self._tick.keep(people, tick)
        self._pose.keep(people, reading.pose)
        chosen = (_TELLING[reading.pose] | self._elsewhere(reading) | _studies(reading)).nonzero()[0]
        without = (reading.seen.bag.take(reading.rows) == 0).nonzero()[0]
        if len(without):
            chosen = np.union1d(chosen, without)
        return chosen, np.where(same, gap, EXPOSED_EVERY).take(chosen)

    def _elsewhere(self, reading: Perceived) -> Flags:
        """Who stands well away from where they stood before."""
        people, (x, y) = reading.people, reading.position.T
        dx, dy = x - self._spot_x.of(people), y - self._spot_y.of(people)
        moved: Flags = reading.still & (dx * dx + dy * dy > APART * APART)
        self._spot_x.keep(people[moved], x[moved])
        self._spot_y.keep(people[moved], y[moved])
        return moved


def _studies(reading: Perceived) -> Flags:
    """Whose eyes are on something that protects the place, near enough to study."""
    eyes, around = reading.eyes, reading.around
    if not len(around.at):
        return np.zeros(len(eyes), dtype=bool)
    sort = np.where(eyes == NOTHING, NOTHING, around.sort.take(eyes, mode="wrap"))
    to = around.at.take(eyes, axis=0, mode="wrap")[:, :2] - reading.position
    near = (to * to).sum(axis=1) < _NEAR[sort] * _NEAR[sort]
    told: Flags = reading.still & near & ((sort != _CAMERA) | reading.gaze)
    return told
