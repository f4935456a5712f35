"""What the scenarios of a folder draw on: behaviours, roles, cues, props, looks and venues, each file read once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from game import shipped

from ..model import Behaviour, CueFamily, Role
from ..premises import PropKind, Venue
from ..talk import GeneralAccount, Phrase, Speech, TalkTopic
from . import short_forms
from .document import Document, Plain
from .library import SHARED, beside, show_path, strays_in
from .sheets import Items, Sheet, items, sheet_of
from .source import fetch, load, loads

Written = tuple[Path, str, bytes | None]
"""A file, the name it is shown by, and what is in it; None if it cannot be read."""
KEPT = 8
"""Folders whose shared files are kept in memory; one's own and the shipped ones are two."""


@dataclass(eq=False)
class SharedShelf:
    """The files that all scenarios of a folder share, read."""

    behaviours: Items[Behaviour]
    roles: Items[Role]
    families: Items[CueFamily]
    props: Items[PropKind]
    topics: Items[TalkTopic]
    accounts: Items[GeneralAccount]
    phrases: Items[Phrase]
    looks: dict[str, object]
    wardrobe: Document
    checked: bool = False
    lock: Lock = field(default_factory=Lock, repr=False)
    """Held while it is checked: the list of scenarios and the preview may both be the first to ask."""

    @cached_property
    def carried(self) -> tuple[str, ...]:
        """What can be carried; nothing if the looks could not be read."""
        return self._worn("carries", "carries")

    @cached_property
    def uniforms(self) -> tuple[str, ...]:
        """The uniforms there are; none if the looks could not be read."""
        return self._worn("uniforms", "uniform")

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every file of it."""
        kits = (
            self.behaviours, self.roles, self.families, self.props, self.topics, self.accounts, self.phrases,
        )  # fmt: skip
        return (*(document for kit in kits for document in kit.documents), self.wardrobe)

    @cached_property
    def speech(self) -> Speech:
        """What talks are made of."""
        return Speech(
            topics=tuple(self.topics.things.values()),
            accounts=tuple(self.accounts.things.values()),
            phrases={name: phrase.says for name, phrase in self.phrases.things.items()},
        )

    def _worn(self, part: str, key: str) -> tuple[str, ...]:
        listed = None if self.wardrobe.problems else self.looks.get(part)
        entries = listed if isinstance(listed, list) else []
        return tuple(str(entry[key]) for entry in entries if isinstance(entry, dict) and key in entry)


class Reach:
    """All that the scenarios of one folder can name, as it is when first asked for.

    One of these serves every scenario of a folder in one go, so that nothing is looked up on the disk twice.
    """

    def __init__(self, folder: Path, props: Path | None = None) -> None:
        self.folder = folder
        self._props = props
        self._venues: dict[Path, Sheet[Venue]] = {}

    @cached_property
    def shelf(self) -> SharedShelf:
        """The shared files."""
        props = self._props or shipped.ASSETS / "props.yaml"
        parts = (*(beside(self.folder, part) for part in ("catalogue", *SHARED)), [props])
        return _shelf(*(tuple(map(written, files)) for files in parts), _worn_file())

    @cached_property
    def venue_files(self) -> dict[str, list[Path]]:
        """The files of each venue by its name; of several the first is read."""
        found: dict[str, list[Path]] = {}
        for path in beside(self.folder, "venues"):
            found.setdefault(path.stem, []).append(path)
        return found

    @cached_property
    def strays(self) -> list[Path]:
        """Files that scenarios here would draw on, if their names ended as they should."""
        folders = (self.folder / "venues", self.folder / "catalogue")
        shared = [path for path in strays_in(self.folder) if path.name.partition(".")[0].casefold() in SHARED]
        return [*shared, *(path for folder in folders for path in strays_in(folder))]

    def venues(self) -> list[str]:
        """The names of the venues."""
        return list(self.venue_files)

    def venue(self, path: Path) -> Sheet[Venue]:
        """The venue in the file."""
        if path not in self._venues:
            self._venues[path] = _venue(written(path))
        return self._venues[path]


class Reaches:
    """The reach of each folder, made once."""

    def __init__(self) -> None:
        self._made: dict[Path, Reach] = {}

    def of(self, folder: Path) -> Reach:
        """That of a folder."""
        if folder not in self._made:
            self._made[folder] = Reach(folder)
        return self._made[folder]


def written(path: Path) -> Written:
    """The file with what is in it now."""
    return path, show_path(path), fetch(path)


def open_document(file: Written) -> Document:
    """The file as a document."""
    path, name, data = file
    return load(path, name) if data is None else loads(data, name)


@lru_cache(maxsize=KEPT)
def _shelf(
    catalogue: Sequence[Written], roles: Sequence[Written], cues: Sequence[Written], topics: Sequence[Written],
    accounts: Sequence[Written], phrases: Sequence[Written], props: Sequence[Written], looks: Written,
) -> SharedShelf:
    """The shelf of these files, with these contents: read again only when one of them was saved."""
    kept, wardrobe = _looks(open_document(looks))
    return SharedShelf(
        behaviours=items([open_document(file) for file in catalogue], Behaviour, "name", short_forms.catalogue),
        roles=items([open_document(file) for file in roles], Role, "role", short_forms.roles),
        families=items([open_document(file) for file in cues], CueFamily, "family"),
        props=items([open_document(file) for file in props], PropKind, "prop"),
        topics=items([open_document(file) for file in topics], TalkTopic, "topic"),
        accounts=items([open_document(file) for file in accounts], GeneralAccount, "account", short_forms.accounts),
        phrases=items([open_document(file) for file in phrases], Phrase, "phrase"),
        looks=kept,
        wardrobe=wardrobe,
    )


@cache
def vocabulary() -> Mapping[str, Any]:
    """What the shipped looks are drawn from: the lists of `assets/looks.yaml` by their names."""
    return _looks(open_document(_worn_file()))[0]


@lru_cache(maxsize=4 * KEPT)
def _venue(file: Written) -> Sheet[Venue]:
    return sheet_of(open_document(file), Venue)


_WORN = {"hair": "hair", "hats": "hat", "tops": "top", "bottoms": "bottom", "carries": "carries", "aids": "aid",
         "uniforms": "uniform"}  # fmt: skip
"""Lists of `assets/looks.yaml`, and the key by which each of their entries is named."""


def _worn_file() -> Written:
    return written(shipped.ASSETS / "looks.yaml")


def _looks(document: Document) -> tuple[dict[str, object], Document]:
    data = document.plain()
    for part, key in _WORN.items():
        listed = data.get(part) if isinstance(data, dict) else None
        for n, entry in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(entry, dict) or key not in entry:
                said = f"This entry of `{part}` has no `{key}`."
                document.complain("SL202", document.spot((part, n)), said, f"Begin it with `{key}:` and its name.")
    typed = _read_numbers(data)
    return (typed if isinstance(typed, dict) else {}), document


def _read_numbers(data: Plain | None) -> object:
    """Text that is a number, as a number; for files that only the program reads."""
    if isinstance(data, dict):
        return {_key(key): _read_numbers(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_read_numbers(value) for value in data]
    return data if data is None else _key(data)


def _key(text: str) -> object:
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d*\.\d+", text):
        return float(text)
    return {"true": True, "false": False, "yes": True, "no": False}.get(text, text)
