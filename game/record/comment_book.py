"""What an instructor says of moments of a record, kept beside it and shown in its debrief."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from game.course import Moment

from .line import Tick
from .notebook import Notebook

SUFFIX = ".comments"
LONGEST = 300
"""Letters of a comment: what can be read at a glance while the moment plays."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of the moment at a tick, and when it was written."""

    when: Moment
    tick: Tick
    words: Annotated[str, Field(min_length=1, max_length=LONGEST)]


class CommentBook:
    """The comments on one record."""

    def __init__(self, record: Path | None, now: Callable[[], datetime]) -> None:
        """The book of this record, which is read at once; `now` tells the time with its offset."""
        self._book = Notebook(record, SUFFIX, TypeAdapter(Comment))
        self._now = now

    @property
    def comments(self) -> list[Comment]:
        """All of them, in order of the moments they are about."""
        return sorted(self._book.entries, key=lambda remark: (remark.tick, remark.when))

    def add(self, tick: int, words: str) -> str:
        """Keep a comment; why it could not be written, if it could not."""
        problem = self._book.write(Comment(self._now(), tick, words[:LONGEST]))
        return f"The comment could not be kept: {problem}." if problem else ""
