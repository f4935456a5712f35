"""Dealing with an item that lies about: which one, how it lies, whose it is, and what is done."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import assert_never

from game.acts import LookOver, SeekOwner, Settle, TakeStep
from game.belongings import ItemEvent, OwnerTold, PutDown
from game.duty import HOT, FourC, Outcome, Search
from game.exercise import Exercise
from game.picture import Annotation, FloorLabel
from game.widgets.page import Page

from ..actions import Hands
from ..choosing import Choosing
from ..viewing import Viewing

NONE_IN_VIEW = "No bag or parcel stands on the floor in this view."


@dataclass(frozen=True, slots=True)
class ItemPicked:
    """Look at this item, or at none any more."""

    item: int | None


@dataclass(frozen=True, slots=True)
class ItemSought:
    """Look at the next item in view, and put the keyboard on what can be done."""


@dataclass(frozen=True, slots=True)
class SignSaid:
    """Say of one of the three signs whether it is so."""

    sign: str
    so: bool


@dataclass(frozen=True, slots=True)
class LookGiven:
    """Say how it lies, once all three signs are said."""


@dataclass(frozen=True, slots=True)
class OwnerWanted:
    """Look for its owner in this way."""

    how: Search


@dataclass(frozen=True, slots=True)
class StepWanted:
    """Take one of the four Cs."""

    step: FourC


@dataclass(frozen=True, slots=True)
class ItemDone:
    """Have done with it."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ItemNeared:
    """Walk up to it."""


HandlingEvent = ItemPicked | ItemSought | SignSaid | LookGiven | OwnerWanted | StepWanted | ItemDone | ItemNeared


class Handling:
    """The item that is looked at, until a person is selected. `version` as elsewhere."""

    def __init__(self, exercise: Exercise, hands: Hands, choosing: Choosing, viewing: Viewing, page: Page) -> None:
        self.version = 0
        self.said: dict[str, bool] = {}
        """What is said so far of how it lies."""
        self._exercise, self._hands, self._choosing = exercise, hands, choosing
        self._viewing, self._page = viewing, page
        self._item: int | None = None
        self._about = -1
        self._told = 0

    @property
    def put(self) -> PutDown | None:
        """The item, if one is looked at that still lies there."""
        if self._item is None or self._about != self._choosing.selections:
            return None
        return self._exercise.unattended.lying.get(self._item)

    def find_done(self, item: int) -> list[ItemEvent]:
        """What was done about an item so far."""
        return [event for event in self._exercise.unattended.done if event.item == item]

    def find_told(self, item: int) -> OwnerTold | None:
        """What came last of looking for its owner."""
        told = (event for event in reversed(self.find_done(item)) if isinstance(event, OwnerTold))
        return next(told, None)

    def signs(self) -> tuple[Annotation, ...]:
        """What it is called, on the floor where it stands."""
        put = self.put
        return (FloorLabel((put.x, put.y, 0.0), put.kind, moved=(0, 18)),) if put else ()

    def keep_up(self) -> None:
        """Say what has been told since."""
        told = self._exercise.unattended.told
        for event in told[self._told :]:
            self._hands.say(event.text)
        self._told = len(told)

    def follow(self, event: Hashable) -> None:
        """After the key, put the keyboard on what can be done."""
        if isinstance(event, ItemSought) and self.put:
            self._page.turn_to(OwnerWanted("aloud"))

    def close(self) -> bool:
        """Look at no item any more; whether one was looked at."""
        was = self.put is not None
        self._item = None
        self.version += 1
        return was

    def take(self, event: HandlingEvent) -> None:
        """Do what a key or a button asks."""
        self.version += 1
        match event:
            case ItemPicked(item):
                self._pick(item)
            case ItemSought():
                self._seek()
            case SignSaid(sign, so):
                self.said = {**self.said, sign: so}
            case LookGiven() | OwnerWanted() | StepWanted() | ItemDone() | ItemNeared():
                if self.put:
                    self._do(event, self.put)
            case _:
                assert_never(event)

    def _do(self, event: LookGiven | OwnerWanted | StepWanted | ItemDone | ItemNeared, put: PutDown) -> None:
        match event:
            case LookGiven():
                if self.said.keys() == HOT.keys():
                    self._hands.do(LookOver(put.item, self.said["hidden"], self.said["obvious"], self.said["typical"]))
            case OwnerWanted(how):
                self._hands.do(SeekOwner(put.item, how))
            case StepWanted(step):
                self._hands.do(TakeStep(put.item, step))
            case ItemDone(outcome):
                self._hands.do(Settle(put.item, outcome))
            case ItemNeared():
                self._hands.go(put.x, put.y)
            case _:
                assert_never(event)

    def _pick(self, item: int | None) -> None:
        if item is None:
            self.close()
            return
        self._choosing.select_nobody()
        self._item, self._about, self.said = item, self._choosing.selections, {}

    def _seek(self) -> None:
        """The next of those in view, from left to right."""
        seen = self._choosing.items_in_view()
        if not seen:
            self._hands.say(NONE_IN_VIEW)
            return
        at = seen.index(self._item) + 1 if self._item in seen else 0
        self._pick(seen[at % len(seen)])
        put = self.put
        if put:
            self._viewing.looking.go(put.x, put.y)
            self._viewing.follow(on=False)
