"""Whom the keyboard can point at: those in view, in the order in which they stand across the picture."""

from collections.abc import Sequence

import numpy as np

from ..view import Snapshot, Viewpoint
from ..view.exposure import Panel


def in_view(snapshot: Snapshot, viewpoint: Viewpoint, panels: Sequence[Panel] = ()) -> list[int]:
    """The ids of those whose chest is inside the picture and under no panel, from left to right."""
    if not len(snapshot.ids):
        return []
    pixels = viewpoint.project(snapshot.position, 1.2)
    right, down = pixels[:, 0], pixels[:, 1]
    free = (right >= 0) & (right < viewpoint.width) & (down >= 0) & (down < viewpoint.height)
    for left, top, width, height in panels:
        free &= ~((right >= left) & (right < left + width) & (down >= top) & (down < top + height))
    rows = np.nonzero(free)[0]
    return [int(snapshot.ids[row]) for row in sorted(rows, key=lambda row: (right[row], down[row]))]


def wander(people: Sequence[int], person: int | None, step: int) -> int | None:
    """The next of these people, or the one before; from outside, the first or the last."""
    if not people:
        return None
    if person not in people:
        return people[0] if step > 0 else people[-1]
    return people[(people.index(person) + step) % len(people)]


def row_of(snapshot: Snapshot, person: int | None) -> int | None:
    """The row of a person in a snapshot, if they are there."""
    if person is None:
        return None
    row = int(np.searchsorted(snapshot.ids, person))
    return row if row < len(snapshot.ids) and snapshot.ids[row] == person else None


def at_row(snapshot: Snapshot, row: int) -> tuple[float, float]:
    """Where the person of a row stands, in m."""
    x, y = snapshot.position[row].tolist()
    return x, y
