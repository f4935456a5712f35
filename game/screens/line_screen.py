"""A screen on which one line is typed, which Enter gives."""

from typing import TypeVar

import pygame

from game.widgets.boxes import Card, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Pop
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

E = TypeVar("E")


class LineScreen(PageScreen[E]):
    """Whatever is typed is the line, of at most `longest` letters; `given` says that it is done."""

    def __init__(self, style: Style, given: E, longest: int) -> None:
        super().__init__(style)
        self._given, self._longest = given, longest
        self._typed = self._problem = ""

    def field(self, asks: str, button: str, face: str = "body") -> list[Widget]:
        """The line as far as it is typed, or what is to be typed, beside the button; below it what went wrong."""
        done = Button(button, "primary", "Enter", yields=self._given, enabled=bool(self._typed.strip()))
        typed = Label(f"{self._typed}_", face, grow=1) if self._typed else Label(asks, "body", "text_soft", grow=1)
        parts: list[Widget] = [Card(Row([typed, done], gap=10), pad=12, fill="raised_down")]
        if self._problem:
            parts.append(Label(self._problem, "strong", "act"))
        return parts

    def back(self) -> Next | None:
        """Esc takes back what was typed, first."""
        if self._typed:
            self._typed = ""
            return None
        return Pop()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """A letter is the line's, and Enter its end."""
        if event.type != pygame.KEYDOWN:
            return super().handle(event)
        letter = getattr(event, "unicode", "")
        if event.key == pygame.K_BACKSPACE and self._typed:
            self._typed = self._typed[:-1]
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self._typed.strip() and not self.page.ringed:
            self.renew()
            return self.respond(self._given)
        elif letter and letter.isprintable() and (self._typed or letter != " ") and len(self._typed) < self._longest:
            self._typed += letter
            self.page.ringed = False
        else:
            return super().handle(event)
        self.renew()
        return None
