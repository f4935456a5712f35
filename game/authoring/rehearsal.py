"""Rehearsing a scenario: its world is played once for a seed, and any number of synthetic trainees watch that run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..cast import Cast
from ..clock import ticks
from ..exercise import Exercise, Watch, watch_over
from ..key import Key
from ..log import Log, WorldEvent
from ..robots import robot
from ..scenario import Layout, Production, layout
from ..score import Score, score
from ..staging import Prevalence, stage
from ..view import Snapshot, Viewpoint
from ..world import World

PANEL = (1920, 1080)
SCALE = 44.0
"""The view a synthetic trainee opens with: a full picture at 44 px/m."""


@dataclass(frozen=True)
class Stage:
    """A scenario staged with a seed, before anything moves."""

    production: Production
    layout: Layout
    cast: Cast
    key: Key

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

    `stuck` counts how often someone's patience ran out on the way.
    """

    first: int
    events: tuple[tuple[WorldEvent, ...], ...]
    snapshots: tuple[Snapshot, ...]
    stuck: int


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
        return self._run.snapshots[self._at]


@dataclass(frozen=True)
class Sat:
    """What came of one synthetic trainee's sitting."""

    robot: str
    log: Log
    score: Score


def set_stage(production: Production, seed: int, prevalence: Prevalence | None = None) -> Stage:
    """Stage a scenario."""
    cast, key = stage(production, seed, prevalence)
    return Stage(production, layout(production.venue, production.props), cast, key)


def play(staged: Stage) -> Run:
    """Play the world to the end."""
    world = World(staged.layout, staged.cast)
    first = world.tick
    events: list[tuple[WorldEvent, ...]] = [()]
    snapshots = [world.snapshot()]
    while world.tick < staged.lasts:
        events.append(tuple(world.step()))
        snapshots.append(world.snapshot())
    return Run(first, tuple(events), tuple(snapshots), world.stuck)


def opening(venue: Layout, panel: tuple[int, int] = PANEL, scale: float = SCALE) -> Viewpoint:
    """The view of the middle of a venue."""
    east, north = venue.venue.size
    return Viewpoint(east / 2, north / 2, scale, 0, *panel)


def rehearse(staged: Stage, run: Run, robots: Sequence[str]) -> Iterator[Sat]:
    """Let the robots watch the run, side by side, so that what is there to be seen is measured once for all of them."""
    watch = watch_over(staged.layout, staged.cast.people, run.snapshots)
    sitting = [(name, robot(name, staged.layout.landmarks), _exercise(staged, run, watch)) for name in robots]
    while not all(exercise.over for _, _, exercise in sitting):
        for _, trainee, exercise in sitting:
            if exercise.tick % 5 == 0:
                for act in trainee.watch(exercise.sightings()):
                    exercise.do(act)
            exercise.step()
    for name, _, exercise in sitting:
        yield Sat(name, exercise.log, score(staged.key, exercise.log, len(staged.cast.people)))


def _exercise(staged: Stage, run: Run, watch: Watch) -> Exercise:
    return Exercise(
        Replay(run),
        staged.layout,
        staged.cast.people,
        viewpoint=opening(staged.layout),
        lasts=staged.lasts,
        mode="assess",
        cues=staged.cues,
        watch=watch,
    )
