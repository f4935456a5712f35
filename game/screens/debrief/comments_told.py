"""Comments on moments: those there are, to be pressed for their moment; and the screen on which one is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pygame

from game.clock import clock
from game.record import LONGEST
from game.widgets.boxes import Card, Column, Row
from game.widgets.press import Button, Press
from game.widgets.screen import Next, PageScreen, Pop, sheet
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from .debrief_setup import Debriefed
from .moments import CommentChosen

WORDS = (
    "It is kept beside the record, which stays as it was sealed, and shown in its debrief. Whoever is to read it needs "
    "the file that ends on .comments along with the record."
)


def comments_told(told: Debriefed) -> Iterator[Widget]:
    """All comments, in order of their moments."""
    comments = told.commented.comments if told.commented else []
    if comments:
        yield Label("Comments", "heading")
    for remark in comments:
        yield Press(Label(f"{clock(remark.tick)}  {remark.words}"), yields=CommentChosen(remark.tick), pad=11)


@dataclass(frozen=True, slots=True)
class CommentGiven:
    """What was typed is the comment."""


class CommentScreen(PageScreen[CommentGiven]):
    """A comment is typed; `keep` takes it, and says in a sentence what went wrong, if anything did."""

    def __init__(self, style: Style, tick: int, keep: Callable[[str], str]) -> None:
        super().__init__(style)
        self._tick, self._keep = tick, keep
        self._typed = self._problem = ""

    def build(self) -> Widget:
        """The field."""
        done = Button("Keep it", "primary", "Enter", yields=CommentGiven(), enabled=bool(self._typed.strip()))
        told = Label(f"{self._typed}_" if self._typed else "Type what is to be said of this moment", "body",
                     "text" if self._typed else "text_soft", grow=1)
        parts: list[Widget] = [Card(Row([told, done], gap=10), pad=12, fill="raised_down")]
        if self._problem:
            parts.append(Label(self._problem, "strong", "act"))
        return sheet(f"A comment at {clock(self._tick)}", WORDS, Column(parts, gap=12))

    def respond(self, event: CommentGiven) -> Next | None:
        """Keep it, and go back."""
        self._problem = self._keep(self._typed.strip())
        return None if self._problem else Pop()

    def back(self) -> Next | None:
        """Esc takes back what was typed, first."""
        if self._typed:
            self._typed = ""
            return None
        return Pop()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """What is typed is the comment, and Enter its end; all else is the page's."""
        if event.type != pygame.KEYDOWN:
            return super().handle(event)
        letter = getattr(event, "unicode", "")
        if event.key == pygame.K_BACKSPACE and self._typed:
            self._typed = self._typed[:-1]
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self._typed.strip() and not self.page.ringed:
            self.renew()
            return self.respond(CommentGiven())
        elif letter and letter.isprintable() and (self._typed or letter != " ") and len(self._typed) < LONGEST:
            self._typed += letter
            self.page.ringed = False
        else:
            return super().handle(event)
        self.renew()
        return None
