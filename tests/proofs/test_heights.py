"""What is judged is what is drawn, for the thousand of whom the plain test takes a quarter."""

import pytest

from tests.support.heights import PARTS, differ_by_a_pixel_at_most, samples


@pytest.mark.parametrize("part", range(1, PARTS))
def test_the_height_judged_is_the_height_drawn(part: int) -> None:
    """Within one pixel, in inspectors and scenes of all sizes."""
    differ_by_a_pixel_at_most(samples(part))
