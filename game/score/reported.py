"""Reports judged line by line: right, wrong, invented or missing, and whether it was told apart what each rests on."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.clock import ticks
from game.duty import DUE, ReportLine
from game.key import Key
from game.log import Log, Marked, Reported
from game.truth import STRESS, family

from .decided import replies_of
from .grounds import Grounds, ground_cues
from .shown import Showing, showings
from .sight import SightLog, sight

LineWorth = Literal["right", "wrong", "wrong time", "unsure", "invented", "stress", "no reason"]
"""`unsure`: shown, but too small, hidden or brief to be made out · `no reason`: one reports on a feeling, or looks."""
SIGN_WORTH: Mapping[Grounds, LineWorth] = {
    "exact": "right", "family": "wrong", "glimpsed": "unsure", "resembled": "wrong", "invented": "invented",
}
"""A report says which sign it was: another of its family is a wrong one."""
ABOUT_THEN = ticks(30)
"""By so many ticks a time may be out: it is noted once somebody has seen what it was."""


@dataclass(frozen=True, slots=True)
class LineJudged:
    """One sentence, and whether what it rests on was said rightly."""

    line: ReportLine
    worth: LineWorth

    @property
    def told_apart(self) -> bool:
        """Whether it was said as what it is: seen, heard, inferred or appearance."""
        return self.line.rests == DUE[self.line.kind]


@dataclass(frozen=True, slots=True)
class ReportJudged:
    """A report: its sentences judged, the cues made out that it leaves out, and whether its times never go back."""

    reported: Reported
    lines: tuple[LineJudged, ...]
    missing: tuple[str, ...]
    in_order: bool


Where = Callable[[int, int], Collection[str]]
"""Beside which places somebody was at a tick."""


def judge_reports(
    key: Key, log: Log, headed: Sequence[Mapping[str, str]], where: Where
) -> tuple[ReportJudged, ...]:
    """Every report of a run; `headed` describes everybody by headings, by person id."""
    reports = list(log.of(Reported))
    if not reports:
        return ()
    seen = sight(log)
    entries = {entry.person: entry for entry in key.entries}
    judged = []
    for reported in reports:
        entry = entries.get(reported.person)
        shown = showings(entry, log, seen) if entry else ()
        judged.append(_judge_report(reported, shown, seen, log, headed[reported.person], where))
    return tuple(judged)


def _judge_report(
    reported: Reported, shown: Sequence[Showing], seen: SightLog, log: Log, headed: Mapping[str, str], where: Where
) -> ReportJudged:  # fmt: skip
    before = [event for event in log.events if event.tick <= reported.tick]
    said = {reply.topic: worth for reply, worth in replies_of(before, reported.person)}
    made_out = [showing for showing in shown if showing.act.kind == "tell" and showing.was_noticed_by(reported.tick)]
    cues = tuple(line.about for line in reported.lines if line.kind == "sign")
    rests = {
        named.cue: named.grounds for named in ground_cues(Marked(reported.tick, reported.person, 3, cues), shown, seen)
    }
    times = [line.tick for line in reported.lines if line.kind in ("sign", "answer")]
    kinds, differs = len({showing.act.family for showing in made_out}), "differs" in said.values()
    places = {place for tick in times for place in where(reported.person, tick)}

    def weigh(line: ReportLine) -> LineWorth:
        match line.kind:
            case "sign":
                return _sign(line, rests[line.about], shown)
            case "answer":
                return "right" if line.about in said else "invented"
            case "place":
                return "right" if line.about in places else "wrong"
            case "look":
                heading, _, words = line.about.partition(": ")
                return "right" if headed.get(heading) == words else "wrong"
            case "reason":
                return _reason(line, kinds=kinds, differs=differs)

    return ReportJudged(
        reported=reported,
        lines=tuple(LineJudged(line, weigh(line)) for line in reported.lines),
        missing=tuple(dict.fromkeys(showing.act.cue for showing in made_out if showing.act.cue not in cues)),
        in_order=times == sorted(times),
    )


def _sign(line: ReportLine, rests: Grounds, shown: Sequence[Showing]) -> LineWorth:
    if family(line.about) == STRESS:
        return "stress"
    worth = SIGN_WORTH[rests]
    times = [(showing.began, showing.ended) for showing in shown if showing.act.cue == line.about]
    then = any(began - ABOUT_THEN <= line.tick <= ended + ABOUT_THEN for began, ended in times)
    return worth if worth != "right" or then else "wrong time"


def _reason(line: ReportLine, *, kinds: int, differs: bool) -> LineWorth:
    if line.about == "kinds":
        return "right" if kinds > 1 else "wrong"
    if line.about == "account":
        return "right" if differs else "wrong"
    return "no reason"
