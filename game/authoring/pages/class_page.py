"""A class as a page to print, and as a table for a spreadsheet."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from game.course import Result
from game.progress import FEWEST_SITTINGS, LAPSES, NO_GRADE, ClassTold, Member, lapses

from .paper import shelf

COLUMNS = (
    "trainee", "scenario", "title", "started", "mode", "seed", "prevalence", "seconds", "found", "of", "decoys marked",
    "decoys", "passers-by marked", "passers-by watched", "notes", *LAPSES,
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def class_page(told: ClassTold, titles: Mapping[str, str], left_out: Sequence[str], made: str) -> str:
    """The page; `titles` say what a behaviour of this name is, `left_out` which records were not counted, and why."""
    return shelf().get_template("class.html").render(
        told=told, members=[_row(one) for one in told.members], lapses=LAPSES, left_out=left_out, made=made,
        fewest=FEWEST_SITTINGS, no_grade=NO_GRADE,
        title=lambda name: titles.get(name, name.replace("_", " ")),
    )


def class_table(sat: Mapping[str, Sequence[Result]]) -> str:
    """A line for each exercise, lessons left out, as comma-separated values; no cell is ever taken for a formula."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for name, results in sorted(sat.items()):
        for one in sorted(results, key=lambda one: one.occasion.started):
            if not one.occasion.lesson:
                writer.writerow([harmless(cell) for cell in _cells(name, one)])
    return sheet.getvalue()


def harmless(cell: object) -> object:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _cells(name: str, one: Result) -> list[object]:
    at, missed = one.occasion, lapses([one])
    return [
        name, at.scenario, at.title, at.started.isoformat(), at.mode, at.seed, at.prevalence or "",
        round(one.lasted / 10), one.found, one.of, one.decoys_marked, one.decoys_judged, one.passers_by_marked,
        one.passers_by_watched, one.notes, *(missed[kind] for kind in LAPSES),
    ]


def _row(one: Member) -> dict[str, object]:
    estimates = [block.estimate for block in one.blocks if block.estimate]
    likely = estimates[0].sensitivity if len(estimates) == 1 else None
    return {
        "name": one.name, "sittings": one.sittings, "found": one.found, "decoys": one.decoys, "lapses": one.lapses,
        "needs": one.needs, "sensitivity": f"{likely.low:.1f} to {likely.high:.1f}" if likely else "–",
    }
