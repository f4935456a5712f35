"""Trains on boards, trains that people come off, and when loudspeakers call: made up, the same for all at one time."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.chance import stream
from game.clock import TICKS_PER_SECOND, hour

TOWNS = (
    "Harrowmere", "Eastwick Quay", "Saltmarsh", "Brackenford", "Millhaven", "Upper Dene", "Norwick", "Castle Ings",
    "Wexcombe", "Linfield Cross", "Thornby Sands", "Marlow Vale", "Ashdown Pier", "Fenwater",
)
PLATFORMS = 4
BETWEEN_TRAINS, OFF_TIME = 360, 40
"""Seconds from one train at a platform to the next, as at a terminus in the peak; and how much later one may be."""
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


def trains(platforms: Sequence[str], starts: int, begins: int, ends: int) -> dict[str, list[int]]:
    """The ticks from one to another at which a train's doors open, by platform, in a scene that starts at a minute.

    The same for everybody at the same time of day: the trains of a place are a part of it, as its boards are. The
    platforms take turns, or all trains might come at once.
    """
    turn = BETWEEN_TRAINS / max(1, len(platforms))
    return {
        platform: _trains(platform, round(n * turn), starts, begins, ends)
        for n, platform in enumerate(sorted(platforms))
    }


def _trains(platform: str, offset: int, starts: int, begins: int, ends: int) -> list[int]:
    first, last = (starts * 60 + tick // TICKS_PER_SECOND for tick in (begins, ends))
    found = []
    for number in range((first - offset - OFF_TIME) // BETWEEN_TRAINS, (last - offset) // BETWEEN_TRAINS + 1):
        late = int(stream(0, "late", f"{platform}/{number}").integers(OFF_TIME))
        tick = (number * BETWEEN_TRAINS + offset + late - starts * 60) * TICKS_PER_SECOND
        if begins <= tick < ends:
            found.append(tick)
    return found


def calls(lasts: int) -> range:
    """The ticks at which the loudspeakers begin to call something, in a scene that lasts so many ticks."""
    return range(FIRST_CALL, lasts, BETWEEN_CALLS)


def is_called(tick: int) -> bool:
    """Whether the loudspeakers begin to call something at this tick."""
    return tick in calls(tick + 1)
