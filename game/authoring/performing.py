"""Behaviours of the catalogue played for real in an otherwise empty venue, each by a person of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..log import ActBegan, ActEnded
from ..scenario import Production
from ..scenario.model import Account, Crowd, Decoy, Planned
from ..view import Snapshot
from .rehearsal import Live, Run, Stage, set_stage

LASTS = 150
"""Seconds within which a behaviour must have been shown."""


@dataclass(frozen=True)
class Played:
    """A behaviour as it went: the run, who played it, and the ticks between which it was shown."""

    staged: Stage
    run: Run
    person: int
    began: int
    ended: int

    def snapshot(self, tick: int) -> Snapshot:
        """What an eye could see at a tick."""
        return self.run.at(tick)

    def row(self, tick: int) -> int:
        """The player's row in the snapshot of a tick."""
        return int(np.searchsorted(self.snapshot(tick).ids, self.person))

    def there(self, tick: int) -> bool:
        """Whether the player is in the place at a tick of the run."""
        return 0 <= tick - self.run.first < len(self.run.events) and self.person in self.snapshot(tick).ids


def apart(production: Production, names: Sequence[str]) -> Production:
    """The scenario with its staff, a few travellers, and for each behaviour one who plays it soon after 0:00."""
    behaviours = {name: production.behaviours[name].model_copy(update={"reacts_to": None}) for name in names}
    staff = tuple(line for line in production.scenario.crowd if production.roles[line.role].staff)
    cover = next(line for line in production.scenario.crowd if not production.roles[line.role].staff)
    visitors = Crowd.model_validate({"role": cover.role, "arrive": "6 per minute", "from": cover.from_, "to": cover.to})
    players = tuple(
        Decoy(
            role=cover.role,
            arrive=(-30.0, -28.0),
            carries=behaviour.needs or "nothing",
            look_alikes=(Planned(name=name, after=(1.0, 2.0)),),
            account=Account(claims="I am only passing through."),
        )
        for name, behaviour in behaviours.items()
    )
    scenario = production.scenario.model_copy(
        update={
            "subjects": (),
            "decoys": players,
            "crowd": (*staff, visitors),
            "clock": production.scenario.clock.model_copy(update={"lasts": float(LASTS)}),
        }
    )
    return production.model_copy(update={"scenario": scenario, "behaviours": production.behaviours | behaviours})


def perform(production: Production, names: Sequence[str], seed: int) -> dict[str, Played]:
    """Play behaviours side by side until each has been shown; one that was not shown in time is left out."""
    staged = set_stage(apart(production, names), seed)
    entries = {entry.slot: entry for entry in staged.key.entries}
    wanted = {name: entries[f"decoys/{n}"] for n, name in enumerate(names)}
    acts = {(entry.person, entry.acts[0].act): name for name, entry in wanted.items()}
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    live = Live(staged)
    while live.tick < staged.lasts and len(ended) < len(wanted):
        for event in live.step():
            if isinstance(event, (ActBegan, ActEnded)) and (event.person, event.act) in acts:
                (began if isinstance(event, ActBegan) else ended)[acts[event.person, event.act]] = event.tick
    return {
        name: Played(staged, live.run, entry.person, began[name], ended.get(name, live.tick))
        for name, entry in wanted.items()
        if name in began
    }
