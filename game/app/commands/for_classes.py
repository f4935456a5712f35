"""What can be asked of the program by those who teach a class, and with which options."""

from pathlib import Path
from typing import Annotated

import typer

from ..errors import Wrong
from .arguments import Json, Name, Seed, check_seed, find_scenario


def results(
    folders: Annotated[list[Path], typer.Argument(help="A folder of records for each trainee, named after them.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write a page of the class, to read or to print.")] = None,
    table: Annotated[Path | None, typer.Option("--csv", help="Write a table, a line for each exercise.")] = None,
    marks: Annotated[
        str, typer.Option(help="With --html: instead, when and where all of them marked in this scenario.")
    ] = "",
    seeds: Annotated[
        int, typer.Option(help="With --html: also run what was sat 30 times or more so often, for robots beside.")
    ] = 0,
) -> None:
    """What a class needs: who misses what, and how; from the records of each trainee."""
    from .class_results import ClassWanted
    from .class_results import results as told

    if (marks or seeds) and not html:
        raise Wrong("--marks and --seeds are for a page: write --html FILE as well.")
    if marks and (table or seeds):
        raise Wrong("--marks makes a page of its own, without --csv and --seeds.")
    if not 0 <= seeds <= 1000:
        raise Wrong("--seeds is a number from 1 to 1000.")
    raise typer.Exit(told(folders, ClassWanted(html, table, marks, seeds)))


def hold_out(
    names: Annotated[list[str] | None, typer.Argument(help="Tells and look-alikes, by the names of the guide.")] = None,
    none: Annotated[bool, typer.Option("--none", help="Hold out nothing any more.")] = False,
) -> None:
    """Keep tells and look-alikes for a course's tests: neither guide nor drills show them. Without names, say which."""
    from .hold_out import hold_out as held

    raise typer.Exit(held(names or [], none=none))


def cast(scenario: Name, seed: Seed = 0, as_json: Json = False) -> None:
    """The call sheet: who does what when. For instructors; it gives the answers away."""
    check_seed(seed)
    from .print_cast import call_sheet

    raise typer.Exit(call_sheet(find_scenario(scenario), seed or 0, as_json=as_json))


def handout(
    scenario: Name,
    seed: Seed = None,
    out: Annotated[Path | None, typer.Option(help="The page to write; else handout.html, or answers.html.")] = None,
    answers: Annotated[
        bool, typer.Option("--answers", help="The instructor's sheet instead: who had a part in this seed, and when.")
    ] = False,
) -> None:
    """A scenario on paper: the briefing with a sheet for notes; or, apart, the answers. A page to print."""
    check_seed(seed)
    from .write_handout import answers_page, handout_page

    found = find_scenario(scenario)
    if answers:
        raise typer.Exit(answers_page(found, seed or 0, out or Path("answers.html")))
    raise typer.Exit(handout_page(found, seed, out or Path("handout.html")))
