"""Who reacts to what happens near them."""

from ..cast import Reaction
from .bodies import Bodies
from .ground import Ground
from .player import Player, Stage
from .stepper import Stepper
from .stimulus import Stimulus

EVERY = 5
"""Ticks between looks at who is near an officer."""


class Reactions:
    """Compares what happens with the thresholds that were drawn for each person; nothing here is left to chance."""

    def __init__(self, stepper: Stepper, bodies: Bodies, ground: Ground) -> None:
        """Remember who may react at all."""
        self._stepper, self._bodies, self._ground = stepper, bodies, ground
        self._ready = [one.id for one in stepper.players if one.reactions]

    def notice_officers(self, tick: int) -> None:
        """Let people notice the officers who walk about."""
        if tick % EVERY:
            return
        relations = self._stepper.relations
        for officer in relations.officers.tolist():
            if self._bodies.present[officer]:
                self.obey(Stimulus("officer near", *self._bodies.at(officer)), but=officer)

    def obey(self, stimulus: Stimulus, but: int = -1) -> None:
        """Let everybody react whom it concerns."""
        for who in list(self._ready):
            one = self._stepper.players[who]
            if who == but or one.stage in (Stage.OUTSIDE, Stage.GONE) or one.paused is not None:
                continue
            reaction = next((r for r in one.reactions if self._concerns(one, r, stimulus)), None)
            if reaction is not None:
                self._stepper.interrupt(one, reaction)
                if not one.reactions:
                    self._ready.remove(who)

    def _concerns(self, one: Player, reaction: Reaction, stimulus: Stimulus) -> bool:
        if reaction.stimulus != stimulus.kind:
            return False
        if stimulus.person is not None:
            return stimulus.person == one.id
        if stimulus.x is None or stimulus.y is None:
            return True
        x, y = self._bodies.at(one.id)
        dx, dy = stimulus.x - x, stimulus.y - y
        return dx * dx + dy * dy <= reaction.radius * reaction.radius and self._ground.sees(
            x, y, stimulus.x, stimulus.y
        )
