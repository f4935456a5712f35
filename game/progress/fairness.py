"""Whether a trainee marks people with nothing to hide more often in one group than in the others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

from game.course import Group, Result, Trait
from game.numerals import say_count

FEWEST_JUDGED = 100
"""People of a group, and of those beside it, from which on anything is said: of fewer, one mark more or less is a
point or more."""
FEWEST_MARKED = 10
"""False alarms in all from which on anything is said: below, no difference between groups could be told from chance."""
CHANCE = 0.02
"""How often at most somebody who marks all groups alike is told otherwise, over all comparisons together (Bonferroni).
Simulated in `tests/progress/test_fairness.py`."""
COVERS = NormalDist().inv_cdf(0.975)
"""Standard errors to either side of a 95 % interval."""
BRACKETS = "In brackets stands the share that each count makes plausible (95 %)."
BY_THEMSELVES = {
    "people in neither": "people in no headscarf or turban", "people with other hair": "people with hair not shorn",
}
"""What groups are called that records name after the other one of their trait, where they stand by themselves."""


@dataclass(frozen=True, slots=True)
class GroupRate:
    """How many of a group were marked, of those judged, with the interval (95 %, Wilson) of the share.

    `differs` says "more" or "less" where the others' share is beyond chance; None where that cannot be told.
    """

    trait: Trait
    group: str
    marked: int
    judged: int
    low: float
    high: float
    differs: Literal["more", "less"] | None


def by_group(results: Iterable[Result]) -> tuple[GroupRate, ...]:
    """The groups of every trait of which there is enough to say; lessons are left out."""
    judged, marked = Counter[Group](), Counter[Group]()
    for result in results:
        for counts in result.by_looks if not result.occasion.lesson else ():
            judged[counts.trait, counts.group] += counts.judged
            marked[counts.trait, counts.group] += counts.marked
    told = {which: (marked[which], number) for which, number in sorted(judged.items())}
    asked = [which for which in told if _enough(which, told)]
    # Of two groups there is one comparison, seen from both sides; of more, each is held to all the others.
    sizes = Counter(trait for trait, _ in asked)
    comparisons = sum(size - (size == 2) for size in sizes.values())
    beyond = NormalDist().inv_cdf(1 - CHANCE / 2 / max(1, comparisons))
    return tuple(
        GroupRate(*which, *told[which], *wilson(*told[which]), _differs(which, told, beyond)) for which in asked
    )


def wilson(marked: int, judged: int) -> tuple[float, float]:
    """The interval (95 %) of a share by Wilson's score, which holds for few and for none, too."""
    share, extra = marked / judged, COVERS**2 / judged
    middle = (share + extra / 2) / (1 + extra)
    half = COVERS / (1 + extra) * (share * (1 - share) / judged + extra / judged / 4) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


def say_fairness(rates: Sequence[GroupRate]) -> str:
    """What the groups come to, in a sentence or two; kindly, as most who differ do not mean to."""
    if not rates:
        return (
            f"Whether you mark some people more readily for how they look can be said once you have marked "
            f"{say_count(FEWEST_MARKED, 'person', 'people')} who had nothing to hide, among enough of each group."
        )
    more = [_name(rate) for rate in rates if rate.differs == "more"]
    if not more:
        return (
            "Of people with nothing to hide, you marked no group more often than can be chance. A small difference "
            f"would not show. {BRACKETS}"
        )
    return (
        f"Of people with nothing to hide, you marked {' and '.join(more)} more often than others, by more than "
        "chance. It need not have been meant. Before you mark, say to yourself what they did; if "
        f"somebody else doing it would not have struck you, let it go. {BRACKETS}"
    )


def say_group(rate: GroupRate) -> str:
    """One group: how many, and what share is plausible."""
    return (
        f"{_name(rate).capitalize()}: marked {rate.marked} of {rate.judged} "
        f"({100 * rate.low:.1f} to {100 * rate.high:.1f}\u00a0%)"
    )


def _name(rate: GroupRate) -> str:
    return BY_THEMSELVES.get(rate.group, rate.group)


def _enough(which: Group, told: dict[Group, tuple[int, int]]) -> bool:
    marked, judged = told[which]
    others = _others(which, told)
    return min(judged, others[1]) >= FEWEST_JUDGED and marked + others[0] >= FEWEST_MARKED


def _others(which: Group, told: dict[Group, tuple[int, int]]) -> tuple[int, int]:
    beside = [some for other, some in told.items() if other[0] == which[0] and other != which]
    return sum(marked for marked, _ in beside), sum(judged for _, judged in beside)


def _differs(
    which: Group, told: dict[Group, tuple[int, int]], beyond: float
) -> Literal["more", "less"] | None:
    """By the difference of two shares, in standard errors of their common one."""
    (a, n), (b, m) = told[which], _others(which, told)
    common = (a + b) / (n + m)
    error = (common * (1 - common) * (1 / n + 1 / m)) ** 0.5
    apart = (a / n - b / m) / error if error else 0.0
    return "more" if apart > beyond else "less" if apart < -beyond else None
