"""Who comes from where and when: arrivals of the crowd, and the cover that subjects and decoys take from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.cast import Step
from game.chance import pick
from game.clock import PRE_ROLL, TICKS_PER_SECOND, ticks
from game.scenario import Layout
from game.scenario.model import Crowd, Role
from game.timetable import Service

from .spots import Bearings

MOST_OFF_A_TRAIN = 200
"""People on one train, whatever rate an author writes."""
LINGERS = 25.0
"""Seconds on the way from which a role counts as one that stays."""


@dataclass(frozen=True)
class Journey:
    """A way through the place: the portal or place one starts from, and what the words exit and destination mean."""

    start: str
    bearings: Bearings


def journey(
    line: Crowd, layout: Layout, chance: np.random.Generator, start: str | None = None,
    closed: Collection[str] = (),
) -> Journey:
    """A journey of one of the people of a line, who comes by a way that is not closed then."""
    ways_in = line.from_ or layout.ways_in
    ways = [name for name in ways_in if name not in closed]
    start = start or _one(ways or ways_in, chance)
    start = _instead(start, layout, closed) if start in closed else start
    destination = _one(line.to, chance) if line.to else (_one(line.at, chance) if line.at else None)
    if destination is not None and destination in layout.portals:
        return Journey(start, Bearings(exit=destination, destination=destination))
    others = [name for name in (line.from_ or layout.public) if name in layout.portals]
    return Journey(start, Bearings(exit=_one(others or list(layout.public), chance), destination=destination))


def _instead(portal: str, layout: Layout, closed: Collection[str]) -> str:
    """The public way in that is nearest to a closed one; that one itself where all are closed."""
    x, y = layout.portals[portal].at
    others = [layout.portals[name] for name in layout.ways_in if name not in closed]
    nearest = min(
        others, key=lambda other: (other.at[0] - x) ** 2 + (other.at[1] - y) ** 2, default=layout.portals[portal]
    )
    return nearest.portal


def arrivals(per_second: float, lasts: int, chance: np.random.Generator) -> tuple[int, ...]:
    """The ticks of a Poisson stream from the pre-roll's beginning to the end."""
    times: list[int] = []
    at = -PRE_ROLL / TICKS_PER_SECOND
    while per_second > 0 and len(times) < 1000:
        at += float(chance.exponential(1 / per_second))
        if at * TICKS_PER_SECOND >= lasts:
            break
        times.append(ticks(at))
    return tuple(times)


def off_trains(
    per_second: float, trains: Mapping[str, Service], lasts: int, chance: np.random.Generator
) -> list[tuple[int, str]]:
    """When people come in off trains, and by which platform: as many as `arrivals` would be, but in pulses.

    Each of a platform's trains brings those who would have come since the one before it.
    """
    each = per_second / len(trains)
    found: list[tuple[int, str]] = []
    for platform, service in trains.items():
        for tick, load in zip(service.opens, service.loads or (1,) * len(service.opens), strict=True):
            number = min(int(chance.poisson(each * service.every * load)), MOST_OFF_A_TRAIN)
            found += [(tick + int(part), platform) for part in np.sort(chance.integers(service.empties, size=number))]
    return sorted(train for train in found if train[0] < lasts)


def waits(steps: Sequence[Step], there: int, services: Mapping[str, Service]) -> int:
    """Ticks that somebody waits, who is `there` at a tick, for what they leave by; 0 if it stands, or nothing does."""
    last = steps[-1].to if steps else None
    service = services.get(last.name) if last else None
    return service.due(there) if service and not service.stands(there) else 0


def cover(
    lines: Sequence[Crowd],
    lingering: Mapping[str, float],
    wanted: str | None,
    lasts: float,
    chance: np.random.Generator,
) -> Crowd:
    """A line of the crowd whose role a subject or decoy takes: the wanted role, or one as common as it is there.

    `lingering` gives, for each public role, the seconds it is held up on its way. Only those who linger are covers:
    someone of a role that walks straight through would stand out by stopping.
    """
    public = [line for line in lines if line.role in lingering]
    fitting = [line for line in public if line.role == wanted] if wanted else public
    fitting = [line for line in fitting if lingering[line.role] >= LINGERS] or fitting
    if not fitting:
        return Crowd.model_validate({"role": wanted or lines[0].role, "arrive": "1 per minute"})
    return fitting[pick(chance, ((line.arrive or 0.0) * lasts + (line.present or 0) for line in fitting))]


def group_size(role: Role, chance: np.random.Generator) -> int:
    """How many come together."""
    sizes = sorted(role.group)
    return sizes[pick(chance, (role.group[size] for size in sizes))]


def _one(names: Sequence[str], chance: np.random.Generator) -> str:
    return names[int(chance.integers(len(names)))]
