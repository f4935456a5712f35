"""Items that lie about: looking them over, looking for whose they are, the four Cs, and having done with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from game.acts import ItemAct, LookOver, SeekOwner, Settle, TakeStep
from game.belongings import (
    ItemEvent,
    ItemSettled,
    LookedOver,
    LookTold,
    OwnerSought,
    OwnerTold,
    PutDown,
    StepDone,
    StepTaken,
    TakenUp,
)
from game.clock import ticks
from game.duty import CLEARED, FOUR_CS, TAKES, FourC, Search
from game.geometry import step_length
from game.log import Log, WorldEvent
from game.view import Snapshot

from . import refusal
from .officer import Officer
from .refusal import Refusal
from .talk_state import SpeakingWorld

NEAR = 8.0
"""Metres from which one sees how an item lies."""
IN_HEARING = 14.0
"""Metres from an item within which one is heard who asks aloud whose it is; from the control room all hear it, by the
loudspeakers."""
SENT_EVERY = 4
"""Ticks between two people who are sent off: one says "this way, please" to a few in every second."""
ASKING, LOOKING_BACK = 60, 220
"""Ticks until it is clear that nobody speaks up, and until control has found the pictures."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who an owner turned out to be, if anybody, and in what words that is told."""

    person: int | None
    words: str


class Owners(Protocol):
    """Who knows whose an item is, and whether they say so when asked."""

    def speaks_up(self, put: PutDown, heard: bool, log: Log) -> Owner:
        """Who says that it is theirs, if they `heard` the question; nobody does whose plan it was to leave it."""
        ...

    def say_how_it_lies(self, put: PutDown, said: LookedOver) -> str:
        """How it truly lies, sign by sign, beside what was said of it."""
        ...

    def see_leaving(self, put: PutDown, now: Snapshot, log: Log) -> Owner:
        """Whom a camera saw leave it; nobody, if none looks at the spot."""
        ...


@dataclass
class StepUnderWay:
    """One of the four Cs that is being done until a tick, and who has been sent off in it so far."""

    until: int
    put: PutDown
    step: FourC
    sent: set[int] = field(default_factory=set)


class Unattended:
    """`lying` are the items on the floor, by their numbers. Without people who can hear nobody speaks up."""

    def __init__(
        self, floor: SpeakingWorld | None, owners: Owners | None, officer: Officer | None, *, told: bool = False
    ) -> None:
        """With an `officer` the trainee goes up to an item; from the control room it is seen by camera.

        What is said of how one lies is answered at once if it is `told`, as in practice.
        """
        self.lying: dict[int, PutDown] = {}
        self.told: list[OwnerTold] = []
        """What came of looking for owners, in order."""
        self.done: list[ItemEvent] = []
        """All that was done about items, in order."""
        self._floor, self._owners, self._officer = floor, owners, officer
        self._due: list[tuple[int, PutDown, Search]] = []
        self._told = told
        self.under_way: list[StepUnderWay] = []
        """The four Cs that are being done just now."""

    def heed(self, happened: Sequence[WorldEvent]) -> bool:
        """Take in what was put down and taken up; whether anything was."""
        changed = False
        for event in happened:
            if isinstance(event, PutDown):
                self.lying[event.item] = event
                changed = True
            elif isinstance(event, TakenUp):
                changed |= self.lying.pop(event.item, None) is not None
        return changed

    def take(self, act: ItemAct, tick: int) -> list[ItemEvent] | Refusal:
        """What comes of an act at once, or why it cannot be done."""
        put = self.lying.get(act.item)
        if put is None:
            return refusal.NO_ITEM
        far = self._away(put)
        done: ItemEvent
        match act:
            case LookOver(item, hidden, obvious, typical):
                if far is not None and (far > NEAR or not self._sees(put)):
                    return refusal.ITEM_TOO_FAR
                done = LookedOver(tick, item, hidden, obvious, typical)
            case SeekOwner(item, how):
                if how == "aloud" and far is not None and far > NEAR:
                    return refusal.ITEM_TOO_FAR
                if any(call[1].item == item and call[2] == how for call in self._due):
                    return refusal.ASKED_ALREADY
                self._due.append((tick + (ASKING if how == "aloud" else LOOKING_BACK), put, how))
                done = OwnerSought(tick, item, how)
            case TakeStep(item, step):
                if refused := self._begin(put, step, tick):
                    return refused
                done = StepTaken(tick, item, step, None if far is None else round(far, 1))
            case Settle(item, outcome):
                done = ItemSettled(tick, item, outcome)
        events = [done, *self._tell_at_once(put, done)]
        self.done += events
        return events

    def _begin(self, put: PutDown, step: FourC, tick: int) -> Refusal | None:
        """Begin one of the four Cs, or say why not."""
        if step not in FOUR_CS:
            return refusal.NO_ITEM
        if any(step_under_way.put.item == put.item for step_under_way in self.under_way):
            return refusal.STEP_UNDER_WAY
        self.under_way.append(StepUnderWay(tick + ticks(TAKES[step]), put, step))
        return None

    def _tell_at_once(self, put: PutDown, done: ItemEvent) -> list[ItemEvent]:
        """In practice, how an item lies that has just been looked over."""
        if not (isinstance(done, LookedOver) and self._told and self._owners is not None):
            return []
        return [LookTold(done.tick, put.item, self._owners.say_how_it_lies(put, done))]

    def step(self, tick: int, see: Callable[[], Snapshot], log: Log) -> list[ItemEvent]:
        """What is told at this tick, and which steps are done with; `see` gives what there is to be seen."""
        return [*self._go_on(tick), *self._hear_back(tick, see, log)]

    def _go_on(self, tick: int) -> list[StepDone]:
        """Let the steps take their time; while one clears, people near it are sent off, the nearest first."""
        for step_under_way in self.under_way:
            if step_under_way.step == "clear" and self._floor is not None and tick % SENT_EVERY == 0:
                near = self._floor.near(step_under_way.put.x, step_under_way.put.y, CLEARED)
                left = (person for person in near if person not in step_under_way.sent)
                step_under_way.sent.update(islice((person for person in left if self._floor.send_off(person)), 1))
        over = [step_under_way for step_under_way in self.under_way if step_under_way.until <= tick]
        self.under_way = [step_under_way for step_under_way in self.under_way if step_under_way.until > tick]
        done = [
            StepDone(tick, step_under_way.put.item, step_under_way.step, len(step_under_way.sent))
            for step_under_way in over
        ]
        self.done += done
        return done

    def _hear_back(self, tick: int, see: Callable[[], Snapshot], log: Log) -> list[OwnerTold]:
        """What comes of looking for owners at this tick."""
        if not self._due or self._owners is None:
            return []
        due = [call for call in self._due if call[0] <= tick]
        self._due = [call for call in self._due if call[0] > tick]
        told = [self._tell(self._owners, put, how, see(), log) for _, put, how in due]
        self.told += told
        self.done += told
        return told

    def _tell(self, owners: Owners, put: PutDown, how: Search, now: Snapshot, log: Log) -> OwnerTold:
        if how == "cameras":
            owner = owners.see_leaving(put, now, log)
        else:
            owner = owners.speaks_up(put, self._hears(put), log)
            if owner.person is not None and self._floor is not None and put.item in self.lying:
                self._floor.fetch(owner.person)
        return OwnerTold(now.tick, put.item, how, owner.person, owner.words)

    def _hears(self, put: PutDown) -> bool:
        """Whether whoever put it down hears the question."""
        at = self._floor.where(put.person) if self._floor else None
        if at is None:
            return False
        return self._officer is None or (at[0] - put.x) ** 2 + (at[1] - put.y) ** 2 <= IN_HEARING**2

    def _away(self, put: PutDown) -> float | None:
        """How far off one's own figure is (m); None from the control room."""
        if self._officer is None:
            return None
        return step_length(self._officer.x - put.x, self._officer.y - put.y)

    def _sees(self, put: PutDown) -> bool:
        return self._officer is None or self._officer.sees_point(put.x, put.y)
