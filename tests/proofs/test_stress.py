"""Signs of stress are given to everyone alike: they tell nothing (GAO-17-608R), and must not come to."""

from collections import Counter

from game.scenario import Production, Verb
from game.staging.company import STRESS, Company
from game.staging.crowd import crowd
from game.staging.draft import PersonDraft
from game.staging.players import with_players


def _is_stressed(draft: PersonDraft) -> bool:
    """Whether someone fidgets for no reason: an act that is nothing else."""
    acts = Counter(step.act for step in draft.part.steps if step.shows)
    return any(step.verb is Verb.FIDGET and acts[step.act] == 1 for step in draft.part.steps)


def test_subjects_decoys_and_crowd_fidget_at_the_same_rate(king_street: Production, company: Company) -> None:
    """Over many stagings each kind shows stress at the one rate there is, to within chance (four deviations)."""
    shown: Counter[str] = Counter()
    staged: Counter[str] = Counter()
    for seed in range(130):
        troupe = Company(king_street, company.spots, seed)
        for draft in with_players(troupe, list(crowd(troupe)), "as written"):
            if draft.role.staff or (draft.kind == "crowd" and seed >= 5):
                continue
            staged[draft.kind] += 1
            shown[draft.kind] += _is_stressed(draft)
    assert min(staged[kind] for kind in ("subject", "decoy", "crowd")) >= 100, staged
    for kind, number in staged.items():
        margin = 4 * (STRESS * (1 - STRESS) / number) ** 0.5
        assert abs(shown[kind] / number - STRESS) <= margin, (kind, shown[kind], number)
