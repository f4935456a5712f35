"""Where a watcher on the floor walks: round the places worth guarding, and up to whoever is worth a look."""

from collections.abc import Sequence
from math import hypot

import numpy as np

from game.acts import Act, Go
from game.geometry import Point
from game.view import Landmark
from game.view.sighting import Sightings
from game.view.snapshot import Floats

from .attention import STRIKING
from .limits import Limits
from .regard import SECURITY

EVERY = 100
"""Ticks after which one thinks again about where to go."""
NEAR_ENOUGH = 7.0
"""Metres from which eyes and hands are made out; nobody needs to come nearer."""
_THERE = 3.0
"""Metres within which a stop of the round counts as reached."""


class Patrol:
    """The walk of one watcher's own figure; without one there is none."""

    def __init__(self, landmarks: Sequence[Landmark], limits: Limits) -> None:
        """A round of what protects the place, or of all landmarks where nothing does."""
        protects = [(mark.x, mark.y) for mark in landmarks if mark.kind in SECURITY]
        self._stops = protects or [(mark.x, mark.y) for mark in landmarks]
        self._approaches = limits.approaches
        self._waiting = list(range(len(self._stops)))
        self._since = -(10**9)

    def go(self, seen: Sightings, interest: Floats) -> list[Act]:
        """The next place to go to, if it is time: up to somebody, or else on with the round; `interest` by row."""
        if not seen.stands or seen.tick - self._since < EVERY:
            return []
        self._since = seen.tick
        to = self._up_to(seen, seen.stands, interest) if self._approaches else None
        to = to or self._next_stop(seen.stands)
        return [Go(*to)] if to else []

    def _up_to(self, seen: Sightings, here: Point, interest: Floats) -> Point | None:
        """A spot from which to see whoever is most worth it, the nearest of several; one's own if it is one."""
        worth = interest + STRIKING[seen.pose]
        if not worth.any():
            return None
        away = seen.position - here
        far = np.sqrt((away * away).sum(axis=1))
        # Of those who are as interesting, the nearest: a hundredth for each metre decides nothing else.
        row = int((worth - 0.01 * far).argmax())
        share = max(0.0, 1.0 - NEAR_ENOUGH / max(float(far[row]), NEAR_ENOUGH))
        return here[0] + share * float(away[row, 0]), here[1] + share * float(away[row, 1])

    def _next_stop(self, here: Point) -> Point | None:
        """The nearest of those stops that this round has not come to yet."""

        def far(stop: int) -> float:
            x, y = self._stops[stop]
            return hypot(x - here[0], y - here[1])

        elsewhere = [stop for stop in range(len(self._stops)) if far(stop) > _THERE]
        self._waiting = [stop for stop in self._waiting if stop in elsewhere] or elsewhere
        return self._stops[min(self._waiting, key=far)] if self._waiting else None
