"""What a trainee may ask, and what comes back: the one way by which anything the key knows reaches who is watching."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, Protocol

from game.acts import BearsOut, Finds, IsBorne, IsMeant, Question
from game.log import Answered, Log

from .conversing import Conversing
from .lookouts import Eyes
from .refusal import NO_HELP, NOT_MARKED, WHEN_DECIDED, Refusal
from .unattended import Owners


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the codes of `Answered`; `words` are what one is told or finds, which the log does not keep."""

    question: Literal["meant", "hint", "mark", "search", "decision"]
    person: int | None
    answer: str
    about: str = ""
    words: str = ""

    def make_event(self, tick: int) -> Answered:
        """The event."""
        return Answered(tick, self.question, self.person, self.answer, self.about)


class Answering(Protocol):
    """An umpire: it knows the key, and answers one question at a time with as little as will do."""

    @property
    def replies(self) -> Conversing:
        """What people say when they are spoken with."""
        ...

    @property
    def eyes(self) -> Eyes:
        """What cameras and colleagues see."""
        ...

    @property
    def owners(self) -> Owners:
        """Whose the items are that lie about."""
        ...

    def answer(self, question: Question, log: Log) -> Answer | Refusal:
        """What is true by what has been played, shown and seen so far; or why there is no answer."""
        ...


def refusal_to_ask(question: Question, marked: Container[int], *, assessed: bool) -> Refusal | None:
    """Why a question may not be asked now, whatever the answer would be. In assessment there is no help."""
    if isinstance(question, (Finds, IsBorne)):
        return WHEN_DECIDED
    if assessed:
        return NO_HELP
    if isinstance(question, (IsMeant, BearsOut)) and question.person not in marked:
        return NOT_MARKED
    return None
