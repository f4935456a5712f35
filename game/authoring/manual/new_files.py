"""New files to start from: commented, and sound as they are."""

from pathlib import Path
from typing import Any, get_args

import yaml

from game.invocation import command
from game.scenario import Venue, is_plain_name
from game.shipped import ASSETS

from .schema import write_all
from .stock import stock

TEMPLATES = ASSETS / "templates"
SCHEMAS = ".schemas"
"""The folder beside an author's files in which editors find what can stand where."""
MOST_LETTERS = 35
"""So that a behaviour's counterpart can have a name made from it."""
ROLES = "roles.yaml"
"""All roles of a folder stand in one file, so a new one is added at its end."""
KINDS_OF_VENUE: tuple[str, ...] = get_args(Venue.model_fields["kind"].annotation)
_BOARDS = {
    "railway station": "TRAINS", "tube station": "TRAINS", "bus station": "BUSES", "ferry terminal": "FERRIES",
    "airport": "DEPARTURES",
}  # fmt: skip
_PROGRAMME = "TODAY / 11:00 Music / 14:00 Guided tour"
"""What is on the board of a place that nothing departs from: a heading alone would be followed by departures."""
_PLACES = {"scenario": "", "venue": "venues", "behaviour": "catalogue", "role": ""}
_SCHEMA_OF = {"behaviour": "catalogue", "role": "roles"}


class Refused(Exception):
    """No file was written; the message says why, in a sentence."""


def new(kind: str, name: str, folder: Path) -> Path:
    """Write a file of the kind (scenario, venue, behaviour or role) in its place, with schemas beside it."""
    if kind not in _PLACES:
        raise Refused(f"There is nothing new of the kind “{kind}”: it is scenario, venue, behaviour or role.")
    stem = _stem(name)
    if not is_plain_name(stem) or not stem[0].isalpha() or len(stem) > MOST_LETTERS:
        raise Refused(f"“{name}” cannot be a name: use letters, digits and spaces, and begin with a letter.")
    file = folder / _PLACES[kind] / (ROLES if kind == "role" else f"{stem}.yaml")
    if file.exists() and kind != "role":
        raise Refused(f"{file.resolve()} is there already, and is left as it is. Choose another name.")
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is no folder, so nothing can be written into it.")
    written = text(kind, name, file, depth=len(file.relative_to(folder).parts) - 1)
    if file.exists():
        written = _add_role(file, role_name(name), written)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written, encoding="utf-8")
    write_all(folder / SCHEMAS, stock(folder))
    return file


def _stem(name: str) -> str:
    """The name as files have it."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def text(kind: str, given: str, file: Path, depth: int) -> str:
    """What the new file holds, so many folders below that of the schemas, for what it was called."""
    template = (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8")
    schema = f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{_SCHEMA_OF.get(kind, kind)}.schema.json\n"
    stem = _stem(given)
    name = role_name(stem) if kind == "role" else stem
    sort = max(KINDS_OF_VENUE, key=lambda sort: stem.replace("_", " ").rfind(sort))  # the first if none is named
    board = _BOARDS.get(sort, _PROGRAMME)
    return schema + template.format(
        name=name, title=_title(given), sort=sort, board=board, file=file.as_posix(), program=command()
    )


def _title(name: str) -> str:
    """The name as it stands in a list: with the capitals that were written, and one at the beginning."""
    words = " ".join(name.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def role_name(name: str) -> str:
    """A role's name as scenarios say it: small letters and single spaces."""
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def _add_role(file: Path, name: str, written: str) -> str:
    """The file's own text, unchanged, with the new role after it."""
    there = file.read_text(encoding="utf-8", errors="replace")
    before = _roles(there)
    if before is None or "\ufffd" in there:
        raise Refused(f"{file.resolve()} cannot be read as a list of roles, and is left as it is. Mend it first.")
    if any(isinstance(entry, dict) and entry.get("role") == name for entry in before):
        raise Refused(f"{file.resolve()} has a role “{name}” already, and is left as it is. Choose another name.")
    role = "\n".join(line for line in written.splitlines() if not line.startswith("#"))
    together = f"{there.rstrip()}\n\n{role}\n"
    if len(_roles(together) or ()) != len(before) + 1:
        raise Refused(f"{file.resolve()} is not written as a list of “- role: …”, and is left as it is. Mend it first.")
    return together


def _roles(text: str) -> list[Any] | None:
    """The entries of a file of roles; none if it is empty, and nothing at all if it is no such file."""
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return found if isinstance(found, list) else [] if found is None else None
