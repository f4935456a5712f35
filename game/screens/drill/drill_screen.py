"""A drill: watch a clip, sort it, say which sign, be told why; then the next, until the time is up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

import pygame

from game.practice import Sorting
from game.text import capitalise
from game.widgets.boxes import Column, Grid, Row
from game.widgets.press import Button
from game.widgets.screen import Next, Push, Replace
from game.widgets.scroll import Scroll
from game.widgets.widget import Drawing, Label, Widget

from ..clip_player import ClipPlayer, Take
from ..keys import DIGITS
from . import drill_words
from .timed_drill import CLOSENESS, LookedUp, SignNamed, TimedDrill

TICKS, BEFORE = 46, 16
"""Ticks that a clip shows, and how many of them lead up to what can be made out: then come three seconds of that."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The trainee says: nothing ("" ), or that the behaviour of this name is worth a second look."""

    name: str


class DrillAct(Enum):
    """What else can be done in a drill."""

    LOOK_AGAIN = auto()
    ON = auto()
    ANEW = auto()


DrillEvent = Sorted | SignNamed | LookedUp | DrillAct


class DrillScreen(TimedDrill[DrillEvent]):
    """The clip on the left; on the right the question, or the answer and its reason."""

    title = "Drill"

    # --- the page ----------------------------------------------------------------------------------------------------

    def _picture(self) -> Widget:
        return Row([Drawing(player.paint, grow=1) for player in self._players], gap=12, centred=False)

    def _side(self) -> Iterable[Widget]:
        if self._answer is not None:
            told = drill_words.reasons(self._prompt, self._answer, self._setup.behaviours, self._setup.cues)
            return self._outcome(drill_words.verdict(self._prompt, self._answer), told, DrillAct.ON)
        if self._said:
            cues, signs = self._setup.cues, enumerate(self._signs, 1)
            buttons = [Button(cues[cue], hint=str(n), yields=SignNamed(cue)) for n, cue in signs]
            return [Label(drill_words.WHICH, "heading"), *buttons]
        names = [exemplar.name for exemplar in self._prompt.shown]
        question, words, said = drill_words.SINGLE, (drill_words.NO, drill_words.YES), ["", names[0]]
        aside = drill_words.HALF
        if len(names) == 2:
            question, words, said, aside = drill_words.BOTH, drill_words.SIDES, names, drill_words.NO_HURRY
        return [
            Label(question, "heading"),
            *(Button(words[n], hint=str(n + 1), yields=Sorted(said[n])) for n in range(2)),
            Button("See it again", "quiet", "R", yields=DrillAct.LOOK_AGAIN),
            Label(aside, "small", "text_soft"),
        ]

    def _end(self) -> Widget:
        wrong = drill_words.to_look_at(self._drill.answers)
        again = Button("Another drill", "primary", yields=DrillAct.ANEW)
        parts = self._ending(drill_words.sum_up(self._drill), again)
        if wrong:
            parts.append(Label("To look at again, in the guide", "heading"))
            titles = {name: capitalise(self._setup.behaviours[name].title) for name in wrong}
            parts.append(Grid([Button(titles[name], yields=LookedUp(name)) for name in wrong], least=380, most=3))
        return Scroll(Column(parts, gap=10), self.page.offsets, "end")

    # --- what can be done --------------------------------------------------------------------------------------------

    def respond(self, event: DrillEvent) -> Next | None:
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

    def _find_meant(self, key: int) -> DrillEvent | None:
        """What a key asks for at present."""
        names = [exemplar.name for exemplar in self._prompt.shown]
        if key == pygame.K_r:
            return DrillAct.LOOK_AGAIN
        if key == pygame.K_g:
            return LookedUp(names[0])
        if key not in DIGITS:
            return None
        n = DIGITS[key] - 1
        if self._said:
            return SignNamed(self._signs[n]) if n < len(self._signs) else None
        choices = names if len(names) == 2 else ["", names[0]]
        return Sorted(choices[n]) if n < len(choices) else None

    def _play(self, seconds: float) -> None:
        self._since += seconds
        for player in self._players:
            player.update(seconds)

    # --- one after another -------------------------------------------------------------------------------------------

    def _show_next(self) -> None:
        self._prompt = self._drill.next()
        self._signs = self._drill.signs(self._prompt)
        self._said, self._answer, self._since = None, None, 0.0
        self._looks = 1
        closest = CLOSENESS[self._prompt.distance]
        self._players: list[ClipPlayer] = []
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
        self._keep(Sorting(
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
        ))
        for player in self._players:
            player.loops = player.told = True
            player.again()
