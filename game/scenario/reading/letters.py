"""What an author cannot see in a text: characters without a sign, backslashes that mean another, cut-off ends."""

import re

from game.text import HIDDEN, LINE_ENDS, SPACES, name_letter

from .document import Document, Scalar
from .lettering import find_lacking

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]))")
_MEANS = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
          "N": "\x85", "L": "\u2028", "P": "\u2029", "_": " "}  # fmt: skip
"""Letters that mean another character after a backslash in double quotes."""
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\(?=[A-Za-z0-9_])(?!\\)")
"""The beginning of a path in Windows."""
_SPACE = re.compile(f"[{SPACES}]")
_STUCK = re.compile(rf"^-?([{SPACES}])|^[^:\n]{{1,60}}:([{SPACES}])")
"""A space that YAML takes for a letter, after a dash or colon that it therefore does not see."""
_NOT_REMARK = re.compile(f"([{SPACES}])#")
_REMARK = re.compile(r"([ \t]+)#+( *)([^\s#])?")
_BEGINS = re.compile(r"(?:^|[\n\r{\[,])[ \t]*(?:- +)*$")
"""What stands before the first word of a line, or of an entry in brackets."""


class Letters:
    """The letters of one file: what each scalar of it says to somebody who sees it in an editor."""

    def __init__(self, document: Document) -> None:
        self.document = document
        ends = [end for end in LINE_ENDS if end in document.text]
        free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in document.text)
        shields = dict(zip(ends, free, strict=False))
        self._shields = str.maketrans(shields)
        self._advised = False
        self._ends = str.maketrans({shield: end for end, shield in shields.items()})

    def shield(self) -> str:
        """The text with letters in place of the line ends that only YAML knows, so that lines are the editor's."""
        return self.document.text.translate(self._shields) if self._shields else self.document.text

    def read(self, value: str, style: str | None, start: int, end: int, scalar: Scalar) -> str:
        """The scalar's text, which stands from `start` to `end` in the file, after noting what cannot be seen in it."""
        if style == '"' and "\\" in (raw := self.document.text[start:end]):
            if self._backslashes(raw, start):
                self.document.forgive(scalar)
        elif not style:
            self._remark(value, end)
        if value.isascii():
            return HIDDEN.sub("", value).replace("\r", " ") if style == '"' else value
        value = value.translate(self._ends)
        self._advise_on_boxed(value, start, end)
        found = self._hides(start, end)
        if not style:
            found |= self._stuck(start, end)
        if found:
            self.document.forgive(scalar)
        text = _SPACE.sub(" ", HIDDEN.sub("", value).replace("\r", " "))
        return text if style else text.strip()

    def _advise_on_boxed(self, value: str, start: int, end: int) -> None:
        """Advise once a file on a letter that is drawn as a box: whoever writes in another script has seen it then."""
        if self._advised or not (letter := find_lacking(value)):
            return
        self._advised = True
        at = self.document.text.find(letter, start, end)
        self.document.complain(
            "SL114",
            self.document.spot_at(max(start, at)),
            f"The typeface has no {letter}: a box is drawn in its place, and for others like it.",
            "It has Latin, Greek and Cyrillic letters and common signs. Write it with these.",
            "advice",
        )

    def _hides(self, start: int, end: int) -> bool:
        found = False
        for strange in HIDDEN.finditer(self.document.text, start, end):
            found = True
            if self.document.full:
                break
            self._name(start, strange.start(), strange[0])
        return found

    def _name(self, start: int, at: int, letter: str) -> None:
        before = re.search(r"[\w'-]*$", self.document.text[max(start, at - 30) : at])
        where = f" after `{before[0]}`" if before and before[0] else ""
        self.document.complain(
            "SL009",
            self.document.spot_at(at),
            f"A character that cannot be seen stands here: {name_letter(letter)}.",
            f"Delete it: put the cursor{where} and press Delete once; or type the word anew.",
        )

    def _stuck(self, start: int, end: int) -> bool:
        """Note a space of another kind that hides a dash, a colon or a remark."""
        text = self.document.text
        found = _NOT_REMARK.search(text, start, end)
        said = "so what comes after it is no remark"
        if not found and _BEGINS.search(text[max(0, start - 80) : start]):
            found = _STUCK.match(text[start:end])
            said = "and after a colon or dash only the space bar's will do"
        if not found:
            return False
        space = next(group for group in found.groups() if group)
        at = found.start(found.lastindex or 1) + (0 if found.re is _NOT_REMARK else start)
        self.note_space(at, space, said)
        return True

    def note_space(self, at: int, space: str, said: str) -> None:
        """Note a space of another kind at the letter `at`."""
        message = f"This looks like a space and is {name_letter(space)}, {said}."
        self.document.complain("SL009", self.document.spot_at(at), message, "Delete it and press the space bar.")

    def _backslashes(self, raw: str, start: int) -> bool:
        """Note the backslashes that mean what nobody can see, and those that were meant for themselves."""
        noted = False
        path = _DRIVE.search(raw)
        for found in _ESCAPE.finditer(raw):
            code = found[1] or found[2] or found[3]
            letter = (chr(int(code, 16)) if int(code, 16) < 0x110000 else "") if code else _MEANS.get(found[4], "")
            in_path = path is not None and found.start() == path.end() - 1
            if letter and (in_path or letter == "\r" or HIDDEN.match(letter)):
                noted = True
                self.document.complain(
                    "SL112",
                    self.document.spot_at(start + found.start(), start + found.end()),
                    f"In double quotes, `{found[0]}` means {name_letter(letter)}.",
                    "If a backslash is meant, write it twice, or use single quotes; else take it out.",
                )
                if in_path:
                    break
        return noted

    def _remark(self, value: str, end: int) -> None:
        """Advise on a text that a remark cuts off where none was meant."""
        found = _REMARK.match(self.document.text, end) if value else None
        if found is None or not found[3]:
            return
        near, tight = found[1] == " ", not found[2]
        if (tight and (near or found[3].isdigit())) or (near and (found[3].isdigit() or _goes_on(value))):
            self.document.complain(
                "SL111",
                self.document.spot_at(found.end(1)),
                "The text ends here: what comes after ` #` is a remark.",
                "Put the whole text in quotes if this belongs to it; if it is a remark, put two spaces before the `#` "
                "and one after it.",
                "advice",
            )


def _goes_on(text: str) -> bool:
    """Whether a text reads as if more of it were to come."""
    return len(text.split()) > 4 and text[-1] not in ".?!…"
