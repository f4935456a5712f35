"""The rating ROC: its points, its area, and how sure that is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.progress.rating import Levels, Ratings, rating_roc

Counts = st.tuples(*[st.integers(0, 6)] * 4)


def test_points_and_area_of_a_known_case() -> None:
    """Subjects left at 0/1/2/3 in numbers 1/1/2/6 and decoys in 5/3/1/1: points and area worked out by hand."""
    half = Ratings((1, 1, 0, 3), (5, 0, 1, 0))
    roc = rating_roc([half, Ratings((0, 0, 2, 3), (0, 3, 0, 1))])
    assert roc is not None
    assert roc.points == ((0.0, 0.0), (0.1, 0.6), (0.2, 0.8), (0.5, 0.9), (1.0, 1.0))
    assert roc.area == pytest.approx(0.03 + 0.07 + 0.255 + 0.475)


@given(Counts, Counts)
def test_the_area_is_the_chance_of_the_right_order(subjects: Levels, decoys: Levels) -> None:
    """The trapezoid's area is the share of pairs in which the subject stands higher, ties half (Mann and Whitney)."""
    roc = rating_roc([Ratings(subjects, decoys), Ratings(subjects, decoys)])
    if not sum(subjects) or not sum(decoys):
        assert roc is None
        return
    assert roc is not None
    levels = np.arange(4)
    order = (levels[:, None] > levels) + 0.5 * (levels[:, None] == levels)
    pairs = np.outer(subjects, decoys)
    assert roc.area == pytest.approx(float((order * pairs).sum() / pairs.sum()))
    assert roc.low <= roc.area <= roc.high or roc.area in {0.0, 1.0}


def test_one_sitting_says_nothing() -> None:
    """A single sitting has no interval, and so no area."""
    assert rating_roc([Ratings((0, 0, 0, 2), (5, 0, 0, 0))]) is None


def test_the_interval_covers_when_caution_wanders() -> None:
    """With twenty sittings and a criterion that wanders by .6, the 95 % interval holds the true area nine times in ten.

    The true area of two unit normals d′ apart, rated at four levels, comes from a very large simulation here.
    """
    chance = np.random.default_rng(5)

    def rate(sittings: int) -> list[Ratings]:
        told = []
        for shift in 0.6 * chance.standard_normal(sittings):
            cuts = np.array([0.2, 0.8, 1.5]) + shift

            def counts(mean: float, people: int, cuts: np.ndarray = cuts) -> Levels:
                where = np.searchsorted(cuts, chance.normal(mean, 1, people))
                a, b, c, d = np.bincount(where, minlength=4).tolist()
                return a, b, c, d

            told.append(Ratings(counts(1.5, 2), counts(0.0, 5)))
        return told

    whole = rating_roc(rate(20_000))
    assert whole is not None
    rocs = [roc for _ in range(300) if (roc := rating_roc(rate(20)))]
    share = float(np.mean([roc.low <= whole.area <= roc.high for roc in rocs]))
    assert share >= 0.95 - 2.58 * (0.95 * 0.05 / 300) ** 0.5
