"""What can be seen of the world at this moment."""

import numpy as np

from ..view import Item, Pose, Snapshot
from .bodies import BODY, GAZE, HAND, HEAD, POSE_NUMBER, Bodies, Floats, Ints

STILL = 0.14
"""Speed in m/s below which a walker stands."""
STAND = POSE_NUMBER[Pose.STAND]


def snapshot(bodies: Bodies, tick: int, items: tuple[Item, ...]) -> Snapshot:
    """Everyone present, in ascending order of id."""
    ids = bodies.present.nonzero()[0]
    x, y = bodies.turn[:, :, ids]
    walking, speed = bodies.walking[ids], bodies.speed[ids]
    still = walking & (speed < STILL)
    pose = np.where(walking, bodies.gait[ids], bodies.pose[ids])
    np.copyto(pose, STAND, where=still)
    return Snapshot(
        tick=tick,
        ids=ids,
        position=bodies.position[:, ids].T,
        heading=_pairs(x, y, BODY),
        head=_pairs(x, y, HEAD),
        gaze=_pairs(x, y, GAZE),
        pitch=bodies.pitch[ids],
        hand=_pairs(x, y, HAND),
        pose=_ints(pose),
        phase=bodies.phase[ids],
        held=bodies.held[ids],
        speed=np.where(walking, speed, 0.0),
        base=np.zeros(len(ids)),
        bag=bodies.bag[ids],
        items=items,
    )


def _pairs(x: Floats, y: Floats, row: int) -> Floats:
    return np.stack((x[row], y[row]), axis=1)


def _ints(numbers: Ints) -> Ints:
    return numbers
