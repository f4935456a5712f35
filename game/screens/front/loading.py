"""Shown while something takes a moment: what is being done, how far it is, and a way out."""

from typing import Never, assert_never

from game.widgets.boxes import Card, Column, Flow, Narrow
from game.widgets.press import Button
from game.widgets.screen import Back, Next, PageScreen, Pop, Replace
from game.widgets.style import Style
from game.widgets.widget import Gap, Label, Progress, Widget

from ..navigation import Work


class Preparing(PageScreen[Never]):
    """Waits for a piece of work, then gives way to the screen it leads to. Few pictures: the work needs the time."""

    frames = 15

    def __init__(self, style: Style, title: str, work: Work) -> None:
        super().__init__(style)
        self._title = title
        self.work = work
        self._share = 0.0

    def build(self) -> Widget:
        """What is being done, or what went wrong."""
        work = self.work
        self.page.leads = bool(work.problem)  # Enter, pressed once too often on the way here, stops nothing
        if work.problem:
            lines: list[Widget] = [
                Label("That did not work", "heading"), Label(work.problem),
                Flow([Button("Back", "primary", yields=Back())]),
            ]
        else:
            lines = [
                Label(self._title, "heading"), Label(work.saying or " ", "body", "text_soft"), Progress(self._share),
                Flow([Button("Stop", "quiet", "Esc", yields=Back())], align=1.0),
            ]
        return Column([Gap(grow=1), Narrow(Card(Column(lines, gap=12), pad=24), 560), Gap(grow=1)], gap=0)

    def respond(self, event: Never) -> Next | None:
        """There is only the way back."""
        assert_never(event)

    def back(self) -> Next | None:
        """Nobody waits any more."""
        self.work.abandon()
        return Pop()

    def leave(self) -> None:
        """Nobody waits any more, if it is not done."""
        self.work.abandon()

    def update(self, seconds: float) -> Next | None:
        """Let the bar move on, or give way."""
        super().update(seconds)
        if screen := self.work.screen():
            return Replace(screen)
        self._share += (self.work.share - self._share) * min(1.0, seconds * 6)
        self.renew()
        return None
