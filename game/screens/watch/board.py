"""The panels as they are laid out over the window: what they cover, and how large the inspector's picture is."""

from typing import Protocol

import pygame

from game.view.close_up import SIZE
from game.view.exposure import Panel
from game.widgets.corners import Corners
from game.widgets.page import Page
from game.widgets.style import Style
from game.widgets.widget import Widget

SNUGGEST = 3
"""How far panels draw in, at the most, where a window has too little room for them; 0 is not at all."""
NARROW = 290
"""Px (at 720) of the inspector's width where there is little room."""


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
        self.snug = 0
        """How far the panels make do with less room: 1 the plan and the list fold, 2 all is short, 3 it is narrow."""
        self.free = 1.0
        """The share of the window that is under no panel; what is only said for a while is left out."""
        self.close_up: Widget | None = None
        """That picture, while it is open."""
        self._style = style

    @property
    def right_width(self) -> float:
        """Px (at 720) of the inspector's width."""
        return NARROW if self.snug == SNUGGEST else Corners.right_width

    def show(self, corners: Corners, dialog: Widget | None, close_up: Widget | None) -> None:
        """Lay the panels out, and perhaps a dialog over them; `close_up` is the inspector's picture among them."""
        self.page.show(corners, pygame.Rect((0, 0), self._style.size), dialog)
        self.covered, self.close_up = corners.find_covered(), close_up
        wide, high = self._style.size
        self.free = 1 - sum(part.rect.w * part.rect.h for part in corners.find_lasting()) / (wide * high)
        if close_up is not None:
            self.inspector = close_up.rect.size
