"""How long each part of the floor was in the trainee's view, large enough to make out what hands do there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.geometry import Point
from game.log import Looked, Stood
from game.sampling import HANDS_AT
from game.view import Viewpoint
from game.view.sightline import Sightline, apparent
from game.view.snapshot import Floats
from game.view.viewpoint import standing_height

CELL = 2.0
"""Metres: a person with the room that they take about them."""
EVERY = 10
"""Ticks between two moments that are asked after: a second, the least in which anything is taken in."""
PEOPLED_EVERY = 50
"""Ticks between two moments at which it is asked where people are: they walk some three cells in between."""
CHEST, STATURE = 1.2, 1.7
"""Metres: what has to be in view of somebody, and how tall they stand."""


@dataclass(frozen=True)
class FloorWatched:
    """The cells of the floor on which people were: their middles (n, 2) in m, and how long (s) each was watched.

    `at_once` is the share of them that was in view at a moment, on average.
    """

    middles: Floats
    seconds: Floats
    at_once: float

    @property
    def ever(self) -> float:
        """The share of them that was in view at any time."""
        return float((self.seconds > 0).mean())


def find_peopled(positions: Iterable[Floats], size: tuple[float, float]) -> Floats:
    """The middles (n, 2) of the cells in which anybody stood, given where all stood at some moments.

    A place is `size` m wide and deep; who stands outside is only just coming, or gone.
    """
    cells = {
        (int(x), int(y)) for moment in positions for x, y in np.floor(moment / CELL).tolist()
        if 0 <= x * CELL < size[0] and 0 <= y * CELL < size[1]
    }
    return (np.array(sorted(cells), dtype=float).reshape(-1, 2) + 0.5) * CELL


def watch_floor(
    middles: Floats, looks: Sequence[Looked], stood: Sequence[Stood], sightline: Sightline, until: int
) -> FloorWatched:
    """How long each cell was watched, from the first look to the tick `until`; looks and steps in order of time.

    With a figure on the floor (`stood`), what it could not see does not count. What stands in the way of a view from
    above does: it is looked past from another side, or through a camera.
    """
    seconds, shares = np.zeros(len(middles)), []
    look, step, known, held = -1, -1, (-2, -2), np.zeros(len(middles), dtype=bool)
    for tick in range(max(0, looks[0].tick if looks else until), until, EVERY):
        while look + 1 < len(looks) and looks[look + 1].tick <= tick:
            look += 1
        while step + 1 < len(stood) and stood[step + 1].tick <= tick:
            step += 1
        if look < 0:
            continue
        if known != (look, step):
            known, held = (look, step), in_view(middles, looks[look])
            if step >= 0:
                held &= in_sight(middles, (stood[step].x, stood[step].y), sightline)
        seconds += held * (EVERY / 10)
        shares.append(float(held.mean()) if len(middles) else 0.0)
    return FloorWatched(middles, seconds, float(np.mean(shares)) if shares else 0.0)


def in_view(middles: Floats, look: Looked) -> NDArray[np.bool_]:
    """Which cells a view shows, large enough, with no panel over them."""
    if standing_height(STATURE, look.scale) < HANDS_AT:
        return np.zeros(len(middles), dtype=bool)
    view = Viewpoint(look.x, look.y, look.scale, look.turn, look.width, look.height)
    right, down = view.project(middles, CHEST).T
    shown: NDArray[np.bool_] = (right >= 0) & (right < look.width) & (down >= 0) & (down < look.height)
    for left, top, width, height in look.panels:
        shown &= (right < left) | (right >= left + width) | (down < top) | (down >= top + height)
    return shown


def in_sight(middles: Floats, at: Point, sightline: Sightline) -> NDArray[np.bool_]:
    """Which cells somebody sees who stands there, near enough."""
    near: NDArray[np.bool_] = apparent(*at, middles) >= HANDS_AT
    return near & sightline.sees(*at, middles)
