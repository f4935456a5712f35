"""What is seen of people at one moment, to the steps that can be told apart, each packed into one whole number."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import NDArray

from game.view import HELD, POSES, Held, Pose, Snapshot, Viewpoint
from game.view.poses import clips
from game.view.snapshot import Floats, Ints
from game.view.viewpoint import standing_height

from .change import Before, unpack_change

FINE = 120.0
"""Standing height in px from which people are drawn in fine steps."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What is seen of somebody at one moment.

    Angles in radians: `heading` of the hips from straight away from the viewer to the left; `head`, `gaze` and `hand`
    from the hips to the left. `pitch` is the rise of the gaze, -1 … 1, `speed` in m/s. `before` is what they go over
    from, while they do.
    """

    pose: Pose
    phase: float
    heading: float
    head: float = 0.0
    gaze: float = 0.0
    pitch: float = 0.0
    hand: float = 0.0
    held: Held = Held.NOTHING
    bag: bool = True
    speed: float = 0.0
    before: Before | None = None


_BITS: Mapping[str, int] = {
    "pose": 6, "phase": 6, "heading": 7, "head": 7, "gaze": 7, "pitch": 5, "hand": 7, "held": 5, "bag": 1,
    "speed": 7, "fine": 1,
}  # fmt: skip


def _mask(names: Container[str]) -> int:
    """The bits of these parts of a stance."""
    mask = 0
    for name, bits in _BITS.items():
        mask = (mask << bits) | ((1 << bits) - 1 if name in names else 0)
    return mask


_TURNED, _ACT = _mask({"heading", "head", "gaze", "pitch", "speed"}), _mask({"pose", "held", "bag"})
_GAIT = np.array([clips()[pose].gait is not None for pose in POSES])
_ONCE = np.array([clips()[pose].once for pose in POSES])
_AIMS = np.array([bool(clips()[pose].aim) for pose in POSES])
_HALF = 36
"""What is added to a turn in steps, so that none is negative when it is packed: half a turn has no more."""
Columns = Mapping[str, NDArray[np.float64] | NDArray[np.int64]]


def columns_of(crowd: Snapshot, rows: Ints, viewpoint: Viewpoint) -> Columns:
    """What these rows of a crowd show from a viewpoint, one array for each field of a stance."""
    heading = viewpoint.direction(crowd.heading[rows])
    hips = crowd.heading[rows]
    return {
        "pose": crowd.pose[rows],
        "phase": crowd.phase[rows],
        "heading": np.arctan2(-heading[:, 0], heading[:, 1]),
        "head": _turn(hips, crowd.head[rows]),
        "gaze": _turn(hips, crowd.gaze[rows]),
        "pitch": crowd.pitch[rows],
        "hand": _turn(hips, crowd.hand[rows]),
        "held": crowd.held[rows],
        "bag": crowd.bag[rows],
        "speed": crowd.speed[rows],
    }


def columns_for(stance: Stance) -> Columns:
    """One stance as columns of one row."""
    return {
        "pose": np.array([POSES.index(stance.pose)]),
        "phase": np.array([stance.phase]),
        "heading": np.array([stance.heading]),
        "head": np.array([stance.head]),
        "gaze": np.array([stance.gaze]),
        "pitch": np.array([stance.pitch]),
        "hand": np.array([stance.hand]),
        "held": np.array([HELD.index(stance.held)]),
        "bag": np.array([int(stance.bag)]),
        "speed": np.array([stance.speed]),
    }


def pack(columns: Columns, heights: Floats) -> Ints:
    """Each row's stance as one number, in coarser steps where somebody stands less than `FINE` px tall."""
    pose = columns["pose"].astype(np.int64)
    fine, gait, once = is_fine(heights), _GAIT[pose], _ONCE[pose]
    passes = np.where(fine, 32, np.where(gait, 10, 8))
    phase = np.rint(columns["phase"] * passes).astype(np.int64)
    ways = np.where(fine, 72, 20)
    turn = _head_step(fine, gait)
    steps = {
        "pose": pose,
        "phase": np.where(once, np.clip(phase, 0, passes), phase % passes),
        "heading": np.rint(columns["heading"] * ways / (2 * pi)).astype(np.int64) % ways,
        "head": _steps(columns["head"], turn),
        "gaze": np.where(fine, _steps(columns["gaze"], turn), _HALF),
        "pitch": np.rint(np.clip(columns["pitch"], -1, 1) / np.where(fine, 0.1, 0.4)) + 10,
        "hand": np.where(_AIMS[pose], _steps(columns["hand"], turn), _HALF),
        "held": columns["held"],
        "bag": columns["bag"] != 0,
        "speed": np.where(gait, np.rint(np.clip(columns["speed"], 0, 6) / np.where(fine, 0.05, 0.45)), 0),
        "fine": fine,
    }
    code = np.zeros(len(pose), dtype=np.int64)
    for name, bits in _BITS.items():
        code = (code << bits) | steps[name].astype(np.int64)
    return code


def stepping_on(code: int, before: int) -> int:
    """The pose and phase of one stance, turned and paced as another was: its legs go on while its picture is made."""
    return (code & ~_TURNED) | (before & _TURNED)


def acts_alike(code: int, other: int) -> bool:
    """Whether two stances have the same pose and hold the same."""
    return not (code ^ other) & _ACT


def unpack(code: int, change: int = 0) -> Stance:
    """The stance that a number, and that of a change, stand for."""
    steps = {}
    for name, bits in reversed(tuple(_BITS.items())):
        steps[name] = code & ((1 << bits) - 1)
        code >>= bits
    fine, pose = bool(steps["fine"]), steps["pose"]
    gait = bool(_GAIT[pose])
    turn = float(_head_step(np.array(fine), np.array(gait)))
    return Stance(
        pose=POSES[pose],
        phase=steps["phase"] / (32 if fine else 10 if gait else 8),
        heading=steps["heading"] * 2 * pi / (72 if fine else 20),
        head=(steps["head"] - _HALF) * turn,
        gaze=(steps["gaze"] - _HALF) * turn if fine else (steps["head"] - _HALF) * turn,
        pitch=(steps["pitch"] - 10) * (0.1 if fine else 0.4),
        hand=(steps["hand"] - _HALF) * turn,
        held=HELD[steps["held"]],
        bag=bool(steps["bag"]),
        speed=steps["speed"] * (0.05 if fine else 0.45),
        before=unpack_change(change),
    )


def untold(columns: Columns, hidden: NDArray[np.bool_]) -> Columns:
    """The same rows, where those hidden only stand or sit, and nothing more can be read from them."""
    sits = np.isin(columns["pose"], [POSES.index(pose) for pose in (Pose.SIT, Pose.PLAY)])
    plain = {"pose": np.where(sits, POSES.index(Pose.SIT), POSES.index(Pose.STAND)), "bag": np.ones(len(hidden))}
    return {
        name: values if name == "heading" else np.where(hidden, plain.get(name, np.zeros(len(hidden))), values)
        for name, values in columns.items()
    }


def heights_of(statures: Floats, scale: float) -> Floats:
    """How tall people stand in px."""
    return standing_height(statures, scale)


def is_fine(heights: Floats) -> NDArray[np.bool_]:
    """Who is drawn in fine steps."""
    fine: NDArray[np.bool_] = heights >= FINE
    return fine


def _head_step(fine: NDArray[np.bool_], gait: NDArray[np.bool_]) -> Floats:
    step: Floats = np.where(fine, pi / 36, np.where(gait, pi / 6, pi / 10))
    return step


def _steps(angle: NDArray[np.float64] | NDArray[np.int64], step: Floats) -> Floats:
    """Whole steps of an angle, counted from half a turn to the right; straight behind is always to the right."""
    half = np.rint(pi / step)
    steps: Floats = (np.rint(np.asarray(angle) / step) + half) % (2 * half) - half + _HALF
    return steps


def _turn(one: Floats, other: Floats) -> Floats:
    """Radians to the left from one direction to another."""
    cross = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    turned: Floats = np.arctan2(cross, (one * other).sum(axis=1))
    return turned
