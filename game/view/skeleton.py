"""Where the joints of a body are in a pose: forward kinematics for a body of 1.75 m.

Body frame: x right, y forward, z up, in m; the origin is on the floor below the hips of someone standing. Hands and
feet are set by where they are to be, and elbow and knee follow (two bones, one bend), so that a hand really meets the
ear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, cos, radians, sin, sqrt

import numpy as np

from .axes import Axes, along, at, axes
from .gait import FREE_STRIDE
from .pose import POSES, Pose
from .poses import Vec
from .posture import SHIN, SIDES, THIGH, Foot, Posture, posture, trunk
from .snapshot import Floats

STATURE = 1.75
UPPER_ARM, FOREARM = 0.29, 0.32
"""Lengths of the bones of the arm in m; the forearm's runs to the middle of the hand."""
_NECK = 0.20
"""Metres from the middle of the shoulders to that of the head."""
PHASES = 16
"""Phase steps of `POINTS`."""


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


def body(pose: Pose, phase: float, *, stride: float = FREE_STRIDE) -> Body:
    """The body in a pose; `stride` in m of this body."""
    return hold(posture(pose, phase, stride=stride))


def hold(chosen: Posture) -> Body:
    """The body in a posture."""
    yaw, roll, _ = chosen.hips
    hips = axes(yaw, 0.0, roll)
    waist, shoulders, chest = trunk(chosen.pelvis, chosen.chest)
    neck = along(shoulders, chest[2], 0.03)
    joints = {"pelvis": chosen.pelvis, "waist": waist, "chest": shoulders, "neck": neck, "head": _head(neck, chest[2])}
    for n, (side, sign) in enumerate(SIDES):
        _place_leg(joints, side, sign, along(chosen.pelvis, hips[0], sign * 0.09), chosen.feet[n])
        _place_arm(joints, side, sign, chest, chosen.hands[n], chosen.elbows[n])
    nod, tilt, _ = chosen.head
    return Body(joints, hips, chest, nod, tilt)


def _place_leg(joints: dict[str, Vec], side: str, sign: float, hip: Vec, foot: Foot) -> None:
    knee, ankle = _bend(hip, foot.ankle, THIGH, SHIN, (sign * 0.14, 1.0, 0.15))
    a, (x, y, z) = radians(foot.heel), foot.ball
    height = z + 0.025 + foot.tip
    toe = min(0.075 * sin(-a), 0.06) if a < 0 else 0.0
    low, back = 0.050, 0.036
    joints[f"{side}_hip"], joints[f"{side}_knee"], joints[f"{side}_ankle"] = hip, knee, ankle
    joints[f"{side}_ball"], joints[f"{side}_toe"] = (x, y, height), (x + sign * foot.out * 0.5, y + 0.052, height + toe)
    joints[f"{side}_heel"] = (
        ankle[0], ankle[1] - back * cos(a) + low * sin(a), ankle[2] - low * cos(a) + back * sin(a),
    )  # fmt: skip


def _place_arm(joints: dict[str, Vec], side: str, sign: float, chest: Axes, hand: Vec, elbow: float) -> None:
    shoulder = along(along(joints["chest"], chest[0], sign * 0.158), chest[2], -0.070)
    target = at(joints["chest"], chest, *hand)
    e = radians(elbow)
    above = target[2] - shoulder[2]
    # Over a quarter of a metre each, round the height of the waist and of the chest, so that no elbow flips over.
    bent, raised = _clamp((above + 0.55) / 0.25), _clamp((above + 0.20) / 0.25)
    back, down = -1.0 + 0.65 * bent + 0.85 * raised, -0.1 - (cos(e) - 0.1) * bent  # behind when hanging, below when up
    pole = at((0.0, 0.0, 0.0), chest, sign * sin(e), back, down)
    bend, reached = _bend(shoulder, target, UPPER_ARM, FOREARM, pole)
    joints[f"{side}_shoulder"], joints[f"{side}_elbow"], joints[f"{side}_hand"] = shoulder, bend, reached


def _clamp(share: float) -> float:
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
    # Neither folded flat nor quite straight: there the bend has no direction, and would jump.
    reach = max(abs(upper - lower) + 0.02, min(distance, (upper + lower) * 0.998))
    ux, uy, uz = dx / distance, dy / distance, dz / distance
    dot = pole[0] * ux + pole[1] * uy + pole[2] * uz
    px, py, pz = pole[0] - dot * ux, pole[1] - dot * uy, pole[2] - dot * uz
    size = sqrt(px * px + py * py + pz * pz) or 1e-6
    angle = acos(max(-1.0, min(1.0, (upper * upper + reach * reach - lower * lower) / (2 * upper * reach))))
    along, off = upper * cos(angle), upper * sin(angle) / size
    middle = (root[0] + ux * along + px * off, root[1] + uy * along + py * off, root[2] + uz * along + pz * off)
    return middle, (root[0] + ux * reach, root[1] + uy * reach, root[2] + uz * reach)


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
