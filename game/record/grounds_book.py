"""What was answered in the grounds drill of a record, kept beside it: a line for each answer, none ever changed.

The record itself stays as it was sealed. What lies beside it vouches for nothing: it is the trainee's own notebook.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from game.course import Count, Moment, Text
from game.private import privately

SUFFIX = ".grounds"
MOST_BYTES = 1_000_000
"""Of a book that is read: ten thousand answers."""


@dataclass(frozen=True, slots=True)
class GroundsAnswered:
    """One answer: when, about whom and what, which reasons were `chosen`, and of how many it was `right`."""

    when: Moment
    person: Count
    asked: Text
    chosen: Annotated[tuple[Text, ...], Field(max_length=60)]
    right: Count
    of: Count


_DRILLED = TypeAdapter(GroundsAnswered)


class GroundsBook:
    """The answers of one record. Without a record on disk they are known until the program ends, and kept nowhere."""

    def __init__(self, record: Path | None, now: Callable[[], datetime]) -> None:
        """The book of this record, which is read at once; `now` tells the time with its offset."""
        self._path = record.with_suffix(SUFFIX) if record else None
        self._now = now
        self.answers = _read(self._path) if self._path else []
        """All of them, the oldest first."""

    def add(self, person: int, asked: str, chosen: tuple[str, ...], right: int, of: int) -> str:
        """Keep an answer; why it could not be written, if it could not."""
        drilled = GroundsAnswered(self._now(), person, asked, chosen, right, of)
        self.answers.append(drilled)
        if self._path is None:
            return "There is no record on disk to keep your answers beside."
        try:
            with open(self._path, "ab", opener=privately) as book:
                book.write(_DRILLED.dump_json(drilled) + b"\n")
        except OSError as error:
            return f"Your answer could not be kept: {error.strerror or error}."
        return ""


def _read(path: Path) -> list[GroundsAnswered]:
    """The answers in a book; lines that are none are passed over, as anybody can write them."""
    try:
        with path.open("rb") as book:
            lines = book.read(MOST_BYTES).splitlines()
    except OSError:
        return []
    answers = []
    for line in lines:
        try:
            answers.append(_DRILLED.validate_json(line))
        except ValueError:
            continue
    return answers
