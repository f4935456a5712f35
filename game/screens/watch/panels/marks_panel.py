"""The trainee's own marks as a list, the small plan below it, and the keys that matter most."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.log import Marked
from game.widgets.boxes import Card, Column, Flow, Row
from game.widgets.corners import Corners
from game.widgets.press import Chip, Press
from game.widgets.scroll import Scroll
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..choosing import GoTo
from ..desk import Desk
from ..hinting import HintAsked
from ..mark_signs import MARK_LEVELS, paint_sign
from .clock_panel import ClockPanel
from .feeds import Feeds, FeedsToggled
from .plan_panel import PlanPanel


@dataclass(frozen=True, slots=True)
class Folded:
    """Fold the list of marks and the plan away, or open them."""


class MarksPanel:
    """Lies in the room that the panel above leaves, and lists as many marks as fit there."""

    def __init__(self, desk: Desk, above: ClockPanel, feeds: Feeds) -> None:
        self.version = 0
        self.plan = PlanPanel(desk)
        self._desk, self._above, self._feeds = desk, above, feeds
        self._chosen: bool | None = None
        """Folded or open as the trainee chose; None: as there is room."""

    def take(self, event: Folded) -> None:
        """Fold or open it."""
        self._chosen = not self._folded
        self.version += 1

    @property
    def _folded(self) -> bool:
        return self._desk.board.snug > 0 if self._chosen is None else self._chosen

    def widget(self) -> Widget:
        """The marks, the plan, and the keys; folded, only how many marks there are."""
        style, rows = self._desk.style, self._rows()
        room = Corners.below_left(style, self._above.widget())
        rim = 2 * style.px(10)
        opens = self._desk.keys.name_keys(" · {p} opens them") if self._folded else ""
        title = f"Your marks ({len(rows)}){opens}"
        head = [Label(title, "small", "text_soft")] if rows else []
        below = [*([] if self._folded else [self.plan.widget()]), self._keys()]
        if self._folded or not rows:
            return Card(Column([*head, *below], gap=8), pad=10, fill="panel_over")
        least = max(row.tall(style, room[0] - rim) for row in rows)
        left = room[1] - rim - Column([*head, *below, Gap()], gap=8).tall(style, room[0] - rim)
        if left < least and len(below) > 1:
            left += below.pop(0).tall(style, room[0] - rim) + style.px(8)
        most = max(least, min(0.26 * style.size[1], left))
        listed = Scroll(Column(rows, gap=4), self._desk.board.page.offsets, "marks", most=most, whole=True)
        return Card(Column([*head, listed, *below], gap=8), pad=10, fill="panel_over")

    def _rows(self) -> Sequence[Widget]:
        here = frozenset(self._desk.clock.now.ids.tolist())
        return [self._row(mark, tick, present=mark.person in here) for mark, tick in self._desk.marks.list_marks()]

    def _row(self, mark: Marked, tick: int, *, present: bool) -> Widget:
        """One mark: its sign as it stands over the head, who, when its level was set, and if they have gone."""
        style, watched = self._desk.style, self._desk.watched
        says = watched.descriptions[mark.person]
        words = f"{watched.hour(tick)} · {MARK_LEVELS[mark.level - 1][1]}" + ("" if present else " · gone")
        return Press(Row([
            Drawing(lambda surface, rect: paint_sign(style, surface, rect, mark.level), width=22, height=22),
            Column([Label(says, "small", most=2), Label(words, "small", "text_soft", most=1)], gap=0, grow=1),
        ], gap=8), pad=6, yields=GoTo(mark.person), fill="raised_down",
            chosen=mark.person == self._desk.exercise.selected)

    def _keys(self) -> Widget:
        """What there is to open, and the keys that matter most at this post."""
        pause = () if self._desk.watched.mode == "assess" else ("Space pause",)
        if self._desk.board.snug > 1:
            pause = ()
        named = self._desk.keys.name_keys
        held = (words.replace(" ", "\u00a0") for words in (named("{h} help"), *pause, "Esc end"))
        keys = Label(" · ".join(held), "small", "text_soft")
        if self._desk.floor.officer:
            keys = Label(f"Right click, or Shift and an arrow key: walk · {keys.text}", "small", "text_soft")
        chips = []
        if self._feeds.cameras:
            chips.append(Chip(named("CCTV pictures ({v})"), self._feeds.open, tick=False, yields=FeedsToggled()))
        if self._desk.watched.mode != "assess":
            chips.append(Chip(named("Hint ({i})"), tick=False, yields=HintAsked()))
        return Column([Flow(chips, gap=6), keys], gap=6) if chips else keys
