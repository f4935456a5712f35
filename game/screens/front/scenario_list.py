"""The list of scenarios, each with a picture of its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.widgets.boxes import Column, Grid
from game.widgets.press import Press
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..navigation import Kept, Offer, Records, Ways, by_place


@dataclass(frozen=True, slots=True)
class OfferChosen:
    """The trainee wants to read of this scenario."""

    offer: Offer


class Scenarios(PageScreen[OfferChosen]):
    """One card a scenario; more appear as they are read."""

    def __init__(self, style: Style, ways: Ways, read: Callable[[], Records]) -> None:
        """`read` begins to read the past exercises, for what was done of each scenario."""
        super().__init__(style)
        self._ways, self._read = ways, read
        self._records = read()
        self._shown: tuple[int, bool, int] = (-1, False, 0)
        self._left = False

    def build(self) -> Widget:
        """The cards in columns, or what is to be said where there are none."""
        ready = self._ways.shelf.ready
        body: list[Widget] = []
        for place, offers in by_place(self._ways.shelf.offers):
            cards = [
                Press(_card(offer, self._say_done(offer)), yields=OfferChosen(offer), enabled=not offer.problem)
                for offer in offers
            ]
            body += [Label(place or "Elsewhere", "strong", "text_soft"), Grid(cards, least=340, gap=14, most=3)]
        if not ready:
            body.append(Label("Reading the scenarios …", "body", "text_soft"))
        elif not body:
            body.append(Label("There is no scenario in the folder “scenarios”. The program may not be complete."))
        inside = Column(body, gap=14)
        return sheet("Choose a scenario", "", Scroll(inside, self.page.offsets))

    def _say_done(self, offer: Offer) -> str:
        return say_done(self._records.kept, offer, learnt=self._ways.preferences.lesson_done)

    def respond(self, event: OfferChosen) -> Next | None:
        """To the briefing; when it is come back to, more may have been done."""
        self._left = True
        return Push(self._ways.briefing(event.offer))

    def update(self, seconds: float) -> Next | None:
        """Take in what has been read since."""
        if self._left:
            self._records, self._left = self._read(), False
        now = len(self._ways.shelf.offers), self._ways.shelf.ready, sum(kept.done for kept in self._records.kept)
        if now != self._shown:
            self._shown = now
            self.renew()
        return super().update(seconds)


def say_done(kept: Sequence[Kept], offer: Offer, *, learnt: bool) -> str:
    """What was done of a scenario, and how it went the last time; of a lesson never taken, that it comes first."""
    done = [record for record in kept if record.done and record.scenario == offer.id]
    if offer.guided:
        return "A guided lesson, taken" if learnt or done else "A guided lesson: start here"
    if not done:
        return ""
    times = {1: "once", 2: "twice"}.get(len(done), f"{len(done)} times")
    return f"Done {times}. Last time: {done[0].short}"


def _card(offer: Offer, done: str) -> Widget:
    words: list[Widget] = [Label(offer.title, "heading", most=2)]
    if offer.problem:
        words += [Label("Cannot be played", "strong", "act"), Label(offer.problem, "small", "text_soft", most=5)]
        return Column(words, gap=6)

    def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
        if picture := offer.picture(rect.size):
            surface.blit(picture, rect)
        else:
            surface.fill((39, 49, 64), rect)

    facts = f"{'at your own pace' if offer.guided else length(offer.minutes)} · {offer.post}"
    words += [Label(facts, "small", "text_soft"), Label(offer.summary, "body", most=4)]
    if done:
        words.insert(1, Label(done, "small", "accent"))
    return Column([Drawing(paint, ratio=16 / 8), *words], gap=6)


def length(minutes: float) -> str:
    """A length of time for people."""
    if minutes < 1:
        return f"{round(minutes * 60)} seconds"
    shown = f"{minutes:.1f}".removesuffix(".0")
    return f"{shown} minute{'' if shown == '1' else 's'}"
