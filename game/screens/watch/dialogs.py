"""What may stand over the watching screen and wants an answer: the keys, and the questions at the end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from game.acts import BeginWork, SayNormal
from game.widgets.page import ask
from game.widgets.screen import Home, Next, Replace, Screen
from game.widgets.widget import Widget

from ..front.help_screen import keys_card
from ..keys import Keys
from ..navigation import Guidance, Onward
from .actions import Hands
from .dealing.normal_card import NormalChosen, WorkBegun, normal_card
from .lesson import Coach, LessonStopped, SceneAskedAgain
from .watch_setup import Watched

Scrolled = dict[str, int]


class Question(Enum):
    """Which dialog it is."""

    HELP = auto()
    END = auto()
    OVER = auto()
    LESSON = auto()
    NORMAL = auto()


class DialogAnswer(Enum):
    """What the buttons of dialogs say."""

    STAY = auto()
    END = auto()
    DEBRIEF = auto()
    ONWARD = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class DialogAsked:
    """Put up a dialog."""

    question: Question


DialogEvent = DialogAsked | DialogAnswer | LessonStopped | SceneAskedAgain | NormalChosen | WorkBegun


class Dialogs:
    """The dialog that stands, if one does (`asked`).

    `after` gives the screen that follows the exercise, `guidance` what comes of a lesson.
    """

    def __init__(
        self, watched: Watched, hands: Hands, coach: Coach, keys: Keys, after: Callable[[], Screen],
        guidance: Guidance | None = None,
    ) -> None:
        self.asked: Question | None = None
        self.version = 0
        self.handed_over = False
        """Whether the debrief has been gone to, which closes the record itself."""
        self._watched, self._hands, self._coach, self._keys = watched, hands, coach, keys
        self._after, self._guidance = after, guidance
        self._held = False

    def take(self, event: DialogEvent) -> Next | None:
        """Put up a dialog, or do what it was answered."""
        match event:
            case DialogAsked(question):
                self.ask(question)
            case LessonStopped():
                self.ask(Question.LESSON)
            case DialogAnswer.STAY:
                self._stay()
            case DialogAnswer.END:
                self._hands.finish()
                return self._go_on()
            case DialogAnswer.DEBRIEF:
                return self._go_on()
            case DialogAnswer.ONWARD:
                self._hands.finish()
                # In place of the lesson's briefing too: nobody who goes on wants to come back to it.
                return Replace(self._onward.screen(), 2) if self._onward else Home()
            case SceneAskedAgain():
                return Replace(self._guidance.again(self._coach.at)) if self._guidance else None
            case DialogAnswer.LEAVE:
                return Home()
            case NormalChosen() | WorkBegun():
                self._tell_normal(event)
            case _:
                assert_never(event)
        return None

    @property
    def _onward(self) -> Onward | None:
        """The way from a lesson to the first exercise, if there is one."""
        return self._guidance.onward if self._guidance else None

    def ask(self, question: Question) -> None:
        """Put up a dialog. Reading the keys, or thinking over whether to end, stops the clock if it can be stopped.

        A lesson has its own end.
        """
        exercise = self._watched.exercise
        self.asked = Question.LESSON if question is Question.END and self._watched.lesson else question
        self.version += 1
        if question is Question.HELP:
            self._coach.did("help")
        stops = question in (Question.HELP, Question.END)
        self._held = stops and not exercise.paused and self._watched.mode != "assess"
        if self._held:
            self._hands.pause()

    def widget(self, offsets: Scrolled, most: float) -> Widget | None:
        """The dialog, if one stands; lists in it are no higher than `most` px."""
        if self.asked is Question.LESSON:
            return lesson_done(self._onward, done=self._coach.is_at_end)
        if self.asked is Question.NORMAL and self._watched.exercise.normal:
            return normal_card(self._watched.exercise.normal)
        if self.asked is Question.HELP:
            return keys_card(self._keys, offsets, most, DialogAnswer.STAY)
        return None if self.asked is None else DIALOGS[self.asked]()

    def _tell_normal(self, event: NormalChosen | WorkBegun) -> None:
        if isinstance(event, NormalChosen):
            self._hands.do(SayNormal(event.choice))
            self.version += 1
        else:
            self._hands.do(BeginWork())
            self._stay()

    def _stay(self) -> None:
        self.asked = None
        self.version += 1
        if self._held and self._watched.exercise.paused:
            self._hands.pause()

    def _go_on(self) -> Next:
        self.handed_over = True
        return Replace(self._after())


def lesson_done(onward: Onward | None, *, done: bool) -> Widget:
    """Where to go from a lesson: at its end first to the first exercise, if there is one; before that, back into it."""
    on = [(DialogAnswer.ONWARD, f"On to “{onward.title}”")] if onward else []
    away, stay = [*on, (DialogAnswer.END, "See who was there")], (DialogAnswer.STAY, "Stay in the lesson")
    return ask(
        "Done with the lesson?", "Nothing in it counts, and you can come back to it as often as you like.",
        *([*away, stay] if done else [stay, *away]),
    )


def end_early() -> Widget:
    """Whether to end the exercise before its time."""
    return ask(
        "End the exercise now?", "The clock has not run out. What you have marked so far will count.",
        (DialogAnswer.STAY, "Keep watching"), (DialogAnswer.END, "End it and see the debrief"),
    )


def is_over() -> Widget:
    """Where to go now that the time is up."""
    return ask(
        "The exercise is over", "Your marks stand as they are. See who was there, and what they did.",
        (DialogAnswer.DEBRIEF, "See the debrief"), (DialogAnswer.LEAVE, "Leave"),
    )


DIALOGS: Mapping[Question, Callable[[], Widget]] = {Question.END: end_early, Question.OVER: is_over}
"""What each dialog shows that is only a question."""
