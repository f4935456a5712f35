"""What the exercises of a class come to: who needs what, which tells are missed by all, how hard scenarios were."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.course import Result
from game.numerals import say_count

from .over_time import Fooled, Lapse, add_fooled, count_look_alikes, count_tells, lapses
from .over_time_words import ADVICE, LAPSES
from .sensitivity import Plausible, Tally, estimate
from .together import Scenes, scenes_of, tally

FEWEST_SITTINGS = 30
"""Sittings of a scenario from which on it is told how hard it was: with fewer it is the people who were good or not."""
FEWEST_MISSES = 3
"""Misses of a trainee from which on one kind of them is called what they need: fewer are chance."""
BIASED = 0.34
"""Share of decoys marked from which on a trainee is told to mark less readily, where there were a dozen or more."""
ENOUGH_DECOYS = 12
"""Of a dozen, a third is four: fewer decoys marked may be chance."""


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
class Member:
    """What the exercises of one of a class come to: how many were found and decoys marked, of how many; how they miss.

    `sensitivity` is d′ against decoys, where their scenes of one kind, and of no other, bear it · `tells` and
    `look_alikes` are all that they were shown, `scenarios` all that they sat.
    """

    sittings: int = 0
    found: tuple[int, int] = (0, 0)
    decoys: tuple[int, int] = (0, 0)
    sensitivity: Plausible | None = None
    lapses: Counter[Lapse] = field(default_factory=Counter)
    tells: tuple[Fooled, ...] = ()
    look_alikes: tuple[Fooled, ...] = ()
    scenarios: tuple[SatScenario, ...] = ()

    @property
    def needs(self) -> str:
        """By the most frequent kind of miss, or by how readily decoys are marked; that it cannot be said, if so."""
        marked, decoys = self.decoys
        if decoys >= ENOUGH_DECOYS and marked >= BIASED * decoys:
            return f"Marks too readily: {marked} of {decoys} decoys. What look-alikes are like is in the field guide."
        if self.lapses.total() < FEWEST_MISSES:
            return "Too little to say."
        kind, times = self.lapses.most_common(1)[0]
        most = f"Of {say_count(self.lapses.total(), 'person', 'people')} missed, {times} were {LAPSES[kind]}."
        return f"{most} {ADVICE[kind]}" if 2 * times > self.lapses.total() else f"{most} No kind stands out."


@dataclass(frozen=True)
class ClassTold:
    """A class: its members by name, tells by how often whoever showed them was missed, look-alikes, scenarios."""

    members: Mapping[str, Member]
    missed: tuple[Fooled, ...]
    fooled: tuple[Fooled, ...]
    scenarios: tuple[SatScenario, ...]


def tell_member(results: Iterable[Result]) -> Member:
    """What the exercises of one trainee come to; lessons are left out."""
    counted = [result for result in results if not result.occasion.lesson]
    alike: dict[Scenes, list[Tally]] = {}
    for result in counted:
        alike.setdefault(scenes_of(result), []).append(tally(result))
    estimates = [found for tallies in alike.values() if (found := estimate(tallies))]
    scenarios = _add_scenarios(
        SatScenario(at.scenario, at.title, 1, (result.found, result.of), (result.decoys_marked, result.decoys_judged))
        for result in counted
        for at in (result.occasion,)
    )
    return Member(
        len(counted),
        _add_pairs(scenario.found for scenario in scenarios),
        _add_pairs(scenario.decoys for scenario in scenarios),
        estimates[0].sensitivity if len(estimates) == 1 else None,
        lapses(counted),
        count_tells(counted),
        count_look_alikes(counted),
        scenarios,
    )


def tell_class(members: Mapping[str, Member]) -> ClassTold:
    """What all of them come to together."""
    every = members.values()
    missed = add_fooled(fooled for member in every for fooled in member.tells)
    marked = add_fooled(fooled for member in every for fooled in member.look_alikes)
    return ClassTold(
        dict(sorted(members.items())),
        tuple(fooled for fooled in missed if fooled.times),
        tuple(fooled for fooled in marked if fooled.times),
        _add_scenarios(scenario for member in every for scenario in member.scenarios),
    )


def _add_scenarios(sat: Iterable[SatScenario]) -> tuple[SatScenario, ...]:
    by_title: dict[str, list[SatScenario]] = {}
    for scenario in sat:
        by_title.setdefault(scenario.title, []).append(scenario)
    return tuple(
        SatScenario(
            some[0].scenario,
            title,
            sum(scenario.sittings for scenario in some),
            _add_pairs(scenario.found for scenario in some),
            _add_pairs(scenario.decoys for scenario in some),
        )
        for title, some in sorted(by_title.items())
    )


def _add_pairs(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Counts, and of how many, added up."""
    some = list(pairs)
    return sum(count for count, _ in some), sum(of for _, of in some)
