"""Exact limits for a proportion, from the binomial distribution alone."""

from functools import lru_cache
from math import exp, lgamma, log

_TINY = 1e-300
_CLOSE = 1e-14


@lru_cache(maxsize=4096)
def limits(count: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """The proportions between which the true one lies with at least this probability (Clopper & Pearson 1934).

    Where none or all were counted that limit is 0 or 1, of which no deviate can be taken; a limit off the end takes
    its place: Jeffreys', ten times as unlikely as the level asks.
    """
    tail = (1 - level) / 2
    low = _off_the_end(of, tail) if count == 0 else _solve(count, of - count + 1, tail)
    high = 1 - _off_the_end(of, tail) if count == of else _solve(count + 1, of - count, 1 - tail)
    return low, high


def _off_the_end(of: int, tail: float) -> float:
    return _solve(0.5, of + 0.5, tail / 10)


def _solve(a: float, b: float, target: float) -> float:
    """The x at which the incomplete beta function reaches the target, by halving."""
    low, high = 0.0, 1.0
    for _ in range(70):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if beta_below(a, b, middle) < target:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_below(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b): the share of a beta distribution below x."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of I_x(a, b), DLMF 8.17.22, evaluated from the front (Lentz)."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            step = c * d
            value *= step
        if abs(step - 1) < _CLOSE:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
