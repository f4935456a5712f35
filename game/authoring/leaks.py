"""Whether anything but behaviour gives people away: what a classifier can learn from all that is visible beforehand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from math import log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from ..cast import Looks, Person
from ..chance import stream
from ..log import ActBegan
from .rehearsal import Run, Stage

BINS = 6
AT_THE_END = 200
"""Ticks that staging keeps free after the last act, and that the act itself takes."""
Value = str | float


@dataclass(frozen=True)
class Case:
    """A person before their first tell or look-alike, or one of the crowd at a like moment: what could be seen."""

    kind: str
    role: str
    seen: Mapping[str, Value]


@dataclass(frozen=True)
class Area:
    """Area under a receiver's curve with its interval; 0.5 is knowing nothing."""

    value: float
    low: float
    high: float

    @property
    def covers_chance(self) -> bool:
        """Whether the interval covers one half."""
        return self.low <= 0.5 <= self.high


def cases(staged: Stage, run: Run) -> list[Case]:
    """Subjects and decoys at a random moment before their first act, each with up to four of the crowd beside them.

    The crowd's are of the same role, came by a portal while there was still time to play the player's part, and are
    looked at as long after their arrival as the player.
    """
    starts, lasts = _first_acts(staged, run), _last_acts(staged, run)
    entered = _first_seen(run)
    players = {entry.person: entry.part for entry in staged.key.entries}
    chance = stream(staged.cast.seed, "leaks", staged.production.id)
    found: list[Case] = []
    for person in sorted(starts):
        first = starts[person]
        if person not in entered or first - entered[person] < 20:
            continue
        age = int(chance.integers(10, first - entered[person]))
        player = staged.cast.people[person]
        latest = staged.lasts - (lasts[person] - entered[person]) - AT_THE_END
        like = [
            one
            for one in staged.cast.people
            if one.role == player.role
            and one.id not in players
            and not one.part.starts_inside
            and entered.get(one.id, staged.lasts) <= latest
            and _still_there(run, one, entered[one.id] + age)
        ]
        found.append(_case(players[person], player, entered[person], age, staged, run))
        some = [like[int(k)] for k in chance.permutation(len(like))[:4]]
        found += [_case("crowd", one, entered[one.id], age, staged, run) for one in some]
    return found


def _first_acts(staged: Stage, run: Run) -> dict[int, int]:
    keyed = {entry.person: {act.act for act in entry.acts} for entry in staged.key.entries}
    first: dict[int, int] = {}
    for events in run.events:
        for event in events:
            if isinstance(event, ActBegan) and event.act in keyed.get(event.person, ()):
                first.setdefault(event.person, event.tick)
    return first


def _last_acts(staged: Stage, run: Run) -> dict[int, int]:
    """When each player's last act began."""
    keyed = {entry.person: {act.act for act in entry.acts} for entry in staged.key.entries}
    began = [event for events in run.events for event in events if isinstance(event, ActBegan)]
    return {event.person: event.tick for event in began if event.act in keyed.get(event.person, ())}


def _first_seen(run: Run) -> dict[int, int]:
    seen: dict[int, int] = {}
    for snapshot in run.snapshots:
        for person in snapshot.ids.tolist():
            seen.setdefault(person, snapshot.tick)
    return seen


def _row(run: Run, person: int, tick: int) -> int | None:
    at = tick - run.first
    if not 0 <= at < len(run.snapshots):
        return None
    ids = run.snapshots[at].ids
    row = int(np.searchsorted(ids, person))
    return row if row < len(ids) and ids[row] == person else None


def _still_there(run: Run, person: Person, tick: int) -> bool:
    return _row(run, person.id, tick) is not None


def _case(kind: str, person: Person, entered: int, age: int, staged: Stage, run: Run) -> Case:
    seen: dict[str, Value] = {field.name: getattr(person.looks, field.name) for field in fields(Looks)}
    seen = {name: float(value) if isinstance(value, float) else str(value) for name, value in seen.items()}
    speeds, still = [], 0
    for tick in range(entered, entered + age):
        row = _row(run, person.id, tick)
        if row is not None:
            speed = float(run.snapshots[tick - run.first].speed[row])
            speeds += [speed] if speed > 0.3 else []
            still += speed <= 0.3
    row = _row(run, person.id, entered + age)
    x, y = run.snapshots[entered + age - run.first].position[row].tolist() if row is not None else (0.0, 0.0)
    seen |= {
        "id": person.id / len(staged.cast.people),
        "way in": f"{person.part.enter[0]:.0f} {person.part.enter[1]:.0f}",
        "arrival": float(entered),
        "walking speed": sum(speeds) / len(speeds) if speeds else -1.0,
        "share standing": still / age,
        "x": x,
        "y": y,
    }
    return Case(kind, person.role, seen)


def attributes(some: Sequence[Case]) -> tuple[str, ...]:
    """The names of what was seen."""
    return tuple(some[0].seen) if some else ()


class Suspicion:
    """A naive Bayes classifier of players against crowd, fitted on some cases; continuous values in sixths."""

    def __init__(self, fitted: Sequence[Case], names: Sequence[str]) -> None:
        self._edges = {name: _edges([case.seen[name] for case in fitted]) for name in names}
        counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
        self._totals: Counter[bool] = Counter()
        for case in fitted:
            player = case.kind != "crowd"
            self._totals[player] += 1
            for name in names:
                counts[name, self._bin(name, case.seen[name])][player] += 1
        self._counts = counts
        self._names = tuple(names)

    def _bin(self, name: str, value: Value) -> str:
        edges = self._edges[name]
        return str(value) if edges is None else str(int(np.searchsorted(edges, float(value))))

    def __call__(self, case: Case) -> float:
        """How much more likely a player than one of the crowd, in nats."""
        total = 0.0
        for name in self._names:
            pair = self._counts.get((name, self._bin(name, case.seen[name])), Counter())
            total += log((pair[True] + 1) / (self._totals[True] + 2)) - log(
                (pair[False] + 1) / (self._totals[False] + 2)
            )
        return total


def _edges(values: Sequence[Value]) -> NDArray[np.float64] | None:
    if any(isinstance(value, str) for value in values):
        return None
    return np.asarray(np.quantile(np.array(values, dtype=float), np.linspace(0, 1, BINS + 1)[1:-1]))


def area(fitted: Sequence[Case], tried: Sequence[Case], names: Sequence[str], confidence: float = 0.99) -> Area:
    """The area under the curve on the cases tried, with the interval of Hanley and McNeil (1982)."""
    suspicion = Suspicion(fitted, names)
    players = np.sort([suspicion(case) for case in tried if case.kind != "crowd"])
    crowd = np.sort([suspicion(case) for case in tried if case.kind == "crowd"])
    m, n = len(players), len(crowd)
    if not m or not n:
        return Area(0.5, 0.0, 1.0)
    below = np.searchsorted(crowd, players, side="left").sum() + np.searchsorted(crowd, players, side="right").sum()
    value = float(below) / (2 * m * n)
    q1, q2 = value / (2 - value), 2 * value**2 / (1 + value)
    variance = (value * (1 - value) + (m - 1) * (q1 - value**2) + (n - 1) * (q2 - value**2)) / (m * n)
    margin = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(max(0.0, variance))
    return Area(value, value - margin, value + margin)


def leaks(some: Sequence[Case]) -> dict[str, Area]:
    """What gives players away: each attribute alone, and all together, whose interval does not cover one half.

    Fitted on every other case's run half and tried on the other; intervals are corrected for their number (Bonferroni).
    """
    half = len(some) // 2
    names = attributes(some)
    confidence = 1 - 0.01 / (len(names) + 1)
    found = {name: area(some[:half], some[half:], (name,), confidence) for name in names}
    found["everything together"] = area(some[:half], some[half:], names, confidence)
    return {name: one for name, one in found.items() if not one.covers_chance}
