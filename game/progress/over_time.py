"""How exercises went one after another: stretches of them long enough to say something, and what goes wrong again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from game.course import CONCERN, Result

from .sensitivity import FEWEST_SUBJECTS
from .together import Pooled, Scenes, scenes_of, take_together

Lapse = Literal["search", "recognition", "decision", "luck"]
"""How a subject was missed: in searching, recognising or deciding, or marked with nothing made out."""


@dataclass(frozen=True)
class Stretch:
    """Exercises one after another, from when to when; how those who were missed were missed."""

    began: datetime
    ended: datetime
    pooled: Pooled
    lapses: Counter[Lapse]


@dataclass(frozen=True, slots=True)
class Fooled:
    """A behaviour by its name: how often the trainee went wrong with whoever showed it, of how often it was judged."""

    name: str
    times: int
    of: int


def stretches(results: Iterable[Result]) -> tuple[Stretch, ...]:
    """The exercises that can be compared, in order of time, in stretches of 20 people to be found each or a few more.

    Of those kinds of scenes in which people can be found, the one that was sat most often; the last stretch may be
    short, and then bears counts alone.
    """
    counted = sorted(
        (result for result in results if not result.occasion.lesson), key=lambda result: result.occasion.started
    )
    kinds = Counter(scenes_of(result) for result in counted if scenes_of(result) != "nobody")
    if not kinds:
        return ()
    usual: Scenes = kinds.most_common(1)[0][0]
    found: list[list[Result]] = [[]]
    for result in (result for result in counted if scenes_of(result) == usual):
        if sum(before.of for before in found[-1]) >= FEWEST_SUBJECTS:
            found.append([])
        found[-1].append(result)
    return tuple(_stretch(some) for some in found)


def count_fooling(results: Iterable[Result]) -> tuple[Fooled, ...]:
    """The look-alikes whose decoys were marked, the most often marked first."""
    return tuple(fooled for fooled in count_look_alikes(results) if fooled.times)


def count_look_alikes(results: Iterable[Result]) -> tuple[Fooled, ...]:
    """Look-alikes by how often decoys were marked who had been seen at them, of how often any did; most often first."""
    cases = [case for result in results if not result.occasion.lesson for case in result.decoy_cases]
    return add_fooled(Fooled(name, int(case.was_fooled_by(name)), 1) for case in cases for name in case.look_alikes)


def count_tells(results: Iterable[Result]) -> tuple[Fooled, ...]:
    """Tells by how often whoever showed them was missed, of how often they were shown by somebody who counts."""
    cases = [case for result in results if not result.occasion.lesson for case in result.cases]
    return _tally((case.tells, case.judgement == "miss") for case in cases if case.judgement in ("hit", "miss"))


def add_fooled(counted: Iterable[Fooled]) -> tuple[Fooled, ...]:
    """The same behaviours taken together, the one that went wrong most often first."""
    times, of = Counter[str](), Counter[str]()
    for fooled in counted:
        times[fooled.name] += fooled.times
        of[fooled.name] += fooled.of
    return tuple(Fooled(name, wrong, of[name]) for name, wrong in times.most_common())


def _tally(shown: Iterable[tuple[Sequence[str], bool]]) -> tuple[Fooled, ...]:
    """Each case says what was shown, and whether it went wrong."""
    return add_fooled(Fooled(name, int(wrong), 1) for names, wrong in shown for name in names)


def lapses(results: Iterable[Result]) -> Counter[Lapse]:
    """How many subjects were missed in which way."""
    found: Counter[Lapse] = Counter()
    for result in results:
        for case in result.cases:
            if case.judgement != "miss":
                continue
            if case.level >= CONCERN and case.evidence in ("lucky", "unfounded"):
                found["luck"] += 1
            elif case.miss:
                found[case.miss] += 1
    return found


def _stretch(results: Sequence[Result]) -> Stretch:
    times = [result.occasion.started for result in results]
    return Stretch(min(times), max(times), take_together(results), lapses(results))
