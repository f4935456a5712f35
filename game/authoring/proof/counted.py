"""What can be counted of everybody in a run without a look at hands or eyes, and whom the blind robots mark by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from game.clock import ticks
from game.robots import COUNTS_STOPS, WATCHES_CLOCK, Count, Footsteps, FootTally
from game.run import Run, Stage

BLIND: Mapping[str, Count] = {"counts-stops": COUNTS_STOPS, "watches-clock": WATCHES_CLOCK}
"""The robots that mark by a count alone."""
LONG = ticks(120)
"""Ticks in sight from which somebody counts as one who stays."""
Part = Literal["subject", "decoy", "company", "crowd"]


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """One of the public: ticks in sight from 0:00 on, and stops."""

    part: Part
    stay: int
    stops: int


@dataclass(frozen=True)
class Counted:
    """One run: its public by id, and whom each blind robot marks in the end."""

    seed: int
    walkers: Mapping[int, CountedPerson]
    picks: Mapping[str, tuple[int, ...]]

    def those(self, part: Part) -> list[CountedPerson]:
        """The walkers of a part."""
        return [person for person in self.walkers.values() if person.part == part]

    @property
    def lingering(self) -> list[CountedPerson]:
        """The crowd in sight for two minutes or more."""
        return [person for person in self._long if person.part == "crowd"]

    def hits(self, robot: str) -> int:
        """How many subjects are among those whom a robot marks."""
        return sum(self.walkers[person].part == "subject" for person in self.picks[robot])

    def by_chance(self, robot: str) -> float:
        """How many there would be if as many marks were set at random on those in sight for two minutes or more."""
        subjects = sum(person.part == "subject" for person in self._long)
        return len(self.picks[robot]) * subjects / len(self._long) if self._long else 0.0

    @cached_property
    def _long(self) -> list[CountedPerson]:
        """The public in sight for two minutes or more."""
        return [person for person in self.walkers.values() if person.stay >= LONG]


def count(staged: Stage, run: Run) -> Counted:
    """Count what there is to count in a run."""
    footsteps = Footsteps()
    staff = np.array([person.staff for person in staged.cast.people], dtype=bool)
    for snapshot in run.watch(run.every):
        public = ~staff.take(snapshot.ids)
        footsteps.follow(snapshot.tick, snapshot.ids[public], snapshot.position[public], snapshot.speed[public])
    tally = footsteps.tally()
    return Counted(
        staged.cast.seed,
        _walkers(staged, tally),
        {robot: tuple(by.picks(tally).tolist()) for robot, by in BLIND.items()},
    )


def _walkers(staged: Stage, tally: FootTally) -> dict[int, CountedPerson]:
    part: dict[int, Part] = {entry.person: entry.part for entry in staged.key.entries}
    part |= dict.fromkeys(staged.key.companions, "company")
    rows = zip(tally.people.tolist(), tally.stay.tolist(), tally.stops.tolist(), strict=True)
    return {person: CountedPerson(part.get(person, "crowd"), stay, stops) for person, stay, stops in rows}
