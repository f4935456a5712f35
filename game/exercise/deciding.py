"""The trainee's decisions about people. None is refused for want of grounds: what it was worth is judged, and told."""

from collections.abc import Collection, Container
from dataclasses import dataclass

from game.acts import Clear, Decide, Finds, IsBorne, Mark
from game.bounds import MOST_GROUNDS
from game.duty import DECISIONS, Decision, Post, says_all
from game.log import Decided, Event, Log, Marked
from game.view import Snapshot

from . import refusal
from .aftermath import Aftermath
from .answers import Answer, Answering
from .officer import Officer
from .refusal import Refusal


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """What was decided about somebody last, what a search found, and in practice whether it was borne, in words."""

    decided: Decided
    found: Answer | None = None
    weighed: Answer | None = None


class Decisions:
    """What has been decided at a post; a decision may rest on these cues. `made` is the last about each person."""

    def __init__(
        self, post: Post, cues: Collection[str], umpire: Answering | None, aftermath: Aftermath, *, told: bool
    ) -> None:
        """`told` if what a decision was worth is said at once, as in practice."""
        self.made: dict[int, DecisionMade] = {}
        self.aftermath = aftermath
        self._post, self._cues, self._umpire, self._told = post, frozenset(cues), umpire, told

    def take(self, act: Decide, log: Log, unknown: Refusal | None, tick: int) -> list[Event] | Refusal:
        """What comes of a decision at once: what a search finds, what the grounds bore, and what follows of it."""
        decided = decide(act, tick, self._post, self._cues, unknown)
        if isinstance(decided, Refusal):
            return decided
        events: list[Event] = [decided]
        so_far = Log((*log.events, decided))
        found = self._settle(Finds(act.person), so_far) if takes_place(decided) else None
        weighed = self._settle(IsBorne(act.person), so_far) if self._told else None
        events += [answer.make_event(tick) for answer in (found, weighed) if answer]
        self.made[act.person] = DecisionMade(decided, found, weighed)
        return events + list(self.aftermath.follow(decided, tick, so_far))

    def _settle(self, question: Finds | IsBorne, log: Log) -> Answer | None:
        """What the umpire says to what no trainee may ask, but has just decided."""
        answer = self._umpire.answer(question, log) if self._umpire else None
        return answer if isinstance(answer, Answer) else None


def decide(act: Decide, tick: int, post: Post, cues: Container[str], unknown: Refusal | None) -> Decided | Refusal:
    """The event that a decision is; refused only where it makes no sense, never for want of grounds."""
    if act.decision not in DECISIONS:
        return refusal.DECISION
    if unknown:
        return unknown
    for ground in act.grounds:
        if ground.kind == "sign" and ground.about not in cues:
            return refusal.unknown_cue(ground.about)
    if len(act.grounds) > MOST_GROUNDS or not says_all(act.said):
        return refusal.DECISION
    return Decided(tick, act.person, act.decision, post, tuple(dict.fromkeys(act.grounds)), act.said)


def why_out_of_reach(act: Decide, post: Post, officer: Officer | None, now: Snapshot) -> Refusal | None:
    """Why somebody who is on the floor cannot do what is done face to face. What the post may not do is not refused."""
    choice = DECISIONS.get(act.decision)
    if officer is None or choice is None or not choice.near or post in choice.closed:
        return None
    if act.person not in now.ids:
        return refusal.NOT_PRESENT
    return None if officer.in_earshot(now, act.person) else refusal.TOO_FAR


def takes_place(decided: Decided) -> bool:
    """Whether somebody is searched: whoever may not search does not lay hands on anybody, and is told why."""
    return decided.decision == "search" and decided.post not in DECISIONS["search"].closed


def leaves(decision: Decision, mark: Marked | None) -> Clear | Mark | None:
    """What becomes of the mark on somebody once it is decided that they are no concern, or only to be watched."""
    level = DECISIONS[decision].leaves
    if mark is None or level is None or mark.level <= level:
        return None
    return Mark(mark.person, level, mark.cues) if level else Clear(mark.person)
