"""Whom control follows on the cameras, or colleagues look out for by a description, and what they tell of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.duty import DECISIONS
from game.geometry import Point
from game.log import Decided, Left, Log, Reported, Sighted
from game.view import Snapshot

EVERY = 10
"""Ticks between two looks."""
SETS_IN = 150
"""Ticks until anybody looks: a description is passed on and a camera turned in a quarter of a minute."""
GIVES_UP = 900
"""Ticks after which nobody looks any more who has seen nothing: a minute and a half of a scene of six."""
JUST_NOW = 20
"""Ticks for which it is taken to be known by which way somebody went, once they are out of the picture."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """Somebody who was seen: who, where (m), and in what words it is told."""

    person: int
    at: Point
    words: str


class Eyes(Protocol):
    """The cameras and the colleagues on the floor: what they truly see now, and how they tell it."""

    def on_camera(self, person: int, now: Snapshot, log: Log) -> Spotted | None:
        """A person on whom a camera looks freely."""
        ...

    def find_fitting(self, looks: Sequence[str], now: Snapshot, log: Log) -> Spotted | None:
        """Somebody before a colleague whom a description fits, given as `heading: words`; nobody if it fits many."""
        ...

    def sees_out(self, person: int, at: Point, log: Log) -> str:
        """The words for somebody who has gone out, seen last at this point (m)."""
        ...

    def finds_nobody(self, person: int, looks: Sequence[str] | None, now: Snapshot, log: Log) -> str:
        """The words for having seen nobody, or by a description too many."""
        ...


@dataclass(slots=True)
class Lookout:
    """Somebody looked out for from a tick on: by their `looks` as described, or None by camera.

    `seen` is when and where a camera had them last.
    """

    person: int
    since: int
    looks: tuple[str, ...] | None = None
    seen: tuple[int, Point] | None = None


class Lookouts:
    """`told` is what came back, in order. Without `eyes` nobody looks out for anybody."""

    def __init__(self, eyes: Eyes | None) -> None:
        self.told: list[Sighted] = []
        self._eyes = eyes
        self._out: list[Lookout] = []
        self._circulated: set[int] = set()
        """About whom it was decided last to circulate a description."""

    def heed(self, event: Decided | Reported) -> None:
        """Begin to look out, if that was decided at a post that may do so; by a description once it is given."""
        person = event.person
        if isinstance(event, Reported):
            looks = tuple(line.about for line in event.lines if line.kind == "look")
            if person in self._circulated and looks:
                self._out = [lookout for lookout in self._out if lookout.person != person or lookout.looks is None]
                self._out.append(Lookout(person, event.tick, looks))
            return
        self._circulated.discard(person)
        if event.post in DECISIONS[event.decision].closed:
            return
        if event.decision == "circulate":
            self._circulated.add(person)
        elif event.decision == "ask control" and not any(
            lookout.person == person and not lookout.looks for lookout in self._out
        ):
            self._out.append(Lookout(person, event.tick))

    def step(self, tick: int, see: Callable[[], Snapshot], log: Log) -> list[Sighted]:
        """What is told at this tick; `see` gives what there is to be seen."""
        if self._eyes is None or not self._out or tick % EVERY:
            return []
        now, told = see(), []
        for lookout in list(self._out):
            if tick - lookout.since >= SETS_IN:
                told += self._look(self._eyes, lookout, now, log)
        self.told += told
        return told

    def _look(self, eyes: Eyes, lookout: Lookout, now: Snapshot, log: Log) -> list[Sighted]:
        if lookout.looks is None:
            return self._follow(eyes, lookout, now, log)
        spotted = eyes.find_fitting(lookout.looks, now, log)
        if spotted is None:
            return self._give_up(eyes, lookout, now, log)
        self._out.remove(lookout)
        return [Sighted(now.tick, lookout.person, spotted.person, "colleague", spotted.words)]

    def _follow(self, eyes: Eyes, lookout: Lookout, now: Snapshot, log: Log) -> list[Sighted]:
        """By camera: told once they are found, and once more when they go."""
        spotted, first = eyes.on_camera(lookout.person, now, log), lookout.seen is None
        if spotted:
            lookout.seen = now.tick, spotted.at
            return [Sighted(now.tick, lookout.person, lookout.person, "control", spotted.words)] if first else []
        if lookout.seen is None:
            return self._give_up(eyes, lookout, now, log)
        if not _has_left(lookout.person, log):
            return []
        self._out.remove(lookout)
        tick, at = lookout.seen
        known = now.tick - tick <= JUST_NOW
        words = eyes.sees_out(lookout.person, at, log) if known else eyes.finds_nobody(lookout.person, None, now, log)
        return [Sighted(now.tick, lookout.person, None, "control", words)]

    def _give_up(self, eyes: Eyes, lookout: Lookout, now: Snapshot, log: Log) -> list[Sighted]:
        """Tell that nobody was seen, once that is clear: whoever has gone is on no camera any more."""
        gone = lookout.looks is None and _has_left(lookout.person, log)
        if now.tick - lookout.since < GIVES_UP and not gone:
            return []
        self._out.remove(lookout)
        words = eyes.finds_nobody(lookout.person, lookout.looks, now, log)
        return [Sighted(now.tick, lookout.person, None, "control" if lookout.looks is None else "colleague", words)]


def _has_left(person: int, log: Log) -> bool:
    return any(event.person == person for event in log.of(Left))
