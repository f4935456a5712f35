"""Whether anything but behaviour gives people away: what can be learnt from all else that is visible."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from game.cast import Looks, Person
from game.chance import stream
from game.log import ActBegan, ActEnded
from game.run import Run, Stage
from game.view import HELD

from .classifier import Area, Matched, Seen, Value, areas
from .counted import Counted
from .traces import Traces

DOUBT = 0.01
"""How likely it is that anything at all is called a leak where there is none (Bonferroni, over all that is asked)."""
QUESTIONS = {
    "arrivals": "those with a part to play from the crowd, as they come in",
    "players": "those with a part to play from the crowd who came when they did, before their first act",
    "subjects": "subjects from decoys, before their first act",
    "afterwards": "subjects from decoys who stay as long, between and after their acts",
    "throughout": "subjects from decoys, of whatever role, by their whole stay",
}
"""What is asked: to tell whom from whom, and when."""
WAYS_OUT = {
    "arrival": "leave out `arrive`, so that they come when others do",
    "way in": "leave out `from`, so that they come in where others do",
    "carries": "leave out `carries`, or choose a role that often carries it",
    "stay": "let subjects show fewer tells, and leave the decoys to be drawn: `decoys: {how_many: 5-8}`",
    "stops": "let subjects show fewer tells, and leave the decoys to be drawn: `decoys: {how_many: 5-8}`",
    "group": "leave out `role`, so that they come in company as often as others do",
    "role": "leave out `role` of subjects and decoys, so that both have any",
}
"""What helps against what gives people away."""
YOUNGEST = 20
"""Ticks in the place before which nothing is said of anybody."""
UNSEEN = "there when it begins"
"""The way in of whoever came before anybody watched."""
TOGETHER = 150
"""Ticks by which two arrivals may differ that are taken for one moment."""
AS_LONG = 0.25
"""Share by which two lengths of stay may differ."""
FEW = 4
"""How many of the crowd each player is compared with."""


@dataclass(frozen=True)
class Leak:
    """Something that gives people away, to which question, and how well."""

    question: str
    name: str
    area: Area

    @property
    def way_out(self) -> str:
        """What helps; empty where nothing does so plainly."""
        return WAYS_OUT.get(self.name, "")


def match_people(staged: Stage, run: Run, counted: Counted) -> dict[str, list[Matched]]:
    """One run's part of each question."""
    scene = _Scene(staged, run, counted)
    return {
        "arrivals": scene.arrivals(),
        "players": scene.players(),
        "subjects": scene.subjects(),
        "afterwards": scene.afterwards(),
        "throughout": scene.throughout(),
    }


def leaks(runs: Sequence[Mapping[str, Sequence[Matched]]]) -> tuple[Leak, ...]:
    """All that tells people apart, over many runs."""
    sets = {question: [matched for run in runs for matched in run[question]] for question in QUESTIONS}
    asked = sum(len(some[0].one) + 1 for some in sets.values() if some)
    return tuple(
        Leak(question, name, area)
        for question, some in sets.items()
        if some
        for name, area in areas(some, 1 - DOUBT / asked).items()
        if area.tells
    )


class _Scene:
    """One run, and who does what in it."""

    def __init__(self, staged: Stage, run: Run, counted: Counted) -> None:
        self._people, self._seed = staged.cast.people, staged.cast.seed
        self._walkers = counted.walkers
        self._parties = Counter(person.id if person.leader is None else person.leader for person in staged.cast.people)
        self._part = {entry.person: entry.part for entry in staged.key.entries}
        self._aside = {*self._part, *staged.key.companions}
        self._traces = Traces(run, len(self._people))
        self._spans = _spans(staged, run)
        self._lasts = staged.lasts
        self._chance = stream(staged.cast.seed, "leaks", staged.production.id)
        came, first = self._traces.came, {person: spans[0][0] for person, spans in self._spans.items()}
        self._first = {person: tick for person, tick in first.items() if tick - came.get(person, tick) >= YOUNGEST}

    def arrivals(self) -> list[Matched]:
        """Players as they come in, each with some of the crowd of the same role.

        Someone who comes when there is no time left for any part has none: that much is bound to be known. So the
        last player to come says until when there was time, and is left out, and so are those who came after. Whoever is
        there when the scene begins is not seen to come in, and most have as much of their stay behind them as leaves no
        time either: of these, `players` asks.
        """
        came = self._traces.came
        until = max((came[person] for person in self._part if person in came), default=0)
        found = []
        for person in sorted(self._first):
            like = [other for other in self._crowd_like(person) if 0 < came[other] < until]
            if 0 < came[person] < until and like:
                found.append(
                    Matched(self._seed, self._always(person), tuple(self._always(other) for other in self._some(like)))
                )
        return found

    def players(self) -> list[Matched]:
        """Players at a random moment before their first act, each with some of the crowd of the same role.

        These came in at about the same time, or were there before as well, and are looked at when they have been there
        for as long.
        """
        found = []
        came = self._traces.came
        for person, first in sorted(self._first.items()):
            age = int(self._chance.integers(YOUNGEST // 2, first - came[person]))
            like = [
                other
                for other in self._crowd_like(person)
                if abs(came[other] - came[person]) <= TOGETHER
                and (came[other] > 0) == (came[person] > 0)
                and self._traces.there(other, came[other] + age)
            ]
            if like:
                one, *others = (self._before(other, age) for other in (person, *self._some(like)))
                found.append(_but("arrival", Matched(self._seed, one, tuple(others))))
        return found

    def _crowd_like(self, person: int) -> Iterator[int]:
        """Those of the crowd of the same role who were ever there."""
        role = self._people[person].role
        seen = (other for other in self._people if other.id in self._traces.came)
        return (other.id for other in seen if other.role == role and other.id not in self._aside)

    def _some(self, like: Sequence[int]) -> list[int]:
        """A few of them."""
        return [like[int(k)] for k in self._chance.permutation(len(like))[:FEW]]

    def subjects(self) -> list[Matched]:
        """Subjects somewhere on the way to their first act, each with the decoys of the same role as far on theirs."""
        found = []
        for person in sorted(self._first):
            share = float(self._chance.random())
            like = list(self._decoys_like(person))
            if self._part[person] == "subject" and like:
                one, *others = (self._before(other, self._age(other, share)) for other in (person, *like))
                found.append(Matched(self._seed, one, tuple(others)))
        return found

    def _age(self, person: int, share: float) -> int:
        """For how long a player has been there when this share of the time before their first act is over."""
        return max(YOUNGEST // 2, int(share * (self._first[person] - self._traces.came[person])))

    def afterwards(self) -> list[Matched]:
        """Subjects from their first act on, each with decoys of the same role and object who stay about as long."""
        found = []
        for person in sorted(self._first):
            stay = self._traces.stay(person)
            like = [
                other
                for other in self._decoys_like(person)
                if self._people[other].looks.carries == self._people[person].looks.carries
                and abs(self._traces.stay(other) - stay) <= AS_LONG * stay
            ]
            if self._part[person] == "subject" and like:
                found.append(Matched(self._seed, self._after(person), tuple(self._after(other) for other in like)))
        return found

    def throughout(self) -> list[Matched]:
        """Each subject with all decoys, by all that is seen of them while they show none of their acts."""
        decoys = [person for person in sorted(self._walkers) if self._walkers[person].part == "decoy"]
        return [
            Matched(self._seed, self._whole(person), tuple(self._whole(other) for other in decoys))
            for person in sorted(self._walkers)
            if decoys and self._walkers[person].part == "subject"
        ]

    def _whole(self, person: int) -> Seen:
        walker = self._walkers[person]
        path = self._traces.of(person, self._traces.came[person], self._lasts, but=self._spans.get(person, ()))
        return {
            **self._always(person),
            "role": self._people[person].role,
            "stay": float(walker.stay),
            "stops": float(walker.stops),
            "in the hands": HELD[path.held].value,
        }

    def _decoys_like(self, person: int) -> Iterator[int]:
        role = self._people[person].role
        return (
            other for other in sorted(self._first) if self._part[other] == "decoy" and self._people[other].role == role
        )

    def _before(self, person: int, age: int) -> Seen:
        """What is seen of someone in that long after they came in."""
        came = self._traces.came[person]
        path = self._traces.of(person, came, came + age)
        return {
            **self._always(person),
            "walking speed": path.pace,
            "share standing": path.standing,
            "in the hands": HELD[path.held].value,
            "looking about": path.turning,
            "x": path.at[0],
            "y": path.at[1],
        }

    def _after(self, person: int) -> Seen:
        """What is seen of someone from their first act on, while none of their acts is shown."""
        began = self._spans[person][0][0]
        path = self._traces.of(person, began, self._lasts, but=self._spans[person])
        return {**self._always(person), "walking speed": path.pace}

    def _always(self, person: int) -> dict[str, Value]:
        """What is seen of someone from the first moment on; the id is the order of rows and of drawing.

        Of whoever is there when the scene begins nobody can say which way they came, nor whether they ever came in.
        """
        other: Person = self._people[person]
        x, y = other.part.enter
        looks = {field.name: getattr(other.looks, field.name) for field in fields(Looks)}
        return {
            **{name: float(value) if isinstance(value, float) else str(value) for name, value in looks.items()},
            "id": person / len(self._people),
            "group": str(self._parties[person if other.leader is None else other.leader]),
            "way in": f"{x:.0f} {y:.0f}" if self._traces.came[person] > 0 else UNSEEN,
            "arrival": float(self._traces.came[person]),
        }


def _but(name: str, some: Matched) -> Matched:
    """The set without what its people were matched by."""
    one, *others = ({key: value for key, value in seen.items() if key != name} for seen in (some.one, *some.others))
    return Matched(some.run, one, tuple(others))


def _spans(staged: Stage, run: Run) -> dict[int, list[tuple[int, int]]]:
    """From when to when each player showed each of their acts of the key, in order."""
    keyed = {(entry.person, act.act) for entry in staged.key.entries for act in entry.acts}
    open_: dict[tuple[int, int], int] = {}
    spans: dict[int, list[tuple[int, int]]] = {}
    for events in run.events:
        for event in events:
            if not isinstance(event, (ActBegan, ActEnded)) or (event.person, event.act) not in keyed:
                continue
            if isinstance(event, ActBegan):
                open_[event.person, event.act] = event.tick
            elif (event.person, event.act) in open_:
                spans.setdefault(event.person, []).append((open_.pop((event.person, event.act)), event.tick))
    for (person, _), began in open_.items():
        spans.setdefault(person, []).append((began, staged.lasts))
    return {person: sorted(some) for person, some in spans.items()}
