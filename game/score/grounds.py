"""Cues named against cues shown: whether a mark rests on something that happened and could be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..log import Marked
from .shown import Showing
from .sight import Sight

Grounds = Literal["exact", "family", "resembled", "invented"]
"""`exact`: that very cue was shown and in view · `family`: another cue of its family · `resembled`: a look-alike of
it, so the eyes were right and the reading was not · `invented`: nothing of the kind had been there to see."""


@dataclass(frozen=True, slots=True)
class Named:
    """A cue that the trainee named, what it rests on, and the number of the act that bears it out."""

    cue: str
    grounds: Grounds
    act: int | None = None


def named(mark: Marked, showings: Sequence[Showing], sight: Sight) -> tuple[Named, ...]:
    """Each cue of a mark with its grounds, judged on what had begun and been in view before the mark."""
    before = [one for one in showings if _seen_by(one, mark, sight)]
    return tuple(_named(cue, before) for cue in mark.cues)


def _seen_by(one: Showing, mark: Marked, sight: Sight) -> bool:
    until = min(one.ended, mark.tick)
    return sight.legible(mark.person, one.act.legible_at, one.act.parts, one.began, until) > 0


def _named(cue: str, before: Sequence[Showing]) -> Named:
    tells = [one for one in before if one.act.kind == "tell"]
    family = cue.split(".", maxsplit=1)[0]
    for one in tells:
        if one.act.cue == cue:
            return Named(cue, "exact", one.act.act)
    for one in tells:
        if one.act.family == family:
            return Named(cue, "family", one.act.act)
    for one in before:
        if one.act.family == family:
            return Named(cue, "resembled", one.act.act)
    return Named(cue, "invented")
