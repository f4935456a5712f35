"""Whatever is changed in a file, it is refused in words, or can be played. A few are in the plain tests."""

from pathlib import Path

import pytest

from tests.support.mutants import play_mutant, read_mutant

READ, PLAYED = 5000, 300


def test_mutants_are_read_and_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """5,000 through reading, and of those that are in order 300 through staging and half a minute of the world."""
    monkeypatch.setattr("game.shipped.SCENARIOS", tmp_path / "nothing shipped")
    monkeypatch.setattr("game.shipped.ASSETS", tmp_path / "mutant" / "assets")
    failed: dict[int, str] = {}
    sound = played = 0
    for seed in range(READ):
        try:
            production = read_mutant(tmp_path / "mutant", seed)
            sound += production is not None
            if production and played < PLAYED and seed % 5 < 2:
                played += 1
                play_mutant(production, seed)
        except Exception as error:
            failed[seed] = repr(error)[:200]
    print(f"\n{READ} read, {sound} in order, {played} played, {len(failed)} failed")
    assert failed == {}
    assert played == PLAYED
