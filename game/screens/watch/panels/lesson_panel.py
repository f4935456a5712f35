"""The card of the lesson's present step, short where there is little room."""

from game.widgets.widget import Widget

from ..desk import Desk


class LessonPanel:
    """All that it shows changes with the lesson."""

    version = 0

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def widget(self) -> Widget | None:
        """The card, if the lesson is not over."""
        desk = self._desk
        return desk.coach.widget(short=desk.board.snug > 1, entered=not desk.choosing.awaits_enter)
