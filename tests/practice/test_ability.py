"""The estimate behind the drills, by cases that can be reckoned by hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from game.practice import Ability, Exemplar, Sorting, ability, difficulty, due, due_today, find_confused
from game.practice.ability import EASE, FIRST

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
RIGHT = Sorting(NOW, ("films",), "films", "films")
WRONG = replace(RIGHT, said="")
KNOWN = {
    "films": Exemplar("films", True, "F2.1", 3, ("snaps",)),
    "snaps": Exemplar("snaps", False, "F2.1", 3, ("films",)),
    "strolls": Exemplar("strolls", False, "F3.3", 3, ()),
}


def test_who_knows_nothing_is_right_half_the_time() -> None:
    """And who is just as good as a clip is hard, three times in four."""
    assert Ability(level=-30.0).chance("films", 0.0) == pytest.approx(0.5)
    assert Ability(level=0.4).chance("films", 0.4) == pytest.approx(0.75)


def test_each_thing_that_makes_a_clip_hard_makes_it_harder() -> None:
    """Subtlety, distance, crowd; a middling one from near among few is where a beginner begins."""
    assert difficulty(3, 0, 0) == EASE
    assert difficulty(4, 0, 0) > EASE < difficulty(3, 1, 0)
    assert difficulty(3, 0, 1) > EASE


def test_one_answer_moves_the_level_by_how_much_it_surprises() -> None:
    """A wrong one by more than a right one, as half of the right ones are luck; and the behaviour moves against it."""
    knows = 1 / (1 + 2.718281828459045**EASE)
    expected = 0.5 + 0.5 * knows
    up, down = ability([RIGHT]), ability([WRONG])
    assert up.level == pytest.approx(FIRST * (1 - expected) * knows / expected)
    assert down.level == pytest.approx(-FIRST * knows)
    assert abs(down.level) > up.level > 0
    assert down.harder["films"] > 0 > up.harder["films"]


def test_a_slip_is_no_confusion_and_two_errors_on_a_pair_are() -> None:
    """Until the two have been seen side by side."""
    taken = Sorting(NOW, ("snaps",), "", "snaps")
    assert find_confused([WRONG], KNOWN) == []
    assert find_confused([WRONG, taken], KNOWN) == [("films", "snaps")]
    beside = Sorting(NOW, ("snaps", "films"), "films", "films")
    assert find_confused([WRONG, taken, beside], KNOWN) == []
    assert find_confused([WRONG, taken, beside, taken], KNOWN) == []
    assert find_confused([WRONG, taken, beside, taken, WRONG], KNOWN) == [("films", "snaps")]


def test_what_was_sorted_wrongly_is_due_before_what_was_sorted_rightly() -> None:
    """And nothing that was never shown is due at all."""
    other = Sorting(NOW, ("snaps",), "", "")
    days = {
        name: next(day for day in range(1, 80) if name in due([WRONG, other], NOW + timedelta(days=day)))
        for name in ("films", "snaps")
    }
    assert days["films"] < days["snaps"]
    assert due([], NOW) == frozenset()
    assert "strolls" not in due([WRONG, other], NOW + timedelta(days=300))


def test_what_falls_due_later_today_is_due_today() -> None:
    """It was practised at eight in the evening: at seven on the day it comes again it is due today, and not before."""
    evening = NOW.replace(hour=20)
    answer = Sorting(evening, ("films",), "films", "")
    comes = next(day for day in range(1, 80) if due([answer], evening + timedelta(days=day)))
    earlier = evening + timedelta(days=comes, hours=-1)
    assert not due([answer], earlier)
    assert due_today([answer], earlier) == {"films"}
    assert not due_today([answer], earlier - timedelta(days=1))
