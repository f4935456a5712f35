"""Going about with someone: beside them in a group, or behind them."""

import numpy as np

from game.view import Pose

from ..bodies import BODY, POSE_NUMBER, Bodies, Bools, Floats, Ints
from ..floor.ground import Ground
from .gestures import Gestures
from .relations import Relations
from .walking import Going

BESIDE, BEHIND = 0.72, 0.3
"""Metres to the side of one's leader and back."""
SLIGHTLY = 0.1
"""Metres that even the first walks behind the leader."""
CATCHES_UP, CLOSES_IN, HASTE = 0.7, 1.2, 1.35
"""m/s more for each metre behind one's place under way; m/s for each metre from it while the leader stands; and the
factor on one's free speed beyond which nobody hurries after a friend. Set by eye."""
STARTS, STOPS = 0.55, 0.25
"""Metres from one's place at which one sets off, and stops."""
TOGETHER = 1.4
"""Metres within which one stays where one is while the leader stands, whichever way they turn."""
CLOSE = 0.3
"""Metres from a standing leader at which one steps aside, to one's own place: two bodies do not share a spot."""
EVERY = 4
"""Ticks between looks at where one's leader is."""
_CHATS = (POSE_NUMBER[Pose.TALK], POSE_NUMBER[Pose.LISTEN], POSE_NUMBER[Pose.STAND])


class Groups:
    """Who keeps beside whom. All of them are moved at once, as groups make up much of a crowd."""

    def __init__(
        self, bodies: Bodies, gestures: Gestures, relations: Relations, ground: Ground, going: Going
    ) -> None:
        """Nobody yet."""
        self._bodies, self._gestures, self._relations = bodies, gestures, relations
        self._ground, self._going = ground, going
        self._leaders: dict[int, int] = {}
        self._lost: list[int] = []
        self._ids: Ints = np.zeros(0, dtype=np.int64)
        self._of: Ints = np.zeros(0, dtype=np.int64)
        self._across = np.zeros(0)
        self._back = np.zeros(0)

    def join(self, row: int, leader: int) -> None:
        """Keep beside a leader from now on."""
        self._leaders[row] = leader
        self._bodies.reach[row], self._bodies.bends[row] = 0.0, False
        self._arrange()

    def part(self, row: int) -> None:
        """Go one's own way."""
        if self._leaders.pop(row, None) is not None:
            self._arrange()

    def leave(self, row: int) -> None:
        """Out of the venue; those who keep beside this one are alone."""
        self._lost += [other for other, leader in self._leaders.items() if leader == row]
        self.part(row)

    def _arrange(self) -> None:
        ids = sorted(self._leaders)
        rank: dict[int, int] = {}
        places = []
        for row in ids:
            leader = self._leaders[row]
            rank[leader] = rank.get(leader, 0) + 1
            n = rank[leader]
            side = (n + 1) // 2 * (1 if n % 2 else -1)
            places.append((side * BESIDE, BEHIND * (n > 1) + SLIGHTLY))
        self._ids = np.array(ids, dtype=np.int64)
        self._of = np.array([self._leaders[row] for row in ids], dtype=np.int64)
        self._across = np.array([across for across, _ in places])
        self._back = np.array([back for _, back in places])

    def take_lost(self) -> list[int]:
        """Those whose leader has gone since this was last asked."""
        alone, self._lost = [row for row in self._lost if row in self._leaders], []
        return alone

    def keep_up(self, tick: int) -> None:
        """Set everybody's goal beside their leader, and let them set off or stop."""
        if not len(self._ids) or tick % EVERY != 1:
            return
        bodies, ids, of = self._bodies, self._ids, self._of
        hx, hy = bodies.turn[:, BODY].take(of, axis=1)
        leaders = bodies.position.take(of, axis=1)
        leader_x, leader_y = leaders
        x = leader_x - hy * self._across - hx * self._back
        y = leader_y + hx * self._across - hy * self._back
        walks = bodies.walking.take(of)
        # Under way the goal is kept ahead of the place itself, or one would brake for it at every step.
        ahead = 0.6 * walks
        stands = self._find_barred(leaders, x, y)
        # Beside a wall one stands at the leader's other side, and before a seat face to face; on the way one keeps
        # one's own side, or sides would change.
        for across, back in ((-self._across, self._back), (np.zeros(len(ids)), np.full(len(ids), -BESIDE))):
            turned = (stands & ~walks).nonzero()[0]
            if len(turned):
                x[turned] = (leader_x - hy * across - hx * back)[turned]
                y[turned] = (leader_y + hx * across - hy * back)[turned]
                stands[turned] = self._find_barred(leaders[:, turned], x[turned], y[turned])
        np.copyto(x, leader_x, where=stands)
        np.copyto(y, leader_y, where=stands)
        own = bodies.position.take(ids, axis=1)
        own_x, own_y = own
        dx, dy = x - own_x, y - own_y
        far = np.sqrt(dx * dx + dy * dy)
        bodies.goal[0, ids] = x + hx * ahead
        bodies.goal[1, ids] = y + hy * ahead
        along = dx * hx + dy * hy
        # No slower than a shuffle, in which one still gets there.
        pace = np.where(walks, np.maximum(bodies.speed.take(of) + along * CATCHES_UP, 0.25), far * CLOSES_IN)
        bodies.want[ids] = np.minimum(np.maximum(pace, 0.3), HASTE * bodies.free_speed.take(ids))
        moving = bodies.walking.take(ids)
        away_x, away_y = leader_x - own_x, leader_y - own_y
        off = away_x * away_x + away_y * away_y
        beyond = ~self._ground.clear_many(own, leaders)
        apart, close = (off > TOGETHER * TOGETHER) | beyond, off < CLOSE * CLOSE
        # Where there is no standing in one's place, one makes do with being near, and does not shuffle for it.
        goes = ~moving & (walks | (apart & (far > STARTS + 0.6 * stands)) | (close & ~stands))
        halts = moving & ~walks & (far < STOPS + 0.8 * stands)
        bodies.last_leg[ids] = ~walks
        for row in ids[beyond & (moving | goes)].tolist():
            self._go_round(row)
        for row in ids[goes].tolist():
            self._gestures.relax(row)
            bodies.walking[row] = True
            bodies.sweeps[row] = bodies.intent[row] = False
        for row in ids[halts].tolist():
            self._halt(row)

    def _find_barred(self, leaders: Floats, x: Floats, y: Floats) -> Bools:
        """Whether one cannot stand at each of the places, or it is beyond something, such as a counter."""
        barred = ~self._ground.clear_many(leaders, np.stack((x, y)))
        # A leader who is pressed against a wall stands nowhere by the grid: then only the place itself counts.
        pressed = (barred & ~self._ground.open_at(*leaders)).nonzero()[0]
        barred[pressed] = ~self._ground.open_at(x[pressed], y[pressed])
        return barred

    def _go_round(self, row: int) -> None:
        """Head for the first bend of the way: straight on, one would stand in the nook of a desk until all go on."""
        goal = self._bodies.goal
        x, y = goal[:, row].tolist()
        goal[:, row] = self._going.way(self._bodies.at(row), (x, y))[0]

    def _halt(self, row: int) -> None:
        bodies = self._bodies
        bodies.stop(row)
        bodies.pose[row] = _CHATS[int(bodies.who[row]) % 3]
        bodies.rate[row] = 0.04  # of a clip in a tick: a gesture of talk lasts two seconds and a half
        self._gestures.watch(row, self._relations.of(int(bodies.who[self._leaders[row]])), body=True)
