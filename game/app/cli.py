"""The command line: what can be asked of the program, and in which words it answers."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from game import __version__
from game.invocation import command

from . import console
from .errors import Wrong, explain, near
from .stopping import Stopped, stop_in_order

EXAMPLES = f"""\b
Examples:
  {command()}                                   the game
  {command()} --scenarios my_scenarios          the game, with scenarios of your own on its list
  {command()} list                              the scenarios there are
  {command()} play king_street_morning          straight to the briefing of one of them
  {command()} play king_street_morning --robot skilled --headless --seed 7
  {command()} new scenario "my scene" --in my_scenarios    a file to start from
  {command()} check my_scenarios/my_scene.yaml             is what I wrote in order?

\b
Exit codes: 0 fine, 1 problems in what was written, 2 wrong use or
surroundings, 129, 130 or 143 stopped from outside.
"""
FINE, CONTENT, USAGE = 0, 1, 2

app = typer.Typer(
    add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Second Look: practise noticing signs of hostile reconnaissance in busy places.", epilog=EXAMPLES,
)

records = typer.Typer(no_args_is_help=True, help="Past exercises: are they as they were written?")
app.add_typer(records, name="records")

Name = Annotated[str, typer.Argument(help="A scenario by its name (see “list”), or the path of a file.")]
Seed = Annotated[
    int | None, typer.Option(help="A whole number; the same scenario and seed give the same people and acts.")
]
Json = Annotated[bool, typer.Option("--json", help="Answer as one JSON object.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
    scenarios: Annotated[
        Path | None,
        typer.Option(help="A folder of scenarios of your own for the list; else “scenarios” in your data folder."),
    ] = None,
    trainee: Annotated[
        str, typer.Option(help="Who practises, by a name or number of their own; else whoever did so last.")
    ] = "",
    version: Annotated[bool, typer.Option("--version", help="Say which Second Look this is, and no more.")] = False,
) -> None:
    """Second Look: practise noticing signs of hostile reconnaissance in busy places."""
    if version:
        console.say(f"Second Look {__version__}")
        raise typer.Exit
    if context.invoked_subcommand and size:
        raise Wrong(f"Write --size after the command: {context.invoked_subcommand} … --size {size}.")
    if context.invoked_subcommand and scenarios:
        raise Wrong(f"--scenarios is for the game's own list and goes without “{context.invoked_subcommand}”.")
    if context.invoked_subcommand and trainee:
        raise Wrong(f"--trainee chooses who sits down to the game and goes without “{context.invoked_subcommand}”.")
    if scenarios and not scenarios.is_dir():
        raise Wrong(f"There is no folder “{scenarios}” to take scenarios from.")
    if context.invoked_subcommand is None:
        from .game import run

        raise typer.Exit(run(_size(size) if size else None, scenarios, name=_name(trainee)))


@app.command("list")
def list_(
    folder: Annotated[Path | None, typer.Argument(help="A folder of your own; those shipped if none.")] = None,
    as_json: Json = False,
) -> None:
    """The scenarios there are."""
    from .commands.list_scenarios import listing

    raise typer.Exit(listing(folder, as_json=as_json))


@app.command()
def play(
    scenario: Name,
    seed: Seed = None,
    mode: Annotated[str, typer.Option(help="practice (the clock can be stopped) or assess.")] = "practice",
    robot: Annotated[str, typer.Option(help="Let a synthetic trainee watch: silent, novice, skilled, ideal …")] = "",
    headless: Annotated[bool, typer.Option("--headless", help="Without a window, as fast as it goes.")] = False,
    prevalence: Annotated[str, typer.Option(help="as written, or none: the same scene without its subjects.")] = "",
    keep: Annotated[bool, typer.Option("--keep", help="Headless: keep a record, as of any exercise.")] = False,
    as_json: Json = False,
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
) -> None:
    """Play a scenario: in the window, from its briefing on; or headless, by a robot."""
    _whole(seed)
    _one_of("--mode", mode, ("practice", "assess"))
    if prevalence:
        _one_of("--prevalence", prevalence, ("as written", "none"))
    if not headless:
        if robot or as_json:
            raise Wrong("--robot and --json need --headless: a robot has no use for a window.")
        from .briefed import play_briefed

        raise typer.Exit(play_briefed(_found(scenario), seed, mode, prevalence, _size(size) if size else None))
    from .commands.play_headless import play_headless

    raise typer.Exit(
        play_headless(_found(scenario), seed or 0, robot or "skilled", mode, prevalence, as_json=as_json, keep=keep)
    )


@app.command()
def progress(
    records: Annotated[Path | None, typer.Argument(help="A folder of records; the program's own if none.")] = None,
    trainee: Annotated[str, typer.Option(help="Whose: a trainee's or a robot's; else of whoever gave no name.")] = "",
    as_json: Json = False,
) -> None:
    """What past exercises say together: plain counts, and how sure anything more can be."""
    from .commands.tell_progress import progress as told

    raise typer.Exit(told(records, trainee, as_json=as_json))


@app.command()
def results(
    folders: Annotated[list[Path], typer.Argument(help="A folder of records for each trainee, named after them.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write a page of the class, to read or to print.")] = None,
    table: Annotated[Path | None, typer.Option("--csv", help="Write a table, a line for each exercise.")] = None,
) -> None:
    """What a class needs: who misses what, and how; from the records of each trainee."""
    from .commands.class_results import results as told

    raise typer.Exit(told(folders, html, table))


@records.command()
def verify(
    path: Annotated[Path | None, typer.Argument(help="A record, or a folder; the program's own if none.")] = None,
    as_json: Json = False,
) -> None:
    """Say whether records are as they were written: whole, cut, changed or unsealed. 0 if all are whole, else 1."""
    from .commands.verify_records import verify as verified

    raise typer.Exit(verified(path, as_json=as_json))


@app.command()
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
    from .commands.check_scenarios import check as checked

    if seeds and (not 0 < seeds <= 10_000 or jobs == 0 or jobs < -1):
        raise Wrong("--seeds is a number from 1 to 10000, --jobs one from 1, or -1 for every core.")
    if blind and (html or not seeds):
        raise Wrong("--blind goes with --seeds, such as --seeds 200, and without --html.")
    if html:
        from .commands.write_check_page import check_page

        raise typer.Exit(check_page([_found(str(path)) for path in paths or []], seeds, jobs, html))
    if not seeds:
        raise typer.Exit(checked(paths or [], as_json=as_json))
    if code := checked(paths or [], as_json=False):
        raise typer.Exit(code)
    from game.scenario import library

    from .commands.prove_scenarios import proving, proving_blind

    named = [_found(str(path)) for path in paths or []]
    raise typer.Exit((proving_blind if blind else proving)(named or library(), seeds, jobs, as_json=as_json))


@app.command()
def cast(scenario: Name, seed: Seed = 0, as_json: Json = False) -> None:
    """The call sheet: who does what when. For instructors; it gives the answers away."""
    _whole(seed)
    from .commands.print_cast import call_sheet

    raise typer.Exit(call_sheet(_found(scenario), seed or 0, as_json=as_json))


@app.command()
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
    _whole(seed)
    pixels = _size(size)
    if behaviour:
        from .commands.draw_behaviour import behaviour_sheet

        raise typer.Exit(behaviour_sheet(_found(scenario), behaviour, out, seed or 1))
    from .commands.draw_snapshot import picture

    raise typer.Exit(picture(_found(scenario), seed or 0, at, pixels, out, whole=whole, truth=truth))


@app.command()
def preview(
    scenario: Name,
    seed: Seed = 0,
    at: Annotated[str, typer.Option(help="Start at this moment, such as 1:30.")] = "0:00",
    tell: Annotated[str, typer.Option(help="Start where this tell or look-alike begins.")] = "",
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
) -> None:
    """The scene with the truth shown, or a venue by its file, for authors; saving the file shows it anew."""
    _whole(seed)
    pixels = _size(size) if size else None
    from .commands.show_preview import preview as opened

    raise typer.Exit(opened(_found(scenario), seed or 0, _moment(at), tell, pixels))


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="scenario, venue, behaviour or role.")],
    name: Annotated[str, typer.Argument(help="Its name, such as “monday morning”.")],
    folder: Annotated[Path, typer.Option("--in", help="The folder that you keep your scenarios in.")] = Path(),
) -> None:
    """A commented file to start from, in the folder that you are in, with schemas for editors beside it."""
    from .commands.write_author_files import new as written

    raise typer.Exit(written(kind, name, folder))


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(help="scenario, venue, catalogue, roles, cues or props.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write all of them as files of this folder.")] = None,
) -> None:
    """JSON Schema of an author's files, for completion and hover text in editors."""
    from .commands.write_author_files import schema as made

    raise typer.Exit(made(kind, out))


@app.command()
def subtlety(
    scenario: Name = "king_street_morning",
    seeds: Annotated[int, typer.Option(help="How many times each behaviour is played.")] = 8,
    first: Annotated[int, typer.Option(help="The first seed.")] = 1,
    jobs: Annotated[int, typer.Option(help="Runs at a time; -1 is one for each core.")] = -1,
    behaviour: Annotated[str, typer.Option(help="Only this tell or look-alike, with its counterparts.")] = "",
    as_json: Json = False,
) -> None:
    """Measure how hard each tell is to see, beside its label: some minutes of work, or one behaviour in less."""
    from .commands.measure_subtlety import subtlety as measured

    if not 4 <= seeds <= 1000 or first < 0 or jobs == 0 or jobs < -1:
        raise Wrong("--seeds is a number from 4 to 1000, --first one from 0, --jobs one from 1, or -1 for every core.")
    raise typer.Exit(measured(_found(scenario), seeds, first, jobs, behaviour, as_json=as_json))


@app.command()
def selftest() -> None:
    """Renderer, sound, fonts, folders, versions: one line each."""
    from .commands.test_machine import selftest as tested

    raise typer.Exit(tested())


def main() -> NoReturn:
    """Run the command line; whatever happens, end with one clear sentence and an exit code."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    console.prepare()
    stop_in_order()
    sys.exit(_run(lambda: app(prog_name=command(), standalone_mode=False)))


def _run(do: Callable[[], object]) -> int:
    try:
        told = do()
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # typer itself makes the second out of the first
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Stopped as why:
        return _say("Stopped.", 128 + why.number)
    except (KeyboardInterrupt, typer.Abort):
        return _say("Stopped.", 130)
    except Exception as why:
        return _excuse(why)
    return told if isinstance(told, int) else FINE


def _excuse(why: Exception) -> int:
    if isinstance(why, Wrong):
        return _say(str(why), why.code)
    if hasattr(why, "format_message"):  # what typer raises for wrong use, whichever click it brings
        said = str(why.format_message())
        return _say(f"{said if said.endswith(('.', '?')) else said + '.'} See “{command()} --help”.", USAGE)
    if problems := getattr(why, "problems", None):
        from game.scenario import render

        return _say("\n\n".join(render(problem) for problem in problems), CONTENT)
    return _say(explain(why), USAGE)


def _say(sentence: str, code: int) -> int:
    console.complain(sentence)
    return code


def _whole(seed: int | None) -> None:
    if seed is not None and not 0 <= seed < 2**63:
        raise Wrong("--seed is a whole number from 0 upwards, such as 7.")


def _name(trainee: str) -> str:
    from game.screens.preferences import LONGEST_NAME

    from .trainees import plain_name

    if trainee and (plain := plain_name(trainee)) != " ".join(trainee.split()):
        raise Wrong(
            f"--trainee is a name or number of at most {LONGEST_NAME} plain letters, such as “{plain or 'Ada'}”."
        )
    return trainee


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Wrong(f"{option} is {' or '.join(allowed)}, not “{value}”.")


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().replace("×", "x").partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise Wrong(f"--size is width x height in px, such as 1280x720, not “{text}”.")
    size = int(width), int(height)
    if not (320 <= size[0] <= 7680 and 240 <= size[1] <= 4320):
        raise Wrong("--size lies between 320x240 and 7680x4320.")
    return size


def _moment(text: str) -> float:
    from game.scenario.units import seconds

    try:
        return seconds(text)
    except ValueError as form:
        raise Wrong(f"--at is {form}, not “{text}”.") from None


def _found(name: str) -> Path:
    from game.scenario import find, library

    path = find(name)
    if path.is_file():
        return path
    if path.exists():
        raise Wrong(f"“{name}” is not a file that can be read as a scenario.")
    raise Wrong(f"There is no scenario “{name}”.{near(name, [one.stem for one in library()])}")
