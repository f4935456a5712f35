"""What the exercises of a class come to: who needs what, which tells are missed by all, how hard scenarios were."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.course import Result
from game.numerals import say_count

from .over_time import Fooled, Lapse, count_fooling, count_missed_tells, lapses
from .over_time_words import ADVICE, LAPSES
from .together import Pooled, by_prevalence

FEWEST_SITTINGS = 30
"""Sittings of a scenario from which on it is told how hard it was: with fewer it is the people who were good or not."""
FEWEST_MISSES = 3
"""Misses of a trainee from which on one kind of them is called what they need: fewer are chance."""
BIASED = 0.34
"""Share of decoys marked from which on a trainee is told to mark less readily, where there were a dozen or more."""
ENOUGH_DECOYS = 12


@dataclass(frozen=True)
class Member:
    """One of a class: what their exercises come to by kind of scene, how they miss, and what they need, in words."""

    name: str
    blocks: tuple[Pooled, ...]
    lapses: Counter[Lapse]
    needs: str

    @property
    def sittings(self) -> int:
        """How many exercises count."""
        return sum(block.sittings for block in self.blocks)

    @property
    def found(self) -> tuple[int, int]:
        """How many were found, of how many."""
        return sum(block.found for block in self.blocks), sum(block.of for block in self.blocks)

    @property
    def decoys(self) -> tuple[int, int]:
        """How many decoys were marked, of how many."""
        return sum(block.decoys_marked for block in self.blocks), sum(block.decoys for block in self.blocks)


@dataclass(frozen=True, slots=True)
class SatScenario:
    """A scenario as the class sat it: its id, how often, and how many were found and decoys marked, of how many."""

    scenario: str
    title: str
    sittings: int
    found: tuple[int, int]
    decoys: tuple[int, int]

    @property
    def tells(self) -> bool:
        """Whether that is often enough to say how hard it was."""
        return self.sittings >= FEWEST_SITTINGS


@dataclass(frozen=True)
class ClassTold:
    """A class: its members by name, tells by how often whoever showed them was missed, look-alikes, scenarios."""

    members: tuple[Member, ...]
    missed: tuple[Fooled, ...]
    fooled: tuple[Fooled, ...]
    scenarios: tuple[SatScenario, ...]


def tell_class(sat: Mapping[str, Sequence[Result]]) -> ClassTold:
    """What the exercises of each come to; lessons are left out."""
    counted_ones = {name: [result for result in some if not result.occasion.lesson] for name, some in sat.items()}
    every = [result for some in counted_ones.values() for result in some]
    members = tuple(_member(name, some) for name, some in sorted(counted_ones.items()))
    return ClassTold(members, count_missed_tells(every), count_fooling(every), _scenarios(every))


def _member(name: str, results: Sequence[Result]) -> Member:
    blocks, missed = by_prevalence(results), lapses(results)
    return Member(name, blocks, missed, _needs(blocks, missed))


def _needs(blocks: Sequence[Pooled], missed: Counter[Lapse]) -> str:
    """By the most frequent kind of miss, or by how readily decoys are marked; that it cannot be said, if it cannot."""
    marked, decoys = sum(pooled.decoys_marked for pooled in blocks), sum(pooled.decoys for pooled in blocks)
    if decoys >= ENOUGH_DECOYS and marked >= BIASED * decoys:
        return f"Marks too readily: {marked} of {decoys} decoys. What look-alikes are like is in the field guide."
    if missed.total() < FEWEST_MISSES:
        return "Too little to say."
    kind, times = missed.most_common(1)[0]
    most = f"Of {say_count(missed.total(), 'person', 'people')} missed, {times} were {LAPSES[kind]}."
    return f"{most} {ADVICE[kind]}" if 2 * times > missed.total() else f"{most} No kind stands out."


def _scenarios(results: Iterable[Result]) -> tuple[SatScenario, ...]:
    by_title: dict[str, list[Result]] = {}
    for result in results:
        by_title.setdefault(result.occasion.title, []).append(result)
    return tuple(
        SatScenario(
            some[0].occasion.scenario,
            title,
            len(some),
            (sum(result.found for result in some), sum(result.of for result in some)),
            (sum(result.decoys_marked for result in some), sum(result.decoys_judged for result in some)),
        )
        for title, some in sorted(by_title.items())
    )
