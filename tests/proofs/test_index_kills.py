"""The index under programs that are killed, and two at once: whatever comes, it tells what the records tell."""

import os
import random
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest

from game.record import begin, index, summaries, take_seal
from game.record.index import Presented, RecordIndex
from tests.support.small_stage import WHEN, opening, result

ROOT = Path(__file__).parents[2]
RECORDS, KILLS, ROUNDS = 200, 20, 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Short records in a data folder."""
    for n in range(RECORDS):
        journal = begin(tmp_path / "records", opening(4), WHEN + timedelta(minutes=n), take_seal(tmp_path))
        journal.end(600, result(n % 3))
    return tmp_path / "records"


def reading(folder: Path, times: int) -> "subprocess.Popen[str]":
    """A program that reads the folder so many times."""
    words = [sys.executable, "-m", "tests.support.index_reader", str(folder), str(times)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def check(folder: Path) -> None:
    """Nothing is lost or doubled, and the file is sound."""
    found = list(RecordIndex(folder.parent, "0").read(folder, lambda seen: Presented(seen.result)))
    assert [(entry.summary.name, entry.presented.result) for entry in found] == [
        (passed.name, passed.result) for passed in summaries(folder)
    ]
    kept = sqlite3.connect(folder.parent / index.FILE)
    assert kept.execute("pragma integrity_check").fetchone() == ("ok",)
    assert kept.execute("select count(*) - count(distinct path) from records").fetchone() == (0,)
    kept.close()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_killed_at_any_moment_the_index_loses_and_doubles_nothing(folder: Path) -> None:
    """Twenty programs, each killed while it writes the index anew."""
    chance = random.Random(1)
    for _ in range(KILLS):
        with reading(folder, 1000) as program:
            assert program.stdout is not None
            program.stdout.readline()
            sleep(chance.uniform(0.0, 0.6))
            program.kill()
        check(folder)


def test_two_programs_at_once_tell_the_same(folder: Path) -> None:
    """Each writes all anew while the other does, by turns of another kind; both tell of every record every time."""
    programs = [reading(folder, ROUNDS) for _ in range(2)]
    for program in programs:
        told, trouble = program.communicate(timeout=300)
        assert (program.returncode, trouble) == (0, "")
        assert told.split() == [str(RECORDS)] * ROUNDS
    check(folder)
