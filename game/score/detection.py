"""Signal detection: how well two kinds of people were told apart, and how readily the trainee says "suspicious".

Definitions and check values: Stanislaw & Todorov 1999, Macmillan & Creelman 2005.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, inf, sqrt
from statistics import NormalDist
from typing import Literal

from .proportion import limits

Correction = Literal["none", "1/(2N)", "log-linear", "weighted"]
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each of the four outcomes happened. Adding two of them pools the runs."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    correct_rejections: int = 0

    @property
    def signals(self) -> int:
        """Trials in which there was something to find."""
        return self.hits + self.misses

    @property
    def noise(self) -> int:
        """Trials in which there was nothing to find."""
        return self.false_alarms + self.correct_rejections

    def __add__(self, other: "Counts") -> "Counts":
        """Both runs together."""
        return Counts(
            self.hits + other.hits,
            self.misses + other.misses,
            self.false_alarms + other.false_alarms,
            self.correct_rejections + other.correct_rejections,
        )


@dataclass(frozen=True, slots=True)
class Rates:
    """H, the share of signals reported, and F, the share of noise reported; None where there were no such trials."""

    hit: float | None
    false_alarm: float | None


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        """Whether the value lies between the ends, both included."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Measures:
    """What the counts say. `d_prime` and what rests on it are None when there was no signal or no noise to judge."""

    counts: Counts
    rates: Rates
    d_prime: float | None
    d_prime_interval: Interval | None
    criterion: float | None
    criterion_interval: Interval | None
    ln_beta: float | None
    area: float | None


def z(share: float) -> float:
    """The normal deviate below which this share lies; 0 and 1 are infinite."""
    if share <= 0 or share >= 1:
        return -inf if share <= 0 else inf
    return _NORMAL.inv_cdf(share)


def rates(counts: Counts, correction: Correction = "weighted") -> Rates:
    """H and F, kept off 0 and 1.

    "weighted" is for trainees: P = s/(s+n), H = (h+P)/(s+2P), F = (fa+1-P)/(n+2(1-P)), which gives someone who never
    reports d' 0 (the usual "log-linear" gives 1.118 for 0 of 4 and 0 of 60). The others serve published check values.
    """
    h, s, fa, n = counts.hits, counts.signals, counts.false_alarms, counts.noise
    if correction == "weighted":
        prevalence = s / (s + n) if s + n else 0.0
        return Rates(_share(h, s, prevalence), _share(fa, n, 1 - prevalence))
    if correction == "log-linear":
        return Rates(_share(h, s, 0.5), _share(fa, n, 0.5))
    ends = correction == "1/(2N)"
    return Rates(_plain(h, s, ends=ends), _plain(fa, n, ends=ends))


def _share(count: int, of: int, added: float) -> float | None:
    return (count + added) / (of + 2 * added) if of else None


def _plain(count: int, of: int, *, ends: bool) -> float | None:
    if not of:
        return None
    share = count / of
    return min(max(share, 0.5 / of), 1 - 0.5 / of) if ends else share


def sensitivity(hit: float, false_alarm: float) -> float:
    """d' = z(H) - z(F)."""
    return z(hit) - z(false_alarm)


def criterion(hit: float, false_alarm: float) -> float:
    """c = -(z(H) + z(F)) / 2: above 0 holds back, below 0 flags readily."""
    return -(z(hit) + z(false_alarm)) / 2


def ln_beta(hit: float, false_alarm: float) -> float:
    """ln β = c · d'."""
    return criterion(hit, false_alarm) * sensitivity(hit, false_alarm)


def area(d_prime: float) -> float:
    """A_z = Φ(d'/√2): the chance of picking the right one of a pair."""
    return _NORMAL.cdf(d_prime / sqrt(2))


def variance(hit: float, false_alarm: float, signals: int, noise: int) -> float:
    """Var(d') by Gourevitch & Galanter 1967, for H and F off 0 and 1. Var(c) is a quarter of it."""
    return _spread(hit, signals) + _spread(false_alarm, noise)


def _spread(share: float, of: int) -> float:
    return share * (1 - share) / (of * _NORMAL.pdf(z(share)) ** 2)


def measure(counts: Counts, level: float = 0.95) -> Measures:
    """All measures, with the prevalence-weighted correction and intervals of the given level.

    With nothing there to find, d' is None and c is -z(F): where the trainee's line stands above the innocent.
    """
    share = rates(counts)
    if share.hit is None or share.false_alarm is None:
        alone = share.false_alarm
        c = None if alone is None else -z(alone)
        return Measures(counts, share, None, None, c, None, None, None)
    d_prime = _without_dust(sensitivity(share.hit, share.false_alarm))
    c = _without_dust(criterion(share.hit, share.false_alarm))
    return Measures(
        counts=counts,
        rates=share,
        d_prime=d_prime,
        d_prime_interval=interval(counts, level),
        criterion=c,
        criterion_interval=criterion_interval(counts, level),
        ln_beta=c * d_prime,
        area=area(d_prime),
    )


def _without_dust(value: float) -> float:
    """Without the last bits of rounding, so that a nothing is written 0 and not -0."""
    return round(value, 12) + 0.0


def pool(each: Iterable[Counts]) -> Counts:
    """The counts of several runs together."""
    return sum(each, Counts())


def interval(counts: Counts, level: float = 0.95) -> Interval | None:
    """An interval for d' that holds its level at small numbers; None when d' is undefined.

    Exact binomial limits of H and of F (Clopper & Pearson 1934), taken to z and joined by the method of variance
    estimates recovery (Zou & Donner 2008). Enumerated over d' 0-3.5, c -0.5-2.5, 1-80 signals and 20-3000 noise, it
    covers at least 96 % (92 % where c is as far out as 2.5 and d' 3.5).
    """
    arms = _arms(counts, level)
    if arms is None:
        return None
    hit, alarm = arms
    middle = hit.at - alarm.at
    return Interval(middle - hypot(hit.below, alarm.above), middle + hypot(hit.above, alarm.below))


def criterion_interval(counts: Counts, level: float = 0.95) -> Interval | None:
    """The interval for c, made as the one for d'."""
    arms = _arms(counts, level)
    if arms is None:
        return None
    hit, alarm = arms
    middle = -(hit.at + alarm.at) / 2
    return Interval(
        middle - hypot(hit.above, alarm.above) / 2, middle + hypot(hit.below, alarm.below) / 2
    )


@dataclass(frozen=True, slots=True)
class _Arm:
    """A rate's deviate and how far its limits lie below and above."""

    at: float
    below: float
    above: float


def _arms(counts: Counts, level: float) -> tuple[_Arm, _Arm] | None:
    share = rates(counts)
    if share.hit is None or share.false_alarm is None:
        return None
    return (
        _arm(share.hit, counts.hits, counts.signals, level),
        _arm(share.false_alarm, counts.false_alarms, counts.noise, level),
    )


def _arm(share: float, count: int, of: int, level: float) -> _Arm:
    low, high = limits(count, of, level)
    return _Arm(z(share), z(share) - z(low), z(high) - z(share))
