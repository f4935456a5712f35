"""The one way in which tests drive screens: a window on the dummy video driver, and what a person can do to it and see.

What it cannot be asked, nobody can see. Only this file knows how a screen is made inside.
"""

import os
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from operator import ne
from pathlib import Path
from shutil import copytree
from threading import get_ident
from typing import Any, get_args, get_type_hints

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import numpy as np
import pygame
import pytest

from game.app.commands.show_preview import open_preview
from game.app.navigator import Rooms
from game.app.window import Window, open_window
from game.authoring import StagedScene, ahead
from game.course import Mode
from game.exercise import Exercise
from game.picture import Instant, Scene
from game.practice import Prompt
from game.screens.clip_player import Take
from game.screens.debrief.debrief_screen import Debriefing
from game.screens.debrief.replay import Replaying
from game.screens.drill.timed_drill import TimedDrill
from game.screens.front.briefing import Started
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from game.screens.navigation import Offer, PlayTerms
from game.screens.preferences import Preferences
from game.screens.preview.call_sheet_panel import Followed
from game.screens.watch.desk import Desk
from game.screens.watch.pointing import CHEST, row_of
from game.screens.watch.viewing import LookedThrough
from game.screens.watch.watch_screen import Watch, WatchEvent
from game.view import Viewpoint
from game.view.snapshot import Floats
from game.widgets.page import Page, walk
from game.widgets.screen import Back, Screen
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget
from tests.support.short_scenario import VENUES

SEED = 7
SHARED_PICTURES = "TESTS_SHARE_PICTURES_IN"
"""The variable of the environment with the folder in which all windows of a test run keep pictures of places."""
PREVIEWED = 3
"""The seed of what is previewed."""
REST = 0.05
"""Seconds between two looks at whether what is waited for has come: what is drawn meanwhile only holds it up."""
PATIENCE = 120.0
"""Seconds after which a test that waits gives up."""
SCENARIO = """
scenario: A short watch
venue: small_station
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
AT_KING_STREET = SCENARIO.replace("venue: small_station", "venue: king_street_station")
"""The same in a shipped place."""


def write(folder: Path, text: str = SCENARIO) -> Path:
    """The scenario as a file, with the small places beside it."""
    path = folder / "short_watch.yaml"
    path.write_text(text, encoding="utf-8")
    copytree(VENUES, folder / "venues", dirs_exist_ok=True)
    return path


def offer(path: Path) -> Offer:
    """The scenario as a list would offer it."""
    return Offer(
        id="short_watch", title="A short watch", path=path, minutes=0.5, starts="10:40", post="control room",
        place="King Street Station concourse", deployment="plain clothes", objective="Try the screens.",
        text="Watch the hall for half a minute.", baseline="Few people are here.", summary="Half a minute in the hall.",
    )


@contextmanager
def scene_unseen() -> Iterator[None]:
    """Meanwhile no scene is drawn, large or small: most of a test's time would go into what nobody looks at.

    But for what is got ready in the background, which is as it is.
    """
    draw, here = Scene.draw, get_ident()

    def draw_elsewhere(self: Scene, surface: pygame.Surface, instant: Instant, **how: Any) -> None:
        if get_ident() != here:
            draw(self, surface, instant, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scene, "draw", draw_elsewhere)
        yield


class KnownRooms(Rooms):
    """The rooms as they are, but for the seed of an exercise: a fresh one would be another test each time."""

    def play(self, offer: Offer, terms: PlayTerms, step: int = 0) -> Screen:
        """With this seed, if none is given."""
        return super().play(offer, terms if terms.seed is not None else replace(terms, seed=SEED), step)


class Hands:
    """What a person's hands can do to a window."""

    def __init__(self, window: Window, style: Style) -> None:
        self.window, self.style = window, style

    @property
    def on(self) -> str:
        """The name of the screen that is shown."""
        return type(self.window.top).__name__

    @property
    def page(self) -> Page:
        """The widgets that are shown."""
        top = self.window.top
        page = top.desk.board.page if isinstance(top, Watch) else top.page  # type: ignore[attr-defined]
        assert isinstance(page, Page)
        return page

    def widget(self, event: Hashable) -> Widget:
        """The widget that yields this, brought into view."""
        self.pictures(seen=False)
        page = self.page
        assert page.find(event) is not None, f"{event} is not on {self.on}"
        ringed = page.ringed
        page.turn_to(event)
        page.ringed = ringed
        found = page.find(event)
        assert found is not None
        return found

    def words(self) -> list[str]:
        """All that is to be read, in reading order, the dialog last."""
        trees = [self.page.root, *([self.page.dialog] if self.page.dialog else [])]
        return [text for tree in trees for text in _texts(tree)]

    def words_of(self, event: Hashable) -> list[str]:
        """What the widget bears that yields this."""
        found = self.page.find(event)
        return _texts(found) if found else []

    def list_offered(self) -> list[Hashable]:
        """The events that the widgets shown yield, in reading order."""
        return [widget.yields for widget in walk(self.page.top) if widget.yields is not None]

    def strangers(self) -> list[Hashable]:
        """Events that a widget yields and the screen shown does not know: there may be none."""
        top = self.window.top
        if isinstance(top, Watch):
            known = set(_kinds(WatchEvent))
        else:
            known = {*_kinds(get_type_hints(type(top).respond)["event"]), Back}  # type: ignore[attr-defined]
        return [event for event in self.list_offered() if type(event) not in known]

    def leave(self) -> None:
        """Close all screens."""
        while self.window.screens:
            self.window.screens.pop().leave()

    def pictures(self, count: int = 1, seconds: float = 1 / 60, *, seen: bool = True) -> None:
        """Let the loop go round; of all pictures but the last the scene is left out, and of it unless it is `seen`."""
        with scene_unseen():
            for _ in range(count - seen):
                self.window.turn(seconds)
        if seen:
            self.window.turn(seconds)

    def key(self, key: int, mod: int = 0, *, seen: bool = True) -> None:
        """Press a key; a digit is a digit typed."""
        typed = chr(key) if pygame.K_0 <= key <= pygame.K_9 else ""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=typed))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
        self.pictures(2, seen=seen)

    def type(self, words: str) -> None:
        """Type words, letter by letter."""
        for letter in words:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=letter))
            pygame.event.post(pygame.event.Event(pygame.KEYUP, key=ord(letter), mod=0))
            self.pictures(2, seen=False)
        self.pictures(1, 0.0)

    def hold(self, key: int, times: int) -> None:
        """Keep a key down until it has been repeated so many times."""
        for _ in range(times):
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
            self.pictures(3, seen=False)
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        self.pictures(30)

    def move(self, at: tuple[int, int], *, seen: bool = True) -> None:
        """Move the pointer."""
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        self.pictures(seen=seen)

    def drag(self, at: tuple[int, int]) -> None:
        """Move the pointer with its left button held."""
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0)))
        self.pictures()

    def button(self, kind: int, at: tuple[int, int], button: int = 1, *, seen: bool = True) -> None:
        """Press a button of the pointer (pygame.MOUSEBUTTONDOWN), or let it go."""
        pygame.event.post(pygame.event.Event(kind, pos=at, button=button))
        self.pictures(seen=seen)

    def click(self, at: tuple[int, int], button: int = 1) -> None:
        """Click: the left button, or the right (3)."""
        self.move(at, seen=False)
        self.button(pygame.MOUSEBUTTONDOWN, at, button, seen=False)
        self.button(pygame.MOUSEBUTTONUP, at, button)

    def wheel(self, at: tuple[int, int], *notches: int) -> None:
        """Turn the wheel with the pointer there, by so many notches each time: + away from oneself."""
        self.move(at)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pygame.mouse, "get_pos", lambda: at)  # an event of the wheel has no place of its own
            for y in notches:
                pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y, flipped=False))
                self.pictures()

    def press(self, event: Hashable) -> None:
        """Click the widget that yields this."""
        self.click(self.widget(event).rect.center)

    def press_words(self, words: str) -> None:
        """Click what bears these words."""
        found = [widget for widget in walk(self.page.top) if widget.yields is not None and words in _texts(widget)]
        assert found, f"nothing on {self.on} says {words!r}"
        self.press(found[0].yields)

    def tab_to(self, event: Hashable) -> None:
        """Go to a widget by Tab alone, and press Enter."""
        for _ in range(80):
            if self.page.focus == event and self.page.ringed:
                self.key(pygame.K_RETURN)
                return
            self.key(pygame.K_TAB, seen=False)
        raise AssertionError(f"Tab never came to {event} on {self.on}")

    def resize(self, size: tuple[int, int], text: int) -> None:
        """Another window, another size of text."""
        pygame.display.set_mode(size, pygame.RESIZABLE)
        self.style.set(text=text)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        self.pictures(2)


class Playroom(Hands):
    """The program, in a window of its own, and what is to be seen in it."""

    def __init__(
        self, home: Path, size: tuple[int, int] = (1280, 720), text: int = 100, own: Sequence[Path] = ()
    ) -> None:
        (home / "records").mkdir(parents=True, exist_ok=True)
        if not (home / "pictures").exists():
            (home / "pictures").symlink_to(os.environ[SHARED_PICTURES])
        surface, style = open_window(size, full=False), Style(size)
        self.rooms = KnownRooms(style, home, Preferences(text=text, volume=0.0, lesson_done=True), own)
        super().__init__(Window(
            style, surface, self.rooms.title(), self.rooms.full_screen, lambda: self.rooms.preferences.keys
        ), style)

    def put_on_list(self, *offers: Offer) -> None:
        """Let the list of scenarios hold these and no others."""
        self.rooms.shelf.offers[:] = offers
        self.rooms.shelf.ready = True

    def show(self, screen: Screen) -> None:
        """Put a screen on top of the others."""
        self.window.screens.append(screen)
        self.pictures()

    def start(self, mode: Mode = "practice") -> None:
        """From the title to watching the first scenario of the list."""
        self.press(WayIn.SCENARIOS)
        self.press(self.first(OfferChosen))
        if mode == "assess":
            self.press_words("Assess")
        self.press(Started())
        self.wait_for("Watch")

    def wait_for(self, name: str, seconds: float = 240.0) -> None:
        """Let the loop go round until a screen is shown."""
        self._until(lambda: self.on == name, f"{name} never came; still on {self.on}", seconds)

    def wait_for_widget(self, event: Hashable, seconds: float = 120.0) -> None:
        """Let the loop go round until a widget is on the screen."""
        self._until(lambda: self.page.find(event) is not None, f"{event} never came", seconds)

    def wait_for_one(self, kind: type, seconds: float = 120.0) -> None:
        """Let the loop go round until a widget is on the screen that yields an event of a kind."""
        self._until(lambda: any(isinstance(event, kind) for event in self.list_offered()), f"no {kind} came", seconds)

    def wait_for_clips(self, count: int, seconds: float = 120.0) -> None:
        """Let the loop go round until so many of the pictures on the page move."""
        known: list[bytes] = []

        def so() -> bool:
            nonlocal known
            self.pictures(8, 1 / 30)
            before, known = known, self.drawings()
            return len(before) == len(known) and sum(map(ne, before, known)) >= count

        self._until(so, f"no {count} pictures ever moved on {self.on}", seconds)

    def takes(self) -> list[Take]:
        """The clips of the drill that is shown."""
        assert isinstance(self.window.top, TimedDrill)
        return list(self.window.top._setup.takes.values())

    def prompt(self) -> Prompt:
        """What the drill that is shown asks about at present."""
        assert isinstance(self.window.top, TimedDrill)
        return self.window.top._prompt

    def drawings(self) -> list[bytes]:
        """The pictures on the page, as far as they are in the window."""
        window = pygame.display.get_surface()
        assert window is not None
        rects = [part.rect.clip(window.get_rect()) for part in walk(self.page.root) if isinstance(part, Drawing)]
        return [pygame.image.tobytes(window.subsurface(rect), "RGB") for rect in rects if rect.w and rect.h]

    def wait_for_list(self) -> None:
        """Let the loop go round until all scenarios are read: with the rests that a window has, which reading needs."""
        self._until(lambda: self.rooms.shelf.ready, "the scenarios were never read", PATIENCE)

    def _until(self, so: Callable[[], bool], otherwise: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not so():
            self.pictures(seen=False)
            time.sleep(REST)
            trouble = getattr(getattr(self.window.top, "work", None), "problem", "")
            assert not trouble, trouble
            assert time.monotonic() < end, otherwise
        self.pictures(1, 0.0)

    def shows(self, event: Hashable) -> bool:
        """Whether a widget is there that yields this."""
        return self.page.find(event) is not None

    def first(self, kind: type) -> Hashable:
        """The first event of a kind that a widget yields."""
        self.pictures()
        return next(event for event in self.list_offered() if isinstance(event, kind))

    def list_laid_out(self) -> list[tuple[object, ...]]:
        """Every widget: what it is, says and yields, whether it is on, and where it lies."""
        trees = [self.page.root, *([self.page.dialog] if self.page.dialog else [])]
        told = ("yields", "enabled", "text", "on", "chosen", "tint")
        return [
            (type(part).__name__, *(getattr(part, name, None) for name in told), tuple(part.rect))
            for tree in trees for part in walk(tree)
        ]

    def headings(self) -> list[str]:
        """What is set as a heading."""
        return [part.text for part in walk(self.page.root) if isinstance(part, Label) and part.role == "heading"]

    def lists(self) -> list[Scroll]:
        """What can be scrolled."""
        self.pictures()
        return [part for part in walk(self.page.root) if isinstance(part, Scroll)]

    @property
    def debriefing(self) -> Debriefing:
        """The debrief, which must be shown."""
        assert isinstance(self.window.top, Debriefing), self.on
        return self.window.top

    @property
    def replay(self) -> Replaying:
        """How the debrief plays a moment again."""
        return self.debriefing._replaying

    @property
    def moment(self) -> float:
        """The tick of the exercise that the debrief shows."""
        return self.replay.tick

    def lanes(self) -> list[str]:
        """The names of the debrief's lanes, from the top."""
        return list(self.debriefing._timeline._names)


class Watching(Playroom):
    """A playroom in which an exercise is watched, and what is to be seen of it."""

    @property
    def _desk(self) -> Desk:
        assert isinstance(self.window.top, Watch), self.on
        return self.window.top.desk

    @property
    def exercise(self) -> Exercise:
        """The exercise that is watched."""
        return self._desk.exercise

    @property
    def view(self) -> Viewpoint:
        """Where the picture is seen from."""
        return self._desk.viewing.viewpoint

    def panels(self) -> list[pygame.Rect]:
        """The parts of the window that panels cover."""
        return [pygame.Rect(panel) for panel in self._desk.board.covered]

    def people_in_view(self) -> list[int]:
        """Who is to be seen beside the panels, from left to right."""
        return self._desk.choosing.in_view()

    def pixel_of(self, person: int) -> tuple[int, int]:
        """Where in the window the chest of someone present is."""
        row = row_of(self._desk.clock.now, person)
        assert row is not None
        x, y = self.view.project(self._desk.clock.now.position[row], CHEST).tolist()
        return round(x), round(y)

    def floor_point(self, x: float, y: float) -> Floats:
        """A point of the floor (m), as views project it."""
        return np.array((x, y))

    def under(self, at: tuple[int, int]) -> list[int]:
        """Who stands under a pixel, the nearest first."""
        return self._desk.choosing.under(at)

    def find_outlined(self) -> int | None:
        """Who is outlined."""
        return self._desk.choosing.outlined.person

    def lesson_step(self) -> str:
        """What the lesson waits for; empty once it is over."""
        step = self._desk.coach.step
        return step.until if step else ""

    def close_up(self) -> pygame.Rect:
        """Where the inspector's picture lies."""
        found = self._desk.board.close_up
        assert found is not None
        return found.rect

    def camera_pictures(self) -> list[bytes]:
        """The small pictures of the cameras, as they are on the window."""
        shown = [widget for widget in walk(self.page.root) if isinstance(widget.yields, LookedThrough)]
        pictures = [next(part for part in walk(widget) if isinstance(part, Drawing)) for widget in shown]
        window = pygame.display.get_surface()
        assert window is not None
        return [pygame.image.tobytes(window.subsurface(picture.rect), "RGB") for picture in pictures]

    def pale(self) -> frozenset[int]:
        """Who is no more than a pale shape."""
        return self._desk.floor.find_hidden(self._desk.clock.now)

    def list_drawn(self) -> list[int]:
        """Who is in the scene, the trainee's own figure with them."""
        return [int(person) for person in self._desk.clock.instant(self.view).after.ids]

    def run_until(self, so: Callable[[], bool], most: int = 900) -> None:
        """Let the scene run until it is so, for so many tenths of a second at the most."""
        with scene_unseen():
            for _ in range(0, 10 * most, 25):
                if so():
                    break
                self.pictures(1, 0.25)
            else:
                raise AssertionError("it never came")
        self.pictures(1, 0.0)

    def wait_for_the_end(self) -> None:
        """Let the clock of the exercise run out."""
        with scene_unseen():
            while not self.exercise.over:
                self.pictures(1, 0.25)
        self.pictures()


class Previewing(Hands):
    """An author's preview in a window of its own, held at 0:00, and what is to be seen in it."""

    def __init__(self, file: Path, size: tuple[int, int] = (1280, 720), played: StagedScene | None = None) -> None:
        """With what the file has been `played` to, it is read and staged again only once it is saved anew."""
        surface, style = open_window(size, full=False), Style(size)
        self._screen = open_preview(style, file, PREVIEWED, at=0.1, tell="")
        if played is not None:
            self._screen._ahead._coming, self._screen._ahead._stamp = played, ahead._stamp(file)
        super().__init__(Window(style, surface, self._screen, lambda _: False), style)

    def wait_until(self, so: Callable[[], bool]) -> None:
        """Let the loop go round until something is so."""
        end = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < end, "it never came"
            self.pictures(1, 0.05, seen=False)
            time.sleep(REST)
        self.pictures(1, 0.05)

    def wait_for_the_scene(self, *, whole: bool = False) -> None:
        """Let the loop go round until the scene is there, or all of it has been played."""
        ahead = self._screen._ahead
        self.wait_until(lambda: ahead.scene is not None and (ahead.scene.whole or not whole))

    @property
    def scene(self) -> StagedScene:
        """What is shown."""
        assert self._screen._ahead.scene is not None
        return self._screen._ahead.scene

    def is_troubled(self) -> bool:
        """Whether the file as saved is said to have problems."""
        return any("has problems" in words for words in self.words())

    @property
    def tick(self) -> float:
        """The moment that is shown."""
        return self._screen._tick

    def find_followed(self) -> int | None:
        """Who is followed."""
        chosen = [part.yields for part in walk(self.page.root) if getattr(part, "chosen", False)]
        return next((event.person for event in chosen if isinstance(event, Followed)), None)

    def lanes(self) -> pygame.Rect:
        """Where the call sheet's lanes are."""
        return self._screen._timeline.rect

    @property
    def view(self) -> Viewpoint:
        """Where the picture is bound to be seen from."""
        assert self._screen._looking is not None
        return self._screen._looking.bound


def watch(folder: Path, text: str = SCENARIO, mode: Mode = "practice") -> Watching:
    """A window in which an exercise of the scenario is being watched, with its home in the folder."""
    room = Watching(folder / "home")
    room.put_on_list(offer(write(folder, text)))
    room.start(mode)
    return room


def _texts(widget: Widget) -> list[str]:
    texts = (getattr(part, "text", "") for part in walk(widget))
    return [text for text in texts if text]


def _kinds(union: object) -> Iterator[type]:
    """The classes of a union of events, or of one."""
    members = get_args(union)
    if not members and isinstance(union, type):
        yield union
    for member in members:
        yield from _kinds(member)
