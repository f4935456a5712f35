"""What was truly shown: which acts of the key ran long enough to count, and who could have seen them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from game.clock import TICKS_PER_SECOND
from game.key import Entry, KeyAct, meets_subject_rule
from game.log import ActBegan, ActEnded, Log, StepBegan

from .sight import SightLog, Span

GLANCE = TICKS_PER_SECOND
"""Acts planned no longer than this (ticks) must be shown whole."""


@dataclass(frozen=True, slots=True)
class Showing:
    """An act of the key as it went: when it `began` and `ended`, for how long it `ran` (ticks).

    `shown` if it ran at least half of what was planned and at least 1 s, a glance whole · `observable` if some
    viewpoint open to the post had the person while it ran · `decisive` spans in which what must be seen of it was
    shown · `in_view` ticks the trainee had the person in view at all, in the decisive spans at most `tallest` px tall ·
    `seen` ticks of these spans with the person large enough and a part needed in view, `watched` with the eyes on
    them · `noticed_at` the tick by which it had been seen for 1 s, or for half of what is shorter: long enough to make
    it out.
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
    watched: int
    noticed_at: int | None
    decisive: tuple[Span, ...] = ()

    @property
    def noticed(self) -> bool:
        """Whether the trainee had it in view long enough to make it out."""
        return self.noticed_at is not None

    def was_noticed_by(self, tick: int) -> bool:
        """Whether they had made it out by this tick."""
        return self.noticed_at is not None and self.noticed_at <= tick

    @property
    def attended(self) -> bool:
        """Whether the trainee's eyes were on it for so long: they may well have made something of it."""
        return self.watched >= enough(self.decisive)


def showings(entry: Entry, log: Log, sight: SightLog) -> tuple[Showing, ...]:
    """The acts of one person that went on when it counted, in order of time; one cut short by the end ends there."""
    acts = {act.act: act for act in entry.acts}
    began: dict[int, int] = {}
    over: list[Showing] = []
    for event in log.acts_of(entry.person):
        if event.act not in acts:
            continue
        if isinstance(event, ActBegan):
            began[event.act] = event.tick
        elif event.act in began:
            over.append(_showing(acts[event.act], event, began.pop(event.act), log, sight))
    last = log.events[-1].tick if log.events else 0
    for number, start in began.items():
        act = acts[number]
        cut = ActEnded(last, entry.person, number, min(last - start, act.planned), act.planned)
        over.append(_showing(act, cut, start, log, sight))
    counted = (showing for showing in over if showing.ended >= log.counts_from)
    return tuple(sorted(counted, key=lambda showing: (showing.began, showing.act.act)))


def _showing(act: KeyAct, end: ActEnded, began: int, log: Log, sight: SightLog) -> Showing:
    views = sight.views(end.person, began, end.tick)
    decisive = decisive_spans(log, end.person, act.act, (began, end.tick))
    close = [view for span in decisive for view in sight.views(end.person, *span)]
    legible = sight.legible(end.person, act, decisive)
    so_far = accumulate(view.lasts for view in legible)
    needed = enough(decisive)
    return Showing(
        act=act,
        began=began,
        ended=end.tick,
        ran=end.ran,
        shown=was_shown(end.ran, end.planned),
        observable=sight.observable(end.person, began, end.tick),
        in_view=sum(view.lasts for view in views),
        tallest=max((view.height for view in close), default=0),
        seen=sum(view.lasts for view in legible),
        watched=sum(view.lasts for view in legible if view.upon),
        noticed_at=next((view.tick for view, seen in zip(legible, so_far, strict=True) if seen >= needed), None),
        decisive=decisive,
    )


def decisive_spans(log: Log, person: int, act: int, whole: Span) -> tuple[Span, ...]:
    """When what must be seen of an act was shown; all of it where the log does not tell its steps, as older ones."""
    steps = [step for step in log.steps_of(person, act) if whole[0] <= step.tick <= whole[1]]
    spans: list[Span] = []
    began: int | None = None
    for step in steps:
        if began is not None:
            spans.append((began, step.tick))
        began = step.tick if isinstance(step, StepBegan) and step.decisive else None
    if began is not None:
        spans.append((began, whole[1]))
    return tuple(spans) if steps else (whole,)


def enough(decisive: Iterable[Span]) -> float:
    """For how many ticks of these spans an act must be seen to be made out: 1 s, or half of what is shorter."""
    return min(TICKS_PER_SECOND, max(1, sum(ended - began for began, ended in decisive)) / 2)


def was_shown(ran: int, planned: int) -> bool:
    """At least half of the planned ticks and at least 1 s; a glance whole."""
    if 0 < planned <= GLANCE:
        return ran >= planned
    return ran >= TICKS_PER_SECOND and 2 * ran >= planned


def meets_truth_rule(showings: Sequence[Showing]) -> bool:
    """Whether those of the acts that were shown make a subject."""
    return meets_subject_rule(showing.act for showing in showings if showing.shown)
