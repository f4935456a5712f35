"""How well someone tells subjects from decoys over many sittings, and how readily they mark, with honest intervals.

One sitting says nothing, and adding up the counts of many is right only while the trainee's caution stands still: where
it wanders by .6 from sitting to sitting, a nominal 95 % interval of pooled counts covers 69 %. So each sitting has a
criterion of its own here, scattered about the trainee's usual one, and sensitivity is what is left when that is allowed
for. The answer is a posterior on a grid; nothing is fitted, so nothing can fail to converge.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_ndtr

Floats = NDArray[np.float64]

FEWEST_SUBJECTS = 20
"""Below so many subjects an interval spans all that is plausible, and counts alone are told (`docs/scoring.md`)."""
COVERS = 0.957
"""Mass of the interval. A little more than .95, so that it truly covers 93 % or more in every case simulated."""

# Weak beliefs about trainees in general: they keep a trainee whose few decoys were all left alone from reading as
# infinitely good. Chosen among a dozen sets by simulation, for coverage first, then bias, then width
# (`tests/proofs/test_sensitivity_coverage.py`).
USUAL_SENSITIVITY = (1.5, 1.25)  # mean, standard deviation
USUAL_CRITERION = (0.6, 0.8)
WANDERING = 0.6  # scale of the half-normal for how much the criterion differs from sitting to sitting

SENSITIVITY: Floats = np.linspace(-1.5, 6.0, 61)
CRITERION: Floats = np.linspace(-2.0, 3.5, 45)
"""The values that are weighed, an eighth apart, out to where what is believed and what was counted leave no weight."""
SPREAD: Floats = np.array([0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3])
"""The same for how much the criterion wanders; coarser where a little more makes less of a difference."""
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(11)
"""Where, and with what weight, a normal curve is sampled for that: exact up to the 21st power."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One sitting: how many `subjects` there were to find, how many were `found`, and how many decoys were `marked`."""

    subjects: int
    found: int
    decoys: int
    marked: int


@dataclass(frozen=True, slots=True)
class Plausible:
    """The middle of what is plausible, and the ends of the interval."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """Sensitivity d′ and criterion c against decoys over several sittings.

    `at_least` where every subject was found or no decoy marked: nothing then bounds d′ from above but what trainees
    are like in general, and only the low end should be told.
    """

    sensitivity: Plausible
    criterion: Plausible
    at_least: bool
    sittings: int
    subjects: int
    decoys: int


def estimate(tallies: Iterable[Tally]) -> Estimate | None:
    """What the sittings bear; None where that is counts alone: too few subjects, no decoys, or nobody ever marked."""
    sittings = [tally for tally in tallies if tally.subjects or tally.decoys]
    subjects, found = sum(tally.subjects for tally in sittings), sum(tally.found for tally in sittings)
    decoys, marked = sum(tally.decoys for tally in sittings), sum(tally.marked for tally in sittings)
    if subjects < FEWEST_SUBJECTS or not decoys or not found + marked:
        return None
    log_posterior = _log_prior() + sum(count * _log_likelihood(tally) for tally, count in Counter(sittings).items())
    posterior = np.exp(log_posterior - log_posterior.max())
    return Estimate(
        sensitivity=_range(SENSITIVITY, posterior.sum(axis=(1, 2))),
        criterion=_range(CRITERION, posterior.sum(axis=(0, 2))),
        at_least=found == subjects or marked == 0,
        sittings=len(sittings),
        subjects=subjects,
        decoys=decoys,
    )


@lru_cache(maxsize=1)
def _log_prior() -> Floats:
    def bell(values: Floats, mean: float, deviation: float) -> Floats:
        return -0.5 * ((values - mean) / deviation) ** 2

    spread = bell(SPREAD, 0.0, WANDERING) + np.log(np.gradient(SPREAD))  # the grid of spreads is uneven
    whole: Floats = (
        bell(SENSITIVITY, *USUAL_SENSITIVITY)[:, None, None]
        + bell(CRITERION, *USUAL_CRITERION)[None, :, None]
        + spread[None, None, :]
    )
    return whole


@lru_cache(maxsize=1)
def _log_rates() -> tuple[Floats, Floats, Floats, Floats]:
    """Logs of the rates of hits, misses, false alarms and rejections: (sensitivity, criterion, spread, node)."""
    criterion = CRITERION[:, None, None] + SPREAD[None, :, None] * _NODES[None, None, :]
    half = SENSITIVITY[:, None, None, None] / 2
    signal, noise = half - criterion[None], -half - criterion[None]
    return log_ndtr(signal), log_ndtr(-signal), log_ndtr(noise), log_ndtr(-noise)


@lru_cache(maxsize=512)  # sittings repeat themselves: two subjects and five decoys can come out in 18 ways
def _log_likelihood(tally: Tally) -> Floats:
    """Of one sitting, over (sensitivity, criterion, spread), its own criterion integrated out by Gauss–Hermite."""
    hit, miss, alarm, rejection = _log_rates()
    log_rate = (
        tally.found * hit
        + (tally.subjects - tally.found) * miss
        + tally.marked * alarm
        + (tally.decoys - tally.marked) * rejection
    )
    likelihood = np.exp(log_rate) @ (_WEIGHTS / _WEIGHTS.sum())
    # What underflows to 0 is as good as impossible, and has no logarithm.
    logs: Floats = np.log(np.maximum(likelihood, 1e-300))
    return logs


def _range(values: Floats, mass: Floats) -> Plausible:
    share = mass / mass.sum()
    below = np.cumsum(share) - share / 2  # at the middle of each grid value
    low, middle, high = np.interp([(1 - COVERS) / 2, 0.5, (1 + COVERS) / 2], below, values).tolist()
    return Plausible(low, middle, high)
