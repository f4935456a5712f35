"""A talk with the person who is followed, in the author's preview: their account, and each answer beside the truth."""

from dataclasses import dataclass

from game.authoring import Askable, Interview, StagedScene, ToldAnswer
from game.clock import clock
from game.widgets.boxes import Card, Column, Grid
from game.widgets.press import Chip
from game.widgets.scroll import Scroll
from game.widgets.widget import Label, Widget


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """Ask the person who is followed this."""

    question: Askable


class InterviewPart:
    """The talk with whoever is followed, if the author has begun one; with somebody else there is none."""

    def __init__(self) -> None:
        self._interview: Interview | None = None

    def toggle(self, scene: StagedScene | None, person: int | None, tick: int) -> bool:
        """Speak with this person as things are at a tick, or have done with it; whether a talk has begun."""
        if self._with(person):
            self._interview = None
        elif scene is not None and person is not None:
            self._interview = Interview(scene, person, tick)
        return self._interview is not None

    def ask(self, question: Askable) -> None:
        """Put a question."""
        if self._interview:
            self._interview.ask(question)

    def widgets(self, scene: StagedScene, person: int | None, offsets: dict[str, int], most: float) -> list[Widget]:
        """The card of the talk with this person, no higher than `most` px, if there is one."""
        interview = self._with(person)
        return [_card(scene, interview, offsets, most)] if interview else []

    def _with(self, person: int | None) -> Interview | None:
        return self._interview if self._interview is not None and self._interview.person == person else None


def _card(scene: StagedScene, interview: Interview, offsets: dict[str, int], most: float) -> Widget:
    """What they claim, what can be asked, and what was said."""
    person = scene.staged.cast.people[interview.person]
    asked = {answer.question for answer in interview.said}
    chips = [
        Chip(askable.short + " ✓" * (askable in asked), tick=False, most=2, yields=QuestionPut(askable))
        for askable in interview.questions
    ]
    lines: list[Widget] = [
        Label(f"Talk at {clock(interview.tick)}", "strong"),
        Label(f"Account: {interview.account}", "small", "text_soft"),
        *([Label(f"Asked why they are here: “{person.account.claims}”", "small")] if person.account.claims else []),
        Grid(chips, least=120, gap=4, most=2),
        *(_show_spoken(answer) for answer in reversed(interview.said)),
    ]
    return Card(Scroll(Column(lines, gap=6), offsets, f"interview {interview.person}", most=most), pad=8)


def _show_spoken(spoken: ToldAnswer) -> Widget:
    lines: list[Widget] = [
        Label(spoken.question.short, "small", "text_soft", 2), Label(f"“{spoken.words}”", "small", most=5),
    ]  # fmt: skip
    if spoken.so:
        lines.append(Label(f"So: {spoken.so}", "small", "accent", 3))
    if spoken.drawn:
        lines.append(Label(f"To be answered {spoken.drawn}", "small", "text_soft"))
    return Column(lines, gap=1)
