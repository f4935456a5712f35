"""A person in a few words, by clothes and things carried only: enough to find them again, nothing to judge them by."""

from collections.abc import Mapping, Sequence
from typing import cast

from game.cast import Looks

Table = Mapping[str, object]


def describe(looks: Looks, table: Table) -> str:
    """Such as "Navy coat, grey rucksack" or "Station staff uniform"."""
    parts = [_uniform(looks, table) or _coloured(table, "tops", "top", looks.top, "colours", looks.top_colour)]
    if not _uniform(looks, table):
        if looks.hat not in ("none", ""):
            parts.append(_coloured(table, "hats", "hat", looks.hat, "colours", looks.hat_colour))
        elif looks.top != "dress":
            worn = _coloured(table, "bottoms", "bottom", looks.bottom, "bottom_colours", looks.bottom_colour)
            parts.append(worn)
    if looks.carries not in ("nothing", ""):
        parts.append(_coloured(table, "carries", "carries", looks.carries, "colours", looks.carries_colour))
    if looks.aid not in ("none", ""):
        parts.append(_word(table, "aids", "aid", looks.aid))
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _uniform(looks: Looks, table: Table) -> str:
    return _word(table, "uniforms", "uniform", looks.uniform) if looks.uniform not in ("none", "") else ""


def _coloured(table: Table, kind: str, key: str, name: str, palette: str, index: int) -> str:
    colours = _list(table, palette)
    word = _word(table, kind, key, name)
    if not 0 <= index < len(colours) or word in ("dog on a lead", "camera on a strap", "cleaning trolley", "guitar"):
        return word
    return f"{colours[index].get('word', '')} {word}".strip()


def _word(table: Table, kind: str, key: str, name: str) -> str:
    return next((str(line.get("word", name)) for line in _list(table, kind) if line.get(key) == name), name)


def _list(table: Table, kind: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", table.get(kind, ()))
