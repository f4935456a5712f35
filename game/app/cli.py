"""The command line: what can be asked of the program, and in which words it answers."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from game import __version__
from game.invocation import command

from . import console
from .commands import for_authors, for_classes, for_trainees
from .commands.arguments import Size, Trainee, check_name, read_size
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


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    size: Size = "",
    scenarios: Annotated[
        Path | None,
        typer.Option(help="A folder of scenarios of your own for the list; else “scenarios” in your data folder."),
    ] = None,
    trainee: Trainee = "",
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


COMMANDS: Mapping[str, Callable[..., None]] = {
    "list": for_trainees.list_,
    "play": for_trainees.play,
    "progress": for_trainees.progress,
    "results": for_classes.results,
    "debrief": for_trainees.debrief,
    "hold-out": for_classes.hold_out,
    "check": for_authors.check,
    "cast": for_classes.cast,
    "handout": for_classes.handout,
    "snapshot": for_authors.snapshot,
    "preview": for_authors.preview,
    "new": for_authors.new,
    "schema": for_authors.schema,
    "subtlety": for_authors.subtlety,
    "selftest": for_authors.selftest,
}
"""What can be asked, in the order in which `--help` tells of it."""
for name, do in COMMANDS.items():
    app.command(name)(do)
records.command("verify")(for_trainees.verify)


def main() -> NoReturn:
    """Run the command line; whatever happens, end with one clear sentence and an exit code."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    console.prepare()
    stop_in_order()
    sys.exit(obey())


def obey() -> int:
    """Do what the command line asks; the exit code."""
    try:
        told = app(prog_name=command(), standalone_mode=False)
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
