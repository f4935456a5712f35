"""A scenario with all it refers to, as far as it can be read; what is wrong is noted where it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from game import shipped

from ..model import Behaviour, CueFamily, Production, PropKind, Role, Scenario, Venue
from . import short_forms
from .document import Document, Path_, Plain
from .library import beside, is_plain_name, shown, venues
from .model_words import explain
from .near_names import offer
from .problems import Problem, ordered
from .source import load

M = TypeVar("M", bound=BaseModel)
N = TypeVar("N", bound=BaseModel)


@dataclass
class Items(Generic[M]):
    """Things read from lists, by name: where each was written, and the names of those that had faults."""

    things: dict[str, M] = field(default_factory=dict)
    places: dict[str, tuple[Document, Path_]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    whole: bool = True
    """Whether every file could be made sense of, so that a name not here is a wrong name."""
    starts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """For each file, the lines in which its items begin, with their names."""

    def around(self, document: Document, line: int) -> str | None:
        """The name of the item of the file in which the line lies."""
        found = [name for start, name in self.starts.get(document.file, ()) if start <= line]
        return found[-1] if found else None


@dataclass
class Sheet(Generic[M]):
    """A file that holds one thing, as far as it could be read: what is sound in it can be checked further."""

    document: Document
    model: type[M]
    data: Plain | None
    value: M | None

    def each(self, key: str, sort: type[N]) -> list[tuple[Path_, N]]:
        """The sound entries of the list under the key, or of the pool that stands there, each with its place."""
        listed = self.data.get(key) if isinstance(self.data, dict) else None
        path: Path_ = (key,)
        if isinstance(listed, dict):
            listed, path = listed.get("pool"), (key, "pool")
        found = [(n, sound(sort, item)) for n, item in enumerate(listed)] if isinstance(listed, list) else []
        return [((*path, n), item) for n, item in found if item is not None]

    def one(self, key: str, sort: type[N]) -> N | None:
        """What stands under the key, if it is sound."""
        return sound(sort, self.data.get(key)) if isinstance(self.data, dict) else None


@dataclass
class Draft:
    """A scenario as far as it could be read."""

    id: str
    folder: Path
    sheet: Sheet[Scenario]
    venue_id: str
    venue: Sheet[Venue] | None
    behaviours: Items[Behaviour]
    roles: Items[Role]
    families: Items[CueFamily]
    props: Items[PropKind]
    looks: dict[str, object]
    wardrobe: Document

    def venues(self) -> list[str]:
        """The names of the venues within reach."""
        return venues(self.folder)

    def worn(self, part: str) -> list[str]:
        """The words of `assets/looks.yaml` for a part of the looks: `carries`, `uniform`."""
        listed = None if self.wardrobe.problems else self.looks.get("uniforms" if part == "uniform" else part)
        entries = listed if isinstance(listed, list) else []
        return [str(entry[part]) for entry in entries if isinstance(entry, dict) and part in entry]

    def documents(self) -> list[Document]:
        """Every file that was read for it."""
        kits = (self.behaviours, self.roles, self.families, self.props)
        shared = [*(document for kit in kits for document in kit.documents), self.wardrobe]
        return [self.sheet.document, *([self.venue.document] if self.venue else []), *shared]

    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, file by file."""
        return ordered(problem for document in self.documents() for problem in document.problems)


def drafted(path: Path) -> Draft:
    """The scenario as far as it can be read; its problems are in its documents."""
    sheet = sheet_of(path, Scenario, short_forms.scenario)
    venue_id, venue = _venue(sheet, path.parent)
    return _draft(path.stem, sheet, venue_id, venue, path.parent)


def supplies(folder: Path, venue: Path | None = None, props: Path | None = None) -> Draft:
    """What a scenario in the folder would have to draw on, without a scenario."""
    nothing: Sheet[Scenario] = Sheet(Document(""), Scenario, None, None)
    hall = sheet_of(venue, Venue) if venue else None
    return _draft("", nothing, venue.stem if venue else "", hall, folder, [props] if props else None)


def _draft(
    id_: str,
    sheet: Sheet[Scenario],
    venue_id: str,
    venue: Sheet[Venue] | None,
    folder: Path,
    props: list[Path] | None = None,
) -> Draft:
    looks, wardrobe = read_looks()
    return Draft(
        id=id_,
        folder=folder,
        sheet=sheet,
        venue_id=venue_id,
        venue=venue,
        behaviours=items(beside(folder, "catalogue/*.yaml"), Behaviour, "name", short_forms.catalogue),
        roles=items(beside(folder, "roles.yaml"), Role, "role", short_forms.roles),
        families=items(beside(folder, "cues.yaml"), CueFamily, "family"),
        props=items(props or beside(shipped.ASSETS, "props.yaml"), PropKind, "prop"),
        looks=looks,
        wardrobe=wardrobe,
    )


def produced(draft: Draft) -> Production | None:
    """The production, if all its parts could be read."""
    if draft.sheet.value is None or draft.venue is None or draft.venue.value is None:
        return None
    return Production(
        id=draft.id,
        scenario=draft.sheet.value,
        venue_id=draft.venue_id,
        venue=draft.venue.value,
        behaviours=draft.behaviours.things,
        roles=draft.roles.things,
        families=tuple(draft.families.things.values()),
        props=draft.props.things,
        looks=draft.looks,
    )


def sheet_of(path: Path, model: type[M], shaped: Callable[[Document], None] | None = None) -> Sheet[M]:
    """The one thing that the file holds, as far as it can be read."""
    document = load(path, shown(path))
    if shaped:
        shaped(document)
    data = document.plain()
    return Sheet(document, model, data, one(document, model, data))


def sound(model: type[N], data: Plain | None) -> N | None:
    """The data as a value of the model; None, and nothing said, if it is not one."""
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def one(document: Document, model: type[M], data: Plain | None, at: Path_ = ()) -> M | None:
    """The data as a value of the model; None, and the reasons noted, if it is not one."""
    if data is None:
        return None
    try:
        return model.model_validate(data)
    except ValidationError as trouble:
        explain(document, model, trouble, at)
        return None


def items(files: list[Path], model: type[M], key: str, shaped: Callable[[Document], None] | None = None) -> Items[M]:
    """What the lists in the files hold. Of two things with one name, the first file's counts."""
    kit: Items[M] = Items()
    for path in files:
        document = load(path, shown(path))
        kit.documents.append(document)
        if shaped:
            shaped(document)
        data = document.plain()
        if not isinstance(data, list):
            kit.whole = False
            if document.root is not None:
                document.complain(
                    "SL203", document.root.spot, "This file is a list.", f"Begin each item with a dash: `- {key}: …`."
                )
            continue
        _gather(kit, document, data, model, key)
    return kit


def _gather(kit: Items[M], document: Document, data: list[Plain], model: type[M], key: str) -> None:
    here: dict[str, int] = {}
    for n, item in enumerate(data):
        name = item.get(key) if isinstance(item, dict) else None
        if isinstance(name, str):
            kit.names.append(name)
            kit.starts.setdefault(document.file, []).append((document.spot((n,)).line, name))
            if name in here:
                document.fault(
                    "SL310",
                    (n, key),
                    f"`{name}` is the name of two things in this file.",
                    f"The first is in line {document.spot((here[name], key)).line}. Give one of them another name.",
                )
            here.setdefault(name, n)
        thing = one(document, model, item, (n,))
        if thing is None and (not isinstance(name, str) or document.complained((n, key))):
            kit.whole = False
        if thing is not None and isinstance(name, str) and name not in kit.things:
            kit.things[name] = thing
            kit.places[name] = (document, (n,))


def _venue(sheet: Sheet[Scenario], folder: Path) -> tuple[str, Sheet[Venue] | None]:
    document = sheet.document
    name = sheet.data.get("venue") if isinstance(sheet.data, dict) else None
    if not isinstance(name, str) or document.quiet(("venue",)):
        return "", None
    spot = document.spot(("venue",))
    if not is_plain_name(name):
        path = name.startswith(".") or name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
        document.complain(
            "SL315",
            spot,
            "A venue is given by its name, not by a path."
            if path
            else "A venue is named by its file's name, which holds letters, digits, `_` and `-`, but no spaces.",
            offer(Path(name[:200]).stem, venues(folder), "The venues are"),
        )
        return "", None
    files = beside(folder, f"venues/{name}.yaml")
    if not files:
        document.complain("SL301", spot, f"There is no venue `{name}`.", offer(name, venues(folder), "The venues are"))
        return name, None
    return name, sheet_of(files[0], Venue)


_WORN = {"hair": "hair", "hats": "hat", "tops": "top", "bottoms": "bottom", "carries": "carries", "aids": "aid",
         "uniforms": "uniform"}  # fmt: skip
"""Lists of `assets/looks.yaml`, and the key by which each of their entries is named."""


@cache
def vocabulary() -> Mapping[str, Any]:
    """What the shipped looks are drawn from: the lists of `assets/looks.yaml` by their names."""
    return read_looks()[0]


def read_looks() -> tuple[dict[str, object], Document]:
    """The lists of `assets/looks.yaml`, and the file with whatever is wrong in it."""
    path = shipped.ASSETS / "looks.yaml"
    document = load(path, shown(path))
    data = document.plain()
    for part, key in _WORN.items():
        listed = data.get(part) if isinstance(data, dict) else None
        for n, entry in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(entry, dict) or key not in entry:
                said = f"This entry of `{part}` has no `{key}`."
                document.complain("SL202", document.spot((part, n)), said, f"Begin it with `{key}:` and its name.")
    typed = _typed(data)
    return (typed if isinstance(typed, dict) else {}), document


def _typed(data: Plain | None) -> object:
    """Text that is a number, as a number; for files that only the program reads."""
    if isinstance(data, dict):
        return {_key(key): _typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_typed(value) for value in data]
    return data if data is None else _key(data)


def _key(text: str) -> object:
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d*\.\d+", text):
        return float(text)
    return {"true": True, "false": False, "yes": True, "no": False}.get(text, text)
