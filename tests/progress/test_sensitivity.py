"""Sensitivity and criterion over sittings: what counts bear, and what they do not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from game.progress.sensitivity import Tally, estimate


def play(d: float, c: float, spread: float, sittings: int, seed: int = 0) -> list[Tally]:
    """Sittings of two subjects and five decoys, watched by an observer of known sensitivity and caution."""
    chance = np.random.default_rng(seed)
    criteria = c + spread * chance.standard_normal(sittings)
    found = chance.binomial(2, norm.cdf(d / 2 - criteria))
    marked = chance.binomial(5, norm.cdf(-d / 2 - criteria))
    return [Tally(2, int(f), 5, int(m)) for f, m in zip(found, marked, strict=True)]


def test_too_little_gives_counts_alone() -> None:
    """Below twenty subjects, without decoys, and for a trainee who never marks there is no estimate."""
    assert estimate(play(2, 0.5, 0, 9)) is None
    assert estimate([Tally(2, 1, 0, 0)] * 20) is None
    assert estimate([Tally(2, 0, 5, 0)] * 40) is None
    assert estimate(play(2, 0.5, 0, 10)) is not None


@pytest.mark.parametrize(("d", "c"), [(0.0, 0.0), (1.0, 0.6), (2.0, 0.0), (2.0, 1.2), (3.0, 0.6)])
def test_many_sittings_come_near_the_truth(d: float, c: float) -> None:
    """With four hundred sittings and wandering caution, sensitivity and criterion lie within .35 of the truth."""
    found = estimate(play(d, c, 0.6, 400))
    assert found is not None
    assert found.sensitivity.middle == pytest.approx(d, abs=0.35)
    assert found.criterion.middle == pytest.approx(c, abs=0.2)


def test_more_sittings_say_more() -> None:
    """The interval narrows as sittings come in."""
    widths = []
    for sittings in (10, 40, 160):
        found = estimate(play(1.5, 0.6, 0.3, sittings))
        assert found is not None
        widths.append(found.sensitivity.high - found.sensitivity.low)
    assert widths[0] > 1.5 * widths[1] > 2.2 * widths[2]


def test_the_ends_say_at_least() -> None:
    """Every subject found, or no decoy marked: only the low end is bounded by what was seen."""
    everything = estimate([Tally(2, 2, 5, 0)] * 20)
    most = estimate([Tally(2, 2, 5, 0)] * 19 + [Tally(2, 1, 5, 1)])
    assert everything is not None
    assert everything.at_least
    assert most is not None
    assert not most.at_least


def test_scenes_without_subjects_count_too() -> None:
    """A sitting with nobody to find says something of the criterion: marking decoys there lowers it."""
    base = play(2, 0.6, 0.3, 20)
    kept, lost = estimate([*base, *[Tally(0, 0, 6, 0)] * 10]), estimate([*base, *[Tally(0, 0, 6, 3)] * 10])
    assert kept is not None
    assert lost is not None
    assert lost.criterion.middle < kept.criterion.middle


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), min_size=10, max_size=14))
def test_the_order_of_sittings_says_nothing(pairs: list[tuple[int, int]]) -> None:
    """The estimate depends on which sittings there were, not on when; its ends lie in order about its middle."""
    tallies = [Tally(2, found, 5, marked) for found, marked in pairs]
    forward, other = estimate(tallies), estimate(tallies[::-1])
    assert (forward is None) == (other is None) == (not any(found or marked for found, marked in pairs))
    if forward and other:
        assert forward.sensitivity.middle == pytest.approx(other.sensitivity.middle)
        assert forward.sensitivity.low < forward.sensitivity.middle < forward.sensitivity.high
