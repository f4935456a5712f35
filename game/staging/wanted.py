"""Whom a staging asks for: subjects and decoys as they are written, or as many as are drawn from the pools."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np

from game.chance import pick
from game.scenario.model import Scenario
from game.scenario.plans import (
    Decoy,
    DecoyPool,
    DrawnLookAlikes,
    DrawnTells,
    Staged,
    Subject,
    SubjectPool,
    find_written_acts,
)

from .company import Company

Part = Literal["subjects", "decoys"]
Person = TypeVar("Person", Subject, Decoy)
AS_A_RULE = Subject(tells=DrawnTells.model_validate({}))
"""A subject of whom nothing is written, and whom a decoy is held against where the scenario has none."""
ANYBODY = Decoy(look_alikes=DrawnLookAlikes.model_validate({}))
"""A decoy of whom nothing is written."""


@dataclass(frozen=True)
class Wanted:
    """One to be staged: their slot, where they are written, and for how many acts they must have time.

    `as_if` is the subject that a decoy could have been as well. They have time for as many acts, and are found in the
    same way: how long somebody is about, and how often they stop, shall not say what they are.
    """

    slot: str
    entry: str
    kind: Literal["subject", "decoy"]
    written: Subject | Decoy
    moments: int
    as_if: "Wanted | None" = None


def find_wanted(company: Company) -> tuple[Wanted, ...]:
    """Those whom this staging asks for, subjects first."""
    return (*_subjects(company), *_decoys(company))


def _subjects(company: Company) -> Iterator[Wanted]:
    scenario = company.production.scenario
    for slot, entry, subject, chance in _each(company, "subjects", scenario.subjects, scenario.subject_entries):
        yield Wanted(slot, entry, "subject", subject or AS_A_RULE, _moments(company, subject or AS_A_RULE, chance))


def _decoys(company: Company) -> Iterator[Wanted]:
    scenario = company.production.scenario
    for slot, entry, decoy, chance in _each(company, "decoys", scenario.decoys, scenario.decoy_entries):
        as_if = _as_if(company, slot, decoy or ANYBODY, chance)
        yield Wanted(slot, entry, "decoy", decoy or ANYBODY, as_if.moments, as_if)


def _each(
    company: Company, part: Part, people: Staged, entries: Sequence[Person]
) -> Iterator[tuple[str, str, Person | None, np.random.Generator]]:
    """Of everybody whom there is this time: their slot, where they are written and what, None if nowhere; a stream."""
    pooled = isinstance(people, (SubjectPool, DecoyPool))
    for n in range(_number(company, part, people)):
        slot = f"{part}/{n}"
        chance = company.chance("from the pool", slot)
        at = n if not pooled else _by_weight(entries, chance) if entries else None
        entry = part if at is None else f"{part}/pool/{at}" if pooled else slot
        yield slot, entry, None if at is None else entries[at], chance


def _number(company: Company, part: Part, people: Staged) -> int:
    """How many there are this time."""
    if not isinstance(people, (SubjectPool, DecoyPool)):
        return len(people)
    numbers = sorted(people.how_many)
    return numbers[pick(company.chance("how many", part), (people.how_many[number] for number in numbers))]


def _by_weight(pool: Sequence[Person], chance: np.random.Generator) -> int:
    return pick(chance, (entry.weight for entry in pool))


def _moments(company: Company, subject: Subject, chance: np.random.Generator) -> int:
    """How many tells a subject shows whatever anybody else does."""
    if isinstance(subject.tells, DrawnTells):
        low, high = subject.tells.how_many
        return int(chance.integers(int(low), int(high) + 1))
    behaviours = company.production.behaviours
    return sum(not behaviours[act.name].reacts_to for act in subject.tells)


def _as_if(company: Company, slot: str, decoy: Decoy, chance: np.random.Generator) -> Wanted:
    """Some subject whom the same scenario might as well have had, in the place of a decoy of whom this is written."""
    scenario: Scenario = company.production.scenario
    entries = scenario.subject_entries or (AS_A_RULE,)
    subject = entries[_by_weight(entries, chance)]
    cover = {key: getattr(decoy, key) for key in ("role", "arrive", "from_", "carries")}
    moments = max(_moments(company, subject, chance), len(find_written_acts(decoy)))
    return Wanted(f"{slot}/as if", "", "subject", subject.model_copy(update=cover), moments)
