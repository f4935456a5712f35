"""Trains and buses that stop and go on: whoever leaves by one waits for it, and for those who get off or on first."""

from collections.abc import Mapping

import numpy as np

from game.cast import Step, Target
from game.clock import TICK, ticks
from game.geometry import Point, step_length
from game.scenario.premises import Place
from game.scenario.verbs import Verb
from game.timetable import Service

from ..bodies import Bodies
from ..floor.ground import Ground
from .doors import GOING, INSIDE_TRAIN, Door, Doors, spread
from .player import Player
from .queues import Queue
from .walking import BERTH

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
FIRST_ON, GETS_ON = 2.0, 2.0
"""Seconds from a bus's doors opening to the first to get on, and from one to the next: a card is held to the reader."""
IN_LINE = 0.5
"""Metres from one's spot in a line within which one stands in it."""
LINE_TURNS = 8
"""Spots after which a line that leads away from the kerb goes on beside the bus: a long one would cut a hall in two."""
LOOKS_UP_ROAD = 12.0
"""Metres up the road to where those in a line look out for the bus."""
LONGEST_LINE = 60
"""Spots in a line; whoever finds none free stands at its end."""


class Boarding:
    """When those who leave by train may do so."""

    def __init__(self, services: Mapping[str, Service], doors: Doors, ground: Ground, bodies: Bodies) -> None:
        """For the trains of a venue, by the portal beside which they stop."""
        self._services, self._doors, self._ground, self._bodies = services, doors, ground, bodies
        self._lines: dict[str, Queue] = {}

    def before(self, player: Player, step: Step, tick: int) -> Step | None:
        """What somebody has to do before they can leave as a step says: go along the platform, or wait."""
        door = self._doors.find_way_out(player, step)
        service = self._services.get(door.name) if door else None
        if door is None or service is None:
            return None
        if door.line is not None:
            return self._before_bus(player, door, door.line, tick)
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

    def _before_bus(self, player: Player, door: Door, direction: Point, tick: int) -> Step | None:
        """The same where one queues up: take the first spot of the line that is free, and get on in turn."""
        service = self._services[door.name]
        if door.name not in self._lines:
            x, y = door.spot(0.0, out=True)
            head = x + (NEAREST - INSIDE_TRAIN) * door.inward[0], y + (NEAREST - INSIDE_TRAIN) * door.inward[1]
            turns = (LINE_TURNS, door.along) if direction == door.inward else None
            self._lines[door.name] = Queue(Place(place=door.name, at=head, queue=direction), self._ground, turns)
        line = self._lines[door.name]
        place = next((n for n in range(LONGEST_LINE) if self._is_free(player, line.spot(n))), LONGEST_LINE)
        spot, (x, y) = line.spot(place), self._bodies.at(player.row)
        far, stands = step_length(spot[0] - x, spot[1] - y), service.stands(tick)
        if place == 0 and far / WALKS < stands * TICK:
            return None
        if far > IN_LINE:
            return Step(Verb.WAIT, ticks(LOOKS_ROUND), to=Target(door.name, point=(*spot, 0.0)))
        turn = ticks(FIRST_ON + GETS_ON * place)
        left = max(turn - (service.runs.stands - stands), ticks(GETS_ON))
        if stands > left:
            return Step(Verb.WAIT, left)
        if player.id % 3 == 0:
            return Step(Verb.READ, service.due(tick) + turn, held="phone")
        (ax, ay), (ix, iy) = door.along, door.inward  # buses come from where `along` points
        up_the_road = (spot[0] + LOOKS_UP_ROAD * ax - 4.0 * ix, spot[1] + LOOKS_UP_ROAD * ay - 4.0 * iy, EYES_ON)
        return Step(Verb.WAIT, service.due(tick) + turn, at=Target(door.name, point=up_the_road))

    def _is_free(self, player: Player, spot: Point) -> bool:
        """Whether nobody else stands or means to stand on a spot of a line."""
        away = np.abs(self._bodies.berth - np.array(spot)[:, None]).max(axis=0)
        away[player.row] = BERTH
        return bool(away.min() >= BERTH)

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
