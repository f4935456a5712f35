"""Where everyone is and how they hold themselves: arrays with one row for each who is in the venue.

Whoever comes in takes the lowest row that is free, and gives it back on leaving. So the arrays are as long as the most
who were ever present at once, and not as the cast.
"""

from heapq import heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.cast import Cast
from game.view import HELD, POSES, Pose
from game.view.eyes import EYE_LEVEL
from game.view.gait import SHARES, stride

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

RADIUS = 0.20
"""Of a body seen from above, in m: two who brush past each other stand 0.40 m apart."""
FAR_OFF = -1000.0
"""Metres: where rows stand that nobody has, farther from any venue than anything reaches."""
EYES = 0.93
"""Height of the eyes as a share of the stature: 1.63 m of 1.75 m (see `view.eyes`)."""
MORE = 32
"""Rows that are added when all are taken."""
BODY, HEAD, GAZE, HAND = range(4)
"""Rows of `Bodies.turn` and of the aims: hips, face, eyes, and the active hand."""
POSE_NUMBER = {pose: number for number, pose in enumerate(POSES)}
HELD_NUMBER = {str(held): number for number, held in enumerate(HELD)}


class Rows:
    """Arrays (2, n) hold x and y; (4, n) a row for hips, face, eyes and hand; (2, 4, n) both.

    Directions are unit vectors. A row that is free is far off and does nothing.
    """

    def __init__(self, n: int) -> None:
        """All free."""
        self.count = n
        self.who: Ints = np.full(n, -1, dtype=np.int64)
        """The id of the person in each row, or -1."""
        self.present: Bools = np.zeros(n, dtype=bool)
        self.walking: Bools = np.zeros(n, dtype=bool)
        """Who means to get on."""
        self.moving: Bools = np.zeros(n, dtype=bool)
        """Who walks, or has stopped and is still coming to a halt."""
        self.passing: Bools = np.zeros(n, dtype=bool)
        """Whether they are seen on stairs or in a lift, and not on the floor."""
        self.base: Floats = np.zeros(n)
        """How high their feet are above the floor, in m."""
        self.position: Floats = np.full((2, n), FAR_OFF)
        self.velocity: Floats = np.zeros((2, n))
        self.speed: Floats = np.zeros(n)
        self.gone: Floats = np.zeros(n)
        """Metres covered in the last tick."""
        self.steps: Floats = np.zeros(n)
        """The speed in m/s at which strides are as long as theirs: their own, or less where a wall is before them."""
        self.berth: Floats = np.full((2, n), FAR_OFF)
        """Where each stands or means to stand."""
        self.free_speed: Floats = np.zeros(n)
        self.stride: Floats = np.ones(n)
        """Metres walked in one cycle of two steps at 1 m/s; it grows with the root of the speed."""
        self.eye: Floats = np.zeros(n)
        self.wary: Floats = np.full(n, -1.0)
        """Metres within which something may make them react; below 0 where nothing will."""
        self._stand_still(n)
        self._look_about(n)
        self._hold_nothing(n)

    def _stand_still(self, n: int) -> None:
        self.want: Floats = np.zeros(n)
        """The speed each would walk at if alone, in m/s."""
        self.goal: Floats = np.zeros((2, n))
        """The next bend of the way, or its end."""
        self.reach: Floats = np.full(n, 0.25)
        """How near the goal counts as there."""
        self.leg: Floats = np.zeros((2, n))
        """The direction from the goal to the bend after it; nothing where there is none."""
        self.bends: Bools = np.zeros(n, dtype=bool)
        """Whether the goal is a bend."""
        self.nearest: Floats = np.zeros(n)
        """How near the goal they have come, in m."""
        self.since: Ints = np.zeros(n, dtype=np.int64)
        """The tick in which they last came nearer."""
        self.last_leg: Bools = np.zeros(n, dtype=bool)
        """Whether the goal is where they mean to stop, rather than a bend or a door."""
        self.way: Floats = np.zeros((2, n))
        """The direction of walking that steering chose."""
        self.ease: Floats = np.zeros(n)
        """From 0 to 1: how much of their distance they give up, having been held up."""
        self.bound: Floats = np.zeros(n)
        """The most speed that goal and neighbours leave, in m/s."""
        self.side: Ints = np.zeros(n, dtype=np.int64)
        """The number of the evasive heading last chosen."""
        self.aside: Ints = np.zeros(0, dtype=np.int64)
        """Those whose heading is not the straight one."""
        self.by_walls: Ints = np.zeros(0, dtype=np.int64)
        """Walkers who may touch a wall in this tick or the next."""
        self.left: Floats = np.zeros(n)
        """How far the goal was when last looked at, in m."""

    def _look_about(self, n: int) -> None:
        self.turn: Floats = np.zeros((2, 4, n))
        self.turn[1] = 1.0
        self.wish: Floats = self.turn.copy()
        """Where hips, face, eyes and hand are being turned."""
        self.turning: Ints = np.zeros(0, dtype=np.int64)
        """What is not turned as it should be: places in `turn`, its four rows after one another."""
        self.fastest: Floats = np.zeros(0)
        """Tangents of the most that each of those turns in a tick."""
        self.rise: Floats = np.zeros(n)
        """How far up or down the gaze is being turned."""
        self.aim: Floats = np.zeros((2, 4, n))
        self.aims: Bools = np.zeros((4, n), dtype=bool)
        """Whether hips, eyes and hand are turned to their aim; without one they follow the body."""
        self.aim_at: Ints = np.full((4, n), -1, dtype=np.int64)
        """Whom the aim follows, or -1 where it is a fixed point."""
        self.aim_height: Floats = np.full(n, EYE_LEVEL)
        self.rest_pitch: Floats = np.zeros(n)
        """The rise of the gaze where it has no aim: below 0 towards the floor or what is in the hand."""
        self.idle: Floats = np.array([np.ones(n), np.zeros(n)])
        """Cosine and sine of the sideways glance, where the gaze has no aim."""
        self.intent: Bools = np.zeros(n, dtype=bool)
        """Whether the eyes stay on the floor or on what is in the hand."""
        self.sweeps: Bools = np.zeros(n, dtype=bool)
        self.pitch: Floats = np.zeros(n)

    def _hold_nothing(self, n: int) -> None:
        self.pose: Ints = np.zeros(n, dtype=np.int64)
        self.phase: Floats = np.zeros(n)
        """How far through its clip a pose is, 0 to 1."""
        self.paced: Floats = np.zeros(n)
        """The same of the stride; it rests while they stand."""
        self.rate: Floats = np.zeros(n)
        """How far a clip advances in a tick."""
        self.held: Ints = np.zeros(n, dtype=np.int64)
        self.bag: Ints = np.ones(n, dtype=np.int64)
        self.gait: Ints = np.full(n, POSE_NUMBER[Pose.WALK], dtype=np.int64)
        """The pose in which they walk."""
        self.arrives: Floats = np.full(n, 0.3)
        """How near the end of the way counts as there, in m."""


class Bodies(Rows):
    """The rows of one run, and who is in which."""

    def __init__(self, cast: Cast) -> None:
        """Everyone is still outside."""
        super().__init__(MORE)
        self.row_of: Ints = np.full(len(cast.people), -1, dtype=np.int64)
        """The row of each person by id, or -1 for those who are not there."""
        self._people = cast.people
        self._free = list(range(MORE))
        self._blank = [(name, kept[..., 0]) for name, kept in _arrays(Rows(1)).items()]
        self._ids: tuple[Ints, Ints] | None = None
        self._in_sight: tuple[Ints, Ints] | None = None

    def enter(self, person: int) -> int:
        """Give a person a row."""
        row, other = self.take_row(), self._people[person]
        self.free_speed[row] = other.speed
        self.stride[row] = stride(1.0, other.looks.stature, SHARES[other.looks.age])
        self.eye[row] = other.looks.stature * EYES
        self.who[row], self.row_of[person] = person, row
        return row

    def take_row(self) -> int:
        """A row for someone in the venue, who is nobody of the cast unless it is said who."""
        if not self._free:
            self._grow()
        row = heappop(self._free)
        kept = vars(self)
        for name, blank in self._blank:
            kept[name][..., row] = blank
        return row

    def be(self, row: int, *, present: bool, passing: bool = False) -> None:
        """Be on the floor, or in sight on stairs or in a lift; or neither, between two levels."""
        self.present[row], self.passing[row] = present, passing
        self._ids = self._in_sight = None

    def leave(self, row: int) -> None:
        """Take the row of someone who is gone."""
        self.halt(row)
        self.place(row, FAR_OFF, FAR_OFF)
        self.berth[:, row] = FAR_OFF
        self.row_of[self.who[row]] = self.who[row] = -1
        self.be(row, present=False)
        heappush(self._free, row)

    def _grow(self) -> None:
        for name, more in _arrays(Rows(MORE)).items():
            setattr(self, name, np.concatenate((getattr(self, name), more), axis=-1))
        self.turning = self.turning[:0]
        self._free += range(self.count, self.count + MORE)
        self.count += MORE

    @property
    def ids(self) -> tuple[Ints, Ints]:
        """The ids of those on the floor, in ascending order, and their rows."""
        if self._ids is None:
            self._ids = self._list_ids(self.present)
        return self._ids

    @property
    def in_sight(self) -> tuple[Ints, Ints]:
        """The same of those on the floor, on stairs and in lifts."""
        if self._in_sight is None:
            self._in_sight = self._list_ids(self.present | self.passing)
        return self._in_sight

    def _list_ids(self, some: Bools) -> tuple[Ints, Ints]:
        ids = (self.row_of >= 0).nonzero()[0]
        ids = ids[some.take(self.row_of.take(ids))]
        ids.flags.writeable = False
        return ids, self.row_of.take(ids)

    def find_aim(self, part: int, row: int) -> tuple[float, float, float, int] | None:
        """Where (x, y, z in m) eyes or hand are aimed, and at whom, or -1; None if they are left to themselves."""
        if not self.aims[part, row]:
            return None
        other = int(self.aim_at[part, row])
        if other >= 0:
            return *self.at(other), float(self.eye[other]), int(self.who[other])
        return float(self.aim[0, part, row]), float(self.aim[1, part, row]), float(self.aim_height[row]), -1

    def place(self, row: int, x: float, y: float) -> None:
        """Put a person on a spot."""
        self.position[0, row], self.position[1, row] = x, y

    def at(self, person: int) -> tuple[float, float]:
        """Where a person is."""
        return float(self.position[0, person]), float(self.position[1, person])

    def near(self, x: float, y: float, reach: float, but: int = -1) -> bool:
        """Whether anybody on the floor, but for whoever is in the row `but`, is within so many metres."""
        dx, dy = self.position
        dx, dy = dx - x, dy - y
        dx *= dx
        dy *= dy
        dx += dy
        dx[but] = dx[but] if but < 0 else np.inf
        return bool((self.present & (dx <= reach * reach)).any())

    def face(self, person: int, x: float, y: float) -> None:
        """Turn a person, eyes and all, at once; for those who just came in."""
        self.turn[0, :, person], self.turn[1, :, person] = x, y
        self.wish[:, :, person] = self.turn[:, :, person]

    def stop(self, person: int) -> None:
        """Let a person come to a halt: nobody does so within a tick."""
        self.walking[person] = False
        self.bound[person] = 0.0

    def halt(self, person: int) -> None:
        """Let a person stand at once; for those whose feet something else moves from now on."""
        self.walking[person] = self.moving[person] = False
        self.velocity[:, person] = 0.0
        self.speed[person] = self.bound[person] = 0.0


def _arrays(rows: Rows) -> dict[str, NDArray[Any]]:
    return {name: kept for name, kept in vars(rows).items() if isinstance(kept, np.ndarray) and kept.ndim and kept.size}
