"""What cannot be done and why, or else what the loudspeakers are saying."""

from game.widgets.boxes import Card
from game.widgets.widget import Label, Widget

from ..desk import Desk


class Caption:
    """All that it shows is the hands' and the loudspeakers' own."""

    version = 0

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def widget(self) -> Widget | None:
        """One line, if there is anything to say."""
        says = self._desk.hands.message or self._desk.hearing.caption
        return Card(Label(says, "strong", align=0.5), pad=12, fill="panel_over") if says else None
