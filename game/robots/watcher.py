"""A watcher of people: attends, makes out, remembers, judges. Every level is this one, with other limits."""

from collections.abc import Sequence

import numpy as np

from ..acts import Act
from ..view import Landmark
from ..view.sighting import Sightings
from .attention import Attention
from .judge import Judge, grounds
from .limits import Limits
from .perception import GUARDING, Glimpse, Perception
from .signs import notice
from .track import Track


class Watcher:
    """One level of skill at work in one venue."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """Fresh eyes: nothing is known but the venue."""
        self._limits = limits
        self._attention = Attention(landmarks, limits)
        self._perception = Perception(landmarks, limits)
        self._judge = Judge(limits.memory)
        self._tracks: dict[int, Track] = {}
        self._interest: dict[int, float] = {}

    def watch(self, seen: Sightings) -> list[Act]:
        """What to do upon seeing this."""
        legible = np.nonzero(self._perception.legible(seen))[0]
        rows = self._attention.attended(seen, legible, self._interest)
        marks = [act for glimpse in self._perception.glimpses(seen, rows) for act in self._consider(glimpse)]
        return marks + self._attention.move(seen, self._interest)

    def _consider(self, now: Glimpse) -> list[Act]:
        if now.uniform in GUARDING:
            return []
        track = self._tracks.get(now.person)
        if track is None:
            track = self._tracks[now.person] = Track(now.person, now, now.tick)
        known = len(track.signs)
        notice(track, now)
        if not known and not track.signs:
            return []
        self._interest[now.person] = float(len(grounds(track, now.tick, self._limits.memory)))
        return self._judge.conclude(track, now.tick)
