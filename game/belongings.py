"""What happens to things that are put down, and what a trainee does about them: events, as those of `log`."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.bounds import Item, Metres, Said, Topic
from game.duty import FourC, Outcome, Search


@dataclass(frozen=True, slots=True)
class PutDown:
    """A person put a bag or a parcel down on the floor (m): the `item`-th so far. `act` is that of their part."""

    tick: int
    person: int
    item: Item
    kind: Topic
    x: Metres
    y: Metres
    act: int | None = None


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A person took an item up again."""

    tick: int
    person: int
    item: Item


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The trainee looked an item over and said how it lies: hidden, obviously suspicious, typical of lost property."""

    tick: int
    item: Item
    hidden: bool
    obvious: bool
    typical: bool


@dataclass(frozen=True, slots=True)
class OwnerSought:
    """The trainee asked aloud whose an item is, or had control look back who left it ("cameras")."""

    tick: int
    item: Item
    how: Search


@dataclass(frozen=True, slots=True)
class OwnerTold:
    """What came of it: who says that it is theirs, or whom the cameras saw leave it; None if that is nobody."""

    tick: int
    item: Item
    how: Search
    person: int | None
    text: Said


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The trainee took one of the four Cs about an item, so many metres `away` from it; None from the control room."""

    tick: int
    item: Item
    step: FourC
    away: Annotated[float, Field(ge=0, le=2000)] | None = None


@dataclass(frozen=True, slots=True)
class StepDone:
    """One of the four Cs has been done to its end; `moved` people were sent off in it."""

    tick: int
    item: Item
    step: FourC
    moved: Annotated[int, Field(ge=0, le=10_000)] = 0


@dataclass(frozen=True, slots=True)
class LookTold:
    """In practice: how the item that was looked over truly lies, beside what was said of it."""

    tick: int
    item: Item
    text: Said


@dataclass(frozen=True, slots=True)
class ItemSettled:
    """The trainee has done with an item."""

    tick: int
    item: Item
    outcome: Outcome


ItemEvent = LookedOver | LookTold | OwnerSought | OwnerTold | StepTaken | StepDone | ItemSettled
