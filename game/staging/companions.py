"""Whoever is there for a lone player: a friend whom they meet, or somebody whom they pretend not to know."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from game import cast
from game.clock import PRE_ROLL
from game.scenario.model import Behaviour
from game.scenario.verbs import Verb

from .company import Company
from .draft import PersonDraft
from .idle import leave
from .journey import Journey
from .script import Script

FINDS = 250
"""Ticks that a companion is given to come in and find the one they meet."""
APART, EARLY, STANDS_BY = (5.0, 9.0), 450, 900
"""Metres between a lone player and someone who seems a stranger; ticks for which that one comes early, and stands."""


def are_friends(behaviours: Sequence[Behaviour]) -> bool:
    """Whether those whom one meets are openly with one: in look-alikes they are, in tells they pretend not to be."""
    return all(behaviour.kind != "tell" for behaviour in behaviours if behaviour.partners)


def companion(company: Company, of: PersonDraft, index: int, meets: int, *, friends: bool) -> PersonDraft:
    """Someone for the player who is draft `index` to meet at tick `meets`."""
    return _friend(company, of, index, meets) if friends else _accomplice(company, of, meets)


def _friend(company: Company, of: PersonDraft, index: int, meets: int) -> PersonDraft:
    """Someone for a lone player to meet and go about with."""
    script, trip = _begin(company, of)
    other = cast.Target("partner", person=index)
    script.steps += [
        cast.Step(Verb.LISTEN, 100, at=other, act=0, shows=True),
        # Ten minutes: until the one they go about with leaves, whichever comes first.
        cast.Step(Verb.ACCOMPANY, 6000, at=other),
    ]
    return _extra(company, of, script, trip, max(meets - FINDS, of.part.arrive + 20))


def _accomplice(company: Company, of: PersonDraft, meets: int) -> PersonDraft:
    """Someone who stands by before a lone player comes, in view of where they are then, and goes their own way."""
    script, trip = _begin(company, of)
    before = takewhile(lambda step: not any(t and t.person is not None for t in (step.at, step.to)), of.part.steps)
    there = [step.to.point for step in before if step.to and step.to.point]
    spots, chance = company.spots, script.chance
    spot = spots.stand_near(chance, there[-1][:2], *APART, in_sight=True) if there else spots.anywhere(chance)
    script.steps += [
        cast.Step(Verb.WALK, to=cast.Target("somewhere", point=(*spot, 0.0))),
        cast.Step(Verb.WAIT, STANDS_BY, act=0, shows=True),
    ]
    return _extra(company, of, script, trip, meets - EARLY)


def _begin(company: Company, of: PersonDraft) -> tuple[Script, Journey]:
    return company.script(f"{of.slot}/companion"), of.trip


def _extra(company: Company, of: PersonDraft, script: Script, trip: Journey, arrive: int) -> PersonDraft:
    """The draft of someone who is there for a player: a subject's is nobody's to judge, any other one of the crowd."""
    slot = f"{of.slot}/companion"
    worn, speed = company.appearance(slot, of.role)
    script.acts = 1
    company.fidget(slot, script)
    leave(script, trip.bearings)
    part = cast.Part(max(arrive, -PRE_ROLL + 1), company.entry(trip, script.chance), tuple(script.steps))
    kind: Literal["companion", "crowd"] = "companion" if of.kind == "subject" else "crowd"
    return PersonDraft(slot, of.role, worn, speed, part, company.account(slot, of.role), trip, kind=kind)
