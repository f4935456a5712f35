"""An index of records in a SQLite file: what each came to, so that a folder of thousands need not be read anew.

It is never the truth. What it says of a file holds only while the file is as it was when it was read, by size and
times; anything else is read from the file. It can be deleted at any time, and whenever it is damaged, locked or cannot
grow, reading goes on without it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT, SQLITE_NOTADB
from time import time_ns
from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    Connection,
    LargeBinary,
    MetaData,
    NullPool,
    Table,
    Text,
    create_engine,
    delete,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from game.course import Result

from .folder import Summary, files_in, paths_in, summary
from .header import Header
from .soundness import Soundness

FILE = "index.sqlite"
"""In the data folder."""
VERSION = 2
"""Of the tables. Another one, or another program, rule or seal, and all is read anew: there is nothing to migrate."""
AT_ONCE = 200
"""Records written together: so many that the disk is not waited for at each, so few that little is read twice after a
kill, and that another program gets its turn."""
SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been let alone to be kept here: some disks tell times no finer than that, so
that a later change could look like none."""
WAITS = 5.0
"""Seconds that another program at the index is waited for, before it is done without."""

_TABLES = MetaData()
_MADE = Table("made", _TABLES, Column("by", Text, nullable=False))
_RECORDS = Table(
    "records", _TABLES,
    Column("path", LargeBinary, primary_key=True),
    Column("folder", LargeBinary, nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("modified", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("told", Text, nullable=False),
)  # fmt: skip
_TOGETHER = Table(
    "together", _TABLES,
    Column("folders", LargeBinary, primary_key=True),
    Column("files", LargeBinary, nullable=False),
    Column("told", Text, nullable=False),
)
T = TypeVar("T")
Stamp = tuple[int, int, int]
"""Size in bytes, and when it was last modified, and changed in any way (ns): where a system tells the last of these,
nobody can set it."""


@dataclass(frozen=True, slots=True)
class Presented:
    """What an exercise came to by the present rule; `anew` if it had been judged by another, `problem` if it cannot be.

    Without a result it was not finished, or is not to be counted.
    """

    result: Result | None = None
    anew: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A record at a glance, but for what it says itself that it came to, and what it came to."""

    summary: Summary
    presented: Presented


@dataclass(frozen=True, slots=True)
class _Told:
    """What is kept of one record."""

    header: Header | None
    tick: int
    ended: bool
    problem: str
    soundness: Soundness | None
    presented: Presented


_TOLD = TypeAdapter(_Told)


class RecordIndex:
    """The index in a data folder. `made_by` names all else that what it tells depends on."""

    def __init__(self, home: Path, made_by: str) -> None:
        """Nothing is opened yet; where there is no folder, there will be no index."""
        self._path, self._made_by = home / FILE, f"{VERSION} {made_by}"

    def read(self, folder: Path, present: Callable[[Summary], Presented]) -> Iterator[Indexed]:
        """The records of a folder, newest first; `present` is asked of those that are not known as they are."""
        known, anew = self._known(folder), dict[bytes, tuple[Stamp, str]]()
        gone: Iterable[bytes] = ()
        try:
            for path in paths_in(folder):
                key, stamp = _key(path), _stamp(path)
                kept = known.pop(key, None)
                found = _unpack(path, kept[1]) if kept and kept[0] == stamp else None
                if found is None:
                    found = _look_at(path, present)
                    if stamp and found.summary.soundness and time_ns() - max(stamp[1:]) > SETTLED:
                        anew[key] = stamp, _pack(found)
                if len(anew) >= AT_ONCE:
                    self._keep(folder, anew)
                    anew = {}
                yield found
            gone = known
        finally:
            if anew or gone:
                self._keep(folder, anew, gone)

    def read_together(
        self, groups: Sequence[Sequence[Path]], shape: TypeAdapter[T], tell: Callable[[Sequence[Path]], T]
    ) -> Iterator[T]:
        """What all records of a group of folders come to together, for each group.

        `tell` is asked of a group in which any file is not as it was when it was asked last; what it tells is kept, in
        this shape, so that a class of thousands need not be added up anew each time.
        """
        keys = [b"\0".join(map(_key, folders)) for folders in groups]
        known, anew = self._known_together(keys), list[dict[str, bytes | str]]()
        for key, folders in zip(keys, groups, strict=True):
            files, settled = fingerprint(folders)  # before they are read: what changes meanwhile is read again
            kept, told = known.get(key), None
            if kept and kept[0] == files:
                told = _validate(shape, kept[1])
            if told is None:
                told = tell(folders)
                if settled:
                    packed = shape.dump_json(told, exclude_defaults=True).decode()
                    anew.append({"folders": key, "files": files, "told": packed})
            yield told
        if anew and self._path.exists():
            with self._bear_trouble(), self._open(write=True) as index:
                self._make_tables(index)
                index.execute(insert(_TOGETHER).prefix_with("OR REPLACE"), anew)

    def _known_together(self, keys: Sequence[bytes]) -> dict[bytes, tuple[bytes, str]]:
        """What is kept of groups of folders: by which files, and what was told."""
        if not self._path.exists():
            return {}
        columns = _TOGETHER.c
        asked = select(columns.folders, columns.files, columns.told).where(columns.folders.in_(keys))
        with self._bear_trouble(), self._open() as index:
            if index.scalar(select(_MADE.c.by)) == self._made_by:
                return {folders: (files, told) for folders, files, told in index.execute(asked)}
        return {}

    def _known(self, folder: Path) -> dict[bytes, tuple[Stamp, str]]:
        """What is kept of a folder, by the names of the files."""
        if not self._path.exists():
            return {}
        columns = _RECORDS.c
        asked = select(columns.path, columns.size, columns.modified, columns.changed, columns.told)
        with self._bear_trouble(), self._open() as index:
            if index.scalar(select(_MADE.c.by)) == self._made_by:
                rows = index.execute(asked.where(columns.folder == _key(folder)))
                return {path: ((size, modified, changed), told) for path, size, modified, changed, told in rows}
        return {}

    def _keep(self, folder: Path, anew: Mapping[bytes, tuple[Stamp, str]], gone: Iterable[bytes] = ()) -> None:
        """Write records down, and forget those that are gone: all of it, or nothing."""
        if not self._path.parent.is_dir():
            return
        with self._bear_trouble(), self._open(write=True) as index:
            self._make_tables(index)
            for name in gone:
                index.execute(delete(_RECORDS).where(_RECORDS.c.path == name))
            rows = [
                {
                    "path": name, "folder": _key(folder), "size": size, "modified": modified, "changed": changed,
                    "told": told,
                }
                for name, ((size, modified, changed), told) in anew.items()
            ]  # fmt: skip
            if rows:
                index.execute(insert(_RECORDS).prefix_with("OR REPLACE"), rows)

    def _make_tables(self, index: Connection) -> None:
        """Whatever another program, rule or seal made is done away with."""
        _TABLES.create_all(index)
        if index.scalar(select(_MADE.c.by)) != self._made_by:
            _TABLES.drop_all(index)
            _TABLES.create_all(index)
            index.execute(insert(_MADE).values(by=self._made_by))

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator[Connection]:
        """One transaction; for writing, with nobody else at it from the beginning."""
        if write:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        engine = create_engine(
            URL.create("sqlite", database=os.fspath(self._path)), poolclass=NullPool,
            connect_args={"timeout": WAITS, "isolation_level": None},
        )  # fmt: skip
        with engine.begin() as index:
            index.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
            yield index

    @contextmanager
    def _bear_trouble(self) -> Iterator[None]:
        """Whatever happens to the index happens to nobody else; a damaged one is done away with."""
        try:
            yield
        except DBAPIError as why:
            if getattr(why.orig, "sqlite_errorcode", None) in {SQLITE_CORRUPT, SQLITE_NOTADB}:
                with suppress(OSError):
                    self._path.unlink()
        except (SQLAlchemyError, OSError, UnicodeError):
            return


def _look_at(path: Path, present: Callable[[Summary], Presented]) -> Indexed:
    seen = summary(path)
    return Indexed(replace(seen, result=None), present(seen))


def _stamp(file: "Path | os.DirEntry[str]") -> Stamp | None:
    try:
        told = file.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns


def fingerprint(folders: Iterable[Path]) -> tuple[bytes, bool]:
    """Which records lie in these folders, and how each file is; whether all have been let alone for a while."""
    files, newest = blake2b(digest_size=16), 0
    for folder in folders:
        stamps = [(file.name, _stamp(file)) for file in files_in(folder)]
        files.update(repr(stamps).encode("utf-8", "surrogatepass"))
        newest = max([newest, *(max(stamp[1:]) for _, stamp in stamps if stamp)])
    return files.digest(), time_ns() - newest > SETTLED


def _key(path: Path) -> bytes:
    """What a file or folder is known by: its path, whatever letters that is written in."""
    return os.fsencode(path.absolute())


def _pack(found: Indexed) -> str:
    passed = found.summary
    told = _Told(passed.header, passed.tick, passed.ended, passed.problem, passed.soundness, found.presented)
    return _TOLD.dump_json(told, exclude_defaults=True).decode()


def _unpack(path: Path, told: str) -> Indexed | None:
    """What was kept; None if it cannot be understood."""
    other = _validate(_TOLD, told)
    if other is None:
        return None
    name = os.fsencode(path.name).decode("utf-8", "replace")
    seen = Summary(path, name, other.header, other.tick, other.ended, None, other.problem, other.soundness)
    return Indexed(seen, other.presented)


def _validate(shape: TypeAdapter[T], told: str) -> T | None:
    """The value that was kept; None if it cannot be understood."""
    try:
        return shape.validate_json(told, strict=True)
    except ValueError:
        return None
