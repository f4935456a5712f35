"""Rehearsing a scenario: its world is played for a seed, and synthetic trainees sit through it."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.acts import BeginWork
from game.exercise import Exercise, Gaze, gaze_over, hear
from game.log import Log
from game.robots import TALKERS, Talker, robot
from game.sampling import EXPOSED_EVERY
from game.scenario import Layout
from game.score import Score, score

from .live import Live, Replay, Run, play
from .seating import sit_down
from .sitting import Sitting
from .staged import Stage

LOOKS = 10
"""Ticks between two looks of a robot."""


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
        """Look, act, and let one tick pass. Where a trainee watches what is normal first, a robot begins after it."""
        normal = self.exercise.normal
        if self.exercise.asks:
            self._sitting.do(BeginWork())
        if self.exercise.tick % LOOKS == 0 and not (normal and normal.open):
            for act in self._robot.watch(self.exercise.sightings()):
                self._sitting.do(act)
            talking = self.exercise.talking
            if isinstance(self._robot, Talker) and talking:
                for act in self._robot.speak(hear(talking.talk, talking.told, self.exercise.tick)):
                    self._sitting.do(act)
        self._sitting.advance()


def rehearse(staged: Stage, robots: Sequence[str]) -> tuple[Run, tuple[Sat, ...]]:
    """Let the robots sit through the scenario at its post; the run, of several worlds the last robot's.

    All of them watch one world, but where they are on the floor or speak with people: people walk round them, mind a
    uniform and stop to answer, so that each has a world to themselves.
    """
    if staged.production.scenario.briefing.afoot:
        alone = [_alone(staged, name) for name in robots]
        return alone[-1][0], tuple(sat for _, sat in alone)
    run = play(staged, EXPOSED_EVERY)
    watching = [name for name in robots if name not in TALKERS]
    sat = dict(zip(watching, watch_together(staged, run, watching), strict=True))
    return run, tuple(sat[name] if name in sat else _alone(staged, name)[1] for name in robots)


def watch_together(staged: Stage, run: Run, robots: Sequence[str]) -> tuple[Sat, ...]:
    """Let the robots watch a run side by side, so that what is there to be seen is measured once; nobody minds them."""
    gaze = gaze_over(staged.layout, staged.cast.people, run.snapshots)
    trainees = [_spectator(staged, run, name, gaze) for name in robots]
    while not all(trainee.exercise.over for trainee in trainees):
        for trainee in trainees:
            trainee.step()
    return tuple(_judge(staged, trainee) for trainee in trainees)


def _spectator(staged: Stage, run: Run, name: str, gaze: Gaze) -> Trainee:
    return Trainee(name, staged.layout, sit_down(staged, Replay(run), gaze=gaze))


def _alone(staged: Stage, name: str) -> tuple[Run, Sat]:
    live = Live(staged, EXPOSED_EVERY)
    trainee = Trainee(name, staged.layout, sit_down(staged, live))
    while not trainee.exercise.over:
        trainee.step()
    return live.run, _judge(staged, trainee)


def _judge(staged: Stage, trainee: Trainee) -> Sat:
    log = trainee.exercise.log
    return Sat(trainee.name, log, score(staged.key, log, len(staged.cast.people)))
