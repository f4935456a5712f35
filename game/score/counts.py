"""The four outcomes, counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each of the four outcomes happened; those of noise are decoys and passers-by together."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    correct_rejections: int = 0

    @property
    def signals(self) -> int:
        """Trials in which there was something to find."""
        return self.hits + self.misses

    @property
    def noise(self) -> int:
        """Trials in which there was nothing to find."""
        return self.false_alarms + self.correct_rejections
