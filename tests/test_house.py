"""The house: what the import contracts say, what they catch, and what they cannot say."""

import ast
import re
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
FILES = sorted(GAME.rglob("*.py"))
MOST_LINES = 400


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "forbidden"]


def _check(contract: dict[str, Any], graph: grimp.ImportGraph) -> bool:
    options = {key: value for key, value in contract.items() if key not in ("name", "type")}
    session = {"root_packages": ["game"], "include_external_packages": True}
    checked = ForbiddenContract(name=contract["name"], session_options=session, contract_options=options)
    return bool(checked.check(graph, verbose=False).kept)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """The imports of the house as they stand."""
    configure()
    return grimp.build_graph("game", include_external_packages=True, cache_dir=None)


SEALED = _contracts()[0]
PLANTS = [(room, answer) for room in SEALED["source_modules"] for answer in SEALED["forbidden_modules"]]


@pytest.mark.parametrize(("room", "answer"), PLANTS)
def test_a_planted_path_to_the_answer_is_caught(graph: grimp.ImportGraph, room: str, answer: str) -> None:
    """An import of the key or of staging, planted where the trainee watches, breaks the contract."""
    planted = deepcopy(graph)
    assert _check(SEALED, planted)
    planted.add_import(importer=room, imported=answer)
    assert not _check(SEALED, planted)


@pytest.mark.parametrize(("room", "answer"), PLANTS)
def test_an_indirect_path_to_the_answer_is_caught(graph: grimp.ImportGraph, room: str, answer: str) -> None:
    """A path to the key or to staging by way of an innocent-looking module breaks the contract too."""
    planted = deepcopy(graph)
    planted.add_module("game.innocent")
    planted.add_import(importer=room, imported="game.innocent")
    planted.add_import(importer="game.innocent", imported=answer)
    assert not _check(SEALED, planted)


def _room(path: Path) -> str:
    parts = path.relative_to(GAME).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(path: Path) -> list[ast.ImportFrom]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_insiders_import_siblings_and_outsiders_the_front(path: Path) -> None:
    """A module imports its own room's modules by name, and another room by its front alone."""
    fronts = {"view", "scenario"}  # values read by everyone, by subject
    fronts |= {"screens", "authoring"}  # one a file: a front would load them all before the first is used
    for node in _imports(path):
        target = (node.module or "").split(".")
        if node.level == 2 and _room(path) and len(target) > 1 and (GAME / target[0]).is_dir():
            assert target[0] in fronts, f"{path.name}:{node.lineno} reaches into {node.module}"
        if node.level == 2 and _room(path) and target[0]:
            assert target[0] != _room(path), f"{path.name}:{node.lineno} imports its own front"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_files_stay_small_and_plainly_named(path: Path) -> None:
    """No file is over 400 lines, and none is named for nothing in particular."""
    assert len(path.read_text().splitlines()) <= MOST_LINES
    assert path.stem not in {"utils", "constants", "common", "helpers", "misc"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_nothing_is_called_manager(path: Path) -> None:
    """No class is a manager, handler, helper, engine or controller."""
    names = [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)]
    assert not [name for name in names if re.search(r"(Manager|Handler|Helper|Util|Engine|Controller)$", name)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_imports_stand_at_the_top(path: Path) -> None:
    """Imports stand at the top of the file; only the command line may name its subcommands' modules late."""
    if _room(path) == "app":
        return
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            inner = [one for one in ast.walk(node) if isinstance(one, (ast.Import, ast.ImportFrom))]
            assert not inner, f"{path.name}:{inner[0].lineno} imports late"


def test_nothing_of_a_machine_is_written_down() -> None:
    """No registry's host name, and no lock file that records one, is in the project."""
    assert not [path for path in ROOT.iterdir() if path.name.endswith(".lock")]
