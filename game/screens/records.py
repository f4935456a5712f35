"""The past exercises, the newest first; each opens its debrief."""

from collections.abc import Callable

from .page import Fired
from .screen import Next, PageScreen, Pop, Push, sheet
from .style import Style
from .ways import Kept, Records, Ways
from .widgets import Label, Widget
from .widgets_layout import Column, Row
from .widgets_press import Press
from .widgets_scroll import Scroll


class PastExercises(PageScreen):
    """One line a record."""

    def __init__(self, style: Style, ways: Ways, read: Callable[[], Records]) -> None:
        super().__init__(style)
        self._ways = ways
        self._records = read()
        self._shown: tuple[int, bool] = (-1, False)

    def build(self) -> Widget:
        """The lines, or what is to be said where there are none."""
        lines: list[Widget] = [
            Press(_line(kept), key=f"kept/{n}", enabled=not kept.problem) for n, kept in enumerate(self._records.kept)
        ]
        if not self._records.ready:
            lines.append(Label("Reading the records …", "body", "text_soft"))
        elif not lines:
            lines.append(Label("No exercise has been kept yet. Each one you finish will be here.", "body", "text_soft"))
        return sheet("Past exercises", "", Scroll(Column(lines, gap=8), self.page.offsets))

    def pressed(self, fired: Fired) -> Next | None:
        """To the debrief, or back."""
        if fired.key == "back":
            return Pop()
        return Push(self._ways.debrief(self._records.kept[int(fired.key.removeprefix("kept/"))].path))

    def update(self, seconds: float) -> Next | None:
        """Take in what has been read since."""
        now = len(self._records.kept), self._records.ready
        if now != self._shown:
            self._shown = now
            self.renew()
        return super().update(seconds)


def _line(kept: Kept) -> Widget:
    said = kept.problem or kept.summary or "Not brought to an end."
    return Row([
        Label(kept.when, "small", "text_soft", grow=2),
        Column([Label(kept.title, "strong"), *([Label(said, "small", "text_soft")] if said else [])], gap=2, grow=6),
        Label(kept.mode, "small", "text_soft", grow=1),
    ], gap=16)
