"""The command line as people and scripts use it: what it prints, what it says, and the code it ends with."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.support.asked import ROOT, Answer, ask, start_and_ask
from tests.support.short_scenario import TEXT, write_short_scenario

STARTED = """
import threading, time, pygame
from game.app.cli import main

def press():
    while not pygame.display.get_surface():
        time.sleep(0.05)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))

threading.Thread(target=press, daemon=True).start()
main()
"""
"""The program, with somebody who presses Enter once as soon as the window is open."""


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A scenario that is over quickly."""
    return write_short_scenario(tmp_path)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("play", "king_street_mornign", "--headless"), "Did you mean “king_street_morning”?"),
        (("play", "king_street_morning", "--headless", "--robot", "skiled"), "Did you mean “skilled”?"),
        (("play", "king_street_morning", "--seed", "seven"), "--seed"),
        (("play", "king_street_morning", "--seed", "-1"), "--seed"),
        (("play", "king_street_morning", "--mode", "exam"), "practice or assess"),
        (("play", "king_street_morning", "--json"), "--headless"),
        (("snapshot", "king_street_morning", "--size", "huge"), "1280x720"),
        (("snapshot", "king_street_morning", "--size", "9x9"), "between"),
        (("snapshot", "king_street_morning", "--at", "soon"), "1:30"),
        (("snapshot", "king_street_morning", "--out", "no/such/folder/x.png"), "cannot be written"),
        (("dance",), "--help"),
        (("--size", "big"), "1280x720"),
        (("--size", "800x600", "list"), "after the command"),
        (("--scenarios", "no/such/folder"), "There is no folder “no/such/folder”"),
        (("--scenarios", "main.py"), "There is no folder “main.py”"),
        (("--scenarios", "scenarios", "list"), "goes without “list”"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(words: tuple[str, ...], says: str) -> None:
    """Whatever is asked wrongly is answered by one line with a way out, and never by a traceback."""
    assert is_refused(ask(*words), says)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("dance",), "--help"),
        ((), "There is no screen here"),
        (("--scenarios", "scenarios"), "There is no screen here"),
    ],
)
def test_a_process_ends_with_2_and_one_sentence_too(words: tuple[str, ...], says: str) -> None:
    """The same is so of the program as it is started, and where there is no screen to open a window on."""
    assert is_refused(start_and_ask(*words), says)


def is_refused(answer: Answer, says: str) -> bool:
    """Whether it ended with 2 and one line that says this."""
    assert says in answer.stderr
    return (answer.returncode, len(answer.stderr.strip().splitlines()), answer.stdout) == (2, 1, "")


def test_help_gives_examples_and_exit_codes() -> None:
    """`--help` names every command, with examples and what the exit codes mean."""
    answer = ask("--help")
    assert answer.returncode == 0
    for word in ("play", "check", "cast", "snapshot", "selftest", "--headless", "Exit codes"):
        assert word in answer.stdout


@pytest.mark.parametrize("home", ["/proc/nowhere", "{file}/inside"])
def test_a_data_folder_that_cannot_be_is_said_so(tmp_path: Path, home: str) -> None:
    """A data folder that cannot be made ends the game with 2 and a sentence that names it."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    answer = ask(home=home.format(file=file))
    assert answer.returncode == 2
    assert "SECOND_LOOK_HOME cannot be used" in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_content_with_problems_ends_with_1(tmp_path: Path, short: Path) -> None:
    """A scenario that cannot be read ends every command with 1, its place, and the way out."""
    short.write_text(TEXT.replace("clock:", "clokc:"), encoding="utf-8")
    for command, *more in (("check",), ("cast",), ("play", "--headless"), ("play",)):
        answer = ask(command, str(short), *more, home=tmp_path / "home")
        assert answer.returncode == 1, command
        assert "short_watch.yaml:6" in answer.stdout + answer.stderr
        assert "Traceback" not in answer.stderr


def test_headless_play_prints_one_object_and_repeats_itself(short: Path) -> None:
    """`play --headless --json` prints one object for scripts; the same seed gives the same run in another process."""
    first, second = (
        json.loads(asked("play", str(short), "--headless", "--robot", "novice", "--seed", "3", "--json").stdout)
        for asked in (ask, start_and_ask)
    )
    assert set(first) == {
        "scenario", "seed", "robot", "people", "subjects", "decoys", "hits", "misses", "evidence", "false_alarms",
        "correct_rejections", "decoys_judged", "passers_by_watched", "noted", "crimes_noticed", "crimes_missed",
        "manner", "seconds_simulated", "seconds_taken", "digest",
    }
    assert set(first["false_alarms"]) == {"decoys", "crowd"}
    assert (first["scenario"], first["seed"], first["robot"], first["subjects"]) == ("short_watch", 3, "novice", 0)
    assert (first["seconds_simulated"], first["manner"]) == (30.0, None)
    assert {**first, "seconds_taken": 0} == {**second, "seconds_taken": 0}


def test_cast_and_snapshot(tmp_path: Path, short: Path) -> None:
    """The call sheet names each act with its time, and the snapshot is a picture of the size asked for."""
    sheet = ask("cast", str(short), "--seed", "3")
    assert sheet.returncode == 0
    assert "films_departure_board" in sheet.stdout
    out = tmp_path / "scene.png"
    shot = ask("snapshot", str(short), "--at", "0:20", "--size", "640x360", "--out", str(out), "--truth")
    assert shot.returncode == 0, shot.stderr
    header = out.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (640, 360)


def test_a_snapshot_can_hold_the_whole_place(tmp_path: Path) -> None:
    """With `--whole` the light floor ends before the picture does; without, the picture's edge cuts it."""
    pictures: list[np.ndarray] = []
    for more in ((), ("--whole",)):
        out = tmp_path / f"scene{len(pictures)}.png"
        shot = ask("snapshot", "king_street_quiet", "--at", "0", "--size", "960x540", "--out", str(out), *more)
        assert shot.returncode == 0, shot.stderr
        pictures.append(pygame.surfarray.array3d(pygame.image.load(out)).astype(int))
    cut, whole = (
        np.concatenate([light[:8].ravel(), light[-8:].ravel(), light[:, :8].ravel(), light[:, -8:].ravel()]).mean()
        for light in (picture.min(axis=2) > 140 for picture in pictures)
    )
    assert whole < 0.03
    assert cut > 0.2


def test_selftest_says_one_line_each(tmp_path: Path) -> None:
    """The self-test has one line a subject, and does without a screen."""
    answer = start_and_ask("selftest", SECOND_LOOK_HOME=str(tmp_path))
    assert answer.returncode == 0, answer.stdout
    assert len(answer.stdout.strip().splitlines()) == 8
    assert "there is no screen" in answer.stdout
    assert not answer.stderr


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    """When the program behind a pipe has gone, it ends without a word."""
    program = subprocess.Popen(
        [sys.executable, "main.py", "--help"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    said = program.stderr.read()
    program.stderr.close()
    assert program.wait(60) == 0
    assert not said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_signal_closes_the_window_and_keeps_the_record(tmp_path: Path, short: Path) -> None:
    """Started from its briefing as it was asked for, an exercise cut by SIGTERM ends with 143 and a whole record."""
    home = str(tmp_path / "home")
    env = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "SECOND_LOOK_HOME": home}
    asked_for = ("play", str(short), "--seed", "3", "--mode", "assess")
    program = subprocess.Popen([sys.executable, "-c", STARTED, *asked_for], cwd=ROOT, env=env, stderr=subprocess.PIPE)
    assert program.stderr
    records = tmp_path / "home" / "records"
    end = time.monotonic() + 120
    while program.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
        if any(re.search(rb'^{"h":"[^"]*","t":[1-9]', path.read_bytes(), re.M) for path in records.glob("[!.]*.jsonl")):
            break
    program.send_signal(signal.SIGTERM)
    said = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait(60) == 143
    assert said.strip() == "Stopped; what was played is kept."
    lines = next(records.glob("[!.]*.jsonl")).read_text(encoding="utf-8").splitlines()
    assert "end" in json.loads(lines[-1])
    first = json.loads(lines[0])
    assert (first["seed"], first["mode"]) == (3, "assess")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_proof_told_to_end_ends_in_order() -> None:
    """A run of many seeds takes SIGTERM for Ctrl-C: no traceback, and the exit code of what was stopped."""
    quay = ROOT / "tests" / "authoring" / "quay" / "quay.yaml"
    command = [sys.executable, "main.py", "check", str(quay), "--seeds", "2000", "--jobs", "2"]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert program.stderr
    assert b"quay" in program.stderr.readline()
    program.send_signal(signal.SIGTERM)
    said = program.stderr.read()
    program.stderr.close()
    assert program.wait(120) == 130
    assert b"Traceback" not in said
