"""What practice does for trainees who are no more than a skill."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from game.practice import Drill, ability, deal, due, find_confused
from tests.support.simulated_trainees import SimulatedTrainee, a_pair, catalogue

KNOWN = catalogue()
SKILLS = (-0.8, 0.4, 1.6)
TRAINEES, DRILLS = 20, 10
WITHIN = 5


@pytest.fixture(scope="module")
def practised() -> dict[float, list[SimulatedTrainee]]:
    """Twenty trainees of each skill, after ten drills."""
    made = {skill: [SimulatedTrainee(skill, seed, KNOWN) for seed in range(TRAINEES)] for skill in SKILLS}
    for trainees in made.values():
        for trainee in trainees:
            for n in range(DRILLS):
                trainee.drill(1000 * trainee.seed + n)
    return made


def test_three_skills_come_to_three_levels(practised: dict[float, list[SimulatedTrainee]]) -> None:
    """In order, each within half a logit of the truth, and hardly any trainee is taken for one of another skill."""
    levels = {
        skill: np.array([ability(trainee.sortings).level for trainee in some]) for skill, some in practised.items()
    }
    for skill, found in levels.items():
        assert abs(found.mean() - skill) < 0.5
    for lower, higher in pairwise(levels.values()):
        assert np.mean(lower[:, None] < higher[None, :]) > 0.9


def test_between_70_and_85_of_100_are_right(practised: dict[float, list[SimulatedTrainee]]) -> None:
    """Over the last hundred answers, of each skill together; of a single trainee as nearly as a hundred can say."""
    for trainees in practised.values():
        shares = np.array([np.mean([answer.right for answer in trainee.sortings[-100:]]) for trainee in trainees])
        assert 0.70 <= shares.mean() <= 0.85
        slack = 3 * np.sqrt(0.78 * 0.22 / 100)
        assert np.all((shares > 0.70 - slack) & (shares < 0.85 + slack))


def test_about_half_of_what_is_shown_are_tells(practised: dict[float, list[SimulatedTrainee]]) -> None:
    """Single ones, that is; of two side by side one always is."""
    for trainees in practised.values():
        single = [bool(answer.meant) for trainee in trainees for answer in trainee.sortings if not answer.paired]
        assert abs(np.mean(single) - 0.5) < 0.03


def test_nothing_is_shown_twice_in_a_row(practised: dict[float, list[SimulatedTrainee]]) -> None:
    """Three others lie between, but for the two that are shown side by side."""
    for trainee in practised[0.4][:5]:
        single = [None if answer.paired else answer.shown[0] for answer in trainee.sortings]
        for n, name in enumerate(single):
            assert name is None or name not in single[max(0, n - 3) : n] or n % 15 < 3


@pytest.mark.parametrize("seed", range(8))
def test_two_that_are_confused_again_come_side_by_side_within_five(seed: int) -> None:
    """Counted from the second error; and once seen so, they are not shown so again for it."""
    trainee = SimulatedTrainee(1.0, seed, KNOWN)
    pair = a_pair(KNOWN, trainee.drill(seed))
    trainee.sortings.clear()
    trainee.mixes_up = pair
    sitting = trainee.drill(seed, wanted=pair, prompts=40)
    answers = sitting.answers
    wrong = [
        n for n, sorting in enumerate(answers) if not sorting.right and not sorting.paired and sorting.shown[0] in pair
    ]
    assert len(wrong) >= 2
    beside = next(n for n, sorting in enumerate(answers) if set(sorting.shown) == set(pair))
    assert wrong[1] < beside <= wrong[1] + WITHIN
    assert pair in find_confused(answers[: wrong[1] + 1], KNOWN)
    assert pair not in find_confused(answers[: beside + 1], KNOWN)


def test_one_who_stays_away_ten_days_is_shown_what_is_due() -> None:
    """After a week of practice: what was sorted wrongly is due sooner, and the due come before all else."""
    trainee = SimulatedTrainee(0.4, 3, KNOWN)
    for n in range(5):
        trainee.drill(n)
    again = frozenset(name for sorting in trainee.sortings for name in sorting.shown)
    soon = due(trainee.sortings, trainee.now)
    trainee.now += timedelta(days=10)
    late = due(trainee.sortings, trainee.now)
    assert soon < late <= again
    sitting = trainee.drill(99, wanted=late)
    shown = [name for sorting in sitting.answers for name in sorting.shown if not sorting.paired]
    assert np.mean([name in late for name in shown]) > 0.8
    assert len(due(trainee.sortings, trainee.now)) < len(late)


def test_the_same_seed_and_answers_give_the_same_tasks() -> None:
    """In another run too: nothing rests on a clock or on the order of a set."""
    pool = deal(KNOWN, ability([]), 5, ["tell_1", "alike_2"])
    assert {"tell_1", "alike_2"} <= set(pool)
    drills = [Drill(deal(KNOWN, ability([]), 5, ["tell_1", "alike_2"]), [], 5, {"tell_1"}) for _ in range(2)]
    first, second = ([drill.next() for _ in range(12)] for drill in drills)
    assert first == second


def test_who_is_always_wrong_sees_a_pair_within_five_though_others_are_confused_later() -> None:
    """The first that were confused are not put off by the next."""
    pool = deal(KNOWN, ability([]), 5)
    drill = Drill(pool, [], 5)
    trainee = SimulatedTrainee(0.0, 1, KNOWN, mixes_up=tuple(KNOWN))
    waited = 0
    for _ in range(60):
        if find_confused(drill.answers, pool):
            waited += 1
        prompt = drill.next()
        if len(prompt.shown) == 2:
            waited = 0
        assert waited <= WITHIN
        drill.take(trainee.answer(prompt))
    assert any(answer.paired for answer in drill.answers)
