"""A small library of its own, without a fault, for the tests to plant faults in."""

import shutil
from pathlib import Path

import pytest

GOOD = Path(__file__).parent / "good"
LOOKS = Path(__file__).parents[2] / "assets" / "looks.yaml"
"""How people can look, which is the program's own."""


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good files as working folder, with nothing shipped within reach: what is found is their own."""
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    shutil.copy(LOOKS, folder / "assets")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("game.shipped.SCENARIOS", tmp_path / "nothing shipped")
    monkeypatch.setattr("game.shipped.ASSETS", folder / "assets")
    return folder
