"""Passers-by who come up to an officer in uniform, because they want to know the way."""

from .conversing import Conversing
from .officer import Officer
from .talk_state import SpeakingWorld

EVERY = 5
"""Ticks between looks at who is near."""
IDLE, NEARBY = 300, 6.0
"""Ticks that an officer in uniform stands about before anybody comes up; and from how many metres off they come."""
BETWEEN = 1800
"""Ticks from one who comes up to the next, at the least: one to three in an exercise of four to ten minutes."""


class Askers:
    """Knows for how long the officer has stood about, and who has been up already."""

    def __init__(self, floor: SpeakingWorld, umpire: Conversing, officer: Officer | None) -> None:
        self._floor, self._umpire, self._officer = floor, umpire, officer
        self._since = self._next = 0
        self._been: set[int] = set()

    def keep_off(self, tick: int) -> None:
        """The officer is busy until now."""
        self._since = tick

    def set_off(self, tick: int) -> int | None:
        """Whoever sets off towards the officer now, if anybody does."""
        officer = self._officer
        if officer is None or not officer.in_uniform or officer.walking:
            self._since = tick
            return None
        if tick < self._next or tick - self._since < IDLE or tick % EVERY:
            return None
        near = self._floor.near(officer.x, officer.y, NEARBY)
        asker = next((person for person in near if person not in self._been and self._umpire.asks(person)), None)
        if asker is None or not self._floor.come_up(asker, officer.x, officer.y):
            return None
        self._been.add(asker)
        self._next = tick + BETWEEN
        return asker
