"""Setting off, arriving, and what to do when the way is blocked."""

from ..geometry import Point
from .bodies import Bodies, Floats
from .ground import Ground
from .player import Player
from .routes import Routes

NEAR = 0.3
"""Metres within which one is there already."""
BERTH = 0.62
"""Metres that people standing about keep between them."""
ROUND_A_BEND = 0.55
PATIENCE = 45
"""Ticks without coming nearer after which one tries something else."""
_RINGS = tuple(
    (r * x, r * y)
    for r in (0.75, 1.2, 1.7, 2.4)
    for x, y in ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7))
)


class Going:
    """Sends people on their way. `stuck` counts how often someone's patience ran out."""

    def __init__(self, bodies: Bodies, ground: Ground, routes: Routes) -> None:
        """Nobody goes anywhere yet."""
        self._bodies, self._ground, self._routes = bodies, ground, routes
        self._berth_x: Floats = bodies.position[0].copy()
        self._berth_y: Floats = bodies.position[1].copy()
        self.stuck = 0

    def berth(self, person: int, x: float, y: float) -> Point:
        """A standable spot at the point, or beside it if someone else stands there or means to."""
        x, y = self._ground.snap(x, y)
        self._berth_x[person] = -1000.0
        if self._vacant(x, y):
            return x, y
        for dx, dy in _RINGS:
            u, v = x + dx, y + dy
            if self._ground.standable(u, v) and self._vacant(u, v) and self._ground.clear(x, y, u, v):
                return u, v
        return x, y

    def _vacant(self, x: float, y: float) -> bool:
        dx, dy = self._berth_x - x, self._berth_y - y
        return bool((dx * dx + dy * dy).min() >= BERTH * BERTH)

    def keep(self, person: int, x: float, y: float) -> None:
        """Let others know that this spot is taken."""
        self._berth_x[person], self._berth_y[person] = x, y

    def leave_berth(self, person: int) -> None:
        """Let others have the spot."""
        self._berth_x[person] = -1000.0

    def far(self, person: int, x: float, y: float) -> float:
        """How far a person is from a point, in m."""
        u, v = self._bodies.at(person)
        return float(((u - x) * (u - x) + (v - y) * (v - y)) ** 0.5)

    def set_off(self, player: Player, to: Point, pace: float, tick: int, *, reach: float, stops: bool) -> None:
        """Start walking to a standable point."""
        bodies, who = self._bodies, player.id
        start = self._ground.snap(*bodies.at(who))
        player.way = self._routes.way(start, to)[::-1] or [to]
        bodies.walking[who] = True
        bodies.want[who] = bodies.free_speed[who] * pace
        bodies.arrives[who] = reach
        player.patience, player.nearest, player.detours = tick, self.left(player), 0
        self._aim(player, stops=stops)

    def _aim(self, player: Player, *, stops: bool) -> None:
        bodies, who = self._bodies, player.id
        bodies.goal[0, who], bodies.goal[1, who] = player.way[-1]
        last = len(player.way) == 1
        bodies.last_leg[who] = last and stops
        bodies.reach[who] = bodies.arrives[who] if last else ROUND_A_BEND

    def bend(self, player: Player, tick: int, *, stops: bool) -> bool:
        """At a point of the way: go on to the next, or say that this was the last."""
        player.way.pop()
        player.patience = tick
        if not player.way:
            return False
        self._aim(player, stops=stops)
        player.nearest = self.left(player)
        return True

    def left(self, player: Player) -> float:
        """Metres to the next point of the way."""
        return self.far(player.id, *player.way[-1]) if player.way else 0.0

    def blocked(self, player: Player, tick: int) -> bool:
        """Whether the person has not come nearer for long."""
        left = self.left(player)
        if left < player.nearest - 0.4:
            player.nearest, player.patience = left, tick
            return False
        return tick - player.patience > PATIENCE

    def find_a_way(self, player: Player, tick: int, *, stops: bool) -> None:
        """Try another way: from here anew, and round what is in front on one side and then on the other."""
        self.stuck += 1
        player.detours += 1
        player.patience = tick
        goal = player.way[0]
        x, y = self._bodies.at(player.id)
        start = self._ground.snap(x, y)
        player.way = self._routes.way(start, goal)[::-1] or [goal]
        bend = player.way[-1]
        dx, dy = bend[0] - x, bend[1] - y
        far = (dx * dx + dy * dy) ** 0.5 or 1.0
        side = 1.4 if player.detours % 2 else -1.4
        u, v = x + (dx * 0.6 - dy * side) / far, y + (dy * 0.6 + dx * side) / far
        if far > 1.5 and self._ground.standable(u, v) and self._ground.clear(*start, u, v):
            player.way.append((u, v))
        self._aim(player, stops=stops)
        player.nearest = self.left(player)
