"""A folder of records, each at a glance."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.course import Result

from .header import Header, read_header
from .journal import SUFFIX
from .line import LINE, Line, unpack
from .trouble import UnreadableError

_HEAD, _TAIL = 65_536, 65_536
"""Bytes that are read of a file's beginning, which has its first line, and of its end, which has its last."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One past record at a glance. `problem` says in a sentence what is damaged; without a `header` it does not open.

    `name` is that of the file as it can be shown · `tick` that of its last line · `ended` if it was ended, not
    broken off · `result` what it came to, if that was kept.
    """

    path: Path
    name: str
    header: Header | None = None
    tick: int = 0
    ended: bool = False
    result: Result | None = None
    problem: str = ""


def summaries(folder: Path) -> Iterator[Summary]:
    """The records of a folder, newest first. A file that cannot be read has its problem for a summary."""
    try:
        paths = sorted(folder.glob(f"[!.]*{SUFFIX}"), reverse=True)
    except OSError:
        return
    for path in paths:
        if path.is_file():
            yield summary(path)


def summary(path: Path) -> Summary:
    """One record at a glance, from its first and last lines alone."""
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        first, last = _ends(path)
        header = read_header(first, name)
    except OSError as error:
        reason = (error.strerror or "the disk refused").lower()
        return Summary(path, name, problem=f"{name} cannot be opened: {reason}.")
    except UnreadableError as error:
        return Summary(path, name, problem=str(error))
    if last is None:
        return Summary(path, name, header)
    try:
        line: Line = unpack(last, LINE)
    except ValueError:
        return Summary(path, name, header, problem=f"The last line of {name} is damaged.")
    result = line.end if isinstance(line.end, Result) else None
    return Summary(path, name, header, line.t, line.end is not None, result)


def _ends(path: Path) -> tuple[bytes, bytes | None]:
    """The first line, and the last whole one after the stage's; what comes after its end was broken off."""
    with path.open("rb") as file:
        first = file.readline(_HEAD)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(len(first), size - _TAIL))
        pieces = file.read().split(b"\n")
    moments = pieces[1:-1]  # the first piece is the stage's line, or the rest of a line
    return first, moments[-1] if moments else None
