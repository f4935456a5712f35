"""How fast the index of records is made, and how fast progress and a class are told from it when it is large.

    python -m pytest tests/benchmarks/test_index_benchmark.py --benchmark-only --benchmark-enable -o addopts=
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.app.archive import each_kept, read_records, read_together
from game.app.background import Tell
from game.app.commands.class_results import GATHERED, Gathered, gather, gather_one
from game.app.progressing import reckon
from game.app.trainees import Learner, enrol
from game.authoring import class_page
from game.progress import Member, tell_class
from game.record import begin, index, take_seal
from game.record.index import fingerprint
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
    monkeypatch.setattr(index, "SETTLED", 0)

    folders = [learner.folder for learner in class_of]
    _, page = benchmark.pedantic(lambda: tell_page(folders), rounds=3, warmup_rounds=1)  # which adds up what is kept
    assert "Trainee 25" in page


@pytest.fixture(scope="module")
def many(full: Path, class_of: list[Learner]) -> list[Path]:
    """A thousand folders of four hundred records each, which the index knows.

    The files are empty, so that they can be made within a minute: they came to what those of the class of 25 came to.
    """
    folders = [full / "many" / f"{n}" for n in range(ROWS // EACH)]
    for folder in folders:
        folder.mkdir(parents=True)
        for m in range(EACH):
            (folder / f"{m}.jsonl").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "SETTLED", 0)
        patch.setenv("SECOND_LOOK_HOME", str(full))
        some = [gather_one(learner.name, [learner.records], {}) for learner in class_of]

        def stand_in(of: Sequence[Path]) -> Gathered:
            n = int(of[0].name)
            gathered = some[n % TRAINEES]
            return replace(gathered, which=tuple(which + n * ROWS for which in gathered.which))

        list(read_together([(folder, folder / "records") for folder in folders], full, GATHERED, stand_in))
    return folders


def test_looking_at_the_files_of_a_class_as_large_as_the_index(benchmark: BenchmarkFixture, many: list[Path]) -> None:
    """Whether four hundred thousand files are as they were."""
    assert len(benchmark.pedantic(lambda: {fingerprint([folder])[0] for folder in many}, rounds=3)) == 1000


def test_a_class_as_large_as_the_index(
    benchmark: BenchmarkFixture, many: list[Path], full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of a thousand trainees with four hundred exercises each: files looked at, and all that comes after."""
    monkeypatch.setenv("SECOND_LOOK_HOME", str(full))
    members, _ = benchmark.pedantic(lambda: tell_page(many), rounds=3)
    assert sum(member.sittings for member in members.values()) == ROWS


def tell_page(folders: Sequence[Path]) -> tuple[dict[str, Member], str]:
    """A class, and its page."""
    members, left_out = gather(folders)
    return members, class_page(tell_class(members), {}, left_out, "today")
