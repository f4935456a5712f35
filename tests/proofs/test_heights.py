"""What is judged is what is drawn, for the thousand of whom the plain test takes a quarter."""

import pytest

from tests.support.heights import PARTS, check_other_poses, check_standing, samples


@pytest.mark.parametrize("part", range(PARTS))
def test_the_height_judged_is_the_height_drawn(part: int) -> None:
    """Whoever stands, within one pixel, in inspectors and scenes of all sizes."""
    check_standing(samples(part))


def test_the_height_judged_is_the_height_drawn_in_every_pose() -> None:
    """All who do not stand reach as far as they should; 97 of 100 within a pixel."""
    check_other_poses([sample for part in range(PARTS) for sample in samples(part)])
