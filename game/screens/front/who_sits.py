"""Who is practising: what is kept of one trainee is not mixed with that of another at the same machine."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.widgets.boxes import Card, Column, Grid, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Pop, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..navigation import Ways
from ..preferences import LONGEST_NAME

NO_NAME = "no name"
WORDS = (
    "Exercises, drills, progress and settings are kept apart for each of you. A number will do as well as a name; it "
    "stays on this machine. It is no password: anybody here can choose it."
)


@dataclass(frozen=True, slots=True)
class SitsDown:
    """Somebody of this name; "" for none."""

    name: str


@dataclass(frozen=True, slots=True)
class NameGiven:
    """What was typed is the name."""


class WhoSits(PageScreen[SitsDown | NameGiven]):
    """A name is typed, or one of those known is chosen."""

    def __init__(self, style: Style, ways: Ways) -> None:
        super().__init__(style)
        self._ways = ways
        self._known: Sequence[str] = ways.seat.known()
        self._typed = ""
        self._problem = ""

    def build(self) -> Widget:
        """The field, and below it everybody known."""
        begin = Button("Begin", "primary", "Enter", yields=NameGiven(), enabled=bool(self._typed.strip()))
        told = Label(f"{self._typed}_", "strong", grow=1) if self._typed else Label(
            "Type a new name or number", "body", "text_soft", grow=1
        )
        parts: list[Widget] = [Card(Row([told, begin], gap=10), pad=12, fill="raised_down")]
        if self._problem:
            parts.append(Label(self._problem, "strong", "act"))
        now = self._ways.seat.name
        parts.append(Grid([
            Press(Label(name or NO_NAME.capitalize()), yields=SitsDown(name), chosen=name == now, pad=12)
            for name in ("", *self._known)
        ], least=260, gap=8, most=4))
        return sheet("Who is practising?", WORDS, Scroll(Column(parts, gap=12), self.page.offsets))

    def respond(self, event: SitsDown | NameGiven) -> Next | None:
        """Let them sit down, and go back."""
        self._problem = self._ways.sit(event.name if isinstance(event, SitsDown) else self._typed)
        return None if self._problem else Pop()

    def back(self) -> Next | None:
        """Esc takes back what was typed, first."""
        if self._typed:
            self._typed = ""
            return None
        return Pop()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """What is typed is the name, and Enter its end; all else is the page's."""
        if event.type != pygame.KEYDOWN:
            return super().handle(event)
        letter = getattr(event, "unicode", "")
        if event.key == pygame.K_BACKSPACE and self._typed:
            self._typed = self._typed[:-1]
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self._typed.strip() and not self.page.ringed:
            self.renew()
            return self.respond(NameGiven())
        elif letter and letter.isprintable() and (self._typed or letter != " ") and len(self._typed) < LONGEST_NAME:
            self._typed += letter
            self.page.ringed = False
        else:
            return super().handle(event)
        self.renew()
        return None
