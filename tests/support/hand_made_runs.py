"""Runs made by hand: a key, and a log in which just what a test needs has happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from game.course import Occasion, Result
from game.duty import Decision, Post, Reason
from game.key import Entry, Key, KeyAct
from game.log import (
    ActBegan,
    ActEnded,
    Answered,
    CheckReturned,
    Cleared,
    Decided,
    Event,
    Exposed,
    Finished,
    Log,
    Marked,
    Observable,
    Paused,
    Replied,
    Resumed,
    StepBegan,
    StepEnded,
)  # fmt: skip
from game.score import Score, score, sum_up
from game.truth import Nature

ALL_PARTS = 31
LASTS = 1200
CUES = ("F1.1", "F2.1", "F3.1")
OCCASION = Occasion(
    scenario="yard", title="Yard, quiet hour", venue="The Yard", post="control room", mode="assess", seed=7,
    started=datetime(2026, 3, 1, 8, 5, tzinfo=UTC),
)  # fmt: skip


def act(number: int, cue: str, *, name: str = "", planned: int = 60, conditional: bool = False) -> KeyAct:
    """A tell legible from 45 px with head and a hand in view."""
    return KeyAct(number, "tell", name or f"tell_{number}", cue, 45, 5, planned, conditional)


def look_alike(number: int, cue: str, *, name: str = "", planned: int = 60) -> KeyAct:
    """A look-alike of that cue."""
    return KeyAct(number, "look-alike", name or f"look_alike_{number}", cue, 45, 5, planned)


def subject(person: int, *acts: KeyAct, nature: Nature = "reconnaissance") -> Entry:
    """A subject with these tells, or with three of three families."""
    return Entry(person, f"subjects/{person}", "subject", nature, acts or tuple(map(act, range(3), CUES)))


def decoy(person: int, *acts: KeyAct) -> Entry:
    """A decoy with these look-alikes, or with one of F2.1."""
    return Entry(person, f"decoys/{person}", "decoy", "none", acts or (look_alike(0, "F2.1"),))


@dataclass
class Run:
    """A run in the making. Everyone can be seen throughout unless said; nobody is looked at unless said."""

    entries: tuple[Entry, ...] = ()
    people: int = 10
    events: list[Event] = field(default_factory=list)
    unseeable: frozenset[int] = frozenset()
    watched: dict[int, tuple[int, int, int, int, bool]] = field(default_factory=dict)
    last: int = LASTS
    early: bool = False

    def performs(self, person: int, *, first: int = 200, apart: int = 200, ran: int | None = None) -> "Run":
        """The person's acts happen one after another, each for as long as planned, or for `ran` ticks."""
        entry = next(other for other in self.entries if other.person == person)
        for n, key_act in enumerate(entry.acts):
            began, lasted = first + n * apart, key_act.planned if ran is None else ran
            self.events += [
                ActBegan(began, person, key_act.act),
                ActEnded(began + lasted, person, key_act.act, lasted, key_act.planned),
            ]
        return self

    def steps(self, person: int, act: int, first: int, steps: Iterable[tuple[int, int, bool]]) -> "Run":
        """An act that begins at `first` is shown in steps: from when to when after that, and whether it is decisive."""
        for began, ended, decisive in steps:
            self.events += [
                StepBegan(first + began, person, act, decisive), StepEnded(first + ended, person, act)
            ]
        return self

    def watches(
        self, person: int, began: int = 0, ended: int = LASTS, *, height: int = 60, parts: int = ALL_PARTS,
        upon: bool = False,
    ) -> "Run":  # fmt: skip
        """The trainee has the person in view from one tick to another, that large, with those parts; eyes upon them."""
        self.watched[person] = (began, ended, height, parts, upon)
        return self

    def looks_while_paused(self, person: int, tick: int, times: int) -> "Run":
        """The trainee stops the clock and opens the inspector on the person so many times."""
        sample = Exposed(tick, (person,), (200,), (90,), (ALL_PARTS,), (person,))
        self.events += [Paused(tick), *([sample] * times), Resumed(tick)]
        return self

    def marks(self, tick: int, person: int, level: int = 2, *cues: str) -> "Run":
        """The trainee marks the person."""
        self.events.append(Marked(tick, person, level, cues))
        return self

    def clears(self, tick: int, person: int) -> "Run":
        """The trainee takes the mark back."""
        self.events.append(Cleared(tick, person))
        return self

    def decides(
        self, tick: int, person: int, decision: Decision, *grounds: Reason, post: Post = "officer in uniform",
        said: str = "", finds: bool | None = None,
    ) -> "Run":  # fmt: skip
        """The trainee decides about the person; a search `finds` something or not, None if none takes place."""
        self.events.append(Decided(tick, person, decision, post, grounds, said))
        if finds is not None:
            self.events.append(Answered(tick, "search", person, "found" if finds else "nothing", ""))
        return self

    def answers(self, tick: int, person: int, topic: str, claim: str, found: str = "") -> "Run":
        """Asked about a topic they claim this; a check told what was `found` two seconds later, if anything."""
        self.events.append(Replied(tick, person, topic, None, f"I {topic} {claim}.", claim))
        if found:
            self.events.append(CheckReturned(tick + 20, person, topic, None, f"It was {found}.", found))
        return self

    def key(self) -> Key:
        """The key."""
        return Key(self.entries)

    def log(self) -> Log:
        """The log, in order of time, with its samples."""
        everyone = tuple(person for person in range(self.people) if person not in self.unseeable)
        samples: list[Event] = [Observable(tick, everyone) for tick in range(0, self.last + 1, 10)]
        samples += [self._expose(tick) for tick in range(0, self.last + 1, 5)]
        happened = (event for event in self.events if event.tick <= self.last)
        events = sorted([*samples, *happened], key=lambda event: event.tick)
        return Log((*events, Finished(self.last, early=self.early)))

    def judge(self) -> Score:
        """The score."""
        return score(self.key(), self.log(), self.people)

    def result(self) -> Result:
        """What it came to."""
        return sum_up(self.judge(), OCCASION)

    def _expose(self, tick: int) -> Exposed:
        seen: Iterable[tuple[int, int, int, bool]] = (
            (person, height, parts, upon)
            for person, (began, ended, height, parts, upon) in sorted(self.watched.items())
            if began <= tick <= ended
        )
        rows = tuple(seen)
        return Exposed(
            tick,
            tuple(row[0] for row in rows),
            tuple(row[1] for row in rows),
            tuple(90 for _ in rows),
            tuple(row[2] for row in rows),
            tuple(row[0] for row in rows if row[3]),
        )
