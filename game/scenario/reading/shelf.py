"""What the scenarios of a folder draw on: behaviours, roles, cues, props, looks and venues, each file read once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock

from game import shipped

from ..model import Behaviour, CueFamily, Role
from ..premises import PropKind, Venue
from ..talk import GeneralAccount, Phrase, Speech, TalkTopic
from ..vocabulary import Vocabulary
from . import short_forms
from .document import Document
from .library import SHARED, beside, show_path, strays_in
from .sheets import Items, Sheet, items, sheet_of, validate
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
    looks: Vocabulary
    wardrobe: Document
    checked: bool = False
    lock: Lock = field(default_factory=Lock, repr=False)
    """Held while it is checked: the list of scenarios and the preview may both be the first to ask."""

    @cached_property
    def carried(self) -> tuple[str, ...]:
        """What can be carried, as authors write it; nothing if the looks could not be read."""
        return tuple(carried.name or "nothing" for carried in self.looks.carries)

    @cached_property
    def uniforms(self) -> tuple[str, ...]:
        """The uniforms there are; none if the looks could not be read."""
        return tuple(uniform.uniform for uniform in self.looks.uniforms)

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
def vocabulary() -> Vocabulary:
    """What the shipped looks are drawn from."""
    return _looks(open_document(_worn_file()))[0]


@lru_cache(maxsize=4 * KEPT)
def _venue(file: Written) -> Sheet[Venue]:
    return sheet_of(open_document(file), Venue)


def _worn_file() -> Written:
    return written(shipped.ASSETS / "looks.yaml")


def _looks(document: Document) -> tuple[Vocabulary, Document]:
    found = validate(document, Vocabulary, document.plain())
    for name in Vocabulary.model_fields if found else ():
        if not getattr(found, name):
            said, way_out = f"The looks have no `{name}`.", f"Add `{name}:` and its list."
            document.complain("SL202", document.spot(()), said, way_out)
    return found or Vocabulary(), document
