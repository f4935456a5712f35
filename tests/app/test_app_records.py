"""Records as whoever plays, or collects them, meets them: verified, cancelled, cut off, and on a disk that is full."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from game.record import begin, summaries, take_seal
from game.screens.front.briefing import Started
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from tests.support.asked import ask
from tests.support.playroom import Playroom, offer, write
from tests.support.short_scenario import write_short_scenario
from tests.support.small_stage import WHEN, opening, result

ROOT = Path(__file__).resolve().parents[2]
LITTLE_ROOM = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY)); "
PROGRAM = "import sys; sys.argv[0] = 'main.py'; from game.app.cli import main; main()"
TOLD_WITHIN_A_LINE = '''
import os, signal

def write(file, data, real=os.write, lines=[]):
    written = real(file, data)
    lines += [data] * data.startswith(b"{{")
    if len(lines) == {line}:
        os.kill(os.getpid(), signal.SIGTERM)
    return written

os.write = write
'''
"""Asks the program to end just when a line is on the disk and nobody has been told so."""


def test_records_are_verified_one_by_one_and_nothing_is_written(tmp_path: Path) -> None:
    """Each with its state in a word; 0 only if every one is whole."""
    home, records = tmp_path / "home", tmp_path / "records"
    home.mkdir()
    paths = []
    for minute, seal in ((1, take_seal(home)), (2, take_seal(home)), (3, take_seal(home)), (4, None)):
        journal = begin(records, opening(4), WHEN.replace(minute=minute), seal)
        journal.end(600, result())
        assert journal.path
        paths.append(journal.path)
    one = ask("records", "verify", str(paths[0]), home=home)
    assert (one.returncode, one.stderr) == (0, "")
    assert "whole     sealed here" in one.stdout
    elsewhere = ask("records", "verify", str(paths[0]), home=tmp_path / "other")
    assert "whole     sealed elsewhere, by " in elsewhere.stdout
    assert not (tmp_path / "other").exists()
    paths[1].write_bytes(paths[1].read_bytes().replace(b'"found":1', b'"found":2'))
    paths[2].write_bytes(paths[2].read_bytes()[:-9])
    (records / "00-notes.jsonl").write_text("milk")
    told = ask("records", "verify", str(records), "--json", home=home)
    assert told.returncode == 1
    states = [one["state"] for one in json.loads(told.stdout)["records"]]
    assert states == ["unsealed", "cut", "changed", "whole", "damaged"]
    said = ask("records", "verify", str(records), home=home).stdout
    assert said.splitlines()[-1] == "1 of 5 are whole."
    assert "line 3 is not what was written" in said
    nowhere = ask("records", "verify", str(tmp_path / "nowhere"), home=home)
    assert (nowhere.returncode, len(nowhere.stderr.splitlines())) == (2, 1)


def run(code: str, *words: str, home: Path) -> subprocess.CompletedProcess[str]:
    """The program, with something done before it starts."""
    env = os.environ | {"SECOND_LOOK_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code + PROGRAM, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(os.name != "posix", reason="only there can a file be held small from outside")
@pytest.mark.parametrize("size", [40, 120_000])
def test_a_full_disk_is_said_without_a_window_too(tmp_path: Path, size: int) -> None:
    """At once when it comes, and at the end with 2: whether not even the beginning found room, or the rest did not."""
    home = tmp_path / "home"
    home.mkdir()
    take_seal(home)
    short = write_short_scenario(tmp_path)
    told = run(
        LITTLE_ROOM.format(size=size), "play", str(short), "--headless", "--robot", "skilled", "--keep", home=home
    )
    assert told.returncode == 2, told.stderr
    assert "short_watch, seed 0" in told.stdout
    first, last = told.stderr.strip().splitlines()
    assert "cannot be saved just now" in first
    assert last.startswith("The record of this exercise could not be saved")


def test_a_key_that_cannot_be_read_is_said_and_the_record_kept(tmp_path: Path) -> None:
    """The exercise takes place; its record bears no seal."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "seal.key").write_bytes(b"short")
    told = run("", "play", str(write_short_scenario(tmp_path)), "--headless", "--keep", home=home)
    assert told.returncode == 0
    assert told.stderr.strip().startswith("The record is not sealed: the key in ")
    (kept,) = summaries(home / "records")
    assert kept.soundness
    assert (kept.soundness.state, kept.ended) == ("unsealed", True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_run_without_a_window_that_is_hung_up_on_ends_in_order(tmp_path: Path) -> None:
    """Its record is closed and sealed, as of an exercise that was not finished."""
    home = tmp_path / "home"
    command = [sys.executable, "main.py", "play", "king_street_morning", "--headless", "--keep"]
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # these tests may themselves run under nohup
    program = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"SECOND_LOOK_HOME": str(home)}, stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGHUP, before)
    assert program.stderr
    end = time.monotonic() + 120
    while program.poll() is None and time.monotonic() < end:
        time.sleep(0.05)
        if any(path.read_bytes().count(b"\n") > 10 for path in home.glob("records/[!.]*.jsonl")):
            break
    program.send_signal(signal.SIGHUP)
    said = program.stderr.read()
    program.stderr.close()
    assert (program.wait(60), said) == (129, b"Stopped.\n")
    (kept,) = summaries(home / "records")
    assert kept.soundness
    assert (kept.soundness.state, kept.ended, kept.result) == ("whole", True, None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("line", [1, 2, 30])
def test_a_run_that_is_stopped_in_the_middle_of_a_line_leaves_a_whole_record(tmp_path: Path, line: int) -> None:
    """No line is written twice, nor left out."""
    home, program = tmp_path / "home", TOLD_WITHIN_A_LINE.format(line=line) + PROGRAM
    command = [sys.executable, "-c", program, "play", str(write_short_scenario(tmp_path)), "--headless", "--keep"]
    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"SECOND_LOOK_HOME": str(home)}, capture_output=True, check=False
    )
    assert (told.returncode, told.stderr) == (143, b"Stopped.\n")
    (kept,) = summaries(home / "records")
    assert kept.soundness
    assert (kept.soundness.state, kept.ended, kept.result) == ("whole", True, None)


def journals() -> list[str]:
    """The threads that put journals on the disk."""
    return [thread.name for thread in threading.enumerate() if thread.name == "journal"]


@pytest.mark.parametrize("ready", [False, True])
def test_an_exercise_that_is_cancelled_while_it_is_prepared_leaves_nothing(tmp_path: Path, ready: bool) -> None:
    """No record, no open file and no thread, also if everything was ready but not yet shown."""
    room = Playroom(tmp_path / "home")
    room.put_on_list(offer(write(tmp_path)))
    room.press(WayIn.SCENARIOS)
    room.press(room.first(OfferChosen))
    room.press(Started())
    assert room.on == "Preparing"
    work = room.window.top.work  # type: ignore[attr-defined]
    while ready and work.made is None:
        assert work.problem == ""
        time.sleep(0.01)
    room.window.take(room.window.top.back())  # type: ignore[attr-defined]
    assert room.on == "BriefingScreen"
    room.leave()
    end = time.monotonic() + 60
    while any(thread.name == "work" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.01)
    assert list((tmp_path / "home" / "records").iterdir()) == []
    assert journals() == []
