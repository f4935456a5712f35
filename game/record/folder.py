"""Where records live, and what is there."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from platformdirs import user_data_path

from game.clock import clock

from .journal import FORMAT, SUFFIX

HOME = "SECOND_LOOK_HOME"
_TAIL = 65_536


@dataclass(frozen=True, slots=True)
class Summary:
    """One past record at a glance. `result` is what was noted at its end; None if it was broken off."""

    path: Path
    started: datetime | None
    title: str
    mode: str
    trainee: str
    tick: int
    result: Mapping[str, object] | None
    problem: str = ""

    @property
    def line(self) -> str:
        """The record in one line, for a list."""
        if self.problem:
            return f"{self.path.name}: {self.problem}"
        when = f"{self.started:%d %b %Y %H:%M}" if self.started else ""
        end = "" if self.result is not None else ", broken off"
        return f"{when}  {self.title} ({self.mode}, {clock(self.tick)}{end})"


def home() -> Path:
    """The folder for everything the program keeps: SECOND_LOOK_HOME, or the usual place of this system."""
    chosen = os.environ.get(HOME, "").strip()
    return Path(chosen).expanduser() if chosen else user_data_path("Second Look", appauthor=False)


def records() -> Path:
    """The folder for records. It may not exist yet."""
    return home() / "records"


def listing(folder: Path) -> tuple[Summary, ...]:
    """The records of a folder, newest first. A file that cannot be read is listed with its problem."""
    try:
        paths = sorted(folder.glob(f"[!.]*{SUFFIX}"), reverse=True)
    except OSError:
        return ()
    return tuple(summary(path) for path in paths)


def summary(path: Path) -> Summary:
    """One record at a glance, from its first and last lines alone."""
    try:
        with path.open("rb") as file:
            first = file.readline()
            file.seek(max(len(first), path.stat().st_size - _TAIL))
            tail = file.read().split(b"\n")
    except OSError as error:
        return _unreadable(path, (error.strerror or "cannot be read").lower())
    opening = _parsed(first)
    if opening is None or opening.get("second_look") != "journal":
        return _unreadable(path, "not a record of Second Look")
    if cast("int", opening.get("format", 0)) > FORMAT:
        return _unreadable(path, "made by a newer Second Look")
    last = next((line for line in map(_parsed, reversed(tail)) if line and "t" in line), {})
    try:
        return Summary(
            path=path,
            started=datetime.fromisoformat(str(opening["started"])),
            title=str(opening["title"]),
            mode=str(opening["mode"]),
            trainee=str(opening.get("trainee", "")),
            tick=cast("int", last.get("t", 0)),
            result=cast("Mapping[str, object] | None", last.get("end")),
        )
    except (KeyError, ValueError):
        return _unreadable(path, "its first line is damaged")


def _unreadable(path: Path, problem: str) -> Summary:
    return Summary(path, None, path.stem, "", "", 0, None, problem)


def _parsed(line: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
