"""Going through steps as deep as they nest: each with its place in the file, and the least time that they take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import AnyStep, Behaviour, Choose, Do, Repeat, WrittenStep
from ..reading.document import Path_
from ..units import Range

BRISK = 1.6
"""Metres a second that hardly anyone in a crowd walks faster than."""


def every(steps: Sequence[AnyStep], path: Path_) -> Iterator[tuple[Path_, WrittenStep | Do]]:
    """Every step, with its place in the file."""
    for n, step in enumerate(steps):
        here = (*path, n)
        if isinstance(step, Choose):
            for m, option in enumerate(step.choose):
                yield from every(option.steps, (*here, "choose", m, "steps"))
        elif isinstance(step, Repeat):
            yield from every(step.steps, (*here, "steps"))
        else:
            yield here, step


def words(step: WrittenStep) -> Iterator[tuple[str, str]]:
    """The where-words of a step with their keys: `to`, `at`, `facing`, `with`."""
    for key, word in (("to", step.to), ("at", step.at), ("facing", step.facing), ("with", step.with_)):
        if word is not None:
            yield key, word


Plays = Mapping[str, Sequence[tuple[Path_, str]]]
"""For each behaviour those that it plays, each with the place of the step."""


def in_order(plays: Plays) -> tuple[list[str], list[list[str]]]:
    """The behaviours, each after all that it plays; and the rings of those that would play themselves without end."""
    played = {name: list(dict.fromkeys(other for _, other in steps if other in plays)) for name, steps in plays.items()}
    players: dict[str, list[str]] = {name: [] for name in plays}
    for name, others in played.items():
        for other in others:
            players[other].append(name)
    waits = {name: len(others) for name, others in played.items()}
    order, rings = [name for name, count in waits.items() if count == 0], []
    left = dict.fromkeys(name for name, count in waits.items() if count)
    done = 0
    while done < len(order) or left:
        if done == len(order):
            rings.append(_ring(played, left))
            order += rings[-1]
            for name in rings[-1]:
                del left[name]
        for player in players[order[done]]:
            waits[player] -= 1
            if waits[player] == 0 and player in left:
                del left[player]
                order.append(player)
        done += 1
    return order, rings


def _ring(played: Mapping[str, Sequence[str]], left: Mapping[str, None]) -> list[str]:
    """Behaviours of which each plays the next and the last the first; everyone left plays another one left."""
    way: dict[str, None] = {}
    here = next(iter(left))
    while here not in way:
        way[here] = None
        here = next(other for other in played[here] if other in left)
    names = list(way)
    return names[names.index(here) :]


@dataclass
class StepCounts:
    """How many steps behaviours come to at the most, with all that they play and repeat, and how deep they play."""

    behaviours: Mapping[str, Behaviour]
    steps: dict[str, int] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Count a behaviour, after all that it plays."""
        steps = self.behaviours[name].steps
        self.steps[name], self.depth[name] = self.of(steps), self.below(steps)

    def of(self, steps: Sequence[AnyStep]) -> int:
        """How many steps come of these at the most."""
        return sum(self._count(step) for step in steps)

    def below(self, steps: Sequence[AnyStep]) -> int:
        """How deep behaviours play behaviours in these steps."""
        return max((1 + self.depth.get(step.do, 0) for _, step in every(steps, ()) if isinstance(step, Do)), default=0)

    def _count(self, step: AnyStep) -> int:
        if isinstance(step, Choose):
            return max(self.of(option.steps) for option in step.choose)
        if isinstance(step, Repeat):
            return int(step.times.high) * self.of(step.steps)
        return self.steps.get(step.do, 0) if isinstance(step, Do) else 1


@dataclass
class Lengths:
    """How long steps take, in seconds: at the least (no ways walked) or as a rule (`stride` seconds for each way)."""

    behaviours: Mapping[str, Behaviour]
    stride: float | None = None
    known: dict[str, float] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Measure a behaviour, after all that it plays."""
        self.known[name] = self.of(self.behaviours[name].steps)

    def of(self, steps: Sequence[AnyStep]) -> float:
        """All of the steps, one after another; a behaviour that is not known adds nothing."""
        return sum(self._time(step) for step in steps)

    def _time(self, step: AnyStep) -> float:
        if isinstance(step, Choose):
            lengths = [self.of(option.steps) for option in step.choose]
            weights = [option.weight for option in step.choose]
            if self.stride is None:
                return min(lengths)
            return sum(weight * length for weight, length in zip(weights, lengths, strict=True)) / sum(weights)
        if isinstance(step, Repeat):
            return self._value(step.times) * self.of(step.steps)
        if isinstance(step, Do):
            return self.known.get(step.do, 0.0)
        held = self._value(step.for_ or Range(*step.verb.meaning.seconds))
        pause = self._value(step.pause) if step.pause else 0.0
        return held + pause + (self.stride or 0.0 if step.to else 0.0)

    def _value(self, span: Range) -> float:
        return span.low if self.stride is None else (span.low + span.high) / 2
