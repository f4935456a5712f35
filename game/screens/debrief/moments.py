"""The moments of a person's story that can be pressed to be seen again."""

from dataclasses import dataclass


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
class SaidChosen:
    """Play a talk, what was said in it, or a report, from one tick to another."""

    began: int
    ended: int


@dataclass(frozen=True, slots=True)
class PuttingDownChosen:
    """Play the moment at which the item of this number was put down."""

    item: int
