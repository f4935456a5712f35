"""Which letters the program's typeface has; of others a box is drawn."""

import re
from functools import cache

from game.shipped import ASSETS
from game.text import drawable

FILE = ASSETS / "fonts" / "letters.txt"
"""A range of code points a line (`tools/font_letters.py`)."""


def find_lacking(text: str) -> str:
    """The first letter of a text that would be drawn as a box, or nothing."""
    found = _others().search(drawable(text))
    return found[0] if found else ""


@cache
def _others() -> re.Pattern[str]:
    ranges = [line.split("-") for line in FILE.read_text(encoding="ascii").split()]
    known = "".join(f"\\U{int(first, 16):08X}-\\U{int(last, 16):08X}" for first, last in ranges)
    return re.compile(rf"[^\n\ufffd{known}]")
