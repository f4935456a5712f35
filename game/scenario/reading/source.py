"""From a file's bytes to a tree of what is written where. Safe with any bytes: bounded in size, depth and number."""

import os
import re
import stat
from pathlib import Path
from typing import Any, NoReturn

import yaml

from game.invocation import command

from .document import Document, Listing, Mapping, Node, Scalar
from .library import library
from .near_names import near
from .problems import Spot
from .yaml_words import meaning

MOST_BYTES = 1_000_000
MOST_NODES = 60_000
DEEPEST = 30
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML has it: ten times as fast."""


class _Stop(Exception):
    """Reading this file further makes no sense; the problem is noted."""


def load(path: Path, shown: str) -> Document:
    """The file as a document named `shown`. Whatever is wrong is noted in its problems; nothing is raised."""
    document = Document(shown)
    try:
        _parse(document, _decoded(document, _bytes(document, path)))
    except _Stop:
        document.root = None
    return document


def loads(data: bytes, shown: str) -> Document:
    """The same for bytes at hand."""
    document = Document(shown)
    try:
        _parse(document, _decoded(document, data))
    except _Stop:
        document.root = None
    return document


def _stop(document: Document, code: str, spot: Spot, message: str, way_out: str) -> NoReturn:
    document.complain(code, spot, message, way_out)
    raise _Stop


def _meant(path: Path) -> str:
    """The way out for a name that is no file: a scenario that is shipped, or one in the same folder."""
    known = [found.stem for found in library()]
    if path.parent.is_dir():
        known += [found.name for found in sorted(path.parent.glob("*.yaml"))[:500]]
    return near(path.name, known) or "Check the name and the folder; `list` shows the scenarios that are shipped."


def _bytes(document: Document, path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            _stop(document, "SL002", Spot(), "This is a folder, not a file.", "Name a .yaml file inside it.")
        if not stat.S_ISREG(found.st_mode):
            _stop(document, "SL002", Spot(), "This is not an ordinary file.", "Name a .yaml file.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1) if os.fstat(file.fileno()).st_size <= MOST_BYTES else None
    except FileNotFoundError:
        _stop(document, "SL001", Spot(), "There is no such file.", _meant(path))
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or "the name cannot be used"
        _stop(document, "SL003", Spot(), f"The file cannot be read: {reason}.", "Check who may read it.")
    if data is None or len(data) > MOST_BYTES:
        _stop(
            document,
            "SL004",
            Spot(),
            "The file is too large: more than 1 MB.",
            "A scenario is a few pages of text. Is this the right file?",
        )
    return data


def _decoded(document: Document, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        _stop(
            document,
            "SL005",
            Spot(line),
            "This is not a plain text file.",
            "Save it as plain text, with the encoding UTF-8 if your editor asks for one.",
        )
    document.lines = re.split(r"\r\n|\r|\n", text)
    if strange := re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text):
        line = len(re.findall(r"\r\n|\r|\n", text[: strange.start()])) + 1
        column = strange.start() - max(text.rfind("\n", 0, strange.start()), text.rfind("\r", 0, strange.start()))
        _stop(
            document,
            "SL005",
            Spot(line, column),
            f"There is an invisible character here (number {ord(strange[0]):04X}).",
            "Delete it and type the line anew; text files hold letters, not this.",
        )
    if not text.strip():
        _stop(document, "SL006", Spot(), "The file is empty.", f"Start from `{command()} new scenario NAME`.")
    return text


def _parse(document: Document, text: str) -> None:
    for number, line in enumerate(document.lines, start=1):
        if (tab := re.match(r"( *)\t", line)) and line.strip() and not line.strip().startswith("#"):
            _stop(
                document,
                "SL102",
                Spot(number, len(tab[1]) + 1),
                "The line is indented with a tab.",
                "Use spaces at the start of a line; most editors can put them in for the tab key.",
            )
    try:
        loader = _LOADER(text)
        try:
            _Composer(document, loader).compose()
        finally:
            loader.dispose()
    except yaml.YAMLError as trouble:
        at, said, way_out = meaning(trouble, document.lines)
        if "nesting depth" in str(trouble):  # newer libyaml stops before the composer can
            _too_deep(document, at)
        _stop(document, "SL101", at, said, way_out)
    except RecursionError:
        _too_deep(document, Spot())


def _too_deep(document: Document, spot: Spot) -> NoReturn:
    _stop(document, "SL106", spot, f"This is nested more than {DEEPEST} deep.", "Check the brackets and indents here.")


class _Composer:
    """Builds the tree from the loader's events, within the limits."""

    def __init__(self, document: Document, loader: Any) -> None:
        self.document = document
        self.loader = loader
        self.count = 0

    def compose(self) -> None:
        """Set the document's root."""
        self.loader.get_event()  # stream start
        if isinstance(self.loader.peek_event(), yaml.StreamEndEvent):
            _stop(
                self.document,
                "SL006",
                Spot(),
                "The file holds nothing but remarks.",
                f"Start from `{command()} new scenario NAME`.",
            )
        self.loader.get_event()  # document start
        self.document.root = self.node(0)
        self.loader.get_event()  # document end
        event = self.loader.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.document.complain(
                "SL108", self.spot(event), "A second page begins here; a file holds one.", "Take out the `---`."
            )

    def spot(self, event: Any) -> Spot:
        """Where the event stands; its width within the line."""
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Spot(start.line + 1, start.column + 1, max(1, width))

    def node(self, depth: int) -> Node:
        """The next node with all below it."""
        event = self.loader.get_event()
        spot = self.spot(event)
        self.count += 1
        if depth > DEEPEST:
            _too_deep(self.document, spot)
        if self.count > MOST_NODES:
            _stop(
                self.document,
                "SL107",
                spot,
                f"The file holds more than {MOST_NODES} values.",
                "A scenario is a few pages of text. Is this the right file?",
            )
        if isinstance(event, yaml.AliasEvent):
            self.document.complain(
                "SL104",
                spot,
                "A text cannot begin with `*`.",
                f"Put it in quotes; if `*{event.anchor}` should stand for something said elsewhere, say it again here.",
            )
            alias = Scalar("?", spot)
            self.document.forgive(alias)
            return alias
        self.refuse_tricks(event, spot)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, spot, not event.style)
        opening = Spot(spot.line, spot.column)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(opening, depth)
        return self.mapping(opening, depth, flow=bool(event.flow_style))

    def refuse_tricks(self, event: Any, spot: Spot) -> None:
        """Anchors and tags have no meaning here."""
        if getattr(event, "anchor", None):
            self.document.complain(
                "SL104",
                spot,
                "A text cannot begin with `&`.",
                "Put it in quotes, or take the `&` out.",
            )
        if getattr(event, "tag", None) and event.tag != "!":
            self.document.complain(
                "SL105",
                spot,
                "A text cannot begin with `!`.",
                "Put it in quotes, or take out what begins with `!`.",
            )

    def listing(self, spot: Spot, depth: int) -> Listing:
        """Items up to the end of the list."""
        items = []
        while not isinstance(self.loader.peek_event(), yaml.SequenceEndEvent):
            items.append(self.node(depth + 1))
        self.loader.get_event()
        return Listing(items, spot)

    def mapping(self, spot: Spot, depth: int, *, flow: bool) -> Mapping:
        """Entries up to the end of the mapping; each key once."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(self.loader.peek_event(), yaml.MappingEndEvent):
            key = self.node(depth + 1)
            value = self.node(depth + 1)
            if not isinstance(key, Scalar):
                self._bare(key, list(entries.values()) if flow else [])
            elif key.text in entries:
                self.document.complain(
                    "SL103",
                    key.spot,
                    f"`{_short(key.text)}` stands here for the second time.",
                    f"It was first written in line {entries[key.text][0].spot.line}; keep one of them.",
                )
            else:
                entries[key.text] = (key, value)
        self.loader.get_event()
        return Mapping(list(entries.values()), spot, flow)


    def _bare(self, key: Node, before: list[tuple[Scalar, Node]]) -> None:
        """Note brackets where a word should be; after a list they are meant as more of it."""
        said = "A word with a colon after it is needed here, and this is in brackets."
        way_out = "If this is text, put it in quotes."
        if before and isinstance(before[-1][1], Listing) and isinstance(key, Listing):
            name = _short(before[-1][0].text)
            way_out = f"If it belongs to `{name}`, put one more pair of brackets round it all: `[[0, 0], [12, 0]]`."
            self.document.forgive(before[-1][1])
        self.document.complain("SL109", key.spot, said, way_out)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
