"""Subjects and decoys: some of the crowd, who show tells or look-alikes in the place of some of what they do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, product

import numpy as np

from game import cast
from game.geometry import step_length
from game.key import KeyAct, Lies
from game.scenario.model import Behaviour
from game.scenario.plans import DrawnLookAlikes, DrawnTells, Planned, Subject, find_written_acts
from game.scenario.verbs import LEGIBLE_AT, Reads, Verb

from .arranging import MISPLACED, Act, Order, arrange, settle
from .casting import Candidate, Casting
from .companions import are_friends, companion
from .company import Company, radius
from .draft import PersonDraft
from .everyday import Deed, shape, without_stress
from .repertoire import Repertoire, draw_look_alikes, repertoire
from .script import PlayedBehaviour, Script, mostly_read
from .spots import WAYS, Spots
from .wanted import Wanted, find_wanted

PARTS: dict[Reads, int] = {"gaze": 1, "hands": 12, "gait": 16}
"""Body parts (mask as in `log.Exposed`) of which one must be in view."""
DRAWS, PEOPLE = 10, 6
"""How many sets of acts are drawn for somebody before another is tried; and how many people are tried, or more as long
as an act would come too soon or too late."""
MOST_DRAWS = 24
"""How many sets are drawn for somebody already found, as long as an act would come too soon or too late."""
FROM_AFAR = 14.0
"""Metres from which something can be studied, filmed or watched by whoever stands there already, and sees it."""
FITS = 0.5
"""What may count against an order of acts that is taken without looking further: a quarter of a stop or of a minute.

With 4 draws and half a stop, subjects stopped .37 times more often than they would have anyway, and decoys, who show
fewer acts, .02; now it is .17 and .01 (King Street in the morning, 40 seeds, on paper)."""


@dataclass(frozen=True)
class Chosen:
    """What somebody is to show, in order, and what only when security comes near."""

    acts: tuple[tuple[Planned, Behaviour], ...]
    reactions: tuple[Behaviour, ...]

    @property
    def meets_somebody(self) -> bool:
        """Whether a second person is needed for it."""
        return any(behaviour.partners for _, behaviour in self.acts)

    @property
    def among_friends(self) -> bool:
        """Whether that one is openly with them."""
        return are_friends([behaviour for _, behaviour in self.acts])


@dataclass(frozen=True)
class Rehearsed:
    """Somebody with what they are to show, and the order in which it fits best into what they do anyway."""

    candidate: Candidate
    chosen: Chosen
    script: Script
    played: tuple[PlayedBehaviour, ...]
    acts: tuple[Act, ...]
    order: Order
    partner: int | None


class Players:
    """One staging's subjects and decoys: found among the crowd one after another, and given their parts."""

    def __init__(self, company: Company, crowd: Sequence[PersonDraft]) -> None:
        """Nobody has a part yet."""
        self._company = company
        self._repertoire: Repertoire = repertoire(company.production, company.spots.layout)
        self._casting = Casting(company, crowd)
        self.drafts = list(crowd)
        """The crowd with those who have parts among it, and at the end whoever had to be made for them."""

    def cast(self, wanted: Wanted, *, innocent: bool) -> None:
        """Find somebody for a part and let them play it; if `innocent`, only find them."""
        rehearsed = self._rehearse_best(wanted)
        candidate = rehearsed.candidate
        number = candidate.number
        if number is None:
            number = len(self.drafts)
            self.drafts.append(candidate.draft)
        self._casting.take(candidate)
        player, meets = _player(self._company, wanted, rehearsed)
        if not innocent:
            self.drafts[number] = player
            self._set_aside(number)
        if rehearsed.partner == len(self.drafts):
            of = replace(player, kind="crowd") if innocent else player
            friends = rehearsed.chosen.among_friends
            self.drafts.append(companion(self._company, of, number, meets, friends=friends))

    def _set_aside(self, leader: int) -> None:
        """Whoever came with somebody who has a part is company, and nobody's to judge."""
        for n, draft in enumerate(self.drafts):
            if draft.leader == leader:
                self.drafts[n] = replace(draft, kind="companion")

    def _rehearse_best(self, wanted: Wanted) -> Rehearsed:
        """Somebody for a part, with what they are to show put where it fits best.

        For a decoy it is whoever would have been found for a subject.
        """
        if wanted.as_if is None:
            found = self._find(wanted, beside=False)
            if not found.acts:
                raise ValueError(f"no subject can be drawn from {wanted.entry} in {self._company.production.venue_id}")
            return found
        as_if = self._find(wanted.as_if, beside=self._needs_a_friend(wanted))
        candidate = self._stay_as_if(as_if)
        chance = self._company.chance("order", wanted.slot)
        best = self._rehearse(wanted, candidate, 0, chance)
        for draw in range(1, MOST_DRAWS if _is_drawn(wanted) else 1):
            if best.order.misfit < (MISPLACED if draw >= DRAWS else FITS):
                break
            best = min(
                best, self._rehearse(wanted, candidate, draw, chance), key=lambda rehearsed: rehearsed.order.misfit
            )
        return best

    def _stay_as_if(self, found: Rehearsed) -> Candidate:
        """Whoever was found, to stay as long and stop as often as if they did what they were found for.

        Subjects stop somewhat more often than they would anyway: the more acts, the harder to fit in.
        """
        stay, steps = found.candidate.stay, settle(found.order, fresh=found.script.next_act())
        whole = shape(self._company.spots.walks, steps, stay.enter, stay.speed, stay.seen)
        return replace(found.candidate, stay=replace(stay, shape=whole))

    def _find(self, wanted: Wanted, *, beside: bool) -> Rehearsed:
        """The first set of acts that fits well into the stay of any of a few people; or else what fits best.

        Acts come before people: were another set drawn for whomever one does not fit, those that take no time and no
        place would come more often than others.
        """
        chance = self._company.chance("order", wanted.slot)
        candidates = self._casting.candidates(wanted, beside=beside)
        few, draws = list(islice(candidates, PEOPLE)), range(DRAWS if _is_drawn(wanted) else 1)
        tries = chain(product(draws, few), ((0, candidate) for candidate in candidates))
        draw, candidate = next(tries)
        best = self._rehearse(wanted, candidate, draw, chance)
        for tried, (draw, candidate) in enumerate(tries, start=1):
            if best.order.misfit < (FITS if tried < len(draws) * len(few) else MISPLACED):
                break
            now = self._rehearse(wanted, candidate, draw, chance)
            best = min(best, now, key=lambda rehearsed: rehearsed.order.misfit)
        return best

    def _needs_a_friend(self, wanted: Wanted) -> bool:
        """Whether what is written for a decoy is done with somebody."""
        return any(self._company.production.behaviours[act.name].partners for act in find_written_acts(wanted.written))

    def _rehearse(self, wanted: Wanted, candidate: Candidate, draw: int, chance: np.random.Generator) -> Rehearsed:
        company, draft = self._company, candidate.draft
        chosen = self._choose(wanted, candidate, draw)
        partner = self._partner(candidate, chosen)
        bearings = replace(draft.trip.bearings, partner=partner)
        script = company.script(f"{wanted.slot}/{draw}" if draw else wanted.slot)
        script.acts = _free_act(draft.part)
        played: list[PlayedBehaviour] = []
        acts: list[Act] = []
        for planned, behaviour in chosen.acts:
            now, steps = script.apart(behaviour, bearings, planned.target)
            here = _from_where_they_stand(company.spots, acts[-1].deed.steps, steps) if acts else None
            played.append(now)
            acts.append(Act(Deed(steps, spare=True), here, planned.after))
        order = arrange(company.spots.walks, candidate.stay, acts, chance, wanted.moments)
        return Rehearsed(candidate, chosen, script, tuple(played), tuple(acts), order, partner)

    def _partner(self, candidate: Candidate, chosen: Chosen) -> int | None:
        """The number of whoever is met: a friend who came along, or somebody who has to be made for it."""
        if not chosen.meets_somebody:
            return None
        if chosen.among_friends and candidate.number is not None and candidate.number in self._casting.led:
            return candidate.number + 1
        return len(self.drafts) + (candidate.number is None)

    def _choose(self, wanted: Wanted, candidate: Candidate, draw: int) -> Chosen:
        behaviours, known = self._company.production.behaviours, self._repertoire
        chance, carries = self._company.chance("acts", f"{wanted.slot}/{draw}"), candidate.draft.looks.carries
        acts = wanted.written.tells if isinstance(wanted.written, Subject) else wanted.written.look_alikes
        if isinstance(acts, DrawnTells):
            reactions = known.reactions_of(acts, carries)
            reaction = (reactions[int(chance.integers(len(reactions)))],) if reactions else ()
            tells = known.draw_tells(known.tells_of(acts, carries), wanted.moments, chance)
            return Chosen(known.plan(tells, chance), reaction)
        if isinstance(acts, DrawnLookAlikes):
            low, high = acts.how_many
            number = min(int(chance.integers(int(low), int(high) + 1)), wanted.moments)
            alone = candidate.number not in self._casting.led
            some = [act for act in known.look_alikes_of(acts, carries) if not (act.partners and alone)]
            return Chosen(known.plan(draw_look_alikes(some, number, chance), chance), ())
        pairs = [(act, behaviours[act.name]) for act in acts]
        return Chosen(
            tuple((act, behaviour) for act, behaviour in pairs if not behaviour.reacts_to),
            tuple(behaviour for _, behaviour in pairs if behaviour.reacts_to),
        )


def _free_act(part: cast.Part) -> int:
    """The least number that no act of a part has, nor any of its reactions, which go on being what they are."""
    steps = chain(part.steps, *(reaction.steps for reaction in part.reactions))
    return 1 + max((step.act for step in steps if step.act is not None), default=-1)


def _from_where_they_stand(
    spots: Spots, before: Sequence[cast.Step], steps: tuple[cast.Step, ...]
) -> Deed | None:
    """An act without the way to it, if it can as well be shown where the one before it was."""
    ways = [n for n, step in enumerate(steps) if step.to is not None or step.verb.meaning.moves]
    ended = next((step.to.point for step in reversed(before) if step.to), None)
    aim = next((target.point for step in steps for target in (step.facing, step.at) if target and target.point), None)
    near = steps[0].to is not None and steps[0].to.name.startswith("near ")
    if ways != [0] or not near or steps[0].verb is not Verb.WALK or steps[0].ticks or ended is None or aim is None:
        return None
    low, _ = WAYS["near "]
    away = step_length(ended[0] - aim[0], ended[1] - aim[1])
    fits = low <= away <= FROM_AFAR and spots.sees(ended[:2], aim[:2])
    return Deed(steps[1:], spare=True) if fits else None


def with_players(company: Company, crowd: Sequence[PersonDraft], prevalence: str) -> list[PersonDraft]:
    """The crowd with some of it cast as subjects and decoys, and at the end whoever had to be made for them.

    With prevalence "none" those who would have been subjects do what they do anyway.
    """
    players = Players(company, crowd)
    for part in in_any_order(company, find_wanted(company)):
        players.cast(part, innocent=prevalence == "none" and part.kind == "subject")
    return players.drafts


def in_any_order(company: Company, some: Sequence[Wanted]) -> list[Wanted]:
    """Those with a part in the order in which they are found, by a number drawn for each.

    Of the few who have time for a part, whoever is found first stays longest: that shall not always be a subject. And
    taking one out leaves all as they were who are found before them.
    """
    return sorted(some, key=lambda wanted: float(company.chance("found", wanted.slot).random()))


def _is_drawn(wanted: Wanted) -> bool:
    return not find_written_acts(wanted.written)


def hold_back(steps: Sequence[cast.Step], acts: Collection[int], until: int) -> list[cast.Step]:
    """The steps, with a wait just before the first of these acts that ends at tick `until`; none where that is past.

    People are faster or slower than on paper, and no act may begin while only what is normal is watched. They wait
    where the act is, as far as that is a spot on the floor.
    """
    first = next((n for n, step in enumerate(steps) if step.act in acts and step.shows), None)
    if first is None:
        return list(steps)
    there = steps[first].to
    plain = there is not None and there.point is not None and not there.queue and not there.seat
    goes = plain and not steps[first].verb.meaning.moves
    wait = cast.Step(Verb.WAIT, to=there if goes else None, until=until)
    return [*steps[:first], wait, *steps[first:]]


def _player(company: Company, wanted: Wanted, rehearsed: Rehearsed) -> tuple[PersonDraft, int]:
    """The draft of somebody with their part, and the tick at which they meet whom they meet."""
    draft, order, script = rehearsed.candidate.draft, rehearsed.order, rehearsed.script
    _, stress = without_stress(draft.part.steps)
    steps = list(settle(order, fresh=script.next_act()))
    if company.production.scenario.baseline:
        steps = hold_back(steps, {played.act for played in rehearsed.played}, company.first_act)
    if stress:
        steps.insert(int(company.chance("stress: when", wanted.slot).integers(1, len(steps))), stress)
    acts = tuple(
        key_act(played, act.deed.steps, conditional=False)
        for played, act in zip(rehearsed.played, rehearsed.acts, strict=True)
    )
    reactions, bonus = _reactions(company, wanted, rehearsed)
    part = replace(draft.part, steps=tuple(steps), reactions=reactions or draft.part.reactions)
    written = wanted.written
    said = written.account
    account = cast.Account(said.claims) if said else draft.account
    player = replace(
        draft,
        slot=wanted.slot,
        part=part,
        account=account,
        kind=wanted.kind,
        nature=written.nature if isinstance(written, Subject) else "none",
        finds=(written.finds or "") if isinstance(written, Subject) else "",
        entry=wanted.entry,
        acts=(*acts, *bonus),
    )
    return player, _meets(company, player, [act for _, act in rehearsed.chosen.acts], rehearsed.played)


def _meets(
    company: Company, player: PersonDraft, behaviours: Sequence[Behaviour], played: Sequence[PlayedBehaviour]
) -> int:
    """The tick at which the last of the acts begins for which they need somebody."""
    with_somebody = [
        played_behaviour.act
        for played_behaviour, behaviour in zip(played, behaviours, strict=True)
        if behaviour.partners
    ]
    if not with_somebody:
        return player.part.arrive
    steps = player.part.steps
    first = next(n for n, step in enumerate(steps) if step.act == with_somebody[-1])
    return player.part.arrive + company.spots.walks.duration(steps[:first], player.part.enter, player.speed)


def _reactions(
    company: Company, wanted: Wanted, rehearsed: Rehearsed
) -> tuple[tuple[cast.Reaction, ...], tuple[KeyAct, ...]]:
    """How somebody with a part reacts to security, if the author gave them a reaction and chance wills it."""
    chance = company.chance("reaction", wanted.slot)
    odds = company.production.scenario.reactions
    reacts = chance.random() < (odds.subjects if wanted.kind == "subject" else odds.others)
    reactions, acts = [], []
    for behaviour in rehearsed.chosen.reactions if reacts else ():
        played, steps = rehearsed.script.apart(behaviour, rehearsed.candidate.draft.trip.bearings)
        stimulus = behaviour.reacts_to or "officer near"
        reactions.append(cast.Reaction(stimulus, radius(chance), steps, company.first_act))
        acts.append(key_act(played, steps, conditional=True))
    return tuple(reactions), tuple(acts)


def key_act(played: PlayedBehaviour, steps: Sequence[cast.Step], *, conditional: bool) -> KeyAct:
    """What the key says of one act: made out by what its decisive steps ask of the onlooker, the longest of them."""
    reads = mostly_read(step for step in steps if step.decisive)
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
        leaves=Lies(behaviour.leaves.hidden, behaviour.leaves.obvious, behaviour.leaves.typical)
        if behaviour.leaves else None,
    )
