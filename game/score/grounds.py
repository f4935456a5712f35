"""Cues named against cues shown: whether a mark rests on something that happened and could be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.log import Marked
from game.truth import family

from .shown import Showing
from .sight import SightLog

Grounds = Literal["exact", "family", "glimpsed", "resembled", "invented"]
"""`exact`: that very cue was shown and could be made out · `family`: another cue of its family was · `glimpsed`: it was
shown and in view, but too small, too hidden or too brief to be sure of · `resembled`: a look-alike of it was in view,
so the eyes were right and the reading was not · `invented`: nothing of the kind had been there to see."""

GROUNDS: tuple[Grounds, ...] = get_args(Grounds)
"""All of them, the best first."""


@dataclass(frozen=True, slots=True)
class Named:
    """A cue that the trainee named, what it rests on, and the number of the act that bears it out."""

    cue: str
    grounds: Grounds
    act: int | None = None

    @property
    def borne_out(self) -> bool:
        """Whether it is grounds: by family, the very cue or another one."""
        return self.grounds in ("exact", "family")


def ground_cues(mark: Marked, showings: Sequence[Showing], sight: SightLog) -> tuple[Named, ...]:
    """Each cue of a mark with its grounds, judged on what had begun and been in view before the mark."""
    in_view = [
        showing for showing in showings if sight.views(mark.person, showing.began, min(showing.ended, mark.tick))
    ]
    legible = [showing for showing in in_view if showing.was_noticed_by(mark.tick)]
    return tuple(_ground_cue(cue, in_view, legible) for cue in mark.cues)


def _ground_cue(cue: str, in_view: Sequence[Showing], legible: Sequence[Showing]) -> Named:
    alike = [showing for showing in in_view if showing.act.family == family(cue)]
    tells = [showing for showing in alike if showing.act.kind == "tell"]
    for grounds, among in (
        ("exact", [showing for showing in tells if showing in legible and showing.act.cue == cue]),
        ("family", [showing for showing in tells if showing in legible]),
        ("glimpsed", tells),
        ("resembled", alike),
    ):
        if among:
            return Named(cue, grounds, among[0].act.act)  # type: ignore[arg-type]
    return Named(cue, "invented")
