"""One file of an author's: its text, what stands where in it, and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from .problems import Problem, Severity, Spot

Path_ = tuple[str | int, ...]
"""Where in a document: `("crowd", 2, "role")`."""

Plain: TypeAlias = Union[str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007  (it names itself)


@dataclass(slots=True)
class Scalar:
    """A word, number or text, as it was written. `bare` if it stood without quotes."""

    text: str
    spot: Spot
    bare: bool = True

    @property
    def nothing(self) -> bool:
        """Whether nothing is written here."""
        return self.bare and self.text in ("", "~", "null")


@dataclass(slots=True)
class Listing:
    """A list: items after dashes, or between square brackets."""

    items: list["Node"]
    spot: Spot


@dataclass(slots=True)
class Mapping:
    """Keys with what stands after their colons, in the order written. `flow` if between curly brackets."""

    entries: list[tuple[Scalar, "Node"]]
    spot: Spot
    flow: bool = False

    def get(self, key: str) -> "Node | None":
        """What stands after the key."""
        return next((value for name, value in self.entries if name.text == key), None)

    def keys(self) -> list[str]:
        """The keys in the order written."""
        return [name.text for name, _ in self.entries]


Node = Scalar | Listing | Mapping


@dataclass
class Document:
    """A file as read: `root` is None if there was nothing to make sense of."""

    file: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    spots: dict[Path_, Spot] = field(default_factory=dict)
    keys: dict[Path_, Spot] = field(default_factory=dict)
    forgiven: set[Path_] = field(default_factory=set)
    """Where something is wrong that is already said: what else is wrong there follows from it."""
    _forgiven: set[int] = field(default_factory=set)

    def forgive(self, node: Node) -> None:
        """Say no more of this node: what is wrong with it is said."""
        self._forgiven.add(id(node))

    def complain(self, code: str, spot: Spot, message: str, way_out: str = "", severity: Severity = "error") -> None:
        """Note a problem at a spot of this file."""
        excerpt = self.lines[spot.line - 1] if 0 < spot.line <= len(self.lines) else ""
        self.problems.append(
            Problem(code, severity, self.file, spot.line, spot.column, message, way_out, excerpt[:4000], spot.width)
        )

    def fault(self, code: str, path: Path_, message: str, way_out: str = "", severity: Severity = "error") -> None:
        """Note a problem with the value at the path, unless one was noted there or round it that this follows from."""
        if not self.quiet(path):
            self.complain(code, self.spot(path), message, way_out, severity)

    def text(self, path: Path_) -> str:
        """What is written as the value at the path, if it is one word or text on a line."""
        spot = self.spots.get(path)
        line = self.lines[spot.line - 1] if spot and spot.line <= len(self.lines) else ""
        return line[spot.column - 1 :][: spot.width].strip() if spot and spot.width > 1 else ""

    def complained(self, path: Path_) -> bool:
        """Whether a problem stands just where the value at the path does."""
        spot = self.spot(path)
        return any((problem.line, problem.column) == (spot.line, spot.column) for problem in self.problems)

    def spot(self, path: Path_) -> Spot:
        """Where the value at the path stands; if it is not there, where what holds it does."""
        while path and path not in self.spots:
            path = path[:-1]
        return self.spots.get(path, Spot())

    def key(self, path: Path_) -> Spot:
        """Where the key at the end of the path stands; the value if it has none."""
        return self.keys.get(path) or self.spot(path)

    def plain(self) -> Plain | None:
        """The document as dicts, lists and text, after noting where everything stands."""
        return None if self.root is None else self._plain(self.root, ())

    def quiet(self, path: Path_) -> bool:
        """Whether something at the path, or at what holds it, was complained of already."""
        return any(path[:length] in self.forgiven for length in range(len(path) + 1))

    def _plain(self, node: Node, path: Path_) -> Plain:
        self.spots[path] = node.spot
        if id(node) in self._forgiven:
            self.forgiven.add(path)
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Listing):
            return [self._plain(item, (*path, n)) for n, item in enumerate(node.items)]
        for key, _ in node.entries:
            self.keys[(*path, key.text)] = key.spot
        return {
            key.text: self._plain(value, (*path, key.text))
            for key, value in node.entries
            if not self._hollow(key, value, (*path, key.text), torn=node.flow and not self._has_colon(key))
        }

    def _has_colon(self, key: Scalar) -> bool:
        line = self.lines[key.spot.line - 1] if key.spot.line <= len(self.lines) else ""
        return line[key.spot.column - 1 + key.spot.width :].lstrip().startswith(":")

    def _hollow(self, key: Scalar, value: Node, path: Path_, *, torn: bool) -> bool:
        if not (isinstance(value, Scalar) and value.nothing):
            return False
        message, way_out = f"Nothing is written after `{key.text}:`.", "Write its value, or take the line out."
        line = self.lines[key.spot.line - 1] if key.spot.line <= len(self.lines) else ""
        if re.search(r":\s+#[0-9A-Fa-f]{3,8}\b", line[key.spot.column - 1 + key.spot.width :]):
            way_out = "What begins with `#` is a remark: put quotes round it if it is the value."
        if torn:
            message = f"`{key.text}` stands here without a colon and a value."
            way_out = (
                f"Write `{key.text}: …`; or, if it belongs to the text before it, put quotes round that text: "
                "inside { } a comma begins a new entry."
            )
        self.complain("SL110", key.spot, message, way_out)
        self.forgiven.add(path)
        return True


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar below the node that is a value, in the order written."""
    if isinstance(node, Scalar):
        yield node
        return
    for below in node.items if isinstance(node, Listing) else [value for _, value in node.entries]:
        yield from scalars(below)
