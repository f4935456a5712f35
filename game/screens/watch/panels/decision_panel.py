"""What can be done about the selected person, and what was decided about them before."""

from collections.abc import Hashable, Iterator

from game.duty import ASKS_FOR_REPORT, DECISIONS, GOWISELY, Decision, Reason
from game.exercise import DecisionMade, leaves
from game.widgets.boxes import Card, Column, Grid, Row
from game.widgets.press import Button, Chip, Press
from game.widgets.scroll import Scroll
from game.widgets.widget import Gap, Label, Widget

from ..actions import LevelChosen
from ..choosing import SightedSought
from ..dealing.considering import (
    DecidingAsked,
    DecisionChosen,
    DecisionGiven,
    LetterSaid,
    ReasonToggled,
    say_left,
)
from ..dealing.own_reasons import HUNCH, LOOKS, GivenAnswer, OwnReasons
from ..dealing.telling import LineToggled, ReportGiven, ReportLeft, TellingAsked
from ..desk import Desk
from .report_panel import ReportPanel

JUMBLED = "SLGYEIWO"
"""The letters of GOWISELY as they are offered: in an order that gives nothing away."""
AFTERWARDS = "The debrief will tell you what it was worth."
TAKEN_BACK = "Marked “3\u00a0Act”. The same again takes that back."
NOTHING_TICKED = "You have ticked no sign of theirs. To tick one, go to “What you saw ({c})”."
TICKED_LATER = "You have ticked no sign of theirs. You can tick what you saw once the talk is over."


class DecisionPanel:
    """The lower part of the inspector, while one decides."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._own = OwnReasons(desk.exercise)
        self._report = ReportPanel(desk, self._own)

    def follow(self, event: Hashable) -> None:
        """After a key, put the keyboard where the next step is."""
        page, decision = self._desk.board.page, self._desk.deciding.decision
        if isinstance(event, DecisionGiven):
            page.turn_to(TellingAsked() if page.find(TellingAsked()) else DecidingAsked())
        elif isinstance(event, (ReportGiven, ReportLeft)):
            page.turn_to(DecidingAsked())
        elif isinstance(event, TellingAsked):
            page.turn_to(
                next(widget.yields for widget in page.find_reachable() if isinstance(widget.yields, LineToggled))
            )
        elif decision is None and isinstance(event, (LevelChosen, DecidingAsked, DecisionChosen)):
            page.turn_to(DecisionChosen(next(iter(DECISIONS))))
        elif isinstance(event, DecisionChosen):
            offered = [widget.yields for widget in page.find_reachable() if isinstance(widget.yields, ReasonToggled)]
            page.turn_to(next(iter(offered), DecisionGiven()))

    def widget(self, person: int) -> Widget:
        """All decisions; or one, with its reasons and what is said; or a report."""
        if self._desk.telling.open:
            return self._report.widget(person)
        decision = self._desk.deciding.decision
        made = self._desk.exercise.decisions.get(person)
        lines = self._list(made) if decision is None else self._show(person, decision)
        # What is shown anew begins at its top: each has a place of its own in the list of how far lists are scrolled.
        key = f"decision {person} {decision or (made.decided.tick if made else '')}"
        listed = Scroll(Column(list(lines), gap=6), self._desk.board.page.offsets, key, grow=1)
        return listed if decision is None else Column([listed, _buttons(decision)], gap=6, grow=1)

    def _list(self, made: DecisionMade | None) -> Iterator[Widget]:
        if self._desk.deciding.raised:
            yield Label(TAKEN_BACK, "small", "text_soft")
        if made:
            yield self._show_made(made)
        rows = [
            Press(Label(choice.title, "small", most=2), pad=7, yields=DecisionChosen(decision), fill="raised_down")
            for decision, choice in DECISIONS.items()
        ]
        yield Grid(rows, least=115, gap=4, most=2)

    def _show_made(self, made: DecisionMade) -> Widget:
        """What was decided last, what was found, and in practice what it was worth."""
        choice = DECISIONS[made.decided.decision]
        lines: list[Widget] = [Label(f"{self._desk.watched.hour(made.decided.tick)} · {choice.title}", "strong")]
        if made.found:
            lines.append(Label(f"Found: {made.found.words or 'nothing'}.", "small"))
        lines.append(Label(made.weighed.words if made.weighed else AFTERWARDS, "small", "text_soft"))
        if made.decided.decision in ASKS_FOR_REPORT:
            lines.append(Button("Report what you know", yields=TellingAsked()))
        lines += self._show_told_back(made)
        return Card(Column(lines, gap=5), pad=9, fill="raised_down")

    def _show_told_back(self, made: DecisionMade) -> Iterator[Widget]:
        """What was told last by whoever looks out for them, and the way to whom they saw."""
        told = [event for event in self._desk.exercise.lookouts.told if event.person == made.decided.person]
        if told:
            yield Label(f"{self._desk.watched.hour(told[-1].tick)} · {told[-1].text}", "small", "accent")
            if told[-1].found is not None:
                yield Button("Go there", yields=SightedSought(told[-1].found))

    def _show(self, person: int, decision: Decision) -> Iterator[Widget]:
        choice = DECISIONS[decision]
        yield Label(choice.does, "small")
        after = leaves(decision, self._desk.exercise.marks.get(person))
        if after:
            yield Label(f"Your mark on them will then be {say_left(after)}.", "small", "concern")
        yield Label("On what grounds?", "small", "text_soft")
        signs = self._own.signs(person)
        if not signs:
            talk = self._desk.speaking.talk
            where = TICKED_LATER if talk and talk.person == person else NOTHING_TICKED
            yield Label(self._desk.keys.name_keys(where), "small", "text_soft")
        wordings = self._desk.watched.wordings
        chips = [
            self._chip(reason, self._say_seen(wordings.get(reason.about, reason.about), reason)) for reason in signs
        ]
        chips += [self._chip(answer.reason, _say_heard(answer)) for answer in self._own.answers(person)]
        chips += [self._chip(LOOKS, "How they look"), self._chip(HUNCH, "A feeling")]
        yield Grid(chips, least=220, gap=4, most=1)
        if decision == "search":
            yield Label("What do you say first, and in what order?", "small", "text_soft")
            yield Grid([self._letter(letter) for letter in JUMBLED], least=220, gap=4, most=1)
        yield Gap(2)

    def _chip(self, reason: Reason, words: str) -> Chip:
        on = reason in self._desk.deciding.reasons
        return Chip(words, on, yields=ReasonToggled(reason), most=4, listed=True)

    def _letter(self, letter: str) -> Chip:
        said = self._desk.deciding.said
        place = f"{said.index(letter) + 1}  " if letter in said else ""
        return Chip(f"{place}{GOWISELY[letter]}", letter in said, yields=LetterSaid(letter), tick=False, listed=True)

    def _say_seen(self, wording: str, reason: Reason) -> str:
        return f"{self._desk.watched.hour(reason.tick)} · {wording}"


def _buttons(decision: Decision) -> Widget:
    back = Button("Back", "quiet", yields=DecisionChosen(None))
    return Row([Button(DECISIONS[decision].title, "primary", yields=DecisionGiven(), grow=1), back], gap=6)


def _say_heard(answer: GivenAnswer) -> str:
    told = f" Control: {answer.told}" if answer.told else ""
    return f"They said: “{answer.said}”{told}"
