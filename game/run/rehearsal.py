"""Rehearsing a scenario: its world is played for a seed, and synthetic trainees sit through it."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.cast import Cast
from game.clock import ticks
from game.exercise import Exercise, Gaze, Mode, Officer, Running, gaze_over, on_floor
from game.geometry import Point
from game.key import Key
from game.log import Log, WorldEvent
from game.robots import robot
from game.scenario import Layout, Production, layout
from game.score import Score, score
from game.staging import Prevalence, stage
from game.view import Snapshot, Viewpoint
from game.world import Aim, HeldUp, Stimulus, Survey, World

from .sitting import Sitting

PANEL = (1920, 1080)
SCALE = 44.0
"""The view a synthetic trainee opens with: a full picture at 44 px/m."""
LOOKS = 10
"""Ticks between two looks of a robot."""
SAMPLED = 5
"""Ticks between two snapshots of a run that is only to be watched by robots: what they see is measured so often."""


@dataclass(frozen=True)
class Stage:
    """A scenario staged with a seed, before anything moves."""

    production: Production
    survey: Survey
    cast: Cast
    key: Key

    @property
    def layout(self) -> Layout:
        """The venue with each prop in its place."""
        return self.survey.layout

    @property
    def lasts(self) -> int:
        """Ticks from 0:00 to the end."""
        return ticks(self.production.scenario.clock.lasts)

    @property
    def cues(self) -> tuple[str, ...]:
        """The ids of every cue that a mark may name."""
        return tuple(cue.cue for family in self.production.families for cue in family.cues)


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

    def watched(self, every: int) -> Sequence[Snapshot]:
        """What could be seen from 0:00 on, so many ticks apart."""
        return self.snapshots[-self.first // self.every :: every // self.every]


class Live:
    """A world as it is played, and all of it that has been seen so far."""

    def __init__(self, staged: Stage, every: int = 1) -> None:
        """A world whose pre-roll has not begun, to be looked at every so many ticks."""
        self._world, self._every = World(staged.survey, staged.cast), every
        self._first = self._world.tick
        self._events: list[tuple[WorldEvent, ...]] = [()]
        self._snapshots = [self._world.snapshot()]

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._world.tick

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

    def obey(self, stimulus: Stimulus) -> None:
        """Let people react."""
        self._world.obey(stimulus)

    def stand(self, x: float, y: float) -> None:
        """The trainee's own figure is here."""
        self._world.stand(x, y)


class Replay:
    """A played run that passes for the world itself, so that several trainees can watch the very same people."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._at = 0

    @property
    def tick(self) -> int:
        """The present moment."""
        return self._run.first + self._at

    def step(self) -> Sequence[WorldEvent]:
        """Let one tick pass."""
        self._at += 1
        return self._run.events[self._at]

    def snapshot(self) -> Snapshot:
        """What an eye could see now."""
        return self._run.at(self.tick)


@dataclass(frozen=True)
class Sat:
    """What came of one synthetic trainee's sitting."""

    robot: str
    log: Log
    score: Score


class Trainee:
    """A robot at its sitting."""

    def __init__(self, name: str, venue: Layout, exercise: Exercise, sitting: Sitting | None = None) -> None:
        """At 0:00; `sitting` if what happens is to be kept."""
        self.name, self.exercise = name, exercise
        self._robot = robot(name, venue.landmarks)
        self._sitting = sitting or Sitting(exercise)

    def step(self) -> None:
        """Look, act, and let one tick pass."""
        if self.exercise.tick % LOOKS == 0:
            for act in self._robot.watch(self.exercise.sightings()):
                self._sitting.do(act)
        self._sitting.advance()


def survey(production: Production) -> Survey:
    """What all stagings of a scenario share: its venue, and the ways there."""
    return Survey(layout(production.venue, production.props))


def set_stage(
    production: Production, seed: int, prevalence: Prevalence | None = None, surveyed: Survey | None = None
) -> Stage:
    """Stage a scenario; with the survey of its venue, where there is one already."""
    cast, key = stage(production, seed, prevalence)
    return Stage(production, surveyed or survey(production), cast, key)


def play(staged: Stage, every: int = 1) -> Run:
    """Play the world to the end, nobody watching."""
    live = Live(staged, every)
    while live.tick < staged.lasts:
        live.step()
    return live.run


def opening(venue: Layout, officer: Officer | None = None) -> Viewpoint:
    """The view of the middle of a venue, or of where the own figure stands."""
    east, north = venue.venue.size
    x, y = (officer.x, officer.y) if officer else (east / 2, north / 2)
    return Viewpoint(x, y, SCALE, 0, *PANEL)


def sit_down(
    staged: Stage, world: Running, *, mode: Mode = "assess", officer: Officer | None = None, gaze: Gaze | None = None
) -> Exercise:
    """An exercise in this world, at 0:00."""
    return Exercise(
        world, gaze or gaze_over(staged.layout, staged.cast.people), viewpoint=opening(staged.layout, officer),
        lasts=staged.lasts, mode=mode, cues=staged.cues, officer=officer,
    )  # fmt: skip


def rehearse(staged: Stage, robots: Sequence[str]) -> tuple[Run, tuple[Sat, ...]]:
    """Let the robots sit through the scenario at its post; the run, of several worlds the last robot's.

    All of them watch one world, but where they are on the floor: people walk round them and mind a uniform, so that
    each has a world to themselves.
    """
    if staged.production.scenario.briefing.post == "officer":
        alone = [_on_the_floor(staged, name) for name in robots]
        return alone[-1][0], tuple(sat for _, sat in alone)
    run = play(staged, SAMPLED)
    return run, watch_together(staged, run, robots)


def watch_together(staged: Stage, run: Run, robots: Sequence[str]) -> tuple[Sat, ...]:
    """Let the robots watch a run side by side, so that what is there to be seen is measured once; nobody minds them."""
    gaze = gaze_over(staged.layout, staged.cast.people, run.snapshots)
    trainees = [_spectator(staged, run, name, gaze) for name in robots]
    while not all(one.exercise.over for one in trainees):
        for one in trainees:
            one.step()
    return tuple(_judged(staged, one) for one in trainees)


def _spectator(staged: Stage, run: Run, name: str, gaze: Gaze) -> Trainee:
    return Trainee(name, staged.layout, sit_down(staged, Replay(run), gaze=gaze))


def _on_the_floor(staged: Stage, name: str) -> tuple[Run, Sat]:
    live = Live(staged, SAMPLED)
    officer = on_floor(staged.production.scenario.briefing, staged.layout, live)
    trainee = Trainee(name, staged.layout, sit_down(staged, live, officer=officer))
    while not trainee.exercise.over:
        trainee.step()
    return live.run, _judged(staged, trainee)


def _judged(staged: Stage, trainee: Trainee) -> Sat:
    log = trainee.exercise.log
    return Sat(trainee.name, log, score(staged.key, log, len(staged.cast.people)))
