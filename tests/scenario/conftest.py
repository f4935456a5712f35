"""A small library of its own, without a fault, for the tests to plant faults in."""

import shutil
from pathlib import Path

import pytest

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing shipped within reach but props and looks, so that what a test finds is its own."""
    monkeypatch.setattr("game.scenario.shelf.SCENARIOS", tmp_path / "nothing shipped")


@pytest.fixture
def good(tmp_path: Path, alone: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good files, where the working folder is theirs."""
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    monkeypatch.chdir(folder)
    return folder
