"""How much of a body is visible: against geometry worked out by hand."""

from dataclasses import replace

import numpy as np

from game.view import POSES, Pose, Snapshot, Viewpoint
from game.view.exposure import CHEST, FEET, HEAD, LEFT_HAND, RIGHT_HAND, Exposure, Eye, Panel, measure
from game.view.prism import Prism
from game.view.viewpoint import COS_DOWN

VIEW = Viewpoint(0.0, 0.0, 50.0, 0, 800, 600)
ALL = HEAD | CHEST | LEFT_HAND | RIGHT_HAND | FEET
AWAY = np.array([-0.28, 0.96])
"""The floor direction that leads straight away from the viewer at turn 0."""


def people(*positions: tuple[float, float], pose: Pose = Pose.STAND) -> Snapshot:
    """People who stand there, their faces to the viewer."""
    n = len(positions)
    facing = np.tile(-AWAY, (n, 1))
    zero, none = np.zeros(n), np.zeros(n, dtype=np.int64)
    return Snapshot(
        tick=0, ids=np.arange(n), position=np.array(positions, dtype=float).reshape(-1, 2), heading=facing, head=facing,
        gaze=facing, pitch=zero, hand=facing, pose=np.full(n, POSES.index(pose)), phase=zero, held=none, speed=zero,
        base=zero, bag=none,
    )  # fmt: skip


def see(snapshot: Snapshot, *prisms: Prism, view: Viewpoint = VIEW, panels: tuple[Panel, ...] = ()) -> Exposure:
    """The exposure of people of 1.75 m."""
    return measure(view, snapshot, np.full(len(snapshot.ids), 1.75), prisms, panels)


def box(x: float, y: float, half: float, high: float, low: float = 0.0) -> Prism:
    """An upright block centred on x, y."""
    return Prism(((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)), low, high)


def test_in_the_open_everything_shows() -> None:
    """Nobody and nothing in the way: the whole body, every part, and the height by the projection."""
    exposure = see(people((0, 0)))
    assert exposure.share[0] == 1.0
    assert exposure.parts[0] == ALL
    assert abs(exposure.height[0] - 1.75 * 50.0 * COS_DOWN) < 1e-9


def test_hands_before_the_chest_are_not_seen_from_behind() -> None:
    """From behind a reader's own back hides the phone; from before and aside it shows, as do hands that hang."""
    reads, stands = people((0, 0), pose=Pose.PHONE_READ), people((0, 0))
    aside = np.array([[AWAY[1], -AWAY[0]]])
    hands = LEFT_HAND | RIGHT_HAND
    assert see(reads).parts[0] & RIGHT_HAND
    assert see(replace(reads, heading=aside)).parts[0] & RIGHT_HAND
    assert see(replace(reads, heading=-reads.heading)).parts[0] & hands == 0
    assert see(replace(stands, heading=-stands.heading)).parts[0] == ALL
    cut = Viewpoint(0.0, 0.0, 50.0, 0, 60, 120)
    assert see(replace(reads, heading=-reads.heading), view=cut).parts[0] & hands == 0


def test_a_column_in_front_hides_all() -> None:
    """A column wider than a body, between it and the viewer, hides it whole; behind the body it hides nothing."""
    near, far = -0.9 * AWAY, 0.9 * AWAY
    assert see(people((0, 0)), box(near[0], near[1], 0.5, 4.0)).share[0] == 0.0
    assert see(people((0, 0)), box(far[0], far[1], 0.5, 4.0)).share[0] == 1.0


def test_a_low_wall_hides_the_legs_alone() -> None:
    """A block of 0.8 m right before a person leaves head and chest in view, and takes the feet."""
    near = -0.6 * AWAY
    exposure = see(people((0, 0)), box(near[0], near[1], 0.4, 0.8))
    assert 0.2 < exposure.share[0] < 0.8
    assert exposure.parts[0] & (HEAD | CHEST | FEET) == HEAD | CHEST


def test_a_board_overhead_hides_who_is_behind_it_and_not_below() -> None:
    """What hangs 3 m up hides the line of sight to those some way behind, not to the one who stands under it."""
    board = box(0.0, 0.0, 0.3, 4.0, 3.0)
    behind = AWAY * (3.5 - 0.9) * COS_DOWN / 0.6156614753256583
    exposure = see(people((0.0, 0.0), (behind[0], behind[1])), board)
    assert exposure.share[0] == 1.0
    assert exposure.share[1] < 0.7


def test_a_nearer_body_hides_and_a_farther_one_does_not() -> None:
    """Of two people in line, only the farther loses, and the more the closer they stand."""
    shares = []
    for gap in (0.4, 0.9, 1.5):
        exposure = see(people((0.0, 0.0), tuple((gap * AWAY).tolist())))
        assert exposure.share[0] == 1.0
        shares.append(exposure.share[1])
    assert shares[0] < shares[1] < shares[2] < 1.0
    assert shares[0] < 0.35


def test_the_edge_of_the_view_cuts() -> None:
    """A person on the left edge is half in view; one beyond it is not seen at all."""
    across = np.array([0.96, 0.28]) * -8.0
    exposure = see(people(tuple(across.tolist()), tuple((across * 1.2).tolist())))
    assert 0.35 < exposure.share[0] < 0.65
    assert exposure.share[1] == 0.0


def test_a_panel_covers_what_is_under_it() -> None:
    """A panel over the upper half of a person takes head and chest; beside the person it takes nothing."""
    exposure = see(people((0, 0)), panels=((300, 0, 200, 265),))
    assert 0.2 < exposure.share[0] < 0.8
    assert exposure.parts[0] & (HEAD | FEET) == FEET
    assert see(people((0, 0)), panels=((500, 0, 200, 600),)).share[0] == 1.0


def test_turning_shows_what_a_column_hid() -> None:
    """Hidden from one side, in full view from the opposite one."""
    near = -0.9 * AWAY
    column = box(near[0], near[1], 0.5, 4.0)
    assert see(people((0, 0)), column).share[0] == 0.0
    assert see(people((0, 0)), column, view=VIEW.turn_by(2)).share[0] == 1.0


def test_zoom_and_pan_change_no_occlusion() -> None:
    """The projection is parallel: what hides whom does not depend on where the view is centred, nor how close."""
    rng = np.random.default_rng(4)
    crowd = people(*[tuple(at) for at in rng.uniform(-3, 3, (40, 2)).tolist()])
    wide = see(crowd, box(0.5, 0.5, 0.4, 3.0))
    close = see(crowd, box(0.5, 0.5, 0.4, 3.0), view=Viewpoint(1.0, -1.0, 90.0, 0, 2000, 2000))
    np.testing.assert_allclose(wide.share, close.share)


def test_rows_asked_for_alone_are_the_same() -> None:
    """Measuring some of the people gives what measuring all gives for them: everyone still hides everyone."""
    rng = np.random.default_rng(5)
    crowd = people(*[tuple(at) for at in rng.uniform(-4, 4, (60, 2)).tolist()], pose=Pose.WALK)
    eye, statures = Eye([box(0.5, 0.5, 0.4, 3.0)]), np.full(60, 1.75)
    some = np.array([3, 17, 18, 44])
    whole, part = eye.show(0, crowd, statures).anywhere(), eye.show(0, crowd, statures, some).anywhere()
    np.testing.assert_array_equal(whole.share[some], part.share)
    np.testing.assert_array_equal(whole.parts[some], part.parts)


def test_the_better_view_counts() -> None:
    """Of two views of one person, the close-up of the whole body beats the overview; a hidden close-up does not."""
    overview = Exposure(np.array([60.0, 60.0]), np.array([1.0, 0.9]), np.array([31, 31]))
    close = Exposure(np.array([260.0, 260.0]), np.array([0.9, 0.0]), np.array([15, 0]))
    best = overview.best(close)
    assert best.height.tolist() == [260.0, 60.0]
    assert best.parts.tolist() == [15, 31]


def test_no_one_there() -> None:
    """An empty place has an empty exposure."""
    assert see(people()).share.shape == (0,)
