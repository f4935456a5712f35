"""Floors that do not hang together, and the portals that join them."""

from collections.abc import Collection, Mapping

from game.geometry import Point, step_length

from .ground import Ground

OUT_OF_THE_WAY = 60.0
"""Metres that people go to stairs or an escalator rather than wait for a lift."""


class Levels:
    """Which portal leads on towards another level. `spots` are the portals' places, `leads` what they lead to."""

    def __init__(
        self, ground: Ground, spots: Mapping[str, Point], leads: Mapping[str, str], lifts: Collection[str] = ()
    ) -> None:
        """Find out which floors there are; `lifts` are the portals that one would rather not wait for."""
        self._lifts = frozenset(lifts)
        self._ground = ground
        self._leads = [
            (self._floor(spots[name]), name, spots[name], self._floor(spots[other]), other)
            for name, other in leads.items()
        ]

    def _floor(self, at: Point) -> int:
        return int(self._ground.levels[self._ground.node(*at)])

    def towards(self, here: Point, there: Point, closed: Collection[str] = ()) -> str | None:
        """The portal to go through first; None on one floor, or where none lead over that are not closed."""
        if not self._leads:
            return None
        start, goal = self._floor(here), self._floor(there)
        reached = {goal}
        while start != goal and start not in reached:
            leads = self._leads
            if closed:
                leads = [lead for lead in leads if lead[1] not in closed and lead[4] not in closed]
            fits = [lead for lead in leads if lead[3] in reached and lead[0] not in reached]
            ways = [lead for lead in fits if lead[0] == start]
            if ways:
                return min(ways, key=lambda lead: self._far(here, lead[1], lead[2]))[1]
            if not fits:
                return None
            reached.update(lead[0] for lead in fits)
        return None

    def _far(self, here: Point, portal: str, spot: Point) -> float:
        away = step_length(spot[0] - here[0], spot[1] - here[1])
        return away + OUT_OF_THE_WAY * (portal in self._lifts)
