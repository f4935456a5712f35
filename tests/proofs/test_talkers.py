"""Robots that speak with people, against the same that only watch, and against one that speaks with anybody near.

`python -m pytest tests/proofs/test_talkers.py -o addopts= -s` prints the figures; it takes half an hour on two cores.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from joblib import Parallel, delayed

from game.authoring.proof.robot_counts import count_up, sensitivity
from game.log import Met
from game.run import Site, rehearse, set_stage
from game.scenario import Production, find, read
from game.score import Score

SEEDS = range(101, 141)
MORNING = "king_street_morning"


@dataclass(frozen=True)
class Talked:
    """What a sitting came to, and how many with nothing to hide were spoken with or marked in it."""

    score: Score
    troubled: int


def sat(production: Production, seed: int, robots: Sequence[str]) -> dict[str, Talked]:
    """Each robot in the same staging."""
    staged = set_stage(production, seed, site=Site(production))
    subjects = {entry.person for entry in staged.key.subjects()}
    talked = {}
    for sitting in rehearse(staged, robots)[1]:
        spoken_with = {event.person for event in sitting.log.of(Met)} - subjects
        marked = {mark.person for mark in sitting.score.dealings if mark.suspected} - subjects
        talked[sitting.robot] = Talked(sitting.score, len(spoken_with | marked))
    return talked


@pytest.fixture(scope="module")
def sittings() -> list[dict[str, Talked]]:
    """The morning over forty seeds, on all cores."""
    production = read(find(MORNING))
    robots = ("skilled", "asks-and-checks", "talks-to-nearest")
    done = list(Parallel(n_jobs=-1)(delayed(sat)(production, seed, robots) for seed in SEEDS))
    for robot in robots:
        counts = count_up([sitting[robot].score for sitting in done])
        print(
            f"\n{robot}: found {counts.found} of {counts.of}, decoys marked {counts.decoys_marked} of {counts.decoys}, "
            f"innocents troubled {sum(sitting[robot].troubled for sitting in done)}, "
            f"d' {sensitivity(counts.estimate) or '-'}",
            end="",
        )
    return done


def test_whoever_speaks_with_the_nearest_finds_fewer_and_troubles_more(sittings: list[dict[str, Talked]]) -> None:
    """Than the skilled one who only watches: talking in itself finds nobody."""
    found = {robot: count_up([sitting[robot].score for sitting in sittings]).found for robot in sittings[0]}
    troubled = {robot: sum(sitting[robot].troubled for sitting in sittings) for robot in sittings[0]}
    assert found["talks-to-nearest"] < found["skilled"]
    assert troubled["talks-to-nearest"] > troubled["skilled"]


def test_whoever_asks_and_checks_tells_better_than_by_watching_alone(sittings: list[dict[str, Talked]]) -> None:
    """The same eyes, with what control tells of answers, tell subjects from decoys at least as well."""
    estimates = {robot: count_up([sitting[robot].score for sitting in sittings]).estimate for robot in sittings[0]}
    talks, watches = estimates["asks-and-checks"], estimates["skilled"]
    assert talks is not None
    assert watches is not None
    assert talks.sensitivity.middle >= watches.sensitivity.middle
