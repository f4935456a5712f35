"""What the loudspeakers say, as captions: made up, harmless, and the same for everybody."""

from dataclasses import dataclass

from game.clock import minute_of_day
from game.programme import ORDINARY, Programme
from game.timetable import calls, departures

_NOTICES = (
    "If you see something that does not look right, speak to a member of staff.",
    "Please keep your belongings with you at all times.",
    "Please do not leave bags or cases behind.",
)
_UNDERGROUND = (
    "There is a good service on all lines.",
    "Please let passengers off the train first.",
    "If you see something that does not look right, speak to a member of staff.",
    "Please mind the gap between the train and the platform.",
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A caption and the tick at which the chime sounds; `train` if one is heard drawing in."""

    tick: int
    caption: str
    train: bool


def announcements(
    kind: str, starts: str, lasts: int, programme: Programme = ORDINARY
) -> tuple[Announcement, ...]:
    """The announcements of a scene at this kind of venue, which starts at "HH:MM" and lasts so many ticks.

    What the scenario itself has called comes first: nothing else is called about then.
    """
    trains, notices = kind == "railway station", _UNDERGROUND if kind == "tube station" else _NOTICES
    made = [Announcement(called.tick, called.words, train=False) for called in programme.called]
    for n, tick in enumerate(calls(lasts)):
        if not programme.leaves_quiet(tick):
            continue
        if trains and n % 3 != 2:
            train = departures(minute_of_day(starts, tick) + 2, 1)[0]
            caption = f"Platform {train.platform} for the {train.time} to {train.town}."
            made.append(Announcement(tick, caption, train=True))
        else:
            made.append(Announcement(tick, notices[n % len(notices)], train=False))
    return tuple(sorted(made, key=lambda announcement: announcement.tick))
