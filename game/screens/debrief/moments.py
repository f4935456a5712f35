"""What of a person's story can be pressed: moments to be seen again, and what there is to learn from them."""

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
class DrillChosen:
    """Practise the act of this number among what the person did, and what is taken for it."""

    number: int


@dataclass(frozen=True, slots=True)
class GuideChosen:
    """Open the field guide at the act of this number among what the person did."""

    number: int
