"""Files changed by chance: refused in words, or played; 5,000 of them are in the proofs."""

from pathlib import Path

import pytest

from tests.support.mutants import play_mutant, read_mutant


@pytest.mark.parametrize("first", [10_000, 10_040])
def test_mutants_are_refused_in_words_or_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    """Forty at a time; of those in order two are staged and played for half a minute."""
    monkeypatch.setattr("game.shipped.SCENARIOS", tmp_path / "nothing shipped")
    monkeypatch.setattr("game.shipped.ASSETS", tmp_path / "mutant" / "assets")
    read = [(read_mutant(tmp_path / "mutant", seed), seed) for seed in range(first, first + 40)]
    sound = [(production, seed) for production, seed in read if production]
    assert 3 <= len(sound) <= 37
    for production, seed in sound[:2]:
        play_mutant(production, seed)
