"""The grounds drill: of what a trainee themselves ticked and heard in a run, what is a ground, and for what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.duty import DECISIONS, Post, Reason
from game.key import Key
from game.log import CheckReturned, Decided, Finished, Log, Marked, Replied

from .decided import Weighed, come_to, weigh_reasons

Purpose = Literal["stop and account", "search"]
PURPOSES: tuple[Purpose, ...] = ("stop and account", "search")
MOST_PEOPLE = 4
"""Of whom it is asked: eight questions with what they offer take some five minutes."""
ANYBODY = (Reason("looks"), Reason("hunch"))
"""What anybody might give as a reason, whoever the person is."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A reason that is offered, its worth by the end of the run, and whether it is a ground for what is asked about.

    `said` is what the person answered, and control told, where it is about an answer.
    """

    weighed: Weighed
    counts: bool
    said: str = ""


@dataclass(frozen=True, slots=True)
class GroundsCard:
    """One question: which of these are grounds to do this with a person; `borne` if all that count bear it together."""

    person: int
    purpose: Purpose
    offered: tuple[Offered, ...]
    borne: bool

    def right(self, chosen: Sequence[Reason]) -> int:
        """Of how many of the reasons it was rightly said whether they are grounds."""
        return sum((offered.weighed.ground in chosen) == offered.counts for offered in self.offered)


def pose_grounds(key: Key, log: Log, post: Post) -> tuple[GroundsCard, ...]:
    """The questions of a run: about the people of whom the trainee ticked or heard most, whoever came first first."""
    reasons = _own_reasons(log)
    most = sorted(reasons, key=lambda person: -len(reasons[person]))[:MOST_PEOPLE]
    return tuple(
        _pose(key, log, person, purpose, reasons[person], post)
        for person in reasons if person in most for purpose in PURPOSES
    )  # fmt: skip


def _own_reasons(log: Log) -> dict[int, dict[Reason, str]]:
    """What the trainee ticked of each person, at whatever time, and heard from them, with what was said."""
    reasons: dict[int, dict[Reason, str]] = {}
    ticked: set[tuple[int, str]] = set()
    told = {(event.person, event.topic, event.act): event.text for event in log.of(CheckReturned)}
    for event in log.events:
        if isinstance(event, Marked):
            for cue in event.cues:
                if (event.person, cue) not in ticked:
                    ticked.add((event.person, cue))
                    reasons.setdefault(event.person, {})[Reason("sign", cue, event.tick)] = ""
        elif isinstance(event, Replied) and event.topic and event.claim:
            control = told.get((event.person, event.topic, event.act), "")
            said = f"“{event.text}”" + (f" Control: “{control}”" if control else "")
            reasons.setdefault(event.person, {})[Reason("account", event.topic, event.tick)] = said
    return reasons


def _pose(
    key: Key, log: Log, person: int, purpose: Purpose, reasons: dict[Reason, str], post: Post
) -> GroundsCard:
    end = next((event.tick for event in log.of(Finished)), log.events[-1].tick)
    weighed = weigh_reasons(key, log, Decided(end, person, purpose, post, (*reasons, *ANYBODY)))
    offered = tuple(Offered(ground, _counts(ground, purpose), reasons.get(ground.ground, "")) for ground in weighed)
    basis = come_to((other.weighed for other in offered if other.counts), found=False)
    return GroundsCard(person, purpose, offered, basis.bears(DECISIONS[purpose].needs))


def _counts(weighed: Weighed, purpose: Purpose) -> bool:
    """Whether a reason is a ground: by itself to stop somebody, and for a search as one of the two that it needs."""
    basis = come_to([weighed], found=False)
    return basis.bears("one sign") if purpose == "stop and account" else basis.strands > 0
