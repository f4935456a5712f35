"""What one picture of the scene is of: a moment between two snapshots, and where it is seen from."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.view import Snapshot, Viewpoint
from game.view.close_up import close_up

from .annotation import Annotation
from .tween import between


@dataclass(frozen=True, slots=True)
class Instant:
    """The moment `share` (0…1) of the way from `before` to `after`, seen from a viewpoint.

    Annotations are drawn over it, their words `lettering` times as large as they are made. Whoever is in `pale` is a
    shape that tells nothing. `close` where it shows one person large.
    """

    before: Snapshot
    after: Snapshot
    share: float
    viewpoint: Viewpoint
    annotations: Sequence[Annotation] = ()
    pale: Container[int] = ()
    close: bool = False
    lettering: float = 1.0

    @classmethod
    def of(cls, now: Snapshot, viewpoint: Viewpoint, annotations: Sequence[Annotation] = ()) -> "Instant":
        """One snapshot as it is."""
        return cls(now, now, 1.0, viewpoint, annotations)

    @property
    def tick(self) -> float:
        """When it is, in ticks and parts of one."""
        return self.before.tick + (self.after.tick - self.before.tick) * self.share

    def crowd(self) -> Snapshot:
        """Everyone as they are at this moment."""
        return between(self.before, self.after, self.share)

    def upon(self, person: int, stature: float, size: tuple[int, int]) -> "Instant | None":
        """The same moment in the inspector's view of a person of this stature (m); None if they are not there."""
        crowd = self.crowd()
        row = int(np.searchsorted(crowd.ids, person))
        if row >= len(crowd.ids) or crowd.ids[row] != person:
            return None
        x, y = crowd.position[row].tolist()
        view = close_up((x, y, float(crowd.base[row])), stature, self.viewpoint.turn, size)
        return replace(self, viewpoint=view, annotations=(), close=True)
