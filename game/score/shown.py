"""What was truly shown: which acts of the key ran long enough to count, and who could have seen them."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.clock import TICKS_PER_SECOND
from game.key import Entry, KeyAct, meets_subject_rule
from game.log import ActBegan, ActEnded, Log
from game.sampling import EXPOSED_EVERY

from .sight import SightLog

GLANCE = TICKS_PER_SECOND
"""Acts planned no longer than this (ticks) must be shown whole."""


@dataclass(frozen=True, slots=True)
class Showing:
    """An act of the key as it went: when it `began` and `ended`, for how long it `ran` (ticks).

    `shown` if it ran at least half of what was planned and at least 1 s, a glance whole · `observable` if some
    viewpoint open to the post had the person while it ran · `in_view` ticks the trainee had the person in view
    at all, at most `tallest` px tall · `seen` ticks of these with the person large enough and a part needed in view.
    """

    act: KeyAct
    began: int
    ended: int
    ran: int
    shown: bool
    observable: bool
    in_view: int
    tallest: int
    seen: int

    @property
    def noticed(self) -> bool:
        """Whether the trainee had it in view long enough to make it out: 1 s, or half of a shorter act."""
        return self.seen >= min(TICKS_PER_SECOND, max(self.ran, 1) / 2)


def showings(entry: Entry, log: Log, sight: SightLog) -> tuple[Showing, ...]:
    """The acts of one person that went on at 0:00 or later, in order of time; one cut short by the end ends there."""
    acts = {act.act: act for act in entry.acts}
    began: dict[int, int] = {}
    over: list[Showing] = []
    for event in log.acts_of(entry.person):
        if event.act not in acts:
            continue
        if isinstance(event, ActBegan):
            began[event.act] = event.tick
        elif event.act in began:
            over.append(_showing(acts[event.act], event, began.pop(event.act), sight))
    last = log.events[-1].tick if log.events else 0
    for number, start in began.items():
        act = acts[number]
        cut = ActEnded(last, entry.person, number, min(last - start, act.planned), act.planned)
        over.append(_showing(act, cut, start, sight))
    return tuple(sorted((one for one in over if one.ended >= 0), key=lambda one: (one.began, one.act.act)))


def _showing(act: KeyAct, end: ActEnded, began: int, sight: SightLog) -> Showing:
    views = sight.views(end.person, began, end.tick)
    return Showing(
        act=act,
        began=began,
        ended=end.tick,
        ran=end.ran,
        shown=was_shown(end.ran, end.planned),
        observable=sight.observable(end.person, began, end.tick),
        in_view=EXPOSED_EVERY * len(views),
        tallest=max((view.height for view in views), default=0),
        seen=sight.legible(end.person, act.legible_at, act.parts, began, end.tick),
    )


def was_shown(ran: int, planned: int) -> bool:
    """At least half of the planned ticks and at least 1 s; a glance whole."""
    if 0 < planned <= GLANCE:
        return ran >= planned
    return ran >= TICKS_PER_SECOND and 2 * ran >= planned


def meets_truth_rule(showings: Sequence[Showing]) -> bool:
    """Whether those of the acts that were shown make a subject."""
    return meets_subject_rule(one.act for one in showings if one.shown)
