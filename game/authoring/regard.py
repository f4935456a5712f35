"""What somebody looks at, as their eyes show it: the landmark, person or thing that the gaze ends on, and its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..cast import Step
from ..scenario.verbs import GRAMMAR
from ..view import POSES, Landmark, Pose, Snapshot
from .performing import Played

EYES, FLOOR = 1.55, 0.15
"""Heights in m of eyes, and of things that lie on the floor."""
STRAIGHT, FAR = 0.93, 22.0
"""Cosine to which a gaze ends on something that the behaviour is about, and how far off that may be, in m."""
WALKING = 0.3
"""Speed in m/s from which one walks, and mostly looks at nothing in particular."""
ATTENDED = 2.6
"""Metres from a post within which someone in uniform is on it."""
POSTS = frozenset({"guard post", "staff post", "patrol post", "information desk"})
STAFF = frozenset({"nearest staff", "nearest officer", "nearest guard", "nearest patrol"})
OTHERS = frozenset(
    {"nearest person", "nearest passer-by", "nearest visitor", "nearest bystander", "same person", "partner", "leader"}
)
UNIFORMS = {"security guard": "guard", "police officer": "police officer", "cleaner": "cleaner"}
SAID = {
    "gateline": "gates", "gate": "gate", "way out gate": "gate", "gate inside": "gates", "exit": "way out",
    "staff doorway": "staff door", "guard post": "guard's post", "patrol post": "guard's post",
    "platform end": "trains", "platform": "trains",
}  # fmt: skip
"""Kinds of landmark in plainer words."""


class Regarded(NamedTuple):
    """What the eyes end on: what it is called, where it is (x, y, z in m), and the person's id if it is one."""

    name: str
    at: tuple[float, float, float]
    person: int | None = None


@dataclass(frozen=True)
class Regard:
    """Reads the eyes of whoever plays a behaviour: which of the things that it is about they are on, if any."""

    played: Played

    def at(self, tick: int) -> Regarded | None:
        """What they look at, if it is anything that has a name."""
        snapshot, row = self.played.snapshot(tick), self.played.row(tick)
        strolls = float(snapshot.speed[row]) > WALKING and not self._looks_on_the_way
        return None if strolls else self._along(tick, snapshot.gaze[row], float(snapshot.pitch[row]))

    def lens(self, tick: int) -> Regarded | None:
        """What a lens held low is turned to."""
        snapshot, row = self.played.snapshot(tick), self.played.row(tick)
        filming = POSES[snapshot.pose[row]] is Pose.FILM_LOW
        return self._along(tick, snapshot.hand[row], 0.0) if filming else None

    def _along(self, tick: int, level: NDArray[np.float64], rise: float) -> Regarded | None:
        snapshot, row = self.played.snapshot(tick), self.played.row(tick)
        x, y = snapshot.position[row].tolist()
        gaze = np.array([*((1 - rise * rise) ** 0.5 * level).tolist(), rise])
        choices = list(self._choices(snapshot))
        if not choices:
            return None
        ways = np.array([choice.at for choice in choices]) - (x, y, EYES)
        away = np.sqrt((ways**2).sum(axis=1))
        fits = (ways @ gaze) / np.maximum(away, 0.1)
        worth = np.where((fits > STRAIGHT) & (away < FAR) & (away > 0.3), 4 * fits - away / 60, -np.inf)
        best = int(np.argmax(worth))
        return choices[best] if worth[best] > 0 else None

    @property
    def _looks_on_the_way(self) -> bool:
        """Whether a step of the behaviour has something to look at while going."""
        return any(GRAMMAR[step.verb].moves and step.at is not None for step in self._steps)

    @property
    def _steps(self) -> Sequence[Step]:
        played = self.played
        return [one for one in played.staged.cast.people[played.person].part.steps if one.act == played.act]

    def _choices(self, snapshot: Snapshot) -> Iterator[Regarded]:
        words, points = self._about()
        for person, (x, y) in zip(snapshot.ids.tolist(), snapshot.position.tolist(), strict=True):
            kinds = STAFF if self._uniform(person) else OTHERS
            if person != self.played.person and words & kinds:
                yield Regarded(self._who(person), (x, y, EYES), person)
        for mark in self.played.staged.layout.landmarks:
            if (round(mark.x, 3), round(mark.y, 3)) in points or f"nearest {mark.kind}" in words:
                yield from self._mark(mark, snapshot)
        for item in snapshot.items if "object" in words else ():
            yield Regarded(item.kind, (item.x, item.y, FLOOR))

    def _mark(self, mark: Landmark, snapshot: Snapshot) -> Iterator[Regarded]:
        """The landmark, or whoever is on duty there."""
        on_it = [one for one in self._staff(snapshot) if dist(one.at[:2], (mark.x, mark.y)) < ATTENDED]
        if mark.kind in POSTS and on_it:
            yield from on_it
        else:
            yield Regarded(SAID.get(mark.kind, mark.kind), (mark.x, mark.y, mark.z or EYES))

    def _staff(self, snapshot: Snapshot) -> Sequence[Regarded]:
        people = zip(snapshot.ids.tolist(), snapshot.position.tolist(), strict=True)
        return [Regarded(self._who(one), (x, y, EYES), one) for one, (x, y) in people if self._uniform(one)]

    def _uniform(self, person: int) -> bool:
        return self.played.staged.cast.people[person].staff

    def _who(self, person: int) -> str:
        uniform = self.played.staged.cast.people[person].looks.uniform
        return UNIFORMS.get(uniform, "staff") if self._uniform(person) else "traveller"

    def _about(self) -> tuple[set[str], set[tuple[float, float]]]:
        """The words and the points that the steps of the behaviour are about."""
        words: set[str] = set()
        points: set[tuple[float, float]] = set()
        for step in self._steps:
            for target in (step.at, step.facing, step.to):
                if target is None:
                    continue
                words |= {target.relation or ("partner" if target.person is not None else "")}
                if target.point is not None:
                    points.add((round(target.point[0], 3), round(target.point[1], 3)))
        return words, points
