"""The trainees that others are measured against: who marks no one, everyone, by chance, or by appearance."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from game.acts import Act, Look, Mark
from game.view import Landmark
from game.view.sighting import Sightings

from .attention import rounds
from .judge import CONCERN
from .limits import SKILLS, Limits

_RENEWED_EVERY = 100
"""Ticks after which a mark is set again."""
_ENOUGH_LIKE_ONE = 2
"""Things of the stereotype that somebody must have on them to be marked."""
_STEREOTYPE = ("rucksack", "hood", "cap", "beanie", "backpack", "sunglasses", "holdall", "headphones")
_COIN_LANDS_ON_MARK = 0.1
"""One in ten of all who are seen: several times as many as there are subjects, as one who guesses would mark."""


Rule = Callable[[Sightings, int], bool]
"""Whether the person in this row of the sightings is to be marked."""


class Plain:
    """Looks round the whole place and settles on each person once, by one rule, when they first come into view.

    Whoever is marked is marked again from time to time while in view: this trainee holds to it whatever happens, and
    a mark set only before someone has shown anything would count as unfounded, whatever is seen later.
    """

    def __init__(self, landmarks: Sequence[Landmark], rule: Rule, limits: Limits = SKILLS["ideal"]) -> None:
        """Nobody settled yet; `limits` says from where they look."""
        self._round = rounds(landmarks, limits)
        self._rule = rule
        self._settled: set[int] = set()
        self._marked: dict[int, int] = {}
        self._looked = 0

    def watch(self, seen: Sightings) -> list[Act]:
        """Look on; judge whoever is new."""
        acts: list[Act] = [Look(self._round[self._looked % len(self._round)])]
        self._looked += 1
        for row, person in enumerate(seen.ids.tolist()):
            new = person not in self._settled
            self._settled.add(person)
            again = seen.tick - self._marked.get(person, seen.tick) >= _RENEWED_EVERY
            if again or (new and self._rule(seen, row)):
                self._marked[person] = seen.tick
                acts.append(Mark(person, CONCERN))
        return acts


def nobody(_seen: Sightings, _row: int) -> bool:
    """Never."""
    return False


def everybody(_seen: Sightings, _row: int) -> bool:
    """Always."""
    return True


def by_coin(seen: Sightings, row: int) -> bool:
    """By chance. The toss comes from what is first seen of the person, so that it can be repeated."""
    glimpse = f"coin/{seen.tick}/{seen.ids[row]}/{seen.position[row].tolist()}"
    return int.from_bytes(sha256(glimpse.encode()).digest()[:6], "big") < _COIN_LANDS_ON_MARK * 2**48


def by_looks(seen: Sightings, row: int) -> bool:
    """By appearance alone, as nobody should: it is here to show that this does not work."""
    words = " ".join(seen.looks[row])
    return sum(word in words for word in _STEREOTYPE) >= _ENOUGH_LIKE_ONE
