"""A talk with the person who is followed, in the author's preview: their account, and each answer beside the truth."""

from dataclasses import dataclass

from game.authoring import Interview, Question, Spoken, StagedScene
from game.clock import clock
from game.widgets.boxes import Card, Column, Grid
from game.widgets.press import Chip
from game.widgets.scroll import Scroll
from game.widgets.widget import Label, Widget


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """Ask the person who is followed this."""

    question: Question


def interview_panel(scene: StagedScene, interview: Interview, offsets: dict[str, int], most: float) -> Widget:
    """The card, no higher than `most` px: what they claim, what can be asked, and what was said."""
    person = scene.staged.cast.people[interview.person]
    asked = {one.question for one in interview.said}
    chips = [
        Chip(one.short + " ✓" * (one in asked), tick=False, most=2, yields=QuestionPut(one))
        for one in interview.questions
    ]
    lines: list[Widget] = [
        Label(f"Talk at {clock(interview.tick)}", "strong"),
        Label(f"Account: {interview.account}", "small", "text_soft"),
        *([Label(f"Asked why they are here: “{person.account.claims}”", "small")] if person.account.claims else []),
        Grid(chips, least=120, gap=4, most=2),
        *(_spoken(one) for one in reversed(interview.said)),
    ]
    return Card(Scroll(Column(lines, gap=6), offsets, f"interview {interview.person}", most=most), pad=8)


def _spoken(spoken: Spoken) -> Widget:
    lines: list[Widget] = [
        Label(spoken.question.short, "small", "text_soft", 2), Label(f"“{spoken.words}”", "small", most=5),
    ]  # fmt: skip
    if spoken.so:
        lines.append(Label(f"So: {spoken.so}", "small", "accent", 3))
    if spoken.drawn:
        lines.append(Label(f"To be answered {spoken.drawn}", "small", "text_soft"))
    return Column(lines, gap=1)
