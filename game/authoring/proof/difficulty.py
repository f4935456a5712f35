"""How hard a scene is to watch, by named factors: crowding, occlusion, subtlety, decoys, and length of the tells."""

from dataclasses import astuple, dataclass
from statistics import mean

import numpy as np

from game.run import Run, Stage
from game.view.exposure import Eye

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

    @property
    def rating(self) -> int:
        """From 1 to 5, by the factors alone."""
        return 1 + min(4, int(5 * mean(self.values)))


def factors(staged: Stage, run: Run) -> Factors:
    """The factors of one run."""
    subjects = staged.key.subjects()
    tells = [act for entry in subjects for act in entry.acts if not act.conditional]
    labels = [staged.production.behaviours[act.name].subtlety or 3 for act in tells]
    seconds = mean([act.planned / 10 for act in tells]) if tells else 40.0
    return Factors(
        crowding=min(1.0, mean(len(snapshot.ids) for snapshot in run.watched(50)) / 250),
        occlusion=_hidden(staged, run, [entry.person for entry in subjects]),
        subtlety=(mean(labels) - 1) / 4 if labels else 0.0,
        decoys=min(1.0, len(staged.key.decoys()) / max(1, len(subjects)) / 6),
        brevity=float(np.clip((40 - seconds) / 36, 0, 1)),
    )


def _hidden(staged: Stage, run: Run, people: list[int]) -> float:
    eye = Eye(staged.layout.prisms)
    statures = np.array([person.looks.stature for person in staged.cast.people])
    shares: list[float] = []
    for snapshot in run.watched(50):
        rows = np.flatnonzero(np.isin(snapshot.ids, people))
        if len(rows):
            shown = eye.show(0, snapshot, statures, rows).anywhere()
            shares += shown.share.tolist()
    return 1 - mean(shares) if shares else 0.0
