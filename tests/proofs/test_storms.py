"""No storm of events ends the program, at any size of its window. A few of them are in the plain tests."""

from pathlib import Path

import pytest

from tests.support.storms import SIZES, START, Storm


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ten_storms_at_a_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """Ten at each of twenty sizes, on every screen: 200 storms."""
    assert len(SIZES) == 20
    for number, start in enumerate(START):
        Storm(tmp_path / str(number), size, number).blow(start, events=200)
