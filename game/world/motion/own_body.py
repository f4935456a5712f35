"""The trainee's own figure on the floor: a body like any other to those who walk, but nobody of the cast."""

import numpy as np

from game.clock import TICK

from ..bodies import Bodies
from ..floor.ground import Ground
from ..floor.neighbours import Neighbours
from .walk import APART


class Figure:
    """Stands where it is put. Walkers plan round it as round anyone, and are never left overlapping it."""

    def __init__(self, bodies: Bodies, neighbours: Neighbours, ground: Ground) -> None:
        """Not there yet."""
        self._bodies, self._neighbours, self._ground = bodies, neighbours, ground
        self._row: int | None = None

    def stand(self, x: float, y: float) -> None:
        """Be here from now on; called every tick, its moves tell others how fast it comes."""
        bodies = self._bodies
        if self._row is None:
            self._row = bodies.take_row()
            bodies.be(self._row, present=True)
            bodies.place(self._row, x, y)
            self._neighbours.forget()
        before_x, before_y = bodies.at(self._row)
        bodies.place(self._row, x, y)
        bodies.velocity[:, self._row] = (x - before_x) / TICK, (y - before_y) / TICK
        bodies.berth[:, self._row] = x, y
        self._make_room(x, y)

    def has_room(self, x: float, y: float) -> bool:
        """Whether it would overlap nobody on the spot."""
        return not self._bodies.near(x, y, APART, but=-1 if self._row is None else self._row)

    def _make_room(self, x: float, y: float) -> None:
        """Put walkers who would be overlapped just clear of it, unless a wall is there."""
        bodies = self._bodies
        dx, dy = bodies.position[0] - x, bodies.position[1] - y
        square = dx * dx + dy * dy
        close = ((square < APART * APART) & bodies.moving).nonzero()[0]
        far = np.maximum(np.sqrt(square.take(close)), 1e-6)
        to_x, to_y = x + dx.take(close) * APART / far, y + dy.take(close) * APART / far
        free = self._ground.open_at(to_x, to_y)
        bodies.position[0, close[free]], bodies.position[1, close[free]] = to_x[free], to_y[free]
