"""What was done about items that lay about, judged: by how they lay, and by what was done to find their owner."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.belongings import ItemEvent, ItemSettled, LookedOver, OwnerSought, OwnerTold, PutDown, StepTaken, TakenUp
from game.course import ItemResolution
from game.duty import HOT, NO_RADIO, FourC, in_order, is_suspicious
from game.key import Key, KeyAct, Lies
from game.log import Log


class SignHeld(NamedTuple):
    """One of the three signs of how an item lies: whether it is so, and what the trainee said of it, if anything."""

    sign: str
    so: bool
    said: bool | None


@dataclass(frozen=True, slots=True)
class ItemJudged:
    """An item on which something was done, or which nobody explained.

    `act` is the act of the key that left it, if any · `lies` how it truly lay · `done` all that was done, in order ·
    `taken_up` if it was fetched again.
    """

    put: PutDown
    act: KeyAct | None
    lies: Lies
    done: tuple[ItemEvent, ...]
    taken_up: bool

    @property
    def said(self) -> LookedOver | None:
        """What the trainee said last of how it lies."""
        return next((event for event in reversed(self.done) if isinstance(event, LookedOver)), None)

    @property
    def signs(self) -> tuple[SignHeld, ...]:
        """How it truly lay beside what was said last of it, sign by sign."""
        return tuple(
            SignHeld(sign, getattr(self.lies, sign), getattr(self.said, sign) if self.said else None) for sign in HOT
        )

    @property
    def owner(self) -> int | None:
        """Who said that it was theirs."""
        told = [event.person for event in self.done if isinstance(event, OwnerTold) and event.how == "aloud"]
        return next((person for person in told if person is not None), None)

    @property
    def steps(self) -> tuple[FourC, ...]:
        """The four Cs that were taken, in order."""
        return tuple(event.step for event in self.done if isinstance(event, StepTaken))

    @property
    def sought(self) -> bool:
        """Whether an owner was looked for before anything was cleared."""
        return any(isinstance(event, OwnerSought) for event in self._before("clear"))

    @property
    def looked(self) -> bool:
        """Whether it was looked over before anything was cleared."""
        return any(isinstance(event, LookedOver) for event in self._before("clear"))

    @property
    def radioed_near(self) -> bool:
        """Whether word was sent from so near that no radio is to be used."""
        steps = (event for event in self.done if isinstance(event, StepTaken) and event.step == "communicate")
        return any(event.away is not None and event.away < NO_RADIO for event in steps)

    @property
    def suspicious(self) -> bool:
        """Whether it was to be treated as suspicious, by how it lay and as nobody came for it."""
        unclaimed = self.owner is None and not self.taken_up
        return unclaimed and is_suspicious(
            hidden=self.lies.hidden, obvious=self.lies.obvious, typical=self.lies.typical
        )

    @property
    def resolution(self) -> ItemResolution:
        """What was made of it."""
        settled = any(isinstance(event, ItemSettled) for event in self.done)
        if self.steps and self.suspicious:
            return "right" if in_order(self.steps) and not self.radioed_near else "out of order"
        if self.steps and set(self.steps) != {"confirm"}:
            return "too much"
        if self.suspicious:
            return "too little" if settled else "open"
        return "right" if settled or self.owner is not None else "open"

    def _before(self, step: FourC) -> Iterator[ItemEvent]:
        for event in self.done:
            if isinstance(event, StepTaken) and event.step == step:
                return
            yield event


def judge_items(key: Key, log: Log) -> tuple[ItemJudged, ...]:
    """Every item on which something was done, and every suspicious one that lay there to the end, in order."""
    acts = {(entry.person, act.act): act for entry in key.entries for act in entry.acts}
    done: dict[int, list[ItemEvent]] = {}
    taken = {event.item for event in log.of(TakenUp)}
    for event in log.events:
        if isinstance(event, ItemEvent):
            done.setdefault(event.item, []).append(event)
    judged = []
    for put in log.of(PutDown):
        act = acts.get((put.person, put.act)) if put.act is not None else None
        lies = act.leaves if act and act.leaves else Lies()
        item = ItemJudged(put, act, lies, tuple(done.get(put.item, ())), put.item in taken)
        if item.done or item.suspicious:
            judged.append(item)
    return tuple(judged)
