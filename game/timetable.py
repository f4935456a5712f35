"""Trains on boards, those that end here or go on, and when loudspeakers call: made up, the same for all at one time."""

from collections.abc import Sequence
from dataclasses import dataclass

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
EMPTIES, EMPTIES_THROUGH = 30 * TICKS_PER_SECOND, 12 * TICKS_PER_SECOND
"""Ticks in which those who come off a train pass the end of its platform at a terminus, and come out of the many doors
of one that goes on."""
STANDS = 30 * TICKS_PER_SECOND
"""Ticks for which a train that goes on stands with its doors open, as in the peak on a metro."""
PULLS = 1.1
"""Metres per second squared by which such a train slows and gathers speed."""
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
class Service:
    """The trains of one platform: `opens` has the ticks at which their doors open, about `every` so many seconds.

    Those who come off one do so within `empties` ticks. `loads` says of each for how many trains it stands, where some
    are so late that others come with them.
    """

    opens: tuple[int, ...]
    every: int
    empties: int
    loads: tuple[int, ...] = ()

    def stands(self, tick: int) -> int:
        """For how many ticks a train still stands with its doors open; 0 if none does."""
        return max((tick_open + STANDS - tick for tick_open in self.opens if tick_open <= tick), default=0)

    def due(self, tick: int) -> int:
        """In how many ticks the doors of the next train open."""
        return min((tick_open - tick for tick_open in self.opens if tick_open > tick), default=LAST)

    def off(self, tick: float) -> list[float]:
        """How far trains are past where they stop, in m and below 0 before it: all that may be in sight."""
        found = []
        for tick_open in self.opens:
            late = (tick - tick_open) / TICKS_PER_SECOND
            if -NEAR < late < NEAR + STANDS / TICKS_PER_SECOND:
                gone = max(late - STANDS / TICKS_PER_SECOND, 0.0)
                found.append(0.5 * PULLS * (gone * gone - min(late, 0.0) ** 2))
        return found


NEAR = 20.0
"""Seconds before it stops and after it sets off for which a train is near, some 200 m away at most."""


def terminate(platforms: Sequence[str], starts: int, begins: int, ends: int) -> dict[str, Service]:
    """The trains that end at each of the platforms, from one tick to another of a scene that starts at a minute.

    The same for everybody at the same time of day: the trains of a place are a part of it, as its boards are. The
    platforms take turns, or all trains might come at once.
    """
    turn = BETWEEN_TRAINS / max(1, len(platforms))
    opens = {
        platform: _opens(platform, BETWEEN_TRAINS, round(n * turn), starts, (begins, ends))
        for n, platform in enumerate(sorted(platforms))
    }
    return {platform: Service(ticks, BETWEEN_TRAINS, EMPTIES) for platform, ticks in opens.items()}


def through(platform: str, every: int, starts: int) -> Service:
    """The trains that stop at a platform and go on, one in about `every` s, in a scene that starts at a minute."""
    offset = int(stream(0, "offset", platform).integers(every))
    return Service(_opens(platform, every, offset, starts, (-PRE_ROLL, LAST)), every, EMPTIES_THROUGH)


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
