"""What the checks of one scenario share: the draft, its venue's words and floor, and the words of looks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Venue
from ..plans import Decoy, Planned, Subject, written_acts
from ..reading.document import Document, Path_
from ..reading.drafts import Draft, Items, M
from ..reading.library import beside
from ..reading.source import load
from ..venue.free_floor import FreeFloor, survey
from ..venue.layout import Layout, layout
from .atlas import Atlas, atlas

LARGEST = 300.0
SMALLEST = 5.0
"""Metres along a side of a venue."""
MOST_PROPS = 2000


@dataclass
class Kit:
    """A draft with what is worked out from it once."""

    draft: Draft
    troubled: set[str] = field(default_factory=set)
    """Names of the venue with which something is wrong that is already said."""

    @cached_property
    def atlas(self) -> Atlas:
        """The venue's words; empty and not whole if there is no venue to be read."""
        venue = self.draft.venue
        data = venue.data if venue else None
        whole = isinstance(data, dict) and self.draft.props.whole
        return atlas(data, self.draft.props.things, whole=whole)

    @cached_property
    def layout(self) -> Layout | None:
        """The venue with its props in place, if it is sound enough to be walked about in."""
        venue = self.draft.venue.value if self.draft.venue else None
        if venue is None or not in_size(venue) or sum(prop.repeat for prop in venue.props) > MOST_PROPS:
            return None
        if any(prop.prop not in self.draft.props.things for prop in venue.props):
            return None
        return layout(venue, self.draft.props.things)

    @cached_property
    def floor(self) -> FreeFloor | None:
        """Where feet can go."""
        return survey(self.layout) if self.layout else None

    @cached_property
    def kinds_elsewhere(self) -> set[str]:
        """The kinds of places that any venue within reach has, or that a behaviour is aimed at."""
        kinds = {kind for one in self.draft.behaviours.things.values() for kind in one.targets}
        for path in beside(self.draft.folder, "venues/*.yaml"):
            kinds.update(atlas(load(path, "").plain(), self.draft.props.things, whole=True).kinds.values())
        return kinds


def planned_acts(kit: Kit) -> list[tuple[Path_, Planned]]:
    """Every tell and look-alike that is written out, each with its place."""
    people: list[tuple[Path_, Subject | Decoy, str]] = [
        *((path, one, "tells") for path, one in kit.draft.sheet.each("subjects", Subject)),
        *((path, one, "look_alikes") for path, one in kit.draft.sheet.each("decoys", Decoy)),
    ]
    return [((*path, key, n), act) for path, one, key in people for n, act in enumerate(written_acts(one))]


def in_size(venue: Venue) -> bool:
    """Whether the venue is of a size that can be walked and drawn."""
    return all(SMALLEST <= side <= LARGEST for side in venue.size)


def known(items: Items[M]) -> Iterable[str]:
    """The names of all things in the kit, those with faults too."""
    return dict.fromkeys(items.names)


def complain_of(document: Document, path: Path_, doubt: tuple[str, str, str] | None) -> None:
    """Note the doubt, if there is one and nothing was said of this place yet."""
    if doubt:
        document.fault(doubt[0], path, doubt[1], doubt[2])
