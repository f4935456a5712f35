"""Signal detection by adding up: right while a trainee's caution stands still, and a check on the estimate beside it.

Definitions and check values: Stanislaw & Todorov 1999, Macmillan & Creelman 2005, Hautus 1995.
"""

from dataclasses import dataclass
from statistics import NormalDist

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Measures:
    """Sensitivity d′ and criterion c."""

    sensitivity: float
    criterion: float


def measure(hit: float, false_alarm: float) -> Measures:
    """From the share of signals and of noise that were marked, both off 0 and 1: z(H) - z(F), and -(z(H) + z(F)) /
    2."""
    at_hit, at_alarm = _NORMAL.inv_cdf(hit), _NORMAL.inv_cdf(false_alarm)
    return Measures(at_hit - at_alarm, -(at_hit + at_alarm) / 2)


def log_linear(count: int, of: int) -> float:
    """A share kept off 0 and 1 by adding a half to either side (Hautus 1995)."""
    return (count + 0.5) / (of + 1)


def add_up(found: int, subjects: int, marked: int, decoys: int) -> Measures | None:
    """From pooled counts; None without both kinds of people, and for a trainee who has marked nobody."""
    if not subjects or not decoys or not found + marked:
        return None
    return measure(log_linear(found, subjects), log_linear(marked, decoys))
