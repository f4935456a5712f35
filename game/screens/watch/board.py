"""The panels as they are laid out over the window: what they cover, and how large the inspector's picture is."""

from typing import Protocol

import pygame

from game.view.close_up import SIZE
from game.view.exposure import Panel
from game.widgets.corners import Corners
from game.widgets.page import Page
from game.widgets.style import Style
from game.widgets.widget import Widget


class Changing(Protocol):
    """Something of which panels may tell."""

    @property
    def version(self) -> int:
        """Grows with every change that a panel may tell of."""
        ...


class Board:
    """`covered` are the parts of the window under a panel, in px: left, top, width, height."""

    def __init__(self, style: Style) -> None:
        self.page = Page(style)
        self.covered: tuple[Panel, ...] = ()
        self.inspector = SIZE
        """Width and height (px) of the inspector's picture, or what they were when it was open last."""
        self.close_up: Widget | None = None
        """That picture, while it is open."""
        self._style = style

    def show(self, corners: Corners, dialog: Widget | None, close_up: Widget | None) -> None:
        """Lay the panels out, and perhaps a dialog over them; `close_up` is the inspector's picture among them."""
        self.page.show(corners, pygame.Rect((0, 0), self._style.size), dialog)
        self.covered, self.close_up = corners.covered(), close_up
        if close_up is not None:
            self.inspector = close_up.rect.size
