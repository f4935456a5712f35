"""From an author's steps to a flat part: choices drawn, repeats unrolled, ranges settled, words made places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game import cast
from game.chance import pick
from game.clock import ticks
from game.geometry import Point
from game.scenario import Layout
from game.scenario.model import AnyStep, Behaviour, Choose, Do, Repeat, WrittenStep
from game.scenario.units import Range
from game.scenario.verbs import Reads, Verb
from game.scenario.vocabulary import or_none
from game.view import Landmark

from .spots import Bearings, Spots, UnknownPlace, whereabouts

MOST_STEPS = 400
"""A part longer than this is cut: no scene lasts that long, and a stranger's file may nest repeats."""


@dataclass(frozen=True)
class PlayedBehaviour:
    """One behaviour of the catalogue in a part: the act's number and the catalogue's name."""

    act: int
    behaviour: Behaviour
    planned: int


@dataclass
class Script:
    """A part being written for one person: the steps so far and which acts they are."""

    spots: Spots
    behaviours: Mapping[str, Behaviour]
    chance: np.random.Generator
    steps: list[cast.Step] = field(default_factory=list)
    acts: int = 0
    played: list[PlayedBehaviour] = field(default_factory=list)
    spot: cast.Target | None = None
    """Where the present behaviour first took them."""
    here: Point | None = None
    """Where the last step took them."""

    def role_steps(self, steps: Sequence[AnyStep], bearings: Bearings) -> None:
        """Everyday steps: each that is held is an act of its own."""
        for step in self._unfold(steps):
            if len(self.steps) >= MOST_STEPS:
                return
            if isinstance(step, Do):
                self.behaviour(self.behaviours[step.do], bearings, step.target)
                continue
            moves = step.verb.meaning.moves
            settled = self._settle(step, bearings, None if moves else self.next_act(), shows=not moves)
            self.steps += [_mark(other, None) for other in settled]

    def behaviour(self, behaviour: Behaviour, bearings: Bearings, target: str | None = None) -> PlayedBehaviour:
        """A behaviour of the catalogue as one act."""
        act, first = self.next_act(), len(self.steps)
        aimed = replace(bearings, target=self._target(behaviour, target, bearings))
        steps = [step for step in self._unfold(behaviour.steps) if isinstance(step, WrittenStep)]
        self.spot = None
        only_walks = all(step.verb is Verb.WALK for step in steps)
        for step in steps:
            self.steps += self._settle(step, aimed, act, shows=only_walks or step.verb is not Verb.WALK)
        self.steps[first:] = mark_decisive(self.steps[first:])
        planned = sum(step.ticks for step in self.steps[first:] if step.shows)
        played = PlayedBehaviour(act, behaviour, planned)
        self.played.append(played)
        return played

    def apart(
        self, behaviour: Behaviour, bearings: Bearings, target: str | None = None
    ) -> tuple[PlayedBehaviour, tuple[cast.Step, ...]]:
        """A behaviour as one act that is kept apart from the part, for whoever finds its place in it."""
        before = len(self.steps)
        played = self.behaviour(behaviour, bearings, target)
        steps = tuple(self.steps[before:])
        del self.steps[before:]
        return played, steps

    def next_act(self) -> int:
        """The number of one act more."""
        self.acts += 1
        return self.acts - 1

    def _target(self, behaviour: Behaviour, name: str | None, bearings: Bearings) -> Landmark | None:
        if name is not None:
            seen = whereabouts(name, self.spots, bearings, self.chance, go=False)
            if seen.point:
                return self.spots.layout.landmark(seen.name) or Landmark(seen.name, "place", *seen.point)
        marks = candidates(behaviour, self.spots.layout)
        return marks[int(self.chance.integers(len(marks)))] if marks else bearings.target

    def _unfold(self, steps: Sequence[AnyStep], depth: int = 0) -> Iterator[WrittenStep | Do]:
        for step in steps:
            if isinstance(step, Choose):
                drawn = pick(self.chance, (option.weight for option in step.choose))
                yield from self._unfold(step.choose[drawn].steps, depth + 1)
            elif isinstance(step, Repeat):
                for _ in range(_whole(step.times, self.chance)):
                    yield from self._unfold(step.steps, depth + 1)
            else:
                yield step

    def _settle(self, step: WrittenStep, bearings: Bearings, act: int | None, *, shows: bool) -> list[cast.Step]:
        where = self._where
        looked_at = step.with_ or step.at
        settled = cast.Step(
            verb=step.verb,
            ticks=self._ticks(step),
            to=where(step.to, bearings, go=True),
            at=where(looked_at, bearings, go=False),
            facing=where(step.facing, bearings, go=False),
            held=or_none(step.held),
            pace=float(self.chance.uniform(*step.pace)) if step.pace else 1.0,
            act=act,
            shows=shows,
            says=step.says or "",
            decisive=step.decisive,
        )
        if step.verb.meaning.goes == "out" and settled.to is None:
            settled = replace(settled, to=where("exit", bearings, go=True))
        if step.pause is None:
            return [settled]
        pause = ticks(float(self.chance.uniform(*step.pause)))
        return [settled, cast.Step(Verb.WAIT, pause, at=settled.at, held=settled.held, act=act)]

    def _where(self, word: str | None, bearings: Bearings, *, go: bool) -> cast.Target | None:
        if word is None or (word == "same spot" and self.spot):
            return self.spot if word else None
        try:
            known = bearings if bearings.here == self.here else replace(bearings, here=self.here)
            return self._first(whereabouts(word, self.spots, known, self.chance, go=go), go=go)
        except UnknownPlace:
            return whereabouts("somewhere", self.spots, bearings, self.chance, go=go) if go else None

    def _first(self, target: cast.Target, *, go: bool) -> cast.Target:
        if go and target.point:
            self.here = target.point[:2]
            self.spot = self.spot or target
        return target

    def _ticks(self, step: WrittenStep) -> int:
        span = step.for_ or Range(*step.verb.meaning.seconds)
        return ticks(float(self.chance.uniform(*span))) if span.high else 0


def mark_decisive(steps: Sequence[cast.Step]) -> list[cast.Step]:
    """The steps of a behaviour; if no step is said to be decisive, those are that show what most of it shows."""
    if any(step.decisive and step.shows for step in steps):
        return [_mark(step, bool(step.decisive) and step.shows) for step in steps]
    reads = mostly_read(step for step in steps if step.shows)
    return [_mark(step, step.shows and step.verb.meaning.reads == reads) for step in steps]


def _mark(step: cast.Step, decisive: bool | None) -> cast.Step:
    """The step, said to be decisive or not; the same one, where it says so already."""
    return step if step.decisive is decisive else replace(step, decisive=decisive)


def mostly_read(steps: Iterable[cast.Step]) -> Reads:
    """What an onlooker must be able to make out for the longest time of these steps."""
    lasting: dict[Reads, int] = {}
    for step in steps:
        reads = step.verb.meaning.reads
        lasting[reads] = lasting.get(reads, 0) + max(1, step.ticks)
    return max(lasting, key=lambda one: lasting[one]) if lasting else "gait"


def candidates(behaviour: Behaviour, layout: Layout) -> tuple[Landmark, ...]:
    """The landmarks of a venue that a behaviour may be aimed at."""
    return tuple(mark for kind in behaviour.targets for mark in layout.of_kind(kind))


def _whole(count: Range, chance: np.random.Generator) -> int:
    return int(chance.integers(int(count.low), int(count.high) + 1))
