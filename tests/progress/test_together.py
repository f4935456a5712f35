"""Exercises taken together: which may be, what they add up to, and what is said of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from game.course import Case, DecoyCase, Occasion, Result
from game.progress import Estimate, Plausible, by_prevalence, take_together, tell
from game.progress.progress_words import criterion_read, sensitivity_read

OCCASION = Occasion(
    scenario="yard", title="Yard", venue="The Yard", post="control room", mode="assess", seed=7,
    started=datetime(2026, 3, 1, 8, 5, tzinfo=UTC),
)  # fmt: skip
HIT = Case(judgement="hit", level=2, evidence="founded")
MISS = Case(judgement="miss")
LUCKY = Case(judgement="miss", level=3, evidence="lucky")


def sat(*cases: Case, marked: int = 0, people: int = 250, crowd: int = 0, lesson: bool = False) -> Result:
    """One exercise with these subjects and five decoys, of whom so many were marked, among so many innocent people."""
    decoys = (DecoyCase(judgement="false alarm", level=2),) * marked
    decoys += (DecoyCase(judgement="correct rejection"),) * (5 - marked)
    found = sum(case.judgement == "hit" for case in cases)
    return Result(
        occasion=replace(OCCASION, lesson=lesson), rule=2, lasted=3600, early=False, subjects=len(cases), found=found,
        of=len(cases), observable=people, watched=100, decoys=5, decoys_marked=marked, passers_by_watched=100,
        passers_by_marked=crowd, notes=0, crimes=0, crimes_noticed=0, cases=cases, decoy_cases=decoys,
    )  # fmt: skip


def said(*results: Result) -> str:
    """All that is said of the only kind of exercises among these."""
    (block,) = by_prevalence(results)
    return " ".join(tell(block).sentences)


def test_exercises_of_different_prevalence_are_never_added_up() -> None:
    """Two in 252, two in 60, half of all, and nobody: four blocks, each with a heading that says which."""
    results = [sat(HIT, MISS), sat(HIT, MISS, people=58), sat(HIT, HIT, people=2), sat(), sat(HIT, HIT)]
    blocks = by_prevalence(results)
    assert [(pooled.scenes, pooled.sittings, pooled.found, pooled.of) for pooled in blocks] == [
        ("few", 2, 3, 4), ("some", 1, 1, 2), ("many", 1, 2, 2), ("nobody", 1, 0, 0)
    ]  # fmt: skip
    assert len({tell(pooled).heading for pooled in blocks}) == 4


def test_lessons_are_left_out() -> None:
    """Where help is given, what is found says nothing."""
    assert by_prevalence([sat(HIT, lesson=True)]) == ()


def test_plain_counts_lead_and_nothing_else_is_said_of_few() -> None:
    """Three sittings: counts, the own share of right flags beside the base rate, and that more takes more people."""
    words = said(sat(HIT, MISS, marked=1), sat(HIT, LUCKY, crowd=2), sat(MISS, MISS))
    assert words == (
        "You found 2 of 6. You marked 1 of 15 decoys, who had nothing to hide. Of every 100 passers-by you had "
        "in clear view, you marked 0.7. Of the 6 you marked, 2 were rightly marked. Of all the people there, "
        "0.8\u00a0% had something to hide. How well you tell them apart, and how readily you mark, can be said from 20 "
        "people to be found on; so far there were 6."
    )


def test_from_twenty_people_on_there_is_an_estimate_with_its_interval() -> None:
    """Sensitivity, criterion, and how the levels order subjects above decoys."""
    words = said(*[sat(HIT, HIT, marked=n % 2) for n in range(8)], *[sat(HIT, MISS, marked=1)] * 4)
    for part in ("(d′): ", "95\u00a0% sure: ", "Caution (c): ", "By the levels of your marks"):
        assert part in words


def test_who_has_marked_nobody_has_counts_alone() -> None:
    """However many there were to be found."""
    words = said(*[sat(MISS, MISS)] * 12)
    assert "You marked nobody as suspicious." in words
    assert "cannot be said of somebody who has marked nobody" in words
    assert "d′" not in words


def test_at_the_ends_it_says_at_least() -> None:
    """Every subject found and no decoy marked: only the low end is known."""
    words = said(*[sat(HIT, HIT)] * 12)
    assert "(d′): at least " in words


def test_a_lucky_mark_is_no_rating() -> None:
    """A mark on a subject for which nothing had been made out ranks them no higher than none."""
    lucky, nothing = ([sat(case, HIT, marked=1)] * 12 for case in (LUCKY, MISS))
    assert take_together(lucky).ratings == take_together(nothing).ratings


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-0.4, 2.2, "does not show yet that you tell them apart better than chance"),
        (0.1, 2.9, "better than chance would"),
        (1.0, 2.9, "apart well"),
        (2.1, 3.9, "very well"),
        (-1.2, -0.2, "more readily than those who matter"),
    ],
)
def test_sensitivity_is_read_by_its_interval(low: float, high: float, words: str) -> None:
    """The low end bears the praise, whatever the middle is."""
    told = Estimate(Plausible(low, (low + high) / 2, high), Plausible(0, 0.1, 0.2), False, 20, 40, 100)
    assert words in sensitivity_read(told)


@pytest.mark.parametrize(("low", "high", "words"), [(0.1, 0.9, "slow"), (-0.9, -0.1, "quick"), (-0.3, 0.5, "cannot")])
def test_caution_is_read_by_its_interval(low: float, high: float, words: str) -> None:
    """Slow or quick is said only where nothing else is plausible."""
    told = Estimate(Plausible(1, 2, 3), Plausible(low, (low + high) / 2, high), False, 20, 40, 100)
    assert f"{words} " in criterion_read(told).partition("You are ")[2] or words in criterion_read(told)
