"""What somebody's act is aimed at, from the record: the camera that is filmed, the guard who is watched."""

from dataclasses import dataclass

from game.log import StepBegan
from game.picture import Annotation, EyeLine, Ring
from game.theme import Colour
from game.view import Snapshot
from game.view.eyes import EYE_LEVEL

from ..watch.pointing import at_row, row_of
from .debrief_setup import Debriefed

NAMED = 1.0
"""Metres from a landmark within which what is aimed at is called by its name."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A spot (x, y, z in m), its name if it has one, and the person who is there, if it is a person."""

    at: tuple[float, float, float]
    name: str = ""
    other: int | None = None


def find_aims(told: Debriefed, person: int | None, now: Snapshot) -> Aimed | None:
    """What is aimed at in the act that a person shows at a moment: by the step of just then, or else by another of it.

    Steps such as writing something down have no aim of their own; what was looked at before is what it is about.
    """
    if person is None or person not in now.ids:
        return None
    acts = [act.showing for act in told.told(person).acts]
    act = next((showing for showing in acts if showing.began <= now.tick <= showing.ended), None)
    if act is None:
        return None
    steps = [
        step for step in told.recording.log.steps_of(person, act.act.act)
        if isinstance(step, StepBegan) and step.aim is not None and act.began <= step.tick <= act.ended
    ]
    begun = [step for step in steps if step.tick <= now.tick]
    chosen = begun[-1] if begun else next(iter(steps), None)
    if chosen is None or chosen.aim is None:
        return None
    if (row := row_of(now, chosen.other)) is not None:
        return Aimed((*at_row(now, row), EYE_LEVEL), other=chosen.other)
    return Aimed(chosen.aim, _name(told, chosen.aim))


def signs(told: Debriefed, person: int | None, now: Snapshot, colour: Colour) -> tuple[Annotation, ...]:
    """A line from the person's eyes to what their act is aimed at; round a person there, a ring."""
    aim, row = find_aims(told, person, now), row_of(now, person)
    if aim is None or row is None:
        return ()
    line = EyeLine((*at_row(now, row), EYE_LEVEL + float(now.base[row])), aim.at, colour, aim.name)
    return (line,) if aim.other is None else (line, Ring(aim.other, colour, dashed=True))


def _name(told: Debriefed, at: tuple[float, float, float]) -> str:
    near = [
        ((mark.x - at[0]) ** 2 + (mark.y - at[1]) ** 2, mark.name)
        for mark in told.layout.landmarks
        if (mark.x - at[0]) ** 2 + (mark.y - at[1]) ** 2 < NAMED**2
    ]
    return min(near)[1] if near else ""
