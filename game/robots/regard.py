"""What someone's eyes or hand are turned to: the landmark or person nearest to the line of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..view import Landmark
from ..view.sighting import Sightings
from ..view.snapshot import Floats, Ints

EYES = 1.6
"""Height in m from which people look, and at which they are looked at."""
_NARROW = 0.07
_WIDTH = 0.45
_NEARER = 0.012
"""How much each metre counts against a thing: of two on one line, the nearer is more likely meant."""
_FARTHEST, _CLOSE_BY = 45.0, 3.0
STILL = 0.25
"""Speed in m/s below which someone stands."""
NOTHING = -1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is to look at: the landmarks, then the people in view; `at` (t, 3) m."""

    landmarks: tuple[Landmark, ...]
    people: Ints
    at: Floats
    farthest: Floats

    @classmethod
    def of(cls, landmarks: Sequence[Landmark], seen: Sightings, guarding: NDArray[np.bool_]) -> "Surroundings":
        """These landmarks, and the people in view where they are.

        Of the people, those who guard the place can be looked at from afar, others who stand only close by, and
        nobody keeps eye or lens on someone who happens to walk through the line.
        """
        fixed = np.array([(mark.x, mark.y, mark.z or EYES) for mark in landmarks]).reshape(-1, 3)
        heads = np.column_stack([seen.position, np.full(len(seen.ids), EYES)])
        reach = np.where(guarding, _FARTHEST, np.where(seen.speed < STILL, _CLOSE_BY, 0.0))
        farthest = np.concatenate([np.full(len(landmarks), _FARTHEST), reach])
        return cls(tuple(landmarks), seen.ids, np.concatenate([fixed, heads]), farthest)

    def regarded(self, position: Floats, direction: Floats, rise: Floats, own: Ints) -> Ints:
        """For each looker the index of what lies on the line of their eyes or hand; NOTHING if nothing does.

        `rise` is up ÷ (up + along), -1…1, as in `Snapshot.pitch`, nan where it cannot be told, and then heights do
        not count; `own` each looker's index among the people.
        """
        known = ~np.isnan(rise)
        rise = np.where(known, rise, 0.0)
        level = 1.0 - np.abs(rise)
        length = np.sqrt(level * level + rise * rise)
        level, rise = level / length, rise / length
        dx = self.at[None, :, 0] - position[:, :1]
        dy = self.at[None, :, 1] - position[:, 1:]
        dz = np.where(known[:, None], self.at[None, :, 2] - EYES, 0.0)
        square = dx * dx + dy * dy + dz * dz
        ahead = dx * (direction[:, :1] * level[:, None]) + dy * (direction[:, 1:] * level[:, None]) + dz * rise[:, None]
        distance = np.sqrt(square)
        off = np.sqrt(np.maximum(square - ahead * ahead, 0.0)) / (_NARROW * distance + _WIDTH) + _NEARER * distance
        off[(ahead <= 0.3) | (distance > self.farthest)] = np.inf
        off[np.arange(len(position)), len(self.landmarks) + own] = np.inf
        best: Ints = off.argmin(axis=1)
        return np.where(off[np.arange(len(position)), best] <= 1.0, best, NOTHING)
