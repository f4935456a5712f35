"""How hard a scene is to watch: by what trainees make of it, and by named factors, each with how sure it is."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from statistics import mean

import numpy as np

from game.run import Run, Stage
from game.score import Score
from game.view.exposure import Eye

from .resampling import Floats, interval

NAMES = ("crowding", "occlusion", "subtlety", "decoys", "brevity")


@dataclass(frozen=True)
class Factors:
    """Each from 0 easy to 1 hard.

    `crowding` people present, 1 is 250 · `occlusion` mean share of a subject's body hidden from the usual side ·
    `subtlety` mean of the tells' labels, 1 to 5 · `decoys` per subject, 1 is six · `brevity` of the tells, 1 is 4 s,
    0 is 40 s.
    """

    crowding: float
    occlusion: float
    subtlety: float
    decoys: float
    brevity: float

    @property
    def values(self) -> tuple[float, ...]:
        """The five, in the order of NAMES."""
        return astuple(self)


LIMITS = (0.8, 0.6, 0.4, 0.2)
"""From which share of subjects found, less the share of decoys marked, a scene is of level 1, 2, 3 and 4; below, 5."""
LEVERS = {
    "crowding": "let fewer people come (`arrive`, `present`)",
    "occlusion": "take away what stands in the way in the venue, or aim tells at what stands in the open",
    "decoys": "stage fewer decoys (`decoys: {how_many: …}`)",
    "brevity": "let the scene last longer (`lasts`), with fewer people for as long",
}
"""What an author may change to make a scene easier, and the other way round to make it harder. How much a tell hides is
not among them: nobody is to learn what goes unnoticed."""


@dataclass(frozen=True)
class Difficulty:
    """How hard a scene is: `level` from 1 to 5, between which levels it lies, and the factors with their intervals.

    `ease` is the share of the subjects that a novice and a skilled trainee find, less that of the decoys whom they
    mark; None where there is nobody to find, and the level then rests on the factors alone.
    """

    level: int
    least: int
    most: int
    ease: tuple[float, float, float] | None
    factors: dict[str, tuple[float, float, float]]

    def levers(self) -> Iterator[str]:
        """What makes it hard and can be changed, the hardest first."""
        worst = sorted(LEVERS, key=lambda name: -self.factors[name][0])
        yield from (f"{name} {self.factors[name][0]:.2f}: {LEVERS[name]}" for name in worst)


def difficulty(scores: Sequence[tuple[Score, Score]], found: Sequence[Factors]) -> Difficulty:
    """How hard the runs were, by the scores of novice and skilled trainee in each, and by their factors."""
    told = [sum(_count_found_and_marked(score) for score in pair) for pair in scores]
    ease = interval(np.array(told, dtype=float).reshape(-1, 4), _ease)
    columns = np.array([(*factors.values, 1.0) for factors in found])
    each = {
        name: interval(columns[:, [n, -1]], lambda sums: sums[:, 0] / sums[:, 1]) or (0.0, 0.0, 0.0)
        for n, name in enumerate(NAMES)
    }
    if ease is None:
        middle, low, high = (1 + min(4, int(5 * mean(shares[k] for shares in each.values()))) for k in range(3))
        return Difficulty(middle, low, high, None, each)
    level, most, least = (1 + sum(value < limit for limit in LIMITS) for value in ease)
    return Difficulty(level, least, most, ease, each)


def _count_found_and_marked(score: Score) -> Floats:
    """Subjects found, subjects there, decoys marked, decoys there."""
    counts = score.counts
    return np.array([counts.hits, counts.signals, score.false_alarms.decoys, score.decoys], dtype=float)


def _ease(sums: Floats) -> Floats:
    subjects, decoys = sums[:, 1], sums[:, 3]
    hits = np.divide(sums[:, 0], subjects, out=np.full(len(sums), np.nan), where=subjects > 0)
    marked = np.divide(sums[:, 2], decoys, out=np.zeros(len(sums)), where=decoys > 0)
    ease: Floats = hits - marked
    return ease


def factors(staged: Stage, run: Run) -> Factors:
    """The factors of one run."""
    subjects = staged.key.subjects()
    tells = [act for entry in subjects for act in entry.acts if not act.conditional]
    labels = [staged.production.behaviours[act.name].subtlety or 3 for act in tells]
    seconds = mean([act.planned / 10 for act in tells]) if tells else 40.0
    return Factors(
        crowding=min(1.0, mean(len(snapshot.ids) for snapshot in run.watch(50)) / 250),
        occlusion=_measure_hidden(staged, run, [entry.person for entry in subjects]),
        subtlety=(mean(labels) - 1) / 4 if labels else 0.0,
        decoys=min(1.0, len(staged.key.decoys()) / max(1, len(subjects)) / 6),
        brevity=float(np.clip((40 - seconds) / 36, 0, 1)),
    )


def _measure_hidden(staged: Stage, run: Run, people: list[int]) -> float:
    eye = Eye(staged.layout.prisms)
    statures = np.array([person.looks.stature for person in staged.cast.people])
    shares: list[float] = []
    for snapshot in run.watch(50):
        rows = np.flatnonzero(np.isin(snapshot.ids, people))
        if len(rows):
            shown = eye.show(0, snapshot, statures, rows).anywhere()
            shares += shown.share.tolist()
    return 1 - mean(shares) if shares else 0.0
