"""The figures of the code: each is what its name says, on code small enough to count by hand."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tools.figures import (
    biggest,
    figures,
    find_repeated_classes,
    find_repeated_modules,
    is_participle,
    measure,
    measure_module,
)

ROOT = Path(__file__).resolve().parents[2]
SMALL = '''"""What it is for,
in two lines."""

# The reason, for a person.
import os  # noqa: F401

LIMIT = 3
"""What the number is."""


class Box:
    """A class."""

    size: int = 1  # in m

    def open(self, far: int, *rest: int, wide: bool = False, **more: int) -> str:
        """One line."""
        text = """not a
        docstring"""

        return text

    @classmethod
    async def judged(cls, one: int, /) -> None:
        """Another."""
        def inner() -> None: ...
'''


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A house of two rooms, with a test."""
    files = {
        "game/__init__.py": "",
        "game/box.py": SMALL,
        "game/room/__init__.py": "",
        "game/room/box.py": "class Box: ...\nclass Own: ...\n",
        "game/room/door.py": "def shut(): ...\n",
        "tests/test_box.py": "def test_a_box():\n    # Nothing.\n    assert True\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_lines_of_code_leave_out_comments_and_docstrings(checkout: Path) -> None:
    """Docstrings, of a name too, are no code, a string in use is; a remark for a machine is no comment."""
    module = measure_module(checkout / "game" / "box.py", Path("box.py"))
    assert module.length == len(SMALL.splitlines())
    assert module.code == 11
    assert module.comments == 2


def test_functions_and_classes_are_measured_whole(checkout: Path) -> None:
    """A function's length is from its `def` to its last line; `self` and `cls` are not given by a caller."""
    module = measure_module(checkout / "game" / "box.py", Path("box.py"))
    assert set(module.functions) == {("open", 6, 4), ("judged", 3, 1), ("inner", 1, 0)}
    assert module.classes == (("Box", 2),)


@pytest.mark.parametrize(
    ("name", "it_is"),
    [
        ("judged", True), ("_opened_at", True), ("open", False), ("need", False), ("is_allowed", False),
        ("feed_of", False), ("shut", False), ("red", False), ("edit", False),
    ],
)  # fmt: skip
def test_participles_are_told_from_verbs(name: str, it_is: bool) -> None:
    """A name that begins with what has been done is a participle; nouns in -eed and tests that are asked are not."""
    assert is_participle(name) == it_is


def test_names_used_twice_are_told_with_their_places(checkout: Path) -> None:
    """Of modules and of classes, and never a folder's front."""
    house = measure(checkout / "game")
    assert find_repeated_modules(house) == ["box: box.py, room/box.py"]
    assert find_repeated_classes(house) == ["Box: box.py, room/box.py"]


def test_the_figures_are_those_of_the_whole_house(checkout: Path) -> None:
    """Sums and maxima over all files; empty fronts count as modules and as files, not in their folder."""
    table = figures(measure(checkout / "game"), measure(checkout / "tests"))
    assert table == {
        "modules": "5",
        "most modules in a folder": "2",
        "lines of code": "14",
        "comments per 100 lines of code": f"{200 / 14:.1f}",
        "file length, median / p90 / max": f"1 / {len(SMALL.splitlines())} / {len(SMALL.splitlines())}",
        "function length, median / p90 / max": "1 / 6 / 6",
        "most methods in a class": "2",
        "most parameters of a function": "4",
        "module names used twice": "1",
        "class names used twice": "1",
        "functions named by a participle": "1",
        "lines of tests to lines of source": f"{2 / 14:.2f}",
    }


def test_the_biggest_come_first(checkout: Path) -> None:
    """With their sizes and places, and no more than can be read."""
    named = biggest(measure(checkout / "game"))
    assert named["methods in a class"][0] == "   2 Box, box.py"
    assert named["parameters of a function"] == [
        "   4 open, box.py", "   1 judged, box.py", "   0 inner, box.py", "   0 shut, room/door.py",
    ]  # fmt: skip
    assert named["modules in a folder"] == ["   2 room", "   1 ."]


def test_checkouts_stand_side_by_side(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """One column each, a house of one more module beside the small one; a folder that is no checkout is said so."""
    command = [sys.executable, "-m", "tools.figures"]
    larger = copytree(checkout, tmp_path_factory.mktemp("larger") / "house")
    (larger / "game" / "room" / "window.py").write_text("def shut(): ...\n", encoding="utf-8")
    answer = subprocess.run(
        [*command, str(checkout), str(larger)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    modules = next(line for line in answer.stdout.splitlines() if line.startswith("modules ")).split()
    assert modules == ["modules", "5", "6"]
    wrong = subprocess.run([*command, str(checkout / "tests")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
