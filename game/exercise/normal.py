"""Watching what is normal: a time at the start in which nothing counts, and the questions that close it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.acts import Act, Approach, AskControl, Clear, Decide, ItemAct, Mark, NormalAct, Report, SayNormal
from game.baseline import NormalAsked, NormalTold
from game.cast import Person
from game.text import capitalise
from game.view import Snapshot

from .refusal import NOT_ASKED, Refusal

STILL = 0.2
"""m/s below which somebody stands or sits: half of the slowest shuffle in a queue."""
NO_LUGGAGE = (None, "camera", "pushchair", "trolley", "instrument", "dog")
"""What people may have with them that is neither bag nor case."""


class NormalQuestion(NamedTuple):
    """What is asked, and what can be chosen; `so` is the number of the right choice, `told` says it with its figure."""

    name: NormalAsked
    asks: str
    choices: tuple[str, ...]
    so: int
    told: str


class Bands(NamedTuple):
    """A figure that is asked for by bands: each from the one bound up to the next."""

    asks: str
    bounds: tuple[int, ...]
    choices: tuple[str, ...]
    told: str
    """What was so, with {figure}."""


PARTS = (25, 50)
IN_PARTS = ("Fewer than a quarter", "Between a quarter and a half", "More than half")
BANDS: Mapping[NormalAsked, Bands] = {
    "people": Bands(
        "How many people were here at once, staff among them?", (20, 40, 80),
        ("Fewer than 20", "20 to 39", "40 to 79", "80 or more"), "There were {figure} at once, on average.",
    ),
    "standing": Bands(
        "How many of them stood or sat, rather than walked?", PARTS, IN_PARTS,
        "{figure} % stood or sat, on average.",
    ),
    "gone": Bands(
        "Of those who were here at the start, how many had gone by the end?", PARTS, IN_PARTS,
        "{figure} % of those here at the start had gone.",
    ),
    "together": Bands(
        "How many were with somebody, in a pair or a group?", (10, 34),
        ("Hardly any", "Up to a third", "More than a third"), "{figure} % were with somebody.",
    ),
    "carrying": Bands(
        "How many had a bag or a case with them?", (34, 67),
        ("Fewer than a third", "Between a third and two thirds", "More than two thirds"),
        "{figure} % had a bag or a case.",
    ),
}  # fmt: skip
"""Figures are asked for in a few wide bands: nobody can be asked to count a crowd."""
MOST_WAYS = 4
"""Ways out that can be chosen between."""


PUT_OFF = (Mark, Clear, Decide, Report, Approach, AskControl, ItemAct)
"""Acts that have to wait until what is normal has been watched."""


@dataclass(frozen=True)
class Headcount:
    """How many were there at one moment, and how many of them stood or sat."""

    people: int
    still: int


class NormalWatch:
    """The time of watching: from 0:00 until tick `until`, and then until its questions are answered or left.

    What was so is counted of everybody alike, and told of nobody by themselves.
    """

    def __init__(self, until: int, people: Sequence[Person], ways: Sequence[str]) -> None:
        """`people` of the whole run by id, `ways` the names of the public ways out."""
        self.until = until
        self.told: list[NormalTold] = []
        """What was asked and answered so far."""
        self._people, self._public = people, ways
        self._moments: list[Headcount] = []
        self._first: frozenset[int] = frozenset()
        self._met: set[int] = set()
        self._there: frozenset[int] = frozenset()
        self._ways: Counter[str] = Counter()
        self._left = False
        self._questions: tuple[NormalQuestion, ...] | None = None

    @property
    def open(self) -> bool:
        """Whether it still goes on: nothing counts, and nobody can be marked."""
        return not self._left

    def puts_off(self, act: Act) -> bool:
        """Whether this has to wait until it is over."""
        return self.open and isinstance(act, PUT_OFF)

    def due(self, tick: int) -> bool:
        """Whether the time is up, and the questions are to be answered."""
        return self.open and tick >= self.until

    @property
    def question(self) -> NormalQuestion | None:
        """The question that comes next, if there is one more."""
        return next(iter(self.questions[len(self.told) :]), None)

    @property
    def questions(self) -> tuple[NormalQuestion, ...]:
        """All that are asked, made once the time is up."""
        if self._questions is None:
            self._questions = tuple(self._make())
        return self._questions

    def watch(self, snapshot: Snapshot) -> None:
        """Count what there is to be seen now."""
        here = frozenset(snapshot.ids.tolist())
        if not self._moments:
            self._first = here
        self._ways.update(way for gone in sorted(self._there - here) if (way := self._way(gone)))
        self._there = here
        self._met |= here
        self._moments.append(Headcount(len(here), int(np.count_nonzero(snapshot.speed < STILL))))

    def take(self, act: NormalAct, tick: int) -> Sequence[NormalTold] | Refusal:
        """What comes of an answer, or of having done with it: the exercise proper begins, all answered or not."""
        if not self.due(tick):
            return NOT_ASKED
        if not isinstance(act, SayNormal):
            self._left = True
            return ()
        asked = self.question
        if asked is None or not 0 <= act.choice < len(asked.choices):
            return NOT_ASKED
        said = asked.choices[act.choice]
        self.told.append(NormalTold(tick, asked.name, said, act.choice == asked.so, asked.told))
        return self.told[-1:]

    def _make(self) -> list[NormalQuestion]:
        people = [self._people[person] for person in sorted(self._met)]
        there = sum(moment.people for moment in self._moments)
        company = {person.leader for person in people if person.leader is not None}
        figures: dict[NormalAsked, int] = {
            "people": round(there / max(1, len(self._moments))),
            "standing": _percent(sum(moment.still for moment in self._moments), there),
            "gone": _percent(len(self._first - self._there), len(self._first)),
            "together": _percent(
                sum(person.leader is not None or person.id in company for person in people), len(people)
            ),
            "carrying": _percent(sum(person.looks.carries not in NO_LUGGAGE for person in people), len(people)),
        }  # fmt: skip
        asked = [_ask_by_bands(name, figure) for name, figure in figures.items()]
        way = self._ask_way()
        return [*asked, way] if way else asked

    def _ask_way(self) -> NormalQuestion | None:
        """By which way most left; not asked where nobody did, or two ways were level."""
        ranked = sorted(self._ways.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        first, count = ranked[0]
        others = [name for name, _ in ranked[1:]] + [name for name in self._public if name not in self._ways]
        names = [first, *others][:MOST_WAYS]
        choices = tuple(capitalise(name) for name in sorted(names))
        if len(choices) < 2:
            return None
        share = _percent(count, self._ways.total())
        told = f"{capitalise(first)}: {count} of the {self._ways.total()} who left ({share} %)."
        return NormalQuestion("way", "By which way did most leave?", choices, sorted(names).index(first), told)

    def _way(self, person: int) -> str:
        """The way by which somebody left, by where they were bound; "" for who was bound for no public one."""
        leader = self._people[person].leader
        steps = self._people[person if leader is None else leader].part.steps
        bound = [step.to.name for step in steps if step.to is not None and step.to.name in self._public]
        return bound[-1] if bound else ""


def _ask_by_bands(name: NormalAsked, figure: int) -> NormalQuestion:
    bands = BANDS[name]
    so = sum(figure >= bound for bound in bands.bounds)
    return NormalQuestion(name, bands.asks, bands.choices, so, bands.told.format(figure=figure))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
