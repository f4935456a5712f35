"""Going about with someone: beside them in a group, or behind them."""

import numpy as np

from ..view import Pose
from .bodies import BODY, POSE_NUMBER, Bodies, Ints
from .gestures import Gestures
from .ground import Ground

BESIDE, BEHIND = 0.72, 0.3
"""Metres to the side of one's leader and back."""
STARTS, STOPS = 0.55, 0.25
"""Metres from one's place at which one sets off, and stops."""
TOGETHER = 1.4
"""Metres within which one stays where one is while the leader stands, whichever way they turn."""
EVERY = 2
"""Ticks between looks at where one's leader is."""
_CHATS = (POSE_NUMBER[Pose.TALK], POSE_NUMBER[Pose.LISTEN], POSE_NUMBER[Pose.STAND])


class Company:
    """Who keeps beside whom. All of them are moved at once, as groups make up much of a crowd."""

    def __init__(self, bodies: Bodies, gestures: Gestures, ground: Ground) -> None:
        """Nobody yet."""
        self._bodies, self._gestures, self._ground = bodies, gestures, ground
        self._leaders: dict[int, int] = {}
        self._ids: Ints = np.zeros(0, dtype=np.int64)
        self._of: Ints = np.zeros(0, dtype=np.int64)
        self._across = np.zeros(0)
        self._back = np.zeros(0)

    def join(self, person: int, leader: int) -> None:
        """Keep beside a leader from now on."""
        self._leaders[person] = leader
        self._arrange()

    def part(self, person: int) -> None:
        """Go one's own way."""
        if self._leaders.pop(person, None) is not None:
            self._arrange()

    def _arrange(self) -> None:
        ids = sorted(self._leaders)
        rank: dict[int, int] = {}
        places = []
        for person in ids:
            leader = self._leaders[person]
            rank[leader] = rank.get(leader, 0) + 1
            n = rank[leader]
            side = (n + 1) // 2 * (1 if n % 2 else -1)
            places.append((side * BESIDE, BEHIND * (n > 1) + 0.1))
        self._ids = np.array(ids, dtype=np.int64)
        self._of = np.array([self._leaders[person] for person in ids], dtype=np.int64)
        self._across = np.array([across for across, _ in places])
        self._back = np.array([back for _, back in places])

    def lost(self, tick: int) -> list[int]:
        """Those whose leader is no longer there."""
        if tick % EVERY:
            return []
        alone = ~self._bodies.present.take(self._of)
        return [int(one) for one in self._ids[alone]] if alone.any() else []

    def keep_up(self, tick: int) -> None:
        """Set everybody's goal beside their leader, and let them set off or stop."""
        if not len(self._ids) or tick % EVERY:
            return
        bodies, ids, of = self._bodies, self._ids, self._of
        hx, hy = bodies.turn[:, BODY].take(of, axis=1)
        leader_x, leader_y = bodies.position.take(of, axis=1)
        x = leader_x - hy * self._across - hx * self._back
        y = leader_y + hx * self._across - hy * self._back
        walks = bodies.walking.take(of)
        ahead = 0.6 * walks
        stands = ~self._ground.open_at(x, y)
        np.copyto(x, leader_x, where=stands)
        np.copyto(y, leader_y, where=stands)
        own_x, own_y = bodies.position.take(ids, axis=1)
        dx, dy = x - own_x, y - own_y
        far = np.sqrt(dx * dx + dy * dy)
        bodies.goal[0, ids] = x + hx * ahead
        bodies.goal[1, ids] = y + hy * ahead
        along = dx * hx + dy * hy
        pace = np.where(walks, np.maximum(bodies.speed.take(of) + along * 0.7, 0.25), far * 1.2)
        bodies.want[ids] = np.minimum(np.maximum(pace, 0.3), 1.35 * bodies.free_speed.take(ids))
        moving = bodies.walking.take(ids)
        away_x, away_y = leader_x - own_x, leader_y - own_y
        apart = away_x * away_x + away_y * away_y > TOGETHER * TOGETHER
        goes = ~moving & (walks | (apart & (far > STARTS + 0.6 * stands)))
        halts = moving & ~walks & (far < STOPS + 0.8 * stands)
        bodies.last_leg[ids] = ~walks
        bodies.reach[ids] = 0.0
        bodies.bends[ids] = False
        bodies.since[ids] = tick
        for person in ids[goes].tolist():
            self._gestures.relax(person)
            bodies.walking[person] = True
            bodies.sweeps[person] = bodies.intent[person] = False
        for person in ids[halts].tolist():
            self._halt(person)

    def _halt(self, person: int) -> None:
        bodies = self._bodies
        bodies.stop(person)
        bodies.pose[person] = _CHATS[person % 3]
        bodies.rate[person] = 0.04
        self._gestures.watch(person, self._leaders[person], body=True)
