"""What is written down about a record afterwards, in a file beside it: a line for each entry, none ever changed.

The record itself stays as it was sealed. What lies beside it vouches for nothing.
"""

from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from game.private import privately

T = TypeVar("T")
MOST_BYTES = 1_000_000
"""Of a book that is read: ten thousand entries."""


class Notebook(Generic[T]):
    """The entries about one record. Without a record on disk they are known until the program ends, and kept nowhere.

    `entries` are all of them, the oldest first.
    """

    def __init__(self, record: Path | None, suffix: str, shape: TypeAdapter[T]) -> None:
        """The book of this record that ends on `suffix`, which is read at once."""
        self._path = record.with_suffix(suffix) if record else None
        self._shape = shape
        self.entries: list[T] = self._read(self._path) if self._path else []

    def write(self, entry: T) -> str:
        """Keep an entry; within a sentence why it could not be written, if it could not."""
        self.entries.append(entry)
        if self._path is None:
            return "there is no record on disk to keep it beside"
        try:
            with open(self._path, "ab", opener=privately) as book:
                book.write(self._shape.dump_json(entry) + b"\n")
        except OSError as error:
            return error.strerror or str(error)
        return ""

    def _read(self, path: Path) -> list[T]:
        """The entries in a book; lines that are none are passed over, as anybody can write them."""
        try:
            with path.open("rb") as book:
                lines = book.read(MOST_BYTES).splitlines()
        except OSError:
            return []
        entries = []
        for line in lines:
            try:
                entries.append(self._shape.validate_json(line))
            except ValueError:
                continue
        return entries
