"""Who could be seen, and whom the trainee had in view, by the samples of the log."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from game.log import Exposed, Log, Observable
from game.sampling import EXPOSED_EVERY, OBSERVABLE_EVERY


class View(NamedTuple):
    """One person in one sample: standing height in px, percentage of the body visible, mask of parts."""

    tick: int
    height: int
    share: int
    parts: int


class SightLog:
    """The samples of a log from 0:00 on. A person's own are picked out when that person is first asked about."""

    def __init__(self, observable: Sequence[Observable], exposed: Sequence[Exposed]) -> None:
        """Samples in order of time."""
        self._observable, self._exposed = observable, exposed
        self._could: dict[int, list[int]] = {}
        self._had: dict[int, tuple[View, ...]] = {}

    @cached_property
    def _times_observable(self) -> Counter[int]:
        """In how many samples each person could be seen."""
        times: Counter[int] = Counter()
        for sample in self._observable:
            times.update(sample.people)
        return times

    def observable_ticks(self, person: int) -> int:
        """For how long the person could be seen from some viewpoint open to the post."""
        return OBSERVABLE_EVERY * self._times_observable[person]

    def observable(self, person: int, began: int, ended: int) -> bool:
        """Whether the person could be seen in that time, or at the sample nearest to it."""
        if person not in self._could:
            self._could[person] = [sample.tick for sample in self._observable if person in sample.people]
        samples = self._could[person]
        half = OBSERVABLE_EVERY // 2
        return bisect_left(samples, began - half) < bisect_right(samples, ended + half)

    def views(self, person: int, began: int, ended: int) -> tuple[View, ...]:
        """The samples in which the trainee had the person in view, from one tick to another, both included."""
        samples = self._of(person)
        first = bisect_left(samples, began, key=lambda view: view.tick)
        return samples[first : bisect_right(samples, ended, key=lambda view: view.tick)]

    def legible(self, person: int, height: int, parts: int, began: int, ended: int) -> int:
        """For how many ticks the trainee had the person large enough, with a part needed in view, in that time."""
        views = self.views(person, began, ended)
        return EXPOSED_EVERY * sum(view.height >= height and bool(view.parts & parts) for view in views)

    def in_view_ticks(self, person: int) -> int:
        """For how long the trainee had the person in view at all."""
        return EXPOSED_EVERY * len(self._of(person))

    def _of(self, person: int) -> tuple[View, ...]:
        """All samples in which the trainee had the person in view."""
        if person not in self._had:
            self._had[person] = tuple(_view(sample, person) for sample in self._exposed if person in sample.people)
        return self._had[person]


def _view(sample: Exposed, person: int) -> View:
    row = sample.people.index(person)
    return View(sample.tick, sample.height[row], sample.share[row], sample.parts[row])


def sight(log: Log) -> SightLog:
    """The log's samples from 0:00 on."""
    return SightLog(
        [sample for sample in log.of(Observable) if sample.tick >= 0],
        [sample for sample in log.of(Exposed) if sample.tick >= 0],
    )
