"""Write down which letters the shipped fonts have: `python tools/font_letters.py` after a change of the fonts.

The checks of scenarios know no fonts; they look into `assets/fonts/letters.txt`, a range of code points a line.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from struct import unpack_from

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
LISTED = FONTS / "letters.txt"


def letters(font: bytes) -> set[int]:
    """The code points that an OpenType font has a glyph for, by its table `cmap` of format 12 or 4."""
    tables = {font[at : at + 4]: unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * _short(font, 4), 16)}
    cmap = tables[b"cmap"]
    found = {}
    for at in range(cmap + 4, cmap + 4 + 8 * _short(font, cmap + 2), 8):
        start = cmap + unpack_from(">I", font, at + 4)[0]
        found[_short(font, start)] = start
    return set(_of_groups(font, found[12]) if 12 in found else _of_segments(font, found[4]))


def _short(font: bytes, at: int) -> int:
    number: int = unpack_from(">H", font, at)[0]
    return number


def _of_groups(font: bytes, start: int) -> Iterator[int]:
    """Format 12: first and last code point of each group, and its first glyph."""
    for n in range(unpack_from(">I", font, start + 12)[0]):
        first, last, glyph = unpack_from(">III", font, start + 16 + 12 * n)
        yield from (code for code in range(first, last + 1) if glyph + code - first)


def _of_segments(font: bytes, start: int) -> Iterator[int]:
    """Format 4: parallel lists of last and first code points, and of what is to be added for the glyph."""
    double = _short(font, start + 6)
    for at in range(0, double, 2):
        last, first = _short(font, start + 14 + at), _short(font, start + 16 + double + at)
        add, offset_at = _short(font, start + 16 + 2 * double + at), start + 16 + 3 * double + at
        offset = _short(font, offset_at)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = _short(font, offset_at + offset + 2 * (code - first)) if offset else code
            if (glyph + add) & 0xFFFF if glyph else 0:
                yield code


def in_all(fonts: Iterable[Path]) -> list[tuple[int, int]]:
    """The ranges of what every one of the fonts has."""
    codes = sorted(set.intersection(*(letters(font.read_bytes()) for font in fonts)))
    starts = [0] + [n + 1 for n, (one, next_) in enumerate(pairwise(codes)) if next_ != one + 1]
    return [(codes[a], codes[b - 1]) for a, b in pairwise([*starts, len(codes)])]


def list_ranges(ranges: Iterable[tuple[int, int]]) -> str:
    """The ranges as the file has them."""
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


if __name__ == "__main__":
    LISTED.write_text(list_ranges(in_all(FONTS.glob("*.otf"))), encoding="ascii")
