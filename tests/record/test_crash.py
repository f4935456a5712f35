"""What is left of a record when things go wrong for real."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest

from game.log import Exposed, Marked
from game.record import begin, open_journal, open_kept, summaries, summary
from game.run import Sitting
from tests.support.recorded_crowds import Stroll
from tests.support.small_stage import WHEN, opening, result

ROOT = Path(__file__).parents[2]
SECOND = 10


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_it_opens_with_all_but_the_last_second(tmp_path: Path, seed: int) -> None:
    """A real program, really killed: the file is absent, or whole up to the last second."""
    after = random.Random(seed).uniform(0.0, 1.2)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.long_sitting", str(tmp_path)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline() == "begins\n"
        sleep(after)
        program.kill()
        said = [int(line) for line in program.stdout.read().splitlines()]
    files = list(summaries(tmp_path))
    if not said and not files:
        return
    assert [passed.problem for passed in files] == [""]
    recording = open_journal(files[0].path)
    last = said[-1] if said else 0
    assert recording.damage == ()
    assert not recording.complete
    assert recording.last >= last - SECOND
    kept = [event.tick for event in recording.log.of(Marked)]
    assert kept == list(range(10, 10 * len(kept) + 1, 10))
    assert len(kept) >= last // 10 - 1
    assert not files[0].ended


def lost_by_kills(folder: Path, kills: int, speed: str, seed: int) -> list[int]:
    """How many ticks that had been shown are missing in the records of exercises in a window, each killed."""
    home = folder / "home"
    home.mkdir()
    words = [sys.executable, "-m", "tests.support.killed_windows", str(home), str(kills), speed, str(seed)]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    shown = [int(line) for line in told if line.isdecimal()]
    kept = sorted(summaries(home / "records"), key=lambda passed: passed.header.started if passed.header else WHEN)
    lost = []
    for passed, last in zip(kept, shown, strict=True):
        assert passed.problem == ""
        assert passed.soundness
        assert passed.soundness.state == "cut"
        recording = open_journal(passed.path)
        assert recording.damage == ()
        lost.append(max(0, last - recording.last))
    return lost


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize("speed", ["real", "fast"])
def test_a_window_that_is_killed_loses_a_second_at_most(tmp_path: Path, speed: str) -> None:
    """At real speed, or with its clock driven fast; many more are in the proofs."""
    assert max(lost_by_kills(tmp_path, 2, speed, seed=1)) <= SECOND


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes meanwhile: what a full disk does, from the operating system itself."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_the_exercise_goes_on(tmp_path: Path) -> None:
    """The disk fills up in the middle: a sentence, all in memory, and a file that opens up to there."""
    stroll, journal = Stroll(lasts=300), begin(tmp_path, opening(), WHEN)
    sitting = Sitting(stroll, journal)
    with little_room(30_000):
        while not stroll.over:
            sitting.advance()
        assert "cannot be saved just now" in str(sitting.trouble)
        assert journal.path is not None
        cut = open_journal(journal.path)
    assert cut.damage == ()
    assert 0 < cut.last < 300
    assert list(cut.log.events) == stroll.events[: len(cut.log.events)]
    assert list(open_kept(journal).log.events) == stroll.events
    sitting.close()


def test_when_there_is_room_again_nothing_is_missing(tmp_path: Path) -> None:
    """What the disk refused is written as soon as it can be, in order."""
    stroll, journal = Stroll(lasts=300), begin(tmp_path, opening(), WHEN)
    sitting = Sitting(stroll, journal)
    with little_room(30_000):
        while stroll.tick < 200:
            sitting.advance()
        assert "cannot be saved" in str(sitting.trouble)
    while not stroll.over:
        sitting.advance()
    assert str(sitting.trouble) == "None"
    sitting.close(result())
    assert journal.path is not None
    recording = open_journal(journal.path)
    assert recording.damage == ()
    assert list(recording.log.events) == stroll.events


def test_no_room_even_for_the_beginning(tmp_path: Path) -> None:
    """Nothing half-written is left; the record is kept in memory and can be opened."""
    with little_room(100):
        journal = begin(tmp_path, opening(), WHEN)
    stroll = Stroll(lasts=50)
    sitting = Sitting(stroll, journal)
    while not stroll.over:
        sitting.advance()
    sitting.close()
    assert journal.path is None
    assert "may not grow any further" in str(sitting.trouble)
    assert list(tmp_path.iterdir()) == []
    assert len(list(open_kept(journal).log.of(Exposed))) == 11


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file where the folder should be is told in a sentence, too."""
    (tmp_path / "records").write_text("in the way")
    assert "cannot be saved" in str(begin(tmp_path / "records", opening(), WHEN).trouble)


def test_the_list_shows_the_newest_first_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    """One line each, whatever lies in the folder."""
    for minute, found in ((5, 1), (9, 2)):
        journal = begin(tmp_path, opening(when=WHEN.replace(minute=minute)), WHEN.replace(minute=minute))
        Sitting(Stroll(lasts=20), journal).close(result(found))
    (tmp_path / "00-notes.jsonl").write_text("shopping: milk")
    (tmp_path / ".draft.jsonl.new").write_text("{}")
    (tmp_path / "readme.txt").write_text("not a record")
    listed = list(summaries(tmp_path))
    assert [passed.result for passed in listed] == [result(2), result(1), None]
    assert [passed.header and passed.header.started.minute for passed in listed] == [9, 5, None]
    assert listed[2].problem == "00-notes.jsonl is not a record of Second Look."
    assert list(summaries(tmp_path / "nowhere")) == []
    assert summary(tmp_path / "gone.jsonl").problem == "gone.jsonl cannot be opened: no such file or directory."
