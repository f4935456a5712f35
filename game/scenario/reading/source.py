"""From a file's bytes to a tree of what is written where. Safe with any bytes: bounded in size, depth and number."""

import os
import re
import stat
from pathlib import Path
from typing import Any, NoReturn

import yaml

from game.invocation import command
from game.text import name_letter

from .composer import Composer, Stop, too_deep
from .document import Document
from .letters import Letters
from .library import library, strays_in, walk, yaml_files
from .near_names import near
from .problems import Spot
from .yaml_words import meaning

MOST_BYTES = 1_000_000
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML has it: ten times as fast."""
_STRANGE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no text file holds."""
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
"""What files in other encodings begin with."""


def load(path: Path, shown: str) -> Document:
    """The file as a document named `shown`. Whatever is wrong is noted in its problems; nothing is raised."""
    document = Document(shown)
    try:
        _parse(document, _bytes(document, path))
    except Stop:
        document.root = None
    return document


def loads(data: bytes, shown: str) -> Document:
    """The same for bytes at hand."""
    document = Document(shown)
    try:
        _parse(document, data)
    except Stop:
        document.root = None
    return document


def fetch(path: Path) -> bytes | None:
    """What is in the file; None if it cannot be read, for whatever reason."""
    try:
        return _bytes(Document(""), path)
    except Stop:
        return None


def _stop(document: Document, code: str, spot: Spot, message: str, way_out: str) -> NoReturn:
    document.complain(code, spot, message, way_out)
    raise Stop


def _meant(path: Path) -> str:
    """The way out for a name that is no file: a scenario that is shipped, or one in the same folder."""
    known = [found.stem for found in library()]
    if path.parent.is_dir():
        known += [found.name for found in yaml_files(path.parent)[:500]]
        if strayed := [found.name for found in strays_in(path.parent) if found.name.startswith(path.stem)]:
            return f"There is `{strayed[0]}`: give it the name `{path.name}`."
    return near(path.name, known) or "Check the name and the folder; `list` shows the scenarios that are shipped."


def _bytes(document: Document, path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            _refuse_folder(document, path)
        if not stat.S_ISREG(found.st_mode):
            _stop(document, "SL002", Spot(), "This is not an ordinary file.", "Name a .yaml file.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1) if os.fstat(file.fileno()).st_size <= MOST_BYTES else None
    except FileNotFoundError:
        if path.is_symlink():
            said = "This is a link, and the file that it names is not there."
            _stop(document, "SL001", Spot(), said, "Put the file itself here.")
        _stop(document, "SL001", Spot(), "There is no such file.", _meant(path))
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or "the name cannot be used"
        _stop(document, "SL003", Spot(), f"The file cannot be read: {reason}.", "Check who may read it.")
    if data is None or len(data) > MOST_BYTES:
        said = "The file is too large: more than 1 MB."
        _stop(document, "SL004", Spot(), said, "A scenario is a few pages of text. Is this the right file?")
    return data


def _refuse_folder(document: Document, path: Path) -> NoReturn:
    try:
        next(path.iterdir(), None)
    except OSError as trouble:
        said = f"The folder cannot be opened: {trouble.strerror}."
        _stop(document, "SL003", Spot(), said, "Check who may read it.")
    if next(walk(path), None):
        _stop(document, "SL002", Spot(), "This is a folder, not a file.", "Name a .yaml file inside it.")
    said = "In this folder is no file that is read: none has a name that ends in .yaml or .yml."
    _stop(document, "SL002", Spot(), said, "Check the folder; `new scenario NAME` makes a file to start from.")


def _decode(document: Document, data: bytes) -> None:
    """Give the document its text, if it is one."""
    try:
        document.write(data.decode("utf-8").lstrip("\ufeff"))
    except UnicodeDecodeError as trouble:
        document.write(data.decode("utf-8", "replace").lstrip("\ufeff"))
        way_out = "Save it as plain text, with the encoding UTF-8 if your editor asks for one."
        if other := _MARKS.get(data[:2]):
            _stop(document, "SL005", Spot(), f"This is text in the encoding {other}, not in UTF-8.", way_out)
        before = len(data[: trouble.start].decode("utf-8").lstrip("\ufeff"))
        said = "This is not a plain text file: here is something that is no letter in UTF-8."
        _stop(document, "SL005", document.spot_at(before), said, way_out)
    if strange := _STRANGE.search(document.text):
        said = f"This is not a plain text file: here is {name_letter(strange[0])}."
        way_out = "Delete it, or type the line anew; text files hold letters, not this."
        _stop(document, "SL005", document.spot_at(strange.start()), said, way_out)
    if not document.text.strip():
        _stop(document, "SL006", Spot(), "The file is empty.", f"Start from `{command()} new scenario NAME`.")


def _parse(document: Document, data: bytes) -> None:
    _decode(document, data)
    letters = Letters(document)
    try:
        loader = LOADER(letters.shield())
        try:
            Composer(document, loader, letters).compose()
        finally:
            loader.dispose()
    except yaml.YAMLError as trouble:
        if "nesting depth" in str(trouble):  # newer libyaml stops before the composer can
            mark = getattr(trouble, "problem_mark", None)
            too_deep(document, document.spot_at(mark.index) if mark else Spot())
        code, at, said, way_out = meaning(trouble, document)
        if any(noted.code == "SL009" and noted.line in (at.line - 1, at.line) for noted in document.problems):
            raise Stop from trouble  # what cannot be seen there is named, and the line cannot be read for that reason
        document.take_back("SL111", at)  # the same remark, before it was known to break the line: once is enough
        _stop(document, code, at, said, way_out)
    except RecursionError:
        too_deep(document, Spot())
