"""Words that depend on the moment: the nearest guard, ahead, away from the officer."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..cast import Person, Target
from ..scenario.layout import Layout
from .bodies import BODY, Bodies
from .ground import Ground
from .objects import Objects

EYES = 1.6
MOVES = 0.4
"""Speed in m/s from which somebody is plainly on the move."""
AT_GATE = 2.5
"""Metres from a gate within which nobody stays."""
APPROACH = 25.0
"""Metres from a gate within which a walker may be about to go through."""
GUARDS = ("security guard", "police officer")
"""Uniforms of those who guard the place."""


def _ends(person: Person) -> str:
    """Where a person goes in the end."""
    last = person.part.steps[-1].to if person.part.steps else None
    return last.name if last else ""


class Spot(NamedTuple):
    """Where a target is now: a point at a height, and whose it is."""

    x: float
    y: float
    z: float
    person: int | None = None


class Relations:
    """Resolves targets. `officers` and `staff` are ids; an outside observer counts as an officer."""

    def __init__(self, layout: Layout, people: tuple[Person, ...], bodies: Bodies, objects: Objects, ground: Ground):
        """Know who is staff and where cameras and exits are."""
        self._layout, self._bodies, self._objects, self._ground = layout, bodies, objects, ground
        self.staff = np.array([p.id for p in people if p.staff or p.officer], dtype=np.int64)
        self.officers = np.array([p.id for p in people if p.officer], dtype=np.int64)
        self.guards = np.array([p.id for p in people if p.officer or p.looks.uniform in GUARDS], dtype=np.int64)
        self._visitors = np.array([p.id for p in people if not (p.staff or p.officer)], dtype=np.int64)
        trains = {mark.name for mark in layout.of_kind("platform")}
        self._bound = np.array([p.id for p in people if _ends(p) in trains and not p.staff], dtype=np.int64)
        self._last: dict[int, int] = {}
        self._gates = (*layout.of_kind("gate"), *layout.of_kind("way out gate"))
        self.observer: tuple[float, float] | None = None
        self._everyone = np.arange(len(people))
        self._people = people
        self._relations: dict[str, Callable[[int], Spot | None]] = {
            "nearest staff": lambda person: self._nearest(person, self.staff),
            "nearest guard": lambda person: self._nearest(person, self.guards) or self._nearest(person, self.staff),
            "nearest patrol": self._patrol,
            "nearest officer": self._nearest_officer,
            "nearest person": self._nearest_person,
            "nearest passer-by": self._passer_by,
            "next at the gates": self._next_at_gates,
            "nearest visitor": lambda person: self._nearest(person, self._visitors) or self._nearest_person(person),
            "nearest bystander": self._bystander,
            "same person": self._same,
            "partner": self._nearest_person,
            "leader": self._leader,
            "nearest camera": lambda person: self._landmark(person, "camera"),
            "nearest exit": lambda person: self._landmark(person, "exit"),
            "away from officer": lambda person: self._away(person, self._nearest_officer(person)),
            "away from staff": lambda person: self._away(person, self._nearest(person, self.staff)),
            "object": self._object,
        }

    def spot(self, person: int, target: Target) -> Spot | None:
        """Where the target is for this person at this moment, or None if there is no such thing."""
        if target.point is not None:
            return Spot(*target.point)
        if target.person is not None:
            return self.of(target.person)
        resolve = self._relations.get(target.relation or "")
        found = resolve(person) if resolve else None
        if found is not None and found.person is not None:
            self._last[person] = found.person
        return found

    def of(self, person: int) -> Spot | None:
        """Where a person is, if they are there."""
        if not self._bodies.present[person]:
            return None
        return Spot(*self._bodies.at(person), float(self._bodies.eye[person]), person)

    def _nearest_person(self, person: int) -> Spot | None:
        return self._nearest(person, self._everyone)

    def _passer_by(self, person: int) -> Spot | None:
        """The nearest who is on the move and not staff; with nobody moving, the nearest of all."""
        moving = self._visitors[self._bodies.walking[self._visitors] & (self._bodies.speed[self._visitors] > MOVES)]
        return self._nearest(person, moving) or self._nearest_person(person)

    def _bystander(self, person: int) -> Spot | None:
        """The nearest of those not staff who stand or sit, clear of the gates; or else the nearest who is not staff."""
        still = self._visitors[~self._bodies.walking[self._visitors]]
        for gate in self._gates:
            dx, dy = self._bodies.position[0, still] - gate.x, self._bodies.position[1, still] - gate.y
            still = still[dx * dx + dy * dy > AT_GATE * AT_GATE]
        return self._nearest(person, still) or self._nearest(person, self._visitors)

    def _next_at_gates(self, person: int) -> Spot | None:
        """Of those bound for a train, whoever walks towards a gate and is nearest to it."""
        bodies = self._bodies
        there = self._bound[bodies.walking[self._bound] & bodies.present[self._bound]]
        found: list[tuple[float, int]] = []
        for gate in self._layout.of_kind("gate"):
            dx, dy = gate.x - bodies.position[0, there], gate.y - bodies.position[1, there]
            far = dx * dx + dy * dy
            comes = (dx * bodies.velocity[0, there] + dy * bodies.velocity[1, there] > 0) & (far < APPROACH * APPROACH)
            found += [(float(f), int(one)) for f, one in zip(far[comes], there[comes], strict=True) if one != person]
        return self.of(min(found)[1]) if found else self._passer_by(person)

    def _patrol(self, person: int) -> Spot | None:
        """The nearest guard who walks, or else anyone of the staff who does; with nobody walking, the nearest guard."""
        for some in (self.guards, self.staff):
            if found := self._nearest(person, some[self._bodies.walking[some]]):
                return found
        return self._nearest(person, self.guards) or self._nearest(person, self.staff)

    def _same(self, person: int) -> Spot | None:
        """Whom a word last meant for this person."""
        last = self._last.get(person)
        return self.of(last) if last is not None else self._nearest_person(person)

    def _leader(self, person: int) -> Spot | None:
        leader = self._people[person].leader
        return self.of(leader) if leader is not None else self._nearest_person(person)

    def _object(self, person: int) -> Spot | None:
        at = self._objects.nearest(person, *self._bodies.at(person))
        return Spot(*at, 0.1) if at else None

    def _nearest(self, person: int, among: np.ndarray) -> Spot | None:
        there = among[self._bodies.present[among] & (among != person)]
        if not len(there):
            return None
        x, y = self._bodies.at(person)
        dx, dy = self._bodies.position[0, there] - x, self._bodies.position[1, there] - y
        return self.of(int(there[(dx * dx + dy * dy).argmin()]))

    def _nearest_officer(self, person: int) -> Spot | None:
        found = self._nearest(person, self.officers)
        if self.observer is None:
            return found or self._nearest(person, self.staff)
        x, y = self._bodies.at(person)
        outside = Spot(*self.observer, EYES)
        return min(
            (one for one in (found, outside) if one), key=lambda s: (s.x - x) * (s.x - x) + (s.y - y) * (s.y - y)
        )

    def _landmark(self, person: int, kind: str) -> Spot | None:
        x, y = self._bodies.at(person)
        marks = self._layout.of_kind(kind)
        if not marks:
            return None
        best = min(marks, key=lambda m: (m.x - x) * (m.x - x) + (m.y - y) * (m.y - y))
        return Spot(best.x, best.y, best.z)

    def _away(self, person: int, from_whom: Spot | None) -> Spot | None:
        """A spot some 6 m off on the far side from someone, or as near to it as one can stand."""
        x, y = self._bodies.at(person)
        if from_whom is None:
            dx, dy = -self._bodies.turn[0, BODY, person], -self._bodies.turn[1, BODY, person]
        else:
            dx, dy = x - from_whom.x, y - from_whom.y
        far = float(dx * dx + dy * dy) ** 0.5 or 1.0
        dx, dy = float(dx) / far, float(dy) / far
        for u, v in ((dx, dy), (dx - dy, dy + dx), (dx + dy, dy - dx)):
            for reach in (6.0, 4.0, 2.5):
                if self._ground.standable(x + u * reach, y + v * reach):
                    return Spot(x + u * reach, y + v * reach, EYES)
        return Spot(*self._ground.snap(x + dx * 3, y + dy * 3), EYES)
