"""What can be shown in a place: the tells and look-alikes that a pool may draw, and the drawing of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from game.clock import ticks
from game.scenario import Layout, Production
from game.scenario.checks.step_walk import every, words
from game.scenario.model import GUARDS, POSTS, Behaviour, WrittenStep
from game.scenario.plans import DrawnLookAlikes, DrawnTells, Planned, allows
from game.truth import CRIME, STRESS, decoy_fault, family, subject_fault
from game.view import Held, Landmark
from game.view.stops import LEAST

NOT_BAGS = (None, "dog", "pushchair", "camera", "parcel", "instrument")
"""What is carried that cannot be put down and searched as a bag can."""
TRIES = 400
"""Draws after which it is given up that some of the repertoire meet the truth rule: a pool too narrow for it."""
OF_STAFF, OF_GUARDS = ("nearest staff", "away from staff"), ("nearest guard", "nearest patrol")
"""Words that mean nobody where the crowd has no staff, or no guard."""
SELDOM = 0.5
"""How often a tell is drawn for which nobody stops anywhere, against any other.

It fits into any stay, and a set that fits is taken: with 1, two such tells were shown 2.6 and 2.0 times as often as an
even share of all (King Street in the morning, 480 subjects)."""
STAYS_NEAR = 0.7
"""Probability that an act is aimed at what is nearest to the last target: people look round from where they are."""


@dataclass(frozen=True)
class Repertoire:
    """The tells and look-alikes that can be shown in a place, and by name what each can be aimed at there."""

    tells: tuple[Behaviour, ...]
    look_alikes: tuple[Behaviour, ...]
    targets: Mapping[str, tuple[Landmark, ...]]
    anywhere: frozenset[str]
    """The names of the tells that take no stop: they can be shown wherever somebody is."""

    def tells_of(self, drawn: DrawnTells, carries: str | None) -> list[Behaviour]:
        """Those that an entry of a pool allows somebody who carries this; reactions are not among them."""
        return [behaviour for behaviour in _find_allowed(self.tells, drawn, carries) if not behaviour.reacts_to]

    def reactions_of(self, drawn: DrawnTells, carries: str | None) -> list[Behaviour]:
        """The same for what is shown only when security comes near."""
        return [behaviour for behaviour in _find_allowed(self.tells, drawn, carries) if behaviour.reacts_to]

    def look_alikes_of(self, drawn: DrawnLookAlikes, carries: str | None) -> list[Behaviour]:
        """The look-alikes that an entry of a pool allows somebody who carries this."""
        return [behaviour for behaviour in _find_allowed(self.look_alikes, drawn, carries) if not behaviour.reacts_to]

    def draw_tells(self, some: Sequence[Behaviour], number: int, chance: np.random.Generator) -> list[Behaviour]:
        """So many of some tells that together meet the truth rule; none at all where they cannot be had."""
        for _ in range(TRIES if len(some) >= number else 0):
            taken = self.in_turn(some, chance)[:number]
            if not subject_fault([behaviour.cue or "" for behaviour in taken]):
                return taken
        return []

    def in_turn(self, some: Sequence[Behaviour], chance: np.random.Generator) -> list[Behaviour]:
        """Some tells by chance; those that take no stop are seldom among the first."""
        likely = np.array([SELDOM if behaviour.name in self.anywhere else 1.0 for behaviour in some])
        # In the order of arrivals at these rates: as if drawn by weight one after another, none twice.
        return [some[int(n)] for n in np.argsort(chance.exponential(size=len(some)) / likely)]

    def plan(self, some: Sequence[Behaviour], chance: np.random.Generator) -> tuple[tuple[Planned, Behaviour], ...]:
        """The behaviours, each at one of the targets that it has here: one near the last, or just any."""
        found: list[tuple[Planned, Behaviour]] = []
        last: Landmark | None = None
        for behaviour in some:
            marks = self.targets[behaviour.name]
            mark = marks[int(chance.integers(len(marks)))] if marks else None
            if last and marks and chance.random() < STAYS_NEAR:
                mark = min(marks, key=partial(_away, last))
            found.append((Planned(name=behaviour.name, target=mark.name if mark else None), behaviour))
            last = mark or last
        return tuple(found)


def _away(mark: Landmark, other: Landmark) -> float:
    return (mark.x - other.x) ** 2 + (mark.y - other.y) ** 2


def repertoire(production: Production, layout: Layout) -> Repertoire:
    """What can be shown in the place of a production, with the staff that its crowd has."""
    lines = production.scenario.crowd
    manned = {name for line in lines for name in (*line.at[: line.present or len(line.at)], *line.to)}
    roles = [production.roles[line.role] for line in lines]
    meaning = {
        *(OF_STAFF if any(role.staff for role in roles) else ()),
        *(OF_GUARDS if any(role.uniform in GUARDS or role.officer for role in roles) else ()),
    }
    targets: dict[str, tuple[Landmark, ...]] = {}
    for behaviour in production.behaviours.values():
        marks = [mark for kind in behaviour.targets for mark in layout.of_kind(kind)]
        fit = tuple(mark for mark in marks if mark.kind not in POSTS or mark.name in manned)
        needs = {*OF_STAFF, *OF_GUARDS} & set(_words(behaviour))
        if behaviour.kind != "everyday" and behaviour.cue and (fit or not behaviour.targets) and needs <= meaning:
            targets[behaviour.name] = fit
    here = [production.behaviours[name] for name in targets]
    tells = tuple(
        behaviour
        for behaviour in here
        if behaviour.kind == "tell" and family(behaviour.cue or "") not in (STRESS, CRIME)
    )
    return Repertoire(
        tells,
        tuple(behaviour for behaviour in here if behaviour.kind == "look-alike"),
        targets,
        frozenset(behaviour.name for behaviour in tells if not takes_a_stop(behaviour)),
    )


def _words(behaviour: Behaviour) -> Iterator[str]:
    """Every word for a place or a person in the steps, as deep as they nest."""
    steps = (step for _, step in every(behaviour.steps, ()) if isinstance(step, WrittenStep))
    return (word for step in steps for _, word in words(step))


def _find_allowed(
    some: Sequence[Behaviour], drawn: DrawnTells | DrawnLookAlikes, carries: str | None
) -> list[Behaviour]:
    return [
        behaviour
        for behaviour in some
        if allows(drawn, behaviour.cue or "", behaviour.subtlety) and carries_enough(behaviour, carries)
    ]


def carries_enough(behaviour: Behaviour, carries: str | None) -> bool:
    """Whether somebody who carries this has what a behaviour needs; small things are in everybody's pockets."""
    needs = behaviour.needs
    if needs is None or needs == carries:
        return True
    return carries not in NOT_BAGS if needs == "bag" else needs in tuple(Held)


def takes_a_stop(behaviour: Behaviour) -> bool:
    """Whether somebody goes somewhere for it, and stands there long enough for a stop."""
    goes, stands = False, 0.0
    for _, step in every(behaviour.steps, ()):
        if not isinstance(step, WrittenStep):
            continue
        if step.verb.meaning.moves:
            goes, stands = True, 0.0
        elif goes:
            stands += sum(step.for_ or step.verb.meaning.seconds) / 2
            if ticks(stands) >= LEAST:
                return True
    return False


def draw_look_alikes(some: Sequence[Behaviour], number: int, chance: np.random.Generator) -> list[Behaviour]:
    """As many as that of the look-alikes, or fewer where more would be too much for an innocent person."""
    taken: list[Behaviour] = []
    for n in chance.permutation(len(some)).tolist():
        if len(taken) < number and not decoy_fault([other.cue or "" for other in [*taken, some[n]]]):
            taken.append(some[n])
    return taken
