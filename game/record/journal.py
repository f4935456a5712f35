"""The file of one exercise, written as it happens: a line of JSON for each moment, never changed afterwards."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from threading import Event, Lock, Thread

from game.course import Result

from .line import ending, pack
from .trouble import Trouble, trouble

SUFFIX = ".jsonl"
SYNC_SECONDS = 1.0


class Journal:
    """Appends lines. Each goes to the system at once (a killed program loses none) and to the disk every second.

    `lines` are also kept in memory. When the disk refuses, `trouble` says why, and what is missing is tried again
    with every later line. `path` is None if not even the beginning could be written.
    """

    def __init__(self, path: Path | None, lines: Sequence[bytes], trouble: Trouble | None = None) -> None:
        """A journal whose first lines are already in the file; use `begin` to make one."""
        self.path, self.trouble = path, trouble
        self._lines = list(lines)
        self._pending = bytearray()
        self._lock, self._ending, self._unsynced = Lock(), Event(), False
        self._file: int | None = None
        if path is not None:
            self._file = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            self._syncing = Thread(target=self._sync_now_and_then, name="journal", daemon=True)
            self._syncing.start()

    @property
    def lines(self) -> Sequence[bytes]:
        """All lines so far, whether or not the disk has them."""
        return self._lines

    @property
    def closed(self) -> bool:
        """Whether nothing more can be written."""
        return self._ending.is_set()

    def write(self, line: Mapping[str, object]) -> None:
        """Append one line."""
        if self.closed:
            return
        packed = pack(line)
        self._lines.append(packed)
        self._pending += packed
        self._flush()

    def end(self, tick: int, result: Result | None) -> None:
        """Write the last line, with what the exercise came to if that is known, and close."""
        self.write(ending(tick, result))
        self.close()

    def close(self) -> None:
        """Put everything on disk and let go of the file. Closing twice does no harm."""
        if self.closed:
            return
        self._ending.set()
        if self._file is None:
            return
        self._syncing.join()
        self._flush()
        self._sync()
        os.close(self._file)
        self._file = None

    def _flush(self) -> None:
        if self._file is None:
            return
        with self._lock:
            try:
                while self._pending:
                    written = os.write(self._file, self._pending)
                    del self._pending[:written]
                    self._unsynced = True
                self.trouble = None
            except OSError as error:
                self.trouble = trouble(error)

    def _sync(self) -> None:
        if self._file is None or not self._unsynced:
            return
        self._unsynced = False
        try:
            os.fsync(self._file)
        except OSError as error:
            self.trouble = trouble(error)

    def _sync_now_and_then(self) -> None:
        """Run apart, so that a slow disk never holds up the picture."""
        while not self._ending.wait(SYNC_SECONDS):
            self._sync()


def begin(folder: Path, header: Sequence[Mapping[str, object]], when: datetime) -> Journal:
    """A new journal in this folder, its header whole on disk, or in memory only if the disk refuses.

    The name is made of `when`, the present moment, and of chance, so that two at once never meet.
    """
    lines = [pack(line) for line in header]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_name(folder, when)
        _write_whole(path, b"".join(lines))
        return Journal(path, lines)
    except OSError as error:
        return Journal(None, lines, trouble(error))


def _free_name(folder: Path, when: datetime) -> Path:
    while (path := folder / f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}-{token_hex(4)}{SUFFIX}").exists():
        pass
    return path


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that is either there in full or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
