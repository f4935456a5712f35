"""A past exercise, opened: what was on stage, what happened, and the scene at any moment."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from game.cast import Cast
from game.key import Key
from game.log import Event, Log
from game.scenario import Production
from game.view import Snapshot

from .between import Frame, between
from .events import EventReader
from .frames import FrameReader
from .header import Header, read_cast, read_header, read_key, read_production
from .journal import FORMAT, Journal
from .trouble import UnreadableError

_DAMAGE = (ValueError, TypeError, KeyError, IndexError, OverflowError)


@dataclass(frozen=True)
class Recording:
    """A record. `damage` says in sentences what could not be read; `result` what was noted at the end, if it came."""

    header: Header
    cast: Cast
    key: Key
    log: Log
    frames: tuple[Frame, ...]
    result: Mapping[str, object] | None
    damage: tuple[str, ...]
    stage: Mapping[str, object] = field(repr=False)

    @cached_property
    def production(self) -> Production:
        """The scenario as it was played, with everything it refers to."""
        return read_production(self.stage)

    @property
    def complete(self) -> bool:
        """Whether the record was ended, and not broken off."""
        return self.result is not None

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


def open_journal(path: Path) -> Recording:
    """Open a file. Raises UnreadableError, with a sentence for people, if it is not a record that can be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "the disk refused").lower()
        raise UnreadableError(f"{path.name} cannot be opened: {reason}.") from None
    return read_lines(content.splitlines(keepends=True), path.name)


def open_kept(journal: Journal) -> Recording:
    """Open what a journal holds in memory, whether or not the disk took it."""
    return read_lines(journal.lines, "This exercise")


def read_lines(lines: Iterable[bytes], name: str) -> Recording:
    """The recording in these lines. A last line broken off is passed over; damage elsewhere is reported."""
    numbered = list(enumerate(lines, start=1))
    opening = _opening(numbered[:2], name)
    story = _Story()
    for number, line in numbered[2:]:
        if not line.endswith(b"\n"):
            break
        story.take(number, line)
    head, stage = opening
    try:
        return Recording(
            header=head,
            cast=read_cast(head, stage),
            key=read_key(stage),
            log=Log(tuple(story.events)),
            frames=tuple(story.frames),
            result=story.result,
            damage=tuple(story.damage),
            stage=stage,
        )
    except _DAMAGE:
        raise UnreadableError(f"{name} cannot be read: what it says of the people on stage is damaged.") from None


def _opening(lines: list[tuple[int, bytes]], name: str) -> tuple[Header, Mapping[str, object]]:
    parsed = [_parsed(line) for _, line in lines]
    if not parsed or parsed[0] is None or parsed[0].get("second_look") != "journal":
        raise UnreadableError(f"{name} is not a record of Second Look.")
    version = parsed[0].get("format")
    if not isinstance(version, int) or version > FORMAT:
        raise UnreadableError(
            f"{name} was made by a newer Second Look (record format {version}; this one reads up to {FORMAT}). "
            "Update the program to open it."
        )
    if len(parsed) < 2 or parsed[1] is None:
        raise UnreadableError(f"{name} cannot be read: its second line, which says who is on stage, is damaged.")
    try:
        return read_header(parsed[0]), parsed[1]
    except _DAMAGE:
        raise UnreadableError(f"{name} cannot be read: its first line is damaged.") from None


def _parsed(line: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


class _Story:
    """What the lines after the opening tell, gathered one by one."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.frames: list[Frame] = []
        self.result: Mapping[str, object] | None = None
        self.damage: list[str] = []
        self._samples, self._pictures = EventReader(), FrameReader()

    def take(self, number: int, line: bytes) -> None:
        """Add one line to the story, or to the damage."""
        parsed = _parsed(line)
        try:
            if parsed is None:
                raise ValueError
            self._add(parsed)
        except _DAMAGE:
            self._samples.lose()
            self._pictures.lose()
            self.damage.append(
                f"Line {number} is damaged; what it told is lost, and the picture may stand still for up to 20 seconds."
            )

    def _add(self, line: Mapping[str, object]) -> None:
        tick = line["t"]
        if not isinstance(tick, int):
            raise TypeError
        self.events.extend(self._samples.unpack(tick, cast("list[list[object]]", line.get("e", []))))
        if "f" in line and (frame := self._pictures.unpack(line)):
            self.frames.append(Frame(tick, *frame))
        if "end" in line:
            self.result = cast("Mapping[str, object]", line["end"])
