"""The program asked for something, as a person or a script asks it: in this process, or in one of its own."""

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from game.app.cli import obey

ROOT = Path(__file__).resolve().parents[2]


class Answer(NamedTuple):
    """The code that the program ends with, and all that it says."""

    returncode: int
    stdout: str
    stderr: str


def ask(*words: str, home: Path | str = "") -> Answer:
    """The program, asked in this process: to start one of its own takes longer than most of what it is asked for."""
    said, complained = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as here, redirect_stdout(said), redirect_stderr(complained):
        here.setattr(sys, "argv", ["main.py", *words])
        here.chdir(ROOT)
        if home:
            here.setenv("SECOND_LOOK_HOME", str(home))
        code = obey()
    return Answer(code, said.getvalue(), complained.getvalue())


def start_and_ask(*words: str, **more: str) -> Answer:
    """The program, started in a process of its own, with no screen."""
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env.pop("SDL_VIDEODRIVER", None)
    env |= {"SDL_AUDIODRIVER": "dummy", "PYTHONIOENCODING": "utf-8", **more}
    done = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    return Answer(done.returncode, done.stdout, done.stderr)
