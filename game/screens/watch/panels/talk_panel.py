"""A talk beside the running scene: what was said, what can be said now, and how to end it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.acts import Opening
from game.duty import Post
from game.exercise import Talk, TalkStage
from game.log import Asked, CameUp, Checked, CheckReturned, Parted, Replied, Spoke, TalkEvent
from game.text import capitalise, uncapitalise
from game.widgets.boxes import Column, Flow, Grid, Row
from game.widgets.press import Button, Chip
from game.widgets.scroll import Scroll
from game.widgets.widget import Label, Widget

from ..dealing.considering import DecidingAsked
from ..desk import Desk
from ..speaking import CheckAsked, LeaveTaken, OpeningChosen, SpeechAsked, put


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks with people, and how they open."""

    speaker: str
    says: Mapping[Opening, str]


AS_OFFICER: Mapping[Opening, str] = {
    "explained": "I'm an officer here. May I ask you something, and tell you why?", "blunt": "You there. A question.",
}
AS_STAFF: Mapping[Opening, str] = {
    **AS_OFFICER, "explained": "I work here. May I ask you something, and tell you why?",
}
VOICES: Mapping[Post, Voice] = {
    "officer in uniform": Voice("You", AS_OFFICER),
    "officer in plain clothes": Voice("You", AS_OFFICER),
    "control room": Voice("Your colleague", AS_STAFF),
    "member of staff": Voice("You", AS_STAFF),
}
"""By the trainee's post. From the control room a guard or one of the staff goes, who need not be an officer."""


TOPICS = 0.45
"""The share of the room for a talk that the topics take at the most: the latest answer is to be read above them."""


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
        """What was said, each question with its answer, the last first: that is where one looks."""
        lines = self._desk.speaking.lines(person)
        checked = {(event.topic, event.act) for event in lines if isinstance(event, Checked)}
        exchanges = [
            Column([row for event in exchange if (row := self._line(event, checked)) is not None], gap=3)
            for exchange in reversed(take_apart(lines))
        ]
        shown = [exchange for exchange in exchanges if exchange.inside]
        return [Column(shown, gap=9)] if shown else []

    def _line(self, event: TalkEvent, checked: set[tuple[str, int | None]]) -> Widget | None:
        if isinstance(event, Replied) and event.claim and (event.topic, event.act) not in checked:
            words = Label(f"“{event.text}”", "small", grow=1)
            return Row([words, Chip("Check", tick=False, yields=CheckAsked(event.topic, event.act))], gap=6)
        if isinstance(event, Spoke):
            opening = Label(f"{self._voice.speaker}: {self._voice.says[event.opening]}", "small", "text_soft")
            return Column([opening, Label(f"“{event.text}”", "small")], gap=3)
        if isinstance(event, Replied | CameUp):
            return Label(f"“{event.text}”", "small")
        said = self._own_words(event)
        return Label(said, "small", "accent" if isinstance(event, CheckReturned) else "text_soft") if said else None

    @property
    def _voice(self) -> Voice:
        return VOICES[self._desk.exercise.post]

    def _own_words(self, event: TalkEvent) -> str:
        """What the trainee, their colleague or control says in an event; "" if none of them does."""
        if isinstance(event, Asked):
            return f"{self._voice.speaker}: {event.text}"
        if isinstance(event, Parted):
            return f"{self._voice.speaker}: {say_parting(event)}" if event.why == "let go" else ""
        if isinstance(event, CheckReturned):
            return f"Control: {event.text}"
        return "You ask control to look that up …" if isinstance(event, Checked) else ""

    # --- what can be said ---------------------------------------------------------------------------------------------

    def choices(self, talk: Talk, room: int) -> list[Widget]:
        """What can be said now, and how to end it, where there are so many px of height for all of the talk."""
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
            Chip(
                capitalise(topic.short) + "\u00a0✓" * ((topic.topic, topic.act) in asked),
                enabled=free and topic in talk.choices, tick=False, yields=put(topic),
            )
            for topic in talk.list_topics()
        ]
        listed = Scroll(
            Grid(topics, least=100, gap=4, most=2), self._desk.board.page.offsets, f"topics {talk.person}",
            most=TOPICS * room, whole=True,
        )
        last = _row(("Not now", False, False)) if talk.wants else [self._endings()]
        return [listed, *last] if topics else list(last)

    def _endings(self) -> Widget:
        """The last row: how to end it. What one decides goes here too, before those who are let go."""
        endings = ("Explain, thank", True, True), ("Thank", True, False), ("Let go", False, False)
        decide = Chip("Decide", tick=False, yields=DecidingAsked())
        return Flow([decide, *_row(*endings)[0].parts()], gap=6)

    def _on_the_way(self, talk: Talk) -> str:
        if talk.stage is TalkStage.COMES_UP:
            return "They are coming up to you."
        if talk.by is None:
            return "You are on your way to them."
        who = self._desk.watched.descriptions[talk.by]
        return f"Your colleague ({uncapitalise(who)}) is on the way to them. You speak through them by radio."


def take_apart(lines: Sequence[TalkEvent]) -> list[list[TalkEvent]]:
    """What was said in exchanges, each with its answer last; only what somebody says or hears is among them."""
    exchanges: list[list[TalkEvent]] = []
    for event in lines:
        last = exchanges[-1] if exchanges else []
        if isinstance(event, Parted):
            # They are heard before it is written down that they were let go, as they answer to being thanked.
            if last and isinstance(last[-1], Replied) and not last[-1].topic:
                last.insert(0, event)
            continue
        answers = isinstance(event, Replied) and event.topic and last
        returns = isinstance(event, CheckReturned) and last and isinstance(last[-1], Checked)
        if answers or returns:
            last.append(event)
        else:
            exchanges.append([event])
    return exchanges


def say_parting(parted: Parted) -> str:
    """What the trainee says as they let somebody go."""
    why = "We ask people like this to keep the place safe." if parted.explained else "That's all."
    return f"{why} Thank you for your time." if parted.thanked else why


def _row(*endings: tuple[str, bool, bool]) -> Sequence[Widget]:
    chips = [Chip(word, tick=False, yields=LeaveTaken(thanked, why), grow=1) for word, thanked, why in endings]
    return [Row(chips, gap=6)]
