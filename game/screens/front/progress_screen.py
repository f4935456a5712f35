"""The progress of a trainee: how exercises went one after another, and what to practise; a sentence for each figure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import assert_never

import pygame

from game.progress import (
    BARS,
    DECOYS,
    EXERCISES,
    NO_GRADE,
    Estimate,
    Fooled,
    GroupRate,
    Plausible,
    Stretch,
    between,
    lapse_words,
    say_criterion,
    say_fairness,
    say_fooled,
    say_group,
    say_lapses,
    say_pause,
    say_sensitivity,
    span_words,
)
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..navigation import Learning

MOST = 6
"""Stretches shown, the latest: more would not be told apart."""
FOOLED = 6
"""Look-alikes shown, those that fooled most often."""
SENSITIVITY, CRITERION = (-0.8, 4.2), (-1.2, 2.0)
"""What the two charts span: all that is plausible of trainees."""


@dataclass(frozen=True)
class Progressing:
    """What there is to tell: stretches of exercises in order, look-alikes that fooled, and practice.

    `titles` say what a behaviour of this name is · `practised` is when a drill was last done, `now` the present.
    """

    stretches: Sequence[Stretch]
    fooled: Sequence[Fooled]
    titles: Mapping[str, str]
    practised: datetime | None
    now: datetime
    due: int
    fairness: Sequence[GroupRate] = ()
    """False alarms by how people look, where there is enough to say."""
    faults: Sequence[str] = ()
    """Ways of watching that stand out, a sentence each."""
    often: int = 1
    """On how many of the last seven days there was practice."""


@dataclass(frozen=True, slots=True)
class PractiseAsked:
    """Practise the look-alike of this name, and what it is taken for."""

    name: str


class ProgressAct(Enum):
    """What can be done from here, besides practising one thing."""

    DRILL = auto()
    DUE = auto()
    FREEZE = auto()


class ProgressScreen(PageScreen[PractiseAsked | ProgressAct]):
    """A card a figure, each with its sentence."""

    def __init__(self, style: Style, told: Progressing, learning: Learning) -> None:
        super().__init__(style)
        self._told, self._learning = told, learning
        self._shown = told.stretches[-MOST:]

    def build(self) -> Widget:
        """The cards in columns."""
        told = self._told
        practice = [
            Button("Two-minute drill", "primary", yields=ProgressAct.DRILL),
            Button("Freeze", yields=ProgressAct.FREEZE, tip="The picture goes: who, where, what next?"),
        ]
        if told.due:
            practice.append(Button(f"Ten minutes, due today ({told.due})", yields=ProgressAct.DUE))
        cards: list[Widget] = [
            self._card("Practice", say_pause(told.practised, told.now, told.due, told.often), Flow(practice)),
            self._card("Telling those who matter from decoys", say_sensitivity(told.stretches), DECOYS, self._chart(
                SENSITIVITY, lambda estimate: estimate.sensitivity, "chance")),
            self._card("How readily you mark", say_criterion(told.stretches), self._chart(
                CRITERION, lambda estimate: estimate.criterion, "even-handed")),
            *([self._card("What stands out", *told.faults)] if told.faults else []),
            self._card("How you miss", say_lapses(told.stretches), *self._lapses()),
            self._card("Look-alikes that fool you", say_fooled(told.fooled), *self._show_fooling()),
            self._card("Fairness", say_fairness(told.fairness), *self._fairness()),
        ]
        body = Column([Grid(cards, least=400, gap=14, most=2), Label(NO_GRADE, "small", "text_soft")], gap=10)
        return sheet("Progress", "", Scroll(body, self.page.offsets))

    def _card(self, title: str, *parts: str | Widget) -> Widget:
        inside = [Label(part) if isinstance(part, str) else part for part in parts]
        return Card(Column([Label(title, "heading"), *inside], gap=8))

    def _chart(self, spans: tuple[float, float], of: Callable[[Estimate], Plausible], zero: str) -> Widget:
        """A bar from low to high for each stretch that bears one, a dot in its middle; below, when and from what."""
        shown = [(stretch, of(stretch.pooled.estimate)) for stretch in self._shown if stretch.pooled.estimate]
        if not shown:
            return Column([])

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            style, (low, high) = self.style, spans
            words = style.words(zero, "small", style.colour("text_soft"))

            def height(value: float) -> int:
                return round(rect.bottom - (max(low, min(high, value)) - low) / (high - low) * rect.h)

            pygame.draw.line(surface, style.colour("line"), (rect.x, height(0)), (rect.right, height(0)))
            surface.blit(words, words.get_rect(bottomright=(rect.right, height(0) - 2)))
            step = rect.w / (len(shown) + 1)
            for n, (_, likely) in enumerate(shown, 1):
                x, thick = round(rect.x + n * step), style.px(3)
                ends = height(likely.high), height(likely.low)
                pygame.draw.line(surface, style.colour("accent"), (x, ends[0]), (x, ends[1]), thick)
                for y in ends:
                    pygame.draw.line(surface, style.colour("accent"), (x - 3 * thick, y), (x + 3 * thick, y), thick)
                dot = pygame.Rect(0, 0, 4 * thick, 4 * thick)
                dot.center = x, height(likely.middle)
                style.box(surface, dot, style.colour("text"), radius=2 * thick)

        lines = [
            Label(f"{span_words(stretch)}: {between(likely)}", "small", "text_soft") for stretch, likely in shown
        ]
        return Column([Label(BARS, "small", "text_soft"), Drawing(paint, height=110), *lines], gap=3)

    def _lapses(self) -> list[Widget]:
        about = [Label(EXERCISES, "small", "text_soft")] if self._shown else []
        return [*about, *(
            Column([
                Label(span_words(stretch), "small", "text_soft"),
                Label(f"Found {stretch.pooled.found} of {stretch.pooled.of}: {lapse_words(stretch.lapses)}.", "small"),
            ], gap=1)
            for stretch in self._shown
        )]

    def _show_fooling(self) -> list[Widget]:
        lines: list[Widget] = []
        for fooled in self._told.fooled[:FOOLED]:
            title = self._told.titles.get(fooled.name)
            if title is None:
                continue
            words = Row([
                Label(title, "strong", grow=1), Label(f"marked {fooled.times} of {fooled.of}", "small", "false_alarm"),
            ], gap=8)
            lines.append(Press(words, yields=PractiseAsked(fooled.name), pad=8, fill="raised_down"))
        return lines

    def _fairness(self) -> list[Widget]:
        return [
            Label(say_group(rate), "small", "false_alarm" if rate.differs == "more" else "text_soft")
            for rate in self._told.fairness
        ]

    def respond(self, event: PractiseAsked | ProgressAct) -> Next | None:
        """To a drill."""
        match event:
            case PractiseAsked(name):
                return Push(self._learning.drill([name]))
            case ProgressAct.DRILL:
                return Push(self._learning.drill())
            case ProgressAct.FREEZE:
                return Push(self._learning.freeze())
            case ProgressAct.DUE:
                return Push(self._learning.drill_due())
            case _:
                assert_never(event)
