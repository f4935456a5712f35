"""Where scenarios, venues and the catalogue are found: beside the author's file first, then among those shipped."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from game import shipped

ENDINGS = (".yaml", ".yml")
"""What the names of files that are read end in, in large or small letters."""
SHARED = ("roles", "cues", "topics", "accounts", "phrases")
"""Files beside the scenarios that hold what all of them draw on."""
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_LEFTOVER = re.compile(r"^[.~#]|^__MACOSX$|^@eaDir$|^(thumbs\.db|desktop\.ini)$|~$", re.IGNORECASE)
"""Names that systems and editors give to what they leave behind: hidden files, copies of what is being written."""
_STRAY = re.compile(r"\.ya?ml\.?(txt|text|docx?|odt|rtf|html?|pages)$|\.ya?ml\s+$", re.IGNORECASE)
"""Names under which an author believes to have saved a file that is read."""


def is_yaml(path: Path) -> bool:
    """Whether a file of this name is one to be read: by its ending, and not left behind by some other program."""
    return path.suffix.casefold() in ENDINGS and not _LEFTOVER.search(path.name)


def is_stray(path: Path) -> bool:
    """Whether a file's name only looks as if it were one to be read: `scene.yaml.txt`."""
    return _STRAY.search(path.name) is not None and not _LEFTOVER.search(path.name)


def yaml_files(folder: Path) -> list[Path]:
    """The files to be read that lie straight in a folder."""
    return [path for path in _list_files(folder) if is_yaml(path)]


def strays_in(folder: Path) -> list[Path]:
    """The files straight in a folder whose names only look as if they were read."""
    return [path for path in _list_files(folder) if is_stray(path)]


def walk(folder: Path) -> Iterator[Path]:
    """The files to be read in a folder and the folders in it, those that stray among them, in order of their names.

    A folder that cannot be opened is given as it is, so that it can be named.
    """
    unread: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=lambda trouble: unread.append(Path(trouble.filename))):
        folders[:] = sorted(name for name in folders if not _LEFTOVER.search(name))
        yield from (path for path in map(Path(here).joinpath, sorted(names)) if is_yaml(path) or is_stray(path))
        yield from unread
        unread.clear()


def library() -> tuple[Path, ...]:
    """The scenarios that come with the program, by name."""
    return tuple(path for path in yaml_files(shipped.SCENARIOS) if path.stem not in SHARED)


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
    """The files for one part of the kit: `venues`, `catalogue` (folders), or one of `SHARED`; the author's first."""
    found = [path for place in (folder, shipped.SCENARIOS) for path in _parts(place, part) if _stays(path, place)]
    return list({path.resolve(): path for path in reversed(found)}.values())[::-1]


def show_path(path: Path) -> str:
    """The path as it is shown to people: from the working folder if it lies within."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve())) if path.is_absolute() else str(path)
    except (ValueError, OSError, RuntimeError):  # the last for links that go round in a ring
        return str(path)


def is_shipped(file: str) -> bool:
    """Whether the file, named as it is shown, comes with the program."""
    path = Path(file).resolve()
    return any(path.is_relative_to(folder) for folder in (shipped.SCENARIOS, shipped.ASSETS))


def _list_files(folder: Path) -> list[Path]:
    try:
        return sorted(Path(folder, name) for name in os.listdir(folder))  # noqa: PTH208  (a third of the time)
    except (OSError, ValueError):
        return []


def _parts(place: Path, part: str) -> Iterable[Path]:
    if part not in SHARED:
        return yaml_files(place / part)
    return [path for path in yaml_files(place) if path.stem.casefold() == part]


def _stays(path: Path, folder: Path) -> bool:
    """Whether the file, links followed, lies within the folder."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
