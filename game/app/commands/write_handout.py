"""`handout`: a scenario on paper, as a page for trainees, and as the answers to it."""

from pathlib import Path

from game.authoring import answer_sheet, handout
from game.run import Site
from game.scenario import read
from game.screens.front.briefing import tell_scene, tell_task

from ..console import say
from ..errors import Wrong
from ..offers import playable
from ..settings_file import place

KEEP = "It names who is to be found: keep it from trainees."


def handout_page(path: Path, seed: int | None, out: Path) -> int:
    """Write the page for trainees."""
    check_page_place(out)
    production, offer = read(path), playable(path, place())
    told = [(head, words) for head, words in (*tell_scene(offer), *tell_task(offer)) if words]
    out.write_text(handout(production, Site(production).layout, told, seed), encoding="utf-8")
    say(f"{out} is written: open it in a browser, and print it.")
    return 0


def answers_page(path: Path, seed: int, out: Path) -> int:
    """Write the page of answers."""
    check_page_place(out)
    out.write_text(answer_sheet(read(path), seed), encoding="utf-8")
    say(f"{out} is written: open it in a browser, and print it. {KEEP}")
    return 0


def check_page_place(out: Path) -> None:
    """Refuse a place where no file can be written. Raises Wrong."""
    if out.is_dir() or not out.parent.is_dir():
        raise Wrong(f"The page cannot be written to {out}: name a file in a folder that is there.")
