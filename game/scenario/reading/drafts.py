"""A scenario with all it refers to, as far as it can be read; what is wrong is noted where it stands."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..model import Behaviour, CueFamily, Production, Role, Scenario
from ..premises import PropKind, Venue
from . import short_forms
from .document import Document
from .library import is_plain_name, show_path
from .near_names import offer
from .sheets import Items, Sheet, sheet_of
from .shelf import Reach, SharedShelf


@dataclass
class Draft:
    """A scenario as far as it could be read."""

    id: str
    reach: Reach
    sheet: Sheet[Scenario]
    venue_id: str
    venue: Sheet[Venue] | None

    @property
    def shelf(self) -> SharedShelf:
        """The files that it shares with others."""
        return self.reach.shelf

    @property
    def behaviours(self) -> Items[Behaviour]:
        """The catalogue."""
        return self.shelf.behaviours

    @property
    def roles(self) -> Items[Role]:
        """The roles."""
        return self.shelf.roles

    @property
    def families(self) -> Items[CueFamily]:
        """The cues, family by family."""
        return self.shelf.families

    @property
    def props(self) -> Items[PropKind]:
        """The kit of props."""
        return self.shelf.props

    def venues(self) -> list[str]:
        """The names of the venues within reach."""
        return self.reach.venues()


def draft_scenario(path: Path, document: Document, reach: Reach) -> Draft:
    """The scenario in the document, as far as it can be read; its problems are in its documents."""
    sheet = sheet_of(document, Scenario, short_forms.scenario)
    venue_id, venue = _venue(sheet, reach)
    return Draft(path.stem, reach, sheet, venue_id, venue)


def supplies(reach: Reach, venue: Path | None = None) -> Draft:
    """What a scenario would have to draw on, without a scenario."""
    nothing: Sheet[Scenario] = Sheet(Document(""), Scenario, None, None)
    return Draft("", reach, nothing, venue.stem if venue else "", reach.venue(venue) if venue else None)


def produce(draft: Draft) -> Production | None:
    """The production, if all its parts could be read."""
    if draft.sheet.value is None or draft.venue is None or draft.venue.value is None:
        return None
    return Production(
        id=draft.id,
        scenario=draft.sheet.value,
        venue_id=draft.venue_id,
        venue=draft.venue.value,
        behaviours=draft.behaviours.things,
        roles=draft.roles.things,
        families=tuple(draft.families.things.values()),
        props=draft.props.things,
        looks=draft.shelf.looks,
        speech=draft.shelf.speech,
    )


def _venue(sheet: Sheet[Scenario], reach: Reach) -> tuple[str, Sheet[Venue] | None]:
    document = sheet.document
    name = sheet.data.get("venue") if isinstance(sheet.data, dict) else None
    if not isinstance(name, str) or document.quiet(("venue",)):
        return "", None
    spot = document.spot(("venue",))
    if not is_plain_name(name):
        path = name.startswith(".") or name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
        document.complain(
            "SL315",
            spot,
            "A venue is given by its name, not by a path."
            if path
            else "A venue is named by its file's name, which holds letters, digits, `_` and `-`, but no spaces.",
            partial(offer, Path(name[:200]).stem, reach.venues(), "The venues are"),
        )
        return "", None
    files = reach.venue_files.get(name, [])
    if not files:
        document.complain("SL301", spot, f"There is no venue `{name}`.", partial(_where_else, name, reach))
        return name, None
    own = [path for path in files if path.parent == files[0].parent]
    if len(own) > 1:
        said = f"There are {len(own)} files of this venue, and `{own[0].name}` is read."
        document.complain("SL310", spot, said, f"Give `{own[1].name}` another name, or delete it.", "advice")
    return name, reach.venue(files[0])


def _where_else(name: str, reach: Reach) -> str:
    """The way out if there is no venue of a name: a file that lies or is called a little otherwise, or another name."""
    for path in (reach.folder / f"{name}.yaml", reach.folder / f"{name}.yml", reach.folder / "venue" / f"{name}.yaml"):
        if path.is_file():
            return (
                f"There is a file `{show_path(path)}`: move it into the folder `{show_path(reach.folder / 'venues')}`."
            )
    if strays := [path for path in reach.strays if path.name.startswith(f"{name}.")]:
        return f"There is a file `{show_path(strays[0])}`: give it the name `{name}.yaml`."
    return offer(name, reach.venues(), "The venues are")
