"""`snapshot --behaviour`: one behaviour of the catalogue as a strip of moments."""

from pathlib import Path

from game.authoring import NotPlayed, contact_sheet
from game.clock import clock
from game.scenario import read

from ..console import say
from ..errors import Wrong, near


def behaviour_sheet(path: Path, name: str, out: Path, seed: int) -> int:
    """Play it in the scenario's venue, among its staff alone, and save the strip."""
    production = read(path)
    if name not in production.behaviours:
        raise Wrong(f"There is no behaviour “{name}”.{near(name, production.behaviours)}")
    if out.is_dir() or not out.parent.is_dir():
        raise Wrong(f"The picture cannot be written to {out}: name a file in a folder that is there.")
    try:
        played = contact_sheet(production, name, out, seed)
    except NotPlayed as why:
        raise Wrong(str(why)) from None
    say(f"{out}: {name}, {clock(played.ended - played.began)} long")
    return 0
