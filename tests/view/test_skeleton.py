"""The body: bones, feet, hands and gait."""

from math import dist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view import HELD, POSES, Pose
from game.view.gait import FREE_STRIDE, stride
from game.view.poses import clips
from game.view.posture import SHIN, THIGH
from game.view.skeleton import FOREARM, POINTS, STATURE, UPPER_ARM, body, frame

PHASES = [k / 24 for k in range(24)]
GAITS = [pose for pose in POSES if clips()[pose].gait]
BONES = {
    ("shoulder", "elbow"): UPPER_ARM, ("elbow", "hand"): FOREARM, ("hip", "knee"): THIGH, ("knee", "ankle"): SHIN,
}  # fmt: skip


@pytest.mark.parametrize("pose", POSES)
def test_bones_keep_their_length(pose: Pose) -> None:
    """No pose stretches an arm or a leg at any phase."""
    for phase in PHASES:
        joints = frame(pose, phase)
        for side in ("left", "right"):
            for (one, two), length in BONES.items():
                assert dist(joints[f"{side}_{one}"], joints[f"{side}_{two}"]) == pytest.approx(length, abs=1e-6)


@pytest.mark.parametrize("pose", POSES)
def test_no_joint_goes_through_the_floor(pose: Pose) -> None:
    """Feet stand on the floor, and everything else is above it."""
    for phase in PHASES:
        joints = frame(pose, phase)
        assert min(z for _, _, z in joints.values()) > 0.0
        assert min(joints[f"{side}_ball"][2] for side in ("left", "right")) < 0.06


@pytest.mark.parametrize("pose", POSES)
def test_hands_reach_where_the_pose_puts_them(pose: Pose) -> None:
    """A hand that a pose names is at its target, within 4 cm, so that it meets the ear, the handle, the page."""
    clip = clips()[pose]
    for phase in PHASES:
        figure = body(pose, phase)
        for side in {"left", "right"} - set(clip.free):
            x, y, z = clip.vector(f"{side}_hand", phase)
            right, forward, up = figure.chest
            chest = figure.joints["chest"]
            target = (
                (x, y, z) if clip.from_floor
                else tuple(chest[k] + right[k] * x + forward[k] * y + up[k] * z for k in range(3))
            )  # fmt: skip
            assert dist(figure.joints[f"{side}_hand"], target) < 0.04, (pose, phase, side)


@pytest.mark.parametrize("pose", GAITS)
@given(speed=st.floats(0.3, 2.2))
def test_the_standing_foot_stays_planted(pose: Pose, speed: float) -> None:
    """While a foot is on the floor it goes back in the body's frame as far as the body goes forward: no skating."""
    gait = clips()[pose].gait
    assert gait
    length = float(stride(speed, STATURE))
    for phase in np.arange(0.10, 0.36, 0.04):
        before, after = (body(pose, float(p), stride=length).joints["right_ball"] for p in (phase, phase + 0.04))
        assert before[1] - after[1] == pytest.approx(0.04 * length * gait.stride, abs=1e-6)
        assert after[2] == pytest.approx(before[2], abs=0.005)


@pytest.mark.parametrize("pose", GAITS)
def test_a_step_is_the_mirror_of_the_other(pose: Pose) -> None:
    """Half a stride later left does what right did."""
    for phase in PHASES:
        one, two = frame(pose, phase), frame(pose, phase + 0.5)
        x, y, z = one["left_ball"]
        assert two["right_ball"] == pytest.approx((-x, y, z), abs=1e-9)


def test_stride_is_as_people_walk() -> None:
    """A step is some 0.7 m at 1.34 m/s, shorter when slow and for the short, and cadence stays between 1 and 2.6 Hz."""
    assert float(stride(1.34, 1.75)) / 2 == pytest.approx(0.72, abs=0.03)
    speeds = np.linspace(0.4, 2.2, 10)
    steps = stride(speeds, 1.75) / 2
    assert (np.diff(steps) > 0).all()
    assert float(stride(1.34, 1.3)) < float(stride(1.34, 1.75))
    cadence = speeds / steps
    assert cadence.min() > 1.0
    assert cadence.max() < 2.6


def test_clips_come_round_without_a_jump() -> None:
    """No joint leaps between two neighbouring phases, nor from the end of a pass to its beginning."""
    for pose in POSES:
        count = 64
        for k in range(count - 1 if clips()[pose].once else count):
            one, two = frame(pose, k / count), frame(pose, (k + 1) / count)
            worst = max(dist(one[name], two[name]) for name in one)
            assert worst < 0.13, (pose, k / count, worst)


def test_every_pose_has_its_points() -> None:
    """Exposure finds head, chest, hands and feet for each pose: heads high, feet low, nobody taller than they are."""
    assert POINTS.shape[0] == len(POSES)
    assert POINTS.shape[2:] == (5, 3)
    assert (POINTS[:, :, 0, 2] > POINTS[:, :, 4, 2]).all()
    assert POINTS[..., 2].max() < STATURE + 0.35
    stand = POINTS[POSES.index(Pose.STAND), 0]
    assert stand[0, 2] == pytest.approx(1.63, abs=0.04)
    assert stand[4, 2] < 0.05
    assert pytest.approx(float(stride(1.34, STATURE)), abs=0.01) == FREE_STRIDE


def test_poses_differ_to_the_eye() -> None:
    """No two poses have the same five points throughout: body language can be told apart."""
    flat = POINTS.reshape(len(POSES), -1)
    gaps = np.abs(flat[:, None] - flat[None]).max(axis=2) + np.eye(len(POSES))
    gait = np.array([clips()[pose].gait is not None for pose in POSES])
    gaps[np.ix_(gait, gait)] += 1.0  # walks differ in stride and pace
    assert gaps.min() > 0.03
    assert len(HELD) == len(set(HELD))
