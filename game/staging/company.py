"""What the drawing of every slot needs: production, spots and seed, and the laws that hold for all."""

from functools import cached_property

import numpy as np

from game import cast
from game.chance import stream
from game.clock import TICKS_PER_SECOND, ticks
from game.scenario import Production
from game.scenario.model import Crowd, Role
from game.scenario.verbs import Verb
from game.timetable import Service

from .idle import lingers
from .journey import Journey, journey
from .script import Script
from .settling import programme
from .spots import Spots
from .wardrobe import Wardrobe

FREE_SPEED = (1.34, 0.26)
"""Mean and standard deviation of free walking speed in m/s (Weidmann 1993)."""
STRESS = 0.12
"""Share of people who show a sign of stress: the same for all, since it tells nothing (GAO-17-608R)."""
BEFORE_IT_SHUTS = 10 * TICKS_PER_SECOND
"""Ticks before a way is shut from which on nobody comes in by it: they would be halfway through as it shuts."""


class Company:
    """One staging under way. What is drawn here is drawn alike for subjects, decoys and crowd."""

    def __init__(self, production: Production, spots: Spots, seed: int) -> None:
        self.production, self.spots = production, spots
        self.seed = seed
        self.lasts = ticks(production.scenario.clock.lasts)
        self.programme = programme(production, seed)
        self.first_act = ticks(production.scenario.earliest)
        """Tick before which no tell or look-alike begins, and nobody, with a part or without, reacts to security.

        As the scene opens there is no time to see what somebody breaks off.
        """
        self.lingering = {
            name: lingers(role, production.behaviours) for name, role in production.roles.items() if not role.staff
        }
        self._reacting = [behaviour for behaviour in production.behaviours.values() if behaviour.reacts_to]
        self.wardrobe = Wardrobe(production.looks)

    @cached_property
    def services(self) -> dict[str, Service]:
        """The trains and buses that stop in this scene and go on, by portal."""
        on_time = self.spots.layout.services(self.production.scenario.clock.starts)
        return self.programme.services(on_time)

    def chance(self, purpose: str, slot: str) -> np.random.Generator:
        """The stream of this seed for a purpose and a slot."""
        return stream(self.seed, purpose, slot)

    def script(self, slot: str) -> Script:
        """An empty script with the slot's own stream."""
        return Script(self.spots, self.production.behaviours, self.chance("part", slot))

    def appearance(self, slot: str, role: Role, *, alone: bool = True) -> tuple[cast.Looks, float]:
        """Looks and free speed, drawn by the role and the slot's own streams alone."""
        worn = self.wardrobe.looks(role, self.chance("looks", slot), alone=alone)
        chance = self.chance("speed", slot)
        # Slower or faster than anybody of a crowd walks who is well; what age and luggage do to it comes on top.
        free = float(np.clip(chance.normal(*FREE_SPEED), 0.75, 2.0))
        return worn, free * float(chance.uniform(*role.pace)) * self.wardrobe.pace_of(worn)

    def entry(
        self, trip: Journey, chance: np.random.Generator, place: str | None = None, *, inside: bool = False
    ) -> tuple[float, float]:
        """Where one starts: at the portal, or for those already inside at their place or anywhere."""
        room = self.spots.layout
        if inside and place is not None and place in room.places:
            return self.spots.within(chance, place)
        if inside:
            return self.spots.anywhere(chance)
        return room.portals[trip.start].at if trip.start in room.portals else self.spots.within(chance, trip.start)

    def journey(
        self, line: Crowd, arrive: int, chance: np.random.Generator, start: str | None = None
    ) -> Journey:
        """A journey of one of the people of a line, who comes at a tick by a way that is open."""
        return journey(line, self.spots.layout, chance, start, self.programme.find_closed(arrive, BEFORE_IT_SHUTS))

    def account(self, slot: str, role: Role) -> cast.Account:
        """What one of the crowd says when asked."""
        chance = self.chance("account", slot)
        claims = role.accounts or ("I am just passing through.",)
        return cast.Account(claims[int(chance.integers(len(claims)))])

    def reactions(self, slot: str, script: Script, trip: Journey) -> tuple[cast.Reaction, ...]:
        """How one of the crowd reacts to visible security, with the scenario's lower, non-zero probability."""
        chance = self.chance("reaction", slot)
        odds = self.production.scenario.reactions.others
        if chance.random() >= odds or not self._reacting:
            return ()
        behaviour = self._reacting[int(chance.integers(len(self._reacting)))]
        _, steps = script.apart(behaviour, trip.bearings)
        return (cast.Reaction(behaviour.reacts_to or "officer near", radius(chance), steps, self.first_act),)

    def fidget(self, slot: str, script: Script) -> None:
        """A sign of stress at the same rate for everybody, whoever they are."""
        step = self.stress(slot, script.acts)
        if step and script.steps:
            where = int(self.chance("stress: when", slot).integers(1, len(script.steps) + 1))
            script.acts += 1
            script.steps.insert(where, step)

    def stress(self, slot: str, act: int) -> cast.Step | None:
        """The sign of stress as this slot's act of that number, for those who show one."""
        chance = self.chance("stress", slot)
        if chance.random() >= STRESS:
            return None
        # 2.5 to 6 s: long enough to be made out at a glance, short enough to be missed.
        return cast.Step(Verb.FIDGET, int(chance.integers(25, 60)), act=act, shows=True)


def radius(chance: np.random.Generator) -> float:
    """How near security comes before one reacts, in metres."""
    return float(chance.uniform(4.0, 9.0))
