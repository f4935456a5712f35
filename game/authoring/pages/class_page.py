"""A class as a page to print, and as a table for a spreadsheet."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class RobotsFared:
    """How synthetic trainees fare in a scenario: its difficulty from 1 to 5, and how many each found, of how many."""

    difficulty: int
    found: Mapping[str, tuple[int, int]]

    @property
    def words(self) -> str:
        """In a line: "3 of 5; novice 20 %, skilled 61 %"."""
        shares = [f"{name} {100 * found / of:.0f} %" for name, (found, of) in self.found.items() if of]
        return f"{self.difficulty} of 5; {', '.join(shares)}"


def class_page(
    told: ClassTold, titles: Mapping[str, str], left_out: Sequence[str], made: str,
    robots: Mapping[str, RobotsFared] | None = None,
) -> str:
    """The page; `titles` say what a behaviour of this name is, `left_out` which records were not counted, and why.

    `robots` are how synthetic trainees fared, by the id of a scenario.
    """
    return shelf().get_template("class.html").render(
        told=told, members=[_row(*named) for named in told.members.items()], lapses=LAPSES, left_out=left_out,
        made=made, robots=robots or {}, fewest=FEWEST_SITTINGS, no_grade=NO_GRADE,
        title=lambda name: titles.get(name, name.replace("_", " ")),
    )


def class_table(sat: Mapping[str, Sequence[Result]]) -> str:
    """A line for each exercise, lessons left out, as comma-separated values; no cell is ever taken for a formula."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for name, results in sorted(sat.items()):
        for result in sorted(results, key=lambda result: result.occasion.started):
            if not result.occasion.lesson:
                writer.writerow([harmless(cell) for cell in _cells(name, result)])
    return sheet.getvalue()


def harmless(cell: object) -> object:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _cells(name: str, result: Result) -> list[object]:
    at, missed = result.occasion, lapses([result])
    return [
        name,
        at.scenario,
        at.title,
        at.started.isoformat(),
        at.mode,
        at.seed,
        at.prevalence or "",
        round(result.lasted / 10),
        result.found,
        result.of,
        result.decoys_marked,
        result.decoys_judged,
        result.passers_by_marked,
        result.passers_by_watched,
        result.notes,
        *(missed[kind] for kind in LAPSES),
    ]


def _row(name: str, member: Member) -> dict[str, object]:
    likely = member.sensitivity
    return {
        "name": name,
        "sittings": member.sittings,
        "found": member.found,
        "decoys": member.decoys,
        "lapses": member.lapses,
        "needs": member.needs,
        "sensitivity": f"{likely.low:.1f} to {likely.high:.1f}" if likely else "–",
    }
