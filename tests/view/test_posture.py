"""Going over from one pose to another: where the body is on the way."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.view import POSES, Pose
from game.view.poses import clips
from game.view.posture import Posture, blend, posture
from game.view.skeleton import hold

STEPS = 24
STANDING = [pose for pose in POSES if clips()[pose].gait is None]
poses, phases = st.sampled_from(POSES), st.floats(0.0, 1.0)


def way(other: Posture, two: Posture) -> list[dict[str, tuple[float, float, float]]]:
    """The joints at each step of a change."""
    return [dict(hold(blend(other, two, k / STEPS)).joints) for k in range(STEPS + 1)]


@given(poses, phases, poses, phases)
def test_a_change_ends_exactly_at_the_new_pose(pose: Pose, was: float, two: Pose, now: float) -> None:
    """The first step shows the old pose, and the last one the new pose to the last digit."""
    before, after = posture(pose, was), posture(two, now)
    assert blend(before, after, 1.0) == after
    begun, old = hold(blend(before, after, 0.0)).joints, hold(before).joints
    assert max(dist(begun[name], old[name]) for name in old) < 1e-6


@settings(max_examples=60)
@given(poses, phases, poses, phases)
def test_no_joint_jumps_on_the_way(pose: Pose, was: float, two: Pose, now: float) -> None:
    """Of what a joint travels on the way, no step takes more than a fifth and 5 cm."""
    steps = way(posture(pose, was), posture(two, now))
    for name in steps[0]:
        moved = [dist(a[name], b[name]) for a, b in pairwise(steps)]
        assert max(moved) < 0.05 + 0.2 * sum(moved), (pose, two, name)


@pytest.mark.parametrize("pose", STANDING)
@given(two=st.sampled_from(STANDING))
def test_feet_do_not_slide(pose: Pose, two: Pose) -> None:
    """From one place to another a foot is lifted, and never are both feet off the floor at once."""
    before, after = posture(pose, 0.2), posture(two, 0.2)
    for k in range(1, STEPS):
        share = k / STEPS
        feet, next_ = blend(before, after, share).feet, blend(before, after, share + 1 / STEPS / 4).feet
        ends = list(zip(before.feet, after.feet, strict=True))
        lifts = [foot.ball[2] - max(a.ball[2], b.ball[2]) for foot, (a, b) in zip(feet, ends, strict=True)]
        assert min(lifts) < 0.012
        for foot, later, (a, b) in zip(feet, next_, ends, strict=True):
            if dist(foot.ball[:2], later.ball[:2]) > 0.004 and a.ball[2] == b.ball[2] == 0.0:
                assert max(foot.ball[2], later.ball[2]) > 0.001


def test_a_walk_that_ends_sets_down_the_swinging_foot_first() -> None:
    """Whoever comes to a stand in mid-stride finishes the step: the foot on the floor waits for the other."""
    walking, standing = posture(Pose.WALK, 0.3, stride=0.9), posture(Pose.STAND, 0.2)
    assert walking.feet[0].ball[2] > 0.02
    assert walking.feet[1].ball[2] == 0.0
    early = blend(walking, standing, 0.35)
    assert early.feet[1] == walking.feet[1]
    assert dist(early.feet[0].ball, walking.feet[0].ball) > 0.05


def test_rising_from_a_seat_leans_forward() -> None:
    """Nobody rises like a lift: halfway from sitting to standing the chest is further forward than in either."""
    sitting, standing = posture(Pose.SIT, 0.0), posture(Pose.STAND, 0.0)
    assert blend(sitting, standing, 0.5).chest[1] > max(sitting.chest[1], standing.chest[1]) + 0.25
