"""What can be asked of the program by those who write scenarios, and with which options."""

from pathlib import Path
from typing import Annotated

import typer

from ..errors import Wrong
from .arguments import Json, Name, Seed, Size, check_seed, find_scenario, read_moment, read_size


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; all that is shipped if none.")] = None,
    as_json: Json = False,
    seeds: Annotated[int, typer.Option(help="Also run each scenario with so many seeds, and count what happens.")] = 0,
    jobs: Annotated[int, typer.Option(help="Runs at a time; -1 is one for each core.")] = -1,
    html: Annotated[Path | None, typer.Option(help="Also write a page with pictures to this file.")] = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="With --seeds: only whether it can be solved by counting. Takes minutes.")
    ] = False,
) -> None:
    """Read scenarios and say all that is wrong with them, each problem at its place."""
    from .check_scenarios import check as checked

    if seeds and (not 0 < seeds <= 10_000 or jobs == 0 or jobs < -1):
        raise Wrong("--seeds is a number from 1 to 10000, --jobs one from 1, or -1 for every core.")
    if blind and (html or not seeds):
        raise Wrong("--blind goes with --seeds, such as --seeds 200, and without --html.")
    if html:
        from .write_check_page import check_page

        raise typer.Exit(check_page([find_scenario(str(path)) for path in paths or []], seeds, jobs, html))
    if not seeds:
        raise typer.Exit(checked(paths or [], as_json=as_json))
    if code := checked(paths or [], as_json=False):
        raise typer.Exit(code)
    from game.scenario import library

    from .prove_scenarios import prove_all, prove_all_blind

    named = [find_scenario(str(path)) for path in paths or []]
    raise typer.Exit((prove_all_blind if blind else prove_all)(named or library(), seeds, jobs, as_json=as_json))


def snapshot(
    scenario: Name = "king_street_morning",
    out: Annotated[Path, typer.Option(help="The PNG file to write.")] = Path("scene.png"),
    seed: Seed = 0,
    at: Annotated[str, typer.Option(help="The moment, such as 1:30 or 45 s.")] = "1:00",
    size: Annotated[str, typer.Option(help="Width and height in px.")] = "1920x1080",
    whole: Annotated[bool, typer.Option("--whole", help="All of the place, as large as it fits.")] = False,
    truth: Annotated[bool, typer.Option("--truth", help="Show who is subject and who is decoy.")] = False,
    behaviour: Annotated[str, typer.Option(help="Instead: a tell or look-alike as a strip of moments.")] = "",
) -> None:
    """A picture of the scene at a moment, of one behaviour, or of a venue by its file."""
    check_seed(seed)
    pixels = read_size(size)
    if behaviour:
        from .draw_behaviour import behaviour_sheet

        raise typer.Exit(behaviour_sheet(find_scenario(scenario), behaviour, out, seed or 1))
    from .draw_snapshot import picture

    raise typer.Exit(picture(find_scenario(scenario), seed or 0, at, pixels, out, whole=whole, truth=truth))


def preview(
    scenario: Name,
    seed: Seed = 0,
    at: Annotated[str, typer.Option(help="Start at this moment, such as 1:30.")] = "0:00",
    tell: Annotated[str, typer.Option(help="Start where this tell or look-alike begins.")] = "",
    size: Size = "",
) -> None:
    """The scene with the truth shown, or a venue by its file, for authors; saving the file shows it anew."""
    check_seed(seed)
    pixels = read_size(size) if size else None
    from .show_preview import preview as opened

    raise typer.Exit(opened(find_scenario(scenario), seed or 0, read_moment(at), tell, pixels))


def new(
    kind: Annotated[str, typer.Argument(help="scenario, venue, behaviour or role.")],
    name: Annotated[str, typer.Argument(help="Its name, such as “monday morning”.")],
    folder: Annotated[Path, typer.Option("--in", help="The folder that you keep your scenarios in.")] = Path(),
) -> None:
    """A commented file to start from, in the folder that you are in, with schemas for editors beside it."""
    from .write_author_files import new as written

    raise typer.Exit(written(kind, name, folder))


def schema(
    kind: Annotated[str, typer.Argument(help="scenario, venue, catalogue, roles, cues or props.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write all of them as files of this folder.")] = None,
) -> None:
    """JSON Schema of an author's files, for completion and hover text in editors."""
    from .write_author_files import schema as made

    raise typer.Exit(made(kind, out))


def subtlety(
    scenario: Name = "king_street_morning",
    seeds: Annotated[int, typer.Option(help="How many times each behaviour is played.")] = 8,
    first: Annotated[int, typer.Option(help="The first seed.")] = 1,
    jobs: Annotated[int, typer.Option(help="Runs at a time; -1 is one for each core.")] = -1,
    behaviour: Annotated[str, typer.Option(help="Only this tell or look-alike, with its counterparts.")] = "",
    as_json: Json = False,
) -> None:
    """Measure how hard each tell is to see, beside its label: some minutes of work, or one behaviour in less."""
    from .measure_subtlety import subtlety as measured

    if not 4 <= seeds <= 1000 or first < 0 or jobs == 0 or jobs < -1:
        raise Wrong("--seeds is a number from 4 to 1000, --first one from 0, --jobs one from 1, or -1 for every core.")
    raise typer.Exit(measured(find_scenario(scenario), seeds, first, jobs, behaviour, as_json=as_json))


def selftest() -> None:
    """Renderer, sound, fonts, folders, versions: one line each."""
    from .test_machine import selftest as tested

    raise typer.Exit(tested())
