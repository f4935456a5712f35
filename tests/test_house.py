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


OPEN = {"view", "scenario", "widgets"}  # values and widgets used by everyone, one subject a file
OPEN |= {"screens", "authoring"}  # a front would load all of them before the first is used


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_insiders_import_siblings_and_outsiders_the_front(path: Path) -> None:
    """A module names its own room's modules relatively, and another room by its front alone, unless that is open."""
    for node in _imports(path):
        target = (node.module or "").split(".")
        if node.level or target[0] != "game" or len(target) == 1 or not _room(path):
            continue
        where = f"{path.name}:{node.lineno} "
        assert target[1] != _room(path), where + "names its own room by its full name"
        inside = len(target) > 2 and (GAME / target[1]).is_dir()
        assert not inside or target[1] in OPEN, where + f"reaches into {node.module}"


FOLDERS = sorted({path.parent for path in FILES})
MOST_MODULES = 24


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_folders_stay_small_enough_to_read(folder: Path) -> None:
    """No folder has more modules than a newcomer can read through, and each folder says what it is for."""
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_files_stay_small_and_plainly_named(path: Path) -> None:
    """No file is over 400 lines, and none is named for nothing in particular."""
    assert len(path.read_text().splitlines()) <= MOST_LINES
    assert path.stem not in {"utils", "constants", "common", "helpers", "misc"}


MOST_METHODS, MOST_PARAMETERS = 20, 8
STILL_LARGE = {"Stepper", "Thresholds.__init__"}
"""What is over the limits yet, and may not grow in number."""


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [part for part in node.body if isinstance(part, ast.FunctionDef)]


def _parameters(function: ast.FunctionDef) -> int:
    """How many a caller sees; a command's are the options of the command line, and as many as that has."""
    if function.decorator_list and any("command" in ast.unparse(mark) for mark in function.decorator_list):
        return 0
    given = function.args
    names = [part.arg for part in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GAME)))
def test_classes_and_calls_stay_small_enough_to_hold_in_mind(path: Path) -> None:
    """No class has more than 20 methods, no function more than 8 parameters."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    large = {node.name for node in classes if len(_methods(node)) > MOST_METHODS}
    owner = {id(method): f"{node.name}." for node in classes for method in _methods(node)}
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    large |= {owner.get(id(node), "") + node.name for node in functions if _parameters(node) > MOST_PARAMETERS}
    assert large <= STILL_LARGE


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
