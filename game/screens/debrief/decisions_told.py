"""What the trainee decided about a person, beside what their grounds bore and what would have been open."""

from collections.abc import Iterator

from game.clock import clock
from game.duty import DECISIONS
from game.score import (
    Judged,
    PersonTold,
    ReportJudged,
    Resolution,
    name_reasons,
    tell_decision,
    tell_report,
    what_followed,
)
from game.text import capitalise
from game.widgets.boxes import Column
from game.widgets.press import Press
from game.widgets.widget import Label, Widget

from .debrief_setup import Debriefed
from .moments import MarkChosen, SaidChosen

RESOLUTIONS: dict[Resolution, tuple[str, str]] = {
    "right": ("right", "hit"), "lucky": ("luck, and no find", "unfounded"), "wrong": ("wrong", "false_alarm"),
    "open": ("left open", "text_soft"), "not judged": ("not judged", "text_soft"),
}
"""What a decision came to, and its colour."""


def tell_decisions(told: Debriefed, person: PersonTold) -> Iterator[tuple[int, Widget]]:
    """Each decision, to be pressed for its moment; and the tick of that."""
    for judged in person.decisions:
        lines = Column(list(decision_lines(told, judged)), gap=3)
        tick = judged.decided.tick
        yield tick, Press(lines, yields=MarkChosen(tick, decided=True), pad=9)


def tell_reports(told: Debriefed, person: PersonTold) -> Iterator[tuple[int, Widget]]:
    """Each report of them, line by line, to be pressed for its moment; and the tick of that."""
    for judged in told.reports:
        if judged.reported.person == person.person:
            tick = judged.reported.tick
            lines = Column(list(report_lines(told, judged)), gap=3)
            yield tick, Press(lines, yields=SaidChosen(tick, tick), pad=9)


def report_lines(told: Debriefed, judged: ReportJudged) -> Iterator[Label]:
    """A report: when it was made, and line by line what it is worth."""
    yield Label(f"{clock(judged.reported.tick)}  You reported.", "strong")
    yield from (Label(line, "small") for line in tell_report(judged, told.wordings))


def decision_lines(told: Debriefed, judged: Judged) -> Iterator[Label]:
    """A decision: what it came to, on what grounds, and what followed."""
    decided = judged.decided
    finds = next((entry.finds for entry in told.recording.key.entries if entry.person == decided.person), "")
    words, tint = RESOLUTIONS[judged.resolution]
    fair = "proportionate" if judged.proportionate else "not proportionate"
    yield Label(f"{clock(decided.tick)}  You decided: {DECISIONS[decided.decision].title}.", "strong")
    yield Label(f"{capitalise(words)} · {fair}", "small", tint)
    if judged.found is not None:
        yield Label(f"Found: {finds if judged.found else 'nothing'}.", "small")
    given = name_reasons(judged, told.wordings)
    yield Label("Your grounds:" if given else "You gave no grounds.", "small", "text_soft")
    for line in given:
        yield Label(line, "small")
    for line in tell_decision(judged):
        yield Label(line, "small")
    yield from _say_followed(told, judged)


def _say_followed(told: Debriefed, judged: Judged) -> Iterator[Label]:
    for n, (tick, words) in enumerate(what_followed(judged.decided, told.recording.log)):
        if n == 0:
            yield Label("What followed:", "small", "text_soft")
        yield Label(f"{clock(tick)}  {words}", "small")
