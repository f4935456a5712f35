"""People beyond the doors: on the pavement, on a platform, within a shop's door; in sight, and not on the floor.

They keep to their own lane and mind one another alone. All are moved at once, as they are many; what each does next is
thought over every few ticks, and between two thoughts they gain or lose speed evenly.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.clock import TICK
from game.geometry import Point, step_length
from game.scenario.venue.passages import CORNER, Passage
from game.view import Pose
from game.view.gait import SLOWEST

from ..bodies import BODY, POSE_NUMBER, RADIUS, Bodies, Bools, Floats, Ints
from ..motion.steering import GAP, LANE
from .doors import ELBOW_ROOM, GOING, spread

EVERY = 4
"""Ticks from one thought to the next."""
QUICKEN, SLOW = 0.12 * EVERY, 0.16 * EVERY
"""m/s that one gains and loses from thought to thought at most, much as a walker on the floor does."""
THERE = 0.25
"""Metres from the end of the way within which one is there."""
JAMB = 0.3
"""Metres that a body keeps from either side of a door."""
HEADWAY = 0.5
"""Seconds in which one would come to whoever is ahead. Less than on the floor, as nobody here cuts across: with as much
a pavement would pass fewer than the doors do, and hold up the hall."""
AHEAD = 2.0
"""Metres ahead at which others are minded."""
OPPOSED, SWERVES = -0.4, 0.35
"""Cosine of the angle between two ways from which two meet head-on; and the share of the way that each goes aside."""
STEERS = 0.6
"""How much one turns towards one's own line for each metre off it."""
ROOM = 0.8
"""Metres that must be free where somebody comes into being."""
TOUCH = 1.5
"""Metres within which two may meet before the next thought."""
SOFT = 0.8
"""Share of an overlap that is undone in a tick."""
PATIENCE = 30
"""Ticks for which one waits for the floor inside to be free, or for somebody who stands in the way."""
ASIDE = (0.6, -0.6, 1.2, -1.2, 1.8, -1.8)
"""Metres to either side at which one comes in where somebody stands on one's own spot."""
OWN_LANE, OWN_LINE = 0.7, 0.5
"""Metres from the middle of a door's lanes to either of them, and from there to each person's own line at most.

So two walk abreast each way, and a full hall empties no slower for its pavement."""
WAITS_UP, EACH = 0.25, 1.5
"""Share of one's speed by which one waits for company that is behind, or hurries after it, and the metres for which
one does so fully."""
SHORT = 6.0
"""Metres of pavement below which people rather go the other way."""


@dataclass(frozen=True, slots=True)
class Course:
    """A way beyond a door: out over its line at `across` m to the left of its middle, and along the pavement.

    `side` is 1 to the left of the way out and -1 to its right, `far` how many metres one goes there, `lane` how far
    out; `side` is 0 where one goes straight on, for `far` m.
    """

    passage: Passage
    across: float
    side: int
    lane: float
    far: float

    @property
    def end(self) -> Point:
        """The far end."""
        across, forth = (self.side * self.far, self.lane) if self.side else (self.across, self.far)
        return self.passage.spot(across, forth)

    @property
    def length(self) -> float:
        """Metres from the line to the far end."""
        return self.lane + abs(self.side * self.far - self.across) if self.side else self.far

    @property
    def onward(self) -> Point:
        """The direction in which one goes out at the far end."""
        ox, oy = self.passage.out
        return (-oy * self.side, ox * self.side) if self.side else (ox, oy)

    def spot(self, gone: float) -> Point:
        """The point so many metres from the line along it."""
        if not self.side or gone < self.lane:
            return self.passage.spot(self.across, gone)
        return self.passage.spot(self.across + self.side * (gone - self.lane), self.lane)


@dataclass(slots=True, eq=False)
class Walker:
    """Someone on their course; `comes` tells whether they come in, `ends` where they are bound for."""

    row: int
    course: Course
    comes: bool
    ends: Point
    own: float
    """Their speed when nobody is in the way, in m/s."""
    party: int
    """The number of the first of those who come and go together."""
    turned: bool = False
    """Whether they are past the corner between the way out and the way along."""
    held: int = 0
    """For how many ticks somebody has stood in the way."""

    def find_heading(self, x: float, y: float) -> Point:
        """The direction in which they go on from a point."""
        course, (ox, oy) = self.course, self.course.passage.out
        across, forth = course.passage.measure((x, y))
        if course.side and not self.turned:
            self.turned = (
                abs(across - course.across) < CORNER or (across - course.across) * course.side < 0
                if self.comes else forth > course.lane - CORNER
            )  # fmt: skip
        if bool(course.side) and self.turned != self.comes:
            way = -course.side if self.comes else course.side
            u, v = STEERS * min(max(course.lane - forth, -1.0), 1.0), float(way)
        elif self.comes:
            ex, ey = self.ends[0] - x, self.ends[1] - y
            return _unit(ex, ey)
        else:
            u, v = 1.0, STEERS * min(max(course.across - across, -1.0), 1.0)
        return _unit(u * ox - v * oy, u * oy + v * ox)


class Outside:
    """Moves all who are beyond a door."""

    def __init__(
        self, bodies: Bodies, free: Callable[[float, float], bool], standable: Callable[[float, float], bool]
    ) -> None:
        """Nobody is; `free` tells whether nobody stands on a spot of the floor, `standable` whether anybody could."""
        self._bodies, self._free, self._standable = bodies, free, standable
        self._walkers: list[Walker] = []
        self._rows: Ints = np.zeros(0, dtype=np.int64)
        self._velocity: Floats = np.zeros((2, 0))
        self._change: Floats = np.zeros((2, 0))
        """What the velocity changes by in each tick until the next thought."""
        self._ends: Floats = np.zeros((2, 0))
        """Where everyone is bound for."""
        self._onward: Floats = np.zeros((2, 0))
        """The direction in which those who go are past their end; 0, 0 for those who come."""
        self._close: tuple[Ints, Ints] = (self._rows, self._rows)
        """Pairs, by place in the list, that may touch before the next thought."""

    def come_in(self, row: int, passage: Passage, spot: Point, party: int, ahead: float) -> bool:
        """Be at the far end, or so many metres on from there, bound for a spot inside; not if somebody is there."""
        bodies = self._bodies
        way = course(passage, passage.measure(spot)[0], party, int(bodies.who[row]), comes=True)
        start = way.spot(max(way.length - ahead, 0.0))
        if any(_far(start, bodies.at(other)) < ROOM for other in self._rows.tolist()):
            return False
        walker = Walker(row, way, True, spot, float(bodies.free_speed[row]), party)
        bodies.place(row, *start)
        x, y = walker.find_heading(*start)
        bodies.face(row, x, y)
        self._add(walker, (x * walker.own, y * walker.own))
        return True

    def go_out(self, row: int, passage: Passage, party: int) -> None:
        """Go on out from where one stands, as fast as one goes."""
        bodies = self._bodies
        reach = max(passage.half - JAMB, 0.0)
        across = min(max(passage.measure(bodies.at(row))[0], -reach), reach)
        way = course(passage, across, party, int(bodies.who[row]), comes=False)
        velocity = float(bodies.velocity[0, row]), float(bodies.velocity[1, row])
        self._add(Walker(row, way, False, way.end, float(bodies.free_speed[row]), party), velocity)

    def _add(self, walker: Walker, velocity: Point) -> None:
        bodies = self._bodies
        bodies.halt(walker.row)
        bodies.be(walker.row, present=False, passing=True)
        bodies.gait[walker.row] = POSE_NUMBER[Pose.WALK]
        self._walkers.append(walker)
        self._rows = np.append(self._rows, walker.row)
        self._velocity = np.column_stack([self._velocity, velocity])
        self._change = np.column_stack([self._change, (0.0, 0.0)])
        self._ends = np.column_stack([self._ends, walker.ends])
        self._onward = np.column_stack([self._onward, (0.0, 0.0) if walker.comes else walker.course.onward])
        self._show(self._velocity)

    def end(self, row: int) -> bool:
        """Forget somebody whose feet are on the floor, or who is gone; whether they came in."""
        n = self._rows.tolist().index(row)
        self._bodies.velocity[:, row] = self._velocity[:, n]
        self._rows = np.delete(self._rows, n)
        self._velocity, self._change, self._ends, self._onward = (
            np.delete(column, n, axis=1) for column in (self._velocity, self._change, self._ends, self._onward)
        )
        self._close = self._rows[:0], self._rows[:0]
        return self._walkers.pop(n).comes

    def find_landed(self) -> list[int]:
        """The rows of those at the end of their way, in the order in which they set out."""
        off = self._bodies.position.take(self._rows, axis=1) - self._ends
        past = (off * self._onward).sum(axis=0) > 0
        rows: list[int] = self._rows[past | (_size(off) < THERE)].tolist()
        return rows

    # --- a tick -------------------------------------------------------------------------------------------------------

    def carry(self, tick: int) -> None:
        """Move everyone by one tick."""
        if not self._walkers:
            return
        bodies, rows = self._bodies, self._rows
        before = bodies.position.take(rows, axis=1)
        if tick % EVERY == 0:
            self._think(before)
        self._velocity += self._change
        after = before + self._velocity * TICK
        self._keep_apart(after)
        bodies.position[:, rows] = after
        self._show((after - before) / TICK)

    def _show(self, velocity: Floats) -> None:
        bodies, rows = self._bodies, self._rows
        speed = _size(velocity)
        bodies.speed[rows] = speed
        bodies.rate[rows] = speed * TICK / (bodies.stride[rows] * np.sqrt(np.maximum(speed, SLOWEST)))

    def _think(self, at: Floats) -> None:
        """Choose everyone's velocity: on along their way, no nearer than one should be to whoever is ahead."""
        bodies, rows = self._bodies, self._rows
        spots = zip(*at.tolist(), strict=True)
        way = np.array([walker.find_heading(x, y) for walker, (x, y) in zip(self._walkers, spots, strict=True)]).T
        room, opposed, near = self._others(at, way)
        self._close = near.nonzero()[0], near.nonzero()[1]
        left = _size(self._ends - at)
        for n, (walker, gap, far) in enumerate(zip(self._walkers, room.tolist(), left.tolist(), strict=True)):
            room[n] = self._patient(n, walker, gap, far)
        way += opposed * SWERVES * np.stack([-way[1], way[0]])
        way /= _size(way)
        bodies.wish[:, BODY, rows] = way
        before = _size(self._velocity)
        wanted = np.minimum(self._paces(left), np.maximum(room, 0.0) / HEADWAY)
        speed = np.minimum(np.maximum(wanted, before - SLOW), before + QUICKEN)
        self._change = (way * speed - self._velocity) / EVERY

    def _paces(self, left: Floats) -> Floats:
        """Everyone's speed when nobody is in the way: those who go together wait for one another."""
        parties = [walker.party * 2 + walker.comes for walker in self._walkers]
        _, of, size = np.unique(parties, return_inverse=True, return_counts=True)
        behind = left - (np.bincount(of, left) / size)[of]
        own = np.array([walker.own for walker in self._walkers])
        paces: Floats = own * (1.0 + WAITS_UP * np.clip(behind / EACH, -1.0, 1.0))
        return paces

    def _others(self, at: Floats, way: Floats) -> tuple[Floats, Bools, Bools]:
        """Metres that others leave to each, whether somebody comes towards them, and which pairs may touch."""
        (dx, dy), (wx, wy) = at[:, None, :] - at[:, :, None], way[:, :, None]
        along, across = dx * wx + dy * wy, np.abs(dy * wx - dx * wy)
        # Who is level is not ahead, or two abreast would each wait for the other.
        near = (along > 0.05) & (along < AHEAD) & (across < LANE)
        opposed = near & (wx * way[0] + wy * way[1] < OPPOSED)
        near &= ~opposed
        near &= ~(near.T & (self._rows[:, None] < self._rows))  # of two who cross, one goes first
        touch = np.triu(dx * dx + dy * dy < TOUCH * TOUCH, 1)
        # 99 m is nobody: farther than any pavement reaches.
        return np.where(near, along, 99.0).min(axis=1) - GAP, opposed.any(axis=1), touch

    def _patient(self, n: int, walker: Walker, gap: float, left: float) -> float:
        """The room that someone has, who waits neither for others nor for the floor before them for ever."""
        taken = walker.comes and left < AHEAD and not self._free(*walker.ends)
        # Whoever is in the way stands up to so far before the spot.
        room = min(gap, left - ELBOW_ROOM - GAP) if taken else gap
        walker.held = walker.held + EVERY if room < 0.1 else 0
        if walker.held < PATIENCE:
            return room
        if taken and (spot := self._beside(walker)) != walker.ends:
            walker.ends, walker.held = spot, 0
            self._ends[:, n] = spot
            return room
        return AHEAD

    def _beside(self, walker: Walker) -> Point:
        """A spot in the door with nobody on it, beside the one that is taken; that one if the whole door is."""
        passage, (x, y) = walker.course.passage, walker.ends
        here = passage.measure(walker.ends)[0]
        for shift in ASIDE:
            spot = x - passage.out[1] * shift, y + passage.out[0] * shift
            if abs(here + shift) <= passage.half - JAMB and self._standable(*spot) and self._free(*spot):
                return spot
        return walker.ends

    def _keep_apart(self, at: Floats) -> None:
        """Undo overlaps, little by little."""
        a, b = self._close
        if not len(a):
            return
        off = at.take(b, axis=1) - at.take(a, axis=1)
        far = np.maximum(_size(off), 1e-6)
        push = off * (np.maximum(2 * RADIUS - far, 0.0) * (0.5 * SOFT) / far)
        for n in (0, 1):
            at[n] += np.bincount(b, push[n], at.shape[1]) - np.bincount(a, push[n], at.shape[1])


def course(passage: Passage, across: float, party: int, person: int, *, comes: bool) -> Course:
    """Somebody's way beyond a door. People of one `party`, the number of its first, come and go on the same side.

    They walk on the left: who goes along the pavement with the wall on their left is in the nearer lane.
    """
    left, right = passage.sides
    if max(left, right) <= CORNER:
        return Course(passage, across, 0, 0.0, passage.run)
    side = (1 if party % 2 else -1) if min(left, right) >= SHORT else 1 if left > right else -1
    own = OWN_LINE * spread(person, GOING)
    lane = passage.lane + OWN_LANE * side * (1 if comes else -1) + own
    return Course(passage, across, side, lane, left if side > 0 else right)


def _far(one: Point, other: Point) -> float:
    return step_length(other[0] - one[0], other[1] - one[1])


def _unit(x: float, y: float) -> Point:
    size = step_length(x, y) or 1.0
    return x / size, y / size


def _size(vectors: Floats) -> Floats:
    squares = vectors * vectors
    size: Floats = np.sqrt(squares[0] + squares[1])
    return size
