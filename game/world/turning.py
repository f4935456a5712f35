"""How hips, face, eyes and hand turn: each no faster than a body can, the eyes first and the hips last."""

import numpy as np

from .bodies import BODY, GAZE, HAND, HEAD, Bodies, Floats

FASTEST = np.array([[0.32], [0.42], [0.70], [0.45]])
"""Tangents of the most that hips, face, eyes and hand turn in a tick: 18°, 23°, 35° and 24°."""
NECK_COS, NECK_SIN = 0.26, 0.9656086163658649
"""A face turns 75° from the chest and no more; then the body follows."""
_HALF = (0.0, 0.14, -0.14, 0.27, -0.27, 0.45, -0.45, 0.6, -0.6)
"""Tangents of half the angles of idle glances: 0, ±16°, ±30°, ±48° and ±62°."""
IDLE_COS = np.array([(1 - t * t) / (1 + t * t) for t in _HALF])
IDLE_SIN = np.array([2 * t / (1 + t * t) for t in _HALF])
IDLE_TICKS, SWEEP_TICKS = 23, 9


def turn(bodies: Bodies, tick: int) -> None:
    """Turn everyone by one tick."""
    _glance_about(bodies, tick)
    _follow_with_aims(bodies)
    dx, dy = bodies.aim_x - bodies.position[0], bodies.aim_y - bodies.position[1]
    far = np.sqrt(dx * dx + dy * dy)
    aims = bodies.aims & (far > 0.05)
    far = np.maximum(far, 0.05)
    dx, dy = dx / far, dy / far
    want_x, want_y = bodies.turn_x.copy(), bodies.turn_y.copy()
    _hips(bodies, aims, dx, dy, want_x, want_y)
    hx, hy = bodies.turn_x[BODY], bodies.turn_y[BODY]
    cos, sin = IDLE_COS[bodies.idle], IDLE_SIN[bodies.idle]
    looks = aims[GAZE]
    gx = np.where(looks, dx[GAZE], hx * cos - hy * sin)
    gy = np.where(looks, dy[GAZE], hx * sin + hy * cos)
    want_x[GAZE], want_y[GAZE] = gx, gy
    want_x[HEAD], want_y[HEAD] = within_neck(hx, hy, gx, gy)
    points = aims[HAND]
    want_x[HAND], want_y[HAND] = np.where(points, dx[HAND], hx), np.where(points, dy[HAND], hy)
    bodies.turn_x, bodies.turn_y = rotate(bodies.turn_x, bodies.turn_y, want_x, want_y, FASTEST)
    rise = (bodies.aim_height - bodies.eye) / (far[GAZE] + np.abs(bodies.aim_height - bodies.eye))
    bodies.pitch += 0.3 * (np.where(looks, rise, bodies.rest_pitch) - bodies.pitch)
    bodies.phase += np.where(bodies.walking, bodies.gone / bodies.stride, bodies.rate)
    bodies.phase -= bodies.phase.astype(np.int64)


def _hips(bodies: Bodies, aims: np.ndarray, dx: Floats, dy: Floats, want_x: Floats, want_y: Floats) -> None:
    """Walkers go ahead; who stands faces the aim, or turns after what is out of the neck's reach."""
    moving = bodies.walking & (bodies.speed > 0.1)
    faces = aims[BODY] & ~bodies.walking
    beyond = bodies.turn_x[BODY] * dx[GAZE] + bodies.turn_y[BODY] * dy[GAZE] < NECK_COS
    follows = aims[GAZE] & ~faces & ~bodies.walking & beyond
    want_x[BODY] = np.where(moving, bodies.way[0], np.where(faces, dx[BODY], want_x[BODY]))
    want_y[BODY] = np.where(moving, bodies.way[1], np.where(faces, dy[BODY], want_y[BODY]))
    np.copyto(want_x[BODY], dx[GAZE], where=follows)
    np.copyto(want_y[BODY], dy[GAZE], where=follows)


def within_neck(hx: Floats, hy: Floats, gx: Floats, gy: Floats) -> tuple[Floats, Floats]:
    """The gaze direction, or the nearest to it that a neck allows."""
    ahead, left = hx * gx + hy * gy, hx * gy - hy * gx
    beyond = ahead < NECK_COS
    side = np.where(left < 0, -NECK_SIN, NECK_SIN)
    return (
        np.where(beyond, hx * NECK_COS - hy * side, gx),
        np.where(beyond, hx * side + hy * NECK_COS, gy),
    )


def rotate(x: Floats, y: Floats, to_x: Floats, to_y: Floats, fastest: Floats) -> tuple[Floats, Floats]:
    """Unit vectors turned towards others, by at most the angle of that tangent. Without trigonometry."""
    ahead, left = x * to_x + y * to_y, x * to_y - y * to_x
    side = np.where(left < 0, -1.0, 1.0)
    gentle = np.minimum(fastest, np.abs(left) * 0.6)
    by = side * np.where(ahead < 0, fastest, gentle)
    out_x, out_y = x - by * y, y + by * x
    size = np.sqrt(out_x * out_x + out_y * out_y)
    return out_x / size, out_y / size


def _follow_with_aims(bodies: Bodies) -> None:
    whom = np.flatnonzero(bodies.aim_at.reshape(-1) >= 0)
    if len(whom):
        at = bodies.aim_at.reshape(-1)[whom]
        bodies.aim_x.reshape(-1)[whom] = bodies.position[0, at]
        bodies.aim_y.reshape(-1)[whom] = bodies.position[1, at]


def _glance_about(bodies: Bodies, tick: int) -> None:
    """Let those whose turn it is rest their eyes elsewhere: the same law for everyone."""
    for every, sweeping in ((IDLE_TICKS, False), (SWEEP_TICKS, True)):
        who = np.arange(tick % every, bodies.count, every)
        if sweeping:
            who = who[bodies.sweeps[who]]
        mixed = (who * 40503 + (tick // every) * 30011 + 7919) * 2654435 % 1000003
        if sweeping:
            bodies.idle[who] = 3 + mixed % 6
        else:
            who, mixed = who[~bodies.sweeps[who]], mixed[~bodies.sweeps[who]]
            pick = mixed % 16
            bodies.idle[who] = np.where(pick < 8, 0, pick - 7)
