"""Who could be seen, and whom the trainee had in view, by the samples of the log."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from game.key import KeyAct
from game.log import Exposed, Log, Observable, Paused, Resumed
from game.sampling import EXPOSED_EVERY, HANDS_AT, OBSERVABLE_EVERY

ABOVE_THE_FEET = 15
"""The mask of all parts but the feet, as in `Exposed`."""

Span = tuple[int, int]
"""From one tick to another, both included."""
STILL_LOOK = 10
"""Ticks that looking at somebody stands for while the clock is stopped, however long it takes by the clock on the wall:
the second in which what they do just then can be taken in. Looking again at the same moment adds nothing."""


class View(NamedTuple):
    """One person in one sample: standing height in px, percentage of the body visible, mask of parts.

    `upon` if the eyes were probably on them · `lasts` the ticks that the sample stands for.
    """

    tick: int
    height: int
    share: int
    parts: int
    upon: bool = False
    lasts: int = EXPOSED_EVERY


class SightLog:
    """The samples of a log, from when on they count: 0:00, or when what is normal has been watched."""

    def __init__(
        self, observable: Sequence[Observable], exposed: Sequence[Exposed], still: Sequence[Exposed] = ()
    ) -> None:
        """Samples in order of time; `still` are those taken while the clock was stopped."""
        self._observable, self._exposed, self._still = observable, exposed, still
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

    def legible(self, person: int, act: KeyAct, spans: Iterable[Span]) -> tuple[View, ...]:
        """The samples of these spans in which the trainee had the person large enough, with a part needed in view."""
        views = (view for span in spans for view in self.views(person, *span))
        return tuple(view for view in views if view.height >= act.legible_at and view.parts & act.parts)

    def close_ticks(self, person: int, until: int) -> int:
        """For how long by a tick the trainee had had the person so large that it could be seen what hands do."""
        views = self.views(person, 0, until)
        return sum(view.lasts for view in views if view.height >= HANDS_AT and view.parts & ABOVE_THE_FEET)

    def in_view_ticks(self, person: int, ended: int) -> int:
        """For how long of an exercise that ended at this tick the trainee had the person in view at all.

        Looking while the clock stands still fills its moment, and adds nothing to what was in view anyway.
        """
        views = self._of(person)
        until = [*(view.tick for view in views[1:]), ended]
        return sum(min(view.lasts, after - view.tick) for view, after in zip(views, until, strict=False))

    def _of(self, person: int) -> Sequence[View]:
        """All samples in which the trainee had the person in view; of one moment looked at anew, the best."""
        return self._had.get(person, ())

    @cached_property
    def _had(self) -> Mapping[int, Sequence[View]]:
        views: dict[int, list[View]] = {}
        for sample in self._exposed:
            for person, view in _views(sample, EXPOSED_EVERY):
                views.setdefault(person, []).append(view)
        looked: dict[tuple[int, int], View] = {}
        for sample in self._still:
            for person, view in _views(sample, STILL_LOOK):
                at = person, sample.tick
                looked[at] = max(view, looked.get(at, view), key=_worth)
        for (person, _), view in looked.items():
            insort(views.setdefault(person, []), view, key=lambda other: other.tick)
        return views


def _views(sample: Exposed, lasts: int) -> Iterator[tuple[int, View]]:
    upon = frozenset(sample.upon)
    for person, *view in zip(sample.people, sample.height, sample.share, sample.parts, strict=True):
        yield person, View(sample.tick, *view, person in upon, lasts)  # type: ignore[arg-type, call-arg]


def _worth(view: View) -> tuple[bool, int]:
    """By what the better of two views is chosen: the eyes on somebody, and then how much of them there was."""
    return view.upon, view.height * view.share


def sight(log: Log) -> SightLog:
    """The log's samples from when on they count."""
    running: list[Exposed] = []
    still: list[Exposed] = []
    last, paused = -1, False
    for event in log.events:
        if isinstance(event, (Paused, Resumed)):
            paused = isinstance(event, Paused)
        elif isinstance(event, Exposed) and event.tick >= log.counts_from:
            # A scene that has come to its end stands still without having been stopped.
            (still if paused or event.tick == last else running).append(event)
            last = event.tick
    return SightLog([sample for sample in log.of(Observable) if sample.tick >= log.counts_from], running, still)
