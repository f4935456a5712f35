"""What is normal at a place: that it is watched first, and what is said of it. Events, as those of the log."""

from dataclasses import dataclass
from typing import Literal

from game.bounds import Said, Ticks

NormalAsked = Literal["people", "standing", "gone", "together", "carrying", "way"]
"""What can be asked about what is normal at a place."""


@dataclass(frozen=True, slots=True)
class WatchedFirst:
    """The trainee only watches what is normal for so many ticks from here: nothing counts before they are over."""

    tick: int
    lasts: Ticks


@dataclass(frozen=True, slots=True)
class NormalTold:
    """Asked what is normal here, the trainee `said` one of the choices, and was told in words how it was."""

    tick: int
    asked: NormalAsked
    said: Said
    right: bool
    text: Said
