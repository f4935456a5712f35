"""The blind gate: whether a scene can be solved by counting, with the world alone and no look at what anybody does."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from .bound import Bound
from .classifier import Matched, areas
from .counted import BLIND, Counted, CountedPerson
from .resampling import CONFIDENCE, Floats, interval, share

DECOYS, CROWD, MARKS = (0.40, 0.60), (0.0, 0.65), (0.0, 2.0)
"""Limits: of the area by which subjects are told from decoys, and from those of the crowd who stay; and of how many
times as many subjects a blind robot may mark as chance would."""
LIKE_DECOYS = "write no `role`, `from`, `arrive` or `carries`, and let decoys be drawn: `decoys: {how_many: 5-8}`"
LIKE_CROWD = (
    "let fewer tells be shown (`how_many: 3`), or more of the crowd stay as long: a line with `present`, in a role "
    "that goes from spot to spot"
)
LIKE_ROLE = "write no `from`, `arrive` or `carries`, and let more of the crowd be of that role"
MEASURED: Mapping[str, Callable[[CountedPerson], int]] = {
    "stay": lambda person: person.stay,
    "stops": lambda person: person.stops,
}


def bounds(runs: Sequence[Counted], before: Sequence[Matched]) -> tuple[Bound, ...]:
    """All that must hold; `before` are sets of staged people and of their role's crowd, before the first act.

    None where there is never a subject, and so nothing to be found by counting.
    """
    found: list[Bound | None] = []
    for name, by in MEASURED.items():
        against_decoys = _sums(runs, lambda run: run.those("decoy"), by)
        found.append(_bound(f"{name} of subjects against decoys", against_decoys, DECOYS, LIKE_DECOYS))
        against_crowd = _sums(runs, lambda run: run.lingering, by)
        title = f"{name} of subjects against the crowd there for two minutes"
        found.append(_bound(title, against_crowd, CROWD, LIKE_CROWD))
    for robot in BLIND:
        marks = np.array([(run.hits(robot), run.by_chance(robot)) for run in runs], dtype=float)
        found.append(_bound(f"subjects among the marks of {robot}, times chance", marks, MARKS, LIKE_CROWD))
    some = [bound for bound in found if bound]
    return (*some, *_like_their_role(before)) if some else ()


def _sums(
    runs: Sequence[Counted], rivals: Callable[[Counted], list[CountedPerson]], by: Callable[[CountedPerson], int]
) -> Floats:
    """By run: how often subjects have more of something than the rivals of their scene, and how many subjects."""
    sums = []
    for run in runs:
        mine = np.array([by(person) for person in run.those("subject")], dtype=float)
        theirs = np.array([by(person) for person in rivals(run)], dtype=float)
        if len(mine) and len(theirs):
            beaten = (mine[:, None] > theirs) + 0.5 * (mine[:, None] == theirs)
            sums.append((float(beaten.mean(axis=1).sum()), float(len(mine))))
    return np.array(sums, dtype=float).reshape(-1, 2)


def _bound(name: str, sums: Floats, limits: tuple[float, float], helps: str) -> Bound | None:
    found = interval(sums, share)
    return Bound(name, *found, *limits, int((sums[:, 1] > 0).sum()), helps) if found else None


def _like_their_role(before: Sequence[Matched]) -> tuple[Bound, ...]:
    found = areas(before, CONFIDENCE).get("everything together") if before else None
    if found is None:
        return ()
    name = "those with a part against the crowd in their role, before their first act"
    runs = len({matched.run for matched in before})
    return (Bound(name, found.value, found.low, found.high, *DECOYS, runs, LIKE_ROLE),)
