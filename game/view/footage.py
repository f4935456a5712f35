"""Some seconds of a run with one person in the middle of them: what they did, and what they turned to meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .snapshot import Snapshot


class Regarded(NamedTuple):
    """What the eyes are on: what it is called, where it is (x, y, z in m), and the person's id if it is one."""

    name: str
    at: tuple[float, float, float]
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Footage:
    """What an eye could see, tick by tick, of somebody's act.

    `looked` is what their eyes were on, and `lens` what a lens held low was turned to · `turn` the quarter turn that
    shows face and hands best · `telling` the number of the tick from which on it can be made out.
    """

    person: int
    snapshots: Sequence[Snapshot]
    looked: Sequence[Regarded | None]
    lens: Sequence[Regarded | None]
    turn: int
    telling: int

    def shorten(self, ticks: int, before: int) -> "Footage":
        """So many ticks of it, beginning a little `before` it can be made out."""
        first = max(0, min(self.telling - before, len(self.snapshots) - ticks))
        span = slice(first, first + ticks)
        return replace(
            self, snapshots=self.snapshots[span], looked=self.looked[span], lens=self.lens[span],
            telling=self.telling - first,
        )
