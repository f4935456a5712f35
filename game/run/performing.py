"""Behaviours of the catalogue played for real in an otherwise empty venue, each by a person of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.cast import Person
from game.log import ActBegan, ActEnded, StepBegan
from game.scenario import Production
from game.scenario.model import Behaviour, Crowd, WrittenStep
from game.scenario.plans import Decoy, Planned, WrittenAccount
from game.scenario.verbs import Verb
from game.view import Snapshot
from game.world import Aim

from .live import Live, Run
from .site import Site
from .staged import Stage, set_stage

WAITING = 6
"""How many of each kind of those who wait about are there too."""
COMING = 6
"""How many travellers come by in a minute."""
SORTS = {"bag": "holdall"}
"""What is carried by those who need something of a kind."""
Aims = tuple[Aim | None, Aim | None]
LASTS = 150
"""Seconds within which a behaviour must have been shown."""


@dataclass(frozen=True)
class Performance:
    """A behaviour as it went: the run, who played it as which act, and the ticks between which it was shown."""

    staged: Stage
    run: Run
    person: int
    act: int
    began: int
    ended: int
    aims: Sequence[Aims] = ()
    """What they meant to look and to point at, tick by tick."""
    telling: int = 0
    """The tick at which the last step began by which it is made out: the fourth question, not the first."""

    def snapshot(self, tick: int) -> Snapshot:
        """What an eye could see at a tick."""
        return self.run.at(tick)

    def row(self, tick: int) -> int:
        """The player's row in the snapshot of a tick."""
        return int(np.searchsorted(self.snapshot(tick).ids, self.person))

    def there(self, tick: int) -> bool:
        """Whether the player is in the place at a tick of the run."""
        return 0 <= tick - self.run.first < len(self.run.events) and self.person in self.snapshot(tick).ids


def apart(production: Production, names: Sequence[str], crowd: int = 1) -> Production:
    """The scenario with those who have their place, a few travellers, and for each behaviour one who plays it soon.

    With a `crowd` of 2 or more there are so many times as many who wait and who come by.
    """
    behaviours = {name: _take_as_unprompted(production.behaviours[name]) for name in names}
    lines = production.scenario.crowd
    staff = tuple(line for line in lines if production.roles[line.role].staff or line.at)
    waiting = tuple(
        line.model_copy(update={"present": min(line.present, crowd * WAITING)})
        for line in lines
        if line.present and line not in staff
    )
    cover = next(line for line in production.scenario.crowd if not production.roles[line.role].staff)
    visitors = Crowd.model_validate(
        {"role": cover.role, "arrive": f"{crowd * COMING} per minute", "from": cover.from_, "to": cover.to}
    )
    players = tuple(
        Decoy(
            role=cover.role,
            arrive=(-30.0, -28.0),
            carries=SORTS.get(behaviour.needs or "nothing", behaviour.needs or "nothing"),
            look_alikes=(Planned(name=name, after=(1.0, 2.0)),),
            account=WrittenAccount(claims="I am only passing through."),
        )
        for name, behaviour in behaviours.items()
    )
    scenario = production.scenario.model_copy(
        update={
            "subjects": (),
            "decoys": players,
            "crowd": (*staff, *waiting, visitors),
            "events": (),
            "clock": production.scenario.clock.model_copy(update={"lasts": float(LASTS)}),
        }
    )
    return production.model_copy(update={"scenario": scenario, "behaviours": production.behaviours | behaviours})


def _take_as_unprompted(behaviour: Behaviour) -> Behaviour:
    """The behaviour as one that needs no stimulus: what is a reaction to an officer is shown close to a guard."""
    if not behaviour.reacts_to:
        return behaviour
    near = WrittenStep(verb=Verb.WALK, to="near any guard post")
    return behaviour.model_copy(update={"reacts_to": None, "steps": (near, *behaviour.steps)})


def _calm(staged: Stage) -> Stage:
    """The same without the signs of stress that some players show between their steps."""
    players = {entry.person: {act.act for act in entry.acts} for entry in staged.key.entries}
    people = [
        _without_stress(person, players[person.id]) if person.id in players else person for person in staged.cast.people
    ]
    return replace(staged, cast=replace(staged.cast, people=tuple(people)))


def _without_stress(person: Person, acts: set[int]) -> Person:
    steps = tuple(step for step in person.part.steps if step.verb is not Verb.FIDGET or step.act in acts)
    return replace(person, part=replace(person.part, steps=steps))


def perform(
    production: Production, names: Sequence[str], seed: int, crowd: int = 1, site: Site | None = None
) -> dict[str, Performance]:
    """Play behaviours side by side until each has been shown; one that was not shown in time is left out, and so is one
    of which time has only shown the beginning: not yet any step by which it is made out.

    On the `site` of the production, where that has been worked out already.
    """
    staged = _calm(set_stage(apart(production, names, crowd), seed, site=site))
    entries = {entry.slot: entry for entry in staged.key.entries}
    wanted = {name: entries[f"decoys/{n}"] for n, name in enumerate(names)}
    acts = {(entry.person, entry.acts[0].act): name for name, entry in wanted.items()}
    times: dict[str, list[int]] = {name: [] for name in wanted}
    telling: dict[str, int] = {}
    aims: dict[str, list[Aims]] = {name: [(None, None)] for name in wanted}
    live = Live(staged)
    ended = 0
    while live.tick < staged.lasts and ended < len(wanted):
        happened = live.step()
        for name, entry in wanted.items():
            aims[name].append(live.aims(entry.person))
        for event in happened:
            if not isinstance(event, (ActBegan, ActEnded, StepBegan)) or (event.person, event.act) not in acts:
                continue
            name = acts[event.person, event.act]
            if isinstance(event, StepBegan):
                if event.decisive:
                    telling[name] = event.tick
                continue
            times[name].append(event.tick)
            ended += isinstance(event, ActEnded)
    return {
        name: Performance(
            staged, live.run, entry.person, entry.acts[0].act, times[name][0], [*times[name], live.tick][1],
            aims[name], telling[name],
        )
        for name, entry in wanted.items()
        if name in telling
    }
