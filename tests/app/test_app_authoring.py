"""What the command line tells an instructor: where files are, who is who, what was looked at."""

import json
import shutil
from pathlib import Path

import pytest

from game.app.commands import list_scenarios, write_author_files
from game.app.commands.check_scenarios import check
from game.app.commands.list_scenarios import listing
from game.app.commands.measure_subtlety import subtlety
from game.app.commands.print_cast import call_sheet
from game.app.errors import Wrong

QUAY = Path(__file__).parents[1] / "authoring" / "quay"


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the small scenario with its venue."""
    shutil.copytree(QUAY, tmp_path / "quay")
    return tmp_path / "quay" / "quay.yaml"


def test_a_call_sheet_says_whom_to_look_for(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Subjects and decoys are numbered as they are written, with their clothes; the same for other programs."""
    assert call_sheet(quay, 7, as_json=False) == 0
    text = capsys.readouterr().out
    assert call_sheet(quay, 7, as_json=True) == 0
    calls = json.loads(capsys.readouterr().out)["calls"]
    assert [line.split(":")[0] for line in text.splitlines() if line.isupper() or line.startswith("DECOY")][-3:] == [
        "DECOY 1", "DECOY 2", "DECOY 3",
    ]  # fmt: skip
    assert "SUBJECT 1, reconnaissance:" in text
    assert all(call["looks"] and f"    {call['looks']}\n" in text for call in calls)


def test_a_call_sheet_says_what_a_search_would_find(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of whoever commits a crime, as it is written; of nobody else."""
    assert call_sheet(quay, 7, as_json=False) == 0
    assert "a search finds" not in capsys.readouterr().out
    text = quay.read_text(encoding="utf-8")
    quay.write_text(text.replace("subjects:\n  - ", "subjects:\n  - finds: two bank cards\n    nature: crime\n    ", 1))
    assert call_sheet(quay, 7, as_json=False) == 0
    assert "    a search finds: two bank cards\n" in capsys.readouterr().out


def test_a_new_file_is_announced_by_its_full_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder that is made for it: where it is, what to run next, and how a scenario speaks of it."""
    folder = tmp_path / "my scenarios"
    for kind, said in (("scenario", "preview"), ("venue", "venue: north_hall"), ("behaviour", "tell: north_hall")):
        assert write_author_files.new(kind, "north hall", folder) == 0
        told = capsys.readouterr().out
        assert str(next(folder.rglob("north_hall.yaml")).parents[0].resolve().parts[-1]) in told
        assert told.startswith(f"Written: {folder.resolve()}")
        assert said in told
        assert '"' in told, "a path with a space needs quotes to be copied"
    (tmp_path / "file").write_text("")
    assert write_author_files.new("scenario", "x", tmp_path / "file") == 2
    assert "no folder" in capsys.readouterr().err


def test_a_check_says_what_was_looked_at(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files of a folder are counted by their sorts."""
    assert check([quay.parent]) == 0
    assert capsys.readouterr().out == "1 scenario, 1 venue: no errors.\n"


def test_a_folder_can_be_listed(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By paths that the other commands take; what is no folder is refused."""
    assert listing(quay.parent) == 0
    assert capsys.readouterr().out.startswith(f"{quay}  A small quay")
    with pytest.raises(Wrong, match="no folder"):
        listing(quay)


def test_a_folder_of_very_many_is_listed_by_what_each_says_of_itself(
    quay: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines are those that a check gives; broken files are named, and that the others are not checked."""
    for name in ("first", "second"):
        shutil.copy(quay, quay.parent / f"{name}.yaml")
    broken = {"syntax": "scenario: [", "nowhere": quay.read_text().replace("venue: ", "venue: no"), "none": "- 1"}
    for name, text in broken.items():
        (quay.parent / f"{name}.yaml").write_text(text)
    assert listing(quay.parent) == 1
    checked = capsys.readouterr().out
    monkeypatch.setattr(list_scenarios, "CHECKED", 3)
    assert listing(quay.parent) == 1
    *glanced, unchecked = capsys.readouterr().out.splitlines()
    assert glanced == checked.splitlines()
    assert sum("cannot be played" in line for line in glanced) == len(broken)
    assert f"check {quay.parent}" in unchecked
    spaced = quay.parent.rename(quay.parent.with_name("my quay"))
    listing(spaced)
    assert f'check "{spaced}"' in capsys.readouterr().out


def test_the_subtlety_of_one_behaviour_can_be_measured_alone(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It and what it is told from, in the venue of the scene; a name that there is not is answered with the nearest."""
    assert subtlety(quay, 4, 1, 1, "studies_camera", as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert {pair["tell"] for pair in told["pairs"]} == {"studies_camera"}
    assert all(0 <= pair["told"] <= 1 for pair in told["pairs"])
    assert told["rank_correlation"] is None
    with pytest.raises(Wrong, match="Did you mean “studies_camera”"):
        subtlety(quay, 4, 1, 1, "studys_camera", as_json=False)
