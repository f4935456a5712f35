"""How the levels of marks, none to act, order subjects above decoys: the rating ROC and the area under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt

RATINGS = 4
"""None 0, note 1, concern 2, act 3."""
Levels = tuple[int, int, int, int]
"""How many people were left at each level."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """One sitting: the levels at which subjects and decoys were left."""

    subjects: Levels
    decoys: Levels


@dataclass(frozen=True, slots=True)
class Roc:
    """Points (share of decoys, share of subjects) at or above each level, strictest first, from (0, 0) to (1, 1).

    `area` is the chance that a subject was left at a higher level than a decoy, ties counted half; `low` and `high`
    bound it with 95 %.
    """

    points: tuple[tuple[float, float], ...]
    area: float
    low: float
    high: float


def rating_roc(sittings: Sequence[Ratings]) -> Roc | None:
    """Over sittings that have both kinds of people between them; None if one is missing or there is one sitting only.

    The interval comes from leaving out one sitting at a time (jackknife), on the logit scale: people of one sitting
    share a trainee's caution on that day, so the sitting is what varies, not the person.
    """
    subjects, decoys = (
        _total([ratings.subjects for ratings in sittings]),
        _total([ratings.decoys for ratings in sittings]),
    )
    area = _area(subjects, decoys)
    if area is None or len(sittings) < 2:
        return None
    without = [
        left
        for ratings in sittings
        if (left := _area(_less(subjects, ratings.subjects), _less(decoys, ratings.decoys))) is not None
    ]
    middle = _logit(area)
    logits = [_logit(left) for left in without]
    mean = sum(logits) / max(1, len(logits))
    count = len(logits)
    error = sqrt((count - 1) / count * sum((logit - mean) ** 2 for logit in logits)) if count > 1 else 0.0
    # Where every order is right the jackknife sees no spread; half an error in the pairs compared is the least doubt.
    error = max(error, 1 / sqrt(sum(subjects)))
    # 95 % of a normal curve lies within 1.96 of its deviations; on the logit, so that no end is below 0 or above 1.
    return Roc(_points(subjects, decoys), area, _share(middle - 1.96 * error), _share(middle + 1.96 * error))


def _points(subjects: Levels, decoys: Levels) -> tuple[tuple[float, float], ...]:
    above = [(sum(decoys[level:]), sum(subjects[level:])) for level in range(RATINGS, -1, -1)]
    return tuple((alarms / sum(decoys), hits / sum(subjects)) for alarms, hits in above)


def _area(subjects: Levels, decoys: Levels) -> float | None:
    if not sum(subjects) or not sum(decoys):
        return None
    points = _points(subjects, decoys)
    return sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in pairwise(points))


def _total(levels: Sequence[Levels]) -> Levels:
    a, b, c, d = (sum(counts[level] for counts in levels) for level in range(RATINGS))
    return a, b, c, d


def _less(whole: Levels, part: Levels) -> Levels:
    a, b, c, d = (whole[level] - part[level] for level in range(RATINGS))
    return a, b, c, d


def _logit(share: float) -> float:
    # A share of 0 or 1 has no logit; a thousandth is finer than any number of exercises can tell.
    bounded = min(1 - 1e-3, max(1e-3, share))
    return log(bounded / (1 - bounded))


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))
