"""Checking any of an author's files: scenarios with all they refer to, venues, catalogues, roles, cues and props."""

from collections.abc import Sequence
from pathlib import Path

from game import shipped

from ..reading.document import Document, Listing, Mapping
from ..reading.drafts import Draft, drafted, supplies
from ..reading.library import is_shipped, library, shown
from ..reading.problems import Problem, Spot, errors, ordered
from ..reading.source import load
from .advice import advise
from .behaviour_rules import check_behaviours, check_places, check_roles, on_stage, played
from .kit import Kit
from .plan_rules import check_plan, plays
from .set_rules import check_doors, check_posts, check_texts
from .venue_rules import check_props, check_standing, check_venue

_LISTS = {
    "tell": "catalogue",
    "look_alike": "catalogue",
    "everyday": "catalogue",
    "role": "roles",
    "family": "cues",
    "prop": "props",
}


def check(paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem in the files, or in all that is shipped if none is named; folders stand for the files in them."""
    files = [file for path in paths for file in _files(path)] if paths else shipped_files()
    return ordered(problem for file in files for problem in check_file(file))


def shipped_files() -> list[Path]:
    """Every file of the shipped library."""
    shared = [shipped.SCENARIOS / "roles.yaml", shipped.SCENARIOS / "cues.yaml", shipped.ASSETS / "props.yaml"]
    lists = [*sorted(shipped.SCENARIOS.glob("catalogue/*.yaml")), *(path for path in shared if path.exists())]
    return [*library(), *sorted(shipped.SCENARIOS.glob("venues/*.yaml")), *lists]


def scenarios(paths: Sequence[Path] = ()) -> list[Path]:
    """Those of the files, or of all that is shipped, that are scenarios."""
    if not paths:
        return list(library())
    files = [file for path in paths for file in _files(path)]
    return [file for file in files if _sort(load(file, shown(file))) == "scenario"]


def sorts(paths: Sequence[Path] = ()) -> list[str]:
    """What sorts of files `check` would look at: scenario, venue, catalogue, …"""
    return [sort_of(file) for file in ([file for path in paths for file in _files(path)] if paths else shipped_files())]


def check_file(path: Path) -> tuple[Problem, ...]:
    """The problems of one file and of all that it refers to."""
    document = load(path, shown(path))
    if document.root is None:
        return ordered(document.problems)
    sort = _sort(document)
    if sort == "scenario":
        return check_draft(drafted(path))
    if sort == "venue":
        return _venue(path)
    if sort in ("catalogue", "roles", "cues", "props"):
        return _lists(path, sort)
    document.complain(
        "SL008",
        Spot(),
        "This is none of the files that are known here.",
        "A scenario begins with `scenario:`, a venue with `venue:`, and a list of behaviours with `- tell:`, "
        "`- look_alike:` or `- everyday:`.",
    )
    return ordered(document.problems)


def sort_of(path: Path) -> str:
    """What sort of file it is, by its first words: scenario, venue, catalogue …; empty if that cannot be said."""
    return _sort(load(path, shown(path)))


def check_draft(draft: Draft) -> tuple[Problem, ...]:
    """The problems of a scenario, as far as it could be read, and of what it draws on."""
    kit = Kit(draft)
    _shared(kit)
    check_venue(kit)
    check_plan(kit)
    roles, acts = plays(kit)
    playing = list(on_stage(kit, roles, acts))
    used = {*roles, *acts, *(name for named, one in playing for name in (named, *played(one)))}
    check_places(kit, playing)
    if not errors(draft.sheet.document.problems):
        advise(kit)
        check_posts(kit)
    _set(kit)
    return ordered(problem for problem in draft.problems() if not _elsewhere(kit, problem, used))


def _elsewhere(kit: Kit, problem: Problem, used: set[str]) -> bool:
    """Whether the problem lies in a part of the shipped lists that this scenario does not draw on."""
    for items in (kit.draft.roles, kit.draft.behaviours, kit.draft.props):
        document = next((one for one in items.documents if one.file == problem.file), None)
        if document and is_shipped(document.file):
            name = items.around(document, problem.line)
            return name is not None and name not in used and items is not kit.draft.props
    return False


def _shared(kit: Kit) -> None:
    check_behaviours(kit)
    check_roles(kit)
    check_props(kit.draft.props)


def _files(path: Path) -> list[Path]:
    try:
        found = sorted(path.rglob("*.yaml")) if path.is_dir() else []
    except (OSError, ValueError):
        found = []
    return found or [path]


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


def _venue(path: Path) -> tuple[Problem, ...]:
    kit = Kit(supplies(path.resolve().parent.parent, venue=path))
    check_venue(kit)
    check_standing(kit)
    _set(kit)
    return ordered(kit.draft.venue.document.problems if kit.draft.venue else ())


def _set(kit: Kit) -> None:
    if kit.draft.venue and not errors(kit.draft.venue.document.problems):
        check_doors(kit)
        check_texts(kit)


def _lists(path: Path, sort: str) -> tuple[Problem, ...]:
    folder = path.resolve().parent
    kit = Kit(supplies(folder.parent if sort == "catalogue" else folder, props=path if sort == "props" else None))
    _shared(kit)
    mine = [
        document
        for document in kit.draft.documents()
        if document.file and Path(document.file).resolve() == path.resolve()
    ]
    return ordered(problem for document in mine for problem in document.problems)
