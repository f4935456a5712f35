"""What is shown between two moments of the world."""

from dataclasses import replace

import numpy as np

from game.picture.tween import between
from tests.support.drawn_halls import crowd


def test_halfway_is_halfway() -> None:
    """Positions between two moments lie on the straight line."""
    middle = between(crowd([(4.0, 4.0)]), crowd([(4.2, 4.1)], tick=1), 0.5)
    assert np.allclose(middle.position, [[4.1, 4.05]])


def test_turning_takes_the_shorter_way() -> None:
    """From just left of west to just right of it, nobody turns through east."""
    before, after = crowd([(1.0, 1.0)]), crowd([(1.0, 1.0)], tick=1)
    before = replace(before, heading=np.array([[-0.8, 0.6]]))
    after = replace(after, heading=np.array([[-0.8, -0.6]]))
    heading = between(before, after, 0.5).heading[0]
    assert heading[0] < -0.99
    assert abs(heading[1]) < 1e-9


def test_a_stride_goes_on_over_its_end() -> None:
    """The phase of a walk runs on from 0.95 to 0.05 through 0, not back through 0.5."""
    before = replace(crowd([(1.0, 1.0)]), phase=np.array([0.95]))
    after = replace(crowd([(1.0, 1.0)], tick=1), phase=np.array([0.05]))
    phase = float(between(before, after, 0.4).phase[0])
    assert phase > 0.98 or phase < 0.02


def test_who_has_just_come_is_where_they_are() -> None:
    """Someone who was not there a tick ago does not slide in from elsewhere."""
    before = crowd([(1.0, 1.0)])
    after = crowd([(1.1, 1.0), (9.0, 9.0)], tick=1)
    assert np.allclose(between(before, after, 0.3).position[1], [9.0, 9.0])


def test_who_is_moved_far_does_not_fly() -> None:
    """Someone who appears elsewhere in one tick is not drawn on the way."""
    middle = between(crowd([(1.0, 1.0)]), crowd([(12.0, 9.0)], tick=1), 0.5)
    assert np.allclose(middle.position, [[12.0, 9.0]])
