"""What could be seen of everybody in a run, as columns over time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.run import Run

WALKS = 0.3
"""Speed in m/s from which someone walks."""


@dataclass(frozen=True, slots=True)
class Path:
    """What was seen of someone over some time: mean speed when walking (-1 if never), the share of it standing.

    `held` what was in the hands most of the time (index into HELD) · `turning` of the head, in mean sines of the turn
    between looks · `at` where they were at the end.
    """

    pace: float
    standing: float
    held: int
    turning: float
    at: tuple[float, float]


class Traces:
    """Where everyone was, how fast, holding what, facing where, at each moment kept of a run, from 0:00 on.

    Nobody sees what was before: whoever is there at 0:00 came, for all that can be told, at 0:00.
    """

    def __init__(self, run: Run, people: int) -> None:
        """Of this run."""
        snapshots = run.watch(run.every)
        self._first, self._every = 0, run.every
        kept = len(snapshots)
        self._speed: NDArray[np.float64] = np.full((people, kept), np.nan)
        self._held = np.zeros((people, kept), dtype=np.int64)
        self._head, self._at = np.zeros((people, kept, 2)), np.zeros((people, kept, 2))
        for n, snapshot in enumerate(snapshots):
            self._speed[snapshot.ids, n], self._held[snapshot.ids, n] = snapshot.speed, snapshot.held
            self._head[snapshot.ids, n], self._at[snapshot.ids, n] = snapshot.head, snapshot.position
        present: NDArray[np.bool_] = ~np.isnan(self._speed)
        ever = np.flatnonzero(present.any(axis=1)).tolist()
        came, gone = present.argmax(axis=1), kept - present[:, ::-1].argmax(axis=1)
        self.came = {person: self._first + self._every * int(came[person]) for person in ever}
        self._gone = {person: self._first + self._every * int(gone[person]) for person in ever}

    def stay(self, person: int) -> int:
        """For how many ticks someone was there."""
        return self._gone[person] - self.came[person]

    def there(self, person: int, tick: int) -> bool:
        """Whether someone was there at a tick."""
        return self.came[person] <= tick < self._gone[person]

    def of(self, person: int, began: int, ended: int, but: Sequence[tuple[int, int]] = ()) -> Path:
        """What was seen of someone from one tick up to another, but for some stretches of it."""
        low, high = (max(0, (tick - self._first) // self._every) for tick in (began, ended))
        ticks = self._first + self._every * np.arange(low, min(high + 1, self._speed.shape[1]))
        seen: NDArray[np.bool_] = ~np.isnan(self._speed[person, low : high + 1])
        for start, end in but:
            seen &= (ticks < start) | (ticks > end)
        moments = low + np.flatnonzero(seen)
        if not len(moments):
            return Path(-1.0, 0.0, 0, 0.0, (0.0, 0.0))
        speed, head = self._speed[person, moments], self._head[person, moments]
        walks = speed > WALKS
        turn = np.abs(head[1:, 0] * head[:-1, 1] - head[1:, 1] * head[:-1, 0])
        x, y = self._at[person, moments[-1]].tolist()
        return Path(
            float(speed[walks].mean()) if walks.any() else -1.0,
            float(1 - walks.mean()),
            int(np.bincount(self._held[person, moments]).argmax()),
            float(turn.mean()) if len(turn) else 0.0,
            (x, y),
        )
