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
LOST = 0.06
"""Room in m below which a body goes back to where it was: something pushed it into the wall."""
APART = 2 * RADIUS
ROUNDS = 2
"""Times that overlaps are looked for in a tick: undoing one may make another."""
SOFT = 0.8
"""Share of an overlap that is undone at a time, so that nobody jerks."""
YIELD, RECOVER = 0.16, 0.24
"""What is given up of one's distance, and taken back, with each new choice of heading."""


def walk(bodies: Bodies, neighbours: Neighbours, ground: Ground) -> None:
    """Move everyone who walks by one tick."""
    if neighbours.refresh(bodies):
        _give_way(bodies)
        walkers = bodies.walking.nonzero()[0]
        bodies.by_walls = walkers[ground.tight_at(*bodies.position.take(walkers, axis=1))]
        choose_headings(bodies, neighbours.all, ground)
    left = _take_aim(bodies)
    wanted = choose_speeds(bodies, neighbours.ahead)
    np.minimum(wanted, left * 1.6 + 0.15, out=wanted, where=bodies.last_leg)
    np.maximum(wanted, bodies.speed - SLOW, out=wanted)
    speed = np.minimum(wanted, bodies.speed + QUICKEN, out=wanted)
    speed *= bodies.walking
    before = bodies.position
    np.multiply(bodies.way, speed, out=bodies.velocity)
    bodies.position = before + bodies.velocity * TICK
    _keep_apart(bodies, neighbours)
    _keep_off_walls(bodies, ground, before)
    moved = bodies.position - before
    moved *= moved
    bodies.gone = np.sqrt(np.add(moved[0], moved[1], out=moved[0]), out=moved[0])
    bodies.speed = np.minimum(speed, bodies.gone / TICK + 0.05)


def _give_way(bodies: Bodies) -> None:
    """Let those who are held up mind their distance less, and the others more again."""
    held_up = bodies.walking & (bodies.speed < 0.3) & (bodies.want > 0.4)
    bodies.ease = np.minimum(np.maximum(bodies.ease + np.where(held_up, YIELD, -RECOVER), 0.0), 1.0)


def _take_aim(bodies: Bodies) -> Floats:
    """Turn the way to the goal, or to the chosen side of it; how far the goal is, in m."""
    way = np.subtract(bodies.goal, bodies.position, out=bodies.way)
    squares = way * way
    left: Floats = np.sqrt(np.add(squares[0], squares[1], out=bodies.left), out=bodies.left)
    way /= np.maximum(left, 1e-9)
    aside = bodies.aside
    if len(aside):
        side = bodies.side.take(aside)
        cos, sin = COS.take(side), SIN.take(side)
        dx, dy = way.take(aside, axis=1)
        way[0, aside], way[1, aside] = dx * cos - dy * sin, dx * sin + dy * cos
    return left


def _keep_apart(bodies: Bodies, neighbours: Neighbours) -> None:
    """Undo overlaps; who stands is not moved."""
    a, b = neighbours.touching
    for _ in range(ROUNDS):
        if len(a):
            a, b = _push_apart(bodies, a, b)


def _push_apart(bodies: Bodies, a: Ints, b: Ints) -> tuple[Ints, Ints]:
    """One round; the pairs that were close."""
    dx, dy = bodies.position.take(b, axis=1) - bodies.position.take(a, axis=1)
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
    here = bodies.by_walls
    if not len(here):
        return
    at = bodies.position.take(here, axis=1)
    at /= CELL
    corner = at.astype(np.int64)
    fx, fy = at - corner
    cell = corner[0] * ground.ny + corner[1]
    base, along_x, along_y, twist = ground.slopes.take(cell, axis=0, mode="clip").T
    slope_x = along_x + twist * fy
    has = base + slope_x * fx + along_y * fy
    near = (has < WALL).nonzero()[0]
    if not len(near):
        return
    here, has, slope_x = here[near], has[near], slope_x[near]
    slope_y = along_y[near] + twist[near] * fx[near]
    push = (WALL - has) / np.maximum(np.sqrt(slope_x * slope_x + slope_y * slope_y), 0.05)
    bodies.position[0, here] += slope_x * push
    bodies.position[1, here] += slope_y * push
    lost = here[has < LOST]
    bodies.position[:, lost] = before[:, lost]
