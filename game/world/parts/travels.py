"""The ends of ways: who has come to where they were going, and who gives up getting there."""

from collections.abc import Iterator

from .entrances import Thresholds
from .player import Player
from .walking import Going

AT_HAND, NEARBY = 1.5, 4.0
"""Metres from a goal at which one stops at once when the way is blocked, and after two ways round."""
WAYS_ROUND, MOST_WAYS_ROUND = 2, 8
"""How often one tries to get round before making do with being nearby; and at all: the way is shut then, and to walk to
and fro for ever would look like a fault of the scene."""


class Travels:
    """Looks after everybody under way. Both rows of people are told one by one, for each may change the next."""

    def __init__(self, going: Going, thresholds: Thresholds) -> None:
        self._going, self._thresholds = going, thresholds

    def over(self, tick: int) -> Iterator[Player]:
        """Those who have come to the end of their way."""
        for row in self._going.there(tick):
            player = self._thresholds.here.get(row)
            if player is None or not player.way or not self._going.sees_on(player):
                continue
            if not self._going.bend(player, tick, stops=player.stops):
                yield player

    def find_given_up(self, tick: int) -> Iterator[Player]:
        """Those who stay where they are, their way blocked; others who are blocked look for a way round."""
        for row in self._going.find_blocked(tick):
            player = self._thresholds.here.get(row)
            if player is None or not player.way:
                continue
            far, tried = self._going.far(row, *player.way[0]), player.detours
            gives_up = (far < AT_HAND and player.stops) or (tried >= WAYS_ROUND and far < NEARBY)
            gives_up = gives_up or tried > MOST_WAYS_ROUND
            # Who goes out does so in a door: in the middle of the floor they would vanish before our eyes.
            if gives_up and (player.stops or self._thresholds.in_door(player)):
                self._going.hold_up(player, tick, short=far >= AT_HAND)
                yield player
            else:
                self._going.find_a_way(player, tick, stops=player.stops)
