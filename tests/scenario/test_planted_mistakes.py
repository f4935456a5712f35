"""Each mistake that an author makes is found where it stands, alone, with a way out."""

from pathlib import Path

import pytest
from planted import MISTAKES, Mistake

from game.scenario import Problem, check, errors, render


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
    for word in ("Input", "pydantic", "validation", "NoneType", "dict", "Traceback", "instance", "tuple"):
        assert word not in said
    assert problem.message[-1] in ".?"
    assert problem.help
    assert "^" in render(problem)


def test_there_are_sixty_kinds_of_mistake() -> None:
    """The table is as long as was promised, and no mistake stands in it twice."""
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 60
