"""What is being shown: the numbered acts of everybody's part, as they begin and end."""

from game.log import ActBegan, ActEnded, StepBegan, StepEnded, WorldEvent

from ..bodies import GAZE, HAND, Bodies
from .player import Player


class ActsShown:
    """Keeps count of how long acts are shown, and tells of it in `events`."""

    def __init__(self, bodies: Bodies) -> None:
        """Nothing has happened. What a step is aimed at is what a body is turned to."""
        self.events: list[WorldEvent] = []
        self._bodies = bodies

    def take_events(self) -> list[WorldEvent]:
        """What happened since this was last asked."""
        happened, self.events = self.events, []
        return happened

    def begin(self, player: Player, tick: int) -> None:
        """The present step begins to show."""
        step = player.step
        if step is None or not step.shows or step.act is None or player.shows_since is not None:
            return
        act = player.acts[step.act]
        player.shows_since = tick
        if not act.began:
            act.began = True
            self.events.append(ActBegan(tick, player.id, step.act))
        if step.decisive is not None:
            self.events.append(StepBegan(tick, player.id, step.act, step.decisive, *self._find_aim(player.row)))

    def pause(self, player: Player, tick: int) -> None:
        """The present step no longer shows, but will be resumed."""
        step = player.step
        if step is not None and step.act is not None and player.shows_since is not None:
            player.acts[step.act].ran += tick - player.shows_since
            player.acts[step.act].moved += tick - player.shows_since if step.verb.meaning.moves else 0
            player.shows_since = None
            if step.decisive is not None:
                self.events.append(StepEnded(tick, player.id, step.act))

    def end(self, player: Player, tick: int) -> None:
        """The present step is over; if it was the last of its act, so is the act."""
        step = player.step
        if step is None or not step.shows or step.act is None:
            return
        self.pause(player, tick)
        act = player.acts[step.act]
        if not step.verb.meaning.moves:
            act.planned += step.ticks
        act.steps -= 1
        if act.steps == 0 and act.began:
            self.events.append(ActEnded(tick, player.id, step.act, act.ran, act.planned + act.moved))

    def _find_aim(self, row: int) -> tuple[tuple[float, float, float] | None, int | None]:
        """What hand or else eyes are turned to (m), and at whom."""
        aimed = self._bodies.find_aim(HAND, row) or self._bodies.find_aim(GAZE, row)
        if aimed is None:
            return None, None
        x, y, z, other = aimed
        return (round(x, 2), round(y, 2), round(z, 2)), other if other >= 0 else None

    def end_all(self, player: Player, tick: int) -> None:
        """Whoever leaves shows nothing more; what was still planned was not shown."""
        self.end(player, tick)
        ahead = player.steps[player.number + 1 :]
        for number, act in player.acts.items():
            if act.began and act.steps > 0:
                rest = sum(step.ticks for step in ahead if step.shows and step.act == number)
                self.events.append(ActEnded(tick, player.id, number, act.ran, act.planned + act.moved + rest))
                act.steps = 0
