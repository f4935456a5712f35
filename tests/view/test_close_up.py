"""What is judged is what is drawn: how tall somebody stands in the inspector and in the scene, in drawn pixels."""

import numpy as np
import pytest

from game.view.close_up import FILLS, SCALES, close_up, scale
from game.view.viewpoint import standing_height
from tests.support.heights import check_standing, samples


def test_the_height_judged_is_the_height_drawn() -> None:
    """Of 50 people of all statures, from all sides, in inspectors and scenes of all sizes: within one pixel."""
    check_standing(samples(0))


@pytest.mark.parametrize("height", [190, 223, 259, 300, 420])
@pytest.mark.parametrize("stature", [1.2, 1.75, 2.05])
def test_head_and_feet_fit_into_the_close_up(height: int, stature: float) -> None:
    """However low the panel, a standing body takes no more than its share of the height, on stairs too."""
    view = close_up((3.0, 4.0, 1.5), stature, 1, (300, height))
    assert view.scale == scale(stature, height)
    assert standing_height(stature, view.scale) <= FILLS * height
    assert view.scale <= SCALES[-1]
    feet, head = (float(view.project(np.array([3.0, 4.0]), z)[1]) for z in (1.5, 1.5 + stature))
    assert abs(feet + head - height) < 1e-6
