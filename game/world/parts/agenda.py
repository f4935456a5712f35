"""Until when everybody does the step that they are at."""

from .player import Player, StepStage


class Agenda:
    """Those who do something for a time, by the tick in which it is over."""

    def __init__(self) -> None:
        self._due: dict[int, list[Player]] = {}

    def hold(self, player: Player, tick: int, ticks: int) -> None:
        """Let somebody do their step for so many ticks from now, one at least."""
        player.stage, player.since, player.until = StepStage.DOING, tick, tick + max(1, ticks)
        self._due.setdefault(player.until, []).append(player)

    def over(self, tick: int) -> list[Player]:
        """Those who were to be done at this tick; some of them may have been called away since."""
        return self._due.pop(tick, [])
