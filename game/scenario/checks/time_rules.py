"""Whether what is planned can begin before the end."""

from collections.abc import Sequence

from game.clock import PRE_ROLL, TICKS_PER_SECOND
from game.geometry import step_length

from ..model import Baseline, Clock
from ..plans import AT_THE_END, MOMENT, Decoy, DrawnTells, Planned, Subject
from ..reading.document import Path_
from .kit import Kit
from .step_walk import BRISK

FIRST_GAP = 15.0
"""Seconds of everyday behaviour before an act, at the least, where the author does not say."""
FIRST_COME = -PRE_ROLL / TICKS_PER_SECOND
"""Seconds before 0:00 at which the first people come in."""
AFTER_WATCHING = 60.0
"""Seconds that an exercise has at the least once the trainee has watched what is normal: as long as a minute's."""
NEAR = 7.0
"""Metres from its target at which a tell may begin."""


def check_times(kit: Kit, path: Path_, planned: Subject | Decoy, acts: Sequence[Planned], clock: Clock) -> None:
    """Note the first act of a person that cannot begin before the end, however briskly they walk."""
    document, behaviours = kit.draft.sheet.document, kit.draft.behaviours.things
    at, lasts = planned.arrive.low if planned.arrive else FIRST_COME, clock.lasts
    if at >= lasts:
        document.fault(
            "SL408",
            (*path, "arrive"),
            f"They would arrive after the end: the scene lasts {_clock(lasts)}.",
            "Let them arrive earlier, or let the scene last longer.",
        )
        return
    here, lengths = None, kit.lengths
    for n, act in enumerate(acts):
        behaviour = behaviours.get(act.name)
        if behaviour is None or behaviour.reacts_to:
            continue
        there = _where(kit, act.target)
        at += (act.after.low if act.after else FIRST_GAP) + _metres(here, there) / BRISK
        here = there or here
        if at >= lasts:
            document.fault(
                "SL401",
                (*path, _word(planned), n, "after" if act.after else "name"),
                f"`{act.name}` cannot begin before the end: {_clock(at)} at the earliest, and the scene lasts "
                f"{_clock(lasts)}.",
                "Shorten the waits (`after`) before it, let them arrive earlier, or let the scene last longer.",
            )
            return
        at += lengths.of(behaviour.steps)


def check_room(kit: Kit, path: Path_, subject: Subject, clock: Clock, earliest: float) -> None:
    """Advise on a subject for whose tells the scene is too short: some would be shown before anybody can watch.

    None begins before `earliest` (seconds from 0:00).
    """
    behaviours, tells = kit.draft.behaviours.things, subject.tells
    if isinstance(tells, DrawnTells):
        count, spot = int(tells.how_many.high), (*path, "tells", "how_many")
    else:
        known = [behaviours[act.name] for act in tells if act.name in behaviours]
        count, spot = sum(not behaviour.reacts_to for behaviour in known), (*path, "tells")
    needs = earliest + count * MOMENT + AT_THE_END
    if count and needs > clock.lasts:
        kit.draft.sheet.document.fault(
            "SL421", spot,
            f"There may be no time for {count} tells in {_clock(clock.lasts)}: none begins before {_clock(earliest)}, "
            f"each takes some {MOMENT:.0f} s with the way to it, and all are over {AT_THE_END:.0f} s before the end.",
            f"Let the scene last {_clock(needs)} or longer, or show fewer tells.", "advice",
        )  # fmt: skip


def check_baseline(kit: Kit, baseline: Baseline, clock: Clock) -> None:
    """Note a time of watching that leaves no time for an exercise after it."""
    if baseline.watch + AFTER_WATCHING > clock.lasts:
        kit.draft.sheet.document.fault(
            "SL425", ("baseline", "watch"),
            f"The trainee would only watch for {_clock(baseline.watch)} of {_clock(clock.lasts)}: what they are to "
            "notice comes after that.",
            f"Let the scene last {_clock(baseline.watch + AFTER_WATCHING)} or longer, or let them watch for less.",
        )  # fmt: skip


def _word(planned: Subject | Decoy) -> str:
    return "tells" if isinstance(planned, Subject) else "look_alikes"


def _where(kit: Kit, name: str | None) -> tuple[float, float] | None:
    mark = kit.layout.landmark(name) if kit.layout and name else None
    return (mark.x, mark.y) if mark else None


def _metres(here: tuple[float, float] | None, there: tuple[float, float] | None) -> float:
    if here is None or there is None:
        return 0.0
    apart = step_length(here[0] - there[0], here[1] - there[1])
    return max(0.0, apart - 2 * NEAR)


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
