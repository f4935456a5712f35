"""Text that somebody wrote, made fit to be drawn and to be printed, and what its strange characters are called."""

import re
import unicodedata

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATE = "\ud800-\udfff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_JOINER = "\u200c\u200d\ufe00-\ufe0f"
"""They join letters of some scripts, and choose among the forms of a sign; nothing is to be seen of them."""
LINE_ENDS = "\x85\u2028\u2029"
"""Line ends to some programs; editors show nothing of them."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are not the space of the keyboard."""

HIDDEN = re.compile(rf"[{_CONTROL}{_SURROGATE}{_DIRECTION}{_NO_WIDTH}{LINE_ENDS}]|(?:(?<=[\x00-\x7f])|^)[{_JOINER}]")
"""A character that is not seen and that no text needs. A joiner is one only where it follows no letter of its own."""
_UNDRAWABLE = re.compile(rf"[{_CONTROL}{_SURROGATE}\r]")
_UNSEEN = re.compile(rf"[{_DIRECTION}{_NO_WIDTH}{_JOINER}]")
_BLANK = re.compile(rf"[\t{LINE_ENDS}{SPACES}]")
_UNPRINTABLE = re.compile(rf"[{_CONTROL}{_SURROGATE}{_DIRECTION}{_NO_WIDTH}{LINE_ENDS}\r\ufffe\uffff]")
_PILED = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{3})"
                    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+")  # fmt: skip
"""Accents beyond the third on one letter: no language has more, and a heap of them covers the lines above."""

_NAMES = {
    "\t": "a tab", "\n": "a new line", "\r": "a carriage return", "\x00": "a null",
    "\x07": "a bell", "\x08": "a backspace", "\x1b": "an escape", "\x7f": "a delete",
    "\x85": "a next-line mark", "\u2028": "a line separator", "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark", "\u00ad": "a soft hyphen",
}  # fmt: skip
_STAND_INS = {
    "–": "-", "—": "-", "−": "-", "‐": "-", "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "′": "'",
    "·": "-", "•": "*", "×": "x", "²": "2", "³": "3", "→": "->", "≤": "<=", "≥": ">=", "§": "S", "ß": "ss", "Æ": "AE",
    "æ": "ae", "Ø": "O", "ø": "o", "Œ": "OE", "œ": "oe", "Ł": "L", "ł": "l", "\u00a0": " ", "█": "#",
}  # fmt: skip


def capitalise(text: str) -> str:
    """The text with a capital letter at the front, the rest as it is: `str.capitalize` would make "Cctv" of "CCTV"."""
    return text[:1].upper() + text[1:]


def uncapitalise(text: str) -> str:
    """The text with a small letter at the front, as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def drawable(text: str) -> str:
    """The text with nothing in it that a font cannot draw: controls become a box, what has no width is left out."""
    if text.isascii() and text.isprintable():
        return text
    seen = _BLANK.sub(" ", _UNSEEN.sub("", _UNDRAWABLE.sub("\ufffd", text.replace("\r\n", "\n"))))
    return _PILED.sub(r"\1", seen)


def on_one_line(text: str) -> str:
    """The text in a single line, as it is printed: what would steer a terminal is shown by its number."""
    return printable(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def printable(text: str) -> str:
    """The text as it is printed, with its lines: what would steer a terminal is shown by its number."""
    return _UNPRINTABLE.sub(lambda found: escape(found[0]), text)


def escape(letter: str) -> str:
    """A character by its number, as programs write it: `\\x1b`."""
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def name_letter(letter: str) -> str:
    """What a character is called, with its number: `a zero-width space (U+200B)`."""
    number = f"U+{ord(letter):04X}"
    if letter in _NAMES:
        return f"{_NAMES[letter]} ({number})"
    if re.match(f"[{_SURROGATE}]", letter):
        return f"half a character ({number})"
    name = unicodedata.name(letter, "").casefold()
    if not name:
        return f"a control character ({number})"
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name.replace('zero width', 'zero-width')} ({number})"


def stand_in(letter: str) -> str:
    """What is written for a character where its own sign cannot be: nearly the same, or a question mark."""
    if letter in _STAND_INS:
        return _STAND_INS[letter]
    plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode("ascii")
    return plain or ("?" if letter.isprintable() or letter == "\ufffd" else escape(letter))


def cells(text: str) -> int:
    """How many columns a terminal takes for the text."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)  # fmt: skip
