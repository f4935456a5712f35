"""How long the steps of those are who walk beside something solid: no foot goes into it, ahead or behind."""

import numpy as np

from game.view import POSES
from game.view.gait import SLOWEST
from game.view.poses import clips

from ..bodies import BODY, Bodies, Floats, Ints
from ..floor.ground import Ground

REACHES = np.arange(0.17, 0.66, 0.06)
"""Metres from the middle of a body at which the floor is looked at: from the feet of who stands to a runner's."""
SIDE = 0.1
"""Metres from the middle line of a body to the outer edge of a foot."""
UNDER, STRIDES = 0.14, 0.39
"""Metres that a foot under the body reaches, and how much further one goes in a stride at 1 m/s. That grows with the
root of the speed (`gait.stride`); for half of two thirds of it a foot is on the floor, before the body and behind it.
"""
LENGTHEN = 0.3
"""Most, in m/s, that steps grow by in a tick: nobody who has just passed a corner strides out at once."""
_MANNER = np.array([gait.stride if (gait := clips()[pose].gait) else 1.0 for pose in POSES])
"""How long a stride is in each pose, against a walk."""
_FORTH = np.concatenate((REACHES, REACHES, -REACHES, -REACHES))[:, None]
_ASIDE = np.repeat((SIDE, -SIDE, SIDE, -SIDE), len(REACHES))[:, None]


def shorten_steps(bodies: Bodies, ground: Ground) -> None:
    """Let steps be as long as the speed asks, or as the floor before and behind a body leaves room for."""
    bodies.steps = np.minimum(bodies.speed, bodies.steps + LENGTHEN)
    # Not `by_walls`, which is of the last look round: whoever gets up from steps has the steps at their heels at once.
    here = (ground.tight_at(*bodies.position) & bodies.moving).nonzero()[0]
    if len(here):
        reach = np.maximum(_free(bodies, ground, here) - UNDER, 0.0) / STRIDES
        bodies.steps[here] = np.minimum(bodies.steps.take(here), np.maximum(reach * reach, SLOWEST))


def _free(bodies: Bodies, ground: Ground, here: Ints) -> Floats:
    """How far the floor is free for the feet of these, along the way their hips are turned, in m."""
    (x, y), (hx, hy) = bodies.position.take(here, axis=1), bodies.turn[:, BODY].take(here, axis=1)
    lines = ground.solid_at(x + hx * _FORTH + hy * _ASIDE, y + hy * _FORTH - hx * _ASIDE)
    met = np.logical_or.reduce(lines.reshape(4, len(REACHES), -1), axis=0)
    free: Floats = np.where(met.any(axis=0), REACHES.take(met.argmax(axis=0)) - (REACHES[1] - REACHES[0]), np.inf)
    return free


def pace(bodies: Bodies) -> None:
    """Let strides and clips go on by one tick."""
    moving, passing = bodies.moving, bodies.passing
    bodies.paced += np.where(moving, bodies.gone / _strides(bodies), bodies.rate * passing)
    bodies.paced -= bodies.paced >= 1.0
    bodies.phase += np.where(moving | passing, 0.0, bodies.rate)
    bodies.phase -= bodies.phase >= 1.0


def _strides(bodies: Bodies) -> Floats:
    """How long everyone's stride is in m, as fast as they go, so that their feet stay where they are set down."""
    length: Floats = bodies.stride * np.sqrt(np.maximum(bodies.steps, SLOWEST)) * _MANNER.take(bodies.gait)
    return length
