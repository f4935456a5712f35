"""A robot's exercise without a window, as fast as it goes, and what it came to."""

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import get_args

from game import __version__
from game.clock import TICKS_PER_SECOND
from game.course import Evidence, Mode, Prevalence, Result, headline
from game.record import Digest, Header, Journal, Unsealable, take_seal
from game.robots import ROBOTS
from game.run import (
    Sitting,
    Stage,
    Trainee,
    begin_record,
    group_by_looks,
    head_record,
    open_world,
    set_stage,
    sit_down,
)
from game.scenario import Production, read
from game.score import Score, manner, manner_told, score, sum_up

from ..console import answer, complain, say, show_progress
from ..errors import Wrong, near
from ..settings_file import folder
from ..stopping import put_off_signals
from ..trainees import Learner


@dataclass(frozen=True)
class HeadlessResult:
    """What one run came to."""

    scenario: str
    seed: int
    robot: str
    score: Score
    result: Result
    seconds_simulated: float
    seconds_taken: float
    digest: str
    unkept: str = ""
    """Why there is no whole record of it, though one was asked for."""

    def as_data(self) -> dict[str, object]:
        """The run for other programs."""
        told, counts, alarms = self.score, self.score.counts, self.score.false_alarms
        return {
            "scenario": self.scenario, "seed": self.seed, "robot": self.robot, "people": told.people,
            "subjects": told.subjects, "decoys": told.decoys, "hits": counts.hits, "misses": counts.misses,
            "evidence": {evidence: told.resting_on(evidence) for evidence in get_args(Evidence)},
            "false_alarms": {"decoys": alarms.decoys, "crowd": alarms.crowd},
            "correct_rejections": counts.correct_rejections, "decoys_judged": told.decoys_judged,
            "passers_by_watched": told.watching.passers_by, "noted": told.noted,
            "crimes_noticed": told.crimes_noticed, "crimes_missed": told.crimes_missed, "manner": manner(told),
            "seconds_simulated": self.seconds_simulated, "seconds_taken": round(self.seconds_taken, 3),
            "digest": self.digest,
        }


def play_headless(
    path: Path, seed: int, name: str, mode: str, prevalence: str, *, as_json: bool, keep: bool
) -> int:
    """Play, and print what it came to: 0, or 2 if the record that was asked for could not be kept."""
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
    if outcome.unkept:
        complain(outcome.unkept)
    return 2 if outcome.unkept else 0


def run(
    production: Production, seed: int, name: str, mode: Mode = "practice", prevalence: Prevalence | None = None, *,
    keep: bool = False, show: bool = False,
) -> HeadlessResult:
    """One run of a robot, from the staging to the score."""
    began = perf_counter()
    staged = set_stage(production, seed, prevalence)
    exercise = sit_down(staged, open_world(staged), mode=mode)
    digest = Digest()
    head = head_record(
        staged, mode=mode, started=datetime.now().astimezone(), program=__version__, trainee=name
    )
    journal: Journal | None = None
    try:
        with put_off_signals():
            journal = _record(staged, head) if keep else None
            sitting = Sitting(exercise, journal, digest)
        _drive(Trainee(name, staged.layout, exercise, sitting), sitting, show=show)
    except BaseException:  # stopped from outside
        with put_off_signals():
            if journal:
                journal.end(exercise.tick, None)
        raise
    told = score(staged.key, exercise.log, len(staged.cast.people))
    result = sum_up(told, head.occasion, group_by_looks(staged.cast.people))
    with put_off_signals():
        sitting.close(result)
    return HeadlessResult(
        production.id, seed, name, told, result, exercise.tick / TICKS_PER_SECOND, perf_counter() - began, digest.hex(),
        sitting.trouble.lost if sitting.trouble else "",
    )


def _record(staged: Stage, head: Header) -> Journal:
    """A journal in the data folder; what cannot be signed is said at once."""
    home, seal = folder(), None
    try:
        seal = take_seal(home)
    except Unsealable as why:
        complain(f"The record is not sealed: {why}.")
    return begin_record(staged, head, Learner(home).records, seal)


def _drive(trainee: Trainee, sitting: Sitting, *, show: bool) -> None:
    """To the end; the first trouble with the record is said when it comes."""
    exercise, said = trainee.exercise, False
    while not exercise.over:
        with put_off_signals():
            trainee.step()
        if sitting.trouble and not said:
            said = True
            complain(str(sitting.trouble))
        if show and exercise.tick % 100 == 0:
            show_progress(exercise.tick / exercise.lasts)
    if show:
        show_progress(None)


def _lines(outcome: HeadlessResult) -> list[str]:
    told = outcome.score
    counts, alarms = told.counts, told.false_alarms
    rests = ", ".join(f"{evidence} {told.resting_on(evidence)}" for evidence in get_args(Evidence))
    crimes = told.crimes_noticed + told.crimes_missed
    rate = outcome.seconds_simulated / max(outcome.seconds_taken, 1e-9)
    return [
        f"{outcome.scenario}, seed {outcome.seed}, watched by the robot “{outcome.robot}”",
        f"  {told.people} people, {told.subjects} subjects, {told.decoys} decoys",
        f"  hits {counts.hits}, misses {counts.misses}; marks on those to be found: {rests}",
        f"  marked {alarms.decoys} of {told.decoys_judged} decoys, and {alarms.crowd} of {told.watching.passers_by} "
        f"passers-by in clear view; noted {told.noted}",
        *([f"  noticed {told.crimes_noticed} of {crimes} crimes"] if crimes else []),
        f"  {headline(outcome.result)}",
        *(f"  {sentence}" for sentence in [manner_told(told)] if sentence),
        f"  {outcome.seconds_simulated:.0f} s played in {outcome.seconds_taken:.1f} s ({rate:.0f} times as fast)",
        f"  digest {outcome.digest}",
    ]
