"""Who reacts to what happens near them."""

from game.cast import Reaction
from game.programme import Programme

from ..bodies import Bodies
from ..floor.ground import Ground
from .player import Player
from .stepper import Stepper
from .stimulus import Stimulus

EVERY = 5
"""Ticks between looks at who is near an officer or a dog."""


class Reactions:
    """Compares what happens with the thresholds that were drawn for each person; nothing here is left to chance."""

    def __init__(self, stepper: Stepper, bodies: Bodies, ground: Ground, programme: Programme) -> None:
        """Nothing has happened yet."""
        self._programme = programme
        self._stepper, self._bodies, self._ground = stepper, bodies, ground
        self._doors, self._relations, self._rows = stepper.doors, stepper.relations, stepper.thresholds.here
        self._heeded = {reaction.stimulus for player in stepper.players for reaction in player.reactions}
        """What somebody of this cast reacts to; nothing else needs to be looked at."""

    def notice(self, tick: int) -> None:
        """Let people notice what is called, ways that are shut, and the officers and dogs that are about."""
        if self._programme.is_called(tick):
            self.obey(Stimulus("announcement"))
        for shut in self._programme.shut:
            if shut.begins == tick:
                self.obey(Stimulus("way closed", *self._doors.find(shut.portal).at))
        if tick % EVERY:
            return
        for officer in self._relations.officers():
            self.obey(Stimulus("officer near", *self._bodies.at(officer)), but=officer)
        if "dog near" in self._heeded:
            for walker in self._relations.dog_walkers():
                self.obey(Stimulus("dog near", *self._bodies.at(walker)), but=walker)

    def obey(self, stimulus: Stimulus, but: int = -1) -> None:
        """Let everybody react whom it concerns, but for whoever is in the row `but`."""
        if stimulus.kind not in self._heeded:
            return
        for row in self._within_reach(stimulus):
            player = self._rows.get(row)
            if player is None or row == but or player.paused is not None:
                continue
            reaction = next((r for r in player.reactions if self._concerns(player, r, stimulus)), None)
            if reaction is not None and self._stepper.interrupt(player, reaction.steps):
                player.reactions.remove(reaction)
                if not player.reactions:
                    self._bodies.wary[row] = -1.0

    def _within_reach(self, stimulus: Stimulus) -> list[int]:
        """The rows of those whom it may concern, in order of id."""
        _, rows = self._bodies.ids
        wary = self._bodies.wary.take(rows)
        reached = wary >= 0
        if stimulus.x is not None and stimulus.y is not None:
            x, y = self._bodies.position.take(rows, axis=1)
            dx, dy = x - stimulus.x, y - stimulus.y
            reached &= dx * dx + dy * dy <= wary * wary
        within: list[int] = rows[reached].tolist()
        return within

    def _concerns(self, player: Player, reaction: Reaction, stimulus: Stimulus) -> bool:
        if reaction.stimulus != stimulus.kind or self._stepper.tick < reaction.since:
            return False
        if stimulus.person is not None and stimulus.person != player.id:
            return False
        if stimulus.x is None or stimulus.y is None:
            return True
        x, y = self._bodies.at(player.row)
        dx, dy = stimulus.x - x, stimulus.y - y
        return dx * dx + dy * dy <= reaction.radius * reaction.radius and self._ground.sees(
            x, y, stimulus.x, stimulus.y
        )
