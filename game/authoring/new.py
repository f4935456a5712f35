"""New files to start from: commented, and sound as they are."""

from pathlib import Path

from ..scenario import is_plain_name
from .schema import write_all
from .stock import stock

TEMPLATES = Path(__file__).resolve().parents[2] / "assets" / "templates"
SCHEMAS = ".schemas"
"""The folder beside an author's files in which editors find what can stand where."""
MOST_LETTERS = 35
"""So that a behaviour's counterpart can have a name made from it."""
_PLACES = {"scenario": "", "venue": "venues", "behaviour": "catalogue"}
_SCHEMA_OF = {"behaviour": "catalogue"}


class Refused(Exception):
    """No file was written; the message says why, in a sentence."""


def new(kind: str, name: str, folder: Path) -> Path:
    """Write a file of the kind (scenario, venue or behaviour) in its place under the folder, with schemas beside it."""
    if kind not in _PLACES:
        raise Refused(f"There is nothing new of the kind “{kind}”: it is scenario, venue or behaviour.")
    stem = name.strip().lower().replace(" ", "_").replace("-", "_")
    if not is_plain_name(stem) or not stem[0].isalpha() or len(stem) > MOST_LETTERS:
        raise Refused(f"“{name}” cannot be a file's name: use letters, digits and spaces, and begin with a letter.")
    file = folder / _PLACES[kind] / f"{stem}.yaml"
    if file.exists():
        raise Refused(f"{file.resolve()} is there already, and is left as it is. Choose another name.")
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is no folder, so nothing can be written into it.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(kind, stem, file, depth=len(file.relative_to(folder).parts) - 1), encoding="utf-8")
    write_all(folder / SCHEMAS, stock(folder))
    return file


def text(kind: str, stem: str, file: Path, depth: int) -> str:
    """What the new file holds, so many folders below that of the schemas."""
    template = (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8")
    schema = f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{_SCHEMA_OF.get(kind, kind)}.schema.json\n"
    return schema + template.format(name=stem, title=stem.replace("_", " ").capitalize(), file=file.as_posix())
