"""What a screen is, and what can happen after it. A screen never changes screens itself: it says what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, cast

import pygame

from .boxes import Column, Flow, Row
from .page import Page
from .press import Button
from .style import Style
from .widget import Label, Widget


class Screen(Protocol):
    """One full window of the program, drawn `frames` times a second at most."""

    frames: int

    def handle(self, event: pygame.event.Event) -> "Next | None":
        """Take in an event."""

    def update(self, seconds: float) -> "Next | None":
        """Let time pass."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all of the window."""

    def leave(self) -> None:
        """The screen is not come back to: let go of what it holds open."""


@dataclass(frozen=True, slots=True)
class Push:
    """Show a screen; this one is come back to."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen before, or to the one so many before."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class Replace:
    """Show a screen in place of this one, or of the last so many."""

    screen: Screen
    count: int = 1


@dataclass(frozen=True, slots=True)
class Home:
    """Back to the title."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program."""


Next = Push | Pop | Replace | Home | Quit


@dataclass(frozen=True, slots=True)
class Back:
    """The trainee wants to be where they came from."""


E = TypeVar("E")


class PageScreen(Generic[E]):
    """A screen that is one page of widgets: it builds them, and answers what is pressed.

    `E` are the events that its widgets yield, besides `Back`.
    """

    frames = 30

    def __init__(self, style: Style) -> None:
        self.style = style
        self.page = Page(style, leads=True)
        self._built = -1

    def build(self) -> Widget:
        """The page's tree, for the state as it is now."""
        raise NotImplementedError

    def dialog(self) -> Widget | None:
        """The question that stands over the page now, if any."""
        return None

    def respond(self, event: E) -> Next | None:
        """What a press sets off."""
        raise NotImplementedError

    def back(self) -> Next | None:
        """What Esc and the way back set off."""
        return Pop()

    def renew(self) -> None:
        """The state has changed: build anew before the next picture."""
        self._built = -1

    def lay(self) -> None:
        """Build and lay out, if anything has changed."""
        if self._built != self.style.version:
            self._built = self.style.version
            self.page.show(self.build(), self.room(), self.dialog())

    def room(self) -> pygame.Rect:
        """The part of the window that the page has."""
        margin = self.style.px(28)
        return pygame.Rect((0, 0), self.style.size).inflate(-2 * margin, -2 * margin)

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Give the event to the page, and answer what it sets off."""
        self.lay()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.renew()
            return self.back()
        pressed = self.page.handle(event)
        if pressed is None:
            return None
        self.renew()
        # A page holds widgets of any screen; that this screen's yield its own events, a test asks of every one shown.
        return self.back() if isinstance(pressed, Back) else self.respond(cast("E", pressed))

    def update(self, seconds: float) -> Next | None:
        """Let time pass."""
        self.page.update(seconds)
        return None

    def leave(self) -> None:
        """A page holds nothing open."""

    def draw(self, surface: pygame.Surface) -> None:
        """The backdrop and the page."""
        self.lay()
        surface.fill(self.style.colour("backdrop"))
        self.page.draw(surface)


def sheet(
    title: str, words: str, body: Widget, *actions: Widget, aside: str = "", beside: Sequence[Widget] = ()
) -> Widget:
    """The usual page: back, what stands `beside` it, and title above, the body in the room left, actions below."""
    back = Button("Back", "quiet", "Esc", yields=Back())
    end = [Label(aside, "small", "text_soft")] if aside else []
    head: list[Widget] = [Row([back, *beside, Label(title, "title", grow=1), *end], gap=16)]
    if words:
        head.append(Label(words, "body", "text_soft"))
    foot = [Flow(list(actions), align=1.0)] if actions else []
    body.grow = 1
    return Column([*head, body, *foot], gap=14)
