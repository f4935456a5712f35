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
from .commands.arguments import check_choice, check_name, check_seed, find_scenario, read_moment, read_size
from .errors import Wrong, explain
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
        raise Wrong(f"--trainee goes with the game itself, or after the command: play … --trainee {trainee}.")
    if scenarios and not scenarios.is_dir():
        raise Wrong(f"There is no folder “{scenarios}” to take scenarios from.")
    if context.invoked_subcommand is None:
        from .game import run

        raise typer.Exit(run(read_size(size) if size else None, scenarios, name=check_name(trainee)))


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
    trainee: Annotated[
        str, typer.Option(help="Who practises, by a name or number of their own; else whoever did so last.")
    ] = "",
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
) -> None:
    """Play a scenario: in the window, from its briefing on; or headless, by a robot."""
    check_seed(seed)
    check_choice("--mode", mode, ("practice", "assess"))
    if prevalence:
        check_choice("--prevalence", prevalence, ("as written", "none"))
    if not headless:
        if robot or as_json:
            raise Wrong("--robot and --json need --headless: a robot has no use for a window.")
        from .commands.play_briefed import briefed_terms, play_briefed

        terms = briefed_terms(mode, seed, prevalence)
        raise typer.Exit(
            play_briefed(find_scenario(scenario), terms, read_size(size) if size else None, check_name(trainee))
        )
    if trainee:
        raise Wrong("--trainee is who sits at the window; a robot goes by its own name, and without --trainee.")
    from .commands.play_headless import play_headless

    raise typer.Exit(
        play_headless(
            find_scenario(scenario), seed or 0, robot or "skilled", mode, prevalence, as_json=as_json, keep=keep
        )
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
    marks: Annotated[
        str, typer.Option(help="With --html: instead, when and where all of them marked in this scenario.")
    ] = "",
    seeds: Annotated[
        int, typer.Option(help="With --html: also run what was sat 30 times or more so often, for robots beside.")
    ] = 0,
) -> None:
    """What a class needs: who misses what, and how; from the records of each trainee."""
    from .commands.class_results import ClassWanted
    from .commands.class_results import results as told

    if (marks or seeds) and not html:
        raise Wrong("--marks and --seeds are for a page: write --html FILE as well.")
    if marks and (table or seeds):
        raise Wrong("--marks makes a page of its own, without --csv and --seeds.")
    if not 0 <= seeds <= 1000:
        raise Wrong("--seeds is a number from 1 to 1000.")
    raise typer.Exit(told(folders, ClassWanted(html, table, marks, seeds)))


@app.command()
def debrief(
    record: Annotated[Path, typer.Argument(help="The file of a past exercise: any trainee's.")],
    html: Annotated[Path | None, typer.Option("--html", help="Instead of a window: write it as a page.")] = None,
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
) -> None:
    """A past exercise told: in the window, to be seen again moment by moment; or on a page to print."""
    from .commands.tell_debrief import debrief as told

    raise typer.Exit(told(record, html, read_size(size) if size else None))


@app.command("hold-out")
def hold_out(
    names: Annotated[list[str] | None, typer.Argument(help="Tells and look-alikes, by the names of the guide.")] = None,
    none: Annotated[bool, typer.Option("--none", help="Hold out nothing any more.")] = False,
) -> None:
    """Keep tells and look-alikes for a course's tests: neither guide nor drills show them. Without names, say which."""
    from .commands.hold_out import hold_out as held

    raise typer.Exit(held(names or [], none=none))


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

        raise typer.Exit(check_page([find_scenario(str(path)) for path in paths or []], seeds, jobs, html))
    if not seeds:
        raise typer.Exit(checked(paths or [], as_json=as_json))
    if code := checked(paths or [], as_json=False):
        raise typer.Exit(code)
    from game.scenario import library

    from .commands.prove_scenarios import prove_all, prove_all_blind

    named = [find_scenario(str(path)) for path in paths or []]
    raise typer.Exit((prove_all_blind if blind else prove_all)(named or library(), seeds, jobs, as_json=as_json))


@app.command()
def cast(scenario: Name, seed: Seed = 0, as_json: Json = False) -> None:
    """The call sheet: who does what when. For instructors; it gives the answers away."""
    check_seed(seed)
    from .commands.print_cast import call_sheet

    raise typer.Exit(call_sheet(find_scenario(scenario), seed or 0, as_json=as_json))


@app.command()
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
    from .commands.write_handout import answers_page, handout_page

    found = find_scenario(scenario)
    if answers:
        raise typer.Exit(answers_page(found, seed or 0, out or Path("answers.html")))
    raise typer.Exit(handout_page(found, seed, out or Path("handout.html")))


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
    check_seed(seed)
    pixels = read_size(size)
    if behaviour:
        from .commands.draw_behaviour import behaviour_sheet

        raise typer.Exit(behaviour_sheet(find_scenario(scenario), behaviour, out, seed or 1))
    from .commands.draw_snapshot import picture

    raise typer.Exit(picture(find_scenario(scenario), seed or 0, at, pixels, out, whole=whole, truth=truth))


@app.command()
def preview(
    scenario: Name,
    seed: Seed = 0,
    at: Annotated[str, typer.Option(help="Start at this moment, such as 1:30.")] = "0:00",
    tell: Annotated[str, typer.Option(help="Start where this tell or look-alike begins.")] = "",
    size: Annotated[str, typer.Option(help="The window, such as 1280x720.")] = "",
) -> None:
    """The scene with the truth shown, or a venue by its file, for authors; saving the file shows it anew."""
    check_seed(seed)
    pixels = read_size(size) if size else None
    from .commands.show_preview import preview as opened

    raise typer.Exit(opened(find_scenario(scenario), seed or 0, read_moment(at), tell, pixels))


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
    raise typer.Exit(measured(find_scenario(scenario), seeds, first, jobs, behaviour, as_json=as_json))


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
