"""A freeze drill: a clip in which nobody is ringed stops, and all are gone. Who was it, where, and what comes next?

After the way in which awareness of a situation is measured (SAGAT, Endsley 1988): the picture is taken away before it
is asked, so that what was noticed has to be known.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

import pygame

from game.practice import Prompt, Sorting
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Pop, Push, Replace, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..clip_player import ClipPlayer
from . import drill_words, freeze_words
from .drill_screen import CLOSENESS, DrillSetup, LookedUp, SignNamed
from .frozen_clip import FrozenClip, Onward

FIRST_DIGIT, LAST_DIGIT = pygame.K_1, pygame.K_9
SOMEBODY_ELSE = "somebody else"
"""What is kept as said where another was taken for who was worth a second look."""


@dataclass(frozen=True, slots=True)
class PlaceChosen:
    """The trainee says whose place it was, by its number from 0; or that it was nobody's (None)."""

    number: int | None


@dataclass(frozen=True, slots=True)
class OnwardChosen:
    """The trainee says what they do next."""

    onward: Onward


class FreezeAct(Enum):
    """What else can be done."""

    ON = auto()
    ANEW = auto()


FreezeEvent = PlaceChosen | SignNamed | OnwardChosen | LookedUp | FreezeAct


class FreezeScreen(PageScreen[FreezeEvent]):
    """The clip on the left; on the right what is asked, one thing after another, and then what was so."""

    frames = 60

    def __init__(self, style: Style, setup: DrillSetup) -> None:
        super().__init__(style)
        self._setup, self._drill = setup, setup.drill
        self._gone = self._since = 0.0
        self._trouble = ""
        self._over = False
        self._show_next()

    def build(self) -> Widget:
        """The clip and what is asked or told; or what it came to."""
        if self._over:
            return sheet("Freeze", "", self._end())
        paint = self._player.paint if self._player else self._clip.paint
        picture = Drawing(paint, grow=7)
        side = Scroll(self._side(), self.page.offsets, f"side {len(self._drill.answers)}", grow=4)
        left = max(0.0, self._setup.lasts - self._gone)
        aside = f"about {max(1, round(left / 60))} min left" if left > 60 else "less than a minute left"
        return sheet("Freeze", "", Row([picture, side], gap=16, centred=False), aside=aside)

    def _side(self) -> Widget:
        amiss = [Label(self._trouble, "small", "act")] if self._trouble else []
        if self._answer:
            return Column([*self._told(self._answer), *amiss], gap=10)
        if not self._clip.frozen:
            soon = Label(freeze_words.SOON, "small", "text_soft")
            return Column([Label(freeze_words.WATCH, "heading"), soon, *amiss], gap=10)
        question, choices = self._asked()
        buttons = [Button(words, hint=str(n), yields=event) for n, (words, event) in enumerate(choices, 1)]
        return Column([Label(question, "heading"), *buttons, *amiss], gap=10)

    def _asked(self) -> tuple[str, list[tuple[str, FreezeEvent]]]:
        """The question now, and what can be answered, in the order of the digits."""
        if self._said is None:
            places: list[tuple[str, FreezeEvent]] = [
                (f"At {n}", PlaceChosen(n - 1)) for n in range(1, len(self._clip.places) + 1)
            ]
            return freeze_words.WHERE, [*places, (freeze_words.NOBODY, PlaceChosen(None))]
        if not self._sign:
            return freeze_words.WHAT, [(self._setup.cues[cue], SignNamed(cue)) for cue in self._signs]
        return freeze_words.NEXT, [(words, OnwardChosen(one)) for one, words in freeze_words.ONWARD.items()]

    def _told(self, answer: Sorting) -> list[Widget]:
        words, tint = freeze_words.verdict(answer)
        place = 1 + next(n for n, (person, _) in enumerate(self._clip.places) if person == self._clip.person)
        told = drill_words.reasons(self._prompt, answer, self._setup.behaviours, self._setup.cues)
        lines = [freeze_words.tell_place(answer, place), *told, *freeze_words.tell_next(answer, self._clip.onward)]
        return [
            Label(words, "heading", tint),
            *(Label(line, "strong" if line.startswith("They ") else "body") for line in lines),
            Button("Go on", "primary", "Enter", yields=FreezeAct.ON),
            Button("In the guide", "quiet", "G", yields=LookedUp(self._prompt.shown[0].name)),
        ]

    def _end(self) -> Widget:
        lines = [Label(line) for line in freeze_words.summed_up(self._drill.answers)]
        return Scroll(Column([
            Card(Column([Label("Time is up", "heading"), *lines, Label(drill_words.AIM, "small", "text_soft")], gap=8)),
            *([Label(self._trouble, "small", "act")] if self._trouble else []),
            Flow([Button("Once more", "primary", yields=FreezeAct.ANEW)]),
        ], gap=10), self.page.offsets, "end")

    def respond(self, event: FreezeEvent) -> Next | None:
        """Answer, go on, look it up."""
        match event:
            case PlaceChosen(number):
                self._place(number)
            case SignNamed(cue):
                self._sign = cue
                if self._clip.onward is None:
                    self._settle(None)
            case OnwardChosen(onward):
                self._settle(onward == self._clip.onward)
            case LookedUp(name):
                return Push(self._setup.learning.guide(name))
            case FreezeAct.ON:
                self._go_on()
            case FreezeAct.ANEW:
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
        """Digits answer, G opens the guide."""
        if event.type == pygame.KEYDOWN and not self._over:
            self.lay()
            asked = self._meant(event.key)
            if asked is not None and self.page.find(asked):
                self.renew()
                return self.respond(asked)
        return super().handle(event)

    def _meant(self, key: int) -> FreezeEvent | None:
        """What a key asks for at present."""
        if key == pygame.K_g:
            return LookedUp(self._prompt.shown[0].name)
        if self._answer or not FIRST_DIGIT <= key <= LAST_DIGIT:
            return None
        choices = self._asked()[1]
        n = key - FIRST_DIGIT
        return choices[n][1] if n < len(choices) else None

    def update(self, seconds: float) -> Next | None:
        """Let the clip go on, and the time; it is asked from the moment at which the picture is gone."""
        if not self._over:
            self._gone += seconds
        was = self._clip.frozen
        self._clip.update(seconds)
        if self._player:
            self._player.update(seconds)
        elif self._clip.frozen:
            self._since += seconds
        if was != self._clip.frozen:
            self.renew()
        return super().update(seconds)

    def _show_next(self) -> None:
        self._prompt: Prompt = self._drill.next(alone=True)
        self._signs = self._drill.signs(self._prompt)
        take = self._setup.takes[self._prompt.shown[0].name]
        self._clip = FrozenClip(self.style, take, CLOSENESS[self._prompt.distance] * self.style.scale)
        self._said: str | None = None
        self._sign, self._since, self._took = "", 0.0, 0.0
        self._answer: Sorting | None = None
        self._player: ClipPlayer | None = None

    def _place(self, number: int | None) -> None:
        """What they did is asked of who found the one who mattered; who did not is told at once."""
        exemplar, self._took = self._prompt.shown[0], self._since
        person = None if number is None else self._clip.places[number][0]
        self._said = "" if person is None else exemplar.name if person == self._clip.person else SOMEBODY_ELSE
        if self._said != exemplar.name or not exemplar.meant:
            self._settle(None)

    def _settle(self, foreseen: bool | None) -> None:
        """Keep the answer, and show the clip again, told."""
        prompt, exemplar = self._prompt, self._prompt.shown[0]
        self._answer = Sorting(
            self._setup.now(),
            (exemplar.name,),
            exemplar.name if exemplar.meant else "",
            self._said or "",
            exemplar.cue,
            self._sign,
            prompt.subtlety,
            prompt.distance,
            prompt.crowd,
            round(self._took, 2),
            frozen=True,
            foreseen=foreseen,
        )
        self._drill.take(self._answer)
        self._trouble = self._setup.keep(self._answer)
        self._player = ClipPlayer(self.style, self._setup.takes[exemplar.name], "frozen")

    def _go_on(self) -> None:
        if self._gone < self._setup.lasts:
            self._show_next()
            return
        self._over, self._player = True, None
        self._setup.close()
