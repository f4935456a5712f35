"""What of a person's story can be pressed: moments to be seen again, and what there is to learn from them."""

from dataclasses import dataclass
from typing import Literal

Does = Literal["guide", "drill", "find"]
"""What can be done to learn from an act."""


@dataclass(frozen=True, slots=True)
class ActChosen:
    """Play the act of this number among what the person did."""

    number: int


@dataclass(frozen=True, slots=True)
class MarkChosen:
    """Play the moment at which a mark was made or taken back, or something `decided`."""

    tick: int
    decided: bool = False


@dataclass(frozen=True, slots=True)
class LearnChosen:
    """Learn from the act of this number among what the person did: see it in the guide, practise it, or find it now.

    `urged` where that is the one thing to do next.
    """

    does: Does
    number: int
    urged: bool = False


@dataclass(frozen=True, slots=True)
class SaidChosen:
    """Play a talk, what was said in it, or a report, from one tick to another."""

    began: int
    ended: int


@dataclass(frozen=True, slots=True)
class CommentChosen:
    """Play the moment at a tick that somebody has commented on."""

    tick: int


@dataclass(frozen=True, slots=True)
class PuttingDownChosen:
    """Play the moment at which the item of this number was put down."""

    item: int
