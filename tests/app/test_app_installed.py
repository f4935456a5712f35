"""The program as it is installed: what its wheel holds, and that its command works from any folder."""

import os
import shutil
import signal
import site
import subprocess
import sys
import sysconfig
import time
import venv
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from game import __version__
from tests.support.short_scenario import write_short_scenario

ROOT = Path(__file__).resolve().parents[2]
QUAY = ROOT / "tests" / "authoring" / "quay" / "quay.yaml"
LARGEST = 8_000_000
"""Bytes: small enough for any office's mail, and no gallery has slipped in."""
STARTED_WITHIN = 120
"""Seconds that a slow machine may take for the first picture of a place."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network from a copy of all there is, docs and tests too."""
    folder = tmp_path_factory.mktemp("wheel")
    unneeded = shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__")
    shutil.copytree(ROOT, folder / "source", ignore=unneeded)
    _pip("wheel", "--no-deps", "--no-build-isolation", "--check-build-dependencies", "-w", folder, folder / "source")
    return next(folder.glob("*.whl"))


def _pip(*words: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, words)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_a_wheel_holds_what_is_played_and_no_more(wheel: Path) -> None:
    """Every module, scenario and asset is in it under its licence; docs, tests, tools and the gallery are not."""
    with ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if ".dist-info/" not in name}
        licences = [name for name in packed.namelist() if name.endswith("licenses/LICENSE")]
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "game").rglob("*.py")}
    shipped = {
        f"game/_shipped_files/{path.relative_to(ROOT).as_posix()}"
        for folder in ("assets", "scenarios")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert held == modules | shipped
    assert licences
    assert wheel.stat().st_size < LARGEST


class Installed:
    """A fresh environment with the wheel in it, closed to writing, and an empty folder to run the command from."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        self.tree, self.empty, self.home = folder / "environment", folder / "empty", folder / "home"
        self.empty.mkdir()
        venv.create(self.tree, with_pip=False)
        where = {"base": str(self.tree), "platbase": str(self.tree)}
        scripts, packages = (Path(sysconfig.get_path(name, "venv", where)) for name in ("scripts", "purelib"))
        self.python = scripts / Path(sys.executable).name
        _pip("--python", self.python, "install", "--no-deps", "--no-index", wheel)
        (packages / "outer.pth").write_text("\n".join(site.getsitepackages()))  # what the program itself needs
        for path in (*self.tree.rglob("*"), self.tree):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & 0o555)
        unset = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYTHONPATH"}
        self.surroundings = {name: value for name, value in os.environ.items() if name not in unset} | {
            "PATH": os.pathsep.join([str(scripts), os.environ["PATH"]]),
            "SECOND_LOOK_HOME": str(self.home), "SDL_AUDIODRIVER": "dummy", "PYTHONIOENCODING": "utf-8",
        }  # fmt: skip
        self.command = shutil.which("second-look", path=str(scripts)) or "nothing was installed"

    def ask(self, *words: str, code: int = 0) -> str:
        """What the command answers, standard error last."""
        answer = subprocess.run(
            [self.command, *words], cwd=self.empty, env=self.surroundings, capture_output=True, text=True, check=False
        )
        said = answer.stdout + answer.stderr
        assert answer.returncode == code, said
        return said

    def held(self) -> dict[str, str]:
        """Every path of the environment, with a mark of what the file holds."""
        files = (path for path in self.tree.rglob("*") if path.is_file())
        folders = {str(path): "folder" for path in self.tree.rglob("*") if path.is_dir()}
        return folders | {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Installed:
    """The program, installed."""
    return Installed(wheel, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that ends a window in order")
def test_an_installed_program_works_from_any_folder(installed: Installed, tmp_path: Path) -> None:
    """All commands work away from the checkout, name themselves, and write where they are run and nowhere else."""
    before = installed.held()
    find: list[str | Path] = [installed.python, "-c", "import game; print(game.__file__)"]
    where = subprocess.check_output(find, cwd=installed.empty, env=installed.surroundings)
    assert Path(where.decode().strip()).is_relative_to(installed.tree)

    assert installed.ask("--version") == f"Second Look {__version__}\n"
    assert "Usage: second-look" in installed.ask("--help")
    assert "king_street_morning" in installed.ask("list")
    assert "“second-look play king_street_morning --robot skilled --headless”" in installed.ask(code=2)
    short = str(write_short_scenario(tmp_path))
    assert "skilled" in installed.ask("play", short, "--headless", "--seed", "7")
    assert "in order cannot tell yet" in installed.ask("check", str(QUAY), "--seeds", "1", "--jobs", "2")
    installed.ask("snapshot", short, "--at", "0:20", "--size", "640x360")
    assert "  second-look check north_hall.yaml\n" in installed.ask("new", "scenario", "north hall")
    assert "no errors" in installed.ask("check", "north_hall.yaml")
    assert "#   second-look play north_hall.yaml\n" in (installed.empty / "north_hall.yaml").read_text()
    _start_and_stop(installed, short)

    assert {path.name for path in installed.empty.iterdir()} == {"scene.png", "north_hall.yaml", ".schemas"}
    assert installed.held() == before


def _start_and_stop(installed: Installed, scenario: str) -> None:
    """Open the window on a briefing, wait for the place's picture, which a process of its own draws, and end it."""
    surroundings = installed.surroundings | {"SDL_VIDEODRIVER": "dummy"}
    words = [installed.command, "play", scenario, "--size", "640x360"]
    with subprocess.Popen(words, cwd=installed.empty, env=surroundings, stderr=subprocess.PIPE, text=True) as program:
        end = time.monotonic() + STARTED_WITHIN
        while program.poll() is None and time.monotonic() < end and not list(installed.home.glob("pictures/*.png")):
            time.sleep(0.1)
        program.send_signal(signal.SIGTERM)
        said = program.communicate()[1]
    assert (program.returncode, said) == (143, "Stopped; what was played is kept.\n")
    assert list(installed.home.glob("pictures/*.png"))
