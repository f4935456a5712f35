"""Simulated trainees: how often the interval holds the truth, how far the middle is off, and how wide it is.

`python -m pytest tests/proofs/test_sensitivity_coverage.py -s` prints a line for each case; `docs/scoring.md` has them.
"""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import binom, norm

from game.course.sensitivity import SENSITIVITY, USUAL_SENSITIVITY, Tally, estimate

RUNS = 2000
SUBJECTS, DECOYS = 2, 5
COVERED = 0.93
SAMPLING = 2.58 * (COVERED * (1 - COVERED) / RUNS) ** 0.5  # what a true share of .93 may miss it by in RUNS runs
CASES = list(product((0.0, 1.0, 2.0, 3.0), (0.0, 0.6, 1.2)))
WIDE = {(3.0, 1.2)}
"""Nearly perfect and cautious: decoys are hardly ever marked, so only the low end is bounded by what was seen."""


@pytest.mark.parametrize("sittings", [10, 20, 40])
@pytest.mark.parametrize("spread", [0.0, 0.3, 0.6])
def test_the_interval_covers_and_is_no_wider_than_need_be(sittings: int, spread: float) -> None:
    """Coverage of 93 %; median bias of .2 from 20 sittings on; 1.5 times the width that known criteria would give."""
    chance = np.random.default_rng([sittings, int(10 * spread)])
    for d, c in CASES:
        criteria = c + spread * chance.standard_normal((RUNS, sittings))
        found = chance.binomial(SUBJECTS, norm.cdf(d / 2 - criteria))
        marked = chance.binomial(DECOYS, norm.cdf(-d / 2 - criteria))
        told = [
            estimate(Tally(SUBJECTS, int(f), DECOYS, int(m)) for f, m in zip(*run, strict=True))
            for run in zip(found, marked, strict=True)
        ]
        ranges = np.array([(e.sensitivity.low, e.sensitivity.middle, e.sensitivity.high) for e in told if e])
        low, middle, high = ranges.T
        covered = float(((low <= d) & (d <= high)).mean())
        bias, width = float(np.median(middle)) - d, float(np.median(high - low))
        least = _width_with_known_criteria(found[:300], marked[:300], criteria[:300])
        print(f"{sittings:3} sittings, spread {spread:.1f}, d' {d:.0f}, c {c:.1f}: covered {covered:.3f}, "
              f"bias {bias:+.2f}, width {width:.2f} ({width / least:.2f} times)")  # fmt: skip
        assert covered >= COVERED - SAMPLING, (d, c)
        assert sittings < 20 or abs(bias) <= 0.2, (d, c)
        assert width <= 1.5 * least or (d, c) in WIDE, (d, c)


def _width_with_known_criteria(
    found: NDArray[np.int64], marked: NDArray[np.int64], criteria: NDArray[np.float64]
) -> float:
    """The median width for someone who is told each sitting's criterion, and knows as much of trainees in general."""
    half = SENSITIVITY / 2
    logs = np.asarray(binom.logpmf(found[..., None], SUBJECTS, norm.cdf(half - criteria[..., None]))).sum(axis=1)
    logs += np.asarray(binom.logpmf(marked[..., None], DECOYS, norm.cdf(-half - criteria[..., None]))).sum(axis=1)
    logs += norm.logpdf(SENSITIVITY, *USUAL_SENSITIVITY)
    share = np.exp(logs - logs.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    below = np.cumsum(share, axis=1) - share / 2
    return float(np.median([np.subtract(*np.interp([0.975, 0.025], row, SENSITIVITY)) for row in below]))
