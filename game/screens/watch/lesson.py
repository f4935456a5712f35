"""The guided lesson: one step after another, each waiting until the trainee has done it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from game.acts import BearsOut, IsMeant, Question
from game.exercise import Answer, Refusal
from game.scenario import LessonStep
from game.widgets.boxes import Card, Column, Flow
from game.widgets.press import Button, Chip
from game.widgets.widget import Label, Progress, Widget

from ..keys import Keys

BY_HAND = frozenset({"key", "seen"})
"""Steps that are read and then left, by Enter or by the button."""
HOW = {  # letters in braces as `Keys.named` takes them
    "pan": "Drag the picture, or use the arrow keys",
    "zoom": "Turn the wheel, or press + and −",
    "turn": "Press {q} or {e}",
    "select": "Click a person, or press Tab and then Enter",
    "close": "Press Esc, or the × of the panel",
    "note": "Press 1, or the button “1 Note”",
    "concern": "Press 2, or the button “2 Concern”",
    "cue": "Open a heading below “What you saw” and tick what you saw; by keyboard, press {c}",
    "clear": "Press {x} or Backspace, or the button “Clear ({x})”",
    "pause": "Press Space, and then again",
    "follow": "With somebody chosen, press {f}, or the button “Follow ({f})”",
    "plan": "Press {p}",
    "cameras": "Press {v}, or the button “CCTV pictures ({v})”",
    "help": "Press {h}",
    "hint": "Press {i}, or the button “Hint ({i})”",
    "speak": "With somebody chosen, press {t}, or its button; say who you are, and ask them something",
    "decide": "With somebody chosen, press 3, or the button “3 Act”; choose what you do, and confirm it",
}
NOT_MEANT = "This is somebody else. Look at what they do, and at what they look: is it what the card speaks of?"
MEANT = "This is the one to keep an eye on. Put the mark back, and try it on somebody else."
NOT_SEEN = "Nothing of that kind has been there to see so far. Watch a little longer, and tick what you really see."
SCENE_OVER = "The scene has no more to show. You can begin it again; the lesson goes on from here."
SEEN = frozenset({"exact", "family", "glimpsed"})
"""Grounds on which a sign that was ticked is what they did, well seen or not."""


@dataclass(frozen=True, slots=True)
class StepPassed:
    """Go on to the next step of the lesson."""


@dataclass(frozen=True, slots=True)
class StepTakenAgain:
    """Go back to the step before."""


@dataclass(frozen=True, slots=True)
class LessonStopped:
    """The trainee has done with the lesson."""


@dataclass(frozen=True, slots=True)
class SceneAskedAgain:
    """Begin the scene anew, and the lesson where it is."""


LessonEvent = StepPassed | StepTakenAgain


class Asking(Protocol):
    """The way to the umpire."""

    def __call__(self, question: Question) -> Answer | Refusal | None:
        """What the umpire says, or why it may not be asked."""
        ...


class Coach:
    """Knows which step the lesson is at; `version` grows with every step, and with what is said about it."""

    def __init__(self, steps: Sequence[LessonStep], ask: Asking, keys: Keys, at: int = 0) -> None:
        """At a step, from which a lesson goes on whose scene was begun anew."""
        self.version = 0
        self.at = at
        """The number of the step."""
        self._steps, self._ask, self._keys = tuple(steps), ask, keys
        self._says = ""
        self._over = False
        self._meant: set[int] = set()
        """Those who are meant, by what the umpire has said: once a mark is cleared it can no longer be asked."""

    @property
    def step(self) -> LessonStep | None:
        """The step to be done, if the lesson is not over."""
        return self._steps[self.at] if self.at < len(self._steps) else None

    @property
    def is_at_end(self) -> bool:
        """Whether nothing comes after the present step."""
        return self.at >= len(self._steps) - 1

    def did(self, act: str, person: int | None = None) -> bool:
        """The trainee did something, perhaps about a person: whether that completed the step."""
        step = self.step
        if step is None or step.until != act:
            return False
        if catch := self._catch(step, person):
            self._say(catch)
            return False
        self._go_to(self.at + 1)
        return True

    def scene_over(self) -> None:
        """Nothing more comes of the scene that the lesson could be about: offer it anew."""
        self.version += not self._over
        self._over = True

    def take(self, event: LessonEvent) -> None:
        """Do what a button of the card asks."""
        match event:
            case StepPassed():
                self._go_to(min(self.at + 1, len(self._steps)))
            case StepTakenAgain():
                self._go_to(max(self.at - 1, 0))
            case _:
                assert_never(event)

    def widget(self, *, short: bool = False, entered: bool = True) -> Widget | None:
        """The step as a card, if there is one; `short` where there is little room, `entered` if Enter goes on."""
        step = self.step
        if step is None:
            return None
        at = f"Step {self.at + 1} of {len(self._steps)}"
        lines: list[Widget] = [] if short else [Label(at, "small", "text_soft")]
        lines.append(Label(self._keys.name_keys(step.say), "small" if short else "body"))
        if hint := HOW.get(step.until):
            lines.append(Label(self._keys.name_keys(hint), "small", "accent"))
        if self._says:
            lines.append(Label(self._says, "small", "concern"))
        if self._over:
            lines.append(Label(SCENE_OVER, "small", "concern"))
        lines.append(Flow(self._buttons(step, short=short, entered=entered), gap=6))
        if not short:
            lines.append(Progress(self.at / len(self._steps)))
        return Card(Column(lines, gap=6 if short else 8), pad=10 if short else 14, fill="panel_over", edge="accent")

    def _buttons(self, step: LessonStep, *, short: bool, entered: bool) -> list[Widget]:
        """Go on, or leave it out; go back; end the lesson, which the last step does of itself."""
        last = self.is_at_end
        on = LessonStopped() if last else StepPassed()
        if step.until in BY_HAND:
            word = "Finish" if last else "Go on"
            buttons: list[Widget] = [
                Button(word, "primary", "Enter", yields=on) if entered else Button(word, yields=on)
            ]
        else:
            buttons = [_small("Skip" if short else "Skip this step", on, short=short)]
        if self.at:
            buttons.append(_small("Back" if short else "Step back", StepTakenAgain(), short=short))
        if self._over:
            buttons.append(_small("Begin again" if short else "Begin the scene again", SceneAskedAgain(), short=short))
        if not last:
            buttons.append(_small("End" if short else "End the lesson", LessonStopped(), short=short))
        return buttons

    @property
    def entered(self) -> LessonEvent | LessonStopped | None:
        """What Enter does at a step that is only read."""
        if self.step is None or self.step.until not in BY_HAND:
            return None
        return LessonStopped() if self.is_at_end else StepPassed()

    def _catch(self, step: LessonStep, person: int | None) -> str:
        """Why what was done does not complete the step; empty if it does."""
        if step.whom == "anyone" or person is None:
            return ""
        meant = self._is_meant(person)
        said = self._keys.name_keys(step.catch) if step.catch else ""
        if step.whom == "another":
            return (said or MEANT) if meant else ""
        if not meant:
            return said or NOT_MEANT
        return NOT_SEEN if step.until == "cue" and not self._bears_out(person) else ""

    def _is_meant(self, person: int) -> bool:
        """Asked of the umpire, for as long as there is a mark to ask about."""
        answer = self._ask(IsMeant(person)) if person not in self._meant else None
        if isinstance(answer, Answer) and answer.answer == "yes":
            self._meant.add(person)
        return person in self._meant

    def _bears_out(self, person: int) -> bool:
        answer = self._ask(BearsOut(person))
        return isinstance(answer, Answer) and answer.answer in SEEN

    def _say(self, words: str) -> None:
        self.version += words != self._says
        self._says = words

    def _go_to(self, step: int) -> None:
        self.at, self._says = step, ""
        self.version += 1


def _small(words: str, event: LessonEvent | LessonStopped | SceneAskedAgain, *, short: bool) -> Widget:
    return Chip(words, tick=False, yields=event) if short else Button(words, "quiet", yields=event)
