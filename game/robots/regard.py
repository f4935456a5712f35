"""What someone's eyes or hand are turned to: the landmark or person nearest to the line of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.geometry import step_length
from game.view import Landmark
from game.view.eyes import EYE_LEVEL
from game.view.sighting import Sightings
from game.view.snapshot import Floats, Ints

Singles = NDArray[np.float32]
_NARROW = 0.07
"""How far off the line a thing may lie for each metre of distance, beside `_WIDTH`: a tangent, of four degrees."""
_WIDTH = 0.45
"""Metres that any thing reaches to either side of its middle: about half of a camera with its arm, or of a body."""
_NEARER = 0.012
"""How much each metre counts against a thing: of two on one line, the nearer is more likely meant."""
_FARTHEST, _CLOSE_BY = 45.0, 3.0
"""Metres beyond which a look is at no landmark and at nobody of staff, and beyond which it is at nobody else. Assumed,
as all of a robot's limits are."""
STILL = 0.25
"""Speed in m/s below which someone stands."""
NOTHING = -1

PROTECTS = ("camera", "staff", "gates", "exit", "door")
"""The sorts of things that protect a place."""
SECURITY = {
    "camera": "camera",
    "guard post": "staff", "staff post": "staff", "patrol post": "staff",
    "gateline": "gates", "gate": "gates", "way out gate": "gates", "security arch": "gates", "barrier": "gates",
    "exit": "exit",
    "staff door": "door", "service door": "door",
}  # fmt: skip
"""What protects a place, by the landmark's kind: the word for its sort."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What eyes or a hand were on: its sort (as in SECURITY, or person, or the landmark's kind), and which one."""

    sort: str
    name: str
    distance: float


class Fixtures:
    """The landmarks of a venue, as things to look at."""

    def __init__(self, landmarks: Sequence[Landmark]) -> None:
        """These landmarks."""
        self.landmarks = tuple(landmarks)
        self.at = np.array([mark.aim for mark in landmarks], dtype=np.float32).reshape(-1, 3)
        self.farthest = np.full(len(landmarks), _FARTHEST, dtype=np.float32)
        sorts = [SECURITY.get(mark.kind) for mark in landmarks]
        self.sort = np.array([PROTECTS.index(sort) if sort else NOTHING for sort in sorts], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is to look at: the landmarks, then some people in view; `at` (t, 3) m, `sort` in PROTECTS."""

    landmarks: tuple[Landmark, ...]
    people: Ints
    at: Singles
    farthest: Singles
    sort: Ints

    @classmethod
    def of(cls, fixtures: Fixtures, seen: Sightings, guarding: NDArray[np.bool_]) -> "Surroundings":
        """The landmarks, and of the people in view those whom one may be looking at.

        Those who guard the place can be looked at from afar, others who stand only close by, and nobody keeps eye or
        lens on someone who happens to walk through the line.
        """
        rows = (guarding | (seen.speed < STILL)).nonzero()[0]
        guards = guarding.take(rows)
        heads = np.empty((len(rows), 3), dtype=np.float32)
        heads[:, :2], heads[:, 2] = seen.position.take(rows, axis=0), EYE_LEVEL
        return cls(
            fixtures.landmarks,
            seen.ids.take(rows),
            np.concatenate([fixtures.at, heads]),
            np.concatenate([fixtures.farthest, np.where(guards, np.float32(_FARTHEST), np.float32(_CLOSE_BY))]),
            np.concatenate([fixtures.sort, np.where(guards, PROTECTS.index("staff"), NOTHING)]),
        )

    def find_regarded(self, position: Floats, direction: Floats, rise: Floats) -> Ints:
        """For each looker the index of what lies on the line of their eyes or hand; NOTHING if nothing does.

        `rise` is up ÷ (up + along), -1…1, as in `Snapshot.pitch`, nan where it cannot be told, and then heights do
        not count. Nobody looks at what is within 0.3 m, and so not at themselves.
        """
        if not len(position) or not len(self.at):
            return np.full(len(position), NOTHING)
        known = ~np.isnan(rise)
        up = np.where(known, rise, 0.0)
        along = 1.0 - np.abs(up)
        length = np.sqrt(along * along + up * up)
        line = np.column_stack([direction * (along / length)[:, None], up / length]).astype(np.float32)
        where = position.astype(np.float32)
        dx = self.at[:, 0] - where[:, :1]
        dy = self.at[:, 1] - where[:, 1:]
        dz = (self.at[:, 2] - EYE_LEVEL) * known[:, None]
        ahead = dx * line[:, :1]
        ahead += dy * line[:, 1:2]
        ahead += dz * line[:, 2:]
        square = dx * dx
        square += dy * dy
        square += dz * dz
        distance = np.sqrt(square)
        aside = square - ahead * ahead
        off = np.sqrt(np.maximum(aside, 0.0, out=aside), out=aside)
        off /= _NARROW * distance + _WIDTH
        off += _NEARER * distance
        # What is at one's own body is not looked at, only past.
        off[(ahead <= 0.3) | (distance > self.farthest)] = np.inf
        best: Ints = off.argmin(axis=1)
        return np.where(off[np.arange(len(off)), best] <= 1.0, best, NOTHING)

    def thing(self, at: int, x: float, y: float) -> Thing | None:
        """The thing of this index, for someone who stands at x, y."""
        if at == NOTHING:
            return None
        dx, dy = float(self.at[at, 0]) - x, float(self.at[at, 1]) - y
        distance = step_length(dx, dy)
        if at < len(self.landmarks):
            mark = self.landmarks[at]
            return Thing(SECURITY.get(mark.kind, mark.kind), mark.name, distance)
        sort = "person" if self.sort[at] == NOTHING else "staff"
        return Thing(sort, str(self.people[at - len(self.landmarks)]), distance)
