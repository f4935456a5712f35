"""Subjects and decoys: a cover taken from the crowd, and between its everyday steps the tells or look-alikes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

import numpy as np

from game import cast
from game.clock import PRE_ROLL, ticks
from game.key import KeyAct
from game.scenario.model import Behaviour, Crowd, Decoy, Planned, Role, Scenario, Subject
from game.scenario.units import Range
from game.scenario.verbs import LEGIBLE_AT, Reads, Verb

from .company import Company, radius
from .draft import PersonDraft
from .idle import leave, pass_time
from .journey import Journey, cover, journey
from .script import PlayedBehaviour, Script

FIRST_GAP, LATER_GAP, LAST_GAP = Range(15, 50), Range(15, 40), Range(8, 30)
"""Seconds of everyday behaviour before the first act, between acts and after the last, where nothing is written."""
EARLIEST = 200
"""Tick before which no tell or look-alike begins: nobody can be asked to notice it sooner."""
ON_THE_WAY, AT_THE_END, SHORTEST_GAP = 220, 150, 30
"""Ticks allowed for the way to each act, kept free before the end of the scene, and between acts at the least."""
WINDOW = 100
"""Ticks from the pre-roll's beginning within which people may come in however long their parts are."""
FINDS = 250
"""Ticks that a companion is given to come in and find the one they meet."""
APART, EARLY, STANDS_BY = (5.0, 9.0), 450, 900
"""Metres between a lone player and someone who seems a stranger; ticks for which that one comes early, and stands."""
PARTS: dict[Reads, int] = {"gaze": 1, "hands": 12, "gait": 16}
"""Body parts (mask as in `log.Exposed`) of which one must be in view."""


@dataclass(frozen=True)
class PlannedPart:
    """What a written subject or decoy comes to: role, way through the place, and the acts with the gaps before them."""

    slot: str
    kind: Literal["subject", "decoy"]
    role: Role
    line: Crowd
    trip: Journey
    written: Subject | Decoy
    planned: tuple[tuple[Planned, Behaviour], ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class Rehearsed:
    """A plan whose acts are drawn: each with its steps, and the ticks that each takes with the way to it."""

    plan: PlannedPart
    trip: Journey
    script: Script
    looks: cast.Looks
    speed: float
    acts: tuple[tuple[Behaviour, PlayedBehaviour, tuple[cast.Step, ...]], ...]
    busy: tuple[int, ...]
    alone: bool
    """Whether someone has to be there for them whom nobody wrote."""

    @property
    def needs(self) -> int:
        """Ticks that all of it takes."""
        return sum(self.busy) + sum(self.plan.gaps)


def players(company: Company, prevalence: str) -> list[PersonDraft]:
    """The subjects and decoys of a scenario; with prevalence "none", each subject's slot plays an innocent part.

    All come within one and the same window, in which there is time for the longest part among them: a decoy has less
    to do than a subject, and nobody shall be known for one by coming late.
    """
    rehearsed = list(_rehearsed(company))
    longest = max((one.needs for one in rehearsed), default=0)
    latest = max(-PRE_ROLL + WINDOW, company.lasts - longest - AT_THE_END)
    drafts: list[PersonDraft] = []
    extras: list[PersonDraft] = []
    for n, one in enumerate(rehearsed):
        plan = one.plan
        arrive = _arrival(company, plan, latest)
        draft, meets = _draft(company, one, arrive, innocent=prevalence == "none" and plan.kind == "subject")
        drafts.append(draft)
        if one.alone:
            together = _friends(plan)
            extra = _companion(company, plan, n, meets, draft) if together else _accomplice(company, plan, meets, draft)
            extras.append(extra)
    return drafts + extras


def _rehearsed(company: Company) -> Iterator[Rehearsed]:
    written = slots(company.production.scenario)
    subjects = len(company.production.scenario.subjects)
    extras = 0
    for n, (slot, one) in enumerate(written):
        plan = plan_of(company, slot, one)
        other = (n + 1) % subjects if isinstance(one, Subject) and subjects > 1 else None
        alone = any(behaviour.partners for _, behaviour in plan.planned) and other is None
        yield _rehearse(company, plan, len(written) + extras if alone else other, alone=alone)
        extras += alone


def slots(scenario: Scenario) -> list[tuple[str, Subject | Decoy]]:
    """The slots of subjects, then of decoys, with what is written of each."""
    return [
        *((f"subjects/{n}", subject) for n, subject in enumerate(scenario.subjects)),
        *((f"decoys/{n}", decoy) for n, decoy in enumerate(scenario.decoys)),
    ]


def plan_of(company: Company, slot: str, written: Subject | Decoy) -> PlannedPart:
    """The plan of one slot, by its own streams."""
    production = company.production
    chance = company.chance("cover", slot)
    lines, lasts = production.scenario.crowd, production.scenario.clock.lasts
    line = cover(lines, company.lingering, written.role, lasts, chance)
    role = production.roles[line.role]
    if written.carries:
        role = role.model_copy(update={"carries": {written.carries: 1.0}})
    kind: Literal["subject", "decoy"] = "subject" if isinstance(written, Subject) else "decoy"
    planned = written.tells if isinstance(written, Subject) else written.look_alikes
    pairs = tuple((one, production.behaviours[one.name]) for one in planned)
    acted = [one for one, behaviour in pairs if not behaviour.reacts_to]
    gaps = [_gap(one, FIRST_GAP if n == 0 else LATER_GAP, chance) for n, one in enumerate(acted)]
    return PlannedPart(
        slot=slot,
        kind=kind,
        role=role,
        line=line,
        trip=journey(line, company.spots.layout, chance, written.from_),
        written=written,
        planned=pairs,
        gaps=(*gaps, ticks(float(chance.uniform(*LAST_GAP)))),
    )


def _fitting(gaps: tuple[int, ...], room: int) -> tuple[int, ...]:
    """The gaps, shortened alike where the scene has no room for them: for someone who walks slowly."""
    total = sum(gaps)
    return gaps if total <= room else tuple(max(SHORTEST_GAP, gap * max(0, room) // total) for gap in gaps)


def _gap(planned: Planned, otherwise: Range, chance: np.random.Generator) -> int:
    return ticks(float(chance.uniform(*(planned.after or otherwise))))


def _rehearse(company: Company, plan: PlannedPart, partner: int | None, *, alone: bool) -> Rehearsed:
    looks, speed = company.appearance(plan.slot, plan.role)
    trip = replace(plan.trip, bearings=replace(plan.trip.bearings, partner=partner))
    script = company.script(plan.slot)
    acts = tuple(
        (behaviour, *_written_apart(script, one, behaviour, trip))
        for one, behaviour in plan.planned
        if not behaviour.reacts_to
    )
    busy = tuple(company.spots.walks.duration(steps, _start(steps), speed) + ON_THE_WAY for _, _, steps in acts)
    return Rehearsed(plan, trip, script, looks, speed, acts, busy, alone)


def _draft(company: Company, rehearsed: Rehearsed, arrive: int, *, innocent: bool) -> tuple[PersonDraft, int]:
    plan, trip, script, speed = rehearsed.plan, rehearsed.trip, rehearsed.script, rehearsed.speed
    enter = company.entry(trip, script.chance)
    key_acts: list[KeyAct] = []
    meets = arrive
    for n, (behaviour, played, steps) in enumerate(rehearsed.acts):
        spent = arrive + company.spots.walks.duration(script.steps, enter, speed)
        gap = _fitting(plan.gaps[n:], company.lasts - AT_THE_END - spent - sum(rehearsed.busy[n:]))[0]
        gap = max(gap, EARLIEST - arrive) if n == 0 else gap
        pass_time(script, plan.role, trip.bearings, gap, speed, enter)
        if behaviour.partners:
            meets = arrive + company.spots.walks.duration(script.steps, enter, speed)
        script.steps += [] if innocent else steps
        key_acts.append(key_act(played, steps, conditional=False))
    pass_time(script, plan.role, trip.bearings, plan.gaps[-1], speed, enter)
    company.fidget(plan.slot, script)
    leave(script, trip.bearings)
    reactions, bonus = _reactions(company, plan, script, trip, innocent=innocent)
    part = cast.Part(arrive, enter, tuple(script.steps), reactions)
    account = cast.Account(plan.written.account.claims)
    if innocent:
        account = company.account(plan.slot, plan.role)
        return PersonDraft(plan.slot, plan.role, rehearsed.looks, speed, part, account), meets
    nature = plan.written.nature if isinstance(plan.written, Subject) else "none"
    return (
        PersonDraft(
            plan.slot,
            plan.role,
            rehearsed.looks,
            speed,
            part,
            account,
            kind=plan.kind,
            nature=nature,
            acts=(*key_acts, *bonus),
        ),
        meets,
    )


def _written_apart(
    script: Script, planned: Planned, behaviour: Behaviour, trip: Journey
) -> tuple[PlayedBehaviour, tuple[cast.Step, ...]]:
    before = len(script.steps)
    played = script.behaviour(behaviour, trip.bearings, planned.target)
    steps = tuple(script.steps[before:])
    del script.steps[before:]
    return played, steps


def _start(steps: Sequence[cast.Step]) -> tuple[float, float]:
    first = next((step.to.point for step in steps if step.to and step.to.point), (0.0, 0.0, 0.0))
    return first[0], first[1]


def _arrival(company: Company, plan: PlannedPart, latest: int) -> int:
    chance = company.chance("arrival", plan.slot)
    if plan.written.arrive:
        return ticks(float(chance.uniform(*plan.written.arrive)))
    return int(chance.integers(-PRE_ROLL + 1, latest))


def _reactions(
    company: Company, plan: PlannedPart, script: Script, trip: Journey, *, innocent: bool
) -> tuple[tuple[cast.Reaction, ...], tuple[KeyAct, ...]]:
    written = [behaviour for _, behaviour in plan.planned if behaviour.reacts_to]
    if innocent or not written:
        return company.reactions(plan.slot, script, trip), ()
    chance = company.chance("reaction", plan.slot)
    odds = company.production.scenario.reactions
    reacts = chance.random() < (odds.subjects if plan.kind == "subject" else odds.others)
    reactions, acts = [], []
    for behaviour in written if reacts else ():
        played, steps = script.reaction(behaviour, trip.bearings)
        reactions.append(cast.Reaction(behaviour.reacts_to or "officer near", radius(chance), steps))
        acts.append(key_act(played, steps, conditional=True))
    return tuple(reactions), tuple(acts)


def key_act(played: PlayedBehaviour, steps: Sequence[cast.Step], *, conditional: bool) -> KeyAct:
    """What the key says of one act: made out by what its longest showing verb asks of the onlooker."""
    shown: dict[Reads, int] = {}
    for step in steps:
        if step.shows:
            reads = step.verb.meaning.reads
            shown[reads] = shown.get(reads, 0) + max(1, step.ticks)
    reads = max(shown, key=lambda one: shown[one]) if shown else "gait"
    behaviour = played.behaviour
    return KeyAct(
        act=played.act,
        kind="tell" if behaviour.kind == "tell" else "look-alike",
        name=behaviour.name,
        cue=behaviour.cue or "",
        legible_at=LEGIBLE_AT[reads],
        parts=PARTS[reads],
        planned=played.planned,
        conditional=conditional,
    )


def _friends(plan: PlannedPart) -> bool:
    """Whether those whom one meets are openly with one: in look-alikes they are, in tells they pretend not to be."""
    return all(behaviour.kind != "tell" for _, behaviour in plan.planned if behaviour.partners)


def _companion(company: Company, plan: PlannedPart, index: int, meets: int, of: PersonDraft) -> PersonDraft:
    """Someone for a lone player to meet and go about with."""
    slot = f"{plan.slot}/companion"
    trip = journey(plan.line, company.spots.layout, company.chance("cover", slot))
    script = company.script(slot)
    other = cast.Target("partner", person=index)
    script.steps += [
        cast.Step(Verb.LISTEN, 100, at=other, act=0, shows=True),
        cast.Step(Verb.ACCOMPANY, 6000, at=other),
    ]
    return _extra(company, plan, slot, script, trip, max(meets - FINDS, of.part.arrive + 20), of)


def _accomplice(company: Company, plan: PlannedPart, meets: int, of: PersonDraft) -> PersonDraft:
    """Someone who stands by before a lone player comes, in view of where they are then, and goes their own way."""
    slot = f"{plan.slot}/companion"
    trip = journey(plan.line, company.spots.layout, company.chance("cover", slot))
    script = company.script(slot)
    before = takewhile(lambda step: not any(t and t.person is not None for t in (step.at, step.to)), of.part.steps)
    there = [step.to.point for step in before if step.to and step.to.point]
    spots, chance = company.spots, script.chance
    spot = spots.stand_near(chance, there[-1][:2], *APART, in_sight=True) if there else spots.anywhere(chance)
    script.steps += [
        cast.Step(Verb.WALK, to=cast.Target("somewhere", point=(*spot, 0.0))),
        cast.Step(Verb.WAIT, STANDS_BY, act=0, shows=True),
    ]
    return _extra(company, plan, slot, script, trip, meets - EARLY, of)


def _extra(
    company: Company, plan: PlannedPart, slot: str, script: Script, trip: Journey, arrive: int, of: PersonDraft
) -> PersonDraft:
    """The draft of someone who is there for a player: a subject's is nobody's to judge, any other one of the crowd."""
    worn, speed = company.appearance(slot, plan.role)
    script.acts = 1
    company.fidget(slot, script)
    leave(script, trip.bearings)
    part = cast.Part(max(arrive, -PRE_ROLL + 1), company.entry(trip, script.chance), tuple(script.steps))
    kind: Literal["companion", "crowd"] = "companion" if of.kind == "subject" else "crowd"
    return PersonDraft(slot, plan.role, worn, speed, part, company.account(slot, plan.role), kind=kind)
