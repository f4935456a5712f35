"""Decisions judged: whether this post may do so, whether the grounds given bore it, whether it suited what was true.

Grounds are weighed by what this trainee had made out when they decided. What a search then finds changes nothing about
that: without grounds it was wrong whatever is found, and what luck finds is no find.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.claims import agrees
from game.duty import DECISIONS, Basis, Decision, Fits, Reason, Spoken, fits, hear
from game.key import Entry, Key
from game.log import Answered, CheckReturned, Decided, Event, Log, Marked, Replied
from game.truth import STRESS, family

from .grounds import Grounds, ground_cues
from .shown import Showing, showings
from .sight import SightLog, sight

Worth = Grounds | Literal["stress", "differs", "agrees", "unchecked", "unsaid", "looks", "hunch"]
"""What one reason is worth: for a sign, what it rests on, as for a mark · `stress`: everybody shows it alike · for what
was said, whether it differs from what a check told by then."""
Resolution = Literal["right", "lucky", "wrong", "open", "not judged"]
"""`lucky`: it suited what was true, and this trainee could not have known · `open`: nothing is settled by it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One reason given, and what it is worth."""

    ground: Reason
    worth: Worth


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision: the reasons given, what they come to, and what all that had been made out by then comes to.

    `fits` is None where nobody can say what was true: who had shown too little, or went with a subject · `spoken` how
    GOWISELY was said, None but for a search that took place · `found` whether a search found anything.
    """

    decided: Decided
    weighed: tuple[Weighed, ...]
    basis: Basis
    known: Basis
    fits: Fits | None
    spoken: Spoken | None = None
    found: bool | None = None

    @property
    def is_open(self) -> bool:
        """Whether a post like this may do so at all."""
        return self.decided.post not in DECISIONS[self.decided.decision].closed

    @property
    def borne(self) -> bool:
        """Whether the reasons given were enough."""
        return self.basis.bears(DECISIONS[self.decided.decision].needs)

    @property
    def proportionate(self) -> bool:
        """Whether it was open to this post, and borne."""
        return self.is_open and self.borne

    @property
    def resolution(self) -> Resolution:
        """What it settled."""
        if self.fits is None:
            return "not judged"
        return "lucky" if self.fits == "right" and not self.proportionate else self.fits

    @property
    def open_then(self) -> tuple[Decision, ...]:
        """What this post could have done on all that had been made out by then."""
        return tuple(
            decision for decision, choice in DECISIONS.items()
            if self.decided.post not in choice.closed and self.known.bears(choice.needs)
        )  # fmt: skip


def judge_decisions(key: Key, log: Log, unclear: Iterable[int] = ()) -> tuple[Judged, ...]:
    """Every decision of a run, in order; of people who are `unclear` nobody can say what was true."""
    if not any(isinstance(event, Decided) for event in log.events):
        return ()
    seen = sight(log)
    entries = {entry.person: entry for entry in key.entries}
    return tuple(_judge(entries, log, seen, {*unclear, *key.companions}))


Replies = Mapping[tuple[str, int], Worth]
"""What is known by now of each answer, by its topic and its tick."""


def _weigh(decided: Decided, shown: Sequence[Showing], seen: SightLog, replies: Replies) -> tuple[Weighed, ...]:
    """What each reason given is worth, by what had been made out of these acts and checked of these replies."""
    cues = tuple(dict.fromkeys(ground.about for ground in decided.grounds if ground.kind == "sign"))
    rests = {
        named.cue: named.grounds for named in ground_cues(Marked(decided.tick, decided.person, 3, cues), shown, seen)
    }
    return tuple(Weighed(ground, _worth(ground, rests, replies)) for ground in decided.grounds)


def _worth(ground: Reason, rests: Mapping[str, Grounds], replies: Replies) -> Worth:
    match ground.kind:
        case "sign":
            return "stress" if family(ground.about) == STRESS else rests[ground.about]
        case "account":
            return replies.get((ground.about, ground.tick), "unsaid")
        case "looks" | "hunch":
            return ground.kind


def replies_of(events: Sequence[Event], person: int) -> Iterator[tuple[Replied, Worth]]:
    """Each answer of somebody among these events, and whether what it claims was told otherwise, before it or after it.

    How it was said says nothing; nor does an answer that claims nothing, or that nothing was told about.
    """
    told = {
        (event.topic, event.act): event.found
        for event in events if isinstance(event, CheckReturned) and event.person == person and event.found
    }  # fmt: skip
    for event in events:
        if isinstance(event, Replied) and event.person == person:
            so = told.get((event.topic, event.act), "")
            yield event, "unchecked" if not (so and event.claim) else "agrees" if agrees(event.claim, so) else "differs"


def _judge(entries: Mapping[int, Entry], log: Log, seen: SightLog, unclear: Iterable[int]) -> Iterator[Judged]:
    had_on_them: set[int] = set()
    for position, event in enumerate(log.events):
        if not isinstance(event, Decided):
            continue
        entry, person = entries.get(event.person), event.person
        shown = showings(entry, log, seen) if entry else ()
        replies = {(reply.topic, reply.tick): worth for reply, worth in replies_of(log.events[:position], person)}
        weighed = _weigh(event, shown, seen, replies)
        search = _search_after(log.events, position)
        yield Judged(
            decided=event,
            weighed=weighed,
            basis=come_to(weighed, found=person in had_on_them),
            known=_made_out(shown, event.tick, contradicted="differs" in replies.values(), found=person in had_on_them),
            fits=None if person in unclear else fits(event.decision, entry.nature if entry else "none"),
            spoken=hear(event.said, event.post) if search else None,
            found=search.answer == "found" if search else None,
        )
        if search and search.answer == "found":
            had_on_them.add(person)


def _search_after(events: Sequence[Event], position: int) -> Answered | None:
    """What the search that a decision was came to; None where there was none."""
    following = events[position + 1] if position + 1 < len(events) else None
    return following if isinstance(following, Answered) and following.question == "search" else None


def weigh_reasons(key: Key, log: Log, decided: Decided) -> tuple[Weighed, ...]:
    """What each reason of a decision would be worth, had it been made at the end of a log."""
    entry = next((entry for entry in key.entries if entry.person == decided.person), None)
    seen = sight(log)
    shown = showings(entry, log, seen) if entry else ()
    replies = {(reply.topic, reply.tick): worth for reply, worth in replies_of(log.events, decided.person)}
    return _weigh(decided, shown, seen, replies)


def come_to(weighed: Iterable[Weighed], *, found: bool) -> Basis:
    """What reasons come to together; `found` if a search had found something."""
    worths = [(ground.worth, ground.ground.about) for ground in weighed]
    return Basis(
        kinds=frozenset(family(cue) for worth, cue in worths if worth in ("exact", "family")),
        resembled=any(worth == "resembled" for worth, _ in worths),
        contradicted=any(worth == "differs" for worth, _ in worths),
        found=found,
        personal=any(worth == "looks" for worth, _ in worths),
    )


def _made_out(shown: Iterable[Showing], tick: int, *, contradicted: bool, found: bool) -> Basis:
    """What all comes to that the trainee had made out of these acts by a tick, given as a reason or not."""
    noticed = [showing.act for showing in shown if showing.was_noticed_by(tick)]
    return Basis(
        kinds=frozenset(act.family for act in noticed if act.kind == "tell" and act.family != STRESS),
        resembled=any(act.kind == "look-alike" for act in noticed),
        contradicted=contradicted,
        found=found,
    )
