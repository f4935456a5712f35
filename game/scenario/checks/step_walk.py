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


@dataclass
class Lengths:
    """How long steps take, in seconds: at the least (no ways walked) or as a rule (`stride` seconds for each way)."""

    behaviours: Mapping[str, Behaviour]
    stride: float | None = None
    known: dict[str, float] = field(default_factory=dict)

    def of(self, steps: Sequence[AnyStep]) -> float:
        """All of the steps, one after another."""
        return sum(self._one(step) for step in steps)

    def _one(self, step: AnyStep) -> float:
        if isinstance(step, Choose):
            lengths = [self.of(option.steps) for option in step.choose]
            weights = [option.weight for option in step.choose]
            if self.stride is None:
                return min(lengths)
            return sum(weight * length for weight, length in zip(weights, lengths, strict=True)) / sum(weights)
        if isinstance(step, Repeat):
            return self._value(step.times) * self.of(step.steps)
        if isinstance(step, Do):
            return self._behaviour(step.do)
        held = self._value(step.for_ or Range(*step.verb.meaning.seconds))
        pause = self._value(step.pause) if step.pause else 0.0
        return held + pause + (self.stride or 0.0 if step.to else 0.0)

    def _value(self, span: Range) -> float:
        return span.low if self.stride is None else (span.low + span.high) / 2

    def _behaviour(self, name: str) -> float:
        """Worked out once; one that plays itself adds nothing."""
        if name not in self.known:
            self.known[name] = 0.0
            self.known[name] = self.of(self.behaviours[name].steps) if name in self.behaviours else 0.0
        return self.known[name]
