"""One tick of walking: choose, move, keep apart, keep off the walls, turn to where one goes."""

import numpy as np

from .bodies import RADIUS, Bodies, Floats, Ints
from .ground import CELL, Ground
from .neighbours import Neighbours
from .steering import COS, SIN, choose_headings, choose_speeds

TICK = 0.1
QUICKEN, SLOW = 0.16, 0.35
"""Most that a walker gains and loses of speed in a tick, in m/s."""
WALL = 0.20
"""Room in m that a body keeps to walls."""
APART = 2 * RADIUS
ROUNDS = 2
"""Times that overlaps are looked for in a tick: undoing one may make another."""
SOFT = 0.8
"""Share of an overlap that is undone at a time, so that nobody jerks."""


def walk(bodies: Bodies, neighbours: Neighbours, ground: Ground) -> None:
    """Move everyone who walks by one tick."""
    if neighbours.refresh(bodies):
        choose_headings(bodies, neighbours.all, ground)
    left = _take_aim(bodies)
    wanted = choose_speeds(bodies, neighbours.ahead)
    np.minimum(wanted, left * 1.6 + 0.15, out=wanted, where=bodies.last_leg)
    speed = np.minimum(np.maximum(wanted, bodies.speed - SLOW), bodies.speed + QUICKEN)
    np.copyto(speed, 0.0, where=~bodies.walking)
    before = bodies.position.copy()
    bodies.velocity = bodies.way * speed
    bodies.position = before + bodies.velocity * TICK
    _keep_apart(bodies, neighbours)
    _keep_off_walls(bodies, ground, before)
    moved = bodies.position - before
    gone = np.sqrt(moved[0] * moved[0] + moved[1] * moved[1])
    bodies.speed = np.minimum(speed, gone / TICK + 0.05)
    bodies.gone = gone
    held_up = bodies.walking & (bodies.speed < 0.3) & (bodies.want > 0.4)
    bodies.ease = np.minimum(np.maximum(bodies.ease + np.where(held_up, 0.04, -0.06), 0.0), 1.0)


def _take_aim(bodies: Bodies) -> Floats:
    """Turn the way to the goal, or to the chosen side of it; how far the goal is, in m."""
    dx, dy = bodies.goal - bodies.position
    left: Floats = np.sqrt(dx * dx + dy * dy)
    far = np.maximum(left, 1e-9)
    dx /= far
    dy /= far
    bodies.way[0], bodies.way[1] = dx, dy
    aside = bodies.side.nonzero()[0]
    if len(aside):
        cos, sin = COS[bodies.side[aside], 0], SIN[bodies.side[aside], 0]
        dx, dy = dx[aside], dy[aside]
        bodies.way[0, aside], bodies.way[1, aside] = dx * cos - dy * sin, dx * sin + dy * cos
    return left


def _keep_apart(bodies: Bodies, neighbours: Neighbours) -> None:
    """Undo overlaps; who stands is not moved."""
    a, b = neighbours.touching
    for _ in range(ROUNDS):
        if len(a):
            a, b = _push_apart(bodies, a, b)


def _push_apart(bodies: Bodies, a: Ints, b: Ints) -> tuple[Ints, Ints]:
    """One round; the pairs that were close."""
    dx = bodies.position[0, b] - bodies.position[0, a]
    dy = bodies.position[1, b] - bodies.position[1, a]
    square = dx * dx + dy * dy
    close = (square < APART * APART).nonzero()[0]
    if not len(close):
        return close, close
    a, b, dx, dy = a[close], b[close], dx[close], dy[close]
    far = np.maximum(np.sqrt(square[close]), 1e-6)
    apart = APART - 0.02 * (bodies.ease[a] + bodies.ease[b])
    push = np.maximum(apart - far, 0.0) * SOFT / far
    dx, dy = dx * push, dy * push
    moves_a, moves_b = bodies.walking[a], bodies.walking[b]
    share_a = np.where(moves_a, np.where(moves_b, 0.5, 1.0), 0.0)
    share_b = np.where(moves_b, np.where(moves_a, 0.5, 1.0), 0.0)
    both = np.concatenate((a, b))
    bodies.position[0] += np.bincount(both, np.concatenate((-dx * share_a, dx * share_b)), bodies.count)
    bodies.position[1] += np.bincount(both, np.concatenate((-dy * share_a, dy * share_b)), bodies.count)
    return a, b


def _keep_off_walls(bodies: Bodies, ground: Ground, before: Floats) -> None:
    """Slide along walls. Room is read between the nodes, so that the push is smooth."""
    here = bodies.walking.nonzero()[0]
    gx, gy = bodies.position[0, here] / CELL, bodies.position[1, here] / CELL
    i = np.minimum(np.maximum(gx.astype(np.int64), 0), ground.nx - 2)
    j = np.minimum(np.maximum(gy.astype(np.int64), 0), ground.ny - 2)
    close = (ground.tight.take(i * ground.ny + j)).nonzero()[0]
    if not len(close):
        return
    here, i, j = here[close], i[close], j[close]
    fx, fy = gx[close] - i, gy[close] - j
    room = ground.room
    a, b, c, d = room[i, j], room[i + 1, j], room[i, j + 1], room[i + 1, j + 1]
    has = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy
    lacks = WALL - has
    slope_x, slope_y = (b - a) * (1 - fy) + (d - c) * fy, (c - a) * (1 - fx) + (d - b) * fx
    steep = np.sqrt(slope_x * slope_x + slope_y * slope_y)
    push = np.where(lacks > 0, lacks / np.maximum(steep, 0.05), 0.0)
    bodies.position[0, here] += slope_x * push
    bodies.position[1, here] += slope_y * push
    lost = here[has < 0.06]
    bodies.position[:, lost] = before[:, lost]
