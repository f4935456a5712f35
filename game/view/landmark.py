"""The parts of a venue that anyone who stands in it knows: used to say where, and by synthetic trainees."""

from dataclasses import dataclass

from .eyes import FACE_HIGH


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named spot: `kind` is a word such as camera, exit, gateline, board, counter, staff door, guard post."""

    name: str
    kind: str
    x: float
    y: float
    z: float = 0.0

    @property
    def aim(self) -> tuple[float, float, float]:
        """What eyes or a hand on it are turned to (x, y, z in m); of a spot on the floor, whoever may stand there."""
        return self.x, self.y, self.z or FACE_HIGH
