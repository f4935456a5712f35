"""Exercises one after another: how they are taken in stretches, what is told of each, and what fools again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from game.course import Case, DecoyCase, Result
from game.progress import (
    count_fooling,
    lapse_words,
    lapses,
    say_criterion,
    say_fooled,
    say_lapses,
    say_pause,
    say_sensitivity,
    span_words,
    stretches,
)
from game.progress.over_time import count_look_alikes
from tests.progress.test_together import HIT, LUCKY, OCCASION, sat

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
SEARCH, RECOGNITION = Case(judgement="miss", miss="search"), Case(judgement="miss", miss="recognition")


def date(results: Sequence[Result]) -> list[Result]:
    """The same, a day apart."""
    return [
        replace(result, occasion=replace(result.occasion, started=OCCASION.started + timedelta(days=n)))
        for n, result in enumerate(results)
    ]


def test_a_stretch_has_twenty_people_to_be_found_and_the_last_what_is_left() -> None:
    """In order of time, whatever the order of the records; each exercise in one of them."""
    results = date([sat(HIT, SEARCH, marked=1)] * 24)
    found = stretches(reversed(results))
    assert [stretch.pooled.of for stretch in found] == [20, 20, 8]
    assert [stretch.pooled.estimate is not None for stretch in found] == [True, True, False]
    assert all(stretch.ended < other.began for stretch, other in pairwise(found))
    assert span_words(found[0]) == "1 Mar to 10 Mar · 10 exercises"


def test_what_cannot_be_compared_is_left_out() -> None:
    """Lessons, scenes with nobody to find, and the kinds of scenes that were sat less often."""
    results = date([sat(HIT), sat(HIT), sat(HIT, people=40), sat(), sat(HIT, lesson=True)])
    (only,) = stretches(results)
    assert (only.pooled.sittings, only.pooled.of) == (2, 2)
    assert stretches([sat()]) == ()


def test_nothing_but_counts_is_said_of_few() -> None:
    """Below twenty people to be found, that more are needed, and how many there were."""
    few = stretches(date([sat(HIT, SEARCH)] * 3))
    for words in (say_sensitivity(few), say_criterion(few)):
        assert "So far there have been 6" in words
        assert "d′" not in words


def test_a_change_is_told_where_the_intervals_are_apart_and_only_there() -> None:
    """Somebody who found nobody and then everybody; and somebody who stayed as they were."""
    worse, better = sat(SEARCH, SEARCH, marked=3), sat(HIT, HIT)
    changed = stretches(date([worse] * 10 + [better] * 10))
    same = stretches(date([sat(HIT, SEARCH, marked=1)] * 20))
    assert say_sensitivity(changed).endswith("That has changed since the first.")
    assert say_sensitivity(same).endswith("A change since the first is not shown.")


def test_misses_are_told_by_their_kind() -> None:
    """Luck is one of them; the most frequent comes with what helps."""
    results = date([sat(HIT, RECOGNITION, LUCKY, RECOGNITION)])
    assert dict(lapses(results)) == {"recognition": 2, "luck": 1}
    assert lapse_words(lapses(results)) == "2 in view, taken for nothing; 1 marked with nothing seen"
    words = say_lapses(stretches(results))
    assert "you missed three: two were in view, taken for nothing. Drills" in words
    assert "you missed two: all were never in view." in say_lapses(stretches(date([sat(SEARCH, SEARCH)])))
    assert "you missed one: they were never in view." in say_lapses(stretches(date([sat(SEARCH, HIT)])))
    assert say_lapses(stretches(date([sat(HIT)]))).endswith("nobody was missed.")
    assert lapse_words(lapses([])) == "nobody missed"


def test_look_alikes_are_told_by_how_often_they_fooled() -> None:
    """Of how many that were shown by decoys who were judged."""
    taken = DecoyCase(judgement="false alarm", level=2, look_alikes=("admires_building",))
    left = DecoyCase(judgement="correct rejection", look_alikes=("admires_building", "films_trains"))
    found = count_fooling([replace(sat(), decoy_cases=(taken, left)), replace(sat(), decoy_cases=(taken,))])
    assert [(fooled.name, fooled.times, fooled.of) for fooled in found] == [("admires_building", 2, 3)]
    assert "nothing to hide" in say_fooled(found)
    assert "No look-alike has misled you yet" in say_fooled(())


def test_a_look_alike_nobody_had_seen_fooled_nobody() -> None:
    """Only what had been made out before the mark counts as having misled; records that do not say so count it all."""
    shown = DecoyCase(judgement="false alarm", level=2, look_alikes=("admires_building", "films_trains"))
    seen = replace(shown, made_out=("films_trains",))
    found = count_look_alikes([replace(sat(), decoy_cases=(seen, replace(shown, made_out=())))])
    assert {fooled.name: (fooled.times, fooled.of) for fooled in found} == {
        "films_trains": (1, 2), "admires_building": (0, 2),
    }
    assert {fooled.times for fooled in count_look_alikes([replace(sat(), decoy_cases=(shown,))])} == {1}


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "yesterday"), (5, "5 days ago."), (9, "9 days ago. What is not practised")]
)
def test_how_long_ago_the_last_drill_was(days: int, words: str) -> None:
    """And from a week on, that it fades."""
    assert words in say_pause(NOW - timedelta(days=days), NOW, 0)
    assert say_pause(NOW, NOW, 0) == "You last did drills today. Nothing more is due today."
    assert say_pause(NOW, NOW, 0, 7).startswith(
        "You last did drills today, and did some on seven of the last seven days. Nothing"
    )
    assert say_pause(None, NOW, 3) == "You have done no drills yet. Three signs are due today."
