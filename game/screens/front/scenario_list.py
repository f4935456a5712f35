"""The list of scenarios, each with a picture of its place."""

from dataclasses import dataclass

import pygame

from game.widgets.boxes import Column, Grid
from game.widgets.press import Press
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Label, Widget

from ..navigation import Offer, Ways


@dataclass(frozen=True, slots=True)
class OfferChosen:
    """The trainee wants to read of this scenario."""

    offer: Offer


class Scenarios(PageScreen[OfferChosen]):
    """One card a scenario; more appear as they are read."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style)
        self._ways = ways
        self._shown: tuple[int, bool] = (-1, False)

    def build(self) -> Widget:
        """The cards in columns, or what is to be said where there are none."""
        ready, learnt = self._ways.shelf.ready, self._ways.preferences.lesson_done
        offers = sorted(self._ways.shelf.offers, key=_by_ease)
        cards: list[Widget] = [
            Press(_card(offer, learnt=learnt), yields=OfferChosen(offer), enabled=not offer.problem)
            for offer in offers
        ]
        body: list[Widget] = [Grid(cards, least=340, gap=14, most=3)] if cards else []
        if not ready:
            body.append(Label("Reading the scenarios …", "body", "text_soft"))
        elif not cards:
            body.append(Label("There is no scenario in the folder “scenarios”. The program may not be complete."))
        inside = Column(body, gap=14)
        return sheet("Choose a scenario", "", Scroll(inside, self.page.offsets))

    def pressed(self, event: OfferChosen) -> Next | None:
        """To the briefing."""
        return Push(self._ways.briefing(event.offer))

    def update(self, seconds: float) -> Next | None:
        """Take in what has been read since."""
        now = len(self._ways.shelf.offers), self._ways.shelf.ready
        if now != self._shown:
            self._shown = now
            self.renew()
        return super().update(seconds)


def _by_ease(offer: Offer) -> tuple[bool, bool, bool, str]:
    """The guided first, then those watched from the control room, then those on the floor; of each, one's own last."""
    return not offer.guided, offer.post == "officer", offer.own, offer.title


def _card(offer: Offer, *, learnt: bool) -> Widget:
    words: list[Widget] = [Label(offer.title, "heading", most=2)]
    if offer.problem:
        words += [Label("Cannot be played", "strong", "act"), Label(offer.problem, "small", "text_soft", most=5)]
        return Column(words, gap=6)

    def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
        if picture := offer.picture(rect.size):
            surface.blit(picture, rect)
        else:
            surface.fill((39, 49, 64), rect)

    facts = f"{offer.place} · {length(offer.minutes)} · {offer.post}"
    words += [Label(facts, "small", "text_soft"), Label(offer.summary, "body", most=4)]
    if offer.guided:
        words.insert(1, Label("A guided lesson" if learnt else "A guided lesson: start here", "small", "accent"))
    return Column([Drawing(paint, ratio=16 / 8), *words], gap=6)


def length(minutes: float) -> str:
    """A length of time for people."""
    if minutes < 1:
        return f"{round(minutes * 60)} seconds"
    shown = f"{minutes:.1f}".removesuffix(".0")
    return f"{shown} minute{'' if shown == '1' else 's'}"
