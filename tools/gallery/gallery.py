"""`gallery`: pictures of everything there is to see, and a page that shows them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.app.errors import Wrong
from tools.gallery.drawn import Drawn, draw_all
from tools.gallery.screens_shown import front, photographs
from tools.gallery.telling import draw_scenarios

INTRODUCTION = """# Gallery

Made by `python -m tools.gallery`, from the program as it is: people, things, places, scenarios and screens. After a
change to what is drawn, make it anew and look through it.
"""
PARTS = ("things", "scenarios", "screens")
FRONT = Path("docs/images/king_street_morning.png")


def gallery(out: Path, parts: tuple[str, ...] = PARTS) -> int:
    """Draw all parts asked for into a folder, and write its page."""
    pygame.font.init()
    with TemporaryDirectory() as home:
        hang(_pictures(parts, Path(home)), out)
    return 0


def hang(pictures: Iterable[Drawn], out: Path) -> None:
    """Save pictures in a folder as they come, and write its page over these and those that are there already."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise Wrong(f"The gallery cannot be written to {out}: {why.strerror or why}.") from None
    known = _page_of(out)
    for drawn in pictures:
        pygame.image.save(drawn.picture, str(out / drawn.file))
        known[drawn.file] = (drawn.chapter, drawn.words)
        print(f"{out / drawn.file}  {drawn.picture.get_width()} × {drawn.picture.get_height()}", flush=True)
    (out / "README.md").write_text(_page(known, out), encoding="utf-8")
    size = sum(file.stat().st_size for file in out.iterdir()) / 1e6
    print(f"{out / 'README.md'}: {len(known)} pictures, {size:.1f} MB")


def front_picture(out: Path) -> int:
    """The picture at the head of the README, in colours few enough for a small file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    with TemporaryDirectory() as home:
        picture = front(Path(home))
    pixels = pygame.surfarray.pixels3d(picture)
    pixels[:] = pixels & 0xFC | 0x02
    del pixels
    pygame.image.save(picture, str(out))
    print(f"{out}: {out.stat().st_size / 1e6:.2f} MB")
    return 0


def _pictures(parts: tuple[str, ...], home: Path) -> Iterator[Drawn]:
    if "things" in parts:
        yield from draw_all()
    if "scenarios" in parts:
        yield from draw_scenarios()
    if "screens" in parts:
        yield from photographs(home)


def _page(known: dict[str, tuple[str, str]], out: Path) -> str:
    lines, chapter = [INTRODUCTION], ""
    for file, (heading, words) in known.items():
        if not (out / file).is_file():
            continue
        if heading != chapter:
            chapter = heading
            lines.append(f"\n## {heading}\n")
        lines.append(f"{words}\n\n![{words}]({file})\n")
    return "\n".join(lines)


def _page_of(out: Path) -> dict[str, tuple[str, str]]:
    """What the page shows already, so that a part can be drawn anew by itself."""
    page, chapter, found = out / "README.md", "", {}
    if page.is_file():
        for line in page.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                chapter = line[3:]
            elif line.startswith("![") and line.endswith(")"):
                words, _, file = line[2:-1].rpartition("](")
                found[file] = (chapter, words)
    return found
