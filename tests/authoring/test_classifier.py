"""What is called a leak: chance is not held against a scene, and what is there is found."""

import numpy as np

from game.authoring.proof.classifier import Matched, areas
from game.authoring.proof.leaks import DOUBT


def _draw(chance: np.random.Generator, runs: int, odd: float = 0.0) -> list[Matched]:
    """Sets of people who share the mood of their run; the ones in question off by so many deviations in one thing."""
    sets = []
    for run in range(runs):
        mood = chance.normal(size=3)
        for _ in range(3):
            first, *others = mood + chance.normal(size=(5, 3))
            sets.append(Matched(run, _see(first + np.array([odd, 0.0, 0.0])), tuple(_see(one) for one in others)))
    return sets


def _see(one: np.ndarray) -> dict[str, str | float]:
    return {"pace": float(one[0]), "x": float(one[1]), "hat": "abcd"[int(one[2] * 9) % 4]}


def test_the_interval_covers_chance_as_often_as_it_says() -> None:
    """Over hundreds of draws without a leak, though people of one run are alike: 95 % of the intervals cover 0.5."""
    chance = np.random.default_rng(5)
    drawn = [area for _ in range(250) for area in areas(_draw(chance, 40), 0.95).values()]
    covered = sum(area.low <= 0.5 <= area.high for area in drawn) / len(drawn)
    assert 0.92 < covered < 0.98


def test_many_questions_are_not_held_against_a_scene() -> None:
    """Corrected for all that is asked, hardly any draw without a leak is called one."""
    chance = np.random.default_rng(6)
    cried = sum(any(area.tells for area in areas(_draw(chance, 40), 1 - DOUBT / 4).values()) for _ in range(250))
    assert cried <= 8


def _half_hatted(runs: int) -> list[Matched]:
    """One set of six for each run, half of whom have one hat: whoever is in question is always among these."""
    return [Matched(run, {"hat": "a"}, tuple({"hat": hat} for hat in "aabbb")) for run in range(runs)]


def test_a_few_runs_that_agree_by_chance_are_no_leak() -> None:
    """What comes about once in 256 times by chance is no leak, however well eight runs agree; of thirty, it is one."""
    confidence = 1 - DOUBT / 80
    assert not areas(_half_hatted(16), confidence)["hat"].tells
    assert areas(_half_hatted(60), confidence)["hat"].tells


def test_what_is_there_is_found() -> None:
    """With 200 runs, half a deviation in one thing is found nearly always, though three questions' worth is asked."""
    chance = np.random.default_rng(7)
    found = [areas(_draw(chance, 200, odd=0.5), 1 - DOUBT / 80)["pace"].tells for _ in range(12)]
    assert sum(found) >= 10


def test_too_few_runs_say_nothing() -> None:
    """Where there are not enough runs to fit on and to try on, nothing is claimed."""
    assert areas(_draw(np.random.default_rng(8), 10, odd=5.0), 0.95) == {}
