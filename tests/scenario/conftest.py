"""A small library of its own, without a fault, for the tests to plant faults in."""

import shutil
from pathlib import Path

import pytest

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good files as working folder, with nothing shipped within reach: what is found is their own."""
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("game.shipped.SCENARIOS", tmp_path / "nothing shipped")
    monkeypatch.setattr("game.shipped.ASSETS", folder / "assets")
    return folder
