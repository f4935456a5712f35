"""A part taken apart: one deed after another, and what of it anybody could count who sees only where people stand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from game import cast
from game.geometry import Point
from game.scenario.verbs import Verb
from game.view.stops import ELSEWHERE, LEAST

from .walks import SLOWEST, Walks

NEAR_SOMEBODY = 60.0
"""Ticks that it takes, more or less, to walk up to somebody: where they are is not known before the clock starts."""
_WANDERS = (Verb.TURN_BACK, Verb.FOLLOW, Verb.ACCOMPANY, Verb.TAILGATE)
_ENDS = (Verb.LEAVE, Verb.BOARD)
_NOWHERE = (-1e9, -1e9)
ALL_ALONG = (-1e9, 1e9)
"""Ticks from first to last of a time that has no end."""


class Leg(NamedTuple):
    """What of a step counts on paper: where to, at what share of the free speed, and for how many ticks.

    `strays` if where it ends is not known before the clock starts · `near` if it first goes up to somebody · `dwells`
    if one stands still meanwhile.
    """

    there: Point | None
    pace: float
    strays: bool
    near: bool
    ticks: int
    dwells: bool


@dataclass(frozen=True)
class Deed:
    """A stretch of a part that belongs together: the way to a spot and what is done there.

    `spare` says that it could as well be left out: it is neither a way through a gate nor the way out.
    """

    steps: tuple[cast.Step, ...]
    spare: bool

    @cached_property
    def legs(self) -> list[Leg]:
        """Its steps on paper, worked out once: a deed is tried in some sixty orders."""
        return legs(self.steps)


@dataclass(frozen=True, slots=True)
class Footprint:
    """What can be counted of somebody without looking at their hands or eyes: ticks spent, and stops made."""

    ticks: int
    stops: int


def deeds(steps: Sequence[cast.Step]) -> list[Deed]:
    """The deeds of a part, in order."""
    found: list[Deed] = []
    way: list[cast.Step] = []
    for act, group in groupby(steps, key=lambda step: step.act):
        some = [*way, *group]
        way = []
        if act is None and not any(step.verb in _ENDS for step in some):
            way = some
        else:
            found.append(Deed(tuple(some), spare=_spare(some)))
    return [*found, Deed(tuple(way), spare=False)] if way else found


def _spare(steps: Iterable[cast.Step]) -> bool:
    dwells = [step for step in steps if not step.verb.meaning.moves]
    leaves = any(step.verb in _ENDS for step in steps)
    return sum(step.ticks for step in dwells) >= LEAST and not leaves


def without_stress(steps: Sequence[cast.Step]) -> tuple[list[cast.Step], cast.Step | None]:
    """The steps but for the sign of stress that some show, which goes with whatever else is done; and that sign."""
    acts = Counter(step.act for step in steps)
    stress = next(
        (step for step in steps if step.verb is Verb.FIDGET and step.to is None and acts[step.act] == 1), None
    )
    return [step for step in steps if step is not stress], stress


def legs(steps: Iterable[cast.Step]) -> list[Leg]:
    """The steps on paper."""
    return [_leg(step) for step in steps]


def _leg(step: cast.Step) -> Leg:
    there = step.to.point[:2] if step.to is not None and step.to.point is not None else None
    strays = there is None and (step.to is not None or step.verb in _WANDERS)
    return Leg(there, step.pace, strays, strays and step.to is not None, step.ticks, not step.verb.meaning.moves)


class Feet:
    """Goes through steps on paper, for someone of a free speed in m/s: `ticks` spent and `stops` made so far.

    Stops are those that are `seen`: from which of these ticks on, and until when.
    """

    def __init__(self, walks: Walks, start: Point, speed: float, seen: tuple[float, float] = ALL_ALONG) -> None:
        """At the start, with nothing done."""
        self._walks, self._here, self._speed, self._seen = walks, start, speed, seen
        self._stopped, self._strayed, self._dwelt = _NOWHERE, False, 0.0
        self.ticks, self.stops = 0.0, 0

    def go(self, some: Iterable[Leg]) -> float:
        """Take these steps; the ticks spent so far."""
        ticks, here, dwelt, (first, last) = self.ticks, self._here, self._dwelt, self._seen
        way, free = self._walks.ticks, self._speed
        for there, pace, strays, near, lasts, dwells in some:
            if there is not None:
                speed = free * pace
                ticks += way(here, there, speed if speed > SLOWEST else SLOWEST)
                here, dwelt = there, 0.0
            elif strays:
                ticks += NEAR_SOMEBODY if near else 0.0
                self._strayed, dwelt = True, 0.0
            began, ticks = ticks, ticks + lasts
            if not dwells:
                continue
            # Longhand, as a staging comes by here a million times: the time seen of it, from the later to the sooner.
            seen = (ticks if ticks < last else last) - (began if began > first else first)
            dwelt += seen if seen > 0.0 else 0.0
            if dwelt >= LEAST and (self._strayed or _apart(here, self._stopped)):
                self.stops, self._stopped, self._strayed = self.stops + 1, here, False
        self.ticks, self._here, self._dwelt = ticks, here, dwelt
        return ticks


def shape(
    walks: Walks, steps: Iterable[cast.Step], start: Point, speed: float, seen: tuple[float, float] = ALL_ALONG
) -> Footprint:
    """What the steps come to from a start, for someone of this free speed in m/s, with the stops that are seen."""
    feet = Feet(walks, start, speed, seen)
    feet.go(legs(steps))
    return Footprint(round(feet.ticks), feet.stops)


def _apart(here: Point, there: Point) -> bool:
    dx, dy = here[0] - there[0], here[1] - there[1]
    return dx * dx + dy * dy >= ELSEWHERE * ELSEWHERE
