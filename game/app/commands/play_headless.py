"""A robot's exercise without a window, as fast as it goes, and what it came to."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from game.clock import TICKS_PER_SECOND
from game.exercise import Mode, on_floor
from game.record import Digest, Journal, begin, header
from game.robots import ROBOTS
from game.run import Sitting, Stage, Trainee, set_stage, sit_down
from game.scenario import Production, read
from game.score import Score, headline, score
from game.staging import Prevalence
from game.world import World

from ..console import answer, say, show_progress
from ..errors import Wrong, near
from ..opening import program
from ..settings_file import folder


@dataclass(frozen=True)
class Run:
    """What one run came to."""

    scenario: str
    seed: int
    robot: str
    score: Score
    seconds_simulated: float
    seconds_taken: float
    digest: str

    def as_data(self) -> dict[str, object]:
        """The run for other programs."""
        counts, alarms, measures = self.score.counts, self.score.false_alarms, self.score.measures
        return {
            "scenario": self.scenario, "seed": self.seed, "robot": self.robot, "people": self.score.people,
            "subjects": self.score.subjects, "decoys": self.score.decoys, "hits": counts.hits, "misses": counts.misses,
            "false_alarms": {"decoys": alarms.decoys, "crowd": alarms.crowd},
            "correct_rejections": counts.correct_rejections, "unfounded": self.score.unfounded,
            "d_prime": measures.d_prime, "criterion": measures.criterion,
            "seconds_simulated": self.seconds_simulated, "seconds_taken": round(self.seconds_taken, 3),
            "digest": self.digest,
        }


def play_headless(
    path: Path, seed: int, name: str, mode: str, prevalence: str, *, as_json: bool, keep: bool
) -> int:
    """Play, and print what it came to."""
    if name not in ROBOTS:
        raise Wrong(f"There is no robot “{name}”.{near(name, ROBOTS)}")
    if keep:
        folder()
    as_mode: Mode = "assess" if mode == "assess" else "practice"
    told: Prevalence | None = "none" if prevalence == "none" else "as written" if prevalence else None
    outcome = run(read(path), seed, name, as_mode, told, keep=keep, show=sys.stderr.isatty())
    if as_json:
        answer(outcome.as_data())
    else:
        say(*_lines(outcome))
    return 0


def run(
    production: Production, seed: int, name: str, mode: Mode = "practice", prevalence: Prevalence | None = None, *,
    keep: bool = False, show: bool = False,
) -> Run:
    """One run of a robot, from the staging to the score."""
    began = perf_counter()
    staged = set_stage(production, seed, prevalence)
    world = World(staged.survey, staged.cast)
    officer = on_floor(production.scenario.briefing, staged.layout, world)
    exercise = sit_down(staged, world, mode=mode, officer=officer)
    digest = Digest()
    sitting = Sitting(exercise, _journal(staged, mode, name) if keep else None, digest)
    _drive(Trainee(name, staged.layout, exercise, sitting), show=show)
    result = score(staged.key, exercise.log, len(staged.cast.people))
    sitting.close({"headline": headline(result)})
    return Run(
        production.id, seed, name, result, exercise.tick / TICKS_PER_SECOND, perf_counter() - began, digest.hex()
    )


def _drive(trainee: Trainee, *, show: bool) -> None:
    exercise = trainee.exercise
    while not exercise.over:
        trainee.step()
        if show and exercise.tick % 100 == 0:
            show_progress(exercise.tick / exercise.lasts)
    if show:
        show_progress(None)


def _journal(staged: Stage, mode: Mode, name: str) -> Journal:
    now = datetime.now(UTC)
    opening = header(
        staged.production, staged.cast, staged.key, mode=mode, started=now, program=program(), trainee=name
    )
    return begin(folder() / "records", opening, now)


def _lines(outcome: Run) -> list[str]:
    told = outcome.score
    counts, alarms, measures = told.counts, told.false_alarms, told.measures
    d_prime = "–" if measures.d_prime is None else f"{measures.d_prime:.2f}"
    criterion = "–" if measures.criterion is None else f"{measures.criterion:.2f}"
    rate = outcome.seconds_simulated / max(outcome.seconds_taken, 1e-9)
    return [
        f"{outcome.scenario}, seed {outcome.seed}, watched by the robot “{outcome.robot}”",
        f"  {told.people} people, {told.subjects} subjects, {told.decoys} decoys",
        f"  hits {counts.hits}, misses {counts.misses}, false alarms {alarms.decoys} of decoys and {alarms.crowd} of "
        f"the crowd, correct rejections {counts.correct_rejections}, unfounded {told.unfounded}",
        f"  sensitivity d′ {d_prime}, criterion c {criterion}",
        f"  {headline(told)}",
        f"  {outcome.seconds_simulated:.0f} s played in {outcome.seconds_taken:.1f} s ({rate:.0f} times as fast)",
        f"  digest {outcome.digest}",
    ]
