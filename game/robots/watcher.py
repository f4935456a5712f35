"""A watcher of people: attends, makes out, remembers, judges. Every level is this one, with other limits."""

from collections.abc import Sequence

import numpy as np

from game.acts import Act
from game.view import Landmark
from game.view.sighting import Sightings

from .attention import Attention
from .judge import Judge, grounds
from .limits import Limits
from .patrol import Patrol
from .perception import Glimpse, Perception
from .remembered import Remembered
from .sieve import Sieve
from .signs import notice
from .track import PersonTrack


class Watcher:
    """One level of skill at work in one venue."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """Fresh eyes: nothing is known but the venue."""
        self._limits = limits
        self._attention = Attention(landmarks, limits)
        self._patrol = Patrol(landmarks, limits)
        self._perception = Perception(landmarks, limits)
        self._sieve = Sieve()
        self._judge = Judge(limits)
        self._tracks: dict[int, PersonTrack] = {}
        self._interest = Remembered(0.0)

    def watch(self, seen: Sightings) -> list[Act]:
        """What to do upon seeing this."""
        interest = self._interest.of(seen.ids)
        rows = self._attention.attend(seen, self._perception.legible(seen), interest)
        reading = self._perception.read(seen, rows)
        marks = [act for now in reading.glimpses(*self._sieve.sift(reading)) for act in self._consider(now)]
        interest = self._interest.of(seen.ids)
        return [*marks, *self._patrol.go(seen, interest), *self._attention.move(seen, interest)]

    def _consider(self, now: Glimpse) -> list[Act]:
        track = self._tracks.get(now.person)
        if track is None:
            track = self._tracks[now.person] = PersonTrack(now.person, self._limits.heedless)
        known = len(track.signs)
        notice(track, now)
        if not known and not track.signs:
            return []
        self._interest.keep(np.array([now.person]), len(grounds(track, now.tick, self._limits)))
        return self._judge.conclude(track, now.tick)
