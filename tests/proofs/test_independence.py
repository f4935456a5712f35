"""Looks, speed and things carried are drawn independently of being subject, decoy or crowd, given the role."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import fields
from statistics import NormalDist

import numpy as np
import pytest
from scipy import stats

from game.cast import Looks
from game.chance import stream
from game.scenario import Production
from game.staging.company import Company
from game.staging.crowd import crowd
from game.staging.players import with_players

STAGINGS = 160
Row = tuple[str, str, Looks]
"""Kind (player or crowd), role and looks."""


@pytest.fixture(scope="module")
def rows(king_street: Production, company: Company) -> list[list[Row]]:
    """For each staging: those with a part, and those of the crowd who have their roles and came on their own account.

    Whoever came along with somebody is drawn otherwise, and is left out.
    """
    return [list(_people(king_street, company, seed)) for seed in range(STAGINGS)]


def _people(production: Production, company: Company, seed: int) -> Iterable[Row]:
    staging = Company(production, company.spots, seed)
    drafts = with_players(staging, list(crowd(staging)), "as written")
    roles = {draft.role.role for draft in drafts if draft.kind in ("subject", "decoy")}
    for draft in drafts:
        if draft.kind in ("subject", "decoy"):
            yield "player", draft.role.role, draft.looks
        elif draft.kind == "crowd" and draft.leader is None and draft.role.role in roles:
            yield "crowd", draft.role.role, draft.looks


ATTRIBUTES = [field.name for field in fields(Looks) if field.name not in ("uniform",)]


def _bin(looks: Looks, attribute: str) -> str:
    value = getattr(looks, attribute)
    return f"{value:.1f}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_each_attribute_is_independent_given_the_role(rows: list[list[Row]], attribute: str) -> None:
    """Chi-square of kind against attribute, summed over roles: not rejected at 0.001 over all attributes."""
    tables: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for staging in rows:
        for kind, role, looks in staging:
            tables[role][kind, _bin(looks, attribute)] += 1
    total, freedom = 0.0, 0
    for counts in tables.values():
        kinds = sorted({kind for kind, _ in counts})
        values = [value for value in sorted({value for _, value in counts}) if _expect(counts, kinds, value) >= 5]
        table = np.array([[counts[kind, value] for value in values] for kind in kinds])
        table = table[table.sum(axis=1) > 0]
        if min(table.shape) >= 2:
            chi = stats.chi2_contingency(table)
            total, freedom = total + float(chi.statistic), freedom + int(chi.dof)
    assert freedom == 0 or stats.chi2.sf(total, freedom) > 0.001 / len(ATTRIBUTES)


def _expect(counts: Counter[tuple[str, str]], kinds: list[str], value: str) -> float:
    everyone = sum(counts.values())
    rarest = min(sum(count for (kind, _), count in counts.items() if kind == one) for one in kinds)
    return sum(counts[kind, value] for kind in kinds) * rarest / everyone


def _area(train: list[Row], trial: list[Row]) -> tuple[float, float, float]:
    """Area under the ROC of a naive Bayes classifier of players against the crowd, with its 99 % interval."""
    seen: dict[tuple[str, str], list[float]] = defaultdict(lambda: [1.0, 1.0])
    for kind, _, looks in train:
        for name in ATTRIBUTES:
            seen[name, _bin(looks, name)][kind == "player"] += 1
    totals = [sum(kind != "player" for kind, *_ in train), sum(kind == "player" for kind, *_ in train)]

    def score(looks: Looks) -> float:
        pairs = (seen[name, _bin(looks, name)] for name in ATTRIBUTES)
        return float(sum(np.log(pair[1] / totals[1]) - np.log(pair[0] / totals[0]) for pair in pairs))

    scores = {True: [], False: []}  # type: dict[bool, list[float]]
    for kind, _, looks in trial:
        scores[kind == "player"].append(score(looks))
    rank = stats.mannwhitneyu(scores[True], scores[False])
    m, n = len(scores[True]), len(scores[False])
    area = float(rank.statistic) / (m * n)
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    error = np.sqrt((area * (1 - area) + (m - 1) * (q1 - area**2) + (n - 1) * (q2 - area**2)) / (m * n))
    margin = NormalDist().inv_cdf(0.995) * float(error)
    return area, area - margin, area + margin


def _half(rows: list[list[Row]], first: int, dress: Callable[[Row], Row]) -> list[Row]:
    return [dress(row) for staging in rows[first::2] for row in staging]


def test_a_classifier_learns_nothing_from_looks(rows: list[list[Row]]) -> None:
    """Fitted on half of the stagings and tried on the others, its area under the ROC covers one half."""
    _, low, high = _area(_half(rows, 0, lambda row: row), _half(rows, 1, lambda row: row))
    assert low <= 0.5 <= high


def test_a_planted_hat_is_found(rows: list[list[Row]]) -> None:
    """If those with a part wore a cap two times in five, the classifier would find them: area above 0.6."""
    chance = stream(1, "planted hat")

    def dress(row: Row) -> Row:
        kind, role, looks = row
        if kind != "player" or chance.random() > 0.4:
            return row
        values = {field.name: getattr(looks, field.name) for field in fields(Looks)} | {"hat": "cap"}
        return kind, role, Looks(**values)

    area, low, _ = _area(_half(rows, 0, dress), _half(rows, 1, dress))
    assert area > 0.6
    assert low > 0.5
