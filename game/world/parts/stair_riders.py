"""People on stairs, on escalators and in lifts: in sight, and no longer on the floor, or not yet."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from game.clock import TICK
from game.geometry import Point
from game.scenario.venue.passages import MOVES, Passage
from game.view import Pose
from game.view.gait import SLOWEST

from ..bodies import BODY, POSE_NUMBER, Bodies, Floats, Ints
from .doors import BOTH_WAYS

WALKS_ON = 4
"""One in so many does not stand still on an escalator."""
WAITS, PATIENCE = 0.25, 30
"""Metres before the line at which one waits for the floor to be free, and the ticks for which one does."""
BEHIND, BESIDE = 0.5, 0.42
"""Metres that one keeps behind whoever is ahead, if they are no further to the side than this."""
EVERY, LOOKS = 2, 1
"""Ticks between looks at who is in the way: so long each goes on evenly. Walkers come to a door in the same ticks."""
QUICKEN, SLOW = 0.16 * EVERY, 0.25 * EVERY
"""m/s that one gains and loses from look to look at most, as a walker does."""
JAMB = 0.3
"""Metres that a body keeps from either side."""
EDGE, BRAKES = 0.1, 0.35
"""Metres from either side within which nobody sets foot on the steps, and before them in which one stops for that."""
VEER = 0.05 * EVERY
"""Metres from one look to the next by which one keeps more to one's own side of the way."""
LANDING = 0.3
"""Metres before the line of the portal where feet are on the floor again."""


@dataclass(slots=True, eq=False)
class Crossing:
    """Someone's way along a passage: how far along it they are, and which way they go (1 is out)."""

    row: int
    passage: Passage
    across: float
    forth: float
    way: int
    own: float
    """The speed of their own feet, in m/s; an escalator adds its own."""
    stride: float
    speed: float
    """How fast they get on at the moment, in m/s, carried or on their own feet."""
    before: float
    """How far along they were at the look before."""
    held: int = 0
    """For how many ticks somebody has stood in the way, or one has been beside the steps."""

    @property
    def rides(self) -> float:
        """How fast they are carried, in m/s, once they are on it."""
        return MOVES if self.passage.kind == "escalator" and self.forth > 0 else 0.0

    @property
    def shown(self) -> tuple[float, ...]:
        """What is seen of them: x, y, height, speed, how far their stride advances, the direction they face.

        Last, their height halfway from the look before.
        """
        x, y = self.passage.spot(self.across, self.forth)
        (ox, oy), way, speed = self.passage.out, self.way, max(self.speed - self.rides, 0.0)
        rate = speed * TICK / (self.stride * max(speed, SLOWEST) ** 0.5)
        height, halfway = (self.passage.height(at) for at in (self.forth, 0.5 * (self.forth + self.before)))
        return x, y, height, speed, rate, ox * way, oy * way, halfway


class Passages:
    """Moves all who are on their way up, down, in or out."""

    def __init__(self, bodies: Bodies, free: Callable[[float, float], bool]) -> None:
        """Nobody is; `free` tells whether nobody stands on a spot of the floor."""
        self._free = free
        self._bodies = bodies
        self._crossings: dict[int, Crossing] = {}
        self._ends: tuple[Ints, Floats] = _see(())
        """The rows of those who are on their way to where the next look finds them, and what is seen of them there."""
        self._within: dict[str, list[Crossing]] = {}
        """The same by the portal of the passage."""

    def go_in(self, row: int, passage: Passage, spot: Point) -> bool:
        """Appear at the far end, bound for a spot on the floor; not while somebody is there."""
        crossing = self._cross(row, passage, spot, passage.run + 0.01, -1, None)
        if _room(crossing, self._within.get(passage.portal, ())) < BEHIND:
            return False
        self._bodies.face(row, -passage.out[0], -passage.out[1])
        self._begin(crossing)
        return True

    def go_out(self, row: int, passage: Passage) -> None:
        """Go on out from where one stands, as fast as one goes."""
        speed = float(self._bodies.speed[row])
        self._bodies.halt(row)
        self._begin(self._cross(row, passage, self._bodies.at(row), 0.0, 1, speed))

    def _cross(
        self, row: int, passage: Passage, spot: Point, forth: float, way: int, speed: float | None
    ) -> Crossing:
        across, along = passage.measure(spot)
        if way > 0:
            forth = along
        else:
            reach = max(passage.half - JAMB, 0.0)
            across = min(max(across, -reach), reach)
        own = passage.feet(float(self._bodies.free_speed[row]), rides=bool(self._bodies.who[row] % WALKS_ON))
        crossing = Crossing(row, passage, across, forth, way, own, float(self._bodies.stride[row]), 0.0, forth)
        crossing.speed = own + crossing.rides if speed is None else speed
        return crossing

    def _begin(self, crossing: Crossing) -> None:
        bodies = self._bodies
        self._crossings[crossing.row] = crossing
        self._within.setdefault(crossing.passage.portal, []).append(crossing)
        bodies.be(crossing.row, present=False, passing=True)
        bodies.gait[crossing.row] = POSE_NUMBER[Pose.WALK]
        self._show(*_see((crossing,)))

    def carry(self, tick: int) -> None:
        """Move everyone by one tick."""
        if tick % EVERY != LOOKS:
            self._show(*self._ends)
        elif self._crossings:
            for crossing in self._crossings.values():
                self._move(crossing, self._within[crossing.passage.portal])
            rows, ends = self._ends = _see(self._crossings.values())
            halfway = ends.copy()
            halfway[:2] = 0.5 * (self._bodies.position.take(rows, axis=1) + ends[:2])
            halfway[2] = ends[7]
            self._show(rows, halfway)
        else:
            self._ends = _see(())

    def _move(self, crossing: Crossing, others: list[Crossing]) -> None:
        """Go on until the next look, no nearer than one should be to whoever is ahead."""
        passage = crossing.passage
        step = (
            (crossing.own + crossing.rides if crossing.forth > 0 else float(self._bodies.free_speed[crossing.row]))
            * TICK
            * EVERY
        )
        if len(others) > 1:
            step = min(step, max(_room(crossing, others) - BEHIND, 0.0))
        beside = crossing.way > 0 and abs(crossing.across) > passage.half - EDGE
        if beside:
            step = min(step, max(-crossing.forth - BRAKES, 0.0))  # not above the steps
            crossing.held += EVERY
        # Who is past the line already is in the way of those on the floor, who make room only for others on it.
        comes = crossing.way < 0 < crossing.forth
        if comes and crossing.forth - step < WAITS and not self._may_land(crossing):
            step = max(crossing.forth - WAITS, 0.0)
        crossing.speed = min(max(step / (TICK * EVERY), crossing.speed - SLOW), crossing.speed + QUICKEN)
        crossing.before = crossing.forth
        crossing.forth += crossing.way * crossing.speed * TICK * EVERY
        reach = max(passage.half - JAMB, 0.0)
        # Who goes up and who goes down each keep to their left, half a body from the middle at the least.
        least = BESIDE * 0.6 if passage.half > BOTH_WAYS else -reach
        left = crossing.way * min(max(crossing.way * crossing.across, least), reach)
        if left != crossing.across:
            _veer(
                crossing,
                min(max(left - crossing.across, -VEER), VEER),
                () if beside and crossing.held > PATIENCE else others,
            )

    def _may_land(self, crossing: Crossing) -> bool:
        """Whether the floor is free where someone's feet will come to it, or they have waited for long enough."""
        crossing.held = 0 if self._free(*crossing.passage.spot(crossing.across, -LANDING)) else crossing.held + EVERY
        return crossing.held == 0 or crossing.held > PATIENCE

    def _show(self, rows: Ints, shown: Floats) -> None:
        bodies = self._bodies
        bodies.position[:, rows] = shown[:2]
        bodies.base[rows], bodies.speed[rows], bodies.rate[rows] = shown[2:5]
        bodies.wish[:, BODY, rows] = shown[5:7]

    def find_landed(self, tick: int) -> list[int]:
        """The rows of those at the floor, and of those out of sight, in the order in which they set out."""
        return [] if tick % EVERY != LOOKS else [
            crossing.row for crossing in self._crossings.values()
            if (crossing.forth <= -LANDING if crossing.way < 0 else crossing.forth >= crossing.passage.run)
        ]  # fmt: skip

    def end(self, row: int) -> bool:
        """Forget somebody whose feet are on the floor, or who is gone; whether they came in."""
        crossing = self._crossings.pop(row)
        self._within[crossing.passage.portal].remove(crossing)
        self._bodies.base[row], self._bodies.speed[row] = 0.0, crossing.speed
        return crossing.way < 0


def _see(some: Collection[Crossing]) -> tuple[Ints, Floats]:
    return np.array([crossing.row for crossing in some], dtype=np.int64), np.array(
        [crossing.shown for crossing in some]
    ).reshape(-1, 8).T


def _veer(crossing: Crossing, by: float, others: Collection[Crossing]) -> None:
    """Keep more to one's own side, unless somebody is there."""
    for other in others:
        if other is not crossing and abs(other.forth - crossing.forth) < BEHIND:
            before, after = abs(other.across - crossing.across), abs(other.across - crossing.across - by)
            if after < before and after < BESIDE:
                return
    crossing.across += by


def _room(crossing: Crossing, others: Collection[Crossing]) -> float:
    """Metres along the way to the nearest who goes before someone."""
    # Nobody looks farther up a flight of stairs than this; only that it is more than one goes in a look counts.
    room = 9.0
    for other in others:
        if other.way == crossing.way and abs(other.across - crossing.across) < BESIDE:
            gap = crossing.way * (other.forth - crossing.forth)
            if gap > 0 or (gap == 0 and other.row < crossing.row):
                room = min(room, gap)
    return room
