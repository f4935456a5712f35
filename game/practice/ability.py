"""How far a trainee is, and how hard a clip is for them: an Elo estimate on named factors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp

from .sorting import Sorting

GUESS = 0.5
"""Who knows nothing is right half the time: there are two answers."""
SUBTLETY, DISTANCE, CROWD = 0.4, 0.6, 0.4
"""Logits by which a step of subtlety, of distance and of crowding makes a clip harder. A choice: the three together
span about as much as lies between a beginner and somebody practised. What a behaviour is harder than that is learnt."""
EASE = -0.3
"""The difficulty of a middling behaviour seen from near in an empty hall, where a beginner begins."""
FIRST, LEAST, SLOWS = 1.6, 0.35, 0.05
"""By how much an answer moves the estimate of a trainee at first and at last, and how fast that falls with answers."""
LEARNS = 0.4
"""By how much an answer moves the estimate of one behaviour."""
PAIR_EASE = 0.6
"""Logits by which two side by side are easier than one: there is something to compare it with."""
FROZEN_HARDER = 0.6
"""Logits by which it is harder to have noticed somebody than to sort who is ringed: as much as a step of distance."""
CROWDS = (0.3, 1.1)
"""Abilities from which on a drill is played among more people, and among many."""


@dataclass(frozen=True, slots=True)
class Ability:
    """What is known of a trainee after so many answers: the level, and how much harder than expected behaviours are."""

    level: float = 0.0
    answers: int = 0
    harder: Mapping[str, float] = field(default_factory=dict)

    def chance(self, name: str, difficulty: float) -> float:
        """With what probability a behaviour of this difficulty is sorted rightly."""
        return chance(self.level, difficulty + self.harder.get(name, 0.0))


def chance(level: float, difficulty: float) -> float:
    """The probability of a right answer: half of it luck, the rest by Rasch's model."""
    return GUESS + (1 - GUESS) * _knows(level, difficulty)


def difficulty(subtlety: int, distance: int, crowd: int) -> float:
    """How hard a clip is by what makes it hard, in logits."""
    return EASE + SUBTLETY * (subtlety - 3) + DISTANCE * distance + CROWD * crowd


def crowd_for(level: float) -> int:
    """How crowded the place is in a drill for a trainee: 0, 1 or 2."""
    return sum(level >= bound for bound in CROWDS)


def ability(sortings: Iterable[Sorting]) -> Ability:
    """What all answers, in order, say of a trainee."""
    level, answers = 0.0, 0
    harder: dict[str, float] = {}
    for sorting in sortings:
        asked = difficulty(sorting.subtlety, sorting.distance, sorting.crowd)
        asked += FROZEN_HARDER * sorting.frozen - PAIR_EASE * sorting.paired
        hard = asked + sum(harder.get(name, 0.0) for name in sorting.shown) / len(sorting.shown)
        expected = chance(level, hard)
        # The step of the likelihood: a right answer where half are right by luck says less than a wrong one.
        surprise = (sorting.right - expected) * _knows(level, hard) / expected
        level += max(LEAST, FIRST / (1 + SLOWS * answers)) * surprise
        for name in sorting.shown:
            harder[name] = harder.get(name, 0.0) - LEARNS * surprise / len(sorting.shown)
        answers += 1
    return Ability(level, answers, harder)


def _knows(level: float, difficulty: float) -> float:
    return 1 / (1 + exp(difficulty - level))
