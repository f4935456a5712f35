"""Who could be seen, and whom the trainee had in view, by the samples of the log."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from game.key import KeyAct
from game.log import Exposed, Log, Observable, Paused, Resumed
from game.sampling import EXPOSED_EVERY, OBSERVABLE_EVERY

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
    """The samples of a log from 0:00 on. A person's own are picked out when that person is first asked about."""

    def __init__(
        self, observable: Sequence[Observable], exposed: Sequence[Exposed], still: Sequence[Exposed] = ()
    ) -> None:
        """Samples in order of time; `still` are those taken while the clock was stopped."""
        self._observable, self._exposed, self._still = observable, exposed, still
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

    def legible(self, person: int, act: KeyAct, spans: Iterable[Span], *, upon: bool = False) -> int:
        """For how many ticks of these spans the trainee had the person large enough, with a part needed in view.

        With `upon` only those count in which the eyes were probably on them.
        """
        return sum(
            view.lasts
            for began, ended in spans
            for view in self.views(person, began, ended)
            if view.height >= act.legible_at and view.parts & act.parts and (view.upon or not upon)
        )

    def in_view_ticks(self, person: int) -> int:
        """For how long the trainee had the person in view at all."""
        return sum(view.lasts for view in self._of(person))

    def _of(self, person: int) -> tuple[View, ...]:
        """All samples in which the trainee had the person in view; of one moment looked at anew, the best."""
        if person not in self._had:
            views = [_view(sample, person, EXPOSED_EVERY) for sample in self._exposed if person in sample.people]
            looked: dict[int, View] = {}
            for sample in self._still:
                if person in sample.people:
                    view = _view(sample, person, STILL_LOOK)
                    looked[sample.tick] = max(view, looked.get(sample.tick, view), key=_worth)
            self._had[person] = tuple(sorted([*views, *looked.values()], key=lambda view: view.tick))
        return self._had[person]


def _view(sample: Exposed, person: int, lasts: int) -> View:
    row = sample.people.index(person)
    return View(
        sample.tick, sample.height[row], sample.share[row], sample.parts[row], person in sample.upon, lasts
    )  # fmt: skip


def _worth(view: View) -> tuple[bool, int]:
    """By what the better of two views is chosen: the eyes on somebody, and then how much of them there was."""
    return view.upon, view.height * view.share


def sight(log: Log) -> SightLog:
    """The log's samples from 0:00 on."""
    running: list[Exposed] = []
    still: list[Exposed] = []
    last, paused = -1, False
    for event in log.events:
        if isinstance(event, (Paused, Resumed)):
            paused = isinstance(event, Paused)
        elif isinstance(event, Exposed) and event.tick >= 0:
            # A scene that has come to its end stands still without having been stopped.
            (still if paused or event.tick == last else running).append(event)
            last = event.tick
    return SightLog([sample for sample in log.of(Observable) if sample.tick >= 0], running, still)
