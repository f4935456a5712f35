"""What a scenario says of itself, read in a third of a millisecond, where checking it takes seven.

A folder of thousands can be listed so. Nothing is said of whether a file is in order: only that it is YAML, and has
what a list shows of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..units import seconds
from .library import beside
from .source import LOADER, fetch

_DEEPEST = 2
"""`briefing: {post: …}` is the deepest of what a list shows."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list shows of a scenario; `lasts` in seconds."""

    title: str
    venue: str
    post: str
    lasts: float
    summary: str


class Glances:
    """Looks at one file after another; the names of venues are read once for each folder."""

    def __init__(self) -> None:
        self._venues: dict[Path, dict[str, str]] = {}

    def glance(self, path: Path) -> Glance | None:
        """What the file says of itself; None if it is no scenario, or something that a list shows cannot be read."""
        said = _read_tops(path)
        try:
            venue, lasts = self._find_venues(path.parent)[said["venue"]], seconds(said["clock.lasts"])
            return Glance(said["scenario"], venue, said["briefing.post"], lasts, said["summary"])
        except (KeyError, ValueError):
            return None

    def _find_venues(self, folder: Path) -> Mapping[str, str]:
        """The names of the venues that a scenario in this folder can be set in, by their files' names."""
        if folder not in self._venues:
            files = reversed(beside(folder, "venues"))  # the author's own come last, and count
            named = ((path.stem, _read_tops(path).get("venue")) for path in files)
            self._venues[folder] = {stem: name for stem, name in named if name}
        return self._venues[folder]


def _read_tops(path: Path) -> dict[str, str]:
    """The words at the top of a file and one level below, such as `clock.lasts`; none if it is no YAML with keys."""
    data = fetch(path)
    try:
        return _gather(data.decode("utf-8-sig")) if data else {}
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return {}


def _gather(text: str) -> dict[str, str]:
    said: dict[str, str] = {}
    way: list[str | None] = []  # of each open mapping the key whose value comes next; None where a key comes next
    inside = 0  # how many lists and mappings are open that a list shows nothing of
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        match event:
            case yaml.MappingStartEvent() if not inside and len(way) < _DEEPEST and (not way or way[-1]):
                way.append(None)
            case yaml.CollectionStartEvent():
                inside += 1
            case yaml.CollectionEndEvent():
                if inside:
                    inside -= 1
                else:
                    way.pop()
                if not inside and way:
                    way[-1] = None
            case yaml.NodeEvent() if way and not inside:
                word = getattr(event, "value", "")
                if way[-1] is None:
                    way[-1] = word
                else:
                    said[".".join(key or "" for key in way)] = word
                    way[-1] = None
    return said
