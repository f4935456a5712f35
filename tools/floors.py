"""Run the plain tests with the lowest versions of what the program needs, as `pyproject.toml` declares them.

`python tools/floors.py FOLDER [tests/app …]` makes a virtual environment in FOLDER, installs each dependency at its
floor and the test tools at their newest, and runs the tests named, or all. It ends with the code of the tests.
"""

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_DECLARED = re.compile(r"([A-Za-z0-9_.-]+)>=([0-9.]+)")


def floors(declared: list[str]) -> list[str]:
    """Each dependency at the lowest version that is declared to do. Raises ValueError if one has none."""
    found = []
    for line in declared:
        if not (parts := _DECLARED.fullmatch(line)):
            raise ValueError(f"{line} has no lowest version")
        found.append(f"{parts[1]}=={parts[2]}")
    return found


def main(folder: Path, tests: list[str]) -> int:
    """Install, say what came of it, and run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*floors(project["dependencies"]), *project["optional-dependencies"]["test"]]
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *needed], check=True)
    subprocess.run([python, "-m", "pip", "freeze"], check=True)
    return subprocess.run([python, "-m", "pytest", "-n", "1", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
