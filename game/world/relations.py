"""Words that depend on the moment: the nearest guard, ahead, away from the officer."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..cast import Person, Target
from ..scenario.layout import Layout
from .bodies import BODY, Bodies, Bools, Ints
from .ground import Ground
from .objects import Objects

EYES = 1.6


class Spot(NamedTuple):
    """Where a target is now: a point at a height, and whose it is."""

    x: float
    y: float
    z: float
    person: int | None = None


class Relations:
    """Resolves targets, for whoever is in a row. An outside observer counts as an officer."""

    def __init__(self, layout: Layout, people: tuple[Person, ...], bodies: Bodies, objects: Objects, ground: Ground):
        """Know who is staff and where cameras and exits are."""
        self._layout, self._bodies, self._objects, self._ground = layout, bodies, objects, ground
        self._staff = np.array([p.staff or p.officer for p in people], dtype=bool)
        self._officers = np.array([p.officer for p in people], dtype=bool)
        self.observer: tuple[float, float] | None = None
        self._people = people
        self._relations: dict[str, Callable[[int], Spot | None]] = {
            "nearest staff": lambda row: self._nearest(row, self._those(self._staff)),
            "nearest officer": self._nearest_officer,
            "nearest person": self._nearest_person,
            "nearest passer-by": self._passer_by,
            "partner": self._nearest_person,
            "leader": self._leader,
            "nearest camera": lambda row: self._landmark(row, "camera"),
            "nearest exit": lambda row: self._landmark(row, "exit"),
            "away from officer": self._away,
            "object": self._object,
        }

    def officers(self) -> list[int]:
        """The rows of the officers who are there."""
        rows: list[int] = self._those(self._officers).tolist()
        return rows

    def spot(self, row: int, target: Target) -> Spot | None:
        """Where the target is for this person at this moment, or None if there is no such thing."""
        if target.point is not None:
            return Spot(*target.point)
        if target.person is not None:
            return self.of(target.person)
        resolve = self._relations.get(target.relation or "")
        return resolve(row) if resolve else None

    def of(self, person: int) -> Spot | None:
        """Where a person is, if they are there."""
        row = int(self._bodies.row_of[person])
        return self._at(row) if row >= 0 and self._bodies.present[row] else None

    def _at(self, row: int) -> Spot:
        return Spot(*self._bodies.at(row), float(self._bodies.eye[row]), int(self._bodies.who[row]))

    def _those(self, chosen: Bools) -> Ints:
        """The rows of those who are there of some of the cast, in order of id."""
        ids, rows = self._bodies.ids
        return rows[chosen.take(ids)]

    def _nearest_person(self, row: int) -> Spot | None:
        return self._nearest(row, self._bodies.ids[1])

    def _passer_by(self, row: int) -> Spot | None:
        """The nearest who walks and is not staff; with nobody walking, the nearest of all."""
        passing = self._those(~self._staff)
        return self._nearest(row, passing[self._bodies.walking.take(passing)]) or self._nearest_person(row)

    def _leader(self, row: int) -> Spot | None:
        leader = self._people[self._bodies.who[row]].leader
        return self.of(leader) if leader is not None else self._nearest_person(row)

    def _object(self, row: int) -> Spot | None:
        at = self._objects.nearest(int(self._bodies.who[row]), *self._bodies.at(row))
        return Spot(*at, 0.1) if at else None

    def _nearest(self, row: int, among: Ints) -> Spot | None:
        there = among[among != row]
        if not len(there):
            return None
        x, y = self._bodies.at(row)
        dx, dy = self._bodies.position[0, there] - x, self._bodies.position[1, there] - y
        return self._at(int(there[(dx * dx + dy * dy).argmin()]))

    def _nearest_officer(self, row: int) -> Spot | None:
        found = self._nearest(row, self._those(self._officers))
        if self.observer is None:
            return found or self._nearest(row, self._those(self._staff))
        x, y = self._bodies.at(row)
        outside = Spot(*self.observer, EYES)
        return min(
            (one for one in (found, outside) if one), key=lambda s: (s.x - x) * (s.x - x) + (s.y - y) * (s.y - y)
        )

    def _landmark(self, row: int, kind: str) -> Spot | None:
        x, y = self._bodies.at(row)
        marks = self._layout.of_kind(kind)
        if not marks:
            return None
        best = min(marks, key=lambda m: (m.x - x) * (m.x - x) + (m.y - y) * (m.y - y))
        return Spot(best.x, best.y, best.z)

    def _away(self, row: int) -> Spot | None:
        """A spot some 6 m off on the far side from the nearest officer, or as near to it as one can stand."""
        x, y = self._bodies.at(row)
        from_whom = self._nearest_officer(row)
        if from_whom is None:
            dx, dy = -self._bodies.turn[0, BODY, row], -self._bodies.turn[1, BODY, row]
        else:
            dx, dy = x - from_whom.x, y - from_whom.y
        far = float(dx * dx + dy * dy) ** 0.5 or 1.0
        dx, dy = float(dx) / far, float(dy) / far
        for u, v in ((dx, dy), (dx - dy, dy + dx), (dx + dy, dy - dx)):
            for reach in (6.0, 4.0, 2.5):
                if self._ground.standable(x + u * reach, y + v * reach):
                    return Spot(x + u * reach, y + v * reach, EYES)
        return Spot(*self._ground.snap(x + dx * 3, y + dy * 3), EYES)
