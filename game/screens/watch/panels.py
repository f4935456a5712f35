"""Which panels stand over the scene, and what is in them at present."""

import pygame

from game.widgets.boxes import Column
from game.widgets.corners import Corners
from game.widgets.press import Chip
from game.widgets.style import Style
from game.widgets.widget import Gap, Label, Widget

from .feeds import Feeds
from .inspector import caption_panel, inspector, mark_row, marks_panel, top_panel
from .own_figure import OnFloor
from .own_marks import OwnMarks
from .plan_panel import PlanPanel
from .scene_view import Picture
from .view_control import Looking
from .watch_clock import Passing
from .watch_setup import Watched


class Panels:
    """The trainee folds the plan and opens families of cues here; `offsets` is how far lists are scrolled."""

    def __init__(
        self, style: Style, watched: Watched, picture: Picture, plan: PlanPanel, looking: Looking, floor: OnFloor,
        time: Passing, offsets: dict[str, int],
    ) -> None:
        self.style, self.watched, self.exercise = style, watched, watched.exercise
        self.feeds = Feeds(picture, () if floor.officer else watched.layout.venue.cameras)
        self.family = ""
        self.plan_open = True
        self.marks = OwnMarks(watched.exercise)
        self._picture, self._plan, self._looking, self._floor, self._time = picture, plan, looking, floor, time
        self._offsets = offsets

    def corners(self, card: Widget | None, caption: str, *, follows: bool) -> Corners:
        """All panels; `card` is the lesson's."""
        exercise, watched = self.exercise, self.watched
        here = frozenset(self._time.now.ids.tolist())
        top = top_panel(
            watched, exercise.tick, exercise.lasts, paused=exercise.paused, trouble=str(watched.sitting.trouble or "")
        )
        rows = [
            mark_row(
                self.style, watched, mark, first, present=mark.person in here, chosen=mark.person == exercise.selected
            )
            for mark, first in self.marks.listed()
        ]
        return Corners(
            top,
            card or Gap(),
            self._inspector(exercise.selected, follows=follows),
            marks_panel(
                self.style, rows, self._planned(), self._ways(), self._offsets, Corners.below_left(self.style, top),
                folded=not self.plan_open,
            ),
            self.feeds.panel(caption_panel(caption), self._time),
        )

    def fold(self) -> None:
        """Fold the plan and the list of marks away, or open them."""
        self.plan_open = not self.plan_open

    def _ways(self) -> Widget:
        """What there is to open, and the keys that matter most at this post."""
        pause = () if self.watched.mode == "assess" else ("Space pause",)
        held = (one.replace(" ", "\u00a0") for one in ("H help", *pause, "Esc end"))
        keys = Label(" · ".join(held), "small", "text_soft")
        if self._floor.officer:
            return Column([Label("Right click, or Shift and an arrow key: walk", "small"), keys], gap=2)
        if not self.feeds.cameras:
            return keys
        return Column([Chip("CCTV pictures (V)", self.feeds.open, tick=False, key="feeds"), keys], gap=6)

    def _inspector(self, person: int | None, *, follows: bool) -> Widget:
        if person is None:
            return Gap()
        high = max(190.0, min(300.0, self.style.size[1] / self.style.px(100) * 100 * 0.36))
        sees = self._floor.sees(person)
        return inspector(
            self.watched, person, self.exercise.marks.get(person), self.family, self._paint_close_up, self._offsets,
            follows=follows, picture=high, sees=sees, knows=sees or self.exercise.has_seen(person),
            heard=self._floor.hears(self._time.now, person),
        )

    def _paint_close_up(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        person = self.exercise.selected
        if person is not None:
            self.exercise.inspector_size = rect.size
            self._picture.close_up(
                surface, rect, *self._time.pictured, self._time.share, person, self._looking.viewpoint.turn,
                stature=self.watched.looks[person].stature, pale=self._floor.hidden(self._time.now),
            )

    def _planned(self) -> Widget:
        return self._plan.widget(
            self._looking, lambda: self._time.now, self.exercise.marks, lambda: self.exercise.selected
        )
