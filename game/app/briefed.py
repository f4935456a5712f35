"""`play` in a window: the game, from a scenario's briefing on."""

from pathlib import Path

from game.screens.navigation import PlayTerms

from .game import AskedFor, run
from .offers import playable


def play_briefed(path: Path, seed: int | None, mode: str, prevalence: str, size: tuple[int, int] | None) -> int:
    """Open the window on the briefing. Raises what is wrong with the file, before there is a window."""
    terms = PlayTerms(
        "assess" if mode == "assess" else "practice",
        seed,
        "none" if prevalence == "none" else "as written" if prevalence else None,
    )
    return run(size, asked=AskedFor(lambda home: playable(path, home), terms))
