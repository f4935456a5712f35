"""One clip of the guide over the whole window."""

from enum import Enum, auto

import pygame

from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, sheet
from game.widgets.style import Style
from game.widgets.widget import Drawing, Widget

from ..clip_player import CLOSEST, ClipPlayer, Take

CLOSER = 2.0
"""How many times as close as on the guide's page the view may come: the picture is so much larger, too."""


class ClipAct(Enum):
    """What can be done with it."""

    AGAIN = auto()


class LargeClip(PageScreen[ClipAct]):
    """The clip of one behaviour, with what it is called and what tells it from others."""

    def __init__(self, style: Style, title: str, differs: str, take: Take) -> None:
        super().__init__(style)
        self._title, self._differs = title, differs
        self._player = ClipPlayer(style, take, "large clip", closest=CLOSER * CLOSEST)

    def build(self) -> Widget:
        """The words above the picture."""
        again = Button("From the beginning", hint="R", yields=ClipAct.AGAIN)
        return sheet(self._title, self._differs, Drawing(self._player.paint), beside=[again])

    def respond(self, event: ClipAct) -> Next | None:
        """Play it from its beginning."""
        self._player.again()
        return None

    def handle(self, event: pygame.event.Event) -> Next | None:
        """R does what the button says."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_r:
            return self.respond(ClipAct.AGAIN)
        return super().handle(event)

    def update(self, seconds: float) -> Next | None:
        """Let the clip go on."""
        self._player.update(seconds)
        return super().update(seconds)
