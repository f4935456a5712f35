"""A window on the dummy video driver, driven by real pygame events, and a scenario short enough to play in a test."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame

from game.app.navigator import Rooms
from game.app.window import Window, open_window
from game.course import Mode
from game.screens.navigation import Offer
from game.screens.preferences import Preferences
from game.screens.watch.watch_screen import Watch
from game.widgets.screen import Screen
from game.widgets.style import Style
from game.widgets.widget import Widget

SEED = 7
SCENARIO = """
scenario: A short watch
venue: king_street_station
summary: Half a minute in a quiet hall.
briefing: {objective: Try the screens., text: Watch the hall for half a minute., deployment: plain clothes}
clock: {starts: "10:40", lasts: 30 s}
crowd:
  - {role: waiting passenger, present: 14, from: [west door], to: [platform 1, platform 3]}
  - {role: security guard, present: 2, at: [north guard, south guard]}
decoys:
  - arrive: 0-1 s
    role: tourist
    from: west door
    carries: camera
    look_alikes: [{name: films_departure_board, target: departure board}]
    account: {claims: I am on holiday.}
"""


def written(folder: Path, text: str = SCENARIO) -> Path:
    """The scenario as a file."""
    path = folder / "short_watch.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def offer(path: Path) -> Offer:
    """The scenario as a list would offer it."""
    return Offer(
        id="short_watch", title="A short watch", path=path, minutes=0.5, starts="10:40", post="control room",
        place="King Street Station concourse", deployment="plain clothes", objective="Try the screens.",
        text="Watch the hall for half a minute.", baseline="Few people are here.", summary="Half a minute in the hall.",
    )


def watched(folder: Path, text: str = SCENARIO) -> tuple["Playroom", Watch]:
    """A window in which an exercise of the scenario is being watched, with its home in the folder."""
    room = Playroom(folder / "home")
    room.rooms.shelf.offers.append(offer(written(folder, text)))
    room.rooms.shelf.ready = True
    return room, room.start()


class KnownRooms(Rooms):
    """The rooms as they are, but for the seed of an exercise: a fresh one would be another test each time."""

    def play(self, offer: Offer, mode: Mode, seed: int | None = None) -> Screen:
        """With this seed, if none is given."""
        return super().play(offer, mode, SEED if seed is None else seed)


class Playroom:
    """A window and what a trainee's hands can do to it."""

    def __init__(
        self, home: Path, size: tuple[int, int] = (1280, 720), text: int = 100, own: Sequence[Path] = ()
    ) -> None:
        (home / "records").mkdir(parents=True, exist_ok=True)
        surface = open_window(size, full=False)
        self.style = Style(size)
        self.rooms = KnownRooms(self.style, home, Preferences(text=text, volume=0.0, lesson_done=True), own)
        self.window = Window(self.style, surface, self.rooms.title(), self.rooms.full_screen)

    @property
    def on(self) -> str:
        """The name of the screen that is shown."""
        return type(self.window.top).__name__

    def pictures(self, count: int = 1, seconds: float = 1 / 60) -> None:
        """Let the loop go round."""
        for _ in range(count):
            self.window.turn(seconds)

    def key(self, key: int, mod: int = 0) -> None:
        """Press a key."""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
        self.pictures(2)

    def move(self, at: tuple[int, int]) -> None:
        """Move the pointer."""
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        self.pictures()

    def click(self, at: tuple[int, int]) -> None:
        """Click the left button."""
        self.move(at)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=at, button=1))
            self.pictures()

    def widget(self, key: str) -> Widget:
        """A widget of the screen that is shown, brought into view."""
        self.pictures()
        page = self.window.top.page  # type: ignore[attr-defined]
        found = page.find(key)
        assert found is not None, f"{key} is not on {self.on}"
        ringed = page.ringed
        page.turn_to(key)
        page.ringed = ringed
        again = page.find(key)
        assert isinstance(again, Widget)
        return again

    def press(self, key: str) -> None:
        """Click a widget."""
        self.click(self.widget(key).rect.center)

    def start(self) -> Watch:
        """From the title to watching the first scenario of the list."""
        for key in ("scenarios", "offer/0", "start"):
            self.press(key)
        self.wait_for("Watch")
        watch = self.window.top
        assert isinstance(watch, Watch)
        return watch

    def tab_to(self, key: str) -> None:
        """Go to a widget by Tab alone, and press Enter."""
        for _ in range(80):
            page = self.window.top.page  # type: ignore[attr-defined]
            if page.focus == key and page.ringed:
                self.key(pygame.K_RETURN)
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never came to {key} on {self.on}")

    def wait_for(self, name: str, seconds: float = 240.0) -> None:
        """Let the loop go round until a screen is shown."""
        end = time.monotonic() + seconds
        while self.on != name:
            self.pictures()
            time.sleep(0.01)
            trouble = getattr(getattr(self.window.top, "work", None), "problem", "")
            assert not trouble, trouble
            assert time.monotonic() < end, f"{name} never came; still on {self.on}"

    def wait_for_widget(self, key: str, seconds: float = 120.0) -> None:
        """Let the loop go round until a widget is on the screen."""
        end = time.monotonic() + seconds
        while self.window.top.page.find(key) is None:  # type: ignore[attr-defined]
            self.pictures()
            time.sleep(0.01)
            assert time.monotonic() < end, f"{key} never came on {self.on}"

    def leave(self) -> None:
        """Close all screens."""
        while self.window.screens:
            self.window.screens.pop().leave()

    def resize(self, size: tuple[int, int], text: int) -> None:
        """Another window, another size of text."""
        pygame.display.set_mode(size, pygame.RESIZABLE)
        self.style.set(text=text)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        self.pictures(2)
