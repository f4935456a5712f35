"""An author's file as values, as far as it can be read: a sheet holds one thing, a list many by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from .document import Document, Path_, Plain
from .model_words import explain

M = TypeVar("M", bound=BaseModel)
N = TypeVar("N", bound=BaseModel)
Shaped = Callable[[Document], None]
"""Turns what authors write in short into what the model knows."""


@dataclass(eq=False)
class Items(Generic[M]):
    """Things read from lists, by name: where each was written, and the names of those that had faults."""

    things: dict[str, M] = field(default_factory=dict)
    places: dict[str, tuple[Document, Path_]] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    """Every name that there is, in the order written."""
    faulty: list[tuple[Document, Path_, dict[str, Plain]]] = field(default_factory=list)
    """What could not be read as it is written: a part of it may be sound."""
    documents: list[Document] = field(default_factory=list)
    whole: bool = True
    """Whether every file could be made sense of, so that a name not here is a wrong name."""
    starts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """For each file, the lines in which its items begin, with their names."""

    def around(self, document: Document, line: int) -> str | None:
        """The name of the item of the file in which the line lies."""
        found = [name for start, name in self.starts.get(document.file, ()) if start <= line]
        return found[-1] if found else None


@dataclass(eq=False)
class Sheet(Generic[M]):
    """A file that holds one thing, as far as it could be read: what is sound in it can be checked further."""

    document: Document
    model: type[M]
    data: Plain | None
    value: M | None

    def each(self, key: str | Path_, sort: type[N]) -> list[tuple[Path_, N]]:
        """The entries of the list at the key or path, each with its place, without those of its keys that are faulty.

        An entry that is nothing without its faulty keys is left out.
        """
        return [(path, item) for path, data in self.raw(key) if (item := partly(sort, data)) is not None]

    def whole(self, key: str, sort: type[N]) -> list[tuple[Path_, N]]:
        """The entries of the list under the key in which nothing is faulty, each with its place."""
        return [(path, item) for path, data in self.raw(key) if (item := sound(sort, data)) is not None]

    def find(self, key: str, sort: type[N]) -> N | None:
        """What stands under the key, if it is sound."""
        return sound(sort, self.data.get(key)) if isinstance(self.data, dict) else None

    def raw(self, key: str | Path_) -> list[tuple[Path_, Plain]]:
        """What is written in the list at the key or path, or in the pool that stands there, each with its place."""
        path = (key,) if isinstance(key, str) else key
        listed: Plain | None = self.data
        for part in path:
            if isinstance(listed, dict) and isinstance(part, str):
                listed = listed.get(part)
            elif isinstance(listed, list) and isinstance(part, int):
                listed = listed[part]
            else:
                return []
        if isinstance(listed, dict):
            listed, path = listed.get("pool"), (*path, "pool")
        return [((*path, n), item) for n, item in enumerate(listed)] if isinstance(listed, list) else []


def sheet_of(document: Document, model: type[M], shaped: Shaped | None = None) -> Sheet[M]:
    """The one thing that the file holds, as far as it can be read."""
    if shaped:
        shaped(document)
    data = document.plain()
    return Sheet(document, model, data, validate(document, model, data))


def sound(model: type[N], data: Plain | None) -> N | None:
    """The data as a value of the model; None, and nothing said, if it is not one."""
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def partly(model: type[N], data: Plain | None) -> N | None:
    """The data as a value of the model, without those of its keys that are faulty; None if it is nothing then."""
    try:
        return model.model_validate(data)
    except ValidationError as trouble:
        if not isinstance(data, dict):
            return None
        faulty = {found["loc"][0] for found in trouble.errors(include_url=False, include_input=False) if found["loc"]}
        return sound(model, {key: value for key, value in data.items() if key not in faulty})


def sound_steps(data: Plain | None, sort: TypeAdapter[Any], path: Path_) -> Iterator[tuple[Path_, Any]]:
    """Those of the items of a list that are of a sort, each with its place."""
    for n, item in enumerate(data if isinstance(data, list) else []):
        try:
            yield (*path, n), sort.validate_python(item)
        except ValidationError:
            continue


def validate(document: Document, model: type[M], data: Plain | None, at: Path_ = ()) -> M | None:
    """The data as a value of the model; None, and the reasons noted, if it is not one."""
    if data is None:
        return None
    try:
        return model.model_validate(data)
    except ValidationError as trouble:
        explain(document, model, trouble, at)
        return None


def items(documents: list[Document], model: type[M], key: str, shaped: Shaped | None = None) -> Items[M]:
    """What the lists in the files hold. Of two things with one name, the first file's counts."""
    kit: Items[M] = Items()
    for document in documents:
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
            kit.names[name] = None
            kit.starts.setdefault(document.file, []).append((document.spot((n,)).line, name))
            if name in here:
                document.fault(
                    "SL310",
                    (n, key),
                    f"`{name}` is the name of two things in this file.",
                    f"The first is in line {document.spot((here[name], key)).line}. Give one of them another name.",
                )
            here.setdefault(name, n)
        thing = validate(document, model, item, (n,))
        if thing is None and (not isinstance(name, str) or document.has_problem_at((n, key))):
            kit.whole = False
        if thing is None and isinstance(item, dict):
            kit.faulty.append((document, (n,), item))
        if thing is not None and isinstance(name, str) and name not in kit.things:
            kit.things[name] = thing
            kit.places[name] = (document, (n,))
