"""What YAML's own complaints mean to someone who has never heard of YAML."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from .problems import Spot

Meaning = tuple[Spot, str, str]


@dataclass(frozen=True)
class Complaint:
    """The parser's words, where it gave up, and where that which it was reading began."""

    words: str
    at: Spot
    begun: Spot
    lines: Sequence[str]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def before(self) -> str:
        """What stands in the line before the spot."""
        return self.line(self.at.line)[: self.at.column - 1]


def meaning(trouble: yaml.YAMLError, lines: Sequence[str]) -> Meaning:
    """Where the fault lies, what it is, and the way out."""
    at = _spot(getattr(trouble, "problem_mark", None), lines) or Spot()
    begun = _spot(getattr(trouble, "context_mark", None), lines) or at
    words = f"{getattr(trouble, 'problem', None) or trouble} {getattr(trouble, 'context', None) or ''}"
    complaint = Complaint(words, at, begun, lines)
    return next((say(complaint) for pattern, say in _MEANINGS if re.search(pattern, words)), _anything(complaint))


def _spot(mark: "yaml.Mark | None", lines: Sequence[str]) -> Spot | None:
    return Spot(max(1, min(mark.line + 1, len(lines))), mark.column + 1) if mark else None


def _anything(complaint: Complaint) -> Meaning:
    said = "This line cannot be made sense of."
    return complaint.at, said, "Check colons, brackets, quotes and indents in it and in the line above."


def _colon(complaint: Complaint) -> Meaning:
    above = complaint.at.line - 1
    while above > 1 and not complaint.line(above).strip():
        above -= 1
    if re.search(r":\s", complaint.before()):
        said = "There is a colon too many in this line."
        return complaint.at, said, "Put text that holds a colon in quotes, or begin a new line."
    return _tight(complaint, above) or _indent(complaint)


def _tight(complaint: Complaint, line: int) -> Meaning | None:
    found = re.match(r"\s*(?:- )?\w[\w ]*(:)[^\s]", complaint.line(line))
    said = "There is no space after this colon."
    return (
        (Spot(line, found.start(1) + 1), said, "Write `key: value`, with a space after the colon.") if found else None
    )


def _indent(complaint: Complaint) -> Meaning:
    line = complaint.line(complaint.at.line)
    first = len(line) - len(line.lstrip()) + 1
    if complaint.at.column > first and complaint.before().rstrip()[-1:] in "\"']}":
        said = "Something stands after the closing quote or bracket."
        return complaint.at, said, "Put the whole text in quotes, or take the rest out."
    said = "The indent of this line does not fit the lines above."
    return Spot(complaint.at.line, first), said, "Begin all that belongs together in the same column."


def _open(complaint: Complaint) -> Meaning:
    list_ = "]" in complaint.words
    kind, close = ("list in square brackets", "]") if list_ else ("group in curly brackets", "}")
    if close in complaint.line(complaint.at.line)[complaint.at.column - 1 :]:
        said = f"This does not belong in a {kind}."
        return (
            complaint.at,
            said,
            "Put a comma between its items, and quotes round text that holds a colon or brackets.",
        )
    return complaint.begun, f"This {kind} is not closed.", f"Close it with `{close}`, with commas between its items."


def _key(complaint: Complaint) -> Meaning:
    said = "This line has no colon where one is needed."
    tight = _tight(complaint, complaint.begun.line)
    return tight or (complaint.begun, said, "Write `key: value`, with a space after the colon.")


def _quote(complaint: Complaint) -> Meaning:
    return complaint.begun, "This text in quotes is not closed.", "Close it with the same kind of quote."


def _item(complaint: Complaint) -> Meaning:
    return complaint.at, "A value is missing here.", "Write it, or take the comma or bracket out."


def _character(complaint: Complaint) -> Meaning:
    return complaint.at, "No text can begin with this character.", "Put the text in quotes."


def _escape(complaint: Complaint) -> Meaning:
    said = "A backslash in double quotes has a meaning of its own, and this has none."
    return complaint.at, said, "Use single quotes, or write the backslash twice."


_MEANINGS: tuple[tuple[str, Callable[[Complaint], Meaning]], ...] = (
    ("could not find expected ':'", _key),
    ("mapping values are not allowed", _colon),
    (r"expected ',' or '[\]}]'", _open),
    ("node content", _item),
    ("escape", _escape),
    ("quoted scalar", _quote),
    ("cannot start any token|alphabetic or numeric", _character),
    ("expected key|expected '-'|block end|sequence entries|document start", _indent),
)
