"""How fast the index of records is made, and how fast progress and a class are told from it when it is large.

    python -m pytest tests/benchmarks/test_index_benchmark.py --benchmark-only --benchmark-enable -o addopts=
"""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.app.archive import each_kept, read_records
from game.app.background import Tell
from game.app.commands.class_results import gather
from game.app.progressing import reckon
from game.app.trainees import Learner, enrol
from game.authoring import class_page
from game.progress import tell_class
from game.record import begin, index, take_seal
from tests.support.small_stage import WHEN, opening, result

TRAINEES, EACH = 25, 400
"""Ten thousand records: a class of 25 with 400 exercises each, more than any has."""
ROWS = 400_000
FILL = """
with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
insert into records select
    cast('/elsewhere/' || (i / 400) || '/' || i as blob), cast('/elsewhere/' || (i / 400) as blob),
    size, modified, changed, told from n, (select * from records limit 1)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with short records of a whole class."""
    folder: Path = tmp_path_factory.mktemp("home")
    seal = take_seal(folder)
    for n in range(TRAINEES):
        trainee = enrol(Learner(folder, f"Trainee {n + 1}"))
        for m in range(EACH):
            when = WHEN + timedelta(minutes=n * EACH + m)
            header, stage = opening(4, when)
            told = result(m % 3)
            journal = begin(trainee.records, ({**header, "trainee": ""}, stage), when, seal)
            journal.end(600, replace(told, occasion=replace(told.occasion, started=when, trainee="")))
    return folder


@pytest.fixture(scope="module")
def class_of(home: Path) -> list[Learner]:
    """Its trainees."""
    return [Learner(home, f"Trainee {n + 1}") for n in range(TRAINEES)]


@pytest.fixture(scope="module")
def full(home: Path, class_of: list[Learner]) -> Path:
    """The same, indexed, among four hundred thousand rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "SETTLED", 0)
        for learner in class_of:
            list(read_records(learner.records, home))
    with sqlite3.connect(home / index.FILE) as kept:
        kept.execute(FILL, (ROWS - TRAINEES * EACH,))
        assert kept.execute("select count(*) from records").fetchone() == (ROWS,)
    return home


def test_making_it_anew(
    benchmark: BenchmarkFixture, home: Path, class_of: list[Learner], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All ten thousand records read, judged as they stand, and written."""
    monkeypatch.setattr(index, "SETTLED", 0)

    def anew() -> int:
        (home / index.FILE).unlink(missing_ok=True)
        return sum(len(list(read_records(learner.records, home))) for learner in class_of)

    assert benchmark.pedantic(anew, rounds=1) == TRAINEES * EACH


def test_progress_from_it(benchmark: BenchmarkFixture, full: Path, class_of: list[Learner]) -> None:
    """Of one trainee with four hundred exercises."""
    told = benchmark.pedantic(lambda: reckon(class_of[3], [], Tell()), rounds=3)
    assert sum(one.pooled.sittings for one in told.stretches) == EACH


def test_the_list_from_it(benchmark: BenchmarkFixture, full: Path, class_of: list[Learner]) -> None:
    """Of the same trainee."""
    assert len(benchmark.pedantic(lambda: list(each_kept(class_of[3])), rounds=3)) == EACH


def test_a_class_from_it(
    benchmark: BenchmarkFixture, full: Path, class_of: list[Learner], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of all twenty-five, from ten thousand exercises."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(full))

    def told() -> str:
        sat, left_out = gather([learner.folder for learner in class_of])
        return class_page(tell_class(sat), {}, left_out, "today")

    assert "Trainee 25" in benchmark.pedantic(told, rounds=3)
