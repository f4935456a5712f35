"""The measures of signal detection, against published values and by their own laws."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.score import Counts, measure, pool
from game.score.detection import Correction, area, criterion, interval, ln_beta, rates, sensitivity, variance, z

CHECKS: list[tuple[Counts, Correction, float, float, float, float]] = [
    (Counts(50, 0, 17, 8), "1/(2N)", 0.99, 0.68, 1.858649, -1.397023),
    (Counts(67, 33, 16, 84), "none", 0.67, 0.16, 1.434371, 0.277272),
    (Counts(20, 5, 10, 15), "log-linear", 0.788462, 0.403846, 1.044499, -0.278845),
    (Counts(3, 1, 2, 58), "weighted", 0.742424, 0.047475, 2.320685, 0.509505),
    (Counts(0, 4, 0, 60), "weighted", 0.015152, 0.015152, 0.0, 2.166107),
]
counts = st.builds(Counts, *[st.integers(0, 60)] * 4)
both_kinds = counts.filter(lambda one: one.signals > 0 and one.noise > 0)
shares = st.floats(0.001, 0.999)


@pytest.mark.parametrize(("one", "correction", "hit", "alarm", "d_prime", "c"), CHECKS)
def test_published_values(
    one: Counts, correction: Correction, hit: float, alarm: float, d_prime: float, c: float
) -> None:
    """Each published row comes out to five places under its own correction."""
    share = rates(one, correction)
    assert share.hit == pytest.approx(hit, abs=1e-5)
    assert share.false_alarm == pytest.approx(alarm, abs=1e-5)
    assert sensitivity(share.hit or 0, share.false_alarm or 0) == pytest.approx(d_prime, abs=1e-5)
    assert criterion(share.hit or 0, share.false_alarm or 0) == pytest.approx(c, abs=1e-5)


def test_one_who_never_reports_has_no_sensitivity() -> None:
    """Silence is worth exactly nothing, whatever the numbers."""
    for signals, noise in ((4, 60), (1, 20), (80, 3000)):
        assert measure(Counts(0, signals, 0, noise)).d_prime == pytest.approx(0, abs=1e-12)


def test_one_who_reports_all_has_no_sensitivity() -> None:
    """To report everyone is worth nothing either."""
    assert measure(Counts(4, 0, 60, 0)).d_prime == pytest.approx(0, abs=1e-12)


def test_without_signals_sensitivity_is_undefined_and_the_criterion_stands() -> None:
    """With nobody to find there is no d', and c is where the line lies above the innocent."""
    found = measure(Counts(0, 0, 2, 58))
    assert found.d_prime is None
    assert found.d_prime_interval is None
    assert found.criterion == pytest.approx(-z(3 / 62))


def test_with_nobody_at_all_nothing_is_defined() -> None:
    """No trials, no measures."""
    assert measure(Counts()).criterion is None


@given(both_kinds)
def test_another_hit_never_lowers_sensitivity(one: Counts) -> None:
    """Turning a miss into a hit raises d', a correct rejection into a false alarm lowers it."""
    before = measure(one).d_prime or 0.0
    if one.misses:
        assert (measure(one + Counts(1, -1)).d_prime or 0.0) > before
    if one.correct_rejections:
        assert (measure(one + Counts(0, 0, 1, -1)).d_prime or 0.0) < before


@given(shares, shares)
def test_exchanging_the_answers_mirrors_the_measures(hit: float, alarm: float) -> None:
    """Who says yes for no keeps d' and turns c about; who takes signals for noise turns d' about."""
    assert sensitivity(1 - alarm, 1 - hit) == pytest.approx(sensitivity(hit, alarm), abs=1e-9)
    assert criterion(1 - alarm, 1 - hit) == pytest.approx(-criterion(hit, alarm), abs=1e-9)
    assert sensitivity(alarm, hit) == pytest.approx(-sensitivity(hit, alarm), abs=1e-9)
    assert ln_beta(hit, alarm) == pytest.approx((z(alarm) ** 2 - z(hit) ** 2) / 2, abs=1e-6)


@given(both_kinds)
def test_measures_stay_within_bounds(one: Counts) -> None:
    """Rates lie inside 0 and 1, the area too, and the interval holds the value."""
    found = measure(one)
    assert 0 < (found.rates.hit or 0) < 1
    assert 0 < (found.rates.false_alarm or 0) < 1
    assert 0 < (found.area or 0) < 1
    assert found.d_prime is not None
    assert found.criterion is not None
    assert found.d_prime_interval is not None
    assert found.criterion_interval is not None
    assert found.d_prime in found.d_prime_interval
    assert found.criterion in found.criterion_interval


def test_area_of_no_sensitivity_is_one_half() -> None:
    """A_z is 0.5 at chance, and Φ(1) where d' is √2."""
    assert area(0) == pytest.approx(0.5)
    assert area(math.sqrt(2)) == pytest.approx(0.841345, abs=1e-6)


def test_variance_agrees_with_what_the_binomial_gives() -> None:
    """Gourevitch & Galanter's variance is the spread of d' over many trials, by enumeration."""
    signals, noise, hit, alarm = 400, 400, 0.7, 0.2
    mean, square = 0.0, 0.0
    for share, of, sign in ((hit, signals, 1), (alarm, noise, -1)):
        first, second = _moments_of_z(share, of)
        mean += sign * first
        square += second
    assert mean == pytest.approx(sensitivity(hit, alarm), abs=0.01)
    assert square == pytest.approx(variance(hit, alarm, signals, noise), rel=0.02)


def _moments_of_z(share: float, of: int) -> tuple[float, float]:
    chances = [
        math.exp(
            math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1)
            + k * math.log(share) + (of - k) * math.log(1 - share)
        )
        for k in range(1, of)
    ]
    mean = sum(chance * z(k / of) for k, chance in enumerate(chances, 1))
    return mean, sum(chance * (z(k / of) - mean) ** 2 for k, chance in enumerate(chances, 1))


@given(st.lists(counts, max_size=6))
def test_pooling_adds_up(several: list[Counts]) -> None:
    """Pooled counts are sums, in any order."""
    assert pool(several) == pool(reversed(several))
    assert pool(several).signals == sum(one.signals for one in several)


def test_more_trials_narrow_the_interval() -> None:
    """Ten times the trials at the same rates give a narrower interval inside which the value stays."""
    few, many = interval(Counts(6, 2, 10, 90)), interval(Counts(60, 20, 100, 900))
    assert few is not None
    assert many is not None
    assert many.high - many.low < (few.high - few.low) / 2


def test_nothing_reported_leaves_the_interval_wide_and_finite() -> None:
    """Honest about silence: with no report at all, next to nothing is ruled out; and JSON can carry it."""
    wide = interval(Counts(0, 4, 0, 60))
    assert wide is not None
    assert wide.low < -1.5
    assert wide.high > 1.5
    assert math.isfinite(wide.high - wide.low)
    assert json.dumps(measure(Counts(0, 4, 0, 60)).d_prime) == "0.0"
