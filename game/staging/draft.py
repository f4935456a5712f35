"""People before they have numbers: each draft is one slot of the scenario, with a part and what is true of it."""

from dataclasses import dataclass, replace
from typing import Literal

from game import cast
from game.key import KeyAct
from game.scenario.model import Role
from game.truth import Nature

from .journey import Journey


@dataclass(frozen=True)
class PersonDraft:
    """One of the cast to be. `leader`, and persons in the part's targets, are slots' indices among the drafts.

    `entry` says where a subject or decoy is written: "subjects/1", or "decoys" if in no place of their own.
    """

    slot: str
    role: Role
    looks: cast.Looks
    speed: float
    part: cast.Part
    account: cast.Account
    trip: Journey
    leader: int | None = None
    kind: Literal["subject", "decoy", "crowd", "companion"] = "crowd"
    nature: Nature = "none"
    finds: str = ""
    entry: str = ""
    acts: tuple[KeyAct, ...] = ()


def person(draft: PersonDraft, row: int, rows: list[int]) -> cast.Person:
    """The draft as row `row` of the cast, where draft n has become row `rows[n]`."""
    return cast.Person(
        id=row,
        role=draft.role.title,
        looks=draft.looks,
        part=_renumber(draft.part, rows),
        speed=draft.speed,
        account=draft.account,
        staff=draft.role.staff,
        officer=draft.role.officer,
        leader=None if draft.leader is None else rows[draft.leader],
    )


def _renumber(part: cast.Part, rows: list[int]) -> cast.Part:
    def steps(some: tuple[cast.Step, ...]) -> tuple[cast.Step, ...]:
        return tuple(_step(step, rows) for step in some)

    reactions = tuple(replace(reaction, steps=steps(reaction.steps)) for reaction in part.reactions)
    return replace(part, steps=steps(part.steps), reactions=reactions)


def _step(step: cast.Step, rows: list[int]) -> cast.Step:
    if not any(target and target.person is not None for target in (step.to, step.at, step.facing)):
        return step
    return replace(step, to=_target(step.to, rows), at=_target(step.at, rows), facing=_target(step.facing, rows))


def _target(target: cast.Target | None, rows: list[int]) -> cast.Target | None:
    if target is None or target.person is None:
        return target
    return replace(target, person=rows[target.person])
