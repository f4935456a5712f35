"""How hips, face, eyes and hand turn: each no faster than a body can, the eyes first and the hips last."""

import numpy as np

from .bodies import BODY, GAZE, HAND, HEAD, Bodies, Floats

FASTEST = np.array([[0.32], [0.42], [0.70], [0.45]])
"""Tangents of the most that hips, face, eyes and hand turn in a tick: 18°, 23°, 35° and 24°."""
GENTLY = 0.6
"""Share of a small angle that is turned in a tick."""
NECK_COS, NECK_SIN = 0.26, 0.9656086163658649
"""A face turns 75° from the chest and no more; then the body follows."""
_HALF = (0.0, 0.14, -0.14, 0.27, -0.27, 0.45, -0.45, 0.6, -0.6)
"""Tangents of half the angles of idle glances: 0, ±16°, ±30°, ±48° and ±62°."""
IDLE_COS = np.array([(1 - t * t) / (1 + t * t) for t in _HALF])
IDLE_SIN = np.array([2 * t / (1 + t * t) for t in _HALF])
IDLE_TICKS, SWEEP_TICKS = 23, 9
BLINK = 0.3
"""Share of the way that the gaze rises or falls in a tick."""


def turn(bodies: Bodies, tick: int) -> None:
    """Turn everyone by one tick."""
    _glance_about(bodies, tick)
    want = bodies.turn.copy()
    _as_the_body(bodies, want)
    rise = bodies.rest_pitch.copy()
    _to_aims(bodies, want, rise)
    _ahead(bodies, want)
    _within_neck(bodies.turn[:, BODY], want[:, GAZE], want[:, HEAD])
    rotate(bodies.turn, want)
    bodies.pitch += BLINK * (rise - bodies.pitch)
    bodies.phase += np.where(bodies.walking, bodies.gone / bodies.stride, bodies.rate)
    bodies.phase -= bodies.phase.astype(np.int64)


def _as_the_body(bodies: Bodies, want: Floats) -> None:
    """Hand and eyes without an aim go with the hips, the eyes glancing aside."""
    hx, hy = bodies.turn[:, BODY]
    cos, sin = bodies.idle_cos, bodies.idle_sin
    want[:, HAND] = bodies.turn[:, BODY]
    want[0, GAZE] = hx * cos - hy * sin
    want[1, GAZE] = hx * sin + hy * cos


def _to_aims(bodies: Bodies, want: Floats, rise: Floats) -> None:
    """What has an aim turns to it; who stands turns after what is out of the neck's reach."""
    row, who = bodies.aims.nonzero()
    if not len(who):
        return
    x, y = bodies.position[:, who]
    followed = bodies.aim_at[row, who]
    aim_x = np.where(followed >= 0, bodies.position[0, followed], bodies.aim_x[row, who])
    aim_y = np.where(followed >= 0, bodies.position[1, followed], bodies.aim_y[row, who])
    dx, dy = aim_x - x, aim_y - y
    far = np.maximum(np.sqrt(dx * dx + dy * dy), 0.05)
    dx /= far
    dy /= far
    want[0, row, who], want[1, row, who] = dx, dy
    looks = row == GAZE
    who, dx, dy, far = who[looks], dx[looks], dy[looks], far[looks]
    up = bodies.aim_height[who] - bodies.eye[who]
    rise[who] = up / (far + np.abs(up))
    beyond = bodies.turn[0, BODY, who] * dx + bodies.turn[1, BODY, who] * dy < NECK_COS
    follow = beyond & ~bodies.walking[who] & ~bodies.aims[BODY, who]
    if follow.any():
        who = who[follow]
        want[0, BODY, who], want[1, BODY, who] = dx[follow], dy[follow]


def _ahead(bodies: Bodies, want: Floats) -> None:
    """Walkers turn to where they go."""
    np.copyto(want[:, BODY], bodies.way, where=bodies.walking & (bodies.speed > 0.1))


def _within_neck(hips: Floats, gaze: Floats, head: Floats) -> None:
    """The face turns to where the eyes look, or as near to it as a neck allows."""
    (hx, hy), (gx, gy) = hips, gaze
    beyond = hx * gx + hy * gy < NECK_COS
    side = np.copysign(NECK_SIN, hx * gy - hy * gx)
    head[0] = np.where(beyond, hx * NECK_COS - hy * side, gx)
    head[1] = np.where(beyond, hx * side + hy * NECK_COS, gy)


def rotate(turn: Floats, want: Floats) -> None:
    """Turn unit vectors (2, 4, n) towards others, by at most the fastest angle. Without trigonometry.

    Adding a multiple t of the perpendicular turns a unit vector by the angle whose tangent is t.
    """
    (x, y), (to_x, to_y) = turn, want
    left = x * to_y - y * to_x
    by = np.minimum(np.abs(left) * GENTLY, FASTEST)
    np.copyto(by, FASTEST, where=x * to_x + y * to_y < 0)
    by = np.copysign(by, left)
    size = np.sqrt(by * by + 1.0)
    turned = x - by * y
    y += by * x
    y /= size
    np.divide(turned, size, out=x)


def _glance_about(bodies: Bodies, tick: int) -> None:
    """Let those whose turn it is rest their eyes elsewhere: the same law for everyone."""
    who = np.arange(tick % IDLE_TICKS, bodies.count, IDLE_TICKS)
    who = who[~bodies.sweeps[who]]
    pick = _mixed(who, tick // IDLE_TICKS) % 16
    _rest_eyes(bodies, who, np.where((pick < 8) | bodies.intent[who], 0, pick - 7))
    who = np.arange(tick % SWEEP_TICKS, bodies.count, SWEEP_TICKS)
    who = who[bodies.sweeps[who]]
    if len(who):
        _rest_eyes(bodies, who, 3 + _mixed(who, tick // SWEEP_TICKS) % 6)


def _rest_eyes(bodies: Bodies, who: np.ndarray, number: np.ndarray) -> None:
    bodies.idle_cos[who], bodies.idle_sin[who] = IDLE_COS[number], IDLE_SIN[number]


def _mixed(who: np.ndarray, turn: int) -> np.ndarray:
    """Numbers without a pattern, the same in every run."""
    mixed: np.ndarray = (who * 40503 + turn * 30011 + 7919) * 2654435 % 1000003
    return mixed
