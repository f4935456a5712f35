"""One person of the debrief, told: what they did, what the trainee did about them, and what is to be learnt from it."""

from collections.abc import Iterator

import pygame

from game.clock import clock
from game.log import Marked
from game.score import ActTold, PersonTold, TalkTold
from game.text import uncapitalise
from game.widgets.boxes import Card, Column, Row
from game.widgets.press import Button, Press
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..watch.mark_signs import MARK_LEVELS, paint_shape
from .debrief_setup import Debriefed
from .debrief_words import PARTS, tell_marks
from .decisions_told import tell_decisions, tell_reports
from .deeds import deeds
from .moments import ActChosen, LearnChosen, MarkChosen
from .next_step import KEPT, next_step
from .talks_told import talks_told

WHY = "reason"
"""The topic under which somebody is asked why they are there."""


def story(style: Style, told: Debriefed, found: PersonTold) -> Widget:
    """All of it, one below another."""
    person = told.recording.cast.people[found.person]
    part, tint = PARTS[found.part]
    lines: list[Widget] = [
        Label(told.descriptions[found.person], "strong"),
        Label(f"{part} · {uncapitalise(person.role)}", "small", tint),
        *([] if told.guided and found.result != "hit" else [Label(found.verdict)]),
        *_ordinary(told, found),
        *_next(told, found),
    ]
    talks = told.talks_with(found.person)
    if found.acts or found.marks or found.decisions or talks:
        lines.append(Label("Press a line to see that moment again.", "small", "text_soft"))
    said = "" if told.guided else found.verdict
    for n, act in enumerate(found.acts):
        more = [text for text in teaching(act) if text not in said]
        said = " ".join((said, *more))
        pressed = Press(_act(told, act, more), yields=ActChosen(n), pad=9, grow=1)
        lines.append(Row([pressed, *_learn(told, act, n)], gap=6))
    lines.extend(_dealt_with(style, told, found, talks))
    if person.account.claims and not any(exchange.asked.topic == WHY for talk in talks for exchange in talk.exchanges):
        words = f"Asked why they were there, they would have said: “{person.account.claims}”"
        lines.append(Label(words, "small", "text_soft"))
    lines.append(Label(f"On your screen for {int(found.in_view)} seconds in all, near or far.", "small", "text_soft"))
    return Column(lines, gap=7)


def _dealt_with(style: Style, told: Debriefed, found: PersonTold, talks: list[TalkTold]) -> Iterator[Widget]:
    """What the trainee did about them, in the order in which it happened."""
    marks = (
        (tick, Press(_mark(style, told, tick, mark), yields=MarkChosen(tick), pad=9))
        for tick, mark in tell_marks(found)
    )
    done = (*marks, *talks_told(talks), *tell_decisions(told, found), *tell_reports(told, found))
    return (widget for _, widget in sorted(done, key=lambda one: one[0]))


def _learn(told: Debriefed, act: ActTold, number: int) -> Iterator[Widget]:
    """The ways to learn from an act, as far as guide and drills have it."""
    name, buttons = act.showing.act.name, list[Widget]()
    if told.taught.can("guide", name):
        tip = "See it beside what is taken for it."
        buttons.append(Button("In the guide", "quiet", yields=LearnChosen("guide", number), tip=tip))
    if told.taught.can("drill", name):
        tip = "Two minutes of it, and of look-alikes."
        buttons.append(Button("Drill", "quiet", yields=LearnChosen("drill", number), tip=tip))
    if buttons:
        yield Column(buttons, gap=2)


def _ordinary(told: Debriefed, person: PersonTold) -> Iterator[Widget]:
    """What somebody whom the key does not speak of was doing when they were marked."""
    if person.acts or not person.marks:
        return
    tick = person.marks[0].tick
    if did := deeds(told.recording, person.person, tick):
        yield Label(f"In the half minute before your mark at {clock(tick)} they {did}.")


def _next(told: Debriefed, person: PersonTold) -> Iterator[Widget]:
    """How it came about, and one thing to do next. In a lesson nobody is missed."""
    if not told.guided and (step := next_step(person, told.taught)):
        button = Button(step.button, "primary", yields=LearnChosen(step.does, step.number, urged=True))
        words = Column([Label(step.kind, "strong"), Label(step.words, "small")], gap=3, grow=1)
        yield Card(Row([words, button], gap=12), pad=11, fill="raised_down")


def what_it_was(act: ActTold) -> str:
    """Whether a tell or not, and what the trainee saw of it."""
    shown = act.saw if act.showing.shown else "Cut short, so it does not count."
    return f"{'Tell' if act.showing.act.kind == 'tell' else 'Look-alike'}. {shown}"


def teaching(act: ActTold) -> Iterator[str]:
    """Why it matters or is innocent, and what tells it apart."""
    if act.why:
        yield act.why
    if act.differs:
        yield "What tells it apart: " + act.differs


def _act(told: Debriefed, act: ActTold, more: list[str]) -> Widget:
    showing = act.showing
    return Column([
        Label(f"{clock(showing.began)}  They {act.title}.", "strong"),
        Label(what_it_was(act), "small", "text_soft"),
        *(Label(text, "small") for text in more),
        *([Label(KEPT, "small", "text_soft")] if act.showing.act.name in told.taught.held else []),
    ], gap=3)


def _mark(style: Style, told: Debriefed, tick: int, mark: Marked | None) -> Widget:
    if mark is None:
        return Label(mark_words(told, tick, mark), "small")
    level = mark.level
    tint = MARK_LEVELS[level - 1][2]

    def sign(surface: pygame.Surface, rect: pygame.Rect) -> None:
        paint_shape(surface, rect, level, style.colour(tint)[:3])

    return Row([Drawing(sign, width=14, height=14), Label(mark_words(told, tick, mark), "small", grow=1)], gap=8)


def mark_words(told: Debriefed, tick: int, mark: Marked | None) -> str:
    """A mark in a line, by when what stands ticked was ticked if that was later; or that it was cleared."""
    if mark is None:
        return f"{clock(tick)}  You cleared the mark."
    signs = "; ".join(told.wordings.get(cue, cue) for cue in mark.cues)
    ticked = "Ticked" if clock(mark.tick) == clock(tick) else f"Ticked by {clock(mark.tick)}"
    word = MARK_LEVELS[mark.level - 1][1]
    return f"{clock(tick)}  Your mark: {word}. " + (f"{ticked}: {signs}." if signs else "No sign ticked.")
