"""The questions about what is normal here, put up when the time of watching is over."""

from dataclasses import dataclass

from game.baseline import NormalTold
from game.exercise import NormalWatch
from game.widgets.boxes import Card, Column
from game.widgets.press import Button
from game.widgets.widget import Gap, Label, Widget


@dataclass(frozen=True, slots=True)
class NormalChosen:
    """The trainee says that this is normal: the choice of this number."""

    choice: int


@dataclass(frozen=True, slots=True)
class WorkBegun:
    """The trainee has been told what is normal, and wants to begin."""


def normal_card(normal: NormalWatch) -> Widget:
    """The question that comes next below what was so of the one before; at the end all that is normal."""
    asked, told = normal.question, normal.told
    lines: list[Widget] = [Label("What is normal here?", "heading")]
    if asked is None:
        lines += [_tell(normal_told) for normal_told in told]
        lines += [
            Label("Look for what does not fit this. From now on everything counts.", "small", "text_soft"), Gap(4),
            Button("Begin", "primary", "Enter", yields=WorkBegun()),
        ]  # fmt: skip
        return Card(Column(lines, gap=8), pad=20, edge="line")
    lines += [_tell(normal_told) for normal_told in told[-1:]]
    lines.append(Label(f"Question {len(told) + 1} of {len(normal.questions)}", "small", "text_soft"))
    lines.append(Label(asked.asks))
    lines += [
        Button(choice, "plain", str(n + 1), yields=NormalChosen(n)) for n, choice in enumerate(asked.choices)
    ]
    return Card(Column(lines, gap=8), pad=20, edge="line")


def _tell(told: NormalTold) -> Widget:
    words = f"So it is. {told.text}" if told.right else f"You said “{told.said}”. {told.text}"
    return Label(words, "small", "hit" if told.right else "concern")
