"""Where we are, what the clock shows, how much is left."""

from game.clock import clock
from game.widgets.boxes import Card, Column, Row
from game.widgets.widget import Label, Progress, Widget

from ..desk import Desk


class ClockPanel:
    """All that it shows changes with the clock and the exercise."""

    version = 0

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def widget(self) -> Widget:
        """The place, the hour, the time left, and what is amiss."""
        watched, exercise = self._desk.watched, self._desk.exercise
        place = [] if self._desk.board.snug > 1 else [Label(watched.place, "strong", most=1)]
        lines: list[Widget] = [*place, *self._hour()]
        if watched.played_out:
            lines.append(Label("The scene stands still now. Finish the lesson when you like.", "small", "concern"))
        elif exercise.normal and exercise.normal.open:
            left = max(0, exercise.normal.until - exercise.tick)
            lines.append(Label(f"Only watch: what is normal here? {clock(left)}", "small", "accent"))
        if exercise.paused:
            lines.append(Label("Paused. Press Space to carry on.", "small", "concern"))
        if watched.sitting.trouble:
            lines.append(Label(str(watched.sitting.trouble), "small", "act"))
        return Card(Column(lines, gap=4), pad=12, fill="panel_over")

    def _hour(self) -> list[Widget]:
        """What the clock shows and, but for a lesson, which waits, how much is left."""
        watched, exercise = self._desk.watched, self._desk.exercise
        hour = Label(watched.hour(exercise.tick), "title")
        if exercise.waits:
            return [hour]
        left = max(0, exercise.lasts - exercise.tick)
        return [
            Row([hour, Label(f"{clock(left)} left", "small", "text_soft", grow=1)], gap=12),
            Progress(exercise.tick / exercise.lasts if exercise.lasts else 0.0),
        ]
