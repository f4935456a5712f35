"""What YAML's own complaints mean to someone who has never heard of YAML."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from game.text import HIDDEN, SPACES, name_letter

from .document import Document
from .problems import Spot

Meaning = tuple[Spot, str, str]
SEEN = 1000
"""Letters of a line that are looked at: what is wrong with a longer one cannot be told by its form."""


@dataclass(frozen=True)
class Complaint:
    """The parser's words, where it gave up, and where that which it was reading began."""

    words: str
    at: Spot
    begun: Spot
    document: Document

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty if there is none."""
        lines = self.document.lines
        return lines[number - 1][:SEEN] if 0 < number <= len(lines) else ""

    def before(self) -> str:
        """What stands in the line before the spot."""
        return self.line(self.at.line)[: self.at.column - 1]

    def letter(self) -> str:
        """The letter at the spot."""
        return self.document.lines[self.at.line - 1][self.at.column - 1 : self.at.column]


def meaning(trouble: yaml.YAMLError, document: Document) -> tuple[str, Spot, str, str]:
    """The code of the fault, where it lies, what it is, and the way out."""
    at = _spot(getattr(trouble, "problem_mark", None), document) or Spot()
    begun = _spot(getattr(trouble, "context_mark", None), document) or at
    words = f"{getattr(trouble, 'problem', None) or trouble} {getattr(trouble, 'context', None) or ''}"
    complaint = Complaint(words, at, begun, document)
    for code, look in (("SL009", _unseen), ("SL112", _backslash), ("SL102", _tab), ("SL101", _runs_on)):
        if found := look(complaint):
            return (code, *found)
    if found := _cut(complaint):
        return ("SL101", *found)
    say = next((say for pattern, say in _MEANINGS if re.search(pattern, words)), _anything)
    return ("SL101", *say(complaint))


def _spot(mark: "yaml.Mark | None", document: Document) -> Spot | None:
    if mark is None:
        return None
    last = len(document.text.rstrip())
    return document.spot_at(min(mark.index, last))


def _unseen(complaint: Complaint) -> Meaning | None:
    """A character that cannot be seen, in the lines between where it began and where it was given up."""
    for number in range(complaint.begun.line, complaint.at.line + 1):
        line = complaint.line(number)
        if found := HIDDEN.search(line):
            said = f"A character that cannot be seen stands here: {name_letter(found[0])}."
            return Spot(number, found.start() + 1), said, "Delete it, or type the line anew."
        if found := re.search(rf"(?:^ *|[:\-?,\[{{] *)([{SPACES}])|([{SPACES}])#", line):
            space = found.start(found.lastindex or 1)
            said = f"This looks like a space and is {name_letter(line[space])}."
            return Spot(number, space + 1), said, "Delete it and press the space bar."
    return None


def _backslash(complaint: Complaint) -> Meaning | None:
    if not re.search("escape|hexdecimal", complaint.words):
        return None
    line = complaint.document.lines[complaint.at.line - 1]
    column = line.rfind("\\", 0, complaint.at.column + 1) + 1
    found = re.match(r"\\[xuU]?", line[column - 1 :])
    said = "A backslash in double quotes has a meaning of its own, and this has none."
    width = len(found[0]) if found and len(found[0]) > 1 else 2
    way_out = "Use single quotes instead of double ones, or write the backslash twice."
    return Spot(complaint.at.line, max(1, column), width), said, way_out


def _tab(complaint: Complaint) -> Meaning | None:
    line = complaint.line(complaint.at.line)
    indent = line[: len(line) - len(line.lstrip())]
    if complaint.letter() == "\t":
        column = complaint.at.column
    elif "\t" in indent and complaint.at.column <= len(indent) + 1:
        column = indent.index("\t") + 1
    else:
        return None
    if line[: column - 1].strip():
        said, way_out = "A tab stands here, where only spaces can.", "Put a space in its place."
    else:
        said = "The line is indented with a tab."
        way_out = "Use spaces at the start of a line; most editors can put them in for the tab key."
    return Spot(complaint.at.line, column), said, way_out


def _cut(complaint: Complaint) -> Meaning | None:
    """A text that a remark cuts off, so that what follows it does not fit: between the two spots, or just above."""
    first = min(complaint.begun.line, max(1, _above(complaint)))
    for number in range(first, complaint.at.line + 1):
        line = complaint.line(number)
        found = re.search(r"[^\s,:\[{] (#[^\s#])", line)
        if found and not re.match(r"\s*#", line) and not _is_quoted(line[: found.start(1)]):
            said = "What comes after ` #` is a remark, and cuts off what stands before it."
            way_out = "Put the whole text in quotes if this belongs to it."
            return Spot(number, found.start(1) + 1), said, way_out
    return None


def _is_quoted(before: str) -> bool:
    """Whether a quote is open at the end of a part of a line."""
    opened = ""
    for n, letter in enumerate(before):
        if opened:
            opened = "" if letter == opened else opened
        elif letter in "\"'" and not before[:n].rstrip(" ")[-1:].isalnum():
            opened = letter
    return bool(opened)


def _runs_on(complaint: Complaint) -> Meaning | None:
    """A quote that is opened and not closed in its line, with a new key or item in the next: where it began."""
    for number in range(1, complaint.at.line):
        found = re.search(r"(?:^|[:,{\[-])\s+(\")[^\"]*$", complaint.line(number))
        if found and re.match(r"\s*(- |[\w' ]+:\s|[\w' ]+:$)", complaint.line(number + 1)):
            return _quote(replace(complaint, begun=Spot(number, found.start(1) + 1)))
    return None


def _anything(complaint: Complaint) -> Meaning:
    said = "This line cannot be made sense of."
    return complaint.at, said, "Check colons, brackets, quotes and indents in it and in the line above."


def _colon(complaint: Complaint) -> Meaning:
    if found := _dash(complaint):
        return found
    above = _above(complaint)
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


def _above(complaint: Complaint) -> int:
    """The number of the line above that holds something."""
    above = complaint.at.line - 1
    while above > 1 and not complaint.line(above).strip():
        above -= 1
    return above


def _twice(complaint: Complaint) -> Meaning | None:
    """A value after a colon, and more in the lines below it."""
    above, line = _above(complaint), complaint.line(complaint.at.line)
    found = re.match(r"(\s*)(?:- )?([\w ]+):\s+([^\s\"'\[{|>&#].*?)\s*$", complaint.line(above))
    if found is None or not line.strip() or len(line) - len(line.lstrip()) <= len(found[1]):
        return None
    if item := _keys_apart(complaint, above):
        return item
    indent = len(line) - len(line.lstrip())
    if indent == len(found[1]) + 1 and re.match(r"[\w ]+:(\s|$)", line.lstrip()):
        said = f"This line is indented by one space more than `{found[2]}` in the line above."
        return Spot(complaint.at.line, indent + 1), said, "Begin all that belongs together in the same column."
    said = f"`{found[2]}` has a value in this line, and more in the lines below."
    way_out = "Keep the one or the other; a long text goes on below after `>-`."
    return Spot(above, found.start(3) + 1, len(found[3])), said, way_out


def _keys_apart(complaint: Complaint, above: int) -> Meaning | None:
    """An item whose first key stands further left than the keys below it."""
    found = re.match(r"(\s*)- ([\w ]+):\s", complaint.line(above))
    below = re.match(r"\s*([\w ]+):(\s|$)", complaint.line(complaint.at.line))
    if found is None or below is None:
        return None
    said = "The keys of this item do not begin in the same column."
    return Spot(above, len(found[1]) + 1), said, f"Let `{found[2]}` stand straight above `{below[1].strip()}`."


def _strays(complaint: Complaint) -> Meaning | None:
    """An item that begins further left than all those below it: it strays, and not they."""
    above, at = _above(complaint), complaint.at.line
    match, here, next_ = (re.match(r"( *)- ", complaint.line(number)) for number in (above, at, at + 1))
    if not (match and here and next_) or len(match[1]) >= len(here[1]) or here[1] != next_[1]:
        return None
    said = "This item begins further left than those below it."
    return Spot(above, len(match[1]) + 1), said, "Begin all that belongs together in the same column."


def _dash(complaint: Complaint) -> Meaning | None:
    """A dash that begins an item and has no space after it, in this line or the one above."""
    for number in (complaint.at.line, _above(complaint)):
        if found := re.match(r"(\s*)-[\w{\[]", complaint.line(number)):
            spot = Spot(number, len(found[1]) + 1)
            return spot, "There is no space after this dash.", "Write `- ` and then the item."
    return None


def _indent(complaint: Complaint) -> Meaning:
    if found := _dash(complaint) or _strays(complaint) or _twice(complaint):
        return found
    line = complaint.line(complaint.at.line)
    first = len(line) - len(line.lstrip()) + 1
    if complaint.at.column > first and complaint.before().rstrip()[-1:] in "\"']}":
        said = "Something stands after the closing quote or bracket."
        return complaint.at, said, "Put the whole text in quotes, or take the rest out."
    said = "The indent of this line does not fit the lines above."
    return Spot(complaint.at.line, first), said, "Begin all that belongs together in the same column."


def _open(complaint: Complaint) -> Meaning:
    if found := _remark(complaint):
        return found
    here = complaint.line(complaint.at.line)[complaint.at.column - 1 :][:1]
    opening = {"]": "[", "}": "{"}.get(here, "")
    if opening and complaint.before().count(opening) <= complaint.before().count(here):
        said = f"This bracket closes nothing: there is no `{opening}` before it."
        return complaint.at, said, f"Put `{opening}` where it should begin, or take this out."
    list_ = "]" in complaint.words
    kind, close = ("list in square brackets", "]") if list_ else ("group in curly brackets", "}")
    later = complaint.at.line > complaint.begun.line
    begins_anew = later and re.match(r"\s*(- |[\w ]+: )", complaint.line(complaint.at.line))
    if not begins_anew and close in complaint.line(complaint.at.line)[complaint.at.column - 1 :]:
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


def _remark(complaint: Complaint) -> Meaning | None:
    """What was meant as a value and is a remark, in this line or the one above, such as a colour without quotes."""
    for number in (complaint.at.line, _above(complaint)):
        if found := re.search(r":\s+(#[0-9A-Fa-f]{3,8})\b", complaint.line(number)):
            said = "What begins with `#` is a remark, so there is no value here."
            return Spot(number, found.start(1) + 1, len(found[1])), said, f"Put quotes round it: `\"{found[1]}\"`."
    return None


def _item(complaint: Complaint) -> Meaning:
    if found := _remark(complaint):
        return found
    return complaint.at, "A value is missing here.", "Write it, or take the comma or bracket out."


def _character(complaint: Complaint) -> Meaning:
    return complaint.at, "No text can begin with this character.", "Put the text in quotes."


_MEANINGS: tuple[tuple[str, Callable[[Complaint], Meaning]], ...] = (
    ("could not find expected ':'", _key),
    ("mapping values are not allowed", _colon),
    (r"expected ',' or '[\]}]'", _open),
    ("node content", _item),
    ("quoted scalar", _quote),
    ("cannot start any token|alphabetic or numeric", _character),
    ("expected key|expected '-'|block end|sequence entries|document start", _indent),
)
