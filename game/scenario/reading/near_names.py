"""The way out of a slip of the pen: the word that was probably meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_AT_A_GLANCE, _ALIKE = 24, 12
"""Names that are all offered; of more than those, so many."""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known word that is nearest, and a second one if it is as good as that."""
    plain = {_plain(name): name for name in sorted(set(known), reverse=True)}
    wanted = _plain(word[:80])
    found = get_close_matches(wanted, list(plain), n=2, cutoff=0.62)
    likeness = [SequenceMatcher(None, match, wanted).ratio() for match in found]
    return [plain[match] for match, ratio in zip(found, likeness, strict=True) if ratio > likeness[0] - 0.1]


def near(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known words; empty if none is near."""
    found = nearest(word, known)
    return f"Did you mean {either(found)}?" if found else ""


def either(words: Iterable[str], joint: str = "or", most: int = 80) -> str:
    """The words in quotes, as a phrase: `a`, `b` or `c`."""
    listed = [f"`{word}`" for word in words]
    if len(listed) > most:
        listed = [*listed[: most - 1], "…"]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} {joint} {listed[-1]}" if listed else ""


def offer(word: str, known: Iterable[str], what: str) -> str:
    """The nearest word, or else all there are: `what` names them, as in "The places are".

    Of more than can be read at a glance, those most like the word come first, and it is said how many more there are.
    """
    names = list(dict.fromkeys(known))
    if found := near(word, names):
        return found
    if len(names) <= _AT_A_GLANCE:
        return f"{what} {either(names, 'and')}." if names else ""
    plain = _plain(word[:80])
    alike = sorted(names, key=lambda name: -SequenceMatcher(None, plain, _plain(name)).ratio())[:_ALIKE]
    listed = ", ".join(f"`{name}`" for name in alike)
    return f"{what} {listed} and {len(names) - _ALIKE} more, which the manual or your own files list."


def _plain(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ").strip()
