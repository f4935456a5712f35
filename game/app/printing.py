"""A debrief on paper, written into the trainee's own folder or wherever it is asked for."""

from pathlib import Path

from game.private import make_folder, replace_whole
from game.screens.debrief.debrief_page import debrief_page
from game.screens.debrief.debrief_setup import Debriefed

from .errors import explain
from .trainees import name_in

PRINTED = "printed"
"""The folder, beside the records, of debriefs on paper."""


def print_debrief(told: Debriefed, folder: Path, trainee: str) -> str:
    """Write the page into the folder of a trainee; where it is, in a sentence, or why it is not."""
    page = folder / PRINTED / f"{told.recording.header.started:%Y-%m-%d %H.%M.%S}.html"
    try:
        make_folder(page.parent)
        replace_whole(page, debrief_page(told, trainee).encode())
    except OSError as why:
        return f"The page could not be written: {explain(why)}"
    return f"Written: {page}. Open it in a browser, and print it."


def whose(record: Path) -> str:
    """The name of the trainee in whose folder a record lies; "" if nobody's is written there."""
    return name_in(record.resolve().parent.parent)
