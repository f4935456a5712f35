"""Who could be seen, and whom the trainee had in view, by the samples of the log."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..log import Exposed, Log, Observable

EXPOSURE_EVERY = 5
"""Ticks between two samples of what the trainee had in view."""
OBSERVABLE_EVERY = 10
"""Ticks between two samples of who could have been seen."""


class View(NamedTuple):
    """One person in one sample: standing height in px, percentage of the body visible, mask of parts."""

    tick: int
    height: int
    share: int
    parts: int


@dataclass(frozen=True, slots=True)
class Sight:
    """The samples of a log, by person."""

    could: Mapping[int, tuple[int, ...]]
    had: Mapping[int, tuple[View, ...]]

    def observable_ticks(self, person: int) -> int:
        """For how long the person could be seen from some viewpoint open to the post."""
        return OBSERVABLE_EVERY * len(self.could.get(person, ()))

    def observable(self, person: int, began: int, ended: int) -> bool:
        """Whether the person could be seen in that time, or at the sample nearest to it."""
        samples = self.could.get(person, ())
        half = OBSERVABLE_EVERY // 2
        return bisect_left(samples, began - half) < bisect_right(samples, ended + half)

    def views(self, person: int, began: int, ended: int) -> tuple[View, ...]:
        """The samples in which the trainee had the person in view, from one tick to another, both included."""
        samples = self.had.get(person, ())
        first = bisect_left(samples, began, key=lambda view: view.tick)
        return samples[first : bisect_right(samples, ended, key=lambda view: view.tick)]

    def legible(self, person: int, height: int, parts: int, began: int, ended: int) -> int:
        """For how many ticks the trainee had the person large enough, with a part needed in view, in that time."""
        views = self.views(person, began, ended)
        return EXPOSURE_EVERY * sum(view.height >= height and bool(view.parts & parts) for view in views)

    def in_view_ticks(self, person: int) -> int:
        """For how long the trainee had the person in view at all."""
        return EXPOSURE_EVERY * len(self.had.get(person, ()))


def sight(log: Log) -> Sight:
    """The log's samples from 0:00 on, by person."""
    could: defaultdict[int, list[int]] = defaultdict(list)
    had: defaultdict[int, list[View]] = defaultdict(list)
    for event in log.events:
        if isinstance(event, Observable) and event.tick >= 0:
            for person in event.people:
                could[person].append(event.tick)
        elif isinstance(event, Exposed) and event.tick >= 0:
            tick = event.tick
            for person, height, share, parts in zip(event.people, event.height, event.share, event.parts, strict=True):
                had[person].append(View(tick, height, share, parts))
    return Sight(
        could={person: tuple(ticks) for person, ticks in could.items()},
        had={person: tuple(views) for person, views in had.items()},
    )
