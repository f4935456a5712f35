"""One file of an author's: its text, what stands where in it, and what is wrong with it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias, Union

from game.text import on_one_line

from .problems import LONGEST, Problem, Severity, Spot, window

Path_ = tuple[str | int, ...]
"""Where in a document: `("crowd", 2, "role")`."""

MOST_PROBLEMS = 200
"""Problems noted in one file: whoever has mended so many will want to look anew."""
WayOut = str | Callable[[], str]
"""How to mend it; what takes long to find is only looked for if the problem is noted."""
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
    text: str = ""
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    spots: dict[Path_, Spot] = field(default_factory=dict)
    keys: dict[Path_, Spot] = field(default_factory=dict)
    forgiven: set[Path_] = field(default_factory=set)
    """Where something is wrong that is already said: what else is wrong there follows from it."""
    _forgiven: set[int] = field(default_factory=set)
    _starts: list[int] = field(default_factory=list)
    _more: int = 0

    def write(self, text: str) -> None:
        """Take the text of the file. Lines end where an editor ends them, and not where YAML also would."""
        self.text = text
        self.lines = _LINE_END.split(text)
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def spot_at(self, start: int, end: int | None = None) -> Spot:
        """Where the text stands that begins at the letter `start`, counted from 0 in the whole file."""
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        room = first + len(self.lines[line - 1]) - start
        return Spot(line, start - first + 1, max(1, min(room, (start + 1 if end is None else end) - start)))

    def copy(self) -> "Document":
        """The same file, to note more about without touching what was noted so far."""
        return replace(self, problems=list(self.problems), forgiven=set(self.forgiven))

    def forgive(self, node: Node) -> None:
        """Say no more of this node: what is wrong with it is said."""
        self._forgiven.add(id(node))

    @property
    def full(self) -> bool:
        """Whether as many problems are noted as are told of a file."""
        return len(self.problems) > MOST_PROBLEMS

    def take_back(self, code: str, spot: Spot) -> None:
        """Forget what was noted at a spot, where something else now says it better."""
        there = spot.line, spot.column
        self.problems = [noted for noted in self.problems if noted.code != code or (noted.line, noted.column) != there]

    def complain(self, code: str, spot: Spot, message: str, way_out: WayOut = "", severity: Severity = "error") -> None:
        """Note a problem at a spot of this file; past the most that are told of a file, only that there are more."""
        if len(self.problems) >= MOST_PROBLEMS:
            self._count(severity)
            return
        line = self.lines[spot.line - 1] if 0 < spot.line <= len(self.lines) else ""
        excerpt, caret = window(line, spot.column)
        said = _short(message), _short(way_out if isinstance(way_out, str) else way_out())
        problem = Problem(code, severity, self.file, spot.line, spot.column, *said, excerpt, caret, spot.width)
        self.problems.append(problem)

    def _count(self, severity: Severity) -> None:
        """Say that there is one more than are told."""
        self._more += 1
        left = self.problems.pop() if self.full else None
        worst: Severity = "error" if left and left.severity == "error" else severity
        said = f"There {'is' if self._more == 1 else 'are'} {self._more} more."
        self.problems.append(
            Problem("SL010", worst, self.file, max(1, len(self.lines)), 1, said, "Mend those above first.")
        )

    def fault(
        self, code: str, path: Path_, message: str, way_out: WayOut = "", severity: Severity = "error"
    ) -> None:
        """Note a problem with the value at the path, unless one was noted there or round it that this follows from."""
        if not self.quiet(path):
            self.complain(code, self.spot(path), message, way_out, severity)

    def words(self, path: Path_) -> str:
        """What is written as the value at the path, if it is one word or text on a line."""
        spot = self.spots.get(path)
        line = self.lines[spot.line - 1] if spot and spot.line <= len(self.lines) else ""
        return line[spot.column - 1 :][: spot.width].strip() if spot and spot.width > 1 else ""

    def has_problem_at(self, path: Path_) -> bool:
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
            if id(key) in self._forgiven:
                self.forgiven.add((*path, key.text))
        return {
            key.text: self._plain(value, (*path, key.text))
            for key, value in node.entries
            if not self._hollow(key, value, (*path, key.text), flow=node.flow)
        }

    def _hollow(self, key: Scalar, value: Node, path: Path_, *, flow: bool) -> bool:
        """Whether nothing is written after the key; it is said then."""
        if not (isinstance(value, Scalar) and value.nothing):
            return False
        name = on_one_line(key.text)
        message, way_out = f"Nothing is written after `{name}:`.", "Write its value, or take the line out."
        line = self.lines[key.spot.line - 1] if key.spot.line <= len(self.lines) else ""
        after = key.spot.column - 1 + key.spot.width
        if _REMARK.match(line, after):
            way_out = "What begins with `#` is a remark: put quotes round it if it is the value."
        if flow and not _COLON.match(line, after):
            message = f"`{name}` stands here without a colon and a value."
            way_out = (
                f"Write `{name}: …`; or, if it belongs to the text before it, put quotes round that text: "
                "inside { } a comma begins a new entry."
            )
        self.complain("SL110", key.spot, message, way_out)
        self.forgiven.add(path)
        return True


_LINE_END = re.compile(r"\r\n|\r|\n")
_COLON = re.compile(r"\s*:")
_REMARK = re.compile(r"\s*:\s+#\S")


def _short(text: str) -> str:
    said = on_one_line(text)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar below the node that is a value, in the order written."""
    if isinstance(node, Scalar):
        yield node
        return
    for below in node.items if isinstance(node, Listing) else [value for _, value in node.entries]:
        yield from scalars(below)
