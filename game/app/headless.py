"""A robot's exercise without a window, as fast as it goes, and what it came to."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from ..cast import Cast
from ..clock import TICKS_PER_SECOND, ticks
from ..exercise import Exercise, Mode
from ..key import Key
from ..record import Digest, Journal, Sitting, begin, header
from ..robots import ROBOTS, robot
from ..scenario import Production, layout, read
from ..score import Score, headline, score
from ..staging import Prevalence, stage
from ..view import Landmark
from ..world import World
from .playing import cues, first_view, on_floor, program
from .settings import folder
from .trouble import Wrong, near

VIEW = (1920, 1080)
EVERY = 5
"""Ticks between two sightings handed to a robot: they are sampled no oftener."""


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
    print(json.dumps(outcome.as_data(), indent=2) if as_json else "\n".join(_lines(outcome)))
    return 0


def run(
    production: Production, seed: int, name: str, mode: Mode = "practice", prevalence: Prevalence | None = None, *,
    keep: bool = False, show: bool = False,
) -> Run:
    """One run of a robot, from the staging to the score."""
    began = perf_counter()
    cast, key = stage(production, seed, prevalence)
    place = layout(production.venue, production.props)
    world = World(place, cast)
    officer = on_floor(production, place, world)
    exercise = Exercise(
        world, place, cast.people, viewpoint=first_view(production, officer, VIEW),
        lasts=ticks(production.scenario.clock.lasts), mode=mode, cues=cues(production), officer=officer,
    )
    digest = Digest()
    sitting = Sitting(exercise, _journal(production, cast, key, mode, name) if keep else None, digest)
    _drive(sitting, exercise, name, place.landmarks, show=show)
    result = score(key, exercise.log, len(cast.people))
    sitting.close({"headline": headline(result)})
    return Run(
        production.id, seed, name, result, exercise.tick / TICKS_PER_SECOND, perf_counter() - began, digest.hex()
    )


def _drive(sitting: Sitting, exercise: Exercise, name: str, landmarks: Sequence[Landmark], *, show: bool) -> None:
    watcher = robot(name, landmarks)
    while not exercise.over:
        if exercise.tick % EVERY == 0:
            for act in watcher.watch(exercise.sightings()):
                sitting.do(act)
        sitting.advance()
        if show and exercise.tick % 100 == 0:
            print(f"\r{exercise.tick / exercise.lasts:4.0%} ", end="", file=sys.stderr, flush=True)
    if show:
        print("\r      \r", end="", file=sys.stderr, flush=True)


def _journal(production: Production, cast: Cast, key: Key, mode: Mode, name: str) -> Journal:
    now = datetime.now(UTC)
    opening = header(production, cast, key, mode=mode, started=now, program=program(), trainee=name)
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
