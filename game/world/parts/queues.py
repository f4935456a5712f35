"""Queues: who stands behind whom, where, and how the line moves up."""

from collections.abc import Callable

from game.cast import Step, Target
from game.geometry import Point, step_length
from game.scenario.premises import Place
from game.scenario.venue.layout import Layout
from game.scenario.verbs import Verb

from ..bodies import Bodies
from ..floor.ground import Ground
from .gestures import Gestures
from .player import Player, StepStage
from .walking import NEAR, Going

SPACING = 0.8
"""Metres between those who stand in a queue."""
JOINS = 2.0
"""Metres from the end of a queue within which one belongs to it."""
GIVES_UP = 450
"""Ticks for which one waits one's turn."""
LOOKS = 5
"""Ticks between looks at who has waited for too long."""
_STANDING = Step(Verb.WAIT, 40)


class Queue:
    """One queue: those in it, the head first, and the spots where they stand."""

    def __init__(self, place: Place, ground: Ground) -> None:
        """Nobody queues yet."""
        self.line: list[Player] = []
        direction = place.queue or (0.0, -1.0)
        size = step_length(*direction) or 1.0
        self._step = (direction[0] / size * SPACING, direction[1] / size * SPACING)
        self._spots = [ground.snap(*place.at)]
        self._ground = ground

    def spot(self, n: int) -> Point:
        """Where the nth stands. The queue bends where it meets a wall."""
        while len(self._spots) <= n:
            self._spots.append(self._behind(*self._spots[-1]))
        return self._spots[n]

    def _behind(self, x: float, y: float) -> Point:
        dx, dy = self._step
        for u, v in ((dx, dy), (-dy, dx), (dy, -dx), (-dx, -dy)):
            there = (x + u, y + v)
            taken = any(abs(there[0] - p) + abs(there[1] - q) < 0.5 for p, q in self._spots)
            if not taken and self._ground.standable(*there) and self._ground.clear(x, y, *there):
                self._step = (u, v)
                return there
        return x, y


class Lines:
    """The queues of a venue. `served` is called when someone stands at the head."""

    def __init__(
        self,
        layout: Layout,
        ground: Ground,
        bodies: Bodies,
        going: Going,
        gestures: Gestures,
        served: Callable[[Player], None],
    ) -> None:
        """One for each place where people may queue."""
        self._queues = {name: Queue(place, ground) for name, place in layout.places.items()}
        self._bodies, self._going, self._gestures, self._served = bodies, going, gestures, served

    def has(self, target: Target | None) -> bool:
        """Whether there is such a queue."""
        return target is not None and (target.queue or target.name) in self._queues

    def tail(self, target: Target | None) -> Point:
        """Where the queue ends at the moment."""
        queue = self._queues[(target.queue or target.name) if target else ""]
        return queue.spot(len(queue.line))

    def join(self, one: Player, tick: int) -> None:
        """Stand at the end of the queue of the present step."""
        assert one.step is not None
        assert one.step.to is not None
        one.queue = one.step.to.queue or one.step.to.name
        one.until = tick + GIVES_UP
        queue = self._queues[one.queue]
        queue.line.append(one)
        self._stand(one, queue, len(queue.line) - 1, tick)

    def leave(self, one: Player, tick: int) -> None:
        """Go from the queue, if in one; those behind move up."""
        if one.queue is None:
            return
        queue = self._queues[one.queue]
        place = queue.line.index(one)
        del queue.line[place]
        one.queue = None
        for n, other in enumerate(queue.line[place:], place):
            if other.stage is StepStage.QUEUING:
                self._stand(other, queue, n, tick)

    def given_up(self, tick: int) -> list[Player]:
        """Those who have waited for too long."""
        if tick % LOOKS:
            return []
        return [
            one
            for queue in self._queues.values()
            for one in queue.line
            if one.stage is StepStage.QUEUING and one.until <= tick
        ]

    def in_place(self, one: Player) -> None:
        """In one's place in the line: at the head one is served, elsewhere one waits."""
        assert one.queue is not None
        queue = self._queues[one.queue]
        self._bodies.stop(one.row)
        place = queue.line.index(one)
        if place == 0:
            self._served(one)
            return
        self._gestures.do(one.row, _STANDING, None, 40)
        self._gestures.face_point(one.row, *queue.spot(place - 1))

    def _stand(self, one: Player, queue: Queue, n: int, tick: int) -> None:
        assert one.step is not None
        spot = queue.spot(n)
        one.stage = StepStage.QUEUING
        self._going.keep(one.row, *spot)
        if self._going.far(one.row, *spot) <= NEAR:
            self.in_place(one)
            return
        if not self._bodies.walking[one.row]:
            self._gestures.go(one.row, one.step)
        self._going.set_off(one, spot, one.step.pace, tick, reach=0.2, stops=True)
