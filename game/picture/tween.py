"""Everyone between two moments: positions in between, directions by the shorter way round."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.view import Snapshot

Floats = NDArray[np.float64]
_JUMP = 1.2
"""Further than this (m) in one tick is not walking: nobody is drawn in between."""


def between(before: Snapshot, after: Snapshot, fraction: float) -> Snapshot:
    """The scene `fraction` of the way from one snapshot to the next: the people of `after`, moved back in time."""
    if fraction >= 1 or before is after or not len(after.ids) or not len(before.ids):
        return after
    rows = np.minimum(np.searchsorted(before.ids, after.ids), len(before.ids) - 1)
    step = after.position - before.position[rows]
    same = (before.ids[rows] == after.ids) & (np.abs(step).max(axis=1) < _JUMP)
    share = np.where(same, fraction, 1.0)
    back = 1 - share

    def turn_towards(a: Floats, b: Floats) -> Floats:
        return _turn(a[rows], b, share)

    phase = after.phase - before.phase[rows]
    phase = phase - np.round(phase)
    keeps = before.pose[rows] == after.pose
    return replace(
        after,
        position=after.position - step * back[:, None],
        heading=turn_towards(before.heading, after.heading),
        head=turn_towards(before.head, after.head),
        gaze=turn_towards(before.gaze, after.gaze),
        hand=turn_towards(before.hand, after.hand),
        pitch=after.pitch - (after.pitch - before.pitch[rows]) * back,
        phase=np.where(keeps, _within(after.phase - phase * back), after.phase),
        speed=after.speed - (after.speed - before.speed[rows]) * back,
        base=after.base - (after.base - before.base[rows]) * back,
        late=(1 - fraction) * (after.tick - before.tick),
    )


def _within(phase: Floats) -> Floats:
    """Phases brought back to 0 … 1; the end of a clip that plays once stays its end."""
    return phase - (phase > 1) + (phase < 0)


def _turn(a: Floats, b: Floats, share: Floats) -> Floats:
    """Unit vectors between a and b by the shorter way; opposite ones turn left."""
    cross = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    angle = np.arctan2(cross, (a * b).sum(axis=1)) * share
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([a[:, 0] * cos - a[:, 1] * sin, a[:, 0] * sin + a[:, 1] * cos], axis=1)
