"""What is written after a command, made sense of."""

from pathlib import Path
from typing import Annotated

import typer

from ..errors import Wrong, near

Name = Annotated[str, typer.Argument(help="A scenario by its name (see “list”), or the path of a file.")]
Seed = Annotated[
    int | None, typer.Option(help="A whole number; the same scenario and seed give the same people and acts.")
]
Size = Annotated[str, typer.Option(help="The window, such as 1280x720.")]
Trainee = Annotated[
    str, typer.Option(help="Who practises, by a name or number of their own; else whoever did so last.")
]
Json = Annotated[bool, typer.Option("--json", help="Answer as one JSON object.")]


def check_seed(seed: int | None) -> None:
    """Refuse a seed that cannot be one. Raises Wrong."""
    if seed is not None and not 0 <= seed < 2**63:
        raise Wrong("--seed is a whole number from 0 upwards, such as 7.")


def check_name(trainee: str) -> str:
    """The name of a trainee. Raises Wrong if it cannot be one as it stands."""
    from game.screens.preferences import LONGEST_NAME

    from ..trainees import plain_name

    if trainee and (plain := plain_name(trainee)) != " ".join(trainee.split()):
        raise Wrong(
            f"--trainee is a name or number of at most {LONGEST_NAME} plain letters, such as “{plain or 'Ada'}”."
        )
    return trainee


def check_choice(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse what is not among what an option can be. Raises Wrong."""
    if value not in allowed:
        raise Wrong(f"{option} is {' or '.join(allowed)}, not “{value}”.")


def read_size(text: str) -> tuple[int, int]:
    """Width and height of a window in px. Raises Wrong."""
    width, cross, height = text.lower().replace("×", "x").partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise Wrong(f"--size is width x height in px, such as 1280x720, not “{text}”.")
    size = int(width), int(height)
    if not (320 <= size[0] <= 7680 and 240 <= size[1] <= 4320):
        raise Wrong("--size lies between 320x240 and 7680x4320.")
    return size


def read_moment(text: str) -> float:
    """A moment in s. Raises Wrong."""
    from game.scenario.units import seconds

    try:
        return seconds(text)
    except ValueError as form:
        raise Wrong(f"--at is {form}, not “{text}”.") from None


def find_scenario(name: str) -> Path:
    """The file of a scenario, by its name or path. Raises Wrong."""
    from game.scenario import find, library

    path = find(name)
    if path.is_file():
        return path
    if path.exists():
        raise Wrong(f"“{name}” is not a file that can be read as a scenario.")
    raise Wrong(f"There is no scenario “{name}”.{near(name, [path.stem for path in library()])}")
