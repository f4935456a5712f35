"""The call sheet: who does what when, as planned before the clock starts. For instructors, never for trainees."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from game.cast import Cast, Person
from game.clock import ticks
from game.key import Entry, Key, KeyAct
from game.scenario import Production
from game.timetable import Service

from .journey import waits
from .settling import Timed, list_timed, programme
from .spots import Spots
from .walks import Walks


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One act of a subject or decoy: planned tick (None for a reaction), its names, cue, ticks shown, and number."""

    tick: int | None
    name: str
    title: str
    cue: str
    planned: int
    conditional: bool
    act: int


@dataclass(frozen=True, slots=True)
class Call:
    """One subject or decoy: part, nature, role, when they come, what they do and say, and what a search would find."""

    person: int
    slot: str
    part: str
    nature: str
    role: str
    arrives: int
    acts: tuple[Scheduled, ...]
    claims: str
    finds: str


@dataclass(frozen=True, slots=True)
class Stopping:
    """At which ticks of the scene trains or buses open their doors at a portal; `route` is what buses there say."""

    portal: str
    kind: str
    route: str
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """All calls of a staging, subjects first; how many people there are in all, and at once for the most part.

    `events` is what happens of itself, `stopping` the timetable of each portal at which something stops and goes on.
    """

    scenario: str
    seed: int
    people: int
    at_once: int
    lasts: int
    calls: tuple[Call, ...]
    events: tuple[Timed, ...] = ()
    stopping: tuple[Stopping, ...] = ()


def call_sheet(production: Production, spots: Spots, cast: Cast, key: Key) -> CallSheet:
    """The call sheet of a staging. Times are estimates: people walk at their own pace and yield to each other."""
    calls = [_call(production, cast.people[entry.person], entry, spots.walks) for entry in key.entries]
    calls.sort(key=lambda call: (call.part != "subject", call.slot))
    lasts = ticks(production.scenario.clock.lasts)
    happens = programme(production, cast.seed)
    services = happens.services(spots.layout.services(production.scenario.clock.starts))
    at_once = _at_once(cast, spots.walks, services, lasts)
    portals = spots.layout.portals
    stopping = tuple(
        Stopping(
            name, portals[name].kind, portals[name].route, tuple(tick for tick in service.opens if 0 <= tick < lasts)
        )
        for name, service in services.items()
    )
    events = list_timed(production, happens)
    return CallSheet(production.id, cast.seed, len(cast.people), at_once, lasts, tuple(calls), events, stopping)


def _at_once(cast: Cast, walks: Walks, services: Mapping[str, Service], lasts: int) -> int:
    """The median of how many are there, a look each ten seconds; one of a group stays as long as its leader."""
    stays = {person.id: _stays(person, walks, services) for person in cast.people if person.leader is None}
    spans = [
        (person.part.arrive, person.part.arrive + stays[person.id if person.leader is None else person.leader])
        for person in cast.people
    ]
    return round(median(sum(came <= tick < gone for came, gone in spans) for tick in range(0, lasts, 100)))


def _stays(person: Person, walks: Walks, services: Mapping[str, Service]) -> int:
    """Ticks from coming to leaving, with the wait for the train or bus by which somebody leaves."""
    stays = walks.duration(person.part.steps, person.part.enter, person.speed)
    return stays + waits(person.part.steps, person.part.arrive + stays, services)


def _call(production: Production, person: Person, entry: Entry, walks: Walks) -> Call:
    acts = tuple(_schedule(production, person, act, walks) for act in entry.acts)
    return Call(
        entry.person,
        entry.slot,
        entry.part,
        entry.nature,
        person.role,
        person.part.arrive,
        tuple(sorted(acts, key=lambda act: (act.tick is None, act.tick or 0))),
        person.account.claims,
        entry.finds,
    )


def _schedule(production: Production, person: Person, act: KeyAct, walks: Walks) -> Scheduled:
    steps = person.part.steps
    first = next((n for n, step in enumerate(steps) if step.act == act.act and step.shows), None)
    tick = None
    if first is not None and not act.conditional:
        tick = person.part.arrive + walks.duration(steps[:first], person.part.enter, person.speed)
    title = production.behaviours[act.name].title
    return Scheduled(tick, act.name, title, act.cue, act.planned, act.conditional, act.act)
