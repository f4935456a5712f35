"""A folder of records, each at a glance."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.course import Result

from .header import Header, read_header
from .journal import SUFFIX
from .line import LINE, Line, unpack
from .recording import read_file
from .soundness import Soundness, examine
from .trouble import UnreadableError


@dataclass(frozen=True, slots=True)
class Summary:
    """One past record at a glance. `problem` says in a sentence what is damaged; without a `header` it does not open.

    `name` is that of the file as it can be shown · `tick` that of its last line · `ended` if it was ended, not
    broken off · `result` what it says that it came to, which is to be believed of a whole one alone · `soundness`
    whether it is as it was written, if it could be opened at all.
    """

    path: Path
    name: str
    header: Header | None = None
    tick: int = 0
    ended: bool = False
    result: Result | None = None
    problem: str = ""
    soundness: Soundness | None = None


def summaries(folder: Path) -> Iterator[Summary]:
    """The records of a folder, newest first. A file that cannot be read has its problem for a summary."""
    yield from map(summary, paths_in(folder))


def paths_in(folder: Path) -> list[Path]:
    """The files of a folder that are called like records, newest first; none if it cannot be looked into."""
    return [folder / file.name for file in files_in(folder)]


def files_in(folder: Path) -> "list[os.DirEntry[str]]":
    """These files as the folder lists them, in the same order."""
    try:
        with os.scandir(folder) as there:
            found = [file for file in there if file.name.endswith(SUFFIX) and file.is_file()]
    except OSError:
        return []
    named = (file for file in found if not file.name.startswith("."))
    return sorted(named, key=lambda file: file.name, reverse=True)


def summary(path: Path) -> Summary:
    """One record at a glance: every line is held to the one before, and the first and the last are understood."""
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        lines = read_file(path, name)
    except UnreadableError as error:
        return Summary(path, name, problem=str(error))
    soundness = examine(lines)
    try:
        header = read_header(lines[0] if lines else b"", name)
    except UnreadableError as error:
        return Summary(path, name, problem=str(error), soundness=soundness)
    moments = [line for line in lines[2:][-2:] if line.endswith(b"\n")]  # what comes after was broken off
    if not moments:
        return Summary(path, name, header, soundness=soundness)
    try:
        line: Line = unpack(moments[-1], LINE)
    except ValueError:
        return Summary(path, name, header, problem=f"The last line of {name} is damaged.", soundness=soundness)
    result = line.end if isinstance(line.end, Result) else None
    return Summary(path, name, header, line.t, line.end is not None, result, soundness=soundness)
