"""Where the program keeps things, and what the trainee has chosen: a JSON file in the data folder."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path

import platformdirs

from game.private import make_folder, replace_whole
from game.screens.keys import Keys, are_letters
from game.screens.preferences import SPEEDS, TEXT_SIZES, Preferences
from game.text import uncapitalise

from .trainees import RECORDS

HELD_OUT = "held_out.txt"
"""In the data folder: the names of what a course keeps for its tests, a line each."""


class Unusable(Exception):
    """The data folder cannot be used; the message says why, in a sentence."""


MOST_PAGES = 100
"""A course has fewer; one that was longer once is begun at its last page."""
HOMELESS = "There is no home folder here. Set SECOND_LOOK_HOME to a folder that can be written to."


def place() -> Path:
    """Where the data folder is or would be: `SECOND_LOOK_HOME` if it is set, else the usual one of this system.

    Raises Unusable if the system knows of no home; it would be put wherever the program is run from.
    """
    asked = _read_home()
    try:
        path = Path(asked).expanduser() if asked else platformdirs.user_data_path("Second Look", appauthor=False)
    except RuntimeError:
        raise Unusable(HOMELESS) from None
    if not asked and (not path.is_absolute() or (os.environ.get("HOME") == "" and "XDG_DATA_HOME" not in os.environ)):
        raise Unusable(HOMELESS)
    return path


def folder() -> Path:
    """The data folder, with a folder for records that is the user's own. Made if it is not there."""
    path = place()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_folder(path / RECORDS)
    except (OSError, ValueError) as why:
        named = "SECOND_LOOK_HOME" if _read_home() else "The data folder"
        raise Unusable(f"{named} cannot be used: {_reason(why)} ({path}).") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise Unusable(f"The data folder cannot be written to ({path}). Set SECOND_LOOK_HOME to one that can.")
    return path


def load(home: Path) -> Preferences:
    """What was chosen before; whatever cannot be understood is as it was made."""
    try:
        told = json.loads((home / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(told, dict):
        return Preferences()
    made = Preferences()
    good = {
        field.name: told[field.name]
        for field in fields(Preferences)
        if field.name in told and _fits(field.name, told[field.name], getattr(made, field.name))
    }
    if "keys" in good:
        good["keys"] = Keys(good["keys"])
    return Preferences(**good)


def save(home: Path, preferences: Preferences) -> str:
    """Keep what is chosen; a sentence if it cannot be kept."""
    path = home / "settings.json"
    told = asdict(preferences) | {"keys": preferences.keys.letters}
    try:
        replace_whole(path, (json.dumps(told, indent=1) + "\n").encode())
    except OSError as why:
        return f"This holds for now, but could not be kept: {_reason(why)}."
    return ""


def _fits(name: str, value: object, made: object) -> bool:
    if isinstance(made, Keys):
        return are_letters(value)
    if isinstance(made, bool):
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    if name == "course_page":
        return isinstance(value, int) and 0 <= value < MOST_PAGES
    allowed: dict[str, tuple[float, ...]] = {"text": TEXT_SIZES, "view_speed": SPEEDS}
    return value in allowed[name] if name in allowed else 0 <= value <= 1


def _read_home() -> str:
    return os.environ.get("SECOND_LOOK_HOME", "").strip()


def _reason(why: Exception) -> str:
    return uncapitalise(getattr(why, "strerror", None) or str(why))


def held_out(home: Path) -> frozenset[str]:
    """The names of behaviours that neither guide nor drills may show: a test of them would say nothing any more."""
    try:
        return frozenset((home / HELD_OUT).read_text(encoding="utf-8").split())
    except FileNotFoundError:
        return frozenset()


def keep_out(home: Path, names: Iterable[str]) -> None:
    """Hold these out from now on, and no others. Raises OSError."""
    replace_whole(home / HELD_OUT, "".join(f"{name}\n" for name in sorted(names)).encode())
