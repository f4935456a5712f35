"""Steps beside what is solid."""

import numpy as np

from game.scenario.venue.free_floor import survey
from game.view import Pose
from game.world.bodies import BODY, Bodies
from game.world.floor.ground import Ground
from game.world.motion.striding import shorten_steps
from tests.support.drawn_venues import LOOKS, cast, person, venue
from tools.solidity.standing import DEPTH, limbs

ROOM = venue(
    """
    ##############
    #............#
    #............#
    #....##......#
    #....##......#
    #............#
    A............#
    ##############
    """
)
LOW, HIGH = (2.5, 1.5), (3.5, 2.5)
"""Two corners of the block in the middle, in m."""
WALKERS, SPEED = 300, 1.3


def _walkers() -> Bodies:
    """People at chance spots beside the block, as near to it as bodies come, whose hips are turned any way."""
    draw = np.random.default_rng(5)
    bodies = Bodies(cast(*(person(n, (1.0, 1.0), []) for n in range(WALKERS))))
    for n in range(WALKERS):
        row, off = bodies.enter(n), 0.0
        while not 0.2 < off < 0.6:
            x, y = draw.uniform(1.7, 4.3), draw.uniform(0.7, 3.3)
            off = float(np.hypot(max(LOW[0] - x, x - HIGH[0], 0.0), max(LOW[1] - y, y - HIGH[1], 0.0)))
        bodies.place(row, x, y)
        turned = draw.uniform(0, 2 * np.pi)
        bodies.turn[:, BODY, row] = np.cos(turned), np.sin(turned)
    bodies.speed[:WALKERS] = bodies.steps[:WALKERS] = SPEED
    bodies.moving[:WALKERS] = True
    return bodies


def _deepest(bodies: Bodies) -> float:
    """How far into the block any limb comes in a whole stride, in m."""
    deep = []
    for row in range(WALKERS):
        for phase in np.arange(0.0, 1.0, 0.1):
            at, facing = bodies.position[:, row], bodies.turn[:, BODY, row]
            spots = limbs(at, facing, Pose.WALK, float(phase), LOOKS, float(bodies.steps[row]))[:, :2]
            deep.append(np.minimum(spots - LOW, HIGH - spots).min(axis=1).max())
    return float(max(deep))


def test_no_foot_goes_into_a_block_before_behind_or_beside_a_walker() -> None:
    """Steps that are as long as the speed asks do; shortened by the floor that is free, they do not."""
    bodies = _walkers()
    assert _deepest(bodies) > DEPTH
    shorten_steps(bodies, Ground(survey(ROOM)))
    assert _deepest(bodies) <= DEPTH
    assert (bodies.steps[:WALKERS] == SPEED).any()


def test_steps_grow_again_by_and_by() -> None:
    """Whoever has just passed a corner takes longer steps from tick to tick, and in the end those of their speed."""
    bodies = _walkers()
    ground = Ground(survey(ROOM))
    shorten_steps(bodies, ground)
    bodies.position[:, :WALKERS] = np.array([[5.2], [2.0]])
    before = bodies.steps.copy()
    shorten_steps(bodies, ground)
    assert (bodies.steps[:WALKERS] - before[:WALKERS]).max() < SPEED / 2
    for _ in range(10):
        shorten_steps(bodies, ground)
    assert (bodies.steps[:WALKERS] == SPEED).all()
