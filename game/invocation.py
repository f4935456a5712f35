"""How the program is called at the command line, for texts that name a command to be copied."""

import shutil
import sys
from pathlib import Path

INSTALLED = "second-look"
CHECKOUT = "main.py"


def command() -> str:
    """The words that start the program as it was started here: `second-look`, or `python main.py`, with its path."""
    started = Path(sys.argv[0])
    if started.name == CHECKOUT:
        return f"python {quote(started)}"
    if started.stem != INSTALLED or _is_on_the_path(started):
        return INSTALLED
    return quote(started)


def quote(path: Path) -> str:
    """The path as a shell takes it for one word."""
    text = str(path)
    return f'"{text}"' if " " in text else text


def _is_on_the_path(started: Path) -> bool:
    # A system hands over the whole path, whether the bare name was typed or not, and Windows may leave out “.exe”.
    found = shutil.which(INSTALLED)
    return found is not None and Path(found).with_suffix("") == started.with_suffix("")
