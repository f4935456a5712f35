"""Who sits at this machine: each trainee has a folder for what is kept of them, by a name or number of their own."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.private import make_folder, replace_whole
from game.screens.preferences import LONGEST_NAME
from game.text import HIDDEN

RECORDS = "records"
"""The folder of past exercises in that of whoever sat at them."""
FOLDER = "trainees"
"""In the data folder; a folder in it for each."""
NAME, LAST = "name.txt", "last.txt"
"""What somebody is called, in their folder; who sat here last, beside all of them."""
MOST_BYTES = 4 * LONGEST_NAME
"""Of a name that is read: the longest one in UTF-8."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who practises here, "" whoever gave no name. `home` is the data folder, whose seal is everybody's."""

    home: Path
    name: str = ""

    @property
    def folder(self) -> Path:
        """Where records, drills and choices of theirs are; without a name the data folder, as it was before names.

        The name itself is no part of the path: it may hold what no disk takes, or dots that lead elsewhere.
        """
        if not self.name:
            return self.home
        return self.home / FOLDER / sha256(self.name.casefold().encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def records(self) -> Path:
        """Where their past exercises are."""
        return self.folder / RECORDS


def plain_name(text: str) -> str:
    """A name as it is kept: on one line, with nothing unseen in it, no longer than it may be."""
    seen = HIDDEN.sub("", unicodedata.normalize("NFC", text[: 4 * LONGEST_NAME]))
    return " ".join(seen.split())[:LONGEST_NAME].strip()


def enrol(trainee: Learner) -> Learner:
    """Have a folder for somebody, and remember that they sat here last. Raises OSError.

    Whoever has been here before comes back as they first wrote their name: capital letters make nobody another.
    """
    everybody = trainee.home / FOLDER
    make_folder(everybody)
    if trainee.name:
        make_folder(trainee.records)
        path = trainee.folder / NAME
        if known := _read(path):
            trainee = Learner(trainee.home, known)
        else:
            replace_whole(path, trainee.name.encode())
    replace_whole(everybody / LAST, trainee.name.encode())
    return trainee


def sat_last(home: Path) -> Learner:
    """Who sat here last; whoever gave no name, if nobody did."""
    trainee = Learner(home, _read(home / FOLDER / LAST))
    return trainee if trainee.folder.is_dir() else Learner(home)


def each_trainee(home: Path) -> Iterator[Learner]:
    """Everybody with a name, in order of their names."""
    try:
        names = {_read(path) for path in (home / FOLDER).glob(f"*/{NAME}")}
    except OSError:
        return
    yield from (Learner(home, name) for name in sorted(names - {""}, key=str.casefold))


def name_in(folder: Path) -> str:
    """Whose folder this is, by what is written in it; "" if nothing is."""
    return _read(folder / NAME)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return plain_name(file.read(MOST_BYTES).decode("utf-8", "ignore"))
    except OSError:
        return ""
