"""A part taken apart: one deed after another, and what of it anybody could count who sees only where people stand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

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


@dataclass(frozen=True, slots=True)
class Deed:
    """A stretch of a part that belongs together: the way to a spot and what is done there.

    `spare` says that it could as well be left out: it is neither a way through a gate nor the way out.
    """

    steps: tuple[cast.Step, ...]
    spare: bool


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


class Feet:
    """Goes through steps on paper, for someone of a free speed in m/s: `ticks` spent and `stops` made so far.

    Stops are those that are `seen`: from which of these ticks on, and until when.
    """

    def __init__(self, walks: Walks, start: Point, speed: float, seen: tuple[float, float] = ALL_ALONG) -> None:
        """At the start, with nothing done."""
        self._walks, self._here, self._speed, self._seen = walks, start, speed, seen
        self._stopped, self._strayed, self._dwelt = _NOWHERE, False, 0.0
        self.ticks, self.stops = 0.0, 0

    def go(self, steps: Iterable[cast.Step]) -> float:
        """Take these steps; the ticks spent so far."""
        for step in steps:
            self._take(step)
        return self.ticks

    def _take(self, step: cast.Step) -> None:
        if step.to is not None and step.to.point is not None:
            there = step.to.point[:2]
            self.ticks += self._walks.ticks(self._here, there, max(SLOWEST, self._speed * step.pace))
            self._here, self._dwelt = there, 0.0
        elif step.to is not None or step.verb in _WANDERS:
            self.ticks += NEAR_SOMEBODY if step.to is not None else 0.0
            self._strayed, self._dwelt = True, 0.0
        began, self.ticks = self.ticks, self.ticks + step.ticks
        first, last = self._seen
        self._dwelt += 0.0 if step.verb.meaning.moves else max(0.0, min(self.ticks, last) - max(began, first))
        if self._dwelt >= LEAST and (self._strayed or _apart(self._here, self._stopped)):
            self.stops, self._stopped, self._strayed = self.stops + 1, self._here, False


def shape(
    walks: Walks, steps: Iterable[cast.Step], start: Point, speed: float, seen: tuple[float, float] = ALL_ALONG
) -> Footprint:
    """What the steps come to from a start, for someone of this free speed in m/s, with the stops that are seen."""
    feet = Feet(walks, start, speed, seen)
    feet.go(steps)
    return Footprint(round(feet.ticks), feet.stops)


def _apart(here: Point, there: Point) -> bool:
    dx, dy = here[0] - there[0], here[1] - there[1]
    return dx * dx + dy * dy >= ELSEWHERE * ELSEWHERE
