"""Words that depend on the moment: the nearest guard, ahead, away from the officer."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from game.cast import Person, Step, Target
from game.geometry import step_length
from game.scenario.model import GUARDS
from game.scenario.venue.layout import Layout
from game.view import Held
from game.view.eyes import EYE_LEVEL

from ..bodies import BODY, HELD_NUMBER, Bodies, Bools, Ints
from ..floor.ground import Ground
from .objects import Objects

MOVES = 0.4
"""Speed in m/s from which somebody is plainly on the move."""
AT_GATE = 2.5
"""Metres from a gate within which nobody stays."""
ELSEWHERE = 1e6
"""Squared metres by which somebody on another level is taken to be farther off."""
APPROACH = 25.0
"""Metres from a gate within which a walker may be about to go through."""
DOG = "dog"
"""The word of `assets/looks.yaml` for a dog on a lead."""
WORN_BAGS = ("rucksack", "shoulder bag", "handbag", "laptop bag")
"""The words of `assets/looks.yaml` for bags that are not in their owner's hand."""
ROOM_BEHIND = 0.5
"""Metres behind somebody that another can stand in."""
LEAD = HELD_NUMBER[Held.LEAD]


def _from_behind(bodies: Bodies, ground: Ground, owners: Ints) -> Ints:
    """The rows of those who stand still with their bag on them, and behind whom somebody can stand."""
    owners = owners[~bodies.walking.take(owners) & (bodies.bag.take(owners) != 0)]
    x, y = bodies.position.take(owners, axis=1) - ROOM_BEHIND * bodies.turn[:, BODY].take(owners, axis=1)
    return owners[ground.open_at(x, y)]


def _ends(person: Person) -> str:
    """Where a person goes in the end."""
    last = person.part.steps[-1].to if person.part.steps else None
    return last.name if last else ""


class Whereabouts(NamedTuple):
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
        self._visitors = ~self._staff
        self._officers = np.array([p.officer for p in people], dtype=bool)
        self._with_dogs = np.array([p.looks.carries == DOG for p in people], dtype=bool)
        self._bags = np.array([p.looks.carries in WORN_BAGS for p in people], dtype=bool) & self._visitors
        self._guards = np.array([p.officer or p.looks.uniform in GUARDS for p in people], dtype=bool)
        trains = {mark.name for mark in layout.of_kind("platform")}
        self._bound = np.array([_ends(p) in trains and not p.staff for p in people], dtype=bool)
        self._several_levels = any(portal.leads_to for portal in layout.venue.portals)
        self._last: dict[int, int] = {}
        self._gates = (*layout.of_kind("gate"), *layout.of_kind("way out gate"))
        self.observer: tuple[float, float] | None = None
        self._people = people
        self._relations: dict[str, Callable[[int], Whereabouts | None]] = {
            "nearest staff": lambda row: self._nearest(row, self._those(self._staff)),
            "nearest guard": self._nearest_guard,
            "nearest patrol": self._patrol,
            "nearest officer": self._nearest_officer,
            "nearest person": self._nearest_person,
            "nearest bag": lambda row: (
                self._nearest(row, _from_behind(bodies, ground, self._those(self._bags))) or self._bystander(row)
            ),
            "nearest passer-by": self._passer_by,
            "next at the gates": self._next_at_gates,
            "nearest visitor": lambda row: self._nearest(row, self._those(self._visitors)) or self._nearest_person(row),
            "nearest bystander": self._bystander,
            "same person": self._same,
            "partner": self._nearest_person,
            "leader": self._leader,
            "nearest camera": lambda row: self._landmark(row, "camera"),
            "nearest exit": lambda row: self._landmark(row, "exit"),
            "away from officer": lambda row: self._away(row, self._nearest_officer(row)),
            "away from staff": lambda row: self._away(row, self._nearest(row, self._those(self._staff))),
            "object": self._object,
        }

    def officers(self) -> list[int]:
        """The rows of the officers who are there."""
        rows: list[int] = self._those(self._officers).tolist()
        return rows

    def dog_walkers(self) -> list[int]:
        """The rows of those who are there with a dog: led about, or its lead taken in hand for a step of theirs."""
        ids, rows = self._bodies.ids
        found: list[int] = rows[self._with_dogs.take(ids) | (self._bodies.held.take(rows) == LEAD)].tolist()
        return found

    def spot(self, row: int, target: Target) -> Whereabouts | None:
        """Where the target is for this person at this moment, or None if there is no such thing."""
        if target.point is not None:
            return Whereabouts(*target.point)
        if target.person is not None:
            return self.of(target.person)
        resolve = self._relations.get(target.relation or "")
        found = resolve(row) if resolve else None
        if found is not None and found.person is not None:
            self._last[int(self._bodies.who[row])] = found.person
        return found

    def of(self, person: int) -> Whereabouts | None:
        """Where a person is, if they are there."""
        row = int(self._bodies.row_of[person])
        return self._at(row) if row >= 0 and self._bodies.present[row] else None

    def _at(self, row: int) -> Whereabouts:
        return Whereabouts(*self._bodies.at(row), float(self._bodies.eye[row]), int(self._bodies.who[row]))

    def _those(self, chosen: Bools) -> Ints:
        """The rows of those who are there of some of the cast, in order of id."""
        ids, rows = self._bodies.ids
        return rows[chosen.take(ids)]

    def _nearest_person(self, row: int) -> Whereabouts | None:
        return self._nearest(row, self._bodies.ids[1])

    def _passer_by(self, row: int) -> Whereabouts | None:
        """The nearest who is on the move and not staff; with nobody moving, the nearest of all."""
        bodies, some = self._bodies, self._those(self._visitors)
        moving = some[bodies.walking.take(some) & (bodies.speed.take(some) > MOVES)]
        return self._nearest(row, moving) or self._nearest_person(row)

    def _bystander(self, row: int) -> Whereabouts | None:
        """The nearest of those not staff who stand or sit, clear of the gates; or else the nearest who is not staff."""
        visitors = self._those(self._visitors)
        still = visitors[~self._bodies.walking.take(visitors)]
        for gate in self._gates:
            dx, dy = self._bodies.position[0, still] - gate.x, self._bodies.position[1, still] - gate.y
            still = still[dx * dx + dy * dy > AT_GATE * AT_GATE]
        return self._nearest(row, still) or self._nearest(row, visitors)

    def _next_at_gates(self, row: int) -> Whereabouts | None:
        """Of those bound for a train, whoever walks towards a gate and is nearest to it."""
        bodies, bound = self._bodies, self._those(self._bound)
        there = bound[bodies.walking.take(bound)]
        found: list[tuple[float, int, int]] = []
        for gate in self._layout.of_kind("gate"):
            dx, dy = gate.x - bodies.position[0, there], gate.y - bodies.position[1, there]
            far = dx * dx + dy * dy
            comes = (dx * bodies.velocity[0, there] + dy * bodies.velocity[1, there] > 0) & (far < APPROACH * APPROACH)
            near = zip(far[comes].tolist(), bodies.who[there[comes]].tolist(), there[comes].tolist(), strict=True)
            found += [comer for comer in near if comer[2] != row]
        return self._at(min(found)[2]) if found else self._passer_by(row)

    def _nearest_guard(self, row: int) -> Whereabouts | None:
        return self._nearest(row, self._those(self._guards)) or self._nearest(row, self._those(self._staff))

    def _patrol(self, row: int) -> Whereabouts | None:
        """The nearest guard who walks, or else anyone of the staff who does; with nobody walking, the nearest guard."""
        for some in (self._those(self._guards), self._those(self._staff)):
            if found := self._nearest(row, some[self._bodies.walking.take(some)]):
                return found
        return self._nearest_guard(row)

    def _same(self, row: int) -> Whereabouts | None:
        """Whom a word last meant for this person."""
        last = self._last.get(int(self._bodies.who[row]))
        return self.of(last) if last is not None else self._nearest_person(row)

    def _leader(self, row: int) -> Whereabouts | None:
        leader = self._people[self._bodies.who[row]].leader
        return self.of(leader) if leader is not None else self._nearest_person(row)

    def _object(self, row: int) -> Whereabouts | None:
        at = self._objects.nearest(int(self._bodies.who[row]), *self._bodies.at(row))
        # Things lie low: eyes go down to a hand's height above the floor.
        return Whereabouts(*at, 0.1) if at else None

    def _nearest(self, row: int, among: Ints) -> Whereabouts | None:
        there = among[among != row]
        if not len(there):
            return None
        x, y = self._bodies.at(row)
        dx, dy = self._bodies.position[0, there] - x, self._bodies.position[1, there] - y
        far = dx * dx + dy * dy
        if self._several_levels:
            level = self._ground.level_at(*self._bodies.position.take([row, *there], axis=1))
            far += ELSEWHERE * (level[1:] != level[0])
        return self._at(int(there[far.argmin()]))

    def _nearest_officer(self, row: int) -> Whereabouts | None:
        found = self._nearest(row, self._those(self._officers))
        if self.observer is None:
            return found or self._nearest(row, self._those(self._staff))
        x, y = self._bodies.at(row)
        outside = Whereabouts(*self.observer, EYE_LEVEL)
        return min(
            (whereabouts for whereabouts in (found, outside) if whereabouts),
            key=lambda s: (s.x - x) * (s.x - x) + (s.y - y) * (s.y - y),
        )

    def _landmark(self, row: int, kind: str) -> Whereabouts | None:
        x, y = self._bodies.at(row)
        marks = self._layout.of_kind(kind)
        if not marks:
            return None
        best = min(marks, key=lambda m: (m.x - x) * (m.x - x) + (m.y - y) * (m.y - y))
        return Whereabouts(best.x, best.y, best.z)

    def _away(self, row: int, from_whom: Whereabouts | None) -> Whereabouts | None:
        """A spot some 6 m off on the far side from someone, or as near to it as one can stand."""
        x, y = self._bodies.at(row)
        if from_whom is None:
            dx, dy = -self._bodies.turn[0, BODY, row], -self._bodies.turn[1, BODY, row]
        else:
            dx, dy = x - from_whom.x, y - from_whom.y
        far = step_length(dx, dy) or 1.0
        dx, dy = float(dx) / far, float(dy) / far
        for u, v in ((dx, dy), (dx - dy, dy + dx), (dx + dy, dy - dx)):
            # As far as one plainly looks away; nearer where a wall stands there.
            for reach in (6.0, 4.0, 2.5):
                if self._ground.standable(x + u * reach, y + v * reach):
                    return Whereabouts(x + u * reach, y + v * reach, EYE_LEVEL)
        return Whereabouts(*self._ground.snap(x + dx * 3, y + dy * 3), EYE_LEVEL)


def partner(relations: Relations, row: int, step: Step) -> int | None:
    """The other person of a step of two."""
    if step.verb.meaning.near is None and step.verb.meaning.goes != "with":
        return None
    for target in (step.at, step.to):
        if target is not None and (target.person is not None or target.relation is not None):
            spot = relations.spot(row, target)
            return spot.person if spot else None
    return None
