"""The table of the panels: which there are, and in which corner each stands."""

from collections.abc import Sequence
from typing import Protocol

from game.widgets.boxes import Column
from game.widgets.corners import Corners
from game.widgets.widget import Gap, Widget

from ..desk import Desk
from .caption import Caption
from .clock_panel import ClockPanel
from .feeds import Feeds
from .inspector import Inspector
from .item_panel import ItemPanel
from .lesson_panel import LessonPanel
from .marks_panel import MarksPanel


class ShownPanel(Protocol):
    """One panel."""

    @property
    def version(self) -> int:
        """Grows whenever what it shows has changed for a reason of its own."""
        ...

    def widget(self) -> Widget | None:
        """What it shows now; None: nothing."""
        ...


class Panels:
    """Each panel by its name, and all of them laid out."""

    def __init__(self, desk: Desk) -> None:
        clock = ClockPanel(desk)
        self._board = desk.board
        self.inspector, self.feeds = Inspector(desk), Feeds(desk)
        self.marks = MarksPanel(desk, above=clock, feeds=self.feeds)
        # A line a corner; panels of one corner stand below one another.
        self._top_left: Sequence[ShownPanel] = [clock]
        self._top_middle: Sequence[ShownPanel] = [LessonPanel(desk)]
        self._right: Sequence[ShownPanel] = [self.inspector, ItemPanel(desk)]
        self._bottom_left: Sequence[ShownPanel] = [self.marks]
        self._bottom_middle: Sequence[ShownPanel] = [Caption(desk), self.feeds]

    @property
    def version(self) -> int:
        """Grows whenever anything has changed in a panel for a reason of its own."""
        every = (*self._top_left, *self._top_middle, *self._right, *self._bottom_left, *self._bottom_middle)
        return sum(panel.version for panel in every)

    def corners(self) -> Corners:
        """All panels as they are now."""
        return Corners(
            _stack(self._top_left), _stack(self._top_middle), _stack(self._right), _stack(self._bottom_left),
            _stack(self._bottom_middle), right_width=self._board.right_width,
        )


def _stack(panels: Sequence[ShownPanel]) -> Widget:
    shown = [widget for panel in panels if (widget := panel.widget()) is not None]
    if not shown:
        return Gap()
    return shown[0] if len(shown) == 1 else Column(shown, gap=8)
