"""Where the trainee's own figure was during an exercise on the floor, from its record, to be seen again."""

from collections.abc import Sequence

import numpy as np

from game.log import Stood
from game.sampling import EXPOSED_EVERY
from game.view import Snapshot
from game.view.gait import stride

from ..watch.own_figure import with_figure


class Walked:
    """The way of a figure `tall` m tall, whose row is the one after the cast's."""

    def __init__(self, stood: Sequence[Stood], person: int, tall: float) -> None:
        self.person, self._tall = person, tall
        self._stood = stood
        self._ticks = np.array([event.tick for event in stood])
        at = np.array([(event.x, event.y) for event in stood]).reshape(-1, 2)
        self._gone = np.concatenate([[0.0], np.sqrt((np.diff(at, axis=0) ** 2).sum(axis=1)).cumsum()])

    def among(self, snapshot: Snapshot) -> Snapshot:
        """The same moment with the figure in it."""
        after = int(np.searchsorted(self._ticks, snapshot.tick, side="right"))
        here = self._stood[max(0, after - 1)]
        if after >= len(self._stood) or after == 0:
            return with_figure(snapshot, self.person, (here.x, here.y), (here.facing_x, here.facing_y), 0.0, 0.0)
        there = self._stood[after]
        share = max(0.0, 1 - (there.tick - snapshot.tick) / EXPOSED_EVERY)
        at = here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share
        facing = (there.facing_x, there.facing_y) if share > 0 else (here.facing_x, here.facing_y)
        far = float(self._gone[after] - self._gone[after - 1])
        speed = far / EXPOSED_EVERY * 10 if share > 0 else 0.0
        gone = float(self._gone[after - 1]) + far * share
        phase = gone / float(stride(max(speed, 0.5), self._tall)) % 1.0
        return with_figure(snapshot, self.person, at, facing, phase, speed)
