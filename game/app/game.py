"""The game: a window, its first screen, and one sentence where that cannot be."""

import signal
import sys
from pathlib import Path

from ..screens.screen import Push, Screen
from ..screens.style import Style
from ..screens.ways import Mode, Offer
from . import settings
from .memory import one_heap
from .rooms import Rooms
from .window import NoScreen, Window, open_window

NO_SCREEN = (
    "There is no screen here to open a window on. Without one, try "
    "“python main.py play king_street_morning --robot skilled --headless”."
)


def run(size: tuple[int, int] | None = None) -> int:
    """The game, from its title."""
    return _run(size, None)


def play_now(path: Path, seed: int | None, mode: str, size: tuple[int, int] | None) -> int:
    """The game, straight into a scenario."""
    return _run(size, (path, seed, "assess" if mode == "assess" else "practice"))


def _run(size: tuple[int, int] | None, straight: tuple[Path, int | None, Mode] | None) -> int:
    one_heap()
    try:
        home = settings.folder()
    except settings.Unusable as why:
        return say(str(why))
    preferences = settings.load(home)
    try:
        surface = open_window(size, full=preferences.full_screen and size is None)
    except NoScreen:
        return say(NO_SCREEN)
    style = Style(surface.get_size())
    rooms = Rooms(style, home, preferences)
    window = Window(style, surface, rooms.title(), rooms.full_screen)
    if straight:
        window.take(Push(_straight(rooms, *straight)))
    stopped = window.run(rooms.open)
    if stopped in (signal.SIGINT, signal.SIGTERM):
        say("Stopped; what was played is kept.")
        return 128 + stopped
    return 0


def _straight(rooms: Rooms, path: Path, seed: int | None, mode: Mode) -> Screen:
    return rooms.play(Offer(id=path.stem, title=path.stem.replace("_", " "), path=path), mode, seed)


def say(sentence: str) -> int:
    """A sentence on standard error, and the exit code for the surroundings."""
    print(sentence, file=sys.stderr)
    return 2
