"""What `new` and `schema` write, and the exit codes they end with: 0 fine, 2 wrong use or surroundings."""

import sys
from pathlib import Path

from ..authoring import KINDS, Refused, as_text, stock, write_all
from ..authoring import new as written
from ..authoring import schema as made


def new(kind: str, name: str, folder: Path = Path()) -> int:
    """Write a commented, sound file to start from, and say what to do next."""
    try:
        file = written(kind, name, folder)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except OSError as trouble:
        print(f"Nothing was written: {trouble.strerror or trouble}.", file=sys.stderr)
        return 2
    print(f"{file} is written. Open it in an editor, then: python main.py check {file}")
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
