"""A talk beside the running scene: what was said, what can be said now, and how to end it."""

from collections.abc import Sequence

from game.exercise import Talk, TalkStage
from game.log import Asked, CameUp, Checked, CheckReturned, Replied, Spoke, TalkEvent
from game.text import uncapitalise
from game.widgets.boxes import Column, Grid, Row
from game.widgets.press import Button, Chip
from game.widgets.widget import Label, Widget

from ..dealing.considering import DecidingAsked
from ..desk import Desk
from ..speaking import CheckAsked, LeaveTaken, OpeningChosen, SpeechAsked, put

SAYS = {
    "explained": "I'm an officer here. May I ask you something, and tell you why?", "blunt": "You there. A question.",
}
AS_STAFF = {**SAYS, "explained": "I work here. May I ask you something, and tell you why?"}
"""What the trainee opens with."""


class TalkPanel:
    """Parts of the inspector: while its person is spoken with, and what they have said afterwards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def talk(self, person: int) -> Talk | None:
        """The present talk, if it is with this person."""
        talk = self._desk.speaking.talk
        return talk if talk and talk.person == person else None

    def offer(self, person: int) -> Widget | None:
        """The button that begins a talk, where people can be spoken with and nobody else is."""
        speaking = self._desk.speaking
        if speaking.talking is None or speaking.talk is not None:
            return None
        here = person in self._desk.clock.now.ids
        words = "Speak with them ({t})" if self._desk.floor.officer else "Send a colleague to speak ({t})"
        word = self._desk.keys.name_keys(words)
        return Row([Chip(word, enabled=here, tick=False, yields=SpeechAsked(), grow=1)])

    def show_said(self, person: int) -> list[Widget]:
        """Line by line what was said, the last first: that is where one looks."""
        lines = self._desk.speaking.lines(person)
        checked = {(event.topic, event.act) for event in lines if isinstance(event, Checked)}
        rows = [row for event in reversed(lines) if (row := self._line(event, checked)) is not None]
        return [Column(rows, gap=5)] if rows else []

    def _line(self, event: TalkEvent, checked: set[tuple[str, int | None]]) -> Widget | None:
        if isinstance(event, Replied) and event.claim and (event.topic, event.act) not in checked:
            words = Label(f"“{event.text}”", "small", grow=1)
            return Row([words, Chip("Check", tick=False, yields=CheckAsked(event.topic, event.act))], gap=6)
        if isinstance(event, Spoke):
            opening = Label(f"{self._speaker}: {self._opening(event)}", "small", "text_soft")
            return Column([Label(f"“{event.text}”", "small"), opening], gap=5)
        if isinstance(event, Replied | CameUp):
            return Label(f"“{event.text}”", "small")
        said = self._own_words(event)
        return Label(said, "small", "accent" if isinstance(event, CheckReturned) else "text_soft") if said else None

    def _opening(self, event: Spoke) -> str:
        works_here = self._desk.exercise.post in ("control room", "member of staff")
        return (AS_STAFF if works_here else SAYS)[event.opening]

    @property
    def _speaker(self) -> str:
        """Who speaks with people: from the control room a guard or one of the staff does."""
        return "Your colleague" if self._desk.exercise.post == "control room" else "You"

    def _own_words(self, event: TalkEvent) -> str:
        """What the trainee, their colleague or control says in an event; "" if none of them does."""
        if isinstance(event, Asked):
            return f"{self._speaker}: {event.text}"
        if isinstance(event, CheckReturned):
            return f"Control: {event.text}"
        return "You ask control to look that up …" if isinstance(event, Checked) else ""

    # --- what can be said ---------------------------------------------------------------------------------------------

    def choices(self, talk: Talk) -> list[Widget]:
        """What can be said now, and how to end it."""
        if talk.stage in (TalkStage.COMING, TalkStage.COMES_UP):
            return [Label(self._on_the_way(talk), "small"), *_row(("Leave it", False, False))]
        if talk.stage is TalkStage.MET and not talk.wants:
            return [
                Label("They have stopped, and look at you." if talk.by is None else "They have stopped.", "small"),
                Button("Say who you are and why you ask", yields=OpeningChosen("explained")),
                Button("Ask straight away", yields=OpeningChosen("blunt")), *_row(("Leave it", False, False)),
            ]
        free = talk.stage in (TalkStage.LISTENING, TalkStage.MET)
        asked = self._desk.speaking.find_asked(talk.person)
        topics = [
            Chip(topic.short + " ✓" * ((topic.topic, topic.act) in asked), enabled=free, tick=False, yields=put(topic))
            for topic in talk.choices
        ]
        grid = [Grid(topics, least=130, gap=4, most=2)] if topics else []
        if talk.wants:
            return [*grid, *_row(("Not now", False, False))]
        return [*grid, self._endings()]

    def _endings(self) -> Widget:
        """The last row: how to end it. What one decides goes here too, before those who are let go."""
        endings = ("Explain, thank", True, True), ("Thank", True, False), ("Let go", False, False)
        decide = Chip("Act (3)", tick=False, yields=DecidingAsked(), grow=1)
        return Row([decide, *_row(*endings)[0].parts()], gap=6)

    def _on_the_way(self, talk: Talk) -> str:
        if talk.stage is TalkStage.COMES_UP:
            return "They are coming up to you."
        if talk.by is None:
            return "You are on your way to them."
        who = self._desk.watched.descriptions[talk.by]
        return f"Your colleague is on the way to them, and will speak for you by radio: {uncapitalise(who)}."


def _row(*endings: tuple[str, bool, bool]) -> Sequence[Widget]:
    chips = [Chip(word, tick=False, yields=LeaveTaken(thanked, why), grow=1) for word, thanked, why in endings]
    return [Row(chips, gap=6)]
