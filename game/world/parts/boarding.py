"""Trains that stop at a platform's edge and go on: whoever leaves by one waits for it, and for those who get off."""

from collections.abc import Mapping

from game.cast import Step, Target
from game.clock import TICK, ticks
from game.geometry import Point, step_length
from game.scenario.verbs import Verb
from game.timetable import Service

from ..bodies import Bodies
from ..floor.ground import Ground
from .doors import GOING, INSIDE_TRAIN, Door, Doors, spread
from .player import Player

AT_HAND = 3.0
"""Metres from one's own spot on the platform within which one is there: others may have taken it."""
NEAREST, DEEP = 0.9, 1.6
"""Metres that the first to wait keep from the edge, and how much farther off the last are."""
BESIDE = 1.5
"""Metres to the side of a pair of doors at which one waits, so that others can get off."""
LETS_OFF, HESITATES = 4.0, 4.0
"""Seconds for which those who wait let others get off first, and by how much some of them take longer."""
LOOKS_ROUND = 1.0
"""Seconds from coming to one's spot on the platform to settling down to wait."""
WALKS = 1.1
"""Metres a second that one counts on getting on by, among others on a platform."""
EYES_ON = 1.4
"""Metres above the platform at which those who wait look down the track."""


class Boarding:
    """When those who leave by train may do so."""

    def __init__(self, services: Mapping[str, Service], doors: Doors, ground: Ground, bodies: Bodies) -> None:
        """For the trains of a venue, by the portal beside which they stop."""
        self._services, self._doors, self._ground, self._bodies = services, doors, ground, bodies

    def before(self, player: Player, step: Step, tick: int) -> Step | None:
        """What somebody has to do before they can leave as a step says: go along the platform, or wait."""
        door = self._doors.find_way_out(player, step)
        service = self._services.get(door.name) if door else None
        if door is None or service is None:
            return None
        spot = self._spot(player.id, door)
        x, y = self._bodies.at(player.row)
        far = step_length(spot[0] - x, spot[1] - y)
        if far / WALKS < service.stands(tick) * TICK:
            return None
        if far > AT_HAND:
            return Step(Verb.WAIT, ticks(LOOKS_ROUND), to=Target(door.name, point=(*spot, 0.0)))
        due = service.due(tick) + ticks(LETS_OFF + HESITATES * 0.5 * (1.0 + spread(player.id, GOING)))
        if player.id % 3 == 0:
            return Step(Verb.READ, due, held="phone")
        track = (spot[0] - 4.0 * door.inward[0], spot[1] - 4.0 * door.inward[1], EYES_ON)
        return Step(Verb.WAIT, due, at=Target(door.name, point=track))

    def is_shut(self, player: Player, tick: int) -> bool:
        """Whether the doors that somebody has come to, to leave by them, are those of a train that is not there."""
        door = self._doors.at(*self._bodies.at(player.row))
        service = self._services.get(door.name) if door else None
        return service is not None and not service.stands(tick)

    def _spot(self, person: int, door: Door) -> Point:
        """Where somebody waits: beside one of the doors, some of them nearer to the edge than others."""
        share = spread(person, GOING)
        # 29 and 101 share no factor: a spread of its own, so that depth does not go with the place along the train.
        back = NEAREST + DEEP * (person * 29 % 101 / 100) - INSIDE_TRAIN
        aside = BESIDE if person % 2 else -BESIDE
        x, y = door.spot(share)
        return self._ground.snap(
            x + door.along[0] * aside + door.inward[0] * back, y + door.along[1] * aside + door.inward[1] * back
        )
