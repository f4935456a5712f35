"""How far the accuracy of tells falls with their labelled subtlety: against the library that is too slow to load."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from game.authoring.pages.subtlety import Telling, fall

PAIRS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from([0.5, 0.6, 0.75, 0.9, 1.0])), min_size=3, max_size=20)


@given(PAIRS.filter(lambda pairs: all(len({pair[n] for pair in pairs}) > 1 for n in (0, 1))))
def test_the_fall_is_a_rank_correlation(pairs: list[tuple[int, float]]) -> None:
    """Spearman's, with ties sharing the middle of their places."""
    tellings = [Telling(f"tell {n}", "look-alike", subtlety, right) for n, (subtlety, right) in enumerate(pairs)]
    labels, rights = zip(*pairs, strict=True)
    assert fall(tellings) == pytest.approx(float(spearmanr(labels, rights).statistic), abs=1e-9)
