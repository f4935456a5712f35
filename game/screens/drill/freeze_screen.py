"""A freeze drill: a clip in which nobody is ringed stops, and all are gone. Who was it, where, and what comes next?

After the way in which awareness of a situation is measured (SAGAT, Endsley 1988): the picture is taken away before it
is asked, so that what was noticed has to be known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

import pygame

from game.practice import Sorting
from game.widgets.boxes import Column, Grid
from game.widgets.press import Button
from game.widgets.screen import Next, Push, Replace
from game.widgets.scroll import Scroll
from game.widgets.widget import Drawing, Label, Widget

from ..clip_player import ClipPlayer
from ..keys import DIGITS
from . import drill_words, freeze_words
from .frozen_clip import FrozenClip, Onward
from .timed_drill import CLOSENESS, LookedUp, SignNamed, TimedDrill

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


class FreezeScreen(TimedDrill[FreezeEvent]):
    """The clip on the left; on the right what is asked, one thing after another, and then what was so."""

    title = "Freeze"

    # --- the page ----------------------------------------------------------------------------------------------------

    def _picture(self) -> Widget:
        return Drawing(self._player.paint if self._player else self._clip.paint)

    def _side(self) -> Iterable[Widget]:
        if self._answer:
            return self._outcome(freeze_words.verdict(self._answer), self._reasons(self._answer), FreezeAct.ON)
        if not self._clip.frozen:
            return [Label(freeze_words.WATCH, "heading"), Label(freeze_words.SOON, "small", "text_soft")]
        question, choices = self._find_question()
        buttons = [Button(words, hint=str(n), yields=event) for n, (words, event) in enumerate(choices, 1)]
        if self._said is None:  # so many places, and nobody at any, are seen at once in large letters as well
            return [Label(question, "heading"), Grid(buttons[:-1], least=100, gap=10, most=2), buttons[-1]]
        return [Label(question, "heading"), *buttons]

    def _find_question(self) -> tuple[str, list[tuple[str, FreezeEvent]]]:
        """The question now, and what can be answered, in the order of the digits."""
        if self._said is None:
            places: list[tuple[str, FreezeEvent]] = [
                (f"At {n}", PlaceChosen(n - 1)) for n in range(1, len(self._clip.places) + 1)
            ]
            return freeze_words.WHERE, [*places, (freeze_words.NOBODY, PlaceChosen(None))]
        if not self._sign:
            signs: list[tuple[str, FreezeEvent]] = [(self._setup.cues[cue], SignNamed(cue)) for cue in self._signs]
            return freeze_words.WHAT.format(self._number), signs
        ways: list[tuple[str, FreezeEvent]] = [(words, OnwardChosen(way)) for way, words in freeze_words.ONWARD.items()]
        return freeze_words.NEXT.format(self._number), ways

    @property
    def _number(self) -> int:
        """The place of whom the clip is about, as it is numbered in the picture."""
        return 1 + [person for person, _ in self._clip.places].index(self._clip.person)

    def _reasons(self, answer: Sorting) -> Iterator[str]:
        yield freeze_words.tell_place(answer, self._number)
        yield from drill_words.reasons(self._prompt, answer, self._setup.behaviours, self._setup.cues)
        yield from freeze_words.tell_next(answer, self._clip.onward)

    def _end(self) -> Widget:
        again = Button("Once more", "primary", yields=FreezeAct.ANEW)
        parts = self._ending(freeze_words.sum_up(self._drill.answers), again)
        return Scroll(Column(parts, gap=10), self.page.offsets, "end")

    # --- what can be done --------------------------------------------------------------------------------------------

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

    def _find_meant(self, key: int) -> FreezeEvent | None:
        """What a key asks for at present."""
        if key == pygame.K_g:
            return LookedUp(self._prompt.shown[0].name)
        if self._answer or key not in DIGITS:
            return None
        choices = self._find_question()[1]
        n = DIGITS[key] - 1
        return choices[n][1] if n < len(choices) else None

    def _play(self, seconds: float) -> None:
        """It is asked from the moment at which the picture is gone."""
        was = self._clip.frozen
        self._clip.update(seconds)
        if self._player:
            self._player.update(seconds)
        elif self._clip.frozen:
            self._since += seconds
        if was != self._clip.frozen:
            self.renew()

    # --- one after another -------------------------------------------------------------------------------------------

    def _show_next(self) -> None:
        self._prompt = self._drill.next(alone=True)
        self._signs = self._drill.signs(self._prompt)
        take = self._setup.takes[self._prompt.shown[0].name]
        closest = CLOSENESS[self._prompt.distance] * self.style.scale
        self._clip = FrozenClip(self.style, take, closest, self._prompt.crowd)
        self._said, self._answer, self._since, self._took = None, None, 0.0, 0.0
        self._sign = ""
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
        self._keep(Sorting(
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
        ))
        self._player = ClipPlayer(self.style, self._setup.takes[exemplar.name], "frozen")
