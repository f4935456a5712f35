"""Several trainees at one machine: what is kept of each is their own, and a name is never a path."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.app.seat import TraineeSeat
from game.app.trainees import Learner, each_trainee, enrol, name_in, plain_name, sat_last
from game.record import begin, take_seal
from game.screens.preferences import LONGEST_NAME, Preferences
from tests.support.asked import ask
from tests.support.small_stage import WHEN, opening, result

TRICKS = ("../../etc", "..", "/", "C:\\x", "a/b", "CON", "nul.txt", "~", "%00", ".hidden", "x" * 400)


@pytest.mark.parametrize("name", TRICKS)
def test_no_name_leads_out_of_the_folder_of_trainees(tmp_path: Path, name: str) -> None:
    """Whatever a name holds, its folder lies in that of all, and says whose it is."""
    trainee = enrol(Learner(tmp_path, plain_name(name)))
    assert trainee.folder.parent == tmp_path / "trainees"
    assert name_in(trainee.folder) == trainee.name == name[:LONGEST_NAME]
    assert {path.name for path in tmp_path.iterdir()} == {"trainees"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text())
def test_any_text_makes_a_plain_name_or_none(tmp_path: Path, text: str) -> None:
    """It is bounded, on one line, comes back as it was kept, and is the same once it is plain."""
    name = plain_name(text)
    assert len(name) <= LONGEST_NAME
    assert "\n" not in name
    assert plain_name(name) == name
    if name:
        assert name.casefold() == name_in(enrol(Learner(tmp_path, name)).folder).casefold()


def test_who_sits_down_finds_what_is_theirs(tmp_path: Path) -> None:
    """Choices are kept for each; a new one is offered the first lesson; capitals matter not."""
    seat = TraineeSeat(Learner(tmp_path), Preferences(text=125, lesson_done=True))
    assert seat.take("Ada") == ""
    assert (seat.preferences.text, seat.preferences.lesson_done) == (125, False)
    seat.prefer(Preferences(text=150))
    assert seat.take("") == ""
    assert seat.trainee.folder == tmp_path
    assert seat.take("  ADA ") == ""
    assert (seat.name, seat.preferences.text, seat.known()) == ("Ada", 150, ["Ada"])
    assert sat_last(tmp_path) == Learner(tmp_path, "Ada")


def test_a_folder_that_cannot_be_made_is_told_and_nobody_moves(tmp_path: Path) -> None:
    """A file in its place: a sentence, and whoever sat there stays."""
    (tmp_path / "trainees").write_text("", encoding="utf-8")
    seat = TraineeSeat(Learner(tmp_path), Preferences())
    assert seat.take("Ada").startswith("There can be no folder for Ada")
    assert seat.name == ""


def test_commands_know_trainees_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`progress` tells one of them, `records verify` looks at all, `results` calls each by their name."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(tmp_path))
    seal = take_seal(tmp_path)
    ada = enrol(Learner(tmp_path, "Ada Lovelace"))
    header, stage = opening()
    for folder, minute in ((tmp_path, 1), (ada.folder, 2)):
        when = WHEN.replace(minute=minute)
        journal = begin(folder / "records", ({**header, "trainee": ""}, stage), when, seal)
        journal.end(600, replace(result(), occasion=replace(result().occasion, started=when, trainee="")))
    assert [learner.name for learner in each_trainee(tmp_path)] == ["Ada Lovelace"]
    told = json.loads(ask("progress", "--trainee", "ada lovelace", "--json", home=tmp_path).stdout)
    assert len(told["blocks"]) == 1
    assert "2 of 2 are whole" in ask("records", "verify", home=tmp_path).stdout
    assert ask("results", str(ada.folder), home=tmp_path).stdout.startswith("Ada Lovelace: found ")
    wrong = ask("progress", "--trainee", "Adda Lovelace", home=tmp_path)
    assert "Did you mean “Ada Lovelace”?" in wrong.stderr
    assert "at most 40" in ask("--trainee", "x" * 41, home=tmp_path).stderr
