"""`results`: the records of a class, gathered from folders, as a page and as a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from pydantic import TypeAdapter

from game.authoring import RobotsFared, class_page, class_table, prove
from game.course import Result
from game.progress import ClassTold, Member, tell_class, tell_member
from game.record.index import Indexed
from game.scenario import find, library, read

from ..archive import read_records, read_together
from ..console import say
from ..errors import Wrong
from ..settings_file import place
from ..trainees import RECORDS, name_in
from .class_marks import class_marks
from .prove_scenarios import proofs


@dataclass(frozen=True, slots=True)
class ClassWanted:
    """What is asked for of a class: a page, a table; the page of one scenario's `marks`; robots beside, of so many
    `seeds`."""

    html: Path | None = None
    table: Path | None = None
    marks: str = ""
    seeds: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the records of one trainee come to: which exercises they are of, by number, and what is left out."""

    member: Member
    which: tuple[int, ...]
    left_out: tuple[str, ...]


GATHERED = TypeAdapter(Gathered)


def results(folders: Sequence[Path], wanted: ClassWanted) -> int:
    """Gather the records of a folder for each trainee and write what is asked for; otherwise say who needs what."""
    html, table = wanted.html, wanted.table
    for folder in folders:
        if not folder.is_dir():
            raise Wrong(f"“{folder}” is no folder. Name one for each trainee.")
    for out in (html, table):
        if out and (out.is_dir() or not out.parent.is_dir()):
            raise Wrong(f"{out} cannot be written: name a file in a folder that is there.")
    now = datetime.now()
    made = f"{now.day} {now:%B %Y}"
    if wanted.marks and html:
        return class_marks(each_counted(folders), wanted.marks, html, made)
    members, left_out = gather(folders)
    told = tell_class(members)
    if table:
        table.write_text(class_table(_sat(folders)), encoding="utf-8-sig", newline="")
        say(f"{table} is written: open it in a spreadsheet.")
    if html:
        robots = _robots(told, wanted.seeds) if wanted.seeds else {}
        html.write_text(class_page(told, _titles(), left_out, made, robots), encoding="utf-8")
        say(f"{html} is written: open it in a browser.")
    if not html and not table:
        for name, member in told.members.items():
            found, decoys = member.found, member.decoys
            say(f"{name}: found {found[0]} of {found[1]}, marked {decoys[0]} of {decoys[1]} decoys. "
                f"{member.needs}")
    say(*left_out)
    return 0


def gather(folders: Sequence[Path]) -> tuple[dict[str, Member], list[str]]:
    """What each trainee comes to, by the name of their folder, and what was left out, a sentence each.

    A record counts once, wherever copies of it lie: which exercise it is of, its beginning says to the second.
    """
    named: dict[str, list[Path]] = {}
    for folder in folders:
        named.setdefault(_name(folder), []).extend((folder, folder / RECORDS))
    seen: dict[int, str] = {}
    members, left_out = dict[str, Member](), list[str]()
    each = read_together(list(named.values()), place(), GATHERED, lambda of: gather_one(_name(of[0]), of, {}))
    for (name, of), kept in zip(named.items(), each, strict=True):
        gathered = kept if seen.keys().isdisjoint(kept.which) else gather_one(name, of, seen)
        seen.update(dict.fromkeys(gathered.which, name))
        members[name] = gathered.member
        left_out += gathered.left_out
    return members, left_out


def each_counted(folders: Sequence[Path]) -> Iterator[tuple[str, Indexed, Result | str]]:
    """Each record with whose it is, and what it came to, or why it is left out, in a sentence."""
    seen: dict[int, str] = {}
    for folder in folders:
        name = _name(folder)
        yield from ((name, *counted) for counted in _count(name, (folder, folder / RECORDS), seen))


def gather_one(name: str, folders: Iterable[Path], seen: dict[int, str]) -> Gathered:
    """What the records in these folders of somebody come to, but for those that have been `seen`."""
    own, left_out = dict[int, Result](), list[str]()
    for _, result in _count(name, folders, seen):
        if isinstance(result, str):
            left_out.append(f"{name}: {result}")
        else:
            own[_which(result)] = result
    return Gathered(tell_member(own.values()), tuple(own), tuple(left_out))


def _count(name: str, folders: Iterable[Path], seen: dict[int, str]) -> Iterator[tuple[Indexed, Result | str]]:
    """Each record of somebody, and what it came to or why it is left out; in `seen` is whose each exercise was."""
    home = place()
    for entry in (entry for folder in folders for entry in read_records(folder, home)):
        result = _count_record(entry)
        if not isinstance(result, str):
            which = _which(result)
            if which in seen:
                result = f"{entry.summary.name} is a copy of a record of {seen[which]}."
            else:
                seen[which] = name
        yield entry, result


def _which(result: Result) -> int:
    """A number by which copies of a record are known: two exercises of a million share one by less than a hair."""
    at = result.occasion
    said = repr((at.started.timestamp(), at.seed, at.scenario, at.trainee))
    return int.from_bytes(blake2b(said.encode(), digest_size=7).digest())


def _sat(folders: Sequence[Path]) -> dict[str, list[Result]]:
    """The exercises that count, of each trainee."""
    sat: dict[str, list[Result]] = {_name(folder): [] for folder in folders}
    for name, _, result in each_counted(folders):
        if not isinstance(result, str):
            sat[name].append(result)
    return sat


def _count_record(found: Indexed) -> Result | str:
    """What a record came to, or why it is left out."""
    passed, came = found.summary, found.presented
    if passed.soundness and passed.soundness.state == "changed":
        return f"{passed.name} was changed after it was written."
    if passed.problem or passed.header is None:
        return passed.problem or f"{passed.name} is no record."
    if passed.header.trainee:
        return f"{passed.name} is of a robot, {passed.header.trainee}."
    if not passed.ended:
        return f"{passed.name} breaks off before its end."
    return came.problem or came.result or f"{passed.name} was not finished."


def _name(folder: Path) -> str:
    """Whose folder it is: as is written in it, where the game made it for a name, else what the folder is called."""
    whole = folder.resolve()
    whole = whole.parent if whole.name == RECORDS else whole
    return name_in(whole) or whole.name


def _robots(told: ClassTold, seeds: int) -> dict[str, RobotsFared]:
    """How synthetic trainees fare in each scenario that was sat often enough to say how hard it was, by its id."""
    paths = {find(sat_scenario.scenario) for sat_scenario in told.scenarios if sat_scenario.tells}
    there = sorted(path for path in paths if path.is_file())
    fared = {}
    for path, proof in zip(there, proofs(there, seeds, -1, prove), strict=True):
        found = {name: (sums.found, sums.of) for name, sums in proof.robots.items()}
        fared[path.stem] = RobotsFared(proof.difficulty.level, found)
    return fared


def _titles() -> dict[str, str]:
    """What each behaviour of the catalogue that comes with the program is."""
    first = next(iter(library()), None)
    return {name: behaviour.title for name, behaviour in read(first).behaviours.items()} if first else {}
