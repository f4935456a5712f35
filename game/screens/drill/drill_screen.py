"""A drill: watch a clip, sort it, say which sign, be told why; then the next, until the time is up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import assert_never

import pygame

from game.practice import Drill, Prompt, Sorting
from game.scenario.model import Behaviour
from game.text import capitalise
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Pop, Push, Replace, Screen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..clip_player import ClipPlayer, Take
from ..navigation import Learning
from . import drill_words

TICKS, BEFORE = 46, 16
"""Ticks that a clip shows, and how many of them lead up to what can be made out: then come three seconds of that."""
CLOSENESS = (62.0, 44.0, 30.0)
"""px/m of the view by the distance of a prompt, in a window 720 px high."""
DIGITS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4)


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
class Sorted:
    """The trainee says: nothing ("" ), or that the behaviour of this name is worth a second look."""

    name: str


@dataclass(frozen=True, slots=True)
class SignNamed:
    """The trainee says which sign it is."""

    cue: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The trainee wants to see a behaviour in the guide."""

    name: str


class DrillAct(Enum):
    """What else can be done in a drill."""

    LOOK_AGAIN = auto()
    ON = auto()
    ANEW = auto()


class DrillScreen(PageScreen[Sorted | SignNamed | LookedUp | DrillAct]):
    """The clip on the left; on the right the question, or the answer and its reason."""

    frames = 60

    def __init__(self, style: Style, setup: DrillSetup) -> None:
        super().__init__(style)
        self._setup, self._drill = setup, setup.drill
        self._gone = self._since = self._took = 0.0
        self._looks = 1
        self._trouble = ""
        self._said: str | None = None
        self._answer: Sorting | None = None
        self._over = False
        self._prompt: Prompt
        self._signs: tuple[str, ...] = ()
        self._players: list[ClipPlayer] = []
        self._show_next()

    # --- the page ----------------------------------------------------------------------------------------------------

    def build(self) -> Widget:
        """The clips and what is asked or told; or what it came to."""
        if self._over:
            return sheet("Drill", "", self._end())
        clips = Row([Drawing(player.paint, grow=1) for player in self._players], gap=12, centred=False)
        clips.grow = 7
        side = Scroll(self._side(), self.page.offsets, f"side {len(self._drill.answers)}", grow=4)
        left = max(0.0, self._setup.lasts - self._gone)
        aside = f"about {max(1, round(left / 60))} min left" if left > 60 else "less than a minute left"
        return sheet("Drill", "", Row([clips, side], gap=16, centred=False), aside=aside)

    def _side(self) -> Widget:
        amiss = [Label(self._trouble, "small", "act")] if self._trouble else []
        if self._answer is not None:
            return Column([*self._tell(self._answer), *amiss], gap=10)
        if self._said:
            cues, signs = self._setup.cues, enumerate(self._signs, 1)
            buttons = [Button(cues[cue], hint=str(n), yields=SignNamed(cue)) for n, cue in signs]
            return Column([Label(drill_words.WHICH, "heading"), *buttons, *amiss], gap=10)
        names = [exemplar.name for exemplar in self._prompt.shown]
        question, words, said = drill_words.SINGLE, (drill_words.NOTHING, drill_words.LOOK), ["", names[0]]
        aside = drill_words.HALF
        if len(names) == 2:
            question, words, said, aside = drill_words.BOTH, drill_words.SIDES, names, drill_words.NO_HURRY
        return Column([
            Label(question, "heading"),
            *(Button(words[n], hint=str(n + 1), yields=Sorted(said[n])) for n in range(2)),
            Button("See it again", "quiet", "R", yields=DrillAct.LOOK_AGAIN),
            Label(aside, "small", "text_soft"), *amiss,
        ], gap=10)

    def _tell(self, answer: Sorting) -> list[Widget]:
        words, tint = drill_words.verdict(self._prompt, answer)
        told = drill_words.reasons(self._prompt, answer, self._setup.behaviours, self._setup.cues)
        names = [exemplar.name for exemplar in self._prompt.shown]
        return [
            Label(words, "heading", tint),
            *(Label(line, "strong" if line.startswith("They ") else "body") for line in told),
            Button("Go on", "primary", "Enter", yields=DrillAct.ON),
            Button("In the guide", "quiet", "G", yields=LookedUp(names[0])),
        ]

    def _end(self) -> Widget:
        lines: list[Widget] = [Label(line) for line in drill_words.sum_up(self._drill)]
        wrong = drill_words.to_look_at(self._drill.answers)
        parts: list[Widget] = [
            Card(Column([
                Label("Time is up", "heading"), *lines, Label(drill_words.AIM, "small", "text_soft"),
            ], gap=8)),
            *([Label(self._trouble, "small", "act")] if self._trouble else []),
            Flow([Button("Another drill", "primary", yields=DrillAct.ANEW)]),
        ]
        if wrong:
            parts.append(Label("To look at again, in the guide", "heading"))
            titles = {name: capitalise(self._setup.behaviours[name].title) for name in wrong}
            parts.append(Grid([Button(titles[name], yields=LookedUp(name)) for name in wrong], least=380, most=3))
        return Scroll(Column(parts, gap=10), self.page.offsets, "end")

    # --- what can be done --------------------------------------------------------------------------------------------

    def respond(self, event: Sorted | SignNamed | LookedUp | DrillAct) -> Next | None:
        """Sort, name a sign, go on."""
        match event:
            case Sorted(name):
                self._sort(name)
            case SignNamed(cue):
                self._settle(cue)
            case LookedUp(name):
                return Push(self._setup.learning.guide(name))
            case DrillAct.LOOK_AGAIN:
                self._look_again()
            case DrillAct.ON:
                self._go_on()
            case DrillAct.ANEW:
                return Replace(self._setup.again())
            case _:
                assert_never(event)
        return None

    def back(self) -> Next | None:
        """Esc ends it; what was answered is kept."""
        return Pop()

    def leave(self) -> None:
        """The record is closed."""
        self._setup.close()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Digits answer, R shows it again, G opens the guide."""
        if event.type == pygame.KEYDOWN and not self._over:
            self.lay()
            yielded = self._find_meant(event.key)
            if yielded is not None and self.page.find(yielded):
                self.renew()
                return self.respond(yielded)
        return super().handle(event)

    def _find_meant(self, key: int) -> Sorted | SignNamed | LookedUp | DrillAct | None:
        """What a key asks for at present."""
        names = [exemplar.name for exemplar in self._prompt.shown]
        if key == pygame.K_r:
            return DrillAct.LOOK_AGAIN
        if key == pygame.K_g:
            return LookedUp(names[0])
        if key not in DIGITS:
            return None
        n = DIGITS.index(key)
        if self._said:
            return SignNamed(self._signs[n]) if n < len(self._signs) else None
        choices = names if len(names) == 2 else ["", names[0]]
        return Sorted(choices[n]) if n < len(choices) else None

    def update(self, seconds: float) -> Next | None:
        """Let the clips go on, and the time."""
        if not self._over:
            self._gone += seconds
        self._since += seconds
        for player in self._players:
            player.update(seconds)
        return super().update(seconds)

    # --- one after another -------------------------------------------------------------------------------------------

    def _show_next(self) -> None:
        self._prompt = self._drill.next()
        self._signs = self._drill.signs(self._prompt)
        self._said, self._answer, self._since, self._looks = None, None, 0.0, 1
        closest = CLOSENESS[self._prompt.distance] * self.style.scale
        self._players = []
        both = len(self._prompt.shown) > 1
        for n, exemplar in enumerate(self._prompt.shown):
            take = self._setup.takes[exemplar.name]
            short = Take(take.scene, take.footage.shorten(TICKS, BEFORE))
            player = ClipPlayer(self.style, short, f"clip {n}", loops=both, told=False, closest=closest)
            self._players.append(player)

    def _look_again(self) -> None:
        self._looks += 1
        for player in self._players:
            player.again()

    def _sort(self, name: str) -> None:
        """The sign is asked for where there is one: who took nothing for something is told so at once."""
        self._said, self._took = name, self._since
        if len(self._prompt.shown) > 1 or not name or self._prompt.meant is None:
            self._settle("")

    def _settle(self, sign: str) -> None:
        """Keep the answer, and tell what was right."""
        prompt, meant = self._prompt, self._prompt.meant
        self._answer = Sorting(
            self._setup.now(),
            tuple(exemplar.name for exemplar in prompt.shown),
            meant.name if meant else "",
            self._said or "",
            (meant or prompt.shown[0]).cue,
            sign,
            prompt.subtlety,
            prompt.distance,
            prompt.crowd,
            round(self._took, 2),
            self._looks,
        )
        self._drill.take(self._answer)
        self._trouble = self._setup.keep(self._answer)
        for player in self._players:
            player.loops = player.told = True
            player.again()

    def _go_on(self) -> None:
        if self._gone < self._setup.lasts:
            self._show_next()
            return
        self._over, self._players = True, []
        self._setup.close()
