"""The settings: text size, window, contrast, speed of the view, volumes. What is chosen holds at once."""

from dataclasses import replace

from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.page import Fired
from game.widgets.press import Chip, Slider
from game.widgets.screen import Next, PageScreen, Pop, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..navigation import Ways
from ..preferences import SPEEDS, TEXT_SIZES, Preferences

VOLUMES = (("volume", "All sound"), ("murmur", "The place: footsteps and voices"), ("signals", "Chimes"))


class Settings(PageScreen):
    """Chips and sliders, kept as soon as they are changed."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style)
        self._ways = ways
        self._problem = ""

    def build(self) -> Widget:
        """One card a subject."""
        now = self._ways.preferences
        sizes = [Chip(f"{size} %", size == now.text, key=f"text/{size}") for size in TEXT_SIZES]
        speeds = [Chip(f"{speed:g}×", speed == now.view_speed, key=f"speed/{speed}") for speed in SPEEDS]
        cards: list[Widget] = [
            _card("Text size", "The size of all text.", Flow(sizes)),
            _card("Window", "F11 does the same.", Flow([
                Chip("In a window", not now.full_screen, key="full/0"),
                Chip("Full screen", now.full_screen, key="full/1"),
            ])),
            _card("Contrast", "High puts white words on black, with a line round every button and panel.", Flow([
                Chip("Standard", not now.contrast, key="contrast/0"), Chip("High", now.contrast, key="contrast/1"),
            ])),
            _card("Speed of the view", "How fast keys and the wheel move the view.", Flow(speeds)),
            _card("Sound", "Nothing that matters is told by sound alone.", Column(
                [_volume(word, name, getattr(now, name)) for name, word in VOLUMES], gap=4
            )),
        ]
        if self._problem:
            cards.insert(0, Card(Label(self._problem, "strong", "act"), edge="act"))
        return sheet("Settings", "", Scroll(Grid(cards, least=420, gap=12, most=3), self.page.offsets))

    def pressed(self, fired: Fired) -> Next | None:
        """Take the choice over."""
        if fired.key == "back":
            return Pop()
        self._problem = self._ways.prefer(_changed(self._ways.preferences, fired))
        return None


def _changed(now: Preferences, fired: Fired) -> Preferences:
    what, _, which = fired.key.partition("/")
    match what:
        case "text":
            return replace(now, text=int(which))
        case "full":
            return replace(now, full_screen=which == "1")
        case "contrast":
            return replace(now, contrast=which == "1")
        case "speed":
            return replace(now, view_speed=float(which))
    return _louder(now, which, round(fired.value or 0.0, 2))


def _louder(now: Preferences, which: str, value: float) -> Preferences:
    match which:
        case "murmur":
            return replace(now, murmur=value)
        case "signals":
            return replace(now, signals=value)
    return replace(now, volume=value)


def _volume(word: str, name: str, value: float) -> Widget:
    return Row([Label(word, grow=2), Slider(value, key=f"volume/{name}", grow=3)])


def _card(title: str, words: str, choice: Widget) -> Widget:
    return Card(Column([Label(title, "heading"), Label(words, "small", "text_soft"), choice], gap=8))
