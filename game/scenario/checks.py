"""Checking any of an author's files: scenarios with all they refer to, venues, catalogues, roles, cues and props."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from . import shape
from .advice import advise
from .check_behaviours import check_behaviours, check_places, check_roles, on_stage
from .check_plan import check_plan, plays
from .check_venue import check_props, check_venue
from .document import Document, Listing, Mapping
from .kit import Kit
from .library import ASSETS, SCENARIOS, beside, library, shown
from .model import Venue
from .problems import Problem, Spot, ordered
from .drafts import Draft, drafted, kit_of, sheet_of
from .source import load

_LISTS = {"tell": "catalogue", "look_alike": "catalogue", "everyday": "catalogue", "role": "roles", "family": "cues", "prop": "props"}


def check(paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem in the files, or in all that is shipped if none is named; folders stand for the files in them."""
    files = [file for path in paths for file in _files(path)] if paths else shipped()
    return ordered(problem for file in files for problem in check_file(file))


def shipped() -> list[Path]:
    """Every file of the shipped library."""
    return [*library(), *sorted(SCENARIOS.glob("venues/*.yaml"))]


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
        "SL008", Spot(), "This is none of the files that are known here.",
        "A scenario begins with `scenario:`, a venue with `venue:`, and lists of behaviours with `- tell:`, `- look_alike:` or `- everyday:`.",
    )
    return ordered(document.problems)


def check_draft(draft: Draft) -> tuple[Problem, ...]:
    """The problems of a scenario, as far as it could be read."""
    kit = Kit(draft)
    _shared(kit)
    if draft.venue:
        check_venue(draft.venue, draft.props)
    check_plan(kit)
    check_places(kit, on_stage(kit, *plays(kit)))
    if not any(problem.severity == "error" for problem in draft.problems()):
        advise(kit)
    return draft.problems()


def _shared(kit: Kit) -> None:
    check_behaviours(kit)
    check_roles(kit)
    check_props(kit.draft.props)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob("*.yaml"))
    return found or [path]


def _sort(document: Document) -> str:
    root = document.root
    if isinstance(root, Mapping):
        keys = root.keys()
        if "scenario" in keys or {"crowd", "briefing", "clock", "subjects"} & set(keys):
            return "scenario"
        return "venue" if {"venue", "portals", "places", "walls"} & set(keys) else ""
    if isinstance(root, Listing) and root.items and isinstance(root.items[0], Mapping):
        return next((_LISTS[key] for key in root.items[0].keys() if key in _LISTS), "")
    return ""


def _venue(path: Path) -> tuple[Problem, ...]:
    sheet, props = sheet_of(path, Venue), kit_of(path.parent).props
    check_venue(sheet, props)
    return ordered(sheet.document.problems)


def _lists(path: Path, sort: str) -> tuple[Problem, ...]:
    folder = path.resolve().parent
    kit = Kit(kit_of(folder.parent if sort == "catalogue" else folder, path if sort == "props" else None))
    _shared(kit)
    mine = [document for document in kit.draft.documents() if Path(document.file).resolve() == path.resolve()]
    return ordered(problem for document in mine for problem in document.problems)
