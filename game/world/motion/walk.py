"""One tick of walking: choose, move, keep apart, keep off the walls, turn to where one goes."""

import numpy as np

from game.clock import TICK
from game.scenario.venue.grid import CELL

from ..bodies import RADIUS, Bodies, Floats, Ints
from ..floor.ground import Ground
from ..floor.neighbours import Neighbours
from .steering import COS, SIN, choose_headings, choose_speeds

AIMS = 2
"""Ticks between looks at where the goal is and who is in the way."""
QUICKEN, SLOW, HALT = 0.16, 0.35, 0.2
"""Most that a walker gains and loses of speed in a tick, in m/s; and what one who has stopped loses: a step's worth."""
BRAKES, CREEP, TOWARDS = 0.25, 0.08, 0.3
"""Seconds in which one would come to a wall that one makes for, so that one brakes; the room in m that is always left,
so that nobody stops for good; and the cosine from which on one makes for it."""
WALL = 0.20
"""Room in m that a body keeps to walls."""
LOST = 0.06
"""Room in m below which a body goes back to where it was: something pushed it into the wall."""
APART = 2 * RADIUS
SOFT = 0.8
"""Share of an overlap that is undone at a time, so that nobody jerks."""
YIELD, RECOVER = 0.24, 0.36
"""What is given up of one's distance, and taken back, with each new choice of heading."""


def walk(bodies: Bodies, neighbours: Neighbours, ground: Ground, tick: int) -> None:
    """Move everyone who walks by one tick."""
    if tick % AIMS == 0 or neighbours.forgotten:
        _choose(bodies, neighbours, ground)
    before, walking = bodies.position, bodies.walking
    speed = np.maximum(bodies.bound, bodies.speed - np.where(walking, SLOW, HALT))
    speed = np.minimum(speed, bodies.speed + QUICKEN)
    speed *= bodies.present
    bodies.moving = walking | (speed > 0)
    bodies.velocity = bodies.way * speed
    bodies.position = before + bodies.velocity * TICK
    _keep_apart(bodies, *neighbours.touching)
    _keep_off_walls(bodies, ground, before)
    moved = bodies.position - before
    moved *= moved
    bodies.gone = np.sqrt(moved[0] + moved[1])
    # Who was held or pushed back is no faster than they got on; with 5 cm/s to spare, or they would never start again.
    bodies.speed = np.minimum(speed, bodies.gone * (1 / TICK) + 0.05)


def _choose(bodies: Bodies, neighbours: Neighbours, ground: Ground) -> None:
    """Choose the way and the most speed; now and then also who is minded and how to get round them."""
    if neighbours.refresh(bodies):
        _give_way(bodies)
        choose_headings(bodies, neighbours.all, ground)
    bodies.by_walls = (ground.tight_at(*bodies.position) & bodies.moving).nonzero()[0]
    left = take_aim(bodies)
    speed = choose_speeds(bodies, neighbours.ahead)
    # Slower and slower towards the end of the way, but never so slow as not to come there.
    bodies.bound = np.where(bodies.last_leg, np.minimum(speed, left * 1.6 + 0.15), speed)
    _brake_at_walls(bodies, ground)


def _give_way(bodies: Bodies) -> None:
    """Let those who are held up mind their distance less, and the others more again."""
    # Held up is who wants to walk and hardly does; who wants no more than a shuffle is where they want to be.
    held_up = bodies.walking & (bodies.speed < 0.3) & (bodies.want > 0.4)
    bodies.ease = np.minimum(np.maximum(bodies.ease + np.where(held_up, YIELD, -RECOVER), 0.0), 1.0)


def take_aim(bodies: Bodies) -> Floats:
    """Turn the way to the goal, or to the chosen side of it; how far the goal is, in m."""
    way = bodies.goal - bodies.position
    squares = way * way
    left: Floats = np.sqrt(squares[0] + squares[1])
    way /= np.maximum(left, 1e-9)
    aside = bodies.aside
    if len(aside):
        side = bodies.side.take(aside)
        cos, sin = COS.take(side), SIN.take(side)
        dx, dy = way.take(aside, axis=1)
        way[0, aside], way[1, aside] = dx * cos - dy * sin, dx * sin + dy * cos
    bodies.way, bodies.left = way, left
    return left


def _keep_apart(bodies: Bodies, a: Ints, b: Ints) -> None:
    """Undo overlaps; who stands is not moved."""
    x, y = bodies.position
    dx, dy = x.take(b) - x.take(a), y.take(b) - y.take(a)
    squares = dx * dx
    squares += dy * dy
    close = (squares < APART * APART).nonzero()[0]
    if not len(close):
        return
    both = np.concatenate((a.take(close), b.take(close)))
    far = np.maximum(np.sqrt(squares.take(close)), 1e-6)
    ease, walks = bodies.ease.take(both).reshape(2, -1), bodies.moving.take(both).reshape(2, -1)
    # Two who are held up may touch by a centimetre each: with none to give, a full door would lock.
    push = np.maximum(APART - 0.01 * (ease[0] + ease[1]) - far, 0.0)
    push *= SOFT / far
    share = walks * (push / np.maximum(walks.sum(axis=0), 1))
    share[0] *= -1.0
    x += np.bincount(both, (dx.take(close) * share).reshape(-1), bodies.count)
    y += np.bincount(both, (dy.take(close) * share).reshape(-1), bodies.count)


def _brake_at_walls(bodies: Bodies, ground: Ground) -> None:
    """Bound the speed of those who make straight for a wall, so that nobody is stopped dead by it.

    Not of those who are held up: a crowd would no longer flow through its doors as crowds do (RiMEA 9 and 12).
    """
    here = bodies.by_walls[bodies.ease.take(bodies.by_walls) == 0]
    if len(here):
        slope, has = _room(ground, bodies.position.take(here, axis=1))
        nearing = (slope * bodies.way.take(here, axis=1)).sum(axis=0) * (-1 / CELL)
        most = np.maximum(has - WALL, CREEP) / (BRAKES * np.maximum(nearing, TOWARDS))
        bodies.bound[here] = np.minimum(bodies.bound[here], most)


def _keep_off_walls(bodies: Bodies, ground: Ground, before: Floats) -> None:
    """Slide along walls. Room is read between the nodes, so that the push is smooth."""
    here = bodies.by_walls
    if not len(here):
        return
    slope, has = _room(ground, bodies.position.take(here, axis=1))
    steep = slope * slope
    # Where the room hardly grows it has no direction, and dividing by so little would throw somebody off: hence the
    # least.
    push = np.maximum(WALL - has, 0.0) / np.maximum(np.sqrt(steep[0] + steep[1]), 0.05)
    bodies.position[:, here] += slope * push
    if has.min() < LOST:
        lost = here[has < LOST]
        bodies.position[:, lost] = before[:, lost]


def _room(ground: Ground, at: Floats) -> tuple[Floats, Floats]:
    """How the room at points (2, n) grows eastward and northward, in m to a cell, and how much there is in m."""
    at = at * (1 / CELL)
    corner = at.astype(np.int64)
    within = at - corner
    cells = ground.slopes.take(corner[0] * ground.ny + corner[1], axis=1, mode="clip")
    slope = cells[1:3] + cells[3] * within[::-1]
    return slope, cells[0] + slope[0] * within[0] + cells[2] * within[1]
