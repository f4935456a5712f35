"""The house: what the import contracts say, what they catch, and what they cannot say."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any, TypeVar

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.domain.contract import Contract

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
TEXTS = {path: path.read_text() for path in sorted(GAME.rglob("*.py"))}
TREES = {path: ast.parse(text) for path, text in TEXTS.items()}
"""Every module, read and parsed once: each rule below goes through all of them."""
MOST_LINES = 400


CHECKERS: dict[str, type[Contract]] = {
    "layers": LayersContract,
    "forbidden": ForbiddenContract,
    "acyclic_siblings": AcyclicSiblingsContract,
}
SETTINGS = read_configuration(str(ROOT / "pyproject.toml"))
CONTRACTS: dict[str, dict[str, Any]] = {contract["name"]: contract for contract in SETTINGS["contracts_options"]}
HOUSE = grimp.build_graph("game", include_external_packages=True, cache_dir=None)
"""The imports as they stand."""
N = TypeVar("N", bound=ast.AST)
Import = tuple[str, str]
"""Who imports whom."""


def _of_type(kind: str) -> list[dict[str, Any]]:
    return [contract for contract in CONTRACTS.values() if contract["type"] == kind]


def _is_kept(contract: dict[str, Any], *planted: Import) -> bool:
    """Whether import-linter finds the contract kept, once these imports stand in the house too."""
    house = deepcopy(HOUSE)
    for importer, imported in planted:
        house.add_import(importer=importer, imported=imported)
    options = {key: value for key, value in contract.items() if key not in ("name", "type")}
    checker = CHECKERS[contract["type"]](contract["name"], SETTINGS["session_options"], options)
    return bool(checker.check(house, verbose=False).kept)


def _inmost(name: str) -> str:
    """A module as deep inside a package as there is one; the name itself if it has no inside."""
    inside = set() if HOUSE.is_module_squashed(name) else HOUSE.find_descendants(name)
    return max([name, *sorted(inside)], key=lambda module: module.count("."))


def _upward_imports() -> Iterator[tuple[str, str, str]]:
    """For every room: one of the layer above, the top, and whoever stands beside it in its own layer."""
    for contract in _of_type("layers"):
        for container in contract["containers"]:
            layers = [[f"{container}.{name.strip()}" for name in layer.split("|")] for layer in contract["layers"]]
            upward = [(room, above[-1]) for above, layer in pairwise(layers) for room in layer]
            upward += [(room, layers[0][0]) for layer in layers[2:] for room in layer]
            upward += [pair for layer in layers for pair in permutations(layer, 2)]
            yield from ((contract["name"], room, upper) for room, upper in upward)


def _forbidden_imports() -> Iterator[tuple[str, str, str]]:
    """For every contract: each of those bound by it with each that is forbidden to them."""
    for contract in _of_type("forbidden"):
        for source, target in product(contract["source_modules"], contract["forbidden_modules"]):
            yield contract["name"], source, target


def _siblings() -> Iterator[tuple[str, str, list[str]]]:
    """For every contract and every folder at every level: its modules and folders, if there are two or more."""
    for contract in _of_type("acyclic_siblings"):
        for ancestor in contract["ancestors"]:
            for folder in sorted({ancestor, *HOUSE.find_descendants(ancestor)}):
                if len(children := sorted(HOUSE.find_children(folder))) > 1:
                    yield contract["name"], folder, children


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_contract_is_kept(name: str) -> None:
    """Before anything is planted; and each is of a kind for which breaks are planted below."""
    assert _is_kept(CONTRACTS[name])


@pytest.mark.parametrize(("name", "room", "upper"), list(_upward_imports()))
def test_an_import_that_runs_up_is_caught(name: str, room: str, upper: str) -> None:
    """A room, deep inside it, that imports one above or beside it breaks the layers."""
    assert not _is_kept(CONTRACTS[name], (_inmost(room), _inmost(upper)))


@pytest.mark.parametrize("name", [contract["name"] for contract in _of_type("layers")])
def test_a_room_without_a_layer_is_caught(name: str) -> None:
    """A new room has to be given its layer."""
    containers = CONTRACTS[name]["containers"]
    assert not any(_is_kept(CONTRACTS[name], (f"{container}.annexe", "numpy")) for container in containers)


@pytest.mark.parametrize(("name", "source", "target"), list(_forbidden_imports()))
def test_a_forbidden_import_is_caught(name: str, source: str, target: str) -> None:
    """An import of what is forbidden, deep inside who may not have it, breaks the contract."""
    assert not _is_kept(CONTRACTS[name], (_inmost(source), _inmost(target)))


@pytest.mark.parametrize(("name", "source", "target"), list(_forbidden_imports()))
def test_a_forbidden_import_by_way_of_another_is_caught(name: str, source: str, target: str) -> None:
    """So does a path by way of an innocent-looking module, unless the contract is about direct imports alone."""
    way = [(_inmost(source), "game.innocent"), ("game.innocent", _inmost(target))]
    assert _is_kept(CONTRACTS[name], *way) == ("allow_indirect_imports" in CONTRACTS[name])


@pytest.mark.parametrize(("name", "folder", "children"), list(_siblings()))
def test_a_circle_of_siblings_is_caught(name: str, folder: str, children: list[str]) -> None:
    """Two or more that import each other in a circle, deep inside them or not, break the contract at any level."""
    circle = children[:3]
    assert not _is_kept(CONTRACTS[name], *((_inmost(one), other) for one, other in pairwise([*circle, circle[0]])))


def _room(path: Path) -> str:
    parts = path.relative_to(GAME).parts
    return parts[0] if len(parts) > 1 else ""


def _each(*kinds: type[N]) -> Iterator[tuple[Path, N]]:
    """All nodes of some kinds, wherever they stand in whichever module."""
    for path, tree in TREES.items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, kinds))


OPEN = {"view", "scenario", "widgets"}  # values and widgets used by everyone, one subject a file
OPEN |= {"screens", "authoring"}  # a front would load all of them before the first is used
OWN_DOORS = {"game.record.index"}  # brings a database library that is slow to load


def test_insiders_import_siblings_and_outsiders_the_front() -> None:
    """A module names its own room's modules relatively, and another room by its front alone, unless that is open."""
    wrong = []
    for path, node in _each(ast.ImportFrom):
        target = (node.module or "").split(".")
        if node.level or target[0] != "game" or len(target) == 1 or not _room(path):
            continue
        where = f"{path.relative_to(GAME)}:{node.lineno} "
        if target[1] == _room(path):
            wrong.append(where + "names its own room by its full name")
        elif len(target) > 2 and (GAME / target[1]).is_dir() and not (target[1] in OPEN or node.module in OWN_DOORS):
            wrong.append(where + f"reaches into {node.module}")
    assert wrong == []


FOLDERS = sorted({path.parent for path in TREES})
MOST_MODULES = 24


def test_folders_stay_small_enough_to_read() -> None:
    """No folder has more modules than a newcomer can read through, and each folder says what it is for."""
    sizes = Counter(path.parent for path in TREES if path.name != "__init__.py")
    assert [folder for folder in FOLDERS if sizes[folder] > MOST_MODULES] == []
    assert [folder for folder in FOLDERS if not ast.get_docstring(TREES[folder / "__init__.py"])] == []


def test_files_stay_small_and_plainly_named() -> None:
    """No file is over 400 lines, and none is named for nothing in particular."""
    assert [path for path, text in TEXTS.items() if len(text.splitlines()) > MOST_LINES] == []
    assert [path for path in TREES if path.stem in {"utils", "constants", "common", "helpers", "misc"}] == []


def test_a_name_means_one_thing() -> None:
    """No two modules of the house, and no two classes, bear the same name."""
    modules = Counter(path.stem for path in TREES if path.name != "__init__.py")
    classes = Counter(node.name for _, node in _each(ast.ClassDef))
    assert not [name for name, times in modules.items() if times > 1]
    assert not [name for name, times in classes.items() if times > 1]


MOST_METHODS, MOST_PARAMETERS = 20, 8


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [part for part in node.body if isinstance(part, ast.FunctionDef)]


def _parameters(function: ast.FunctionDef) -> int:
    """How many a caller sees; a command's are the options of the command line, and as many as that has."""
    if "typer." in ast.unparse(function.args):
        return 0
    given = function.args
    names = [part.arg for part in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def test_classes_and_calls_stay_small_enough_to_hold_in_mind() -> None:
    """No class has more than 20 methods, no function more than 8 parameters."""
    assert [node.name for _, node in _each(ast.ClassDef) if len(_methods(node)) > MOST_METHODS] == []
    assert [node.name for _, node in _each(ast.FunctionDef) if _parameters(node) > MOST_PARAMETERS] == []


def test_nothing_is_called_manager() -> None:
    """No class is a manager, handler, helper, engine or controller."""
    names = [node.name for _, node in _each(ast.ClassDef)]
    assert [name for name in names if re.search(r"(Manager|Handler|Helper|Util|Engine|Controller)$", name)] == []


def test_imports_stand_at_the_top() -> None:
    """Imports stand at the top of the file; only the command line may name its subcommands' modules late."""
    late = [
        f"{path.relative_to(GAME)}:{inner.lineno}"
        for path, node in _each(ast.FunctionDef, ast.ClassDef)
        if _room(path) != "app"
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert late == []


def test_nothing_of_a_machine_is_written_down() -> None:
    """No registry's host name, and no lock file that records one, is in the project."""
    assert not [path for path in ROOT.iterdir() if path.name.endswith(".lock")]


def test_all_output_goes_through_the_console() -> None:
    """Nothing prints but the console, which lets no text steer a terminal and no encoding stop it."""
    console = GAME / "app" / "console.py"
    assert [path for path, text in TEXTS.items() if path != console and re.search(r"\bprint\(", text)] == []
