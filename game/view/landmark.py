"""The parts of a venue that anyone who stands in it knows: used to say where, and by synthetic trainees."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named spot: `kind` is a word such as camera, exit, gateline, board, counter, staff door, guard post."""

    name: str
    kind: str
    x: float
    y: float
    z: float = 0.0
