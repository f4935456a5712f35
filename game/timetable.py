"""Trains and buses: on boards, those that end here or go on; and when loudspeakers call. Made up, the same for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.chance import stream
from game.clock import PRE_ROLL, TICKS_PER_SECOND, hour

TOWNS = (
    "Harrowmere", "Eastwick Quay", "Saltmarsh", "Brackenford", "Millhaven", "Upper Dene", "Norwick", "Castle Ings",
    "Wexcombe", "Linfield Cross", "Thornby Sands", "Marlow Vale", "Ashdown Pier", "Fenwater",
)
PLATFORMS = 4
BETWEEN_TRAINS = 360
"""Seconds from one train at a platform of a terminus to the next, as in the peak."""
LATE = 9
"""A train may be late by up to one part in so many of the time between two."""
EMPTIES, EMPTIES_THROUGH, EMPTIES_BUS = 30 * TICKS_PER_SECOND, 12 * TICKS_PER_SECOND, 20 * TICKS_PER_SECOND
"""Ticks in which those who come off a train pass the end of its platform at a terminus, come out of the many doors of
one that goes on, and out of the one door of a bus."""
STANDS = 30 * TICKS_PER_SECOND
"""Ticks for which a train that goes on stands with its doors open, as in the peak on a metro."""
APART = 6.0
"""Seconds between two buses that drive one behind the other on a road: one slows and pulls in, and leaves the lane."""
LAST = 45 * 60 * TICKS_PER_SECOND
"""The tick to which trains that go on are known: a quarter of an hour past the end of the longest scene."""
FIRST_CALL, BETWEEN_CALLS = 25 * TICKS_PER_SECOND, 55 * TICKS_PER_SECOND
"""Ticks from 0:00 to the first call, and from one to the next: about one a minute."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One row of a departure board."""

    minute: int
    town: str
    platform: str
    remark: str

    @property
    def time(self) -> str:
        """`HH:MM`."""
        return hour(self.minute)


def departures(minute: int, rows: int) -> list[Departure]:
    """The next trains, the same for every reader of the same minute."""
    found: list[Departure] = []
    at = minute - 60
    at -= at % 5
    while len(found) < rows:
        chance = stream(0, "departures", str(at))
        gone = at + int(chance.integers(0, 4))
        if gone >= minute and chance.random() < 0.85:
            remark = "On time" if chance.random() < 0.75 else f"Exp {hour(gone + 4)}"
            if gone - minute <= 1:
                remark = "Boarding"
            town = TOWNS[int(chance.integers(len(TOWNS)))]
            found.append(Departure(gone, town, str(chance.integers(1, PLATFORMS + 1)), remark))
        at += 3
    return found


@dataclass(frozen=True, slots=True)
class StopAndGo:
    """How trains or buses stop and go on: they stand for so many ticks with their doors open.

    They slow and gather speed by `pulls` m/s², up to `drives` m/s, and may be in sight for `near` s before they stop
    and after they set off.
    """

    stands: int
    pulls: float
    drives: float
    near: float

    def gone(self, seconds: float) -> float:
        """Metres from a standing start after so many seconds."""
        gathers = self.drives / self.pulls
        if seconds < gathers:
            return 0.5 * self.pulls * seconds * seconds
        return self.drives * (seconds - 0.5 * gathers)


TRAIN = StopAndGo(STANDS, 1.1, 40.0, 20.0)
"""In 20 s such a train is 220 m off."""
BUS = StopAndGo(45 * TICKS_PER_SECOND, 1.1, 6.0, 60.0)
"""A bus stands for as long as some twenty take to get on one by one, and drives within a bus station at 13 mph, so that
it needs a minute for the 300 m of the largest venue and what is seen on either side of it."""


@dataclass(frozen=True, slots=True)
class Service:
    """The trains of one platform: `opens` has the ticks at which their doors open, about `every` so many seconds.

    Those who come off one do so within `empties` ticks. `loads` says of each for how many trains it stands, where some
    are so late that others come with them. Buses are trains here; those of a `road` stop `along` m from its beginning.
    """

    opens: tuple[int, ...]
    every: int
    empties: int
    loads: tuple[int, ...] = ()
    runs: StopAndGo = TRAIN
    road: str = ""
    along: float = 0.0

    def stands(self, tick: int) -> int:
        """For how many ticks a train still stands with its doors open; 0 if none does."""
        last = max((tick_open for tick_open in self.opens if tick_open <= tick), default=tick - self.runs.stands)
        return max(last + self.runs.stands - tick, 0)

    def due(self, tick: int) -> int:
        """In how many ticks the doors of the next train open."""
        return min((tick_open - tick for tick_open in self.opens if tick_open > tick), default=LAST)

    def off(self, tick: float) -> list[float]:
        """How far trains are past where they stop, in m and below 0 before it: all that may be in sight."""
        stands, found = self.runs.stands / TICKS_PER_SECOND, []
        for tick_open in self.opens:
            late = (tick - tick_open) / TICKS_PER_SECOND
            if -self.runs.near < late < self.runs.near + stands:
                found.append(self.runs.gone(max(late - stands, 0.0)) - self.runs.gone(max(-late, 0.0)))
        return found

    def drives_by(self, tick_open: int) -> tuple[float, float]:
        """When one passes the beginning of its road, on its way here and, as if it had not stopped, on its way on: in s
        of the scene.
        """
        lost, way = 0.5 * self.runs.drives / self.runs.pulls, self.along / self.runs.drives
        return tick_open / TICKS_PER_SECOND - way - lost, (tick_open + self.runs.stands) / TICKS_PER_SECOND - way + lost


def terminate(platforms: Sequence[str], starts: int, lasts: int) -> dict[str, Service]:
    """The trains that end at each of the platforms, in a scene of so many ticks that starts at a minute.

    Those off which people still come as the scene begins are among them.

    The same for everybody at the same time of day: the trains of a place are a part of it, as its boards are. The
    platforms take turns, or all trains might come at once.
    """
    turn = BETWEEN_TRAINS / max(1, len(platforms))
    opens = {
        platform: _opens(platform, BETWEEN_TRAINS, round(n * turn), starts, (-PRE_ROLL - EMPTIES, lasts))
        for n, platform in enumerate(sorted(platforms))
    }
    return {platform: Service(ticks, BETWEEN_TRAINS, EMPTIES) for platform, ticks in opens.items()}


def through(platform: str, every: int, starts: int) -> Service:
    """The trains that stop at a platform and go on, one in about `every` s, in a scene that starts at a minute."""
    offset = int(stream(0, "offset", platform).integers(every))
    return Service(_opens(platform, every, offset, starts, (-PRE_ROLL, LAST)), every, EMPTIES_THROUGH)


def buses(stand: str, every: int, starts: int, road: str, along: float) -> Service:
    """The buses of one stand, which lies `along` m from the beginning of a road that other stands may share."""
    return replace(through(stand, every, starts), empties=EMPTIES_BUS, runs=BUS, road=road, along=along)


def keep_apart(services: Mapping[str, Service]) -> dict[str, Service]:
    """The same, but for buses that would meet another on their road: those come a little later."""
    found = dict(services)
    for road in sorted({service.road for service in services.values() if service.road}):
        shared = {name: service for name, service in services.items() if service.road == road}
        found |= _keep_apart(shared)
    return found


def _keep_apart(shared: Mapping[str, Service]) -> dict[str, Service]:
    """Those of one road, in the order in which they would come."""
    opens: dict[str, list[int]] = {name: [] for name in shared}
    taken: list[float] = []
    for tick, name in sorted((tick, name) for name, service in shared.items() for tick in service.opens):
        service = shared[name]
        gone = opens[name][-1] + service.runs.stands if opens[name] else tick
        comes = max(tick, gone)
        while any(abs(here - other) < APART for here in service.drives_by(comes) for other in taken):
            comes += TICKS_PER_SECOND
        taken += service.drives_by(comes)
        opens[name].append(comes)
    return {name: replace(service, opens=tuple(opens[name])) for name, service in shared.items()}


def _opens(platform: str, every: int, offset: int, starts: int, span: tuple[int, int]) -> tuple[int, ...]:
    first, last = (starts * 60 + tick // TICKS_PER_SECOND for tick in span)
    found = []
    for number in range((first - offset - every // LATE) // every, (last - offset) // every + 1):
        late = int(stream(0, "late", f"{platform}/{number}").integers(every // LATE))
        tick = (number * every + offset + late - starts * 60) * TICKS_PER_SECOND
        if span[0] <= tick < span[1]:
            found.append(tick)
    return tuple(found)


def calls(lasts: int) -> range:
    """The ticks at which the loudspeakers begin to call something, in a scene that lasts so many ticks."""
    return range(FIRST_CALL, lasts, BETWEEN_CALLS)


def is_called(tick: int) -> bool:
    """Whether the loudspeakers begin to call something at this tick."""
    return tick in calls(tick + 1)
