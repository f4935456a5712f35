"""Ways of watching that stand out over many exercises: named where they are plain, and only there."""

from dataclasses import replace

import pytest

from game.course import Case, Result
from game.progress import FEWEST_TAKEN, faults, tell_faults
from tests.progress.test_together import HIT, sat

PLAIN = replace(sat(HIT), observable=100, watched=95)
LET_GO = Case(judgement="miss", miss="decision", level=1, evidence="early", tells=("films_camera",))
CASES = {
    "tunnel vision": replace(PLAIN, watched=60),
    "trigger-happy": replace(PLAIN, found=1, passers_by_marked=4),
    "holding back": replace(PLAIN, cases=(LET_GO,), found=0, decoys_marked=0, passers_by_marked=0),
    "slow": replace(PLAIN, cases=(replace(HIT, seconds=80.0),)),
}


@pytest.mark.parametrize("fault", CASES)
def test_each_fault_is_named_and_no_other(fault: str) -> None:
    """From ten exercises on, in a sentence with figures; of nine nothing is said, nor of lessons and early ends."""
    taken: list[Result] = [CASES[fault]] * FEWEST_TAKEN
    assert faults(taken) == (fault,)
    (said,) = tell_faults(taken)
    assert any(letter.isdigit() for letter in said)
    assert faults(taken[1:]) == ()
    lesson = replace(taken[0], occasion=replace(taken[0].occasion, lesson=True))
    assert faults([*taken[1:], lesson, replace(taken[0], early=True)]) == ()


def test_of_somebody_who_does_well_nothing_is_said() -> None:
    """Nor of one exercise in twenty that went otherwise."""
    assert faults([PLAIN] * 20) == ()
    for odd in CASES.values():
        assert faults([PLAIN] * 19 + [odd]) == ()
