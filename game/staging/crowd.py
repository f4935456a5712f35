"""The crowd: those who pass at a rate, those who are present throughout, and those who come together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from game import cast
from game.clock import PRE_ROLL, minute_of_day, ticks
from game.geometry import Point
from game.programme import Pulse
from game.scenario.model import Crowd, Role
from game.scenario.timed import Bring
from game.scenario.verbs import Verb
from game.timetable import terminate

from .company import Company
from .draft import PersonDraft
from .idle import SHORTEST, leave, shift
from .journey import arrivals, group_size, off_trains, waits
from .walks import Walks

TOGETHER = 1200
"""Seconds for which one of a group keeps to its leader: longer than any scene."""
BEFORE_STRESS = (15.0, 60.0)
"""Seconds after which one of a group who shows stress does so."""


def crowd(company: Company) -> Iterator[PersonDraft]:
    """Every line of the crowd; a leader is named by their number among the drafts."""
    index = 0
    for n, line in enumerate(company.production.scenario.crowd):
        role = company.production.roles[line.role]
        slot = f"crowd/{n}"
        if line.arrive:
            drafts = _draw_passing(company, slot, line, role, index, _comings(company, slot, line))
        else:
            drafts = _present(company, slot, line, role)
        for draft in drafts:
            yield draft
            index += 1
    for pulse in company.programme.pulses:
        if bring := company.production.scenario.events[pulse.event].bring:
            for draft in _at_once(company, pulse, bring, index):
                yield draft
                index += 1


def _at_once(company: Company, pulse: Pulse, bring: Bring, index: int) -> Iterator[PersonDraft]:
    """Those who come all together: so many people, whether alone or in company."""
    slot = f"event/{pulse.event}"
    line = Crowd(role=bring.role, arrive=1.0, **{"from": bring.from_, "to": bring.to})
    comings = company.chance("arrivals", slot).integers(pulse.begins, pulse.ends, size=pulse.people)
    comes = [(int(tick), None) for tick in sorted(comings.tolist())]
    yield from islice(
        _draw_passing(company, slot, line, company.production.roles[bring.role], index, comes), pulse.people
    )


def _draw_passing(
    company: Company, slot: str, line: Crowd, role: Role, index: int, comings: Iterable[tuple[int, str | None]]
) -> Iterator[PersonDraft]:
    for k, (arrive, start) in enumerate(comings):
        one = f"{slot}/{k}"
        leader = member(company, one, line.model_copy(update={"from_": (start,)}) if start else line, role, arrive)
        yield leader
        size = group_size(role, company.chance("group", one))
        for m in range(1, size):
            yield _companion(company, f"{one}/{m}", role, leader, index)
        index += size


def _comings(company: Company, slot: str, line: Crowd) -> list[tuple[int, str | None]]:
    """When people of a line come, and by which portal, if their train or bus says so."""
    rate, chance = line.arrive or 0.0, company.chance("arrivals", slot)
    if line.by == "foot":
        return [(arrive, None) for arrive in arrivals(rate, company.lasts, chance)]
    minute = minute_of_day(company.production.scenario.clock.starts, 0)
    here = company.services
    ends = [name for name in line.from_ if name not in here]
    called = company.programme.services(terminate(ends, minute, company.lasts))
    called |= {name: here[name] for name in line.from_ if name in here}
    return [(max(tick, -PRE_ROLL), platform) for tick, platform in off_trains(rate, called, company.lasts, chance)]


def _present(company: Company, slot: str, line: Crowd, role: Role) -> Iterator[PersonDraft]:
    # Whoever queues for a bus is still there: a wait for one is as long as many a stay. Trains come every two minutes,
    # and how many are present in the scenes with them was set without that wait.
    buses = {name: service for name, service in company.services.items() if service.road}
    for k in range(line.present or 0):
        place = line.at[k % len(line.at)] if line.at else None
        arrive, turn = -PRE_ROLL, 0
        while arrive < company.lasts:
            draft = member(company, f"{slot}/{k}/{turn}", line, role, arrive, place, inside=turn == 0)
            yield draft
            turn += 1
            stays = company.spots.walks.duration(draft.part.steps, draft.part.enter, draft.speed)
            arrive += max(100, stays + waits(draft.part.steps, arrive + stays, buses))
            if role.staff:
                break


def member(
    company: Company,
    slot: str,
    line: Crowd,
    role: Role,
    arrive: int,
    place: str | None = None,
    *,
    inside: bool = False,
) -> PersonDraft:
    """One of the crowd, with the role's everyday steps from arrival to leaving."""
    script = company.script(slot)
    worn, speed = company.appearance(slot, role)
    trip = company.journey(line.model_copy(update={"at": (place,)}) if place else line, arrive, script.chance)
    if role.staff:
        shift(script, role, trip.bearings, company.lasts + PRE_ROLL, speed)
    else:
        script.role_steps(role.steps, trip.bearings)
    company.fidget(slot, script)
    if not script.steps or script.steps[-1].verb.meaning.goes != "out":
        leave(script, trip.bearings)
    enter = company.entry(trip, script.chance, place, inside=inside)
    if inside and not role.staff:
        _leave_out_done(company.spots.walks, script.steps, enter, speed, company.chance("begun", slot))
    reactions = company.reactions(slot, script, trip)
    part = cast.Part(arrive, enter, tuple(script.steps), reactions, starts_inside=inside)
    return PersonDraft(slot, role, worn, speed, part, company.account(slot, role), trip)


def _leave_out_done(
    walks: Walks, steps: list[cast.Step], enter: Point, speed: float, chance: np.random.Generator
) -> None:
    """Leave out what someone has done by now who has been there for any share of their stay.

    Were all to begin together, all would leave together, and those who take their places would come at one time too.
    """
    passed = round(float(chance.random()) * walks.duration(steps, enter, speed))
    acts = [n for n in range(1, len(steps)) if steps[n].act is None or steps[n].act != steps[n - 1].act]
    done = max((n for n in acts if walks.duration(steps[:n], enter, speed) <= passed), default=0)
    passed -= walks.duration(steps[:done], enter, speed)
    del steps[:done]
    for n, step in enumerate(steps):
        cut = min(passed, max(0, step.ticks - SHORTEST))
        steps[n] = replace(step, ticks=step.ticks - cut)
        passed -= cut


def _companion(company: Company, slot: str, role: Role, leader: PersonDraft, index: int) -> PersonDraft:
    worn, speed = company.appearance(slot, role, alone=False)
    together = cast.Step(Verb.ACCOMPANY, ticks(TOGETHER), at=cast.Target("leader", person=index))
    steps: tuple[cast.Step, ...] = (together, leader.part.steps[-1])
    if fidget := company.stress(slot, 0):
        first = replace(together, ticks=ticks(float(company.chance("part", slot).uniform(*BEFORE_STRESS))))
        steps = (first, fidget, *steps)
    part = cast.Part(leader.part.arrive, leader.part.enter, steps)
    return PersonDraft(slot, role, worn, speed, part, leader.account, leader.trip, leader=index)
