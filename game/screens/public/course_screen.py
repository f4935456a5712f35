"""The course for the public on the screen: page after page, with people who move and questions answered at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import pygame

from game.widgets.boxes import Card, Column, Grid, Narrow, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Pop, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Progress, Widget

from ..clip_player import ClipPlayer, Takes
from ..guide.book import GuidePlace
from ..keys import DIGITS
from ..navigation import Offer, Ways
from .course_words import PAGES, CoursePage

LINE = 760
"""Px (at 720) of what is only read: longer lines are hard to follow from one to the next."""
POST = "staff"
"""The post of the exercise that is offered: that of people without powers."""


class CourseStep(Enum):
    """What can be done on any page."""

    ON = auto()
    BEFORE = auto()
    EXERCISE = auto()
    GUIDE = auto()
    ANEW = auto()


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """The answer of this number."""

    number: int


CourseEvent = CourseStep | AnswerGiven


class PublicCourse(PageScreen[CourseEvent]):
    """The page at which the trainee was, and from there on; where they are is kept with each page."""

    def __init__(
        self, style: Style, ways: Ways, places: Sequence[GuidePlace], film: Callable[[str, Sequence[str]], Takes]
    ) -> None:
        """`film` plays behaviours in one of the `places`, by its key."""
        super().__init__(style)
        self._ways, self._places, self._film = ways, places, film
        self._at = min(ways.preferences.course_page, len(PAGES) - 1)
        self._given: dict[int, int] = {}
        """The answer given on each page, by its number."""
        self._takes: Takes | None = None
        self._players: dict[str, ClipPlayer] = {}
        self._film_clips()

    @property
    def complete(self) -> bool:
        """Whether all that moves on this page is there."""
        return self._takes is None or self._takes.ready

    @property
    def _page(self) -> CoursePage:
        return PAGES[self._at]

    # --- the page ----------------------------------------------------------------------------------------------------

    def build(self) -> Widget:
        """The page's words, what moves on it, its question; and the ways on and back."""
        page = self._page
        alone = not page.clips and not page.asks
        parts: list[Widget] = [
            Narrow(Card(Label(words), pad=18), LINE, 0.0) if alone else Label(words) for words in page.says
        ]
        if page.clips:
            parts.append(Grid([self._clip(name, words) for name, words in page.clips], least=300, gap=14, most=2))
        if page.asks:
            parts += self._question(page)
        body = Scroll(Column(parts, gap=12), self.page.offsets, f"course {self._at}")
        whole = Column([Progress((self._at + 1) / len(PAGES)), body], gap=12)
        body.grow = 1
        return sheet(page.title, "", whole, *self._actions(), aside=f"Page {self._at + 1} of {len(PAGES)}")

    def _question(self, page: CoursePage) -> list[Widget]:
        given = self._given.get(self._at)
        lines: list[Widget] = [Label(page.asks, "heading")]
        if given is None:
            for n, course_answer in enumerate(page.answers):
                words = Row(
                    [Label(str(n + 1), "small", "text_soft"), Label(course_answer.text, grow=1)], gap=12, centred=False
                )
                lines.append(Press(words, yields=AnswerGiven(n), pad=12, fill="raised"))
            return lines
        for n, course_answer in enumerate(page.answers):
            said = "Right: " if course_answer.right else "Your answer: " if n == given else ""
            tint = "hit" if course_answer.right else "concern" if n == given else "text_soft"
            lines.append(Card(Column([
                Label(f"{said}{course_answer.text}", "strong", tint), Label(course_answer.why, "small"),
            ], gap=4), pad=12))  # fmt: skip
        return lines

    def _clip(self, name: str, words: str) -> Widget:
        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            if player := self._players.get(name):
                player.paint(surface, rect)
                return
            self.style.box(surface, rect, self.style.colour("raised_down"), radius=self.style.px(8))
            told = "It could not be played here" if self.complete else "Getting it ready …"
            drawn = self.style.words(told, "small", self.style.colour("text_soft"))
            surface.blit(drawn, drawn.get_rect(center=rect.center))

        return Card(Column([Drawing(paint, ratio=2.0), Label(words)], gap=8), pad=10)

    def _actions(self) -> list[Widget]:
        actions: list[Widget] = []
        if self._at:
            actions.append(Button("Page before", "quiet", yields=CourseStep.BEFORE))
        if self._at == len(PAGES) - 1:
            actions.append(Button("From the start", "quiet", yields=CourseStep.ANEW))
            actions.append(Button("Field guide", yields=CourseStep.GUIDE))
            return [*actions, Button("Done", "primary", "Enter", yields=CourseStep.ON)]
        waits = bool(self._page.asks) and self._at not in self._given
        offers = self._page.exercise and self._offer is not None
        if offers:
            actions.append(Button("Start the exercise", "primary", "Enter", yields=CourseStep.EXERCISE))
            actions.append(Button("Go on", yields=CourseStep.ON))
        elif not waits:
            actions.append(Button("Go on", "primary", "Enter", yields=CourseStep.ON))
        return actions

    @property
    def _offer(self) -> Offer | None:
        """The exercise to be tried: the first that came with the program for people without powers."""
        offers = [offer for offer in self._ways.shelf.offers if offer.post == POST and not offer.problem]
        return min(offers, key=lambda offer: (offer.own, offer.minutes), default=None)

    # --- what can be done --------------------------------------------------------------------------------------------

    def respond(self, event: CourseEvent) -> Next | None:
        """On, back, or an answer."""
        match event:
            case AnswerGiven(number):
                self._given.setdefault(self._at, number)
            case CourseStep.ON:
                if self._at == len(PAGES) - 1:
                    self._go_to(0)
                    return Pop()
                self._go_to(self._at + 1)
            case CourseStep.BEFORE:
                self._go_to(self._at - 1)
            case CourseStep.ANEW:
                self._given.clear()
                self._go_to(0)
            case CourseStep.GUIDE:
                return Push(self._ways.learning.guide())
            case CourseStep.EXERCISE:
                return self._try_out()
        return None

    def _try_out(self) -> Next | None:
        """To the exercise's briefing; the debrief leads back to the page after this one."""
        offer = self._offer
        self._go_to(self._at + 1)
        return Push(self._ways.briefing(offer)) if offer else None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Digits answer; all else is the page's."""
        if event.type == pygame.KEYDOWN and event.key in DIGITS:
            asked = AnswerGiven(DIGITS[event.key] - 1)
            self.lay()
            if self.page.find(asked):
                self.renew()
                return self.respond(asked)
        return super().handle(event)

    def update(self, seconds: float) -> Next | None:
        """Let what moves go on."""
        for n, (name, take) in enumerate(self._takes.takes.items() if self._takes else ()):
            if name not in self._players:
                self._players[name] = ClipPlayer(self.style, take, f"course {n}")
        for player in self._players.values():
            player.update(seconds)
        return super().update(seconds)

    def _go_to(self, page: int) -> None:
        self._at = page
        self._ways.prefer(replace(self._ways.preferences, course_page=page))
        self.page.turn_to(None)
        self.page.offsets.clear()
        self._film_clips()

    def _film_clips(self) -> None:
        """Begin to play what moves on this page, in the first place where all of it can be seen."""
        names = tuple(name for name, _ in self._page.clips)
        place = next((other for other in self._places if other.shown.issuperset(names)), None)
        self._players = {}
        self._takes = self._film(place.key, names) if names and place else None
