"""What the checks of one scenario share: the draft, and its venue's words and floor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from threading import Lock

from ..model import Behaviour, Do, Role
from ..plans import Decoy, Planned, Subject, find_written_acts
from ..premises import Venue
from ..reading.document import Document, Path_
from ..reading.drafts import Draft
from ..reading.sheets import Items, M, Sheet
from ..reading.shelf import Reach, SharedShelf
from ..venue.free_floor import FreeFloor, survey
from ..venue.layout import Layout, layout
from .atlas import Atlas, Doubt, atlas
from .step_walk import Lengths, every, in_order

LARGEST = 300.0
SMALLEST = 5.0
"""Metres along a side of a venue."""
MOST_PROPS = 2000
"""In a venue; each is laid out, drawn and looked past, and a stranger's file may repeat one without end."""
KEPT = 32
"""Venues kept in memory with what is worked out from them."""


@dataclass(eq=False)
class VenueGround:
    """A venue with what is worked out from it once, however many scenarios play in it."""

    sheet: Sheet[Venue] | None
    shelf: SharedShelf
    troubled: set[str] = field(default_factory=set)
    """Names of the venue with which something is wrong that is already said."""
    doubts: dict[str, Sequence[tuple[Document, Path_, Doubt]]] = field(default_factory=dict)
    """Words for places that mean nothing here, by the role or behaviour in whose steps they stand."""
    checked: bool = False
    lock: Lock = field(default_factory=Lock, repr=False)

    @cached_property
    def atlas(self) -> Atlas:
        """The venue's words; empty and not whole if there is no venue to be read."""
        data = self.sheet.data if self.sheet else None
        whole = isinstance(data, dict) and self.shelf.props.whole
        return atlas(data, self.shelf.props.things, whole=whole)

    @cached_property
    def layout(self) -> Layout | None:
        """The venue with its props in place, if it is sound enough to be walked about in."""
        venue = self.sheet.value if self.sheet else None
        if venue is None or not in_size(venue) or sum(prop.repeat for prop in venue.props) > MOST_PROPS:
            return None
        if any(prop.prop not in self.shelf.props.things for prop in venue.props):
            return None
        return layout(venue, self.shelf.props.things)

    @cached_property
    def area(self) -> float:
        """Square metres that the crowd can come to; 0 if that cannot be said."""
        return self.floor.area() if self.floor else 0.0

    @cached_property
    def floor(self) -> FreeFloor | None:
        """Where feet can go."""
        return survey(self.layout) if self.layout else None


@dataclass
class Kit:
    """A draft with what is worked out from it once."""

    draft: Draft
    pages: dict[int, Document] = field(default_factory=dict)

    @cached_property
    def ground(self) -> VenueGround:
        """The venue."""
        return ground_of(self.draft.venue, self.draft.shelf)

    @property
    def troubled(self) -> set[str]:
        """Names of the venue with which something is wrong that is already said."""
        return self.ground.troubled

    @property
    def atlas(self) -> Atlas:
        """The venue's words."""
        return self.ground.atlas

    @property
    def layout(self) -> Layout | None:
        """The venue with its props in place, if it is sound enough."""
        return self.ground.layout

    @property
    def lengths(self) -> Lengths:
        """How long behaviours take at the least."""
        return lengths_of(self.draft.behaviours, None)

    def plays(self, name: str, *, role: bool) -> tuple[str, ...]:
        """The behaviours that the steps of a role, or of a behaviour, name."""
        return plays_of(self.draft.roles if role else self.draft.behaviours).get(name, ())

    @property
    def kinds_elsewhere(self) -> frozenset[str]:
        """The kinds of places that any venue within reach has, or that a behaviour is aimed at."""
        return kinds_within(self.draft.reach)

    def page(self, shared: Document) -> Document:
        """A copy of a shared file, for what is wrong with it in this scenario only."""
        if id(shared) not in self.pages:
            self.pages[id(shared)] = shared.copy()
        return self.pages[id(shared)]

    def documents(self) -> list[Document]:
        """Every file that was read for the scenario, with all that is wrong with it."""
        venue = [self.ground.sheet.document] if self.ground.sheet else []
        shared = [self.pages.get(id(document), document) for document in self.draft.shelf.documents]
        return [self.draft.sheet.document, *venue, *shared]


@lru_cache(maxsize=KEPT)
def ground_of(venue: Sheet[Venue] | None, shelf: SharedShelf) -> VenueGround:
    """The venue with the things that these files know; what is noted of it is noted of a copy."""
    return VenueGround(replace(venue, document=venue.document.copy()) if venue else None, shelf)


@lru_cache(maxsize=KEPT)
def kinds_within(reach: Reach) -> frozenset[str]:
    """The kinds of places that any venue within reach has, or that a behaviour is aimed at."""
    kinds = {kind for behaviour in reach.shelf.behaviours.things.values() for kind in behaviour.targets}
    for files in reach.venue_files.values():
        kinds.update(ground_of(reach.venue(files[0]), reach.shelf).atlas.kinds.values())
    return frozenset(kinds)


@lru_cache(maxsize=KEPT)
def plays_of(users: Items[Role] | Items[Behaviour]) -> dict[str, tuple[str, ...]]:
    """By the name of each role or behaviour: the behaviours that its steps name, each once."""
    return {name: tuple(dict.fromkeys(find_played(user))) for name, user in users.things.items()}


def find_played(user: Role | Behaviour) -> Iterator[str]:
    """The behaviours that the steps name."""
    return (step.do for _, step in every(user.steps, ()) if isinstance(step, Do))


@lru_cache(maxsize=KEPT)
def order_of(behaviours: Items[Behaviour]) -> tuple[list[str], list[list[str]]]:
    """The behaviours, each after all that it plays; and the rings of those that play themselves."""
    places = behaviours.places
    return in_order(
        {
            name: [(where, step.do) for where, step in every(behaviour.steps, places[name][1]) if isinstance(step, Do)]
            for name, behaviour in behaviours.things.items()
        }
    )


@lru_cache(maxsize=KEPT)
def lengths_of(behaviours: Items[Behaviour], stride: float | None) -> Lengths:
    """How long behaviours take, with so many seconds for each way walked; at the least if that is not said."""
    lengths = Lengths(behaviours.things, stride)
    for name in order_of(behaviours)[0]:
        lengths.add(name)
    return lengths


def find_planned_acts(kit: Kit) -> list[tuple[Path_, Planned]]:
    """Every tell and look-alike that is written out, each with its place."""
    people: list[tuple[Path_, Subject | Decoy, str]] = [
        *((path, subject, "tells") for path, subject in kit.draft.sheet.whole("subjects", Subject)),
        *((path, decoy, "look_alikes") for path, decoy in kit.draft.sheet.whole("decoys", Decoy)),
    ]
    return [((*path, key, n), act) for path, planned, key in people for n, act in enumerate(find_written_acts(planned))]


def in_size(venue: Venue) -> bool:
    """Whether the venue is of a size that can be walked and drawn."""
    return all(SMALLEST <= side <= LARGEST for side in venue.size)


def known(items: Items[M]) -> Sequence[str]:
    """The names of all things in the kit, those with faults too."""
    return tuple(items.names)


def complain_of(document: Document, path: Path_, doubt: Doubt | None) -> None:
    """Note the doubt, if there is one and nothing was said of this place yet."""
    if doubt:
        document.fault(doubt[0], path, doubt[1], doubt[2])
