"""What is kept of drills, and what comes back out of it."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest

from game.record import begin_drill, keep, read_sortings, take_seal
from tests.support.long_drill import ANSWER, NOW

ROOT = Path(__file__).parents[2]


def test_every_answer_comes_back_as_it_was_given(tmp_path: Path) -> None:
    """From all drills, in order of time, whether ended or not; two at once never meet."""
    first = begin_drill(tmp_path, 1, ["films"], NOW, take_seal(tmp_path))
    second = begin_drill(tmp_path, 2, ["films"], NOW)
    answers = [replace(ANSWER, when=NOW + timedelta(seconds=n), looks=n + 1) for n in range(6)]
    for n, answer in enumerate(answers):
        keep((first, second)[n % 2], answer)
    first.end(0, None)
    assert read_sortings(tmp_path) == answers
    second.close()


def test_a_line_broken_off_loses_itself_alone(tmp_path: Path) -> None:
    """As when the power fails in the middle of it."""
    journal = begin_drill(tmp_path, 1, ["films"], NOW)
    keep(journal, ANSWER)
    keep(journal, replace(ANSWER, when=NOW + timedelta(seconds=9)))
    journal.close()
    assert journal.path is not None
    journal.path.write_bytes(journal.path.read_bytes()[:-20])
    assert read_sortings(tmp_path) == [ANSWER]


def test_a_record_that_was_changed_is_left_out(tmp_path: Path) -> None:
    """One letter is enough; the others count."""
    paths = []
    for seed in (1, 2):
        journal = begin_drill(tmp_path, seed, ["films"], NOW, take_seal(tmp_path))
        keep(journal, replace(ANSWER, looks=seed))
        journal.end(0, None)
        assert journal.path is not None
        paths.append(journal.path)
    text = paths[-1].read_bytes()
    paths[-1].write_bytes(text.replace(b'"said":"films"', b'"said":"filmS"'))
    assert read_sortings(tmp_path) == [replace(ANSWER, looks=1)]


def test_there_may_be_no_folder_yet(tmp_path: Path) -> None:
    """Then there are no answers."""
    assert read_sortings(tmp_path / "nowhere") == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_killed_program_loses_no_answer(tmp_path: Path) -> None:
    """All that it had said were given are in the file."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.long_drill", str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        sleep(0.1)
        running.kill()
        said = [0, *map(int, running.stdout.read().split())]
    assert len(read_sortings(tmp_path)) >= len(said)
