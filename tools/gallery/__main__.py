"""`python -m tools.gallery`: draw every picture, or a part of them."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.app.errors import Wrong

from .gallery import FRONT, PARTS, front_picture, gallery


def main(
    out: Annotated[Path, typer.Option(help="The folder to write.")] = Path("docs/gallery"),
    only: Annotated[str, typer.Option(help="A part: things, scenarios, screens, or front for the README's.")] = "",
) -> None:
    """Pictures of all people, things, places, scenarios and screens, and a page that shows them."""
    if only not in {"", "front", *PARTS}:
        raise Wrong(f"--only is front or {' or '.join(PARTS)}, not “{only}”.")
    sys.exit(front_picture(FRONT) if only == "front" else gallery(out, (only,) if only else PARTS))


if __name__ == "__main__":
    try:
        typer.run(main)
    except Wrong as why:
        sys.exit(str(why))
