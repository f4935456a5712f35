"""The index of records: it saves reading and changes nothing, whatever becomes of it."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from game.record import Summary, begin, index, summaries, take_seal
from game.record.index import Indexed, Presented, RecordIndex
from tests.support.small_stage import WHEN, opening, result

COUNT = 5


class Asked:
    """Presents a record as what it says itself, and knows of which it was asked."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, seen: Summary) -> Presented:
        """The result of a record."""
        self.names.append(seen.name)
        return Presented(seen.result)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few short records in a data folder, taken for settled at once."""
    monkeypatch.setattr(index, "SETTLED", 0)
    for n in range(COUNT):
        journal = begin(tmp_path / "records", opening(4), WHEN + timedelta(minutes=n), take_seal(tmp_path))
        journal.end(600, result(n % 3))
    return tmp_path / "records"


def read(folder: Path, made_by: str = "test") -> tuple[list[Indexed], list[str]]:
    """What the index tells of a folder, and of which records it had to be asked anew."""
    asked = Asked()
    return list(RecordIndex(folder.parent, made_by).read(folder, asked)), asked.names


def plain(folder: Path) -> list[tuple[object, ...]]:
    """What the records themselves tell."""
    return [
        (passed.name, passed.header, passed.tick, passed.ended, passed.soundness, passed.result)
        for passed in summaries(folder)
    ]


def told(found: list[Indexed]) -> list[tuple[object, ...]]:
    """The same of what the index told."""
    return [
        (entry.summary.name, entry.summary.header, entry.summary.tick, entry.summary.ended, entry.summary.soundness,
         entry.presented.result)
        for entry in found
    ]  # fmt: skip


def test_what_is_known_is_told_alike_and_not_read_again(folder: Path) -> None:
    """The first time all are read, the second time none; every value is the same."""
    first, second = read(folder), read(folder)
    assert told(first[0]) == told(second[0]) == plain(folder)
    assert (len(first[1]), second[1]) == (COUNT, [])
    assert oct((folder.parent / index.FILE).stat().st_mode & 0o777) == "0o600"


def test_only_what_differs_is_read_again(folder: Path) -> None:
    """A record that was changed, though its size and date be set back; a new one; one that is gone is told no more."""
    read(folder)
    path, two, *_ = sorted(folder.iterdir())
    was = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"found":0', b'"found":1'))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    two.unlink()
    begin(folder, opening(4), WHEN + timedelta(hours=1)).end(600, result(2))
    found, asked = read(folder)
    assert sorted(asked) == sorted([path.name, max(folder.iterdir()).name])
    assert told(found) == plain(folder)
    assert [entry.summary.soundness.state for entry in found if entry.summary.soundness][-1] == "changed"
    with closing(sqlite3.connect(folder.parent / index.FILE)) as kept, kept:
        assert kept.execute("select count(*), count(distinct path) from records").fetchone() == (COUNT, COUNT)


def test_another_program_rule_or_seal_reads_all_anew(folder: Path) -> None:
    """Nothing is taken over from what another made."""
    read(folder)
    assert len(read(folder, "another")[1]) == COUNT
    assert read(folder, "another")[1] == []


def test_what_was_changed_a_moment_ago_is_not_relied_upon(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that tells times coarsely would not tell of the next change."""
    monkeypatch.setattr(index, "SETTLED", 3_600_000_000_000)
    assert len(read(folder)[1]) == len(read(folder)[1]) == COUNT


@pytest.mark.parametrize("content", [b"no database, and long enough to be looked at" * 40, b"SQLite format 3\0xxx"])
def test_a_damaged_index_is_made_anew(folder: Path, content: bytes) -> None:
    """All is told as if there were none, and the next time it is known again."""
    (folder.parent / index.FILE).write_bytes(content)
    assert told(read(folder)[0]) == plain(folder)
    read(folder)
    assert read(folder)[1] == []


def test_rows_that_cannot_be_understood_are_read_again(folder: Path) -> None:
    """Whatever somebody wrote into the file."""
    read(folder)
    with closing(sqlite3.connect(folder.parent / index.FILE)) as kept, kept:
        kept.execute("update records set told = replace(told, '\"found\":1', '\"found\":-1')")
    found, asked = read(folder)
    assert told(found) == plain(folder)
    assert asked


def test_while_another_program_holds_it_all_is_read_without_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for and then done without."""
    monkeypatch.setattr(index, "WAITS", 0.01)
    read(folder)
    other = sqlite3.connect(folder.parent / index.FILE, isolation_level=None)
    other.execute("begin exclusive")
    assert told(read(folder)[0]) == plain(folder)
    other.execute("rollback")
    other.close()
    assert read(folder)[1] == []


@pytest.fixture
def limit_files() -> Iterator[Callable[[int], None]]:
    """Lets no file grow beyond so many bytes, as a full disk would not; fewer than none is no limit."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("most", [1, 5_000, 9_000])
def test_a_full_disk_costs_time_and_nothing_else(
    folder: Path, limit_files: Callable[[int], None], most: int
) -> None:
    """Wherever in its writing it comes; when there is room again the index is complete."""
    limit_files(most)
    assert told(read(folder)[0]) == plain(folder)
    limit_files(-1)
    assert told(read(folder)[0]) == plain(folder)
    assert read(folder)[1] == []


NAMES = TypeAdapter(list[str])


def add_up(folder: Path, asked: list[int], made_by: str = "test") -> list[str]:
    """The names of the records of a folder, by what the index keeps of all of them; `asked` counts when it had none."""
    kept = RecordIndex(folder.parent, made_by)

    def tell(folders: Sequence[Path]) -> list[str]:
        asked.append(1)
        return [entry.summary.name for each in folders for entry in kept.read(each, Asked())]

    (names,) = kept.read_together([[folder, folder / "none"]], NAMES, tell)
    return names


def test_what_records_come_to_together_is_kept_while_each_is_as_it_was(folder: Path) -> None:
    """It is told anew after any change: a record altered and its date set back, one more, one less, another program."""
    asked: list[int] = []
    path, two, *_ = sorted(folder.iterdir())
    there = sorted((file.name for file in folder.iterdir()), reverse=True)
    assert add_up(folder, asked) == add_up(folder, asked) == there
    assert len(asked) == 1
    was = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"found":0', b'"found":1'))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    add_up(folder, asked)
    two.unlink()
    assert two.name not in add_up(folder, asked)
    begin(folder, opening(4), WHEN + timedelta(hours=1)).end(600, result(2))
    assert len(add_up(folder, asked)) == COUNT
    assert len(asked) == 4
    add_up(folder, asked, "another")
    assert len(asked) == 5


def test_what_records_come_to_together_is_not_relied_upon_when_it_may_be_wrong(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not while a file was changed a moment ago, and not where somebody wrote what cannot be understood."""
    asked: list[int] = []
    add_up(folder, asked)
    with closing(sqlite3.connect(folder.parent / index.FILE)) as kept, kept:
        kept.execute("update together set told = '{}'")
    assert len(add_up(folder, asked)) == COUNT
    assert len(asked) == 2
    monkeypatch.setattr(index, "SETTLED", 3_600_000_000_000)
    next(folder.iterdir()).unlink()
    assert len(add_up(folder, asked)) == len(add_up(folder, asked)) == COUNT - 1
    assert len(asked) == 4


def test_without_a_data_folder_there_is_no_index(folder: Path, tmp_path: Path) -> None:
    """Reading writes nothing where nothing is kept."""
    nowhere = tmp_path / "nowhere"
    assert len(list(RecordIndex(nowhere, "test").read(folder, Asked()))) == COUNT
    assert not nowhere.exists()
