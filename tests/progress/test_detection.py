"""Sensitivity and criterion by adding up, against published values and by their own laws."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.progress import measure
from game.progress.detection import add_up, log_linear

shares = st.floats(0.001, 0.999)


def _weight(count: int, of: int, added: float) -> float:
    """The correction used here before the log-linear one, which inflates perfect scores."""
    return (count + added) / (of + 2 * added)


@pytest.mark.parametrize(
    ("hit", "false_alarm", "d_prime", "c"),
    [
        (1 - 1 / 100, 17 / 25, 1.858649, -1.397023),  # 50/0/17/8 with 1/(2N): Stanislaw & Todorov 1999
        (67 / 100, 16 / 100, 1.434371, 0.277272),  # 67/33/16/84, uncorrected: Macmillan & Creelman 2005
        (log_linear(20, 25), log_linear(10, 25), 1.044499, -0.278845),  # 20/5/10/15, log-linear: Hautus 1995
        (_weight(3, 4, 4 / 64), _weight(2, 60, 60 / 64), 2.320685, 0.509505),  # 3/1/2/58: a check of z
    ],
)
def test_published_values(hit: float, false_alarm: float, d_prime: float, c: float) -> None:
    """Each published row comes out to five places under its own correction."""
    told = measure(hit, false_alarm)
    assert told.sensitivity == pytest.approx(d_prime, abs=1e-5)
    assert told.criterion == pytest.approx(c, abs=1e-5)


@pytest.mark.parametrize(
    ("found", "subjects", "marked", "decoys", "d_prime"),
    [(20, 20, 0, 4650, 5.68), (2, 2, 5, 5, -0.41), (20, 25, 10, 25, 1.044499)],
)
def test_counts_added_up_are_log_linear(found: int, subjects: int, marked: int, decoys: int, d_prime: float) -> None:
    """A perfect score is not inflated; both found and all five decoys marked is no skill."""
    told = add_up(found, subjects, marked, decoys)
    assert told is not None
    assert told.sensitivity == pytest.approx(d_prime, abs=0.01)


def test_who_marks_nobody_has_no_sensitivity() -> None:
    """Nor is there one without subjects, or without decoys; the plain counts are all there is."""
    assert add_up(0, 4, 0, 60) is None
    assert add_up(0, 0, 2, 60) is None
    assert add_up(2, 4, 0, 0) is None


@given(shares, shares)
def test_exchanging_the_answers_mirrors_the_measures(hit: float, alarm: float) -> None:
    """Who says yes for no keeps d′ and turns c about; who takes signals for noise turns d′ about."""
    told = measure(hit, alarm)
    mirrored, turned = measure(1 - alarm, 1 - hit), measure(alarm, hit)
    assert astuple(mirrored) == pytest.approx((told.sensitivity, -told.criterion), abs=1e-9)
    assert astuple(turned) == pytest.approx((-told.sensitivity, told.criterion), abs=1e-9)
