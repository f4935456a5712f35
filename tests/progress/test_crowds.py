"""The same observer among few people and among many: what is said of them is the same."""

import numpy as np

from game.course import Result
from game.progress import Pooled, measure, take_together
from game.progress.detection import log_linear
from tests.support.hand_made_runs import Run, decoy, subject

SITTINGS, SUBJECTS, DECOYS = 25, 2, 5
SENSITIVITY, CAUTION = 1.2, 0.4
PASSER_BY = -2.0
"""How much less a passer-by looks like a subject than a decoy does, in the observer's own noise."""
CROWDS = (50, 200, 600, 1800)


def sat(chance: np.random.Generator, crowd: int) -> Result:
    """One sitting of the observer, by a log made by hand: they see everybody, and mark whom they take for a subject."""
    entries = tuple(subject(n) for n in range(SUBJECTS)) + tuple(decoy(SUBJECTS + n) for n in range(DECOYS))
    run = Run(entries, people=len(entries) + crowd, last=900)
    looks = np.repeat((SENSITIVITY / 2, -SENSITIVITY / 2, PASSER_BY), (SUBJECTS, DECOYS, crowd))
    for person in (looks + chance.standard_normal(len(looks)) > CAUTION).nonzero()[0].tolist():
        run.marks(800, person)
    for person in range(len(entries)):
        run.performs(person, first=100).watches(person)
    return run.result()


def with_the_crowd_for_noise(block: Pooled) -> float:
    """d′ as it would be with all the innocent for noise."""
    wrong, innocent = block.decoys_marked + block.passers_by_marked, block.there - block.mattered
    return measure(log_linear(block.found, block.of), log_linear(wrong, innocent)).sensitivity


def test_sensitivity_does_not_measure_the_size_of_the_crowd() -> None:
    """Among 50 to 1,800 people the interval holds the observer's d′; with the crowd for noise d′ would grow with it."""
    blocks = [
        take_together([sat(np.random.default_rng([7, crowd, n]), crowd) for n in range(SITTINGS)]) for crowd in CROWDS
    ]
    told = [block.estimate for block in blocks]
    for crowd, estimate in zip(CROWDS, told, strict=True):
        assert estimate is not None
        print(f"{crowd:5} passers-by: d' {estimate.sensitivity.middle:.2f} "
              f"({estimate.sensitivity.low:.2f} to {estimate.sensitivity.high:.2f})")  # fmt: skip
        assert estimate.sensitivity.low <= SENSITIVITY <= estimate.sensitivity.high
    grown = [with_the_crowd_for_noise(block) for block in blocks]
    print("with the crowd for noise:", ", ".join(f"{one:.2f}" for one in grown))
    assert grown[-1] > grown[0] + 0.3
