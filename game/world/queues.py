"""Queues: who stands behind whom, and where."""

from ..geometry import Point
from ..scenario.layout import Layout
from ..scenario.model import Place
from .ground import Ground

SPACING = 0.8
"""Metres between those who stand in a queue."""


class Queue:
    """One queue: the ids of those in it, the head first, and the spots where they stand."""

    def __init__(self, place: Place, ground: Ground) -> None:
        """Nobody queues yet."""
        self.ids: list[int] = []
        self.head = ground.snap(*place.at)
        direction = place.queue or (0.0, -1.0)
        size = (direction[0] * direction[0] + direction[1] * direction[1]) ** 0.5 or 1.0
        self._step = (direction[0] / size * SPACING, direction[1] / size * SPACING)
        self._spots = [self.head]
        self._ground = ground

    def spot(self, n: int) -> Point:
        """Where the nth stands. The queue bends where it meets a wall."""
        while len(self._spots) <= n:
            self._spots.append(self._behind(*self._spots[-1]))
        return self._spots[n]

    def _behind(self, x: float, y: float) -> Point:
        dx, dy = self._step
        for u, v in ((dx, dy), (-dy, dx), (dy, -dx), (-dx, -dy)):
            there = (x + u, y + v)
            taken = any(abs(there[0] - p) + abs(there[1] - q) < 0.5 for p, q in self._spots)
            if not taken and self._ground.standable(*there) and self._ground.clear(x, y, *there):
                self._step = (u, v)
                return there
        return x, y


def queues(layout: Layout, ground: Ground) -> dict[str, Queue]:
    """A queue for each place where people queue."""
    return {name: Queue(place, ground) for name, place in layout.places.items()}
