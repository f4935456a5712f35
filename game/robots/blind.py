"""Trainees who look at no hand and no eye: whoever stops most, or is about for longest, is marked, and nothing else.

They are here to find nobody. A scene in which they do is one that can be counted instead of read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.acts import Act, Clear, Look, Mark
from game.view import Landmark
from game.view.sighting import Sightings
from game.view.snapshot import Ints

from .attention import rounds
from .footsteps import Footsteps, FootTally
from .judge import CONCERN
from .limits import SKILLS

_EVERY = 100
"""Ticks after which one counts anew."""


@dataclass(frozen=True, slots=True)
class Count:
    """Whom to mark by a count: the first so many, by stops (then by stay), or by stay (then by stops)."""

    marks: int
    by_stops: bool

    def picks(self, tally: FootTally) -> Ints:
        """The people to mark, in ascending order."""
        first, then = (tally.stops, tally.stay) if self.by_stops else (tally.stay, tally.stops)
        order = np.lexsort((tally.people, -then, -first))
        return np.sort(tally.people[order[: self.marks]])


COUNTS_STOPS, WATCHES_CLOCK = Count(5, by_stops=True), Count(15, by_stops=False)
"""As many marks as somebody sets who takes what is counted for the answer: five who stop, fifteen who stay."""


class Blind:
    """Looks round the whole place and keeps count of the public's feet; staff are known by their uniforms."""

    def __init__(self, landmarks: Sequence[Landmark], count: Count) -> None:
        """Nobody counted yet."""
        self._round = rounds(landmarks, SKILLS["ideal"])
        self._count = count
        self._footsteps = Footsteps()
        self._staff: dict[int, bool] = {}
        self._marked: set[int] = set()
        self._looked = 0

    def watch(self, seen: Sightings) -> list[Act]:
        """Look on; now and then mark those who are first by the count, and take back the marks of those who were."""
        acts: list[Act] = [Look(self._round[self._looked % len(self._round)])]
        self._looked += 1
        public = np.array([not self._is_staff(seen, row) for row in range(len(seen.ids))], dtype=bool)
        self._footsteps.follow(seen.tick, seen.ids[public], seen.position[public], seen.speed[public])
        if seen.tick % _EVERY:
            return acts
        picked = self._count.picks(self._footsteps.tally()).tolist()
        in_view = set(seen.ids.tolist())
        acts += [Clear(person) for person in sorted(self._marked.difference(picked))]
        acts += [Mark(person, CONCERN) for person in picked if person in in_view]
        self._marked = {*self._marked.intersection(picked), *in_view.intersection(picked)}
        return acts

    def _is_staff(self, seen: Sightings, row: int) -> bool:
        person = int(seen.ids[row])
        if person not in self._staff:
            self._staff[person] = any(word.endswith(" uniform") for word in seen.looks[row])
        return self._staff[person]
