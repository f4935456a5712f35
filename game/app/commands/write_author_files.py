"""What `new` and `schema` write, and the exit codes they end with: 0 fine, 2 wrong use or surroundings."""

import sys
from pathlib import Path

from game.authoring import KINDS, Refused, as_text, role_name, stock, write_all
from game.authoring import new as written
from game.authoring import schema as made
from game.invocation import command, quoted

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
        print(refused, file=sys.stderr)
        return 2
    except OSError as trouble:
        print(f"Nothing was written: {trouble.strerror or trouble}.", file=sys.stderr)
        return 2
    print(f"Written: {file.resolve()}")
    print("Open it in an editor: the remarks in it say what each part is for. Then, from this folder:")
    print("\n".join(f"  {command()} {word} {quoted(file)}" for word in NEXT[kind]))
    there = file.resolve().parent.parent
    if kind == "role":
        print(f"In a scenario of {file.resolve().parent}, say “role: {role_name(name)}” in a line of its crowd.")
    if kind == "venue":
        print(f"In a scenario of {there}, say “venue: {file.stem}”.")
    if kind == "behaviour":
        print(f"In a scenario of {there}, say “tell: {file.stem}”, or “look_alike: {file.stem}_innocently” of a decoy.")
    return 0


def schema(kind: str = "", out: Path | None = None, folder: Path = Path()) -> int:
    """Print the JSON Schema of a kind of file, or write all of them to a folder."""
    if out is not None:
        try:
            files = write_all(out, stock(folder))
        except OSError as trouble:
            print(f"Nothing was written: {trouble.strerror or trouble}.", file=sys.stderr)
            return 2
        print("\n".join(str(file) for file in files))
        return 0
    if kind not in KINDS:
        print(f"Which schema? One of {', '.join(KINDS)}; or all of them with --out FOLDER.", file=sys.stderr)
        return 2
    print(as_text(made(kind, stock(folder))), end="")
    return 0
