"""The guided lesson: one step after another, each completed by the trainee's own act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from game.scenario import LessonStep
from game.widgets.boxes import Card, Column, Flow
from game.widgets.press import Button
from game.widgets.widget import Label, Progress, Widget

BY_HAND = frozenset({"key", "seen"})
"""Steps that are read and then left, by any key or by the button."""
HOW = {
    "pan": "Drag the picture, or use the arrow keys",
    "zoom": "Turn the wheel, or press + and −",
    "turn": "Press Q or E",
    "select": "Click a person, or press Tab and then Enter",
    "close": "Press Esc, or the × of the panel",
    "note": "Press 1, or the button “1 Note”",
    "concern": "Press 2, or the button “2 Concern”",
    "cue": "Open a heading below “What did you see?” and tick what you saw; by keyboard, press C",
    "clear": "Press X or Backspace, or the button “Take back (X)”",
    "pause": "Press Space",
}
AT_LEAST = 0.6
"""Seconds that a step stays up at least."""


@dataclass(frozen=True, slots=True)
class StepPassed:
    """Go on to the next step of the lesson."""


@dataclass(frozen=True, slots=True)
class LessonStopped:
    """End the lesson; the scene goes on."""


LessonEvent = StepPassed | LessonStopped


class Coach:
    """Knows which step the lesson is at; `version` grows with every step."""

    def __init__(self, steps: Sequence[LessonStep]) -> None:
        self.version = 0
        self._steps = tuple(steps)
        self._at = 0
        self._since = 0.0

    @property
    def step(self) -> LessonStep | None:
        """The step to be done, if the lesson is not over."""
        return self._steps[self._at] if self._at < len(self._steps) else None

    def did(self, act: str) -> bool:
        """The trainee did something: whether that completed the step. Too soon after the one before does not count."""
        step = self.step
        if step is None or step.until != act or self._since < AT_LEAST:
            return False
        self._go_to(self._at + 1)
        return True

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._since += seconds

    def take(self, event: LessonEvent) -> None:
        """Do what a button of the card asks."""
        match event:
            case StepPassed():
                self._go_to(min(self._at + 1, len(self._steps)))
            case LessonStopped():
                self._go_to(len(self._steps))
            case _:
                assert_never(event)

    def widget(self) -> Widget | None:
        """The step as a card, if there is one."""
        step = self.step
        if step is None:
            return None
        lines: list[Widget] = [Label(" ".join(step.say.split()), "body")]
        if hint := HOW.get(step.until):
            lines.append(Label(hint, "small", "accent"))
        go_on = Button("Go on", "primary", "Enter" if step.until == "key" else "", yields=StepPassed())
        skip = Button("Skip this step", "quiet", yields=StepPassed())
        stop = Button("End the lesson", "quiet", yields=LessonStopped())
        buttons: list[Widget] = [go_on if step.until in BY_HAND else skip, stop]
        lines += [Flow(buttons, gap=6), Progress(self._at / len(self._steps))]
        return Card(Column(lines, gap=8), pad=14, fill="panel_over", edge="accent")

    def _go_to(self, step: int) -> None:
        self._at, self._since = step, 0.0
        self.version += 1
