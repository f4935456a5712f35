"""Setting off, arriving, and what to do when the way is blocked."""

import numpy as np

from game.geometry import Point, step_length

from ..bodies import BODY, FAR_OFF, Bodies
from ..floor.ground import Ground
from ..floor.routes import Routes
from ..motion.walk import AIMS
from .held_up import HeldUp
from .player import Player

NEAR = 0.3
"""Metres within which one is there already."""
BERTH = 0.62
"""Metres that people standing about keep between them."""
ROUND_A_BEND = 0.55
"""Metres from a bend at which one turns to the next: round a corner on a curve, and not through a point of it."""
PAST = 2.5
"""Metres within which one may cut or swing wide of a bend."""
SHARE_OF_BENDS = 2
"""One in so many looks past a bend at any one time."""
BETWEEN, SHARE = 8, 2
"""Ticks between looks at who is blocked, and the number of looks in which everyone is seen once."""
COMES_NEARER = 0.4
"""Metres that one has to have come nearer to count as getting on: less is swaying where one stands."""
ASIDE, ONWARD = 1.4, 0.6
"""Metres to the side and ahead at which one tries to get round what is in front. Set by eye."""
PATIENCE = 45
"""Ticks without coming nearer after which one tries something else."""
_RINGS = tuple(
    (r * x, r * y)
    for r in (0.75, 1.2, 1.7, 2.4)
    for x, y in ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7))
)


class Going:
    """Sends people on their way. `held_up` tells whose patience ran out."""

    def __init__(self, bodies: Bodies, ground: Ground, routes: Routes) -> None:
        """Nobody goes anywhere yet."""
        self._bodies, self._ground, self._routes = bodies, ground, routes
        self.held_up: list[HeldUp] = []

    def berth(self, row: int, x: float, y: float) -> Point:
        """A standable spot at the point, or beside it if someone else stands there or means to."""
        x, y = self._ground.snap(x, y)
        self._bodies.berth[0, row] = FAR_OFF
        if self._vacant(x, y):
            return x, y
        for dx, dy in _RINGS:
            u, v = x + dx, y + dy
            if self._ground.standable(u, v) and self._vacant(u, v) and self._ground.clear(x, y, u, v):
                return u, v
        return x, y

    def _vacant(self, x: float, y: float) -> bool:
        dx, dy = self._bodies.berth[0] - x, self._bodies.berth[1] - y
        return bool((dx * dx + dy * dy).min() >= BERTH * BERTH)

    def keep(self, row: int, x: float, y: float) -> None:
        """Let others know that this spot is taken."""
        self._bodies.berth[0, row], self._bodies.berth[1, row] = x, y

    def behind(self, player: Player) -> Point:
        """Back where one came from, as far as the step lasts."""
        x, y = self._bodies.at(player.row)
        hx, hy = (float(part) for part in self._bodies.turn[:, BODY, player.row])
        # At least 2 m, or turning back would not be seen.
        reach = max((player.step.ticks if player.step else 0) * 0.1 * player.person.speed, 2.0)
        # Less far where a wall is in the way: whoever turns back has to be seen to, even in a narrow place.
        for share in (1.0, 0.7, 0.4):
            u, v = x - hx * reach * share, y - hy * reach * share
            if self._ground.standable(u, v):
                return u, v
        return self._ground.snap(x - hx * 1.5, y - hy * 1.5)

    def leave_berth(self, row: int) -> None:
        """Let others have the spot."""
        self._bodies.berth[0, row] = FAR_OFF

    def way(self, start: Point, goal: Point) -> list[Point]:
        """The bends from one point to another, for a figure that is not one of the cast."""
        here, there = self._ground.snap(*start), self._ground.snap(*goal)
        return self._routes.way(here, there) or [here]

    def far(self, row: int, x: float, y: float) -> float:
        """How far a person is from a point, in m."""
        u, v = self._bodies.at(row)
        return step_length(u - x, v - y)

    def set_off(self, player: Player, to: Point, pace: float, tick: int, *, reach: float, stops: bool) -> None:
        """Start walking to a standable point."""
        bodies, who = self._bodies, player.row
        near = self._ground.snap(*to)  # a seat's calves may be nearer to it than a way leads
        player.way = [to] * (near != to) + (self._routes.way(self._ground.snap(*bodies.at(who)), near)[::-1] or [near])
        bodies.walking[who] = True
        bodies.want[who] = bodies.free_speed[who] * pace
        bodies.arrives[who] = reach
        player.detours = 0
        self._aim(player, tick, stops=stops)

    def _aim(self, player: Player, tick: int, *, stops: bool) -> None:
        """Head for the next point of the way."""
        bodies, who, way = self._bodies, player.row, player.way
        x, y = way[-1]
        last = len(way) == 1
        bodies.goal[0, who], bodies.goal[1, who] = x, y
        bodies.last_leg[who], bodies.bends[who] = last and stops, not last
        bodies.reach[who] = bodies.arrives[who] if last else ROUND_A_BEND
        bodies.nearest[who], bodies.since[who] = self.far(who, x, y), tick
        if not last:
            dx, dy = way[-2][0] - x, way[-2][1] - y
            far = step_length(dx, dy) or 1.0
            bodies.leg[0, who], bodies.leg[1, who] = dx / far, dy / far

    def there(self, tick: int) -> list[int]:
        """Those who have come to the next point of their way; some who are past the bend may not see on yet."""
        bodies = self._bodies
        if tick % AIMS != 1:
            return []
        near = bodies.left - bodies.gone < bodies.reach
        turn = slice(tick // AIMS % SHARE_OF_BENDS, None, SHARE_OF_BENDS)
        near[turn] |= bodies.bends[turn] & (bodies.left[turn] < PAST)
        near &= bodies.walking
        who = near.nonzero()[0]
        if not len(who):
            return []
        dx, dy = (bodies.goal - bodies.position).take(who, axis=1)
        leg_x, leg_y = bodies.leg.take(who, axis=1)
        reach = bodies.reach.take(who)
        # Past a bend is whoever has it at their side, give or take 5 cm.
        past = bodies.bends.take(who) & (dx * leg_x + dy * leg_y < 0.05)
        there: list[int] = who[past | (dx * dx + dy * dy < reach * reach)].tolist()
        return there

    def sees_on(self, player: Player) -> bool:
        """Whether the way is clear to the point after the next, or the next is reached."""
        who, way = player.row, player.way
        if len(way) == 1 or self.far(who, *way[-1]) < ROUND_A_BEND:
            return True
        return self._ground.clear(*self._bodies.at(who), *way[-2])

    def bend(self, player: Player, tick: int, *, stops: bool) -> bool:
        """At a point of the way: go on to the next, or say that this was the last."""
        player.way.pop()
        if player.way:
            self._aim(player, tick, stops=stops)
        return bool(player.way)

    def find_blocked(self, tick: int) -> list[int]:
        """Those of a share of the walkers who have not come nearer for long."""
        bodies = self._bodies
        if tick % BETWEEN:
            return []
        who = np.arange(tick // BETWEEN % SHARE, bodies.count, SHARE)
        who = who[bodies.walking[who]]
        dx, dy = (bodies.goal - bodies.position).take(who, axis=1)
        left = np.sqrt(dx * dx + dy * dy)
        nearer = left < bodies.nearest[who] - COMES_NEARER
        come = who[nearer]
        bodies.nearest[come], bodies.since[come] = left[nearer], tick
        blocked: list[int] = who[tick - bodies.since[who] > PATIENCE].tolist()
        return blocked

    def hold_up(self, player: Player, tick: int, *, short: bool) -> None:
        """Take down that someone could not get on, and whether they give up short of where they were bound."""
        x, y = self._bodies.at(player.row)
        self.held_up.append(HeldUp(tick, player.id, x, y, player.way[0], short))

    def find_a_way(self, player: Player, tick: int, *, stops: bool) -> None:
        """Try another way: from here anew, and round what is in front on one side and then on the other."""
        self.hold_up(player, tick, short=False)
        player.detours += 1
        goal = player.way[0]
        x, y = self._bodies.at(player.row)
        start = self._ground.snap(x, y)
        near = self._ground.snap(*goal)
        player.way = [goal] * (near != goal) + (self._routes.way(start, near)[::-1] or [near])
        bend = player.way[-1]
        dx, dy = bend[0] - x, bend[1] - y
        far = step_length(dx, dy) or 1.0
        side = ASIDE if player.detours % 2 else -ASIDE
        u, v = x + (dx * ONWARD - dy * side) / far, y + (dy * ONWARD + dx * side) / far
        # Closer than that the way round would be longer than the way.
        if far > 1.5 and self._ground.standable(u, v) and self._ground.clear(*start, u, v):
            player.way.append((u, v))
        self._aim(player, tick, stops=stops)
