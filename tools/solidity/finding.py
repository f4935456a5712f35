"""What a search finds, and the moment at which it looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from game.cast import Person
from game.clock import TICKS_PER_SECOND, clock
from game.geometry import Point
from game.scenario import Layout
from game.view import POSES, Snapshot
from game.view.snapshot import Floats, Ints
from game.world import Aim

FIGURE = -1
"""Stands for the trainee's own figure where a person is named."""
AGAIN = 2 * TICKS_PER_SECOND
"""Ticks for which the same fault of the same person is one finding, however often it is seen."""


@dataclass(frozen=True)
class Moment:
    """One tick of a run: what could be seen at the tick before and at this one, and where the own figure stands.

    `aims` tells what a person means to look at and to reach for.
    """

    before: Snapshot
    now: Snapshot
    figure: Point | None
    aims: Callable[[int], tuple[Aim | None, Aim | None]]

    @property
    def tick(self) -> int:
        """The tick of it."""
        return self.now.tick

    def both(self) -> tuple[Ints, Ints, Ints]:
        """The ids of those who are in both snapshots, and their rows in each."""
        found, was, are = np.intersect1d(self.before.ids, self.now.ids, assume_unique=True, return_indices=True)
        return found, was, are


@dataclass(frozen=True)
class Finding:
    """A fault of the scene: what kind, when, whose, where in m, and how much of it."""

    kind: str
    tick: int
    person: int
    at: Point
    pose: str
    words: str

    def say(self, layout: Layout, people: tuple[Person, ...]) -> str:
        """The finding in a line: time, person, place and act."""
        who = "own figure" if self.person == FIGURE else f"{self.person} ({people[self.person].role})"
        return (
            f"{self.kind:<12} {clock(self.tick)} tick {self.tick:<5} {who:<32} {self.pose:<10} "
            f"({self.at[0]:.2f}, {self.at[1]:.2f}) near {_nearest(layout, self.at)}: {self.words}"
        )


class Check(Protocol):
    """One rule, looked at tick after tick of one run."""

    def look(self, moment: Moment) -> Iterable[Finding]:
        """What breaks the rule at this moment."""
        ...


class Episodes:
    """Keeps a fault that lasts from being told tick after tick."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def new(self, person: int, tick: int) -> bool:
        """Whether this is the first of it for a while."""
        fresh = tick - self._last.get(person, -AGAIN) >= AGAIN
        self._last[person] = tick
        return fresh


def make_finding(kind: str, snapshot: Snapshot, row: int, words: str) -> Finding:
    """A finding about somebody in a snapshot."""
    x, y = (float(part) for part in snapshot.position[row])
    return Finding(kind, snapshot.tick, int(snapshot.ids[row]), (x, y), str(POSES[snapshot.pose[row]]), words)


def _nearest(layout: Layout, at: Point) -> str:
    marks = [(mark.x, mark.y, mark.name) for mark in layout.landmarks]
    marks += [(*seat.at, seat.name) for seat in layout.seats]
    spots: Floats = np.array([mark[:2] for mark in marks]).reshape(-1, 2)
    if not len(spots):
        return "nothing"
    return marks[int(((spots - at) ** 2).sum(axis=1).argmin())][2]
