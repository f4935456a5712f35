"""What was answered in the grounds drill of a record: the trainee's own notebook, kept beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from game.course import Count, Moment, Text

from .notebook import Notebook

SUFFIX = ".grounds"


@dataclass(frozen=True, slots=True)
class GroundsAnswered:
    """One answer: when, about whom and what, which reasons were `chosen`, and of how many it was `right`."""

    when: Moment
    person: Count
    asked: Text
    chosen: Annotated[tuple[Text, ...], Field(max_length=60)]
    right: Count
    of: Count


class GroundsBook:
    """The answers of one record."""

    def __init__(self, record: Path | None, now: Callable[[], datetime]) -> None:
        """The book of this record, which is read at once; `now` tells the time with its offset."""
        self._book = Notebook(record, SUFFIX, TypeAdapter(GroundsAnswered))
        self._now = now

    @property
    def answers(self) -> list[GroundsAnswered]:
        """All of them, the oldest first."""
        return self._book.entries

    def add(self, person: int, asked: str, chosen: tuple[str, ...], right: int, of: int) -> str:
        """Keep an answer; why it could not be written, if it could not."""
        problem = self._book.write(GroundsAnswered(self._now(), person, asked, chosen, right, of))
        return f"Your answer could not be kept: {problem}." if problem else ""
