"""Reading: from an author's file to a production, or to every problem at once."""

from pathlib import Path

from .checks.check import check_draft, check_file, sort_of
from .model import Briefing, Clock, Crowd, Production, Scenario
from .reading.drafts import Draft, drafted, produced, supplies
from .reading.library import shown
from .reading.problems import Invalid, Problem, errors

_FILES = {
    "venue": "a venue", "catalogue": "a list of behaviours", "roles": "a list of roles", "cues": "a list of cues",
    "props": "a list of props",
}  # fmt: skip


def read(path: Path | str) -> Production:
    """The scenario in the file with all that it refers to. Raises `Invalid` with every problem if it has errors."""
    file = Path(path)
    if (sort := sort_of(file)) in _FILES:
        way_out = "Name the file of a scenario that plays in it." if sort == "venue" else "Name the file of a scenario."
        said = f"This is {_FILES[sort]}, and a scenario is needed here."
        raise Invalid([Problem("SL008", "error", shown(file), 1, 1, said, way_out)])
    draft = drafted(file)
    problems = check_draft(draft)
    production = produced(draft)
    if errors(problems) or production is None:
        raise Invalid(problems)
    return production


def look_into(path: Path | str) -> Production:
    """The scenario in the file; or, if it is a venue, that with a few people who come and go, to be looked at."""
    file = Path(path)
    if sort_of(file) != "venue":
        return read(file)
    problems = check_file(file)
    draft = supplies(file.resolve().parent.parent, venue=file)
    draft.id = file.stem
    draft.sheet.value = _visit(draft)
    production = produced(draft)
    if errors(problems) or production is None:
        raise Invalid(problems)
    return production


def _visit(draft: Draft) -> Scenario | None:
    venue, roles = draft.venue.value if draft.venue else None, draft.roles.things
    role = "passer-by" if "passer-by" in roles else next((one.role for one in roles.values() if not one.staff), None)
    if venue is None or role is None:
        return None
    return Scenario(
        scenario=venue.venue, venue=draft.venue_id, summary="The venue alone.",
        briefing=Briefing(objective="Look at the venue.", text="People come and go."),
        clock=Clock(starts="12:00", lasts="3 min"), crowd=(Crowd(role=role, arrive="12 per minute"),),
    )  # fmt: skip
