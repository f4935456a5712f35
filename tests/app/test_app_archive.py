"""Past exercises as they are listed: by which rule of scoring they are judged, and what they say together."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest

from game.app.archive import each_kept, together
from game.course import Case, DecoyCase, Result
from game.record import begin
from game.screens.navigation import Kept
from tests.app.test_app_cli import asked
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
    journal = begin(tmp_path / "records", opening(), WHEN)
    journal.end(600, result())
    return tmp_path


def test_records_of_before_are_judged_by_the_present_rule_and_say_so(home: Path) -> None:
    """Whether a record has words for a result, or a result by the rule of before; one of today is taken as it is."""
    listed: dict[str, Kept] = {kept.path.name: kept for kept in each_kept(home)}
    for name in ("format-1-played.jsonl", "format-2.jsonl"):
        assert listed[name].summary.endswith("(Played before the present rule of scoring, and judged by it.)")
        assert listed[name].result is not None
    (today,) = (kept for name, kept in listed.items() if not name.startswith("format-"))
    assert today.result == result()
    assert "rule" not in today.summary


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
    for number in range(12):
        begin(records, opening(), WHEN + timedelta(days=number)).end(600, sat(number))
    told = asked("progress", str(records))
    assert told.returncode == 0, told.stderr
    for words in ("12 exercises where few", "You found 12 of 24 (50", "95\u00a0% sure", "log-linear"):
        assert words in told.stdout
    (block,) = json.loads(asked("progress", str(records), "--json").stdout)["blocks"]
    assert (block["found"], block["of"], block["right"], block["flags"]) == (12, 24, 12, 18)
    assert block["estimate"]["sensitivity"]["low"] < block["estimate"]["sensitivity"]["high"]
    wrong = asked("progress", str(records), "--trainee", "nobody")
    assert wrong.returncode == 2
    assert len(wrong.stderr.strip().splitlines()) == 1
    empty = asked("progress", str(tmp_path))
    assert empty.stdout.strip() == "No exercises yet that could be counted."
