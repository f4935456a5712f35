"""The game: a window, its first screen, and one sentence where that cannot be."""

import signal
import sys
from pathlib import Path

from ..screens.screen import Push
from ..screens.style import Style
from ..screens.ways import Mode
from . import settings
from .memory import one_heap
from .rooms import Rooms
from .shelf import playable
from .window import NoScreen, Window, open_window

NO_SCREEN = (
    "There is no screen here to open a window on. Without one, try "
    "“python main.py play king_street_morning --robot skilled --headless”."
)


def run(size: tuple[int, int] | None = None, own: Path | None = None) -> int:
    """The game, from its title; with the scenarios of a folder of one's own on its list."""
    return _run(size, own, None)


def play_now(path: Path, seed: int | None, mode: str, size: tuple[int, int] | None) -> int:
    """The game, straight to the briefing of a scenario. Raises what is wrong with its file."""
    return _run(size, None, (path, seed, "assess" if mode == "assess" else "practice"))


def _run(size: tuple[int, int] | None, own: Path | None, straight: tuple[Path, int | None, Mode] | None) -> int:
    one_heap()
    try:
        home = settings.folder()
    except settings.Unusable as why:
        return say(str(why))
    preferences = settings.load(home)
    offer = playable(straight[0], home) if straight else None
    try:
        surface = open_window(size, full=preferences.full_screen and size is None)
    except NoScreen:
        return say(NO_SCREEN)
    style = Style(surface.get_size())
    own = home / "scenarios" if own is None else own
    rooms = Rooms(style, home, preferences, [own, *([offer.path] if offer else [])])
    window = Window(style, surface, rooms.title(), rooms.full_screen)
    if straight and offer:
        _, seed, mode = straight
        window.take(Push(rooms.scenarios()))
        window.take(Push(rooms.briefing(offer, mode, seed)))
    stopped = window.run(rooms.open)
    if stopped in (signal.SIGINT, signal.SIGTERM):
        say("Stopped; what was played is kept.")
        return 128 + stopped
    return 0


def say(sentence: str) -> int:
    """A sentence on standard error, and the exit code for the surroundings."""
    print(sentence, file=sys.stderr)
    return 2
