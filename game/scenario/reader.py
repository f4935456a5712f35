"""Reading: from an author's file to a production, or to every problem at once."""

from pathlib import Path

from .checks.check import Finding, examine_file
from .model import Briefing, Clock, Crowd, Production, Scenario
from .reading.drafts import Draft, produce, supplies
from .reading.library import show_path
from .reading.problems import Invalid, Problem, errors
from .reading.shelf import Reaches

_FILES = {
    "venue": "a venue", "catalogue": "a list of behaviours", "roles": "a list of roles", "cues": "a list of cues",
    "props": "a list of props",
}  # fmt: skip


def read(path: Path | str) -> Production:
    """The scenario in the file with all that it refers to. Raises `Invalid` with every problem if it has errors."""
    return _take_production(examine_file(Path(path), Reaches()))


def look_into(path: Path | str) -> Production:
    """The scenario in the file; or, if it is a venue, that with a few people who come and go, to be looked at."""
    file, reaches = Path(path), Reaches()
    found = examine_file(file, reaches)
    if found.sort != "venue":
        return _take_production(found)
    draft = supplies(reaches.of(file.resolve().parent.parent), file)
    draft.id = file.stem
    draft.sheet.value = _visit(draft)
    production = produce(draft)
    if errors(found.problems) or production is None:
        raise Invalid(found.problems)
    return production


def _take_production(found: Finding) -> Production:
    if found.sort in _FILES:
        way_out = f"Name the file of a scenario{' that plays in it' if found.sort == 'venue' else ''}."
        said = f"This is {_FILES[found.sort]}, and a scenario is needed here."
        raise Invalid([Problem("SL008", "error", show_path(found.path), 1, 1, said, way_out)])
    if found.production is None:
        raise Invalid(found.problems)
    return found.production


def _visit(draft: Draft) -> Scenario | None:
    venue, roles = draft.venue.value if draft.venue else None, draft.roles.things
    role = (
        "passer-by" if "passer-by" in roles else next((other.role for other in roles.values() if not other.staff), None)
    )
    if venue is None or role is None:
        return None
    return Scenario(
        scenario=venue.venue, venue=draft.venue_id, summary="The venue alone.",
        briefing=Briefing(objective="Look at the venue.", text="People come and go."),
        clock=Clock(starts="12:00", lasts="3 min"), crowd=(Crowd(role=role, arrive="12 per minute"),),
    )  # fmt: skip
