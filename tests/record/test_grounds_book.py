"""The book of drills beside a record."""

import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.record import GroundsBook

WHEN = datetime(2026, 3, 1, 8, 5, tzinfo=UTC)


def a_book(record: Path | None) -> GroundsBook:
    """A book in which it is always five past eight."""
    return GroundsBook(record, lambda: WHEN)


def test_answers_are_there_when_the_book_is_opened_again(tmp_path: Path) -> None:
    """In order, with when they were given; the record beside them is not touched."""
    record = tmp_path / "run.jsonl"
    record.write_bytes(b"sealed\n")
    first = a_book(record)
    assert first.add(3, "search", ("sign F1.1", "hunch"), 4, 6) == ""
    assert first.add(3, "stop and account", (), 6, 6) == ""
    again = a_book(record)
    assert again.answers == first.answers
    assert [(answer.when, answer.asked, answer.right) for answer in again.answers] == [
        (WHEN, "search", 4), (WHEN, "stop and account", 6)
    ]  # fmt: skip
    assert record.read_bytes() == b"sealed\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run.grounds", "run.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_the_book_is_the_users_own(tmp_path: Path) -> None:
    """Nobody else on the machine can read it."""
    a_book(tmp_path / "run.jsonl").add(3, "search", (), 1, 2)
    assert stat.S_IMODE((tmp_path / "run.grounds").stat().st_mode) == 0o600


@pytest.mark.parametrize("bad", [b"nonsense\n", b"\xff\xfe\n", b'{"when": 3}\n', b"[" * 5000 + b"\n", b"\n"])
def test_lines_that_are_no_answers_are_passed_over(tmp_path: Path, bad: bytes) -> None:
    """Anybody can write into the file; what is whole in it is still told."""
    book = a_book(tmp_path / "run.jsonl")
    book.add(3, "search", (), 1, 2)
    path = tmp_path / "run.grounds"
    path.write_bytes(bad + path.read_bytes() + bad)
    assert a_book(tmp_path / "run.jsonl").answers == book.answers


def test_what_cannot_be_written_is_said_and_known_till_the_end(tmp_path: Path) -> None:
    """A folder that is not there, or no record at all."""
    for record in (tmp_path / "gone" / "run.jsonl", None):
        book = a_book(record)
        assert book.add(3, "search", (), 1, 2) != ""
        assert len(book.answers) == 1
