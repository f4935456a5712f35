"""Run the plain tests with the lowest versions of what the program needs, as `pyproject.toml` declares them.

`python tools/floors.py FOLDER [tests/app …]` makes a virtual environment in FOLDER, installs each dependency at its floor and
the test tools at their newest, and runs the tests named, or all. It ends with the code that the tests end with.
"""

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_DECLARED = re.compile(r"([A-Za-z0-9_.-]+)>=([0-9.]+)")


def floors(project: Path = ROOT) -> list[str]:
    """Each dependency at the lowest version that is declared to do, as pip takes it. Raises ValueError if one has no floor."""
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found = []
    for line in declared:
        if not (parts := _DECLARED.fullmatch(line)):
            raise ValueError(f"{line} has no lowest version")
        found.append(f"{parts[1]}=={parts[2]}")
    return found


def test_tools(project: Path = ROOT) -> list[str]:
    """What the tests need besides."""
    extras: list[str] = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]["test"]
    return extras


def main(folder: Path, tests: list[str]) -> int:
    """Install, say what came of it, and run."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *floors(), *test_tools()], check=True)
    subprocess.run([python, "-m", "pip", "freeze"], check=True)
    return subprocess.run([python, "-m", "pytest", "-n", "1", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
