"""One number for each person whom a watcher has come across."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.view.snapshot import Ints


class Remembered:
    """A column by person id, as long as it needs to be; `otherwise` of whoever has not come up."""

    def __init__(self, otherwise: float | int) -> None:
        """Nothing to remember yet."""
        self._otherwise = otherwise
        self._values: NDArray[Any] = np.full(256, otherwise)

    def of(self, people: Ints) -> NDArray[Any]:
        """What is remembered of these people."""
        self._reach(people)
        return self._values.take(people)

    def keep(self, people: Ints, value: object) -> None:
        """Remember it of these people."""
        self._reach(people)
        self._values[people] = value

    def _reach(self, people: Ints) -> None:
        most = int(people[-1]) + 1 if len(people) else 0
        if most > len(self._values):
            more = np.full(2 * most - len(self._values), self._otherwise)
            self._values = np.concatenate([self._values, more])
