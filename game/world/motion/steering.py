"""How walkers keep out of each other's way.

Heading: of a fan of directions each takes the one in which the way to the goal stays free the longest, given where the
others are and how they move (Moussaïd, Helbing and Theraulaz 2011). Speed: free speed, bounded by the gap ahead over a
time gap (Tordeux, Chraibi and Seyfried 2016), which gives the measured fall of speed with density. Only + − × ÷, square
roots and comparisons, so that every machine agrees.
"""

import numpy as np

from ..bodies import RADIUS, Bodies, Floats, Ints
from ..floor.ground import Ground
from ..floor.neighbours import Pairs

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
"""Metres of APART that people give up when held up."""
SHOULDER = 0.05
"""Metres by which people who are held up slip past another nearer than LANE: they turn a shoulder."""
PRESSES = 0.1
"""Metres nearer that people held up come to whoever is ahead."""
TIME_GAP = 1.3
"""Seconds; with GAP, fitted to Weidmann's speed at each density."""
GAP = 0.31
"""Metres between two centres at which a walker no longer goes on."""
LANE = 0.36
"""Metres to either side within which someone ahead is in the way."""
FEELERS = np.array([0.45, 0.9, 1.35])[:, None, None]
"""Metres ahead at which walkers look for walls."""
BATCH = 8192
"""Pairs times headings worked out at once: as many as fit in a processor's nearer memory."""
_SHORT = 0.3
"""Metres before a wall felt at which a way ends."""


def choose_headings(bodies: Bodies, pairs: Pairs, ground: Ground) -> None:
    """Let all walkers choose to which side of the straight way they turn, if any."""
    before, bodies.side = bodies.side, np.zeros(bodies.count, dtype=np.int64)
    bodies.aside = bodies.side[:0]
    if not len(pairs.one):
        return
    ex, ey = (bodies.goal - bodies.position).take(pairs.who, axis=1)
    far = np.maximum(np.sqrt(ex * ex + ey * ey), 1e-9)
    # Whoever stands still looks ahead too, as far as a shuffle would carry them; or they would set off into somebody.
    want = np.maximum(bodies.want.take(pairs.who), 0.3)
    reach = np.minimum(far, LOOK_AHEAD * want)
    ex, ey = ex / far, ey / far
    meetings = _meetings(bodies, pairs, ex * want, ey * want)
    straight = _free_time(meetings[0] - meetings[4], meetings[5] - meetings[2], meetings[6])
    clear = np.minimum.reduceat(straight, pairs.first) * want
    held = (clear < reach).nonzero()[0]
    if not len(held):
        return
    who, mine = pairs.who.take(held), _of_those(pairs, held)
    want, reach, ex, ey = want.take(held), reach.take(held), ex.take(held), ey.take(held)
    free = np.empty((len(COS), len(held)))
    free[0] = clear.take(held)
    _free_aside(meetings.take(mine, axis=1), pairs.which.take(mine), want, free)
    np.minimum(free, reach, out=free)
    _feel(ground, bodies.position.take(who, axis=1), COS * ex - SIN * ey, SIN * ex + COS * ey, free)
    cost = free * free - (2 * reach) * free * COS + _RIGHT * (reach * reach)
    cost[before.take(who), np.arange(len(who))] -= HABIT
    side = cost.argmin(axis=0)
    bodies.side[who] = side
    bodies.aside = who[side > 0]


def _of_those(pairs: Pairs, held: Ints) -> Ints:
    """The numbers of the pairs of some of the people in `pairs.who`."""
    chosen = np.zeros(len(pairs.who), dtype=bool)
    chosen[held] = True
    return chosen.take(pairs.which).nonzero()[0]


def _meetings(bodies: Bodies, pairs: Pairs, ux: Floats, uy: Floats) -> Floats:
    """What a meeting depends on, (7, pairs), given the straight way u in m/s of those who mind.

    With p from one to the other, v the other's velocity and n the way a quarter turn to the left of u: p·u, p·n,
    2 v·u, 2 v·n, p·v, u² + v², and p² less the squared distance to keep. For a heading turned by an angle with cosine
    C and sine S, half the speed of nearing times p is then C p·u + S p·n − p·v, and the squared speed
    u² + v² − C 2 v·u − S 2 v·n.
    """
    out = np.empty((7, len(pairs.one)))
    px, py = bodies.position.take(pairs.other, axis=1) - bodies.position.take(pairs.one, axis=1)
    vx, vy = bodies.velocity.take(pairs.other, axis=1)
    ux, uy = ux.take(pairs.which), uy.take(pairs.which)
    apart = APART - YIELDS * bodies.ease.take(pairs.one)
    out[0] = px * ux + py * uy
    out[1] = py * ux - px * uy
    out[2] = 2 * (vx * ux + vy * uy)
    out[3] = 2 * (vy * ux - vx * uy)
    out[4] = px * vx + py * vy
    out[5] = ux * ux + uy * uy + vx * vx + vy * vy + 1e-9
    out[6] = px * px + py * py - apart * apart
    return out


def _free_time(nearing: Floats, squared: Floats, gap: Floats) -> Floats:
    """Seconds until two meet, if both go on; for each pair, or (fan, pairs)."""
    disc = nearing * nearing
    disc -= squared * gap
    meet = ((nearing > 0) & (disc > 0)).reshape(-1).nonzero()[0]
    time = np.full(nearing.shape, LOOK_AHEAD)
    b = nearing.take(meet)
    b -= np.sqrt(disc.take(meet))
    b /= squared.take(meet)
    time.reshape(-1)[meet] = np.minimum(np.maximum(b, 0.0, out=b), LOOK_AHEAD, out=b)
    return time


def _free_aside(meetings: Floats, which: Ints, want: Floats, free: Floats) -> None:
    """Fill in the free way in m (fan, people) in all headings but the straight one."""
    towards, across, with_it, athwart, behind, speeds, gap = meetings
    starts = np.ones(len(which), dtype=bool)
    np.not_equal(which[1:], which[:-1], out=starts[1:])
    first = starts.nonzero()[0]
    rows = max(1, BATCH // len(which))
    for n in range(1, len(COS), rows):
        cos, sin = COS[n : n + rows], SIN[n : n + rows]
        nearing = cos * towards + sin * across
        nearing -= behind
        squared = speeds - cos * with_it
        squared -= sin * athwart
        np.minimum.reduceat(_free_time(nearing, squared, gap), first, axis=1, out=free[n : n + rows])
    free[1:] *= want


def _feel(ground: Ground, position: Floats, ux: Floats, uy: Floats, free: Floats) -> None:
    """Bound the free way (fan, people) by walls, for those who are near one."""
    near = ground.is_walled_at(position[0], position[1]).nonzero()[0]
    if not len(near):
        return
    x, y = position.take(near, axis=1)
    is_open = ground.open_at(x + FEELERS * ux.take(near, axis=1), y + FEELERS * uy.take(near, axis=1))
    # Where nothing is felt the bound is farther than anybody gets in the time, and thus none.
    bound = np.where(is_open, LOOK_AHEAD * 9.0, FEELERS - _SHORT).min(axis=0)
    free[:, near] = np.minimum(free.take(near, axis=1), bound)


def choose_speeds(bodies: Bodies, pairs: Pairs) -> Floats:
    """The speed of everyone, given the gap to whoever is ahead in the chosen heading."""
    speed = bodies.want * bodies.walking
    if not len(pairs.one):
        return speed
    px, py = bodies.position.take(pairs.other, axis=1) - bodies.position.take(pairs.one, axis=1)
    wx, wy = bodies.way.take(pairs.one, axis=1)
    ease = bodies.ease.take(pairs.one)
    along = px * wx + py * wy
    aside = np.abs(px * wy - py * wx)
    aside += SHOULDER * ease
    # Who is level is not ahead, and 99 m is nobody: farther than any look goes.
    gap = np.where((along > 0.05) & (aside < LANE), along + PRESSES * ease, 99.0)
    room = np.maximum((np.minimum.reduceat(gap, pairs.first) - GAP) / TIME_GAP, 0.0)
    speed[pairs.who] = np.minimum(speed.take(pairs.who), room)
    return speed
