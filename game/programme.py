"""What a place does of itself in a scene: what is called, which ways are shut, which trains are late, who comes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.clock import TICKS_PER_SECOND
from game.timetable import Service, StopAndGo, is_called, keep_apart

ALONE = 12 * TICKS_PER_SECOND
"""Ticks before and after a call of the scenario's own within which nothing else is called: a caption stands for 6 s."""


@dataclass(frozen=True, slots=True)
class Called:
    """What the loudspeakers call, from this tick on."""

    tick: int
    words: str


@dataclass(frozen=True, slots=True)
class Shut:
    """A portal that nobody can use, from one tick until another."""

    portal: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Late:
    """The first train due at a platform from a tick on comes `by` ticks later, and those due meanwhile with it."""

    platform: str
    tick: int
    by: int


@dataclass(frozen=True, slots=True)
class Pulse:
    """So many people who come from one tick until another; `event` is the number of the scenario's event."""

    event: int
    begins: int
    ends: int
    people: int


@dataclass(frozen=True)
class Programme:
    """All of it, with nothing left to chance. Without any of it a place is as it always is."""

    called: tuple[Called, ...] = ()
    shut: tuple[Shut, ...] = ()
    late: tuple[Late, ...] = ()
    pulses: tuple[Pulse, ...] = ()
    rain: bool = False
    """Whether it rains all the time."""

    def find_closed(self, tick: float, ahead: int = 0) -> frozenset[str]:
        """The portals that are shut at a tick, or will be within so many ticks."""
        return frozenset(shut.portal for shut in self.shut if shut.begins - ahead <= tick < shut.ends)

    def leaves_quiet(self, tick: int) -> bool:
        """Whether nothing of the scenario's own is called about this tick."""
        return all(abs(tick - called.tick) >= ALONE for called in self.called)

    def is_called(self, tick: int) -> bool:
        """Whether the loudspeakers begin to call something at this tick."""
        return any(called.tick == tick for called in self.called) or (is_called(tick) and self.leaves_quiet(tick))

    def services(self, on_time: Mapping[str, Service]) -> dict[str, Service]:
        """The trains and buses by portal, with those late that are."""
        found = dict(on_time)
        for late in self.late:
            if late.platform in found:
                found[late.platform] = held_back(found[late.platform], late)
        return keep_apart(found)


ORDINARY = Programme()
"""Nothing happens but what always does."""


def settles(runs: StopAndGo) -> int:
    """Ticks after a late one's doors open in which no other can come to the same platform or stand."""
    return runs.stands + round(runs.near * TICKS_PER_SECOND)


def held_back(service: Service, late: Late) -> Service:
    """The same trains, one of them late; as many come off it as off all that it stands for."""
    first = next((tick for tick in service.opens if tick >= late.tick), None)
    if first is None:
        return service
    comes = first + late.by
    loads = dict(zip(service.opens, service.loads or (1,) * len(service.opens), strict=True))
    late_with = [tick for tick in service.opens if first <= tick < comes + settles(service.runs)]
    loads[comes] = sum(loads.pop(tick) for tick in late_with)
    opens = tuple(sorted(loads))
    return replace(service, opens=opens, loads=tuple(loads[tick] for tick in opens))
