"""A class's records, gathered: doubles, robots and what was tampered with are told; page and table are safe."""

import csv
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from game.app.commands.class_results import gather
from game.authoring import RobotsFared, class_page, class_table
from game.course import Case, DecoyCase, Result
from game.progress import ClassTold, tell_class, tell_member
from game.record import begin, index, take_seal
from tests.progress.test_over_time import RECOGNITION, SEARCH, date
from tests.progress.test_together import HIT, sat
from tests.support.asked import ask
from tests.support.outline import Outline, check_page
from tests.support.small_stage import WHEN, opening, result

TAKEN = DecoyCase(judgement="false alarm", level=2, look_alikes=("films_trains",))
MISSED = Case(judgement="miss", miss="search", tells=("leaves_bag",))


def told_of(sat: dict[str, list[Result]]) -> ClassTold:
    """A class of which each sat these exercises."""
    return tell_class({name: tell_member(results) for name, results in sat.items()})


def test_a_class_is_told_by_who_needs_what() -> None:
    """By the most frequent kind of miss from three on; who marks decoys readily is told that; of few, nothing."""
    told = told_of({
        "Ada": date([sat(HIT, SEARCH)] * 4), "Ben": date([sat(HIT, RECOGNITION)]),
        "Cleo": [replace(result, decoy_cases=(TAKEN,) * 5, decoys_marked=5) for result in date([sat(HIT)] * 3)],
    })
    ada, ben, cleo = told.members.values()
    assert (ada.found, ada.sittings) == ((4, 8), 4)
    assert ada.needs.startswith("Of four people missed, 4 were never in view. Look over the whole place")
    assert ben.needs == "Too little to say."
    assert cleo.needs.startswith("Marks too readily: 15 of 15 decoys.")
    assert [(fooled.name, fooled.times, fooled.of) for fooled in told.fooled] == [("films_trains", 15, 15)]


def test_tells_and_scenarios_are_told_by_plain_counts() -> None:
    """How hard a scenario is from thirty sittings on."""
    many = told_of({"Ada": date([sat(HIT, MISSED)] * 30)})
    assert [(fooled.name, fooled.times, fooled.of) for fooled in many.missed] == [("leaves_bag", 30, 30)]
    (only,) = many.scenarios
    assert (only.tells, only.found) == (True, (30, 60))
    assert not told_of({"Ada": date([sat(HIT)] * 29)}).scenarios[0].tells


def test_robots_stand_beside_the_class_where_it_can_be_said_how_hard_a_scenario_was() -> None:
    """From thirty sittings on, by the scenario; without robots there is no such column."""
    many = date([sat(HIT, MISSED)] * 30)
    (only,) = told_of({"Ada": many}).scenarios
    robots = {only.scenario: RobotsFared(3, {"novice": (2, 10), "skilled": (6, 10), "silent": (0, 0)})}
    page = class_page(told_of({"Ada": many}), {}, [], "today", robots)
    assert "50 % are found" in page
    assert "3 of 5; novice 20 %, skilled 60 %" in page
    check_page(page)
    assert "3 of 5" not in class_page(told_of({"Ada": many[:29]}), {}, [], "today", robots)
    assert "synthetic" not in class_page(told_of({"Ada": many}), {}, [], "today")


def test_no_cell_of_the_table_is_a_formula_and_no_text_of_the_page_is_markup() -> None:
    """Whatever trainees or scenarios are called."""
    bad = "=HYPERLINK(\"http://x\")<script>"
    results = [replace(result, occasion=replace(result.occasion, title=f"+{bad}")) for result in date([sat(HIT)])]
    rows = list(csv.reader(StringIO(class_table({bad: results}))))
    assert len(rows) == 2
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in rows[1])
    assert rows[1][0] == f"'{bad}"
    page = class_page(told_of({bad: results}), {}, [bad], "today")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_page_can_be_read_by_a_screen_reader_and_works_offline() -> None:
    """A language, one main heading, every table with caption and heads, every region with its name; no links out."""
    results: list[Result] = [replace(result, decoy_cases=(TAKEN,)) for result in date([sat(HIT, MISSED)] * 3)]
    page = class_page(told_of({"Ada": results}), {"leaves_bag": "left a bag"}, [], "today")
    check_page(page)
    assert Outline(page).tags.count("table") == 4
    assert "left a bag" in page


def test_a_class_is_told_alike_from_the_index_and_from_the_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies and what is left out as well; two folders of one name are one trainee; what is new is seen at once."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(tmp_path))
    monkeypatch.setattr(index, "SETTLED", 0)
    folders = [tmp_path / "one" / "Ada", tmp_path / "Ben", tmp_path / "two" / "Ada"]
    for hour, folder in enumerate(folders):
        for minute in (1, 2):
            sit(folder, WHEN.replace(hour=hour, minute=minute), tmp_path)
    (copied, _) = folders[0].iterdir()
    (folders[1] / f"{copied.stem}-b.jsonl").write_bytes(copied.read_bytes())
    first = gather(folders)
    assert first == gather(folders)
    members, left_out = first
    assert {name: member.sittings for name, member in members.items()} == {"Ada": 4, "Ben": 2}
    assert left_out == [f"Ben: {copied.stem}-b.jsonl is a copy of a record of Ada."]
    sit(folders[1], WHEN.replace(hour=5), tmp_path)
    assert gather(folders)[0]["Ben"].sittings == 3
    assert gather(folders[1:])[0]["Ben"].sittings == 4


def sit(folder: Path, when: datetime, home: Path) -> None:
    """A short record in a folder, sealed here."""
    header, stage = opening(4)
    journal = begin(folder, ({**header, "trainee": ""}, stage), when, take_seal(home))
    journal.end(600, replace(result(), occasion=replace(result().occasion, started=when, trainee="")))


def test_records_are_gathered_by_folder_doubles_once_and_what_was_changed_not_at_all(tmp_path: Path) -> None:
    """Each that is left out is named with its reason; a data folder stands for its records."""
    home = tmp_path / "home"
    home.mkdir()
    for name, minutes in (("Ada", (1, 2)), ("Ben", (3, 4))):
        for minute in minutes:
            sit(tmp_path / name / "records", WHEN.replace(minute=minute), home)
    first = sorted((tmp_path / "Ada" / "records").iterdir())
    (tmp_path / "Ben" / "records" / first[0].name.replace("Z-", "Z-0")).write_bytes(first[0].read_bytes())
    last = sorted((tmp_path / "Ben" / "records").iterdir())[-1]
    last.write_bytes(last.read_bytes().replace(b'"found":1', b'"found":2'))
    page, table = tmp_path / "class.html", tmp_path / "class.csv"
    told = ask("results", str(tmp_path / "Ada"), str(tmp_path / "Ben" / "records"), "--html", str(page), "--csv",
                 str(table), home=home)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Ben: " in told.stdout
    assert "is a copy of a record of Ada." in told.stdout
    assert "was changed after it was written." in told.stdout
    rows = list(csv.reader(StringIO(table.read_text(encoding="utf-8-sig"))))[1:]
    assert [row[0] for row in rows] == ["Ada", "Ada", "Ben"]
    assert "is a copy of a record of Ada." in page.read_text(encoding="utf-8")
    nowhere = ask("results", str(tmp_path / "nowhere"), home=home)
    assert (nowhere.returncode, len(nowhere.stderr.splitlines())) == (2, 1)
