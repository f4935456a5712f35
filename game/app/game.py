"""The game: a window, its first screen, and one sentence where that cannot be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.invocation import command
from game.screens.navigation import Offer, PlayTerms
from game.widgets.screen import Push
from game.widgets.style import Style

from . import settings_file
from .console import complain
from .memory import one_heap
from .navigator import Rooms
from .offers import own_places
from .trainees import sat_last
from .window import NoScreen, Window, open_window

NO_SCREEN = (
    "There is no screen here to open a window on. Without one, try "
    f"“{command()} play king_street_morning --robot skilled --headless”."
)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The scenario whose briefing comes first: `offer` reads it, given the data folder."""

    offer: Callable[[Path], Offer]
    terms: PlayTerms


def run(
    size: tuple[int, int] | None = None, own: Path | None = None, asked: AskedFor | None = None, name: str = "",
    record: Path | None = None,
) -> int:
    """The game, from its title, a briefing or the debrief of a `record`; with one's own scenarios on its list.

    Whoever sat here last sits here, unless another `name` is given.
    """
    one_heap()
    try:
        home = settings_file.folder()
    except settings_file.Unusable as why:
        return say(str(why))
    last = sat_last(home)
    preferences = settings_file.load(last.folder)
    offer = asked.offer(home) if asked else None
    try:
        surface = open_window(size, full=preferences.full_screen and size is None)
    except NoScreen:
        return say(NO_SCREEN)
    style = Style(surface.get_size())
    rooms = Rooms(style, home, preferences, [*own_places(home, own), *([offer.path] if offer else [])], last.name)
    if name and (problem := rooms.sit(name)):
        return say(problem)
    window = Window(style, surface, rooms.title(), rooms.full_screen, lambda: rooms.preferences.keys)
    if asked and offer:
        window.take(Push(rooms.scenarios()))
        window.take(Push(rooms.briefing(offer, asked.terms)))
    if record:
        window.take(Push(rooms.debrief(record)))
    stopped = window.run(rooms.open)
    if stopped:
        say("Stopped; what was played is kept.")
        return 128 + stopped
    return 0


def say(sentence: str) -> int:
    """A sentence on standard error, and the exit code for the surroundings."""
    complain(sentence)
    return 2
