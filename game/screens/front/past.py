"""The past exercises, the newest first; each opens its debrief."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.course import LESSON
from game.widgets.boxes import Card, Column, Row
from game.widgets.press import Press
from game.widgets.screen import Next, PageScreen, Push, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Gap, Label, Widget

from ..navigation import Kept, ProgressLines, Records, Ways

HEADS = ("When", "Exercise", "Result", "Kind", "Record")
SHARES = (3, 8, 4, 2, 2)
"""How wide the columns are against each other: the title has the longest words."""
CHANGED = "Changed"
"""How a record stands that is not as it was written."""
APART = (
    "Lessons are left out, and exercises are taken together only where about as many of the people could be found: "
    "where hardly anybody can be, everyone marks less readily."
)


@dataclass(frozen=True, slots=True)
class RecordChosen:
    """The trainee wants to see this exercise again."""

    path: Path


class PastExercises(PageScreen[RecordChosen]):
    """One line a record."""

    def __init__(self, style: Style, ways: Ways, read: Callable[[], Records]) -> None:
        super().__init__(style)
        self._ways = ways
        self._read, self._records = read, read()
        self._away = False
        self._anew: Records | None = None
        self._shown: tuple[int, bool] = (-1, False)

    def build(self) -> Widget:
        """The lines, or what is to be said where there are none."""
        lessons = {offer.title for offer in self._ways.shelf.offers if offer.guided}
        lines: list[Widget] = [
            Press(_line(kept, lesson=kept.title in lessons), yields=RecordChosen(kept.path), enabled=kept.opens)
            for kept in self._records.kept
        ]
        heads = _row(*(Label(head, "small", "text_soft") for head in HEADS))
        heads.grow = 1
        above: list[Widget] = [Row([Gap(14), heads, Gap(28)], gap=0)] if lines else []
        if not self._records.ready:
            lines.append(Label("Reading the records …", "body", "text_soft"))
        elif not lines:
            lines.append(Label("No exercises yet. Each one you finish will appear here.", "body", "text_soft"))
        if self._records.ready and self._records.together:
            lines = [_together(self._records.together), *above, *lines]
            above = []
        listed = Scroll(Column(lines, gap=8), self.page.offsets, grow=1)
        return sheet("Past exercises", "", Column([*above, listed], gap=6))

    def respond(self, event: RecordChosen) -> Next | None:
        """To the debrief, from which one may play again."""
        self._away = True
        return Push(self._ways.debrief(event.path))

    def update(self, seconds: float) -> Next | None:
        """Take in what has been read since; whoever comes back sees what was played meanwhile, once it is all read."""
        if self._away:
            self._away, self._anew = False, self._read()
        if self._anew is not None and self._anew.ready:
            self._records, self._anew, self._shown = self._anew, None, (-1, False)
        now = len(self._records.kept), self._records.ready and self._ways.shelf.ready
        if now != self._shown:
            self._shown = now
            self.renew()
        return super().update(seconds)


def _together(told: Sequence[ProgressLines]) -> Widget:
    """What the exercises say together, before each by itself."""
    said: list[Widget] = [Label("Taken together", "heading")]
    for progress_lines in told:
        said += [Label(progress_lines.heading, "strong"), *map(Label, progress_lines.sentences), Gap(6)]
    said.append(Label(APART, "small", "text_soft"))
    return Card(Column(said, gap=5))


def _line(kept: Kept, *, lesson: bool) -> Widget:
    """In a lesson nothing counts, whatever an older record of one says."""
    summary, short = (LESSON, "Done") if lesson and kept.short else (kept.summary, kept.short)
    return _row(
        Label(kept.when, "small", "text_soft"),
        Column([Label(kept.title, "strong"), Label(kept.problem or summary, "small", "text_soft")], gap=2),
        Label(short or "–", "strong"),
        Label("Lesson" if lesson else kept.kind, "small", "text_soft"),
        Label(kept.standing, "small", "act" if kept.standing == CHANGED else "text_soft"),
    )


def _row(*cells: Widget) -> Widget:
    for cell, share in zip(cells, SHARES, strict=True):
        cell.grow = share
    return Row(cells, gap=16)
