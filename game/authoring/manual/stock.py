"""What is in stock: every name that an author can use, with a line on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from game.scenario import Behaviour, CueFamily, PropKind, Reach, Role, model, plans, premises
from game.scenario.talk import Speech

Words = list[tuple[str, str]]


@dataclass(frozen=True)
class Stock:
    """The shipped library, or that of a folder with it."""

    behaviours: Sequence[Behaviour]
    roles: Sequence[Role]
    families: Sequence[CueFamily]
    props: Sequence[PropKind]
    venues: Sequence[str]
    carries: Sequence[str]
    uniforms: Sequence[str]
    speech: Speech

    def names(self, kind: str) -> Words:
        """The behaviours of a kind (all, if it is empty), each with what the debrief says of it."""
        return [
            (behaviour.name, f"{behaviour.kind}: {behaviour.title}")
            for behaviour in self.behaviours
            if kind in ("", behaviour.kind)
        ]

    def known(self, of: type[BaseModel], key: str) -> Words:
        """The names to choose from for a key; none if anything can stand there."""
        cues = [(cue.cue, cue.wording) for family in self.families for cue in family.cues]
        roles = [(role.role, role.title) for role in self.roles]
        table: dict[tuple[type[BaseModel], str], Words] = {
            (plans.Planned, "tell"): self.names("tell"),
            (plans.Planned, "look_alike"): self.names("look-alike"),
            (model.Crowd, "role"): roles,
            (plans.Subject, "role"): roles,
            (plans.Decoy, "role"): roles,
            (plans.Subject, "carries"): [(name, "") for name in self.carries],
            (plans.Decoy, "carries"): [(name, "") for name in self.carries],
            (model.Role, "uniform"): [(name, "") for name in self.uniforms],
            (model.Scenario, "venue"): [(name, "") for name in self.venues],
            (model.Behaviour, "cue"): cues,
            (premises.Prop, "prop"): [(prop.prop, prop.landmark or "") for prop in self.props],
            (model.Do, "do"): self.names(""),
        }
        return table.get((of, key), [])


def stock(folder: Path) -> Stock:
    """What a scenario in the folder can draw on."""
    reach = Reach(folder)
    found = reach.shelf
    return Stock(
        behaviours=tuple(found.behaviours.things.values()),
        roles=tuple(found.roles.things.values()),
        families=tuple(found.families.things.values()),
        props=tuple(found.props.things.values()),
        venues=tuple(reach.venues()),
        carries=found.carried,
        uniforms=found.uniforms,
        speech=found.speech,
    )
