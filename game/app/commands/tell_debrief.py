"""`debrief`: a past exercise told, in a window or on a page."""

from dataclasses import replace
from pathlib import Path

from game.record import UnreadableError
from game.screens.debrief.debrief_page import debrief_page

from ..background import Tell
from ..console import say
from ..errors import Wrong
from ..game import run
from ..opening import retell
from ..practising import find_taught
from ..printing import whose
from ..settings_file import held_out, place
from .write_handout import check_page_place


def debrief(record: Path, html: Path | None, size: tuple[int, int] | None) -> int:
    """Open the window on the debrief of a record, or write it as a page."""
    if not record.is_file():
        raise Wrong(f"There is no record “{record}”.")
    if html is None:
        return run(size, record=record)
    check_page_place(html)
    try:
        told, _ = retell(record, place(), Tell())
    except UnreadableError as why:
        raise Wrong(str(why)) from None
    told = replace(told, taught=find_taught(told.recording.production.behaviours, held_out(place())))
    html.write_text(debrief_page(told, whose(record)), encoding="utf-8")
    say(f"{html} is written: open it in a browser, and print it.")
    return 0
