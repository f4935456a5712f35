"""What may stand over the watching screen and wants an answer: the keys, and the questions at the end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from game.widgets.page import ask
from game.widgets.screen import Home, Next, Replace, Screen
from game.widgets.widget import Widget

from ..front.help_screen import keys_card
from .actions import Hands
from .watch_setup import Watched

Scrolled = dict[str, int]


class Question(Enum):
    """Which dialog it is."""

    HELP = auto()
    END = auto()
    OVER = auto()


class DialogAnswer(Enum):
    """What the buttons of dialogs say."""

    STAY = auto()
    END = auto()
    DEBRIEF = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class DialogAsked:
    """Put up a dialog."""

    question: Question


class Dialogs:
    """The dialog that stands, if one does (`asked`); `after` gives the screen that follows the exercise."""

    def __init__(self, watched: Watched, hands: Hands, after: Callable[[], Screen]) -> None:
        self.asked: Question | None = None
        self.version = 0
        self.handed_over = False
        """Whether the debrief has been gone to, which closes the record itself."""
        self._watched, self._hands, self._after = watched, hands, after
        self._held = False

    def take(self, event: DialogAsked | DialogAnswer) -> Next | None:
        """Put up a dialog, or do what it was answered."""
        match event:
            case DialogAsked(question):
                self.ask(question)
            case DialogAnswer.STAY:
                self._stay()
            case DialogAnswer.END:
                self._hands.finish()
                return self._go_on()
            case DialogAnswer.DEBRIEF:
                return self._go_on()
            case DialogAnswer.LEAVE:
                return Home()
            case _:
                assert_never(event)
        return None

    def ask(self, question: Question) -> None:
        """Put up a dialog; reading the keys stops the clock, where it can be stopped."""
        exercise = self._watched.exercise
        self.asked = question
        self.version += 1
        self._held = question is Question.HELP and not exercise.paused and self._watched.mode != "assess"
        if self._held:
            self._hands.pause()

    def widget(self, offsets: Scrolled, most: float) -> Widget | None:
        """The dialog, if one stands; lists in it are no higher than `most` px."""
        return None if self.asked is None else DIALOGS[self.asked](self._watched, offsets, most)

    def _stay(self) -> None:
        self.asked = None
        self.version += 1
        if self._held and self._watched.exercise.paused:
            self._hands.pause()

    def _go_on(self) -> Next:
        self.handed_over = True
        return Replace(self._after())


def end_early(watched: Watched, offsets: Scrolled, most: float) -> Widget:  # noqa: ARG001 - as all dialogs
    """Whether to end the exercise before its time."""
    counts = "In a lesson nothing counts." if watched.lesson else "What you have marked so far will count."
    return ask(
        "End the exercise now?", f"The clock has not run out. {counts}",
        (DialogAnswer.STAY, "Keep watching"), (DialogAnswer.END, "End it and see the debrief"),
    )


def is_over(watched: Watched, offsets: Scrolled, most: float) -> Widget:  # noqa: ARG001 - as all dialogs
    """Where to go now that the time is up."""
    return ask(
        "The exercise is over", "Your marks stand as they are. See who was there, and what they did.",
        (DialogAnswer.DEBRIEF, "See the debrief"), (DialogAnswer.LEAVE, "Leave"),
    )


def keys(watched: Watched, offsets: Scrolled, most: float) -> Widget:  # noqa: ARG001 - as all dialogs
    """All the keys."""
    return keys_card(offsets, most, DialogAnswer.STAY)


DIALOGS: Mapping[Question, Callable[[Watched, Scrolled, float], Widget]] = {
    Question.HELP: keys, Question.END: end_early, Question.OVER: is_over,
}
"""What each dialog shows."""
