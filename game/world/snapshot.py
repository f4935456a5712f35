"""What can be seen of the world at this moment."""

import numpy as np

from ..view import Item, Pose, Snapshot
from .bodies import BODY, GAZE, HAND, HEAD, POSE_NUMBER, Bodies

STILL = 0.14
"""Speed in m/s below which a walker stands."""
STAND = POSE_NUMBER[Pose.STAND]


def snapshot(bodies: Bodies, tick: int, items: tuple[Item, ...], said: tuple[tuple[int, str], ...]) -> Snapshot:
    """Everyone present, in ascending order of id."""
    ids = bodies.present.nonzero()[0]
    turn = np.ascontiguousarray(bodies.turn.take(ids, axis=2).transpose(1, 2, 0))
    walking, speed = bodies.walking.take(ids), bodies.speed.take(ids)
    pose = np.where(walking, bodies.gait.take(ids), bodies.pose.take(ids))
    np.copyto(pose, STAND, where=walking & (speed < STILL))
    speed *= walking
    return Snapshot(
        tick=tick,
        ids=ids,
        position=np.ascontiguousarray(bodies.position.take(ids, axis=1).T),
        heading=turn[BODY],
        head=turn[HEAD],
        gaze=turn[GAZE],
        pitch=bodies.pitch.take(ids),
        hand=turn[HAND],
        pose=pose,
        phase=bodies.phase.take(ids),
        held=bodies.held.take(ids),
        speed=speed,
        base=np.zeros(len(ids)),
        bag=bodies.bag.take(ids),
        items=items,
        said=said,
    )
