"""Staging: from a scenario and a seed to a cast and, sealed apart, the key. All chance of intent is drawn here."""

from game.cast import Cast
from game.chance import stream
from game.course import Prevalence
from game.key import Entry, Key
from game.scenario import Production
from game.scenario.model import MOST_STAGED

from .company import Company
from .crowd import crowd
from .draft import person
from .players import with_players
from .spots import Spots


def stage(production: Production, spots: Spots, seed: int, prevalence: Prevalence | None = None) -> tuple[Cast, Key]:
    """The cast and the key for this seed, placed on the spots of the scenario's venue.

    With prevalence "none", the twin of the scene without its subjects. Row ids are a seeded permutation of the slots,
    so that their order says nothing.
    """
    company = Company(production, spots, seed)
    everyone = list(crowd(company))[:MOST_STAGED]
    drafts = with_players(company, everyone, prevalence or production.scenario.prevalence)
    rows = [int(row) for row in stream(seed, "ids").permutation(len(drafts))]
    people = sorted((person(draft, rows[n], rows) for n, draft in enumerate(drafts)), key=lambda person: person.id)
    entries = sorted(
        (
            Entry(row, draft.slot, draft.kind, draft.nature, draft.acts, draft.entry, draft.finds)
            for draft, row in zip(drafts, rows, strict=True) if draft.kind in {"subject", "decoy"}
        ),
        key=lambda entry: entry.person,
    )
    companions = sorted(row for draft, row in zip(drafts, rows, strict=True) if draft.kind == "companion")
    return Cast(production.id, seed, tuple(people)), Key(tuple(entries), tuple(companions))
