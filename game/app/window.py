"""The window and its loop: events to the screen on top, time, a picture, and what comes next."""

import os
import sys
from collections.abc import Callable
from types import FrameType

import pygame

from game.quiet import quietly
from game.screens.keys import Keys, place
from game.widgets.screen import Home, Next, Pop, Push, Quit, Replace, Screen
from game.widgets.shifting import Shifting
from game.widgets.style import Style

from .canvas import SMALLEST, Canvas
from .icon import icon
from .stopping import handle_signals

_PLAIN = {"linux", "win32"}
"""Systems where a picture goes straight to the window. Otherwise a driver without a GPU draws it a second time."""
LONGEST_FRAME = 0.25
"""Seconds that a picture may count for at most: after a stall the program goes on, it does not leap."""


class NoScreen(Exception):
    """There is no screen to open a window on."""


_REPEATS = frozenset({
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_TAB,
    pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_PLUS, pygame.K_MINUS, pygame.K_EQUALS, pygame.K_KP_PLUS,
    pygame.K_KP_MINUS, pygame.K_w, pygame.K_a, pygame.K_s, pygame.K_d,
})  # fmt: skip
"""Keys that go on doing what they do while they are held: those that move something. On a busy machine a screen may
take so long to come that a key pressed once counts as held: were Enter one of them, it would press the next screen's
button."""

_POINTED = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
"""Events that say where the pointer is."""


def open_window(size: tuple[int, int] | None, *, full: bool) -> pygame.Surface:
    """A window of this size, or one that fits the desktop."""
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    if sys.platform in _PLAIN:
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    try:
        with quietly():
            pygame.display.init()
    except pygame.error:
        raise NoScreen from None
    if not asked and pygame.display.get_driver() in {"dummy", "offscreen", "kmsdrm", "evdev"}:
        pygame.display.quit()
        raise NoScreen
    pygame.font.init()
    pygame.key.set_repeat(350, 45)
    pygame.display.set_caption("Second Look")
    pygame.display.set_icon(icon())
    return show_window(size or _comfortable(), full=full)


def show_window(size: tuple[int, int], *, full: bool) -> pygame.Surface:
    """The window at this size, if that is not too small, or over the whole screen."""
    size = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
    try:
        if full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error:
        raise NoScreen from None


def _comfortable() -> tuple[int, int]:
    width, height = pygame.display.get_desktop_sizes()[0]
    return max(SMALLEST[0], min(1920, round(width * 0.86))), max(SMALLEST[1], min(1080, round(height * 0.86)))


class Window:
    """The screens on top of each other, and the loop that gives them events and time."""

    def __init__(
        self, style: Style, surface: pygame.Surface, first: Screen, full_screen: Callable[[bool | None], bool],
        keys: Callable[[], Keys] = Keys,
    ) -> None:
        """`full_screen` tells, and is told, whether the window fills the screen; `keys` what each letter does now."""
        self._style = style
        self._canvas = Canvas(surface)
        self._keys = keys
        self.screens: list[Screen] = [first]
        self._full_screen = full_screen
        self._is_full = full_screen(None)
        self._size = surface.get_size()
        self._stop = 0
        self._down: set[int] = set()
        self._pointer, self._shifting = (-1, -1), Shifting()
        style.set(size=self._canvas.sheet.get_size())

    def run(self, after_first: Callable[[], None] = lambda: None) -> int:
        """Until the trainee leaves: 0; or until a signal asks: its number. All screens are left in order."""
        clock = pygame.time.Clock()
        with handle_signals(self._note_signal):
            try:
                self._picture(0.0)
                after_first()
                while self.screens and not self._stop:
                    self.turn(min(LONGEST_FRAME, clock.tick(self.top.frames) / 1000))
            finally:
                while self.screens:
                    self.screens.pop().leave()
        return self._stop

    def turn(self, seconds: float) -> None:
        """Once round the loop: events in, time on, a picture out."""
        self._events()
        self._shifting.update(seconds)
        self._picture(seconds)

    @property
    def top(self) -> Screen:
        """The screen that is shown."""
        return self.screens[-1]

    def _note_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the form that signals have
        self._stop = number

    def _events(self) -> None:
        for event in pygame.event.get():
            if not self.screens:
                return
            told = self._translate(event)
            if self._only_repeats(event) and told.key not in _REPEATS:
                continue
            if event.type == pygame.QUIT:
                self.take(Quit())
            elif event.type == pygame.VIDEORESIZE:
                self._resize(event.size)
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
                self._full_screen(not self._full_screen(None))
            elif event.type == pygame.MOUSEBUTTONDOWN and self._shifting.misleads(told.pos):
                continue
            else:
                self._pointer = told.pos if event.type in _POINTED else self._pointer
                self.take(self.top.handle(told))

    def _only_repeats(self, event: pygame.event.Event) -> bool:
        """Whether this is a key pressed that has not been let go of since."""
        if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
            return False
        key = getattr(event, "scancode", None) or event.key
        was_down = key in self._down
        if event.type == pygame.KEYUP:
            self._down.discard(key)
            return False
        self._down.add(key)
        return was_down

    def _translate(self, event: pygame.event.Event) -> pygame.event.Event:
        """The event with its key by what it means, and its place by where that is on the sheet."""
        told = dict(event.dict)
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            told |= {"key": self._keys().find_meant(event), "place": place(event)}
        elif event.type == pygame.MOUSEWHEEL:
            told["pos"] = self._canvas.at(*pygame.mouse.get_pos())
        elif "pos" in told:
            told["pos"] = self._canvas.at(*event.pos)
            if "rel" in told:
                told["rel"] = self._canvas.at(*event.rel)
        return pygame.event.Event(event.type, told)

    def _picture(self, seconds: float) -> None:
        if not self.screens:
            return
        self.take(self.top.update(seconds))
        if not self.screens:
            return
        if self._full_screen(None) != self._is_full:
            self._is_full = self._full_screen(None)
            try:
                self._show(show_window(self._size, full=self._is_full))
            except NoScreen:  # such a screen cannot be had just now: the window stays what it was
                self._is_full = self._full_screen(not self._is_full)
        self.top.draw(self._canvas.sheet)
        self._canvas.show()

    def _show(self, window: pygame.Surface) -> None:
        self._canvas.take(window)
        self._style.set(size=self._canvas.sheet.get_size())

    def _resize(self, size: tuple[int, int]) -> None:
        if window := pygame.display.get_surface():
            self._show(window)
        if not self._is_full:
            self._size = size

    def take(self, to: Next | None) -> None:
        """Do what a screen says comes next."""
        if to is None:
            return
        self._shifting.note(self._pointer)
        match to:
            case Push(screen):
                self.screens.append(screen)
            case Replace(screen, count):
                self._leave(min(count, max(1, len(self.screens) - 1)))
                self.screens.append(screen)
            case Pop(count):
                self._leave(min(count, len(self.screens) - 1))
            case Home():
                self._leave(len(self.screens) - 1)
            case Quit():
                self._leave(len(self.screens))

    def _leave(self, count: int) -> None:
        """Let go of the last so many screens."""
        for _ in range(count):
            self.screens.pop().leave()
