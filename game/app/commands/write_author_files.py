"""What `new` and `schema` write, and the exit codes they end with: 0 fine, 2 wrong use or surroundings."""

from pathlib import Path

from game.authoring import KINDS, Refused, role_name, stock, write_all
from game.authoring import new as written
from game.authoring import schema as made
from game.invocation import command, quote

from ..console import answer, complain, say

NEXT = {
    "scenario": ("check", "play", "preview"),
    "venue": ("check", "preview"),
    "behaviour": ("check",),
    "role": ("check",),
}
"""What one does with a new file of each kind, in this order."""


def new(kind: str, name: str, folder: Path = Path()) -> int:
    """Write a commented, sound file to start from, and say where it is and what to do next."""
    try:
        file = written(kind, name, folder)
    except Refused as refused:
        complain(str(refused))
        return 2
    except OSError as trouble:
        complain(f"Nothing was written: {trouble.strerror or trouble}.")
        return 2
    say(f"Written: {file.resolve()}")
    say("Open it in an editor: the remarks in it say what each part is for. Then, from this folder:")
    say(*(f"  {command()} {word} {quote(file)}" for word in NEXT[kind]))
    there = file.resolve().parent.parent
    if kind == "role":
        say(f"In a scenario of {file.resolve().parent}, say “role: {role_name(name)}” in a line of its crowd.")
    if kind == "venue":
        say(f"In a scenario of {there}, say “venue: {file.stem}”.")
    if kind == "behaviour":
        say(f"In a scenario of {there}, say “tell: {file.stem}”, or “look_alike: {file.stem}_innocently” of a decoy.")
    return 0


def schema(kind: str = "", out: Path | None = None, folder: Path = Path()) -> int:
    """Print the JSON Schema of a kind of file, or write all of them to a folder."""
    if out is not None:
        try:
            files = write_all(out, stock(folder))
        except OSError as trouble:
            complain(f"Nothing was written: {trouble.strerror or trouble}.")
            return 2
        say(*map(str, files))
        return 0
    if kind not in KINDS:
        complain(f"Which schema? One of {', '.join(KINDS)}; or all of them with --out FOLDER.")
        return 2
    answer(made(kind, stock(folder)))
    return 0
