"""Going through steps as deep as they nest: each with its place in the file, and the least time that they take."""

from collections.abc import Iterator, Mapping, Sequence

from .document import Path_
from .model import AnyStep, Behaviour, Choose, Do, Repeat, Step
from .verbs import GRAMMAR

BRISK = 1.6
"""Metres a second that hardly anyone in a crowd walks faster than."""


def every(steps: Sequence[AnyStep], path: Path_) -> Iterator[tuple[Path_, Step | Do]]:
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


def words(step: Step) -> Iterator[tuple[str, str]]:
    """The where-words of a step with their keys: `to`, `at`, `facing`, `with`."""
    for key, word in (("to", step.to), ("at", step.at), ("facing", step.facing), ("with", step.with_)):
        if word is not None:
            yield key, word


def least(steps: Sequence[AnyStep], behaviours: Mapping[str, Behaviour], depth: int = 0) -> float:
    """Seconds that the steps take at the very least, not counting the ways between."""
    if depth > 8:
        return 0.0
    total = 0.0
    for step in steps:
        if isinstance(step, Choose):
            total += min(least(option.steps, behaviours, depth + 1) for option in step.choose)
        elif isinstance(step, Repeat):
            total += step.times.low * least(step.steps, behaviours, depth + 1)
        elif isinstance(step, Do):
            total += least(behaviours[step.do].steps, behaviours, depth + 1) if step.do in behaviours else 0.0
        else:
            total += (step.for_.low if step.for_ else GRAMMAR[step.verb].seconds[0]) + (
                step.pause.low if step.pause else 0
            )
    return total


def usual(steps: Sequence[AnyStep], behaviours: Mapping[str, Behaviour], stride: float, depth: int = 0) -> float:
    """Seconds that the steps take as a rule, with `stride` seconds for each way between places."""
    if depth > 8:
        return 0.0
    total = 0.0
    for step in steps:
        if isinstance(step, Choose):
            weight = sum(option.weight for option in step.choose)
            total += (
                sum(option.weight * usual(option.steps, behaviours, stride, depth + 1) for option in step.choose)
                / weight
            )
        elif isinstance(step, Repeat):
            total += sum(step.times) / 2 * usual(step.steps, behaviours, stride, depth + 1)
        elif isinstance(step, Do):
            total += usual(behaviours[step.do].steps, behaviours, stride, depth + 1) if step.do in behaviours else 0.0
        else:
            low, high = step.for_ or GRAMMAR[step.verb].seconds
            total += (low + high) / 2 + (sum(step.pause) / 2 if step.pause else 0) + (stride if step.to else 0)
    return total
