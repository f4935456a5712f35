"""The trains that boards show, and when loudspeakers call: made up, and the same for everybody at the same time."""

from dataclasses import dataclass

from game.chance import stream
from game.clock import TICKS_PER_SECOND, hour

TOWNS = (
    "Harrowmere", "Eastwick Quay", "Saltmarsh", "Brackenford", "Millhaven", "Upper Dene", "Norwick", "Castle Ings",
    "Wexcombe", "Linfield Cross", "Thornby Sands", "Marlow Vale", "Ashdown Pier", "Fenwater",
)
PLATFORMS = 4
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


def calls(lasts: int) -> range:
    """The ticks at which the loudspeakers begin to call something, in a scene that lasts so many ticks."""
    return range(FIRST_CALL, lasts, BETWEEN_CALLS)


def is_called(tick: int) -> bool:
    """Whether the loudspeakers begin to call something at this tick."""
    return tick in calls(tick + 1)
