"""People on stairs, on escalators and in lifts: in sight, and no longer on the floor, or not yet."""

from dataclasses import dataclass

from ..geometry import Point
from ..scenario.passages import Passage
from ..view import Pose
from ..view.gait import SLOWEST
from .bodies import BODY, POSE_NUMBER, Bodies

CLIMB = 0.62
"""Factor on the free speed, along the plan, on stairs."""
MOVES = 0.6
"""Speed of an escalator in m/s along the plan."""
WALKS_ON = 4
"""One in so many does not stand still on an escalator."""
TICK = 0.1
LANDING = 0.3
"""Metres before the line of the portal where feet are on the floor again."""


@dataclass(slots=True)
class Crossing:
    """Someone's way along a passage: how far along it they are, and which way they go (1 is out)."""

    row: int
    passage: Passage
    across: float
    forth: float
    way: int
    own: float
    """The speed of their own feet, in m/s; an escalator adds its own."""


class Passages:
    """Moves all who are on their way up, down, in or out."""

    def __init__(self, bodies: Bodies) -> None:
        """Nobody is."""
        self._bodies = bodies
        self._crossings: dict[int, Crossing] = {}

    def go_in(self, row: int, passage: Passage, spot: Point) -> None:
        """Appear at the far end, bound for a spot on the floor."""
        self._begin(row, passage, spot, passage.run, -1)

    def go_out(self, row: int, passage: Passage) -> None:
        """Go on out from where one stands."""
        self._begin(row, passage, self._bodies.at(row), -LANDING, 1)

    def _begin(self, row: int, passage: Passage, spot: Point, forth: float, way: int) -> None:
        bodies = self._bodies
        dx, dy = spot[0] - passage.at[0], spot[1] - passage.at[1]
        reach = max(passage.half - 0.3, 0.0)
        across = min(max(dy * passage.out[0] - dx * passage.out[1], -reach), reach)
        if way > 0:
            forth = max(forth, dx * passage.out[0] + dy * passage.out[1])
        rides = passage.kind == "escalator"
        own = float(bodies.free_speed[row]) * (1.0 if passage.rise == 0 else CLIMB)
        own = own * (bodies.who[row] % WALKS_ON == 0) if rides else own
        bodies.be(row, present=False, passing=True)
        self._crossings[row] = Crossing(row, passage, across, forth, way, own)
        bodies.rate[row] = own * TICK / float(bodies.stride[row] * max(own, SLOWEST) ** 0.5)
        bodies.gait[row] = POSE_NUMBER[Pose.WALK]
        if way < 0:
            bodies.face(row, -passage.out[0], -passage.out[1])
        self._place(self._crossings[row])

    def carry(self) -> None:
        """Move everyone by one tick."""
        for one in self._crossings.values():
            on = one.own + (MOVES if one.passage.kind == "escalator" else 0.0)
            one.forth += one.way * on * TICK
            self._place(one)

    def _place(self, one: Crossing) -> None:
        bodies = self._bodies
        bodies.place(one.row, *one.passage.spot(one.across, one.forth))
        bodies.base[one.row] = one.passage.height(one.forth)
        bodies.speed[one.row] = one.own
        x, y = one.passage.out
        bodies.wish[0, BODY, one.row], bodies.wish[1, BODY, one.row] = x * one.way, y * one.way

    def landed(self) -> list[int]:
        """The rows of those at the floor, and of those out of sight, in the order in which they set out."""
        return [
            one.row for one in self._crossings.values()
            if (one.forth <= -LANDING if one.way < 0 else one.forth >= one.passage.run)
        ]  # fmt: skip

    def hold(self, row: int) -> None:
        """Stay where one's feet would come to the floor."""
        one = self._crossings[row]
        one.forth = -LANDING
        self._place(one)
        self._bodies.speed[row] = 0.0

    def comes(self, row: int) -> bool:
        """Whether they are coming in."""
        return self._crossings[row].way < 0

    def end(self, row: int) -> None:
        """Their feet are on the floor, or they are gone."""
        del self._crossings[row]
        self._bodies.base[row] = 0.0
