"""The past exercises, read one by one, the newest first."""

from collections.abc import Iterator
from pathlib import Path

from game.clock import clock
from game.record import Summary, summary
from game.screens.navigation import Kept


def each_kept(home: Path) -> Iterator[Kept]:
    """Every record of the data folder at a glance."""
    for path in sorted((home / "records").glob("[!.]*.jsonl"), reverse=True):
        yield kept(summary(path))


def kept(one: Summary) -> Kept:
    """A record as the list shows it."""
    when = f"{one.started.astimezone():%d %B %Y, %H:%M}" if one.started else ""
    told = dict(one.result or {})
    said = str(told.get("headline", "")) or (f"Broken off at {clock(one.tick)}." if one.result is None else "")
    mode = "Assessment" if one.mode == "assess" else one.mode.capitalize()
    if one.trainee:
        mode = f"Robot: {one.trainee}"
    return Kept(one.path, when, one.title, mode, said, one.problem.capitalize())
