"""Machines as they are: without a home, in the plainest locale, with two programs at once, with clocks that jump."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.record import begin, known_seal, summaries, take_seal
from tests.support.short_scenario import write_short_scenario
from tests.support.small_stage import WHEN, opening, result

ROOT = Path(__file__).resolve().parents[2]


def start(*words: str, at: Path = ROOT, **more: str | None) -> "subprocess.Popen[str]":
    """The program, with some of its surroundings set, or taken away (None)."""
    env = {name: value for name, value in (os.environ | more).items() if value is not None}
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.Popen(
        command, cwd=at, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


@pytest.mark.skipif(os.name != "posix", reason="Windows knows a user's home otherwise")
def test_without_a_home_that_is_said_and_nothing_is_put_elsewhere(tmp_path: Path) -> None:
    """Before a record is begun; reading and checking need none."""
    homeless = {"SECOND_LOOK_HOME": None, "HOME": "", "XDG_DATA_HOME": None}
    playing = start(
        "play", str(write_short_scenario(tmp_path)), "--headless", "--keep", at=tmp_path, **homeless
    )
    said = playing.communicate()
    assert (playing.returncode, said[0]) == (2, "")
    assert said[1] == "There is no home folder here. Set SECOND_LOOK_HOME to a folder that can be written to.\n"
    assert {path.name for path in tmp_path.iterdir()} == {"short_watch.yaml", "venues"}
    checking = start("check", str(tmp_path / "short_watch.yaml"), at=tmp_path, **homeless)
    assert checking.wait() == 0
    checking.communicate()


def test_in_the_plainest_locale_it_plays_and_answers(tmp_path: Path) -> None:
    """With nothing but ASCII, in a folder whose name is not."""
    folder = tmp_path / "Übung 1"
    folder.mkdir()
    playing = start(
        "play", str(write_short_scenario(folder)), "--headless", "--keep", SECOND_LOOK_HOME=str(folder / "home"),
        LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING=None,
    )  # fmt: skip
    out, err = playing.communicate()
    assert (playing.returncode, err) == (0, "")
    assert out.isascii()
    assert "short_watch, seed 0" in out
    (kept,) = summaries(folder / "home" / "records")
    assert kept.soundness
    assert kept.soundness.state == "whole"


def test_two_programs_share_a_home(tmp_path: Path) -> None:
    """Started together where nothing was yet: both records are whole, and sealed by the one key."""
    short, home = write_short_scenario(tmp_path), tmp_path / "home"
    both = [start("play", str(short), "--headless", "--keep", SECOND_LOOK_HOME=str(home)) for _ in range(2)]
    for program in both:
        _, err = program.communicate()
        assert (program.returncode, err) == (0, "")
    kept = list(summaries(home / "records"))
    assert [passed.soundness and (passed.soundness.state, passed.soundness.by) for passed in kept] == [
        ("whole", known_seal(home))
    ] * 2
    assert sorted(path.name for path in home.iterdir()) == ["records", "seal.key"]


def test_a_clock_that_jumps_never_puts_a_record_over_another(tmp_path: Path) -> None:
    """Back and forth, the same moment again, or another offset: each has its own name, and its time as it was told."""
    seal = take_seal(tmp_path)
    jumps = [timedelta(0), timedelta(hours=-1), timedelta(0), timedelta(days=400), timedelta(days=-9000), timedelta(0)]
    moments = [WHEN + jump for jump in jumps] + [datetime(2026, 3, 1, 8, 5, 12, tzinfo=UTC)]
    for moment in moments:
        begin(tmp_path / "records", opening(2, moment), moment, seal).end(600, result())
    kept = list(summaries(tmp_path / "records"))
    assert len({passed.name for passed in kept}) == len(moments)
    assert sorted(passed.header.started for passed in kept if passed.header) == sorted(moments)
    assert all(passed.soundness and passed.soundness.state == "whole" for passed in kept)
