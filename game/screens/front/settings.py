"""The settings: text size, window, contrast, speed of the view, volumes. What is chosen holds at once."""

from dataclasses import dataclass, replace
from functools import partial
from string import ascii_lowercase
from typing import Literal

import pygame

from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button, Chip, Slider
from game.widgets.screen import Next, PageScreen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..keys import COMMANDS, Keys
from ..navigation import Ways
from ..preferences import SPEEDS, TEXT_SIZES, Preferences

Volume = Literal["volume", "murmur", "signals"]
KEYS = "Choose a command, then press the letter for it. What was on that letter takes the one that becomes free."
VOLUMES: tuple[tuple[Volume, str], ...] = (
    ("volume", "All sound"), ("murmur", "The place: footsteps and voices"), ("signals", "Chimes"),
)


@dataclass(frozen=True, slots=True)
class TextSizeChosen:
    """In per cent."""

    text: int


@dataclass(frozen=True, slots=True)
class WindowChosen:
    """Over the full screen, or in a window."""

    full_screen: bool


@dataclass(frozen=True, slots=True)
class ContrastChosen:
    """High, or as made."""

    high: bool


@dataclass(frozen=True, slots=True)
class SpeedChosen:
    """How many times as fast as made."""

    speed: float


@dataclass(frozen=True, slots=True)
class VolumeSet:
    """Of one kind of sound, 0…1."""

    volume: Volume
    to: float


@dataclass(frozen=True, slots=True)
class KeyAsked:
    """The next letter pressed is to be that of the command that is made on this one; None puts all as they are made."""

    made: str | None


Setting = TextSizeChosen | WindowChosen | ContrastChosen | SpeedChosen | VolumeSet


class Settings(PageScreen[Setting | KeyAsked]):
    """Chips and sliders, kept as soon as they are changed."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style)
        self._ways = ways
        self._problem = ""
        self._awaiting = ""
        """The command that waits for its letter."""

    def build(self) -> Widget:
        """One card a subject."""
        now = self._ways.preferences
        sizes = [Chip(f"{size} %", size == now.text, yields=TextSizeChosen(size)) for size in TEXT_SIZES]
        speeds = [Chip(f"{speed:g}×", speed == now.view_speed, yields=SpeedChosen(speed)) for speed in SPEEDS]
        cards: list[Widget] = [
            _card("Text size", "The size of all text.", Flow(sizes)),
            _card("Window", "F11 does the same.", Flow([
                Chip("In a window", not now.full_screen, yields=WindowChosen(full_screen=False)),
                Chip("Full screen", now.full_screen, yields=WindowChosen(full_screen=True)),
            ])),
            _card("Contrast", "High puts white words on black, with a line round every button and panel.", Flow([
                Chip("Standard", not now.contrast, yields=ContrastChosen(high=False)),
                Chip("High", now.contrast, yields=ContrastChosen(high=True)),
            ])),
            _card("Speed of the view", "How fast keys and the wheel move the view.", Flow(speeds)),
            _card("Sound", "Nothing that matters is told by sound alone.", Column(
                [_volume(words, volume, getattr(now, volume)) for volume, words in VOLUMES], gap=4
            )),
        ]
        if self._problem:
            cards.insert(0, Card(Label(self._problem, "strong", "act"), edge="act"))
        keys = _card("Keys", KEYS, Column([
            Grid([self._key(made) for made in COMMANDS], least=300, gap=6, most=3),
            Flow([Button("As made", enabled=now.keys != Keys(), yields=KeyAsked(None))]),
        ], gap=10))
        body = Column([Grid(cards, least=420, gap=12, most=3), keys], gap=12)
        return sheet("Settings", "", Scroll(body, self.page.offsets))

    def _key(self, made: str) -> Widget:
        waits = made == self._awaiting
        letter = "Press a letter" if waits else self._ways.preferences.keys.letter(made).upper()
        return Row([
            Chip(letter, waits, tick=False, yields=KeyAsked(made), grow=2), Label(COMMANDS[made], grow=5)
        ], gap=10)

    def respond(self, event: Setting | KeyAsked) -> Next | None:
        """Take the choice over."""
        self._awaiting = ""
        if isinstance(event, KeyAsked):
            if event.made is None:
                self._assign(Keys())
            else:
                self._awaiting = event.made
        else:
            self._problem = self._ways.prefer(change(self._ways.preferences, event))
        return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """A letter that was waited for is taken as that, by its place; any other key ends the waiting."""
        if event.type != pygame.KEYDOWN or not self._awaiting:
            return super().handle(event)
        made, self._awaiting = self._awaiting, ""
        letter = chr(event.place) if 0 < event.place < 128 else ""
        if letter in ascii_lowercase and letter:
            self._assign(self._ways.preferences.keys.put(made, letter))
        self.renew()
        return None

    def _assign(self, keys: Keys) -> None:
        self._problem = self._ways.prefer(replace(self._ways.preferences, keys=keys))


def change(now: Preferences, event: Setting) -> Preferences:
    """The preferences with one choice taken over."""
    match event:
        case TextSizeChosen(text):
            return replace(now, text=text)
        case WindowChosen(full_screen):
            return replace(now, full_screen=full_screen)
        case ContrastChosen(high):
            return replace(now, contrast=high)
        case SpeedChosen(speed):
            return replace(now, view_speed=speed)
        case VolumeSet(volume, to):
            return louder(now, volume, round(to, 2))


def louder(now: Preferences, volume: Volume, to: float) -> Preferences:
    """The preferences with one kind of sound at another volume."""
    match volume:
        case "volume":
            return replace(now, volume=to)
        case "murmur":
            return replace(now, murmur=to)
        case "signals":
            return replace(now, signals=to)


def _volume(words: str, volume: Volume, value: float) -> Widget:
    return Row([Label(words, grow=2), Slider(value, partial(VolumeSet, volume), grow=3)])


def _card(title: str, words: str, choice: Widget) -> Widget:
    return Card(Column([Label(title, "heading"), Label(words, "small", "text_soft"), choice], gap=8))
