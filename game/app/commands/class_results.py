"""`results`: the records of a class, gathered from folders, as a page and as a table."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from game.authoring import class_page, class_table
from game.course import Result
from game.progress import tell_class
from game.record import Indexed
from game.scenario import library, read

from ..archive import read_records
from ..console import say
from ..errors import Wrong
from ..settings_file import place
from ..trainees import RECORDS, name_in


def results(folders: Sequence[Path], html: Path | None, table: Path | None) -> int:
    """Gather the records of a folder for each trainee and write what is asked for; otherwise say who needs what."""
    for folder in folders:
        if not folder.is_dir():
            raise Wrong(f"“{folder}” is no folder. Name one for each trainee.")
    for out in (html, table):
        if out and (out.is_dir() or not out.parent.is_dir()):
            raise Wrong(f"{out} cannot be written: name a file in a folder that is there.")
    sat, left_out = gather(folders)
    told = tell_class(sat)
    if table:
        table.write_text(class_table(sat), encoding="utf-8-sig", newline="")
        say(f"{table} is written: open it in a spreadsheet.")
    if html:
        made = datetime.now()
        html.write_text(class_page(told, _titles(), left_out, f"{made.day} {made:%B %Y}"), encoding="utf-8")
        say(f"{html} is written: open it in a browser.")
    if not html and not table:
        for one in told.members:
            found, decoys = one.found, one.decoys
            say(f"{one.name}: found {found[0]} of {found[1]}, marked {decoys[0]} of {decoys[1]} decoys. {one.needs}")
    say(*left_out)
    return 0


def gather(folders: Sequence[Path]) -> tuple[dict[str, list[Result]], list[str]]:
    """The results of each trainee by the name of their folder, and what was left out, a sentence each.

    A record counts once, wherever copies of it lie: which exercise it is of, its beginning says to the second.
    """
    sat: dict[str, list[Result]] = {}
    left_out: list[str] = []
    seen: dict[tuple[object, ...], str] = {}
    for folder in folders:
        name = _name(folder)
        mine = sat.setdefault(name, [])
        for one in _records(folder):
            result = _counted(one)
            if isinstance(result, str):
                left_out.append(f"{name}: {result}")
                continue
            at = result.occasion
            which = at.started, at.seed, at.scenario, at.trainee
            if which in seen:
                left_out.append(f"{name}: {one.summary.name} is a copy of a record of {seen[which]}.")
            else:
                seen[which] = name
                mine.append(result)
    return sat, left_out


def _counted(found: Indexed) -> Result | str:
    """What a record came to, or why it is left out."""
    one, came = found.summary, found.presented
    if one.soundness and one.soundness.state == "changed":
        return f"{one.name} was changed after it was written."
    if one.problem or one.header is None:
        return one.problem or f"{one.name} is no record."
    if one.header.trainee:
        return f"{one.name} is of a robot, {one.header.trainee}."
    if not one.ended:
        return f"{one.name} breaks off before its end."
    return came.problem or came.result or f"{one.name} was not finished."


def _records(folder: Path) -> Iterator[Indexed]:
    home = place()
    yield from read_records(folder, home)
    if (folder / RECORDS).is_dir():
        yield from read_records(folder / RECORDS, home)


def _name(folder: Path) -> str:
    """Whose folder it is: as is written in it, where the game made it for a name, else what the folder is called."""
    whole = folder.resolve()
    whole = whole.parent if whole.name == RECORDS else whole
    return name_in(whole) or whole.name


def _titles() -> dict[str, str]:
    """What each behaviour of the catalogue that comes with the program is."""
    first = next(iter(library()), None)
    return {name: one.title for name, one in read(first).behaviours.items()} if first else {}
