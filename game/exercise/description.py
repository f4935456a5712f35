"""A person in words, as anyone in the room could say it, and nothing to judge them by."""

from collections.abc import Mapping, Sequence
from typing import cast

from game.cast import Looks
from game.text import capitalise

Table = Mapping[str, object]
_NOTHING = ("", "none", "nothing")


def describe(looks: Looks, table: Table) -> str:
    """Clothes and things carried, enough to find them again: "Navy coat, grey rucksack", "Station staff uniform"."""
    parts = [_uniform(looks, table) or _add_colour(table, "tops", "top", looks.top, "colours", looks.top_colour)]
    if not _uniform(looks, table):
        if looks.hat not in _NOTHING:
            parts.append(_add_colour(table, "hats", "hat", looks.hat, "colours", looks.hat_colour))
        elif looks.top != "dress":
            worn = _add_colour(table, "bottoms", "bottom", looks.bottom, "bottom_colours", looks.bottom_colour)
            parts.append(worn)
    if looks.carries not in _NOTHING:
        parts.append(_add_colour(table, "carries", "carries", looks.carries, "colours", looks.carries_colour))
    if looks.aid not in _NOTHING:
        parts.append(_word(table, "aids", "aid", looks.aid))
    text = ", ".join(part for part in parts if part)
    return capitalise(text)


def head_description(looks: Looks, table: Table) -> Mapping[str, str]:
    """What could be seen of somebody, by the headings of a description; nothing is said of what they do not have."""
    uniform = _uniform(looks, table)
    told = {
        "Age": looks.age,
        "Hair": "" if looks.hat not in _NOTHING else looks.hair,
        "Upper clothing": uniform or _add_colour(table, "tops", "top", looks.top, "colours", looks.top_colour),
        "Lower clothing": "" if uniform or looks.top == "dress" else _add_colour(
            table, "bottoms", "bottom", looks.bottom, "bottom_colours", looks.bottom_colour
        ),
        "Headgear": "none" if looks.hat in _NOTHING else _add_colour(
            table, "hats", "hat", looks.hat, "colours", looks.hat_colour
        ),
        "Carries": "nothing" if looks.carries in _NOTHING else _add_colour(
            table, "carries", "carries", looks.carries, "colours", looks.carries_colour
        ),
    }  # fmt: skip
    return {heading: words for heading, words in told.items() if words}


def _uniform(looks: Looks, table: Table) -> str:
    return _word(table, "uniforms", "uniform", looks.uniform) if looks.uniform not in _NOTHING else ""


def _add_colour(table: Table, kind: str, key: str, name: str, palette: str, index: int) -> str:
    colours = _list(table, palette)
    word = _word(table, kind, key, name)
    if not 0 <= index < len(colours) or word in ("dog on a lead", "camera on a strap", "cleaning trolley", "guitar"):
        return word
    return f"{colours[index].get('word', '')} {word}".strip()


def _word(table: Table, kind: str, key: str, name: str) -> str:
    return next((str(line.get("word", name)) for line in _list(table, kind) if line.get(key) == name), name)


def _list(table: Table, kind: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", table.get(kind, ()))


def itemise(looks: Looks) -> tuple[str, ...]:
    """All that can be seen of an appearance, word by word. Colours keep their number in the palette."""
    worn = [
        looks.age,
        looks.frame,
        f"{looks.hair} hair",
        f"{looks.top} {looks.top_colour}",
        f"{looks.bottom} {looks.bottom_colour}",
        *(word for word in (looks.hat, looks.carries, looks.aid) if word not in _NOTHING),
        *([f"{looks.uniform} uniform"] if looks.uniform not in _NOTHING else []),
    ]
    return (*worn, "glasses") if looks.glasses else tuple(worn)
