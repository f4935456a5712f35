"""The trainee's decisions about people. None is refused for want of grounds: what it was worth is judged, and told."""

from collections.abc import Container
from dataclasses import dataclass

from game.acts import Clear, Decide, Mark
from game.duty import DECISIONS, Post, says_all
from game.log import MOST_GROUNDS, Decided, Marked
from game.view import Snapshot

from . import refusal
from .answers import Answer, out_of_earshot
from .officer import Officer
from .refusal import Refusal


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """What was decided about somebody last, what a search found, and in practice whether it was borne, in words."""

    decided: Decided
    found: Answer | None = None
    weighed: Answer | None = None


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
    return out_of_earshot(act.person, officer, now)


def takes_place(decided: Decided) -> bool:
    """Whether somebody is searched: whoever may not search does not lay hands on anybody, and is told why."""
    return decided.decision == "search" and decided.post not in DECISIONS["search"].closed


def leaves(decided: Decided, mark: Marked | None) -> Clear | Mark | None:
    """What becomes of the mark on somebody once it is decided that they are no concern, or only to be watched."""
    level = DECISIONS[decided.decision].leaves
    if mark is None or level is None or mark.level <= level:
        return None
    return Mark(decided.person, level, mark.cues) if level else Clear(decided.person)
