"""Robots with a known fault, told by progress for what they are: thirty exercises each.

`python -m pytest tests/proofs/test_robots_with_faults.py -o addopts= -s` prints what was said; it takes some twenty
minutes.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from joblib import Parallel, delayed

from game.course import Result
from game.progress import Fault, faults, tell_faults
from game.run import Site, group_by_looks, head_record, rehearse, set_stage
from game.scenario import find, read
from game.score import sum_up

WHEN = datetime(2026, 3, 1, 8, 5, tzinfo=UTC)
SEEDS = range(1, 31)
NAMED: Mapping[str, Fault] = {
    "tunnel-vision": "tunnel vision", "trigger-happy": "trigger-happy", "timid": "holding back", "slow": "slow",
}
"""Each robot and what it has to be called."""
WITHOUT = ("skilled", "ideal")


def sat(seed: int) -> dict[str, Result]:
    """What each robot came to on King Street's morning."""
    production = read(find("king_street_morning"))
    staged = set_stage(production, seed, site=Site(production))
    looks = group_by_looks(staged.cast.people)
    found = {}
    for sitting in rehearse(staged, (*NAMED, *WITHOUT))[1]:
        head = head_record(staged, mode="practice", started=WHEN, program="proof", trainee=sitting.robot)
        found[sitting.robot] = sum_up(sitting.score, head.occasion, looks)
    return found


@pytest.fixture(scope="module")
def taken() -> list[dict[str, Result]]:
    """All of them, over all the seeds."""
    return list(Parallel(n_jobs=-1)(delayed(sat)(seed) for seed in SEEDS))


@pytest.mark.parametrize("robot", NAMED)
def test_a_fault_is_named(taken: list[dict[str, Result]], robot: str) -> None:
    """That of the robot, and none that another has."""
    results = [one[robot] for one in taken]
    print(f"\n{robot}: {' '.join(tell_faults(results))}", end="")
    assert faults(results) == (NAMED[robot],)


@pytest.mark.parametrize("robot", WITHOUT)
def test_who_has_none_is_called_nothing(taken: list[dict[str, Result]], robot: str) -> None:
    """The skilled and the ideal robot."""
    results = [one[robot] for one in taken]
    print(f"\n{robot}: {' '.join(tell_faults(results)) or 'nothing'}", end="")
    assert faults(results) == ()
