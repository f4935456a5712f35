"""A past exercise, opened: what was on stage, what happened, and the scene at any moment."""

import os
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.cast import Cast
from game.course import Result
from game.key import Key
from game.log import Event, Exposed, Log, Observable
from game.scenario import Production
from game.view import Snapshot

from .between import Frame, between
from .events import EventReader
from .frames import FrameReader
from .header import Header, StageLine, read_cast, read_header, read_key, read_production, read_stage
from .journal import Journal
from .line import LINE, Line, unpack
from .trouble import UnreadableError

MOST_BYTES = 200_000_000
"""In a file: eight times what half an hour with 400 people takes."""
MOST_SEEN = 10_000_000
"""People in pictures and samples, all moments together: twice what half an hour with 400 people about comes to. A few
bytes can stand for a moment with everyone in it, so that a small file might else fill the memory."""
_DAMAGE = (ValueError, IndexError, OverflowError)


@dataclass(frozen=True)
class Recording:
    """A record. `damage` says in sentences what could not be read; `result` what it came to, if that was kept.

    `complete` if it was ended, and not broken off.
    """

    header: Header
    cast: Cast
    key: Key
    log: Log
    frames: tuple[Frame, ...]
    complete: bool
    result: Result | None
    damage: tuple[str, ...]
    stage: StageLine = field(repr=False)

    @cached_property
    def production(self) -> Production:
        """The scenario as it was played, with everything it refers to. Raises UnreadableError, with a sentence."""
        return read_production(self.stage)

    @property
    def first(self) -> int:
        """The first tick there is a picture of; later than 0:00 where an exercise was played on from a moment."""
        return self.frames[0].tick if self.frames else 0

    @property
    def last(self) -> int:
        """The last tick there is a picture of."""
        return self.frames[-1].tick if self.frames else 0

    def snapshot(self, tick: int) -> Snapshot:
        """The scene at a tick, as near as it was kept; before the first and after the last picture, those."""
        if not self.frames:
            raise UnreadableError("This record was broken off before its first picture.")
        after = bisect_right(self.frames, tick, key=lambda frame: frame.tick)
        first = max(after - 1, 0)
        return between(self.frames, first, tick)


def open_journal(path: Path, *, pictures: bool = True) -> Recording:
    """Open a file; without `pictures` the scene is left out, which is quicker.

    Raises UnreadableError, with a sentence for people, if it is not a record that can be read.
    """
    return read_lines(read_file(path, path.name), path.name, pictures=pictures)


def read_file(path: Path, name: str) -> list[bytes]:
    """The lines of a file, each with its end; only a line feed ends one. Raises UnreadableError, with a sentence."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size <= MOST_BYTES:
                return file.readlines()
    except OSError as error:
        raise UnreadableError(f"{name} cannot be opened: {(error.strerror or 'the disk refused').lower()}.") from None
    raise UnreadableError(f"{name} cannot be opened: it is larger than any record.")


def open_kept(journal: Journal) -> Recording:
    """Open what a journal holds in memory, whether or not the disk took it."""
    return read_lines(journal.lines, "This exercise")


def read_lines(lines: Sequence[bytes], name: str, *, pictures: bool = True) -> Recording:
    """The recording in these lines. A last line broken off is passed over; damage elsewhere is reported."""
    first, second = (*lines[:2], b"", b"")[:2]
    head, stage = read_header(first, name), read_stage(second, name)
    try:
        cast, key = read_cast(head, stage), read_key(stage)
    except ValueError:
        raise UnreadableError(f"{name} cannot be read: what it says of the people on stage is damaged.") from None
    story = _Story(name, len(cast.people), pictures=pictures)
    for number, line in enumerate(lines[2:], start=3):
        if not line.endswith(b"\n"):
            break
        story.take(number, line)
    return Recording(
        header=head,
        cast=cast,
        key=key,
        log=Log(tuple(story.events)),
        frames=tuple(story.frames),
        complete=story.complete,
        result=story.result,
        damage=tuple(story.damage),
        stage=stage,
    )


class _Story:
    """What the lines after the opening tell, gathered one by one."""

    def __init__(self, name: str, people: int, *, pictures: bool) -> None:
        self.events: list[Event] = []
        self.frames: list[Frame] = []
        self.complete = False
        self.result: Result | None = None
        self.damage: list[str] = []
        self._name, self._shown, self._seen = name, pictures, 0
        self._samples, self._pictures = EventReader(people), FrameReader(people)

    def take(self, number: int, line: bytes) -> None:
        """Add one line to the story, or to the damage."""
        try:
            self._add(unpack(line, LINE))
        except _DAMAGE:
            self._samples.lose()
            self._pictures.lose()
            self.damage.append(
                f"Line {number} is damaged; what it told is lost, and the picture may stand still for up to 20 seconds."
            )

    def _add(self, line: Line) -> None:
        events = self._samples.unpack(line.t, line.e)
        self.events += events
        self._count(sum(len(event.people) for event in events if isinstance(event, (Exposed, Observable))))
        if self._shown and line.f is not None and (frame := self._pictures.unpack(line)):
            self.frames.append(Frame(line.t, *frame))
            self._count(len(self.frames[-1].ids))
        if line.end is not None:
            self.complete = True
            self.result = line.end if isinstance(line.end, Result) else None

    def _count(self, people: int) -> None:
        self._seen += people
        if self._seen > MOST_SEEN:
            raise UnreadableError(f"{self._name} cannot be read: it tells of more than any exercise holds.")
