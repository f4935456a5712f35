"""Doors for staff that stand open while somebody goes through them: a dark passage, and the leaf turned in."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pygame
from numpy.typing import NDArray

from game.scenario import Layout
from game.scenario.venue.passages import LEAF, Passage
from game.theme import Colour
from game.view import Snapshot, Viewpoint

from ..daylight import Daylight
from ..sprite import Blit
from .block import Block
from .moving import Moved, MovingPieces
from .stairs import along

HALF, _HIGH, _DEEP = 0.55, 2.1, 0.06
"""Metres from the middle of the leaf to its edges, and its height, as in `staff_doorway`; and how thick it is drawn."""
_PROUD = 0.02
"""Metres that the opening is drawn before the leaf, so that the leaf's sign does not show through."""
_NUDGE = 0.15
"""Metres by which it is sorted nearer than it is. The door behind it is drawn in strips of half a metre, each sorted by
its nearest point, and some of them would otherwise come before it."""
OPENS = 0.1
"""Metres past a door's line from which it is open. Whoever only tries the handle stands short of it."""
_DARK: Colour = (26, 28, 33)
_LEAF: Colour = (58, 80, 100)
_KEPT = 2**20
"""Bytes of pictures of open doors that are kept."""


class StaffDoors:
    """The doors for staff of one venue."""

    def __init__(self, layout: Layout) -> None:
        """All are shut."""
        self._doors = tuple(passage for passage in layout.passages.values() if passage.kind == "staff only")
        self._pictures = MovingPieces(_KEPT)

    def show(
        self, crowd: Snapshot, rows: NDArray[np.int64], window: pygame.Rect, scale: float, turn: int, now: Daylight
    ) -> tuple[list[Blit], list[float]]:
        """All doors that somebody goes through, in a window of the picture: pictures, and their depths."""
        some = (
            Moved(("staff door", door.portal), partial(_blocks, door), door.at, door.at)
            for door in self._doors
            if _is_faced(door, turn) and _is_used(door, crowd, rows)
        )
        blits, depths = self._pictures.place(some, window, scale, turn, now)
        return blits, [depth - _NUDGE for depth in depths]


def _is_faced(door: Passage, turn: int) -> bool:
    """Whether the side of the door that is in the hall is turned to the viewer."""
    return bool(Viewpoint(0, 0, 1.0, turn, 0, 0).across_and_depth(np.array(door.out))[1] > 0)


def _is_used(door: Passage, crowd: Snapshot, rows: NDArray[np.int64]) -> bool:
    forth, inside = along(door, crowd, rows)
    return bool((inside & (forth > OPENS)).any())


def _blocks(door: Passage) -> Iterator[Block]:
    """What is seen in place of the leaf; at one jamb the leaf, edge on."""
    front = LEAF - _DEEP - _PROUD
    yield Block(door.strip(front, LEAF - _PROUD, HALF, -HALF), 0.0, _HIGH, _DARK)
    yield Block(door.strip(front - _PROUD, front, HALF, HALF - _DEEP), 0.0, _HIGH, _LEAF)
