"""Where everyone is and how they hold themselves: arrays with one row a person for the whole run."""

import numpy as np
from numpy.typing import NDArray

from ..cast import Cast
from ..view import HELD, POSES, Pose

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

RADIUS = 0.20
"""Of a body seen from above, in m: two who brush past each other stand 0.40 m apart."""
BODY, HEAD, GAZE, HAND = range(4)
"""Rows of `Bodies.turn` and of the aims: hips, face, eyes, and the active hand."""
STRIDE = 1.5 / 1.75
"""Metres walked in one cycle of two steps, for each metre of stature."""
POSE_NUMBER = {pose: number for number, pose in enumerate(POSES)}
HELD_NUMBER = {str(held): number for number, held in enumerate(HELD)}


class Bodies:
    """Arrays (2, n) hold x and y; (4, n) a row for hips, face, eyes and hand; (2, 4, n) both.

    Directions are unit vectors.
    """

    def __init__(self, cast: Cast) -> None:
        """Everyone is still outside."""
        people = cast.people
        n = len(people)
        self.count = n
        self.numbers: Ints = np.arange(n)
        self.present: Bools = np.zeros(n, dtype=bool)
        self.walking: Bools = np.zeros(n, dtype=bool)
        self.position: Floats = np.full((2, n), -1000.0)
        self.velocity: Floats = np.zeros((2, n))
        self.speed: Floats = np.zeros(n)
        self.gone: Floats = np.zeros(n)
        """Metres covered in the last tick."""
        self.free_speed: Floats = np.array([person.speed for person in people])
        self.stride: Floats = np.array([person.looks.stature * STRIDE for person in people])
        self.eye: Floats = np.array([person.looks.stature * 0.93 for person in people])
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
        self.side: Ints = np.zeros(n, dtype=np.int64)
        """The number of the evasive heading last chosen."""
        self.aside: Ints = np.zeros(0, dtype=np.int64)
        """Those whose heading is not the straight one."""
        self.by_walls: Ints = np.zeros(0, dtype=np.int64)
        """Walkers who may touch a wall before the lists of neighbours are made anew."""
        self.left: Floats = np.zeros(n)
        """How far the goal was before the last step, in m."""

    def _look_about(self, n: int) -> None:
        self.turn: Floats = np.zeros((2, 4, n))
        self.turn[1] = 1.0
        self.wish: Floats = self.turn.copy()
        """Where hips, face, eyes and hand are being turned."""
        self.turning: Ints = np.zeros(0, dtype=np.int64)
        """Those of whom something is not turned as it should be."""
        self.rise: Floats = np.zeros(n)
        """How far up or down the gaze is being turned."""
        self.aim_x: Floats = np.zeros((4, n))
        self.aim_y: Floats = np.zeros((4, n))
        self.aims: Bools = np.zeros((4, n), dtype=bool)
        """Whether hips, eyes and hand are turned to their aim; without one they follow the body."""
        self.aim_at: Ints = np.full((4, n), -1, dtype=np.int64)
        """Whom the aim follows, or -1 where it is a fixed point."""
        self.aim_height: Floats = np.full(n, 1.6)
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
        self.rate: Floats = np.zeros(n)
        """How far a clip advances in a tick."""
        self.held: Ints = np.zeros(n, dtype=np.int64)
        self.bag: Ints = np.ones(n, dtype=np.int64)
        self.gait: Ints = np.full(n, POSE_NUMBER[Pose.WALK], dtype=np.int64)
        """The pose in which they walk."""
        self.arrives: Floats = np.full(n, 0.3)
        """How near the end of the way counts as there, in m."""

    def aim(self, row: int, person: int) -> tuple[float, float, float, int] | None:
        """Where (x, y, z in m) eyes or hand are aimed, and at whom, or -1; None if they are left to themselves."""
        if not self.aims[row, person]:
            return None
        other = int(self.aim_at[row, person])
        if other >= 0:
            return *self.at(other), float(self.eye[other]), other
        return float(self.aim_x[row, person]), float(self.aim_y[row, person]), float(self.aim_height[person]), -1

    def place(self, person: int, x: float, y: float) -> None:
        """Put a person on a spot."""
        self.position[0, person], self.position[1, person] = x, y

    def at(self, person: int) -> tuple[float, float]:
        """Where a person is."""
        return float(self.position[0, person]), float(self.position[1, person])

    def face(self, person: int, x: float, y: float) -> None:
        """Turn a person, eyes and all, at once; for those who just came in."""
        self.turn[0, :, person], self.turn[1, :, person] = x, y
        self.wish[:, :, person] = self.turn[:, :, person]

    def stop(self, person: int) -> None:
        """Let a person stand where they are."""
        self.walking[person] = False
        self.velocity[:, person] = 0.0
        self.speed[person] = 0.0
