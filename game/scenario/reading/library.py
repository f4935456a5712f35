"""Where scenarios, venues and the catalogue are found: beside the author's file first, then among those shipped."""

import re
from pathlib import Path

from game import shipped

_SHARED = ("roles.yaml", "cues.yaml")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")


def library() -> tuple[Path, ...]:
    """The scenarios that come with the program, by name."""
    return tuple(path for path in sorted(shipped.SCENARIOS.glob("*.yaml")) if path.name not in _SHARED)


def find(name: str | Path) -> Path:
    """The file of a scenario: a shipped one by its name, or any by its path."""
    if isinstance(name, str) and _PLAIN_NAME.fullmatch(name):
        path = shipped.SCENARIOS / f"{name}.yaml"
        if path.is_file():
            return path
    return Path(name)


def is_plain_name(name: str) -> bool:
    """Whether the name is a name and no path."""
    return _PLAIN_NAME.fullmatch(name) is not None


def beside(folder: Path, part: str) -> list[Path]:
    """The files for one part of the kit: `venues/x.yaml`, `catalogue/*.yaml`, `roles.yaml`. The author's come first."""
    found = [path for place in (folder, shipped.SCENARIOS) for path in sorted(place.glob(part)) if _stays(path, place)]
    return list({path.resolve(): path for path in reversed(found)}.values())[::-1]


def venues(folder: Path) -> list[str]:
    """The names of all venues within reach of a scenario in the folder."""
    return [path.stem for path in beside(folder, "venues/*.yaml")]


def shown(path: Path) -> str:
    """The path as it is shown to people: from the working folder if it lies within."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve())) if path.is_absolute() else str(path)
    except (ValueError, OSError):
        return str(path)


def is_shipped(file: str) -> bool:
    """Whether the file, named as it is shown, comes with the program."""
    path = Path(file).resolve()
    return any(path.is_relative_to(folder) for folder in (shipped.SCENARIOS, shipped.ASSETS))


def _stays(path: Path, folder: Path) -> bool:
    """Whether the file, links followed, lies within the folder."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
