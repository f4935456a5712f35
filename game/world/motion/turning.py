"""How hips, face, eyes and hand turn: each no faster than a body can, the eyes first and the hips last."""

import numpy as np

from ..bodies import BODY, GAZE, HAND, HEAD, Bodies, Floats

FASTEST = np.array([0.32, 0.42, 0.70, 0.45])
"""Tangents of the most that hips, face, eyes and hand turn in a tick: 18°, 23°, 35° and 24°."""
GENTLY = 0.6
"""Share of a small angle that is turned in a tick."""
NECK_COS, NECK_SIN = 0.26, 0.9656086163658649
"""A face turns 75° from the chest and no more; then the body follows."""
_HALF = (0.0, 0.14, -0.14, 0.27, -0.27, 0.45, -0.45, 0.6, -0.6)
"""Tangents of half the angles of idle glances: 0, ±16°, ±30°, ±48° and ±62°."""
MOODS = 1009
"""How many draws of a glance there are before they come round again."""


def _draw(low: int, high: int, ahead: int) -> np.ndarray:
    """Cosine and sine (2, MOODS) of glances without a pattern, the same in every run; `ahead` in 16 are straight on."""
    # A fixed shuffle, by factors prime to its modulus: glances need to have no pattern, and no stream of their own.
    mixed = (np.arange(MOODS) * 40503 + 7919) * 2654435 % 1000003
    half = np.array(_HALF)[np.where(mixed % 16 < ahead, 0, low + mixed // 16 % (high - low))]
    return np.stack(((1 - half * half) / (1 + half * half), 2 * half / (1 + half * half)))


IDLE_GLANCES, SWEEPING_GLANCES = _draw(1, 9, 8), _draw(3, 9, 0)
EVERY = 3
"""Ticks for which people go on turning to the same direction before it is worked out anew."""
GLANCE, IDLE, SWEEP = 1, 8, 3
"""Such times between looks at whose eyes move on; such looks between one idle glance and the next, and for those who
look all about."""
THERE = 1.0 - 2e-6
"""Cosine from which a direction is as it should be: a tenth of a degree."""
BLINK = 0.3
"""Share of the way that the gaze rises or falls in a tick."""


def turn(bodies: Bodies, tick: int) -> None:
    """Turn everyone by one tick."""
    if tick % EVERY == 1:
        _choose(bodies, tick // EVERY)
    if len(bodies.turning):
        some, (x, y) = bodies.turning, bodies.turn.reshape(2, -1)
        to_x, to_y = bodies.wish.reshape(2, -1).take(some, axis=1)
        x[some], y[some] = rotate(x.take(some), y.take(some), to_x, to_y, bodies.fastest)
    bodies.pitch += BLINK * (bodies.rise - bodies.pitch)


def _choose(bodies: Bodies, time: int) -> None:
    """Work out where everyone turns to."""
    if time % GLANCE == 0:
        _glance_about(bodies, time // GLANCE)
    _as_the_body(bodies, bodies.wish)
    np.copyto(bodies.rise, bodies.rest_pitch)
    _to_aims(bodies, bodies.wish, bodies.rise)
    _ahead(bodies, bodies.wish)
    _within_neck(bodies.turn[:, BODY], bodies.wish[:, GAZE], bodies.wish[:, HEAD])
    along = bodies.turn * bodies.wish
    bodies.turning = ((along[0] + along[1]).reshape(-1) < THERE).nonzero()[0]
    bodies.fastest = FASTEST.take(bodies.turning // bodies.count)


def _as_the_body(bodies: Bodies, want: Floats) -> None:
    """Hips stay; hand and eyes without an aim go with them, the eyes glancing aside."""
    hx, hy = bodies.turn[:, BODY]
    cos, sin = bodies.idle
    want[:, BODY] = want[:, HAND] = bodies.turn[:, BODY]
    want[0, GAZE] = hx * cos - hy * sin
    want[1, GAZE] = hx * sin + hy * cos


def _to_aims(bodies: Bodies, want: Floats, rise: Floats) -> None:
    """What has an aim turns to it; who stands turns after what is out of the neck's reach."""
    aimed = bodies.aims.reshape(-1).nonzero()[0]
    if not len(aimed):
        return
    who = aimed % bodies.count
    followed = bodies.aim_at.take(aimed)
    there = bodies.position.take(followed, axis=1, mode="clip")
    off = np.where(followed >= 0, there, bodies.aim.reshape(2, -1).take(aimed, axis=1))
    off -= bodies.position.take(who, axis=1)
    squares = off * off
    # What is at one's own feet lies in no direction: nearer than 5 cm nobody turns to it in full.
    far = np.maximum(np.sqrt(squares[0] + squares[1]), 0.05)
    dx, dy = off / far
    want_x, want_y = want.reshape(2, -1)
    want_x[aimed], want_y[aimed] = dx, dy
    looks = slice(*aimed.searchsorted((GAZE * bodies.count, (GAZE + 1) * bodies.count)))
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
    # Slower than that one is shifted by others rather than walks, and would turn with every push.
    np.copyto(want[:, BODY], bodies.way, where=bodies.walking & (bodies.speed > 0.1))


def _within_neck(hips: Floats, gaze: Floats, head: Floats) -> None:
    """The face turns to where the eyes look, or as near to it as a neck allows."""
    (hx, hy), (gx, gy) = hips, gaze
    beyond = hx * gx + hy * gy < NECK_COS
    side = np.copysign(NECK_SIN, hx * gy - hy * gx)
    head[0] = np.where(beyond, hx * NECK_COS - hy * side, gx)
    head[1] = np.where(beyond, hx * side + hy * NECK_COS, gy)


def rotate(x: Floats, y: Floats, to_x: Floats, to_y: Floats, fastest: Floats) -> tuple[Floats, Floats]:
    """Unit vectors turned towards others, by at most the fastest angle. Without trigonometry.

    Adding a multiple t of the perpendicular turns a unit vector by the angle whose tangent is t.
    """
    left = x * to_y - y * to_x
    by = np.minimum(np.abs(left) * GENTLY, fastest)
    by = np.copysign(np.where(x * to_x + y * to_y < 0, fastest, by), left)
    size = np.sqrt(by * by + 1.0)
    return (x - by * y) / size, (y + by * x) / size


def _glance_about(bodies: Bodies, time: int) -> None:
    """Let those whose turn it is rest their eyes elsewhere: the same law for everyone."""
    some = slice(time % IDLE, None, IDLE)
    # 613 and 331 are prime to MOODS, so that neighbours in number, and one look and the next, are far apart in the
    # table.
    number = (bodies.who[some] * 613 + time // IDLE * 331) % MOODS
    glances = IDLE_GLANCES.take(number, axis=1)
    np.copyto(glances, ((1.0,), (0.0,)), where=bodies.intent[some])
    bodies.idle[:, some] = glances
    who = bodies.sweeps.nonzero()[0]
    if len(who):
        who = who[(who + time) % SWEEP == 0]
        bodies.idle[:, who] = SWEEPING_GLANCES.take((bodies.who.take(who) * 613 + time // SWEEP * 331) % MOODS, axis=1)
