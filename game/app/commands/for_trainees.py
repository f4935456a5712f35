"""What can be asked of the program about practising, and with which options."""

from pathlib import Path
from typing import Annotated

import typer

from ..errors import Wrong
from .arguments import Json, Name, Seed, Size, Trainee, check_choice, check_name, check_seed, find_scenario, read_size


def list_(
    folder: Annotated[Path | None, typer.Argument(help="A folder of your own; those shipped if none.")] = None,
    as_json: Json = False,
) -> None:
    """The scenarios there are."""
    from .list_scenarios import listing

    raise typer.Exit(listing(folder, as_json=as_json))


def play(
    scenario: Name,
    seed: Seed = None,
    mode: Annotated[str, typer.Option(help="practice (the clock can be stopped) or assess.")] = "practice",
    robot: Annotated[str, typer.Option(help="Let a synthetic trainee watch: silent, novice, skilled, ideal …")] = "",
    headless: Annotated[bool, typer.Option("--headless", help="Without a window, as fast as it goes.")] = False,
    prevalence: Annotated[str, typer.Option(help="as written, or none: the same scene without its subjects.")] = "",
    keep: Annotated[bool, typer.Option("--keep", help="Headless: keep a record, as of any exercise.")] = False,
    as_json: Json = False,
    trainee: Trainee = "",
    size: Size = "",
) -> None:
    """Play a scenario: in the window, from its briefing on; or headless, by a robot."""
    check_seed(seed)
    check_choice("--mode", mode, ("practice", "assess"))
    if prevalence:
        check_choice("--prevalence", prevalence, ("as written", "none"))
    if not headless:
        if robot or as_json:
            raise Wrong("--robot and --json need --headless: a robot has no use for a window.")
        from .play_briefed import make_terms, play_briefed

        terms = make_terms(mode, seed, prevalence)
        raise typer.Exit(
            play_briefed(find_scenario(scenario), terms, read_size(size) if size else None, check_name(trainee))
        )
    if trainee:
        raise Wrong("--trainee is who sits at the window; a robot goes by its own name, and without --trainee.")
    from .play_headless import play_headless

    raise typer.Exit(
        play_headless(
            find_scenario(scenario), seed or 0, robot or "skilled", mode, prevalence, as_json=as_json, keep=keep
        )
    )


def progress(
    records: Annotated[Path | None, typer.Argument(help="A folder of records; the program's own if none.")] = None,
    trainee: Annotated[str, typer.Option(help="Whose: a trainee's or a robot's; else of whoever gave no name.")] = "",
    as_json: Json = False,
) -> None:
    """What past exercises say together: plain counts, and how sure anything more can be."""
    from .tell_progress import progress as told

    raise typer.Exit(told(records, trainee, as_json=as_json))


def debrief(
    record: Annotated[Path, typer.Argument(help="The file of a past exercise: any trainee's.")],
    html: Annotated[Path | None, typer.Option("--html", help="Instead of a window: write it as a page.")] = None,
    size: Size = "",
) -> None:
    """A past exercise told: in the window, to be seen again moment by moment; or on a page to print."""
    from .tell_debrief import debrief as told

    raise typer.Exit(told(record, html, read_size(size) if size else None))


def verify(
    path: Annotated[Path | None, typer.Argument(help="A record, or a folder; the program's own if none.")] = None,
    as_json: Json = False,
) -> None:
    """Say whether records are as they were written: whole, cut, changed or unsealed. 0 if all are whole, else 1."""
    from .verify_records import verify as verified

    raise typer.Exit(verified(path, as_json=as_json))
