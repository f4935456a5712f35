"""Whom the keyboard can point at: those in view free of panels, in the order in which they stand across the picture."""

from collections.abc import Sequence

import numpy as np
import pygame

from game.view import Snapshot, Viewpoint
from game.view.exposure import Panel
from game.view.snapshot import Floats

CHEST = 1.2
"""Metres above the floor at which somebody is pointed at."""
CROWN, HALF = 1.9, 0.25
"""Metres above the floor to which people reach, and half of how broad they are."""


def in_view(snapshot: Snapshot, viewpoint: Viewpoint, panels: Sequence[Panel] = ()) -> list[int]:
    """The ids of those whose chest is inside the picture and of whom no panel covers anything, from left to right."""
    if not len(snapshot.ids):
        return []
    chest, crown, feet = (viewpoint.project(snapshot.position, snapshot.base + high) for high in (CHEST, CROWN, 0.0))
    right, down, half = chest[:, 0], chest[:, 1], HALF * viewpoint.scale
    free = (right >= 0) & (right < viewpoint.width) & (down >= 0) & (down < viewpoint.height)
    for left, top, width, height in panels:
        across = (right + half >= left) & (right - half < left + width)
        free &= ~(across & (feet[:, 1] >= top) & (crown[:, 1] < top + height))
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


def body(at: Floats, stature: float, viewpoint: Viewpoint) -> pygame.Rect:
    """About where in the window somebody of this stature (m) is who stands at a floor point."""
    x, foot = viewpoint.project(at).tolist()
    head = float(viewpoint.project(at, stature)[1])
    wide = max(1.0, 0.4 * viewpoint.scale)
    return pygame.Rect(round(x - wide), round(head), round(2 * wide), max(1, round(foot - head)))


def into_the_free(box: pygame.Rect, panels: Sequence[Panel], size: tuple[int, int], air: int) -> tuple[int, int]:
    """How far (px, right and down) a box must move for no panel to cover it; nowhere if none does."""
    window = pygame.Rect((0, 0), size)
    rects = [pygame.Rect(panel).inflate(2 * air, 2 * air) for panel in panels]
    if box.collidelist(rects) < 0 and window.contains(box):
        return 0, 0
    left, top, right, bottom = air, air, size[0] - air, size[1] - air
    for panel in rects:
        if panel.right < size[0] // 2:
            left = max(left, panel.right)
        elif panel.left > size[0] // 2:
            right = min(right, panel.left)
        elif panel.centery < size[1] // 2:
            top = max(top, panel.bottom)
        else:
            bottom = min(bottom, panel.top)
    moved = box.clamp(pygame.Rect(left, top, max(1, right - left), max(1, bottom - top)))
    return moved.x - box.x, moved.y - box.y
