"""From where a spot of a venue can be seen: by the picture's four turns, or by who stands on its floor."""

import numpy as np

from game.exercise import sightline
from game.geometry import Point
from game.sampling import OPEN_TO_VIEW
from game.scenario.venue.free_floor import FreeFloor
from game.scenario.venue.grid import CELL
from game.view import Snapshot
from game.view.exposure import Eye
from game.view.sightline import REACH

FLOOR_NEEDED = 12.0
"""Square metres of floor from which an officer must be able to see something, so that they may chance to."""
_EVERY = 4
"""Cells of the floor's grid from one trial spot to the next."""


class Outlook:
    """What hides in a venue; with `afoot`, for an officer on its floor, otherwise for a control room."""

    def __init__(self, floor: FreeFloor, *, afoot: bool) -> None:
        self._afoot = afoot
        self._eye = Eye(floor.layout.prisms)
        self._sightline = sightline(floor.layout)
        self._floor = np.argwhere(floor.patch[::_EVERY, ::_EVERY] == floor.main) * (CELL * _EVERY)
        self._known: dict[tuple[float, float, int, int], bool] = {}

    def open_to(self, spot: Point, parts: int, legible_at: int) -> bool:
        """Whether someone who stands at the spot can be seen, one of the parts at least, as tall as is needed (px)."""
        asked = (round(spot[0], 1), round(spot[1], 1), parts, legible_at)
        if asked not in self._known:
            on_screen = any(self._is_turned(asked[:2], parts, turn) for turn in range(4))
            self._known[asked] = on_screen and (not self._afoot or self._can_be_walked(asked[:2], legible_at))
        return self._known[asked]

    def _is_turned(self, spot: Point, parts: int, turn: int) -> bool:
        exposure = self._eye.show(turn, _standing(spot), np.array([1.7])).anywhere()
        return bool(exposure.share[0] >= OPEN_TO_VIEW and exposure.parts[0] & parts)

    def _can_be_walked(self, spot: Point, legible_at: int) -> bool:
        away = np.sqrt(((self._floor - np.array(spot)) ** 2).sum(axis=1))
        near = self._floor[(away <= REACH / legible_at) & (away > 1.0)]
        seen = self._sightline.sees(spot[0], spot[1], near).sum() if len(near) else 0
        return bool(seen * (CELL * _EVERY) ** 2 >= FLOOR_NEEDED)


def _standing(spot: Point) -> Snapshot:
    """One person, who stands there."""
    north, none, zero = np.array([[0.0, 1.0]]), np.zeros(1, dtype=np.int64), np.zeros(1)
    return Snapshot(0, none, np.array([spot]), north, north, north, zero, north, none, zero, none, zero, zero, none)
