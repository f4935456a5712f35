"""How walkers keep out of each other's way.

Heading: of a fan of directions each takes the one in which the way to the goal stays free the longest, given where the
others are and how they move (Moussaïd, Helbing and Theraulaz 2011). Speed: free speed, bounded by the gap ahead over a
time gap (Tordeux, Chraibi and Seyfried 2016), which gives the measured fall of speed with density. Only + − × ÷, square
roots and comparisons, so that every machine agrees.
"""

import numpy as np

from .bodies import RADIUS, Bodies, Floats, Ints
from .ground import CELL, Ground
from .neighbours import EVERY, Neighbours

_HALF = (0.0, 0.10, -0.10, 0.24, -0.24, 0.42, -0.42, 0.80, -0.80)
"""Tangents of half the angles of the fan: 0, ±11°, ±27°, ±46° and ±77°. The left comes first: ties go to it."""
KEEP_LEFT = 0.015
"""What it costs to pass on the right, as a share of the squared way: those who meet head-on agree."""
FAN_COS = np.array([(1 - t * t) / (1 + t * t) for t in _HALF])
FAN_SIN = np.array([2 * t / (1 + t * t) for t in _HALF])
_RIGHT = np.array([KEEP_LEFT if t < 0 else 0.0 for t in _HALF])
LOOK_AHEAD = 2.4
"""Seconds."""
APART = 2 * RADIUS + 0.08
"""Metres between two centres that a walker plans to keep."""
YIELDS = 0.14
"""Metres of all these distances that people give up when held up: they turn their shoulders."""
TIME_GAP = 0.85
"""Seconds; with GAP, fitted to Weidmann's speed at each density."""
GAP = 0.34
"""Metres between two centres at which a walker no longer goes on."""
LANE = 0.36
"""Metres to either side within which someone ahead is in the way."""
FEELERS = (0.45, 0.9, 1.35)
"""Metres ahead at which walkers look for walls."""


def choose_headings(bodies: Bodies, neighbours: Neighbours, ground: Ground, tick: int) -> None:
    """Let the share of walkers whose turn it is choose where to go; others keep their heading."""
    walking = bodies.walking.nonzero()[0]
    if not len(walking):
        return
    dx = bodies.goal[0, walking] - bodies.position[0, walking]
    dy = bodies.goal[1, walking] - bodies.position[1, walking]
    far = np.sqrt(dx * dx + dy * dy)
    far = np.maximum(far, 1e-9)
    straight_x, straight_y = dx / far, dy / far
    turn = tick % EVERY
    if neighbours.shares:
        _evade(bodies, neighbours.shares[turn], ground, walking, straight_x, straight_y, far)
    side = bodies.side[walking]
    cos, sin = FAN_COS[side], FAN_SIN[side]
    bodies.way[0, walking] = straight_x * cos - straight_y * sin
    bodies.way[1, walking] = straight_x * sin + straight_y * cos


def _evade(
    bodies: Bodies,
    share: tuple[Ints, Ints, Ints, Ints, Ints],
    ground: Ground,
    walking: Ints,
    straight_x: Floats,
    straight_y: Floats,
    far: Floats,
) -> None:
    one, other, first, who, which = share
    bodies.side[walking[walking % EVERY == (who[0] if len(who) else 0) % EVERY]] = 0
    if not len(who):
        return
    keep = bodies.walking[who]
    if not keep.all():
        pick = keep[which]
        one, other, which = one[pick], other[pick], (np.cumsum(keep) - 1)[which[pick]]
        who = who[keep]
        if not len(who):
            return
        first = (np.concatenate(([True], which[1:] != which[:-1]))).nonzero()[0]
    row = np.searchsorted(walking, who)
    ex, ey, far, want = straight_x[row], straight_y[row], far[row], np.maximum(bodies.want[who], 0.3)
    ux = FAN_COS[:, None] * ex - FAN_SIN[:, None] * ey
    uy = FAN_SIN[:, None] * ex + FAN_COS[:, None] * ey
    free = _free_time(bodies, one, other, which, ux * want, uy * want)
    free = np.minimum.reduceat(free, first, axis=1) * want
    reach = np.minimum(far, LOOK_AHEAD * want)
    free = np.minimum(free, reach)
    x, y = bodies.position[0, who], bodies.position[1, who]
    _feel(ground, x, y, ux, uy, free)
    cost = reach * reach + free * free - 2 * reach * free * FAN_COS[:, None]
    cost += _RIGHT[:, None] * (reach * reach)
    cost[bodies.side[who], np.arange(len(who))] -= 0.04
    bodies.side[who] = cost.argmin(axis=0)


def _free_time(bodies: Bodies, one: Ints, other: Ints, which: Ints, ux: Floats, uy: Floats) -> Floats:
    """Seconds (fan, pairs) until one meets other, if other goes on as now."""
    px = bodies.position[0, other] - bodies.position[0, one]
    py = bodies.position[1, other] - bodies.position[1, one]
    apart = APART - YIELDS * bodies.ease[one]
    c = px * px + py * py - apart * apart
    wx = ux[:, which] - bodies.velocity[0, other]
    wy = uy[:, which] - bodies.velocity[1, other]
    b = px * wx + py * wy
    a = wx * wx + wy * wy + 1e-9
    disc = b * b - a * c
    meets = (b > 0) & (disc > 0)
    time = (b - np.sqrt(np.maximum(disc, 0.0))) / a
    return np.where(meets, np.minimum(np.maximum(time, 0.0), LOOK_AHEAD), LOOK_AHEAD)


def _feel(ground: Ground, x: Floats, y: Floats, ux: Floats, uy: Floats, free: Floats) -> None:
    """Bound the free way (fan, people) by walls."""
    for feeler in FEELERS[::-1]:
        i = ((x + feeler * ux) / CELL + 0.5).astype(np.int64)
        j = ((y + feeler * uy) / CELL + 0.5).astype(np.int64)
        blocked = ~ground.flat.take(i * ground.ny + j, mode="clip")
        np.minimum(free, feeler - 0.3, out=free, where=blocked)


def choose_speeds(bodies: Bodies, neighbours: Neighbours) -> Floats:
    """The speed of everyone, given the gap to whoever is ahead in the chosen heading."""
    speed = np.where(bodies.walking, bodies.want, 0.0)
    one, other, first, who = neighbours.minds
    if len(one):
        px = bodies.position[0, other] - bodies.position[0, one]
        py = bodies.position[1, other] - bodies.position[1, one]
        wx, wy = bodies.way[0, one], bodies.way[1, one]
        along = px * wx + py * wy
        aside = px * wy - py * wx
        ease = bodies.ease[one]
        gap = np.where((along > 0.05) & (np.abs(aside) < LANE - YIELDS * ease), along + 0.1 * ease, 99.0)
        room = (np.minimum.reduceat(gap, first) - GAP) / TIME_GAP
        speed[who] = np.minimum(speed[who], np.maximum(room, 0.0))
    return speed
