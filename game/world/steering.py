"""How walkers keep out of each other's way.

Heading: of a fan of directions each takes the one in which the way to the goal stays free the longest, given where the
others are and how they move (Moussaïd, Helbing and Theraulaz 2011). Speed: free speed, bounded by the gap ahead over a
time gap (Tordeux, Chraibi and Seyfried 2016), which gives the measured fall of speed with density. Only + − × ÷, square
roots and comparisons, so that every machine agrees.
"""

import numpy as np

from .bodies import RADIUS, Bodies, Floats, Ints
from .ground import Ground
from .neighbours import Pairs

_HALF = (0.0, 0.10, -0.10, 0.24, -0.24, 0.42, -0.42, 0.80, -0.80)
"""Tangents of half the angles of the fan: 0, ±11°, ±27°, ±46° and ±77°. The left comes first: ties go to it."""
KEEP_LEFT = 0.015
"""What it costs to pass on the right, as a share of the squared way: those who meet head-on agree."""
COS = np.array([[(1 - t * t) / (1 + t * t)] for t in _HALF])
SIN = np.array([[2 * t / (1 + t * t)] for t in _HALF])
_RIGHT = np.array([[KEEP_LEFT if t < 0 else 0.0] for t in _HALF])
HABIT = 0.04
"""What it saves to keep to the side chosen before, in m²."""
LOOK_AHEAD = 2.4
"""Seconds."""
APART = 2 * RADIUS + 0.08
"""Metres between two centres that a walker plans to keep."""
YIELDS = 0.14
"""Metres of all these distances that people give up when held up: they turn their shoulders."""
PRESSES = 0.1
"""Metres nearer that people held up come to whoever is ahead."""
TIME_GAP = 1.3
"""Seconds; with GAP, fitted to Weidmann's speed at each density."""
GAP = 0.33
"""Metres between two centres at which a walker no longer goes on."""
LANE = 0.36
"""Metres to either side within which someone ahead is in the way."""
FEELERS = (0.45, 0.9, 1.35)
"""Metres ahead at which walkers look for walls."""


def choose_headings(bodies: Bodies, pairs: Pairs, ground: Ground) -> None:
    """Let all walkers choose to which side of the straight way they turn, if any."""
    before = bodies.side
    bodies.side = np.zeros(bodies.count, dtype=np.int64)
    held = _held_up(bodies, pairs)
    who = held.who
    if not len(who):
        return
    ex, ey, far = _straight(bodies, who)
    want = np.maximum(bodies.want[who], 0.3)
    ux, uy = COS * ex - SIN * ey, SIN * ex + COS * ey
    free = _free_time(bodies, held, ux * want, uy * want)
    reach = np.minimum(far, LOOK_AHEAD * want)
    free = np.minimum(np.minimum.reduceat(free, held.first, axis=1) * want, reach)
    _feel(ground, bodies.position[:, who], ux, uy, free)
    cost = free * free - 2 * reach * free * COS + _RIGHT * (reach * reach)
    cost[before[who], np.arange(len(who))] -= HABIT
    bodies.side[who] = cost.argmin(axis=0)


def _straight(bodies: Bodies, who: Ints) -> tuple[Floats, Floats, Floats]:
    """The direction to the goal, and how far it is."""
    ex, ey = bodies.goal[:, who] - bodies.position[:, who]
    far = np.maximum(np.sqrt(ex * ex + ey * ey), 1e-9)
    return ex / far, ey / far, far


def _held_up(bodies: Bodies, pairs: Pairs) -> Pairs:
    """Only those whose straight way is not free."""
    if not len(pairs.one):
        return pairs
    ex, ey, far = _straight(bodies, pairs.who)
    want = np.maximum(bodies.want[pairs.who], 0.3)
    free = np.minimum.reduceat(_free_time(bodies, pairs, (ex * want)[None], (ey * want)[None])[0], pairs.first)
    met = (free * want < np.minimum(far, LOOK_AHEAD * want))[pairs.which]
    return Pairs(pairs.one[met], pairs.other[met])


def _free_time(bodies: Bodies, pairs: Pairs, ux: Floats, uy: Floats) -> Floats:
    """Seconds (fan, pairs) until one meets other, if other goes on as now."""
    px, py = bodies.position[:, pairs.other] - bodies.position[:, pairs.one]
    vx, vy = bodies.velocity[:, pairs.other]
    apart = APART - YIELDS * bodies.ease[pairs.one]
    c = px * px + py * py - apart * apart
    wx, wy = ux[:, pairs.which], uy[:, pairs.which]
    wx -= vx
    wy -= vy
    b = px * wx + py * wy
    wx *= wx
    wy *= wy
    a = wx
    a += wy
    a += 1e-9
    disc = b * b
    disc -= a * c
    meets = (b > 0) & (disc > 0)
    np.maximum(disc, 0.0, out=disc)
    np.sqrt(disc, out=disc)
    b -= disc
    b /= a
    np.maximum(b, 0.0, out=b)
    return np.where(meets, np.minimum(b, LOOK_AHEAD), LOOK_AHEAD)


def _feel(ground: Ground, position: Floats, ux: Floats, uy: Floats, free: Floats) -> None:
    """Bound the free way (fan, people) by walls, for those who are near one."""
    near = ground.walled_at(position[0], position[1]).nonzero()[0]
    if not len(near):
        return
    x, y = position[:, near]
    ux, uy, bound = ux[:, near], uy[:, near], free[:, near]
    for feeler in FEELERS:
        blocked = ~ground.open_at(x + feeler * ux, y + feeler * uy)
        np.minimum(bound, feeler - 0.3, out=bound, where=blocked)
    free[:, near] = bound


def choose_speeds(bodies: Bodies, pairs: Pairs) -> Floats:
    """The speed of everyone, given the gap to whoever is ahead in the chosen heading."""
    speed = np.where(bodies.walking, bodies.want, 0.0)
    if not len(pairs.one):
        return speed
    px, py = bodies.position[:, pairs.other] - bodies.position[:, pairs.one]
    wx, wy = bodies.way[:, pairs.one]
    ease = bodies.ease[pairs.one]
    along, aside = px * wx + py * wy, np.abs(px * wy - py * wx)
    gap = np.where((along > 0.05) & (aside < LANE - YIELDS * ease), along + PRESSES * ease, 99.0)
    room = (np.minimum.reduceat(gap, pairs.first) - GAP) / TIME_GAP
    speed[pairs.who] = np.minimum(speed[pairs.who], np.maximum(room, 0.0))
    return speed
