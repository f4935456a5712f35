"""Telling people apart by what is seen of them: a classifier fitted on some runs, tried on others, and how sure it is.

Each question is put in matched sets: one person, and others of the same run who are alike in all that is not asked.
What is measured is how often the one looks more suspicious than the others of their own set: 0.5 is knowing nothing.
Sets of different runs are independent, so that the runs, not the people, are what is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

BINS = 6
"""As many steps a number is sorted into: with more, each holds too few people to count anything by."""
FEWEST = 8
"""Runs on either half without which nothing is said."""
Value = str | float
Seen = Mapping[str, Value]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Matched:
    """Someone of a run, and others of it, one at least, to compare them with."""

    run: int
    one: Seen
    others: tuple[Seen, ...]


@dataclass(frozen=True)
class Area:
    """How often the right one of a set is picked, with its interval; as the area under a receiver's curve.

    `luck` is by how much more than half it may be by chance, were anybody of each set as likely to be the one.
    """

    value: float
    low: float
    high: float
    luck: float = 0.0

    @property
    def tells(self) -> bool:
        """Whether it is surely more than chance. Less than chance tells nobody apart.

        A few runs may agree by chance, and so give an interval that is too narrow: it must be more than luck as well.
        """
        return self.low > 0.5 and self.value > 0.5 + self.luck


def areas(sets: Sequence[Matched], confidence: float) -> dict[str, Area]:
    """What each attribute alone, and all of them together, tell: fitted on every other run, tried on the rest."""
    runs = sorted({matched.run for matched in sets})
    if len(runs) < 2 * FEWEST:
        return {}
    fitted = set(runs[::2])
    table = _Table(sets)
    fits = np.array([matched.run in fitted for matched in sets])
    evidence = {name: table.evidence(name, fits) for name in table.names}
    evidence["everything together"] = np.sum(list(evidence.values()), axis=0)
    return {name: table.area(told, ~fits, confidence) for name, told in evidence.items()}


class _Table:
    """The sets as columns: the people of all sets one after another, the first of each set the one in question."""

    def __init__(self, sets: Sequence[Matched]) -> None:
        self.names = tuple(sets[0].one)
        self._people = [seen for matched in sets for seen in (matched.one, *matched.others)]
        self._set = np.repeat(np.arange(len(sets)), [1 + len(matched.others) for matched in sets])
        self._first = np.diff(self._set, prepend=-1) > 0
        self._run = np.array([matched.run for matched in sets])
        weight = 1.0 / np.array([len(matched.others) for matched in sets])
        self._weight = np.where(self._first, 1.0, weight[self._set])

    def evidence(self, name: str, fits: NDArray[np.bool_]) -> Floats:
        """How much more likely (in nats) each person's value is of one in question, by the sets to be fitted."""
        code = self._codes([seen[name] for seen in self._people], fits[self._set])
        used, size = fits[self._set], int(code.max()) + 1
        asked, rest = (
            np.bincount(code[some], self._weight[some], minlength=size)
            for some in (used & self._first, used & ~self._first)
        )
        ratio = np.log((asked + 1) / (asked.sum() + size)) - np.log((rest + 1) / (rest.sum() + size))
        told: Floats = ratio[code]
        return told

    def _codes(self, values: Sequence[Value], used: NDArray[np.bool_]) -> Ints:
        """Words by number; what is measured in sixths of those used."""
        if any(isinstance(value, str) for value in values):
            return np.unique(np.array([str(value) for value in values]), return_inverse=True)[1].astype(np.int64)
        numbers = np.array(values, dtype=float)
        edges = np.unique(np.quantile(numbers[used], np.linspace(0, 1, BINS + 1)[1:-1]))
        return np.searchsorted(edges, numbers, side="right").astype(np.int64)

    def area(self, evidence: Floats, tried: NDArray[np.bool_], confidence: float) -> Area:
        """How often the one in question has more evidence against them than the others, by the sets tried."""
        mine = evidence[self._first][self._set]
        beaten = (mine > evidence) + 0.5 * (mine == evidence)
        others = ~self._first
        won = np.bincount(self._set[others], beaten[others], minlength=len(self._run))
        share: Floats = won / np.bincount(self._set[others], minlength=len(self._run))
        found = over_runs(share[tried], self._run[tried], confidence)
        return replace(found, luck=float(ndtri((1 + confidence) / 2)) * self._chance_error(evidence, tried))

    def _chance_error(self, evidence: Floats, tried: NDArray[np.bool_]) -> float:
        """The standard error of the share were anybody of each set as likely to be the one in question."""
        sets = np.split(evidence, np.flatnonzero(self._first)[1:])
        off = 0.0
        for n in np.flatnonzero(tried):
            one, other = sets[n][:, None], sets[n][None, :]
            beats = np.sum((one > other) + 0.5 * (one == other), axis=1) - 0.5
            off += float(np.mean((beats / (len(beats) - 1) - 0.5) ** 2))
        return sqrt(off) / max(1, int(tried.sum()))


def over_runs(share: Floats, run: Ints, confidence: float) -> Area:
    """The mean over sets, and Student's interval for it, with whole runs as what varies."""
    _, number = np.unique(run, return_inverse=True)
    runs, value = int(number.max()) + 1, float(share.mean())
    if runs < FEWEST:
        return Area(value, 0.0, 1.0)
    off = np.bincount(number, share - value)
    error = sqrt(float((off * off).sum()) * runs / (runs - 1)) / len(share)
    margin = float(stdtrit(runs - 1, (1 + confidence) / 2)) * error
    return Area(value, value - margin, value + margin)
