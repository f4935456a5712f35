"""What an eye could see and an ear hear at one moment, and nothing more: no target, step, verb or role."""

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing standing on the floor, apart from whoever brought it.

    `turn` in quarters; `colour` is its number among the colours of `assets/looks.yaml`, -1 where it has its usual one.
    """

    kind: str
    x: float
    y: float
    turn: int = 0
    colour: int = -1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everyone present, one row each, in ascending order of id. Directions are unit vectors.

    ids (n,) · position (n, 2) m · heading (n, 2) of the hips · head (n, 2) where the face points · gaze (n, 2)
    where the eyes point · pitch (n,) rise of the gaze, -1 down … 1 up · hand (n, 2) where the active hand or what
    it holds points · pose (n,) index into POSES · phase (n,) 0…1 through the clip (walking: through the stride) ·
    held (n,) index into HELD · speed (n,) m/s · base (n,) height of the feet above the floor in m (0 but on steps)
    · bag (n,) whether what the person usually carries is with them (1) or has been put down (0)
    · `said`: who is saying what, by id, for whoever stands near enough to hear it · `late` is by how many ticks the
    moment shown comes before its tick.
    """

    tick: int
    ids: Ints
    position: Floats
    heading: Floats
    head: Floats
    gaze: Floats
    pitch: Floats
    hand: Floats
    pose: Ints
    phase: Floats
    held: Ints
    speed: Floats
    base: Floats
    bag: Ints
    items: tuple[Item, ...] = ()
    said: tuple[tuple[int, str], ...] = ()
    late: float = 0.0

    def without_people(self) -> "Snapshot":
        """The same moment with nobody there; what stands about stays."""
        columns = {field.name: getattr(self, field.name) for field in fields(self)}
        nobody: dict[str, Any] = {name: rows[:0] for name, rows in columns.items() if isinstance(rows, np.ndarray)}
        return replace(self, **nobody, said=())
