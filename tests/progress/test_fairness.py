"""Fairness: a bias that is there is found, one that is not is not called, and of too few nothing is said."""

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.course import LooksCount, Result
from game.progress import by_group, say_fairness, say_group
from game.progress.fairness import GroupRate, wilson
from tests.progress.test_together import sat

GROUPS = {
    "sex": ("women", "men"), "age": ("young adults", "adults", "older people"),
    "skin": ("lighter skin", "medium skin", "darker skin"), "hair": ("shorn hair", "other hair"),
    "head": ("headscarf or turban", "other heads"), "beard": ("men with a beard", "men without a beard"),
}  # fmt: skip
TRAINEES, EACH = 200, 200
BIAS = 0.15


def judge(rates: Mapping[str, float], usual: float, chance: random.Random) -> tuple[GroupRate, ...]:
    """What is told of a trainee who judged 200 of each group, and marks them at these rates, others as usual."""
    counts = tuple(
        LooksCount(trait=trait, group=group, judged=EACH,  # type: ignore[arg-type]
                   marked=sum(chance.random() < rates.get(group, usual) for _ in range(EACH)))
        for trait, some in GROUPS.items() for group in some
    )
    return by_group([replace(sat(), by_looks=counts)])


@pytest.mark.parametrize("usual", [0.03, 0.1])
@pytest.mark.parametrize("group", ["women", "darker skin", "older people", "headscarf or turban"])
def test_a_biased_trainee_is_found(group: str, usual: float) -> None:
    """Marked at 15 points more than the others: told in at least 80 of 100 trainees, at 200 judged people a group."""
    chance = random.Random(7)
    found = sum(
        any(rate.group == group and rate.differs == "more" for rate in judge({group: usual + BIAS}, usual, chance))
        for _ in range(TRAINEES)
    )
    assert found >= 0.8 * TRAINEES


@pytest.mark.parametrize("usual", [0.03, 0.1, 0.3])
def test_who_marks_all_alike_is_not_called_biased(usual: float) -> None:
    """In no more than 4 of 200, though a dozen groups are looked at."""
    chance = random.Random(11)
    wrong = sum(any(rate.differs for rate in judge({}, usual, chance)) for _ in range(TRAINEES))
    assert wrong <= 4


def told(marked: int, of: int, others: int = 400, *, lesson: bool = False) -> Result:
    """An exercise in which so many of the women were marked, and ten of the men."""
    counts = (
        LooksCount(trait="sex", group="women", marked=marked, judged=of),
        LooksCount(trait="sex", group="men", marked=10, judged=others),
    )
    return replace(sat(lesson=lesson), by_looks=counts)


def test_of_too_few_nothing_is_said() -> None:
    """Below 100 judged in either group, without records that count them, or of lessons: only what is needed."""
    for results in ([], [sat()], [told(30, 99)], [told(30, 400, 99)], [told(200, 400, lesson=True)]):
        assert by_group(results) == ()
    assert "can be said once you have marked 10 people" in say_fairness(())


def test_it_is_told_kindly_and_plainly_with_its_interval() -> None:
    """Which group, beyond chance, and what to do; over several exercises together; without a difference, that."""
    rates = by_group([told(60, 200), told(40, 200)])
    assert [(rate.group, rate.marked, rate.judged, rate.differs) for rate in rates] == [
        ("men", 20, 800, "less"), ("women", 100, 400, "more")
    ]  # fmt: skip
    assert "you marked women more often than others" in say_fairness(rates)
    assert "need not have been meant" in say_fairness(rates)
    assert say_group(rates[1]).startswith("Women: marked 100 of 400 (21.0 to 29.5")
    assert "no group more often" in say_fairness(by_group([told(12, 400)]))


def test_an_interval_holds_its_share() -> None:
    """Wilson's, as in his worked figures: none of ten, half of ten."""
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-3)
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-3)
