"""Each mistake that an author makes is found where it stands, alone, with a way out."""

import shutil
from pathlib import Path

import pytest

from game.scenario import Problem, check, errors, render
from tests.support.planted_mistakes import CUES, IN_SHIPPED, LOOKS, MISTAKES, MORNING, SHIPPED_ROLES, Mistake

ROOT = Path(__file__).parents[2]
MACHINERY = ("YAML", "mapping", "sequence", "scalar", "alias", "anchor", "parse", "syntax", "document", "[key]")
"""Words of the trade that an instructor need not know."""
ALSO = {CUES: (MORNING,), SHIPPED_ROLES: (MORNING,)}
"""Files that are also looked at from a scenario which draws on them."""


def plant(good: Path, mistake: Mistake) -> str:
    """Put the mistake into its file; the text that the file then has."""
    file = good / mistake.file
    text = file.read_text()
    assert text.count(mistake.old) >= 1, "the good file has changed"
    text = text.replace(mistake.old, mistake.new, 1)
    file.write_text(text)
    return text


def test_the_good_files_have_no_fault(good: Path) -> None:
    """What the mistakes are planted in is sound."""
    assert not errors(check([Path("good.yaml")]))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_where_it_stands(good: Path, mistake: Mistake) -> None:
    """One problem and no second one, of the right code, at its own line and column, with a way out."""
    text = plant(good, mistake)
    found = errors(check([Path("good.yaml")]))
    assert [problem.code for problem in found] == [mistake.code], "\n".join(map(render, found))
    problem = found[0]
    assert mistake.hint in problem.help
    if mistake.token:
        assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(mistake.token)
        assert problem.file.endswith(mistake.file)
    _speaks_plainly(problem)


def _speaks_plainly(problem: Problem) -> None:
    """A sentence, a way out, the line itself with a caret, and no words of the machinery."""
    said = f"{problem.message} {problem.help}"
    for word in ("Input", "pydantic", "validation", "None", "dict", "Traceback", "instance", "tuple", *MACHINERY):
        assert word not in said
    assert problem.message[-1] in ".?"
    assert problem.help
    assert "^" in render(problem)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that is shipped for scenarios."""
    folder = tmp_path_factory.mktemp("library")
    for part in ("scenarios", "assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("fonts"))
    return folder


@pytest.mark.parametrize("mistake", IN_SHIPPED, ids=lambda mistake: mistake.name)
def test_a_mistake_in_what_is_shipped_is_found(
    library: Path, mistake: Mistake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same in the large files of every kind: checked alone, and from a scenario that draws on them."""
    monkeypatch.chdir(library)
    monkeypatch.setattr("game.shipped.SCENARIOS", library / "scenarios")
    monkeypatch.setattr("game.shipped.ASSETS", library / "assets")
    file = library / mistake.file
    before = file.read_text()
    try:
        text = plant(library, mistake)
        for checked in {mistake.file if mistake.file != LOOKS else MORNING, *ALSO.get(mistake.file, ())}:
            found = errors(check([Path(checked)]))
            assert [problem.code for problem in found] == [mistake.code], "\n".join(map(render, found))
            assert mistake.hint in found[0].help
            assert text.splitlines()[found[0].line - 1][found[0].column - 1 :].startswith(mistake.token)
            assert found[0].file.endswith(mistake.file)
            _speaks_plainly(found[0])
    finally:
        file.write_text(before)


def test_there_are_many_kinds_of_mistake() -> None:
    """The tables are as long as was promised, and no mistake stands in them twice."""
    names = [mistake.name for mistake in (*MISTAKES, *IN_SHIPPED)]
    assert len(set(names)) == len(names)
    assert len(MISTAKES) >= 60
    assert len(IN_SHIPPED) >= 20
