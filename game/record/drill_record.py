"""What is kept of drills: each in a file of its own, an answer a line, written as it is given and never changed."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from game.practice import Sorting

from .journal import SUFFIX, Journal, begin
from .line import unpack
from .recording import read_file
from .seal import Seal
from .soundness import examine
from .trouble import UnreadableError

FOLDER = "drills"
"""In the data folder, beside the records of exercises."""
FORMAT = 4
"""As of the journals of exercises, whose lines these are linked and signed like."""
_SORTING = TypeAdapter(Sorting)


class _DrillLine(BaseModel):
    """A line that holds an answer, or something else."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    answer: Annotated[dict[str, Any] | None, Field()] = None


_LINE = TypeAdapter(_DrillLine)


def begin_drill(home: Path, seed: int, pool: Collection[str], when: datetime, seal: Seal | None = None) -> Journal:
    """A new record of a drill with these behaviours, in the data folder."""
    head = {"second_look": "drill", "format": FORMAT, "seed": seed, "started": when.astimezone(UTC).isoformat()}
    return begin(home / FOLDER, (head, {"pool": sorted(pool)}), when, seal)


def keep(journal: Journal, answer: Sorting) -> None:
    """Write an answer down."""
    journal.write({"answer": _SORTING.dump_python(answer, mode="json")})


def read_sortings(home: Path) -> list[Sorting]:
    """All answers ever given in drills, in order of their time.

    A file that was changed after it was written, or cannot be read, is left out; one that breaks off counts as far as
    it goes.
    """
    try:
        paths = sorted((home / FOLDER).glob(f"[!.]*{SUFFIX}"))
    except OSError:
        return []
    found = [answer for path in paths for answer in _answers(path)]
    return sorted(found, key=lambda sorting: sorting.when)


def _answers(path: Path) -> Iterator[Sorting]:
    try:
        lines = read_file(path, path.name)
    except UnreadableError:
        return
    if examine(lines).state == "changed":
        return
    for line in lines[2:]:
        try:
            held = unpack(line, _LINE).answer
            if held is not None:
                yield _SORTING.validate_python(held)
        except ValueError:  # broken off while it was written, or damaged: the others stand
            continue
