"""Checking any of an author's files: scenarios with all they refer to, venues, catalogues, roles, cues and props."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game import shipped

from ..model import Production, Role
from ..reading.document import Document, Listing, Mapping
from ..reading.drafts import Draft, draft_scenario, produce, supplies
from ..reading.library import SHARED, is_shipped, is_stray, library, show_path, walk, yaml_files
from ..reading.problems import Problem, Spot, errors, put_in_order
from ..reading.shelf import Reach, Reaches, SharedShelf
from ..reading.source import load
from .advice import advise
from .behaviour_rules import check_behaviours, check_roles
from .kit import Kit, VenueGround
from .overlap_rules import check_overlaps
from .plan_rules import check_plan, plays
from .set_rules import check_doors, check_posts, check_texts
from .stage_rules import check_places, on_stage
from .talk_rules import check_talks
from .venue_rules import check_props, check_standing, check_venue

_LISTS = {
    "tell": "catalogue",
    "look_alike": "catalogue",
    "everyday": "catalogue",
    "role": "roles",
    "family": "cues",
    "prop": "props",
    "topic": "topics",
    "account": "accounts",
    "cover": "accounts",
    "phrase": "phrases",
}


@dataclass(frozen=True)
class Finding:
    """What came of one file: the sort of file that it is (empty if that cannot be said), and what is wrong with it.

    `production` is there if it is a scenario that can be played, and `document` its file, to note more about.
    """

    path: Path
    sort: str
    problems: tuple[Problem, ...]
    production: Production | None = None
    document: Document | None = None


def check(paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem in the files, or in all that is shipped if none is named; folders stand for the files in them."""
    return put_in_order(problem for finding in examine(paths) for problem in finding.problems)


def examine(paths: Sequence[Path] = ()) -> Iterator[Finding]:
    """What comes of each of the files, one after the other; what they share is read and checked once."""
    reaches = Reaches()
    return (examine_file(file, reaches) for file in files_of(paths))


def files_of(paths: Sequence[Path] = ()) -> Iterable[Path]:
    """The files themselves, and those in the folders; all that is shipped if none is named."""
    return [file for path in paths for file in _files(path)] if paths else list_shipped()


def list_shipped() -> list[Path]:
    """Every file of the shipped library."""
    shared = [*(shipped.SCENARIOS / f"{part}.yaml" for part in SHARED), shipped.ASSETS / "props.yaml"]
    lists = [*yaml_files(shipped.SCENARIOS / "catalogue"), *(path for path in shared if path.exists())]
    return [*library(), *yaml_files(shipped.SCENARIOS / "venues"), *lists]


def examine_file(path: Path, reaches: Reaches) -> Finding:
    """What comes of one file and of all that it refers to."""
    if is_stray(path):
        return Finding(path, "", _stray(path))
    document = load(path, show_path(path))
    if document.root is None:
        return Finding(path, "", put_in_order(document.problems))
    sort = _sort(document)
    if sort == "scenario":
        return _scenario(path, document, reaches)
    if sort == "venue":
        return Finding(path, sort, _venue(path, reaches))
    if sort:
        return Finding(path, sort, _lists(path, sort))
    document.complain(
        "SL008",
        Spot(),
        "This is none of the files that are known here.",
        "A scenario begins with `scenario:`, a venue with `venue:`, and a list of behaviours with `- tell:`, "
        "`- look_alike:` or `- everyday:`.",
    )
    return Finding(path, "", put_in_order(document.problems))


def check_draft(draft: Draft) -> tuple[Problem, ...]:
    """The problems of a scenario, as far as it could be read, and of what it draws on."""
    kit = Kit(draft)
    look_over(draft.shelf)
    look_round(kit.ground)
    check_plan(kit)
    roles, acts = plays(kit)
    playing = list(on_stage(kit, roles, acts))
    check_places(kit, playing)
    if not errors(draft.sheet.document.problems):
        advise(kit)
        check_posts(kit)
    used = {*roles, *acts, *(name for name, _ in playing)}
    used.update(name for named, thing in playing for name in kit.plays(named, role=isinstance(thing, Role)))
    found = [problem for document in kit.documents() for problem in document.problems]
    strays = [problem for path in draft.reach.strays for problem in _stray(path)]
    return put_in_order([*strays, *(problem for problem in found if not _elsewhere(kit, problem, used))])


def look_over(shelf: SharedShelf) -> None:
    """Note what is wrong with shared files, if nobody has yet."""
    with shelf.lock:
        if not shelf.checked:
            check_behaviours(shelf)
            check_roles(shelf)
            check_props(shelf.props)
            check_talks(shelf)
            shelf.checked = True


def look_round(ground: VenueGround) -> None:
    """Note what is wrong with a venue, if nobody has yet."""
    with ground.lock:
        if not ground.checked:
            check_venue(ground)
            if ground.sheet and not errors(ground.sheet.document.problems):
                check_doors(ground)
                check_texts(ground)
            if ground.sheet and ground.layout:
                check_overlaps(ground.sheet, ground.layout)
            ground.checked = True


def _elsewhere(kit: Kit, problem: Problem, used: set[str]) -> bool:
    """Whether the problem lies in a part of the shipped lists that this scenario does not draw on."""
    for items in (kit.draft.roles, kit.draft.behaviours):
        document = next((other for other in items.documents if other.file == problem.file), None)
        if document and is_shipped(document.file):
            name = items.around(document, problem.line)
            return name is not None and name not in used
    return False


def _files(path: Path) -> list[Path]:
    try:
        found = list(walk(path)) if path.is_dir() else []
    except (OSError, ValueError):
        found = []
    return found or [path]


def _stray(path: Path) -> tuple[Problem, ...]:
    name = path.name.rstrip()
    meant = name[: name.casefold().rindex(".y")] + ".yaml"
    said = f"This file is not read: its name ends in `{name[name.rindex('.') :]}`, and not in `.yaml`."
    if name != path.name:
        said = "This file is not read: its name ends in a space."
    way_out = f"Give it the name `{meant}`. Windows hides such endings: turn on “File name extensions” in its Explorer."
    return (Problem("SL007", "advice", show_path(path), 1, 1, said, way_out),)


def _sort(document: Document) -> str:
    root = document.root
    if isinstance(root, Mapping):
        keys = root.keys()
        if "scenario" in keys or {"crowd", "briefing", "clock", "subjects"} & set(keys):
            return "scenario"
        return "venue" if {"venue", "portals", "places", "walls"} & set(keys) else ""
    if isinstance(root, Listing) and root.items and isinstance(root.items[0], Mapping):
        return next((_LISTS[key.text] for key, _ in root.items[0].entries if key.text in _LISTS), "")
    return ""


def _scenario(path: Path, document: Document, reaches: Reaches) -> Finding:
    draft = draft_scenario(path, document, reaches.of(path.parent))
    problems = check_draft(draft)
    return Finding(path, "scenario", problems, None if errors(problems) else produce(draft), document)


def _venue(path: Path, reaches: Reaches) -> tuple[Problem, ...]:
    reach = reaches.of(path.resolve().parent.parent)
    look_over(reach.shelf)
    draft = supplies(reach, path)
    ground = Kit(draft).ground
    look_round(ground)
    if ground.sheet is None:
        return ()
    document = ground.sheet.document.copy()
    check_standing(ground, document)
    return put_in_order(document.problems)


def _lists(path: Path, sort: str) -> tuple[Problem, ...]:
    folder = path.resolve().parent
    reach = Reach(folder.parent if sort == "catalogue" else folder, path if sort == "props" else None)
    look_over(reach.shelf)
    mine = [
        document
        for document in reach.shelf.documents
        if document.file and Path(document.file).resolve() == path.resolve()
    ]
    return put_in_order(problem for document in mine for problem in document.problems)
