"""Where the joints of a body are in a pose: forward kinematics for a body of 1.75 m.

Body frame: x right, y forward, z up, in m; the origin is on the floor below the hips of someone standing. Hands and
feet are set by where they are to be, and elbow and knee follow (two bones, one bend), so that a hand really meets the
ear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, cos, pi, radians, sin, sqrt

import numpy as np

from .pose import POSES, Pose
from .poses import Clip, Gait, Vec, clips
from .snapshot import Floats

STATURE = 1.75
FREE_STRIDE = 1.44
"""Metres of a stride (two steps) at a free walk."""
UPPER_ARM, FOREARM, THIGH, SHIN = 0.29, 0.32, 0.43, 0.42
"""Lengths of the bones in m; the forearm's runs to the middle of the hand."""
_HIP, _LOW_SPINE, _SPINE, _NECK = 0.935, 0.17, 0.325, 0.20
_DUTY = 0.62
"""Share of a stride that a foot is on the floor in a walk."""
_ANKLE = (-0.125, 0.065)
"""From the ball of a flat foot back and up to the ankle."""
PHASES = 16
"""Phase steps of `POINTS`."""
Axes = tuple[Vec, Vec, Vec]


@dataclass(frozen=True, slots=True)
class Body:
    """Joints by name, and the axes (right, forward, up) of hips and chest; nod and tilt of the head in degrees."""

    joints: Mapping[str, Vec]
    hips: Axes
    chest: Axes
    nod: float
    tilt: float


def frame(pose: Pose, phase: float) -> dict[str, Vec]:
    """The joints of a body in a pose at a phase 0…1, walking at a free pace if it walks."""
    return dict(body(pose, phase).joints)


def body(
    pose: Pose,
    phase: float,
    *,
    stride: float = FREE_STRIDE,
    aim: float = 0.0,
    grips: Mapping[str, Vec] | None = None,
    seated: bool = False,
) -> Body:
    """The body in a pose.

    `stride` in m of this body · `aim` radians to the left by which the aiming hands turn · `grips` where a hand that
    the pose leaves free holds something, from the middle of the shoulders · `seated` keeps the legs as in a wheelchair.
    """
    clip = clips()[pose]
    seat = clips()[Pose.SIT]
    legs = _Legs(seat, 0.0, stride) if seated else _Legs(clip, phase, stride)
    aim = max(-1.4, min(1.4, aim)) if clip.aim else 0.0
    twist = radians(clip.number("twist", phase)) + 0.45 * aim + legs.twist
    lean = radians(min(clip.number("lean", phase), 25.0) if seated else clip.number("lean", phase))
    hips = _axes(radians(clip.number("yaw", phase)), 0.0, radians(legs.roll))
    chest = _axes(twist, lean, radians(clip.number("sway", phase)))
    middle = _axes(twist * 0.5, lean * 0.5, 0.0)
    waist = _along(legs.pelvis, middle[2], _LOW_SPINE)
    shoulders = _along(waist, chest[2], _SPINE)
    neck = _along(shoulders, chest[2], 0.03)
    joints = {"pelvis": legs.pelvis, "waist": waist, "chest": shoulders, "neck": neck, "head": _head(neck, chest[2])}
    _place_legs(joints, legs, hips)
    for side, sign in (("left", -1.0), ("right", 1.0)):
        hand = _hand(clip, phase, side, sign, legs, grips or {})
        turn = 0.75 * aim if side in clip.aim else 0.0
        _place_arm(joints, side, sign, chest, _turned(hand, turn), clip.number(f"{side}_elbow", phase), clip.from_floor)
    return Body(joints, hips, chest, clip.number("nod", phase), clip.number("tilt", phase))


class _Legs:
    """Feet, pelvis and the twist that walking gives, before the knees are known."""

    def __init__(self, clip: Clip, phase: float, stride: float) -> None:
        self.feet: dict[str, tuple[Vec, float]] = {}
        self.swing: dict[str, float] = {}
        self.twist, self.roll = 0.0, clip.number("roll", phase)
        x, y, z = clip.vector("pelvis", phase)
        self.gait, self.share = clip.gait, 0.0
        if clip.gait:
            length = stride * clip.gait.stride
            self.share = min(1.2, length / FREE_STRIDE)
            for side, sign, shift in (("left", -1.0, 0.5), ("right", 1.0, 0.0)):
                self.feet[side] = _step((phase + shift) % 1.0, sign, length, clip.gait, self.share)
                self.swing[side] = -cos(2 * pi * (phase + shift))
            self.twist = radians(-6.0 * self.share) * cos(2 * pi * phase)
            x += 0.018 * sin(2 * pi * phase)
        else:
            for side in ("left", "right"):
                self.feet[side] = clip.vector(f"{side}_foot", phase), clip.number(f"{side}_heel", phase)
        self.ankles = {side: _ankle(ball, heel) for side, (ball, heel) in self.feet.items()}
        self.pelvis = (x, y, min(_HIP + z, self._reach(x, y)))

    def _reach(self, x: float, y: float) -> float:
        """The greatest height of the hips at which both feet still reach where they stand."""
        best = 9.0
        for side, sign in (("left", -1.0), ("right", 1.0)):
            ax, ay, az = self.ankles[side]
            flat = (ax - x - sign * 0.09) ** 2 + (ay - y) ** 2
            best = min(best, az + sqrt(max(0.01, (0.994 * (THIGH + SHIN)) ** 2 - flat)))
        return best


def _step(phase: float, sign: float, length: float, gait: Gait, share: float) -> tuple[Vec, float]:
    """The ball of a foot in a walk, and its heel: on the floor it goes back as fast as the body goes forward."""
    front, x = 0.06 + length * _DUTY / 2, sign * 0.065
    if phase < _DUTY:
        y = front - length * phase
        if phase < 0.08:
            return (x, y, 0.0), -14.0 * share * (1.0 - phase / 0.08)
        late = max(0.0, (phase / _DUTY - 0.6) / 0.4)
        return (x, y, 0.0), 48.0 * share * late * late
    u = (phase - _DUTY) / (1.0 - _DUTY)
    back, slope = front - length * _DUTY, -length * (1.0 - _DUTY)
    y = (
        (2 * u**3 - 3 * u**2 + 1) * back + (u**3 - 2 * u**2 + u) * slope
        + (3 * u**2 - 2 * u**3) * front + (u**3 - u**2) * slope
    )  # fmt: skip
    lift = gait.lift * share * 4.0 * u * (1.0 - u) * (1.15 - 0.3 * u)
    heel = (48.0 * (1.0 - u) ** 1.5 - 14.0 * u**2) * share
    return (x, y, lift), heel


def _ankle(ball: Vec, heel: float) -> Vec:
    a = radians(heel)
    back, up = _ANKLE
    y, z = back * cos(a) + up * sin(a), up * cos(a) - back * sin(a)
    return ball[0] * 0.97, ball[1] + y, ball[2] + 0.025 + z + _tipped(a)


def _tipped(a: float) -> float:
    """How far a foot that lands on its heel carries the ball above the floor."""
    return 0.17 * sin(-a) if a < 0 else 0.0


def _place_legs(joints: dict[str, Vec], legs: _Legs, hips: Axes) -> None:
    for side, sign in (("left", -1.0), ("right", 1.0)):
        hip = _along(legs.pelvis, hips[0], sign * 0.09)
        ball, heel = legs.feet[side]
        out = 0.12 if legs.gait is None else 0.07
        pole = (sign * 0.14, 1.0, 0.15)
        knee, ankle = _bend(hip, legs.ankles[side], THIGH, SHIN, pole)
        a = radians(heel)
        height = ball[2] + 0.025 + _tipped(a)
        toe = max(-0.06, min(0.075 * sin(-a), 0.06)) if a < 0 else 0.0
        joints[f"{side}_hip"], joints[f"{side}_knee"], joints[f"{side}_ankle"] = hip, knee, ankle
        joints[f"{side}_ball"] = (ball[0], ball[1], height)
        joints[f"{side}_toe"] = (ball[0] + sign * out * 0.5, ball[1] + 0.052, height + toe)
        low, back = 0.050, 0.036
        joints[f"{side}_heel"] = (
            ankle[0], ankle[1] - back * cos(a) + low * sin(a), ankle[2] - low * cos(a) + back * sin(a),
        )  # fmt: skip


def _hand(clip: Clip, phase: float, side: str, sign: float, legs: _Legs, grips: Mapping[str, Vec]) -> Vec:
    x, y, z = clip.vector(f"{side}_hand", phase)
    if side not in clip.free:
        return x, y, z
    if side in grips:
        return grips[side]
    if not legs.gait:
        return x, y, z
    forward = 0.24 * legs.gait.swing * legs.share * legs.swing[side] + 0.05
    lifted = legs.gait.elbow * 0.20 + 0.10 * max(0.0, forward)
    return x - sign * 0.06 * max(0.0, forward), forward + legs.gait.elbow * 0.10, z + lifted + 0.22 * forward * forward


def _place_arm(
    joints: dict[str, Vec], side: str, sign: float, chest: Axes, hand: Vec, elbow: float, from_floor: bool
) -> None:
    shoulder = _along(_along(joints["chest"], chest[0], sign * 0.166), chest[2], -0.040)
    target = hand if from_floor else _from(joints["chest"], chest, hand)
    e = radians(elbow)
    above = target[2] - shoulder[2]
    bent, raised = _clamped((above + 0.55) / 0.25), _clamped((above + 0.20) / 0.25)
    back, down = -1.0 + 0.65 * bent + 0.85 * raised, -0.1 - (cos(e) - 0.1) * bent  # behind when hanging, below when up
    pole = _from((0.0, 0.0, 0.0), chest, (sign * sin(e), back, down))
    bend, reached = _bend(shoulder, target, UPPER_ARM, FOREARM, pole)
    joints[f"{side}_shoulder"], joints[f"{side}_elbow"], joints[f"{side}_hand"] = shoulder, bend, reached


def _clamped(share: float) -> float:
    return max(0.0, min(1.0, share))


def _head(neck: Vec, up: Vec) -> Vec:
    """The middle of the head: the neck rights what the back leans."""
    x, y, z = up[0] * 0.6, up[1] * 0.75 + 0.11, up[2] + 0.2
    length = sqrt(x * x + y * y + z * z)
    k = (_NECK - 0.03) / length
    return neck[0] + x * k, neck[1] + y * k, neck[2] + z * k


def _bend(root: Vec, target: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """The middle joint and the end of two bones that reach for a target, bent towards the pole."""
    dx, dy, dz = target[0] - root[0], target[1] - root[1], target[2] - root[2]
    distance = sqrt(dx * dx + dy * dy + dz * dz) or 1e-6
    reach = max(abs(upper - lower) + 0.02, min(distance, (upper + lower) * 0.998))
    ux, uy, uz = dx / distance, dy / distance, dz / distance
    dot = pole[0] * ux + pole[1] * uy + pole[2] * uz
    px, py, pz = pole[0] - dot * ux, pole[1] - dot * uy, pole[2] - dot * uz
    size = sqrt(px * px + py * py + pz * pz) or 1e-6
    angle = acos(max(-1.0, min(1.0, (upper * upper + reach * reach - lower * lower) / (2 * upper * reach))))
    along, off = upper * cos(angle), upper * sin(angle) / size
    middle = (root[0] + ux * along + px * off, root[1] + uy * along + py * off, root[2] + uz * along + pz * off)
    return middle, (root[0] + ux * reach, root[1] + uy * reach, root[2] + uz * reach)


def _axes(twist: float, lean: float, sway: float) -> Axes:
    ct, st, cl, sl, cs, ss = cos(twist), sin(twist), cos(lean), sin(lean), cos(sway), sin(sway)
    right = _spin((cs, -sl * ss, -cl * ss), ct, st)
    forward = _spin((0.0, cl, -sl), ct, st)
    up = _spin((ss, sl * cs, cl * cs), ct, st)
    return right, forward, up


def _spin(v: Vec, c: float, s: float) -> Vec:
    return v[0] * c - v[1] * s, v[0] * s + v[1] * c, v[2]


def _turned(v: Vec, angle: float) -> Vec:
    return _spin(v, cos(angle), sin(angle)) if angle else v


def _along(start: Vec, direction: Vec, length: float) -> Vec:
    return start[0] + direction[0] * length, start[1] + direction[1] * length, start[2] + direction[2] * length


def _from(origin: Vec, axes: Axes, v: Vec) -> Vec:
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = axes
    x, y, z = v
    return (
        origin[0] + ax * x + bx * y + cx * z,
        origin[1] + ay * x + by * y + cy * z,
        origin[2] + az * x + bz * y + cz * z,
    )


def seconds(pose: Pose) -> float:
    """Seconds that one pass of a pose's clip takes at its natural pace."""
    return clips()[pose].seconds


def _points() -> Floats:
    rows = np.empty((len(POSES), PHASES, 5, 3))
    for i, pose in enumerate(POSES):
        for k in range(PHASES):
            joints = frame(pose, k / PHASES)
            left, right = joints["left_ball"], joints["right_ball"]
            feet = tuple((a + b) / 2 for a, b in zip(left, right, strict=True))
            rows[i, k] = (joints["head"], joints["chest"], joints["left_hand"], joints["right_hand"], feet)
    rows = rows.round(4)  # so that the last bits of a sine never matter
    rows.flags.writeable = False
    return rows


POINTS = _points()
"""Head, chest, left hand, right hand and feet (poses × phase steps × 5 × 3) for a body of 1.75 m."""
SECONDS = {pose: seconds(pose) for pose in POSES}
"""Seconds of one pass of each clip."""
