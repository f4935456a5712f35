"""What can be seen of the world at this moment."""

import numpy as np

from game.view import Item, Pose, Snapshot

from .bodies import BODY, GAZE, HAND, HEAD, POSE_NUMBER, Bodies

STILL = 0.14
"""Speed in m/s below which a walker stands."""
STAND = POSE_NUMBER[Pose.STAND]


def snapshot(bodies: Bodies, tick: int, items: tuple[Item, ...], said: tuple[tuple[int, str], ...]) -> Snapshot:
    """Everyone present, in ascending order of id."""
    ids, rows = bodies.in_sight
    turn = bodies.turn.take(rows, axis=2).transpose(1, 2, 0)
    speed, own = bodies.speed.take(rows), bodies.pose.take(rows)
    going, walks = (bodies.walking | bodies.passing).take(rows), bodies.moving.take(rows) | bodies.passing.take(rows)
    walks &= speed >= STILL
    pose = np.where(walks, bodies.gait.take(rows), np.where(going, STAND, own))
    return Snapshot(
        tick=tick,
        ids=ids,
        position=bodies.position.take(rows, axis=1).T,
        heading=turn[BODY],
        head=turn[HEAD],
        gaze=turn[GAZE],
        pitch=bodies.pitch.take(rows),
        hand=turn[HAND],
        pose=pose,
        phase=np.where(walks, bodies.paced.take(rows), bodies.phase.take(rows)),
        held=bodies.held.take(rows),
        speed=np.where(bodies.passing.take(rows), speed, bodies.steps.take(rows)) * (walks | going),
        base=bodies.base.take(rows),
        bag=bodies.bag.take(rows),
        items=items,
        said=said,
    )
