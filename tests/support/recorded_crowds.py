"""Made-up crowds to be recorded: people who walk, turn, pose, come and go."""

from dataclasses import dataclass, field

import numpy as np

from game.acts import Act, Mark, Select
from game.exercise import Refusal
from game.log import Entered, Event, Exposed, Finished, Left, Log, Marked, Observable, Selected
from game.view import HELD, POSES, Item, Snapshot
from game.view.snapshot import Floats


def directions(angle: Floats) -> Floats:
    """Unit vectors of angles in radians."""
    return np.column_stack([np.cos(angle), np.sin(angle)])


@dataclass
class Stroll:
    """An exercise in which a crowd strolls about: enough like one to be recorded."""

    people: int = 60
    lasts: int = 600
    seed: int = 0
    tick: int = 0
    over: bool = False
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Give everyone a place, a way and a stay."""
        self._chance = np.random.default_rng(self.seed)
        number = self.people
        self._at = self._chance.uniform((0, 0), (60, 36), (number, 2))
        self._angle = self._chance.uniform(0, 2 * np.pi, number)
        self._speed = np.where(self._chance.random(number) < 0.7, self._chance.normal(1.34, 0.2, number), 0.0)
        self._phase = self._chance.random(number)
        self._gaze = self._angle.copy()
        self._pose = self._chance.integers(0, len(POSES), number)
        self._held = self._chance.integers(0, len(HELD), number)
        self._from = np.where(self._chance.random(number) < 0.5, 0, self._chance.integers(0, self.lasts, number))
        self._until = self._from + self._chance.integers(self.lasts // 2, self.lasts, number)
        self._sample()

    @property
    def log(self) -> Log:
        """Everything that has happened so far."""
        return Log(self.events)

    def step(self) -> list[Event]:
        """Let one tick pass."""
        known = len(self.events)
        self.tick += 1
        self._angle += self._chance.normal(0, 0.02, self.people)
        self._at += directions(self._angle) * self._speed[:, None] * 0.1
        self._phase = (self._phase + self._speed * 0.1 / 1.4 + 0.01) % 1.0
        turned = self._chance.random(self.people) < 0.02
        self._gaze = np.where(turned, self._chance.uniform(0, 2 * np.pi, self.people), self._gaze)
        self._pose = np.where(self._chance.random(self.people) < 0.01, (self._pose + 1) % len(POSES), self._pose)
        self.events += [Entered(self.tick, int(person)) for person in np.flatnonzero(self._from == self.tick)]
        self.events += [Left(self.tick, int(person)) for person in np.flatnonzero(self._until == self.tick)]
        if self.tick % 5 == 0:
            self._sample()
        if self.tick >= self.lasts:
            self.over = True
            self.events.append(Finished(self.tick, early=False))
        return self.events[known:]

    def do(self, act: Act) -> Refusal | None:
        """Mark or select."""
        match act:
            case Mark(person, level, cues):
                self.events.append(Marked(self.tick, person, level, cues))
            case Select(person):
                self.events.append(Selected(self.tick, person))
        return None

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        ids = np.flatnonzero((self._from <= self.tick) & (self.tick < self._until))
        facing = directions(self._angle[ids])
        return Snapshot(
            tick=self.tick,
            ids=ids,
            position=self._at[ids],
            heading=facing,
            head=directions(self._gaze[ids]),
            gaze=directions(self._gaze[ids]),
            pitch=np.round(np.sin(self._gaze[ids]) / 2, 1),
            hand=facing,
            pose=self._pose[ids],
            phase=self._phase[ids],
            held=self._held[ids],
            speed=self._speed[ids],
            base=np.zeros(len(ids)),
            bag=(ids % 2).astype(np.int64),
            items=(Item("bag", 3.0, 4.25, 1),) if self.tick > 100 else (),
        )

    def _sample(self) -> None:
        ids = self.snapshot().ids
        heights = tuple(int(56 + person % 5) for person in ids)
        shares = tuple(int(share) for share in self._chance.choice([100, 95, 60], len(ids), p=[0.85, 0.1, 0.05]))
        parts = tuple(31 if share > 60 else 3 for share in shares)
        self.events.append(Exposed(self.tick, tuple(ids.tolist()), heights, shares, parts))
        if self.tick % 10 == 0:
            self.events.append(Observable(self.tick, tuple(ids.tolist())))
