"""The interval for d' holds its level, by exact enumeration and by simulation."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from scipy.special import betainc

from game.score import Counts
from game.score.detection import Interval, interval
from game.score.proportion import beta_below, limits

LEAST = 0.93
TRUE = (0.0, 1.0, 2.0, 3.0, 3.5)
NORMAL = NormalDist()


@pytest.mark.parametrize("signals", [1, 2, 4, 10])
@pytest.mark.parametrize("c", [0.0, 0.75, 1.5])
def test_covers_by_enumeration(signals: int, c: float) -> None:
    """Summed over every possible outcome, the interval covers the true value at least 93 % of the time."""
    noise = 20
    made = {
        (hits, alarms): _interval(Counts(hits, signals - hits, alarms, noise - alarms))
        for hits in range(signals + 1)
        for alarms in range(noise + 1)
    }
    for d_prime in TRUE:
        hit, alarm = NORMAL.cdf(d_prime / 2 - c), NORMAL.cdf(-d_prime / 2 - c)
        covered = sum(
            _binomial(hits, signals, hit) * _binomial(alarms, noise, alarm)
            for (hits, alarms), one in made.items()
            if d_prime in one
        )
        assert covered >= LEAST, (d_prime, covered)


@pytest.mark.parametrize(("signals", "noise"), [(1, 3000), (20, 200), (80, 20), (80, 3000)])
def test_covers_by_simulation(signals: int, noise: int) -> None:
    """The same over 250 simulated trainees at each true value, seeded."""
    chance = np.random.default_rng(signals * 10_000 + noise)
    seen: dict[tuple[int, int], Interval] = {}
    for d_prime in TRUE:
        covered = 0
        for _ in range(250):
            c = float(chance.choice((0.0, 0.5, 1.0, 1.5)))
            hits = int(chance.binomial(signals, NORMAL.cdf(d_prime / 2 - c)))
            alarms = int(chance.binomial(noise, NORMAL.cdf(-d_prime / 2 - c)))
            if (hits, alarms) not in seen:
                seen[hits, alarms] = _interval(Counts(hits, signals - hits, alarms, noise - alarms))
            covered += d_prime in seen[hits, alarms]
        assert covered >= LEAST * 250, (d_prime, covered)


@pytest.mark.parametrize("a", [0.5, 1, 7, 300])
@pytest.mark.parametrize("b", [0.5, 3, 2500])
def test_incomplete_beta_agrees_with_scipy(a: float, b: float) -> None:
    """Our own incomplete beta function is right to ten places."""
    for x in (0.0, 1e-6, 0.003, 0.1, 0.5, 0.97, 1.0):
        assert beta_below(a, b, x) == pytest.approx(betainc(a, b, x), abs=1e-10)


def test_limits_meet_their_definition() -> None:
    """At each limit, what was counted or more extreme has just the chance that is left on that side."""
    low, high = limits(3, 10)
    assert sum(_binomial(k, 10, low) for k in range(3, 11)) == pytest.approx(0.025, abs=1e-9)
    assert sum(_binomial(k, 10, high) for k in range(4)) == pytest.approx(0.025, abs=1e-9)
    assert 0 < limits(0, 10)[0] < 1e-5
    assert limits(10, 10)[1] == pytest.approx(1 - limits(0, 10)[0])


def _interval(counts: Counts) -> Interval:
    made = interval(counts)
    assert made is not None
    return made


def _binomial(k: int, of: int, share: float) -> float:
    return math.comb(of, k) * share**k * (1 - share) ** (of - k)
