"""Where feet can go in a venue, surveyed once for the checks, for staging and for the world."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from game.geometry import Point

from .grid import CELL, Bools, Floats, measure_room, nodes
from .layout import Layout

CLEARANCE = 0.24
"""Room in m that a body needs on either side."""
ARM = 1.0
"""How far from a spot, in m, one may stand and still be said to have reached it."""


@dataclass(frozen=True, eq=False)
class FreeFloor:
    """The survey of a layout: `room` in m at each node of the grid, and the parts of the floor that hang together.

    `patch` is 0 where nobody can stand; `main` is the part with most ways in. Those that portals join are one part of
    `patch`, and several of `apart`. The edge of the venue is no wall here: floors go on to it, and people come over it.
    """

    layout: Layout
    room: Floats
    patch: NDArray[np.int32]
    main: int
    apart: NDArray[np.int32]

    def reaches(self, at: Point, half: Point = (0.0, 0.0)) -> bool:
        """Whether one can come within reach of the box around a point, by the ways in that the crowd uses."""
        return self.main != 0 and self.main in self.around(at, (half[0] + ARM, half[1] + ARM))

    def around(self, at: Point, half: Point) -> set[int]:
        """The parts of the floor within the box around a point."""
        low = [max(0, floor((at[k] - half[k]) / CELL)) for k in (0, 1)]
        high = [max(0, ceil((at[k] + half[k]) / CELL) + 1) for k in (0, 1)]
        found = np.unique(self.patch[low[0] : high[0], low[1] : high[1]])
        return {int(part) for part in found if part}

    def part_at(self, at: Point, reach: float) -> int:
        """Of the parts apart, that with most floor within so many metres of a point; 0 if there is none."""
        low = [max(0, floor((at[k] - reach) / CELL)) for k in (0, 1)]
        near = self.apart[low[0] : ceil((at[0] + reach) / CELL) + 1, low[1] : ceil((at[1] + reach) / CELL) + 1]
        counts = np.bincount(near.ravel(), minlength=2)[1:]
        return int(counts.argmax()) + 1 if counts.any() else 0

    def find_entered(self) -> Bools:
        """The nodes (nx, ny) of the parts that some portal leads into; all with room, where no portal leads in."""
        doors = (self.part_at(portal.at, portal.width / 2 + ARM) for portal in self.layout.venue.portals)
        parts = sorted({part for part in doors if part})
        return np.isin(self.apart, parts) if parts else self.apart > 0

    def area(self) -> float:
        """Square metres of the main part."""
        return float((self.patch == self.main).sum()) * CELL * CELL if self.main else 0.0


def survey(layout: Layout) -> FreeFloor:
    """Walk the venue's floor once."""
    room = measure_room(layout, *nodes(layout.venue.size))
    patch, _ = label(room >= CLEARANCE, structure=np.ones((3, 3)))
    apart = np.asarray(patch, dtype=np.int32)
    whole = FreeFloor(layout, room, apart.copy(), 0, apart)
    _join(whole)
    patch = whole.patch
    ways: dict[int, int] = {}
    for portal in layout.venue.portals:
        if portal.kind != "staff only":
            reach = portal.width / 2 + ARM
            for part in sorted(whole.around(portal.at, (reach, reach))):
                ways[part] = ways.get(part, 0) + 1
    main = max(sorted(ways), key=lambda part: (ways[part], int((patch == part).sum())), default=0)
    return FreeFloor(layout, room, patch, main, apart)


def _join(whole: FreeFloor) -> None:
    """Make one part of those that portals join."""
    portals = whole.layout.portals
    for portal in portals.values():
        other = portals.get(portal.leads_to or "")
        if other is not None:
            both = [whole.around(end.at, (end.width / 2 + ARM, end.width / 2 + ARM)) for end in (portal, other)]
            for part in sorted(both[0] | both[1])[1:]:
                whole.patch[whole.patch == part] = min(both[0] | both[1])
