"""What someone's eyes or hand are turned to: the landmark or person nearest to the line of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..view import Landmark
from ..view.snapshot import Floats, Ints

EYES = 1.6
"""Height in m from which people look, and at which they are looked at."""
_NARROW = 0.07
_WIDTH = 0.45
_FARTHEST = 45.0
NOTHING = -1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is to look at: the landmarks, then the people in view; `at` (t, 3) m."""

    landmarks: tuple[Landmark, ...]
    people: Ints
    at: Floats

    @classmethod
    def of(cls, landmarks: Sequence[Landmark], people: Ints, position: Floats) -> "Surroundings":
        """These landmarks, and these people where they stand."""
        fixed = np.array([(mark.x, mark.y, mark.z or EYES) for mark in landmarks]).reshape(-1, 3)
        heads = np.column_stack([position, np.full(len(people), EYES)])
        return cls(tuple(landmarks), people, np.concatenate([fixed, heads]))

    def regarded(self, position: Floats, direction: Floats, rise: Floats, own: Ints) -> Ints:
        """For each looker the index of what lies on the line of their eyes or hand; NOTHING if nothing does.

        `rise` is up ÷ (up + along), -1…1, as in `Snapshot.pitch`; `own` each looker's index among the people.
        """
        level = 1.0 - np.abs(rise)
        length = np.sqrt(level * level + rise * rise)
        level, rise = level / length, rise / length
        dx = self.at[None, :, 0] - position[:, :1]
        dy = self.at[None, :, 1] - position[:, 1:]
        dz = self.at[None, :, 2] - EYES
        square = dx * dx + dy * dy + dz * dz
        ahead = dx * (direction[:, :1] * level[:, None]) + dy * (direction[:, 1:] * level[:, None]) + dz * rise[:, None]
        distance = np.sqrt(square)
        off = np.sqrt(np.maximum(square - ahead * ahead, 0.0)) / (_NARROW * distance + _WIDTH)
        off[(ahead <= 0.3) | (distance > _FARTHEST)] = np.inf
        off[np.arange(len(position)), len(self.landmarks) + own] = np.inf
        best: Ints = off.argmin(axis=1)
        return np.where(off[np.arange(len(position)), best] <= 1.0, best, NOTHING)
