"""Files of every kind as a slip of the hand, a broken tool or a stranger may leave them: changed by chance."""

import random
import re
import shutil
from pathlib import Path

from game.run import let_people_in, open_world, set_stage
from game.scenario import Invalid, Production, check, read

GOOD = Path(__file__).parents[1] / "scenario" / "good"
LOOKS = Path(__file__).parents[2] / "assets" / "looks.yaml"
"""How people can look, which is the program's own."""
FILES = (
    "good.yaml", "good.yaml", "venues/hall.yaml", "catalogue/acts.yaml", "roles.yaml", "cues.yaml", "assets/props.yaml",
)  # fmt: skip
"""All that an author can write; the scenario itself is what is written most."""
VALUES = (
    "0", "-1", "1", "3", "1e9", "-0.001", "1e308", ".nan", ".inf", "null", "true", "no", "[]", "{}", "[1, 2]", "{a: b}",
    "''", '"\\0"', "’", "x", "10-5 s", "0 s", "90 min", "1 min", "west door", "passenger", "board", "any board",
    "12:00", "50%", "*a", "&a b", "!!python/none x", "|", ">", "? ", "@", "%", "0x10", "012", "2026-01-01", "~", "#",
    "- -", "x" * 3000,
)  # fmt: skip
JUNK = ("\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\r", "\x85", "\\", '"', "'", ":", " #", "-", "[", "}", "…", "é")


def mutate(text: str, chance: random.Random) -> str:
    """The text with one to three changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(WAYS)(text, chance)
    return text


def _number(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\d+(\.\d+)?", text))
    if not found:
        return text
    match = chance.choice(found)
    value = float(match[0])
    made = chance.choice((value + 1, value - 1, value * 2, value / 2, value * 10, -value, 0, value * 1.1))
    return text[: match.start()] + f"{made:g}" + text[match.end() :]


def _value(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"(?<=: )[^\n,}\]]+", text))
    if not found:
        return text
    match = chance.choice(found)
    return text[: match.start()] + chance.choice((*VALUES, chance.choice(found)[0])) + text[match.end() :]


def _word(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"[A-Za-z_]{3,}", text))
    if not found:
        return text
    match, other = chance.choice(found), chance.choice(found)
    made = chance.choice((other[0], match[0][1:], match[0] + "s", match[0].upper(), match[0].replace("_", " "), ""))
    return text[: match.start()] + made + text[match.end() :]


def _line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(there, lines[at])
        case 2:
            lines[at], lines[there] = lines[there], lines[at]
        case _:
            lines[at:at] = lines[at : at + chance.randrange(1, 12)]
    return "\n".join(lines)


def _indent(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" " + lines[at], "  " + lines[at], lines[at].lstrip(), lines[at].removeprefix(" ")))
    return "\n".join(lines)


def _junk(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(JUNK) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.3 else text[:at] + text[at + chance.randrange(1, 60) :]


WAYS = (_number, _number, _value, _value, _word, _line, _line, _indent, _junk, _cut)


def read_mutant(folder: Path, seed: int) -> Production | None:
    """The scenario of a set of files of which one is a mutant, or None if it is refused; nothing else may come of it.

    `folder` holds nothing but these files, and becomes theirs.
    """
    chance = random.Random(seed)
    name = chance.choice(FILES)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(GOOD, folder)
    shutil.copy(LOOKS, folder / "assets")
    text = mutate((GOOD / name).read_text(encoding="utf-8"), chance)
    (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    check([folder])
    try:
        return read(folder / "good.yaml")
    except Invalid:
        return None


def play_mutant(production: Production, seed: int, seconds: int = 30) -> None:
    """Stage it, and let its world go on for so long from 0:00."""
    world = open_world(set_stage(production, seed))
    for _ in let_people_in(world):
        pass
    for _ in range(10 * seconds):
        world.step()
        world.snapshot()
