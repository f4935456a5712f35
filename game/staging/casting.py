"""Who of the crowd is cast: somebody who is about for long enough, and does enough that could as well be left out.

Nobody is made for a part. Whoever has one is one of the crowd, with the looks, the way in, the time and the company
that they had anyway; only some of what they do is something else. So nothing of all that can tell who has a part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import cast
from game.clock import PRE_ROLL, ticks
from game.geometry import Point
from game.scenario.plans import MOMENT
from game.scenario.units import Range
from game.scenario.vocabulary import or_none

from .arranging import LAST_ACT, Stay, room, stay_of
from .company import Company
from .draft import PersonDraft
from .everyday import deeds, without_stress
from .idle import leave, pass_time
from .journey import cover
from .wanted import Wanted

A_MOMENT = ticks(MOMENT)
"""Ticks that an act takes as a rule, with the way to it if it needs one."""

LONG = 1000
"""Ticks on paper from which somebody counts as one who stays, for two minutes and longer as a rule.

Among others, ways take longer than on paper: of those with 90–100 s on paper 4 in 10 were there for two minutes, of
those with 100–110 s 7 in 10 (King Street in the morning, 40 seeds). Were only those with two minutes on paper taken
for people who stay, those with parts would stay longer than most who do.
"""
HALF_A_MINUTE, FASTER, IN_COMPANY, OF_A_ROLE, BY_A_WAY = 300, 0.2, 3.0, 1.0, 1.5
"""What counts as much as one stop more: so much longer a stay, or so much later a coming, or as many m/s faster; and
how much it counts to be alone, of another role, or to come in by another way. All who are there when the scene begins
came at the same time, for whoever watches it."""

LEAST, MOST = 0.2, 0.4
"""Shares of those who stay, by stops, whom nobody with a part is like: fitted so that, on paper, those with parts stop
and stay as the crowd does (King Street in the morning and evening, 60 seeds)."""


@dataclass(frozen=True)
class Candidate:
    """One who could have a part: their number among the drafts, None for somebody made, and their stay."""

    number: int | None
    draft: PersonDraft
    stay: Stay


@dataclass(frozen=True, slots=True)
class StayOutline:
    """What can be counted of somebody from afar: when, by which way and how fast they come; ticks there, and stops.

    `way` is None for whoever stands somewhere in the place when it opens, and never came in.
    """

    comes: int
    way: Point | None
    ticks: int
    stops: int
    alone: bool
    role: str
    speed: float


class Casting:
    """One casting under way. The same rules hold for subjects and decoys."""

    def __init__(self, company: Company, crowd: Sequence[PersonDraft]) -> None:
        """Nobody has a part yet."""
        self._company = company
        self._taken: set[int] = set()
        self.led = {draft.leader for draft in crowd if draft.leader is not None}
        """The numbers of those with whom somebody came."""
        self._candidates = {
            n: Candidate(n, draft, _stay(company, draft))
            for n, draft in enumerate(crowd)
            if draft.leader is None
            and not draft.role.staff
            and not draft.role.uniform
            and not _is_posted(company, draft)
        }
        self._room = {n: room(company.spots.walks, candidate.stay) for n, candidate in self._candidates.items()}
        self._figures = {n: self._figure(candidate) for n, candidate in self._candidates.items()}
        leads = [n if draft.leader is None else draft.leader for n, draft in enumerate(crowd)]
        self._heads = [self._figures[n] for n in leads if n in self._figures]
        self._like = _middle([stay for stay in self._heads if stay.ticks >= LONG] or self._heads)

    def _figure(self, candidate: Candidate) -> StayOutline:
        draft, whole = candidate.draft, candidate.stay.shape
        arrive = draft.part.arrive
        ticks = min(arrive + whole.ticks, self._company.lasts) - max(arrive, 0)
        alone = candidate.number not in self.led
        way = None if draft.part.starts_inside else draft.part.enter
        return StayOutline(arrive, way, ticks, whole.stops, alone, draft.role.role, draft.speed)

    def candidates(self, wanted: Wanted, *, beside: bool) -> Iterator[Candidate]:
        """Those who could have this part; with somebody beside them first, if asked.

        The first is most like someone or other of all who stay for long, or of all where nobody does, so that those
        with parts are about for as long, stop as often, and are in company as often; but not like those who stop least
        or most often. They come when others of their role do. The last is somebody made for it, where the crowd has
        nobody who fits.
        """
        chance = self._company.chance("cast", wanted.slot)
        fitting = [candidate for n, candidate in self._candidates.items() if self._fits(n, candidate, wanted)]
        order = [fitting[int(n)] for n in chance.permutation(len(fitting))]
        if self._like:
            like = self._somebody(
                [self._figures[candidate.number] for candidate in fitting if candidate.number is not None], chance
            )
            order.sort(key=lambda candidate: _unlike(self._figures[candidate.number or 0], like))
        if beside:
            order.sort(key=lambda candidate: candidate.number not in self.led)
        yield from order
        yield self._make(wanted)

    def _somebody(self, fitting: Sequence[StayOutline], chance: np.random.Generator) -> StayOutline:
        """Somebody who stays for long, but coming as anybody of their role came who was not too late for a part.

        Those who stay for long come at other times than those of their role who do not, more often in company, by other
        ways, and walk more slowly: all of that is seen as they come in, when nobody knows yet how long they will stay.
        """
        like = self._like[int(chance.integers(len(self._like)))]
        latest = max((stay.comes for stay in fitting), default=0)
        came = [stay for stay in self._heads if stay.role == like.role and stay.comes <= latest]
        if not came:
            return like
        other = came[int(chance.integers(len(came)))]
        return replace(like, comes=other.comes, way=other.way, alone=other.alone, speed=other.speed)

    def take(self, candidate: Candidate) -> None:
        """They have a part: nobody else can have it."""
        if candidate.number is not None:
            self._taken.add(candidate.number)

    def _fits(self, number: int, candidate: Candidate, wanted: Wanted) -> bool:
        written, draft = wanted.written, candidate.draft
        ticks_free, deeds_free = self._room[number]
        return (
            number not in self._taken
            and ticks_free >= wanted.moments * A_MOMENT
            and deeds_free >= max(1, wanted.moments - 2)
            and (written.role is None or written.role == draft.role.role)
            and (written.from_ is None or written.from_ == draft.trip.start)
            and (written.carries is None or or_none(written.carries) == draft.looks.carries)
            and (written.arrive is None or _within(draft.part.arrive, written.arrive))
        )

    def _make(self, wanted: Wanted) -> Candidate:
        """Somebody more, of a role as common as it is here, who is about for long enough."""
        company, slot = self._company, wanted.slot
        written, production = wanted.written, company.production
        chance = company.chance("cover", slot)
        lasts = production.scenario.clock.lasts
        line = cover(production.scenario.crowd, company.lingering, written.role, lasts, chance)
        role = production.roles[line.role]
        if written.carries:
            role = role.model_copy(update={"carries": {written.carries: 1.0}})
        needs = (wanted.moments + 1) * A_MOMENT
        arrive = self._comes(wanted, needs)
        trip = company.journey(line, arrive, chance, written.from_)
        script = company.script(slot)
        looks, speed = company.appearance(slot, role)
        enter = company.entry(trip, script.chance)
        pass_time(script, role, trip.bearings, needs + max(0, company.first_act - arrive), speed, enter)
        company.fidget(slot, script)
        leave(script, trip.bearings)
        part = cast.Part(arrive, enter, tuple(script.steps), company.reactions(slot, script, trip))
        draft = PersonDraft(slot, role, looks, speed, part, company.account(slot, role), trip)
        return Candidate(None, draft, _stay(company, draft))

    def _comes(self, wanted: Wanted, needs: int) -> int:
        chance = self._company.chance("arrival", wanted.slot)
        if wanted.written.arrive:
            return ticks(float(chance.uniform(*wanted.written.arrive)))
        latest = max(-PRE_ROLL + 100, self._company.lasts - needs - 2 * LAST_ACT)
        return int(chance.integers(-PRE_ROLL + 1, latest))


def _stay(company: Company, draft: PersonDraft) -> Stay:
    steps, _ = without_stress(draft.part.steps)
    return stay_of(company.spots.walks, draft.part, deeds(steps), draft.speed, (company.first_act, company.lasts))


def _within(tick: int, span: Range) -> bool:
    return ticks(span.low) <= tick <= ticks(span.high)


def _is_posted(company: Company, draft: PersonDraft) -> bool:
    """Whether somebody has a place of their own here, such as a busker's pitch."""
    bound = draft.trip.bearings.destination
    return bound is not None and bound not in company.spots.layout.portals


def _middle(some: Sequence[StayOutline]) -> list[StayOutline]:
    """Those who stop neither least nor most often.

    Whoever stops least has no room for a part. Were those with parts like anybody else, they would be like those who
    stop most often in their stead; and an act now and then takes a stop more than what it is put in the place of. So
    more are left out above than below.
    """
    by_stops = sorted(some, key=lambda stay: stay.stops)
    return by_stops[round(LEAST * len(some)) : round((1 - MOST) * len(some))]


def _unlike(stay: StayOutline, other: StayOutline) -> float:
    """How far two are apart, counted in stops: half a minute more or less is as much as one."""
    company = IN_COMPANY * (stay.alone != other.alone) + OF_A_ROLE * (stay.role != other.role)
    later = abs(max(stay.comes, 0) - max(other.comes, 0)) / HALF_A_MINUTE
    elsewhere = BY_A_WAY * (stay.way != other.way)
    longer, faster = abs(stay.ticks - other.ticks) / HALF_A_MINUTE, abs(stay.speed - other.speed) / FASTER
    return longer + later + abs(stay.stops - other.stops) + company + elsewhere + faster
