"""Floors that do not hang together, and the portals that join them."""

from collections.abc import Mapping

from game.geometry import Point

from .ground import Ground


class Levels:
    """Which portal leads on towards another level. `spots` are the portals' places, `leads` what they lead to."""

    def __init__(self, ground: Ground, spots: Mapping[str, Point], leads: Mapping[str, str]) -> None:
        """Find out which floors there are."""
        self._ground = ground
        self._leads = [
            (self._floor(spots[name]), name, spots[name], self._floor(spots[other])) for name, other in leads.items()
        ]

    def _floor(self, at: Point) -> int:
        return int(self._ground.levels[self._ground.node(*at)])

    def towards(self, here: Point, there: Point) -> str | None:
        """The portal to go through first; None on one floor, or where no portals lead over."""
        if not self._leads:
            return None
        start, goal = self._floor(here), self._floor(there)
        reached = {goal}
        while start != goal and start not in reached:
            fits = [one for one in self._leads if one[3] in reached and one[0] not in reached]
            ways = [one for one in fits if one[0] == start]
            if ways:
                return min(ways, key=lambda one: (one[2][0] - here[0]) ** 2 + (one[2][1] - here[1]) ** 2)[1]
            if not fits:
                return None
            reached.update(one[0] for one in fits)
        return None
