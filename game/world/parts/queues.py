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
from .player import InLine, Player
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

    def __init__(self, place: Place, ground: Ground, turns: tuple[int, Point] | None = None) -> None:
        """Nobody queues yet; `turns` says after how many spots the line goes on in which direction, if it does."""
        self.line: list[Player] = []
        direction = place.queue or (0.0, -1.0)
        size = step_length(*direction) or 1.0
        self._step = (direction[0] / size * SPACING, direction[1] / size * SPACING)
        self._spots = [ground.snap(*place.at)]
        self._ground, self._turns = ground, turns

    def tail(self) -> Point:
        """Where it ends at the moment."""
        return self.spot(len(self.line))

    def spot(self, n: int) -> Point:
        """Where the nth stands. The queue bends where it meets a wall."""
        while len(self._spots) <= n:
            if self._turns and len(self._spots) == self._turns[0]:
                x, y = self._turns[1]
                self._step = (x * SPACING, y * SPACING)
            self._spots.append(self._behind(*self._spots[-1]))
        return self._spots[n]

    def _behind(self, x: float, y: float) -> Point:
        dx, dy = self._step
        for u, v in ((dx, dy), (-dy, dx), (dy, -dx), (-dx, -dy)):
            there = (x + u, y + v)
            # Less than SPACING, so that a line that bends back does not run through itself.
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
        self._in: dict[int, Queue] = {}
        """The queue that each person is in, by id."""

    def find(self, target: Target | None) -> Queue | None:
        """The queue of this name; None if there is no such queue."""
        return self._queues.get(target.queue or target.name) if target else None

    def hold(self, player: Player) -> bool:
        """Whether somebody is in a queue, be it at its head and being served."""
        return player.id in self._in

    def join(self, player: Player, step: Step, queue: Queue, tick: int) -> None:
        """Stand at the end of the queue, for this step."""
        self._in[player.id] = queue
        player.stage = InLine(step, tick + GIVES_UP)
        queue.line.append(player)
        self._stand(player, player.stage, len(queue.line) - 1, tick)

    def leave(self, player: Player, tick: int) -> None:
        """Go from the queue, if in one; those behind move up."""
        queue = self._in.pop(player.id, None)
        if queue is None:
            return
        place = queue.line.index(player)
        del queue.line[place]
        for n, other in enumerate(queue.line[place:], place):
            if isinstance(other.stage, InLine):
                self._stand(other, other.stage, n, tick)

    def find_given_up(self, tick: int) -> list[Player]:
        """Those who have waited for too long."""
        if tick % LOOKS:
            return []
        return [
            player
            for queue in self._queues.values()
            for player in queue.line
            if isinstance(player.stage, InLine) and player.stage.until <= tick
        ]

    def in_place(self, player: Player) -> None:
        """In one's place in the line: at the head one is served, elsewhere one waits."""
        queue = self._in[player.id]
        self._bodies.stop(player.row)
        place = queue.line.index(player)
        if place == 0:
            self._served(player)
            return
        self._gestures.do(player.row, _STANDING, None, _STANDING.ticks)
        self._gestures.face_point(player.row, *queue.spot(place - 1))

    def _stand(self, player: Player, waits: InLine, n: int, tick: int) -> None:
        spot = self._in[player.id].spot(n)
        self._going.keep(player.row, *spot)
        if self._going.far(player.row, *spot) <= NEAR:
            self.in_place(player)
            return
        if not self._bodies.walking[player.row]:
            self._gestures.go(player.row, waits.step)
        self._going.set_off(player, spot, waits.step.pace, tick, reach=0.2, stops=True)
