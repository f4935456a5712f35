"""What a trainee may ask, and what comes back: the one way by which anything the key knows reaches who is watching."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, Protocol

from game.acts import BearsOut, Finds, IsBorne, IsMeant, Question, Reply
from game.log import Answered, Log
from game.view import Snapshot

from .officer import Officer
from .refusal import NO_HELP, NO_TOPICS, NOT_MARKED, NOT_ON_THE_FLOOR, NOT_PRESENT, TOO_FAR, WHEN_DECIDED, Refusal


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the codes of `Answered`; `words` are what a person says, is found with or is
    told, which the log does not keep."""

    question: Literal["meant", "hint", "mark", "reply", "search", "decision"]
    person: int | None
    answer: str
    about: str = ""
    words: str = ""

    def logged(self, tick: int) -> Answered:
        """The event."""
        return Answered(tick, self.question, self.person, self.answer, self.about)


class Answering(Protocol):
    """An umpire: it knows the key, and answers one question at a time with as little as will do."""

    def answer(self, question: Question, log: Log) -> Answer | Refusal:
        """What is true by what has been played, shown and seen so far; or why there is no answer."""
        ...


def refusal_to_ask(
    question: Question, marked: Container[int], officer: Officer | None, now: Snapshot, *, assessed: bool
) -> Refusal | None:
    """Why a question may not be asked now, whatever the answer would be.

    In assessment there is no help. People may still be asked why they are here, to which all have something to say;
    not about further topics, to which only those have answers whom the author wrote: that would tell them apart.
    """
    if isinstance(question, (Finds, IsBorne)):
        return WHEN_DECIDED
    if isinstance(question, Reply):
        return NO_TOPICS if assessed and question.topic else out_of_earshot(question.person, officer, now)
    if assessed:
        return NO_HELP
    if isinstance(question, (IsMeant, BearsOut)) and question.person not in marked:
        return NOT_MARKED
    return None


def out_of_earshot(person: int, officer: Officer | None, now: Snapshot) -> Refusal | None:
    """Why somebody cannot be spoken with from where the own figure stands."""
    if officer is None:
        return NOT_ON_THE_FLOOR
    if person not in now.ids:
        return NOT_PRESENT
    return None if officer.in_earshot(now, person) else TOO_FAR
