"""The file of one exercise, written as it happens: a line of JSON for each moment, never changed afterwards.

Each line names the one before, and the last is signed (`soundness`).
"""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from threading import Event, Lock, Thread

from game.course import Result
from game.private import make_folder, write_whole

from .line import pack, write_ending
from .seal import Seal
from .soundness import close, link
from .trouble import Trouble, trouble

SUFFIX = ".jsonl"
SYNC_SECONDS = 1.0
"""Seconds between two times that what is written is forced on to the disk: as much as a power cut can cost."""


class Journal:
    """Appends lines. Each goes to the system at once (a killed program loses none) and to the disk every second.

    `lines` are also kept in memory. When the disk refuses, `trouble` says why, and what is missing is tried again
    with every later line. `path` is None if not even the beginning could be written.
    """

    def __init__(
        self, path: Path | None, lines: Sequence[bytes], seal: Seal | None = None, trouble: Trouble | None = None
    ) -> None:
        """A journal whose first lines are already in the file; use `begin` to make one."""
        self.path = path
        self._refused = trouble
        self._unsure: Trouble | None = None
        self._lines, self._seal = list(lines), seal
        self._pending = bytearray()
        self._lock, self._ending, self._unsynced = Lock(), Event(), False
        self._file: int | None = None
        if path is not None:
            self._file = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            self._syncing = Thread(target=self._sync_now_and_then, name="journal", daemon=True)
            self._syncing.start()

    @property
    def trouble(self) -> Trouble | None:
        """Why the record is not on the disk, or may not be: what it once lost, it does not say again."""
        return self._unsure or self._refused

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
        if not self.closed:
            self._append(link(self._lines[-1], line))

    def end(self, tick: int, result: Result | None) -> None:
        """Write the last line, with what the exercise came to if that is known, sign it, and close."""
        if not self.closed:
            last = link(self._lines[-1], write_ending(tick, result))
            self._append(close(last, self._seal) if self._seal else last)
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

    def _append(self, line: bytes) -> None:
        self._lines.append(line)
        self._pending += line
        self._flush()

    def _flush(self) -> None:
        if self._file is None:
            return
        with self._lock:
            try:
                while self._pending:
                    written = os.write(self._file, self._pending)
                    del self._pending[:written]
                    self._unsynced = True
                self._refused = None
            except OSError as error:
                self._refused = trouble(error)

    def _sync(self) -> None:
        if self._file is None or not self._unsynced:
            return
        self._unsynced = False
        try:
            os.fsync(self._file)
        except OSError as error:
            self._unsure = trouble(error)

    def _sync_now_and_then(self) -> None:
        """Run apart, so that a slow disk never holds up the picture."""
        while not self._ending.wait(SYNC_SECONDS):
            self._sync()


def begin(
    folder: Path, opening: tuple[Mapping[str, object], Mapping[str, object]], when: datetime, seal: Seal | None = None
) -> Journal:
    """A new journal in this folder, its header whole on disk, or in memory only if the disk refuses.

    The name is made of `when`, the present moment, and of chance, so that two at once never meet. Without a `seal` its
    end is not signed.
    """
    header, stage = opening
    first = pack({**header, "seal": seal.public if seal else None})
    lines = [first, link(first, stage)]
    try:
        make_folder(folder)
        path = _free_name(folder, when)
    except OSError as error:
        return Journal(None, lines, seal, trouble(error))
    try:
        write_whole(path, b"".join(lines))
        return Journal(path, lines, seal)
    except OSError as error:
        return Journal(None, lines, seal, trouble(error))
    except BaseException:  # stopped from outside, before there was anything to tell
        path.unlink(missing_ok=True)
        raise


def _free_name(folder: Path, when: datetime) -> Path:
    while (path := folder / f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}-{token_hex(4)}{SUFFIX}").exists():
        pass
    return path
