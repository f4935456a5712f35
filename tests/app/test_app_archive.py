"""Past exercises as they are listed: by which rule of scoring they are judged, and what they say together."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from shutil import copy

import pytest

from game.app.archive import each_kept, say_moment, together
from game.app.settings_file import folder
from game.app.trainees import Learner
from game.course import Case, DecoyCase, Result
from game.record import begin, take_seal
from game.screens.navigation import Kept
from tests.support.asked import ask
from tests.support.small_stage import WHEN, opening, result

OLD = Path(__file__).parents[1] / "record" / "kept"
MORE = Case(judgement="hit", level=2, evidence="founded", seen=("F1.1", "F2.1"))
LESS = Case(judgement="miss", miss="search")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with the records of before, and one of today."""
    (tmp_path / "records").mkdir()
    for path in OLD.glob("format-*.jsonl"):
        copy(path, tmp_path / "records")
    journal = begin(tmp_path / "records", opening(), WHEN, take_seal(tmp_path))
    journal.end(600, result())
    return tmp_path


def test_records_of_before_are_judged_by_the_present_rule_and_say_so(home: Path) -> None:
    """Whether a record has words for a result, or a result by the rule of before; one of today is taken as it is."""
    listed: dict[str, Kept] = {kept.path.name: kept for kept in each_kept(Learner(home))}
    for name in ("format-1-played.jsonl", "format-2.jsonl"):
        assert listed[name].summary.endswith("(Played before the present rule of scoring, and judged by it.)")
        assert listed[name].result is not None
    assert "rule" not in listed["format-3-played.jsonl"].summary
    assert listed["format-3-played.jsonl"].short == "1 of 1 found, 3\u00a0marked who had nothing to hide"
    assert listed["format-4.jsonl"].standing == "Whole"
    assert {listed[path.name].standing for path in OLD.glob("format-[123]*.jsonl")} == {"Unsealed"}
    (today,) = (kept for name, kept in listed.items() if not name.startswith("format-"))
    assert today.result == result()
    assert today.standing == "Whole"
    assert "rule" not in today.summary


def test_what_a_record_says_that_it_came_to_is_believed_of_the_own_seal_alone(home: Path, tmp_path: Path) -> None:
    """Without a seal, or under another's, it is reckoned from what was done: here nothing, so it was not finished."""
    (tmp_path / "other").mkdir()
    for minute, seal in ((1, None), (2, take_seal(tmp_path / "other"))):
        begin(home / "records", opening(), WHEN.replace(minute=minute), seal).end(600, result())
    listed = {kept.path.name[11:13]: kept for kept in each_kept(Learner(home)) if kept.title == "Yard, quiet hour"}
    assert [(listed[minute].standing, listed[minute].summary, listed[minute].result) for minute in ("01", "02")] == [
        ("Unsealed", "Not finished.", None), ("Whole", "Not finished.", None)
    ]


def test_a_changed_record_is_listed_as_such_and_counts_for_nothing(home: Path) -> None:
    """Its line says so, and what it claims is not taken up."""
    (path,) = (home / "records").glob("2026*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"found":1', b'"found":2'))
    (changed,) = (kept for kept in each_kept(Learner(home)) if kept.path == path)
    assert (changed.standing, changed.result, changed.short) == ("Changed", None, "")
    assert "was changed" in changed.problem


def test_a_record_that_cannot_be_judged_hides_no_other(home: Path) -> None:
    """Whatever a file of a stranger holds, it is a line among the others."""
    before = len(list(each_kept(Learner(home))))
    old = (OLD / "format-2.jsonl").read_text().splitlines()
    stage = json.loads(old[1])
    acts = [{**act, "behaviour": "no such thing", "plan": 10**4} for act in stage["key"]["entries"][0]["acts"]]
    stage["key"]["entries"][0]["acts"] = acts
    strange: dict[str, object] = {
        "a_list_for_a_format": {"format": []}, "null_for_a_format": {"format": None}, "no_title": {"title": None},
        "half_a_letter": {"title": "\ud800"}, "a_moment_that_is_none": {"started": "yesterday"},
    }
    for name, fields in strange.items():
        assert isinstance(fields, dict)
        first = json.dumps(json.loads(old[0]) | fields)
        (home / "records" / f"{name}.jsonl").write_text("\n".join([first, *old[1:]]) + "\n")
    last_lines = {"t": '{"t":[1],"end":{}}', "nan": '{"t":NaN}', "deep": "[" * 9999, "end": '{"t":9,"end":[]}'}
    for name, last in last_lines.items():
        (home / "records" / f"last_{name}.jsonl").write_text("\n".join([*old[:-1], last]) + "\n")
    (home / "records" / "key.jsonl").write_text("\n".join([old[0], json.dumps(stage), *old[2:]]) + "\n")
    listed = list(each_kept(Learner(home)))
    assert len(listed) == before + len(strange) + 5
    assert all(kept.problem for kept in listed if kept.path.stem in {*strange, "last_t", "last_nan", "last_deep"})


def test_a_moment_is_told_as_the_clocks_there_showed_it() -> None:
    """With its offset where that is another than here."""
    there = datetime(2026, 3, 1, 8, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert say_moment(there) == "01 March 2026, 08:05 (UTC+05:30)"
    assert say_moment(there.astimezone()) == f"{there.astimezone():%d %B %Y, %H:%M}"


def sat(number: int, *, trainee: str = "") -> Result:
    """An exercise in which one of two was found, and every other time a decoy marked."""
    made = result()
    marked = number % 2
    decoys = (DecoyCase(judgement="false alarm", level=2),) * marked
    decoys += (DecoyCase(judgement="correct rejection"),) * (3 - marked)
    occasion = replace(made.occasion, trainee=trainee, started=WHEN + timedelta(days=number))
    return replace(
        made, occasion=occasion, cases=(MORE, LESS), decoy_cases=decoys, decoys_marked=marked, observable=300
    )


def test_only_the_own_exercises_are_taken_together() -> None:
    """Robots' are theirs."""
    results = [*(sat(n) for n in range(12)), sat(0, trainee="novice")]
    (own,), (other,) = together(results), together(results, "novice")
    assert own.heading.startswith("12 exercises")
    assert other.heading.startswith("One exercise ")


def test_the_command_tells_what_the_exercises_say_together(tmp_path: Path) -> None:
    """In sentences, or as data; of one trainee, and never more than there is to say."""
    records = tmp_path / "records"
    seal = take_seal(folder())
    for number in range(12):
        begin(records, opening(), WHEN + timedelta(days=number), seal).end(600, sat(number))
    told = ask("progress", str(records))
    assert told.returncode == 0, told.stderr
    for words in ("12 exercises where few", "You found 12 of 24 (50", "95\u00a0% sure", "log-linear"):
        assert words in told.stdout
    (block,) = json.loads(ask("progress", str(records), "--json").stdout)["blocks"]
    assert (block["found"], block["of"], block["right"], block["flags"]) == (12, 24, 12, 18)
    assert block["estimate"]["sensitivity"]["low"] < block["estimate"]["sensitivity"]["high"]
    wrong = ask("progress", str(records), "--trainee", "nobody")
    assert wrong.returncode == 2
    assert len(wrong.stderr.strip().splitlines()) == 1
    empty = ask("progress", str(tmp_path))
    assert empty.stdout.strip() == "No exercises yet that could be counted."
