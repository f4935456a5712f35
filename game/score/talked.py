"""Talks told again: with whom, what was asked and answered, and beside each answer what was so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from game.claims import agrees
from game.log import Approached, Asked, CameUp, Checked, Log, Met, Parted, Replied, Spoke

So = Callable[[Replied, Log], str]
"""What was so of the fact that an answer is about, as a claim would put it, by the log up to then; "" of no fact."""
Held = Literal["so", "not so", "nothing claimed", "no fact"]
"""An answer held against what was so: it agrees, differs, claims nothing of it, or there is no fact to hold it to."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, the answer if there was one, what was so of it, and whether control was asked to check it."""

    asked: Asked
    replied: Replied | None = None
    so: str = ""
    checked: bool = False

    @property
    def held(self) -> Held:
        """The answer held against what was so."""
        if self.replied is None or not self.so:
            return "no fact"
        if not self.replied.claim:
            return "nothing claimed"
        return "so" if agrees(self.replied.claim, self.so) else "not so"


@dataclass(slots=True)
class TalkTold:
    """One talk, from setting off, or somebody's coming up, to parting, if it came to that."""

    began: Approached | CameUp
    opening: Spoke | None = None
    met: bool = False
    exchanges: list[Exchange] = field(default_factory=list)
    last_words: str = ""
    """What they said as they parted."""
    parted: Parted | None = None

    @property
    def person(self) -> int:
        """With whom."""
        return self.began.person

    @property
    def ended(self) -> int:
        """The tick of parting, or of the last thing said."""
        said = (exchange.replied.tick for exchange in self.exchanges if exchange.replied)
        return self.parted.tick if self.parted else max(said, default=self.began.tick)


def tell_talks(log: Log, so: So) -> tuple[TalkTold, ...]:
    """Every talk of a run, in order."""
    checked = {(event.person, event.topic, event.act) for event in log.of(Checked)}
    talks: list[TalkTold] = []
    for position, event in enumerate(log.events):
        talk = talks[-1] if talks and not talks[-1].parted else None
        match event:
            case Approached() | CameUp():
                talks.append(TalkTold(event, met=isinstance(event, CameUp)))
            case Replied() if talk and talk.exchanges and event.topic:
                was = so(event, Log(log.events[: position + 1]))
                looked_up = (event.person, event.topic, event.act) in checked
                talk.exchanges[-1] = Exchange(talk.exchanges[-1].asked, event, was, looked_up)
            case Replied() if talk and not event.topic:
                talk.last_words = event.text
            case Met() if talk:
                talk.met = True
            case Spoke() if talk:
                talk.opening = event
            case Asked() if talk:
                talk.exchanges.append(Exchange(event))
            case Parted() if talk and talk.person == event.person:
                talk.parted = event
    return tuple(talks)
