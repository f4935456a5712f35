"""`play` in a window: the game, from a scenario's briefing on."""

from pathlib import Path

from game.screens.navigation import PlayTerms

from ..game import AskedFor, run
from ..offers import playable


def make_terms(mode: str, seed: int | None, prevalence: str) -> PlayTerms:
    """How it is to be played, by what was written on the command line."""
    return PlayTerms(
        "assess" if mode == "assess" else "practice",
        seed,
        "none" if prevalence == "none" else "as written" if prevalence else None,
    )


def play_briefed(path: Path, terms: PlayTerms, size: tuple[int, int] | None, name: str) -> int:
    """Open the window on the briefing, for the trainee of this name. Raises what is wrong with the file, before there
    is a window."""
    return run(size, asked=AskedFor(lambda home: playable(path, home), terms), name=name)
