"""What drills have in common: one clip after another, what is asked of it beside it, until the time is up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import pygame

from game.practice import Drill, Prompt, Sorting
from game.scenario.model import Behaviour
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Pop, Screen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..clip_player import Take
from ..navigation import Learning
from . import drill_words

E = TypeVar("E")
CLOSENESS = (62.0, 44.0, 30.0)
"""px/m of the view by the distance of a prompt, in a window 720 px high."""


@dataclass(frozen=True)
class DrillSetup:
    """All that a drill needs: what comes next, the clips by the names of behaviours, and what they are.

    `keep` writes an answer down, and says in a sentence what is amiss with the record, if anything is; `close` ends the
    record · `lasts` seconds, after which no new clip comes · `again` leads to another drill.
    """

    drill: Drill
    takes: Mapping[str, Take]
    behaviours: Mapping[str, Behaviour]
    cues: Mapping[str, str]
    keep: Callable[[Sorting], str]
    close: Callable[[], None]
    now: Callable[[], datetime]
    lasts: float
    learning: Learning
    again: Callable[[], Screen]


@dataclass(frozen=True, slots=True)
class SignNamed:
    """The trainee says which sign it is."""

    cue: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The trainee wants to see a behaviour in the guide."""

    name: str


class TimedDrill(PageScreen[E]):
    """The clip on the left; on the right what is asked, or what was so; at the end what it came to."""

    frames = 60
    title = ""

    def __init__(self, style: Style, setup: DrillSetup) -> None:
        super().__init__(style)
        self._setup, self._drill = setup, setup.drill
        self._gone = self._since = self._took = 0.0
        self._trouble = ""
        self._said: str | None = None
        self._answer: Sorting | None = None
        self._over = False
        self._prompt: Prompt
        self._signs: tuple[str, ...] = ()
        self._show_next()

    # --- what each kind of drill has of its own ----------------------------------------------------------------------

    def _show_next(self) -> None:
        """Begin with the next clip."""
        raise NotImplementedError

    def _picture(self) -> Widget:
        """The clip."""
        raise NotImplementedError

    def _side(self) -> Iterable[Widget]:
        """What is asked or told beside the clip."""
        raise NotImplementedError

    def _end(self) -> Widget:
        """What it came to."""
        raise NotImplementedError

    def _find_meant(self, key: int) -> E | None:
        """What a key asks for at present."""
        raise NotImplementedError

    def _play(self, seconds: float) -> None:
        """Let the clip go on."""
        raise NotImplementedError

    # --- the page ----------------------------------------------------------------------------------------------------

    def build(self) -> Widget:
        """The clip and what is asked or told; or what it came to."""
        if self._over:
            return sheet(self.title, "", self._end())
        picture = self._picture()
        picture.grow = 7
        beside = Column([*self._side(), *self._amiss()], gap=10)
        side = Scroll(beside, self.page.offsets, f"side {len(self._drill.answers)}", grow=4)
        aside = drill_words.say_left(self._setup.lasts - self._gone)
        return sheet(self.title, "", Row([picture, side], gap=16, centred=False), aside=aside)

    def _amiss(self) -> list[Widget]:
        """What is wrong with the record, if anything is."""
        return [Label(self._trouble, "small", "act")] if self._trouble else []

    def _outcome(self, verdict: tuple[str, str], lines: Iterable[str], on: E) -> Iterable[Widget]:
        """Whether the answer was right and why, and the ways on."""
        words, tint = verdict
        yield Label(words, "heading", tint)
        for line in lines:
            yield Label(line, "strong" if line.startswith("They ") else "body")
        yield Button("Go on", "primary", "Enter", yields=on)
        yield Button("In the guide", "quiet", "G", yields=LookedUp(self._prompt.shown[0].name))

    def _ending(self, lines: Iterable[str], again: Button) -> list[Widget]:
        """That the time is up, what it came to, and the way to another."""
        said = [Label(line) for line in lines]
        aim = Label(drill_words.AIM, "small", "text_soft")
        return [Card(Column([Label("Time is up", "heading"), *said, aim], gap=8)), *self._amiss(), Flow([again])]

    # --- what can be done --------------------------------------------------------------------------------------------

    def back(self) -> Next | None:
        """Esc ends it; what was answered is kept."""
        return Pop()

    def leave(self) -> None:
        """The record is closed."""
        self._setup.close()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Some keys answer, or look it up."""
        if event.type == pygame.KEYDOWN and not self._over:
            self.lay()
            yielded = self._find_meant(event.key)
            if yielded is not None and self.page.find(yielded):
                self.renew()
                return self.respond(yielded)
        return super().handle(event)

    def update(self, seconds: float) -> Next | None:
        """Let the clip go on, and the time."""
        if not self._over:
            self._gone += seconds
            self._play(seconds)
        return super().update(seconds)

    # --- one after another -------------------------------------------------------------------------------------------

    def _keep(self, answer: Sorting) -> None:
        """Keep the answer, and have the next chosen by it."""
        self._answer = answer
        self._drill.take(answer)
        self._trouble = self._setup.keep(answer)

    def _go_on(self) -> None:
        if self._gone < self._setup.lasts:
            self._show_next()
            return
        self._over = True
        self._setup.close()
