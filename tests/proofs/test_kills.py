"""Of an exercise in a window that is killed, a second is lost at most. A few of these kills are in the plain tests.

`python -m pytest tests/proofs/test_kills.py -o addopts= -s` prints how much was lost of each, in ten minutes.
"""

import os
from pathlib import Path

import pytest

from tests.record.test_crash import lost_by_kills


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize(("kills", "speed"), [(20, "real"), (180, "fast")])
def test_a_window_that_is_killed_loses_a_second_at_most(tmp_path: Path, kills: int, speed: str) -> None:
    """At real speed, and with its clock driven as fast as pictures can be drawn."""
    lost = lost_by_kills(tmp_path, kills, speed, seed=7)
    print(f"\n{kills} kills, {speed}: at most {max(lost)} ticks lost, {sum(lost) / len(lost):.1f} on average")
    assert len(lost) == kills
    assert max(lost) <= 10
