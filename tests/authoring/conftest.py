"""A small sound scenario with a venue of its own, for the tests to plant faults in."""

import shutil
from pathlib import Path

import pytest

QUAY = Path(__file__).parent / "quay"


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the scenario that may be changed."""
    shutil.copytree(QUAY, tmp_path / "quay")
    return tmp_path / "quay" / "quay.yaml"
