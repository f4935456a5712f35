"""A world as it is played, or played again."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.geometry import Point
from game.log import WorldEvent
from game.view import Snapshot
from game.world import Aim, HeldUp, Stimulus, Talks, World

from .staged import Stage


@dataclass(frozen=True)
class Run:
    """A world played from the pre-roll to the end: what happened in each tick, and what an eye could see.

    `snapshots` are `every` so many ticks apart, from tick `first` on · `held_up` whose patience ran out on the way.
    """

    first: int
    every: int
    events: tuple[tuple[WorldEvent, ...], ...]
    snapshots: tuple[Snapshot, ...]
    held_up: tuple[HeldUp, ...]

    def at(self, tick: int) -> Snapshot:
        """What could be seen at a tick, or at the last moment kept before it."""
        return self.snapshots[max(0, min((tick - self.first) // self.every, len(self.snapshots) - 1))]

    def watch(self, every: int) -> Sequence[Snapshot]:
        """What could be seen from 0:00 on, so many ticks apart."""
        return self.snapshots[-self.first // self.every :: every // self.every]


def open_world(staged: Stage) -> World:
    """The world of a stage, before its pre-roll."""
    return World(staged.site.survey, staged.cast, staged.production.scenario.clock.starts, staged.programme)


class Live:
    """A world as it is played, and all of it that has been seen so far."""

    def __init__(self, staged: Stage, every: int = 1) -> None:
        """A world whose pre-roll has not begun, to be looked at every so many ticks."""
        self._world, self._every = open_world(staged), every
        self._first = self._world.tick
        self._events: list[tuple[WorldEvent, ...]] = [()]
        self._snapshots = [self._world.snapshot()]

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._world.tick

    @property
    def past(self) -> Sequence[WorldEvent]:
        """All that has happened so far."""
        return self._world.past

    @property
    def run(self) -> Run:
        """What has been played."""
        return Run(self._first, self._every, tuple(self._events), tuple(self._snapshots), self._world.held_up)

    def step(self) -> Sequence[WorldEvent]:
        """Let one tick pass."""
        events = tuple(self._world.step())
        self._events.append(events)
        if (self._world.tick - self._first) % self._every == 0:
            self._snapshots.append(self._world.snapshot())
        return events

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        return self._world.snapshot()

    def aims(self, person: int) -> tuple[Aim | None, Aim | None]:
        """What a person means to look at, and to point at."""
        return self._world.aims(person)

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from one point to another."""
        return self._world.way(start, goal)

    def takes(self, here: Point, there: Point) -> int:
        """For how many ticks the figure is between two bends of a way that are on two levels; 0 on one level."""
        return self._world.takes(here, there)

    def obey(self, stimulus: Stimulus) -> None:
        """Let people react."""
        self._world.obey(stimulus)

    def free(self, x: float, y: float) -> bool:
        """Whether nobody but the trainee's own figure is on the spot."""
        return self._world.free(x, y)

    def stand(self, x: float, y: float) -> None:
        """The trainee's own figure is here."""
        self._world.stand(x, y)

    @property
    def talks(self) -> Talks:
        """Stops people to be spoken with."""
        return self._world.talks


class Replay:
    """A played run that passes for the world itself, so that several trainees can watch the very same people."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._at = 0

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._run.first + self._at

    @property
    def past(self) -> Sequence[WorldEvent]:
        """All that has happened so far."""
        return [event for events in self._run.events[: self._at + 1] for event in events]

    def step(self) -> Sequence[WorldEvent]:
        """Let one tick pass."""
        self._at += 1
        return self._run.events[self._at]

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        return self._run.at(self.tick)


def play(staged: Stage, every: int = 1) -> Run:
    """Play the world to the end, nobody watching."""
    live = Live(staged, every)
    while live.tick < staged.lasts:
        live.step()
    return live.run
