"""Who could be seen, and whom the trainee had in view, by the samples of the log."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from game.log import Exposed, Log, Observable
from game.sampling import EXPOSED_EVERY, HANDS_AT, OBSERVABLE_EVERY

ABOVE_THE_FEET = 15
"""The mask of all parts but the feet, as in `Exposed`."""


class View(NamedTuple):
    """One person in one sample: standing height in px, percentage of the body visible, mask of parts."""

    tick: int
    height: int
    share: int
    parts: int


class SightLog:
    """The samples of a log from 0:00 on."""

    def __init__(self, observable: Sequence[Observable], exposed: Sequence[Exposed]) -> None:
        """Samples in order of time."""
        self._observable, self._exposed = observable, exposed
        self._could: dict[int, list[int]] = {}

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

    def views(self, person: int, began: int, ended: int) -> Sequence[View]:
        """The samples in which the trainee had the person in view, from one tick to another, both included."""
        samples = self._of(person)
        first = bisect_left(samples, began, key=lambda view: view.tick)
        return samples[first : bisect_right(samples, ended, key=lambda view: view.tick)]

    def when_legible(self, person: int, height: int, parts: int, began: int, ended: int) -> tuple[int, ...]:
        """The samples in that time in which the trainee had the person large enough, with a part needed in view."""
        views = self.views(person, began, ended)
        return tuple(view.tick for view in views if view.height >= height and view.parts & parts)

    def close_ticks(self, person: int, until: int) -> int:
        """For how long by a tick the trainee had had the person so large that it could be seen what hands do."""
        return EXPOSED_EVERY * len(self.when_legible(person, HANDS_AT, ABOVE_THE_FEET, 0, until))

    def in_view_ticks(self, person: int) -> int:
        """For how long the trainee had the person in view at all."""
        return EXPOSED_EVERY * len(self._of(person))

    def _of(self, person: int) -> Sequence[View]:
        """All samples in which the trainee had the person in view."""
        return self._had.get(person, ())

    @cached_property
    def _had(self) -> Mapping[int, Sequence[View]]:
        views: dict[int, list[View]] = {}
        for sample in self._exposed:
            for person, *view in zip(sample.people, sample.height, sample.share, sample.parts, strict=True):
                views.setdefault(person, []).append(View(sample.tick, *view))
        return views


def sight(log: Log) -> SightLog:
    """The log's samples from 0:00 on."""
    return SightLog(
        [sample for sample in log.of(Observable) if sample.tick >= 0],
        [sample for sample in log.of(Exposed) if sample.tick >= 0],
    )
