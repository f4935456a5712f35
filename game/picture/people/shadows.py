"""The shadow at everyone's feet, found quickly."""

import numpy as np
import pygame
from numpy.typing import NDArray

from ..sprite import Blit
from .sprites import Figures


class Shadows:
    """One shadow a person and zoom; it does not change with what they do."""

    def __init__(self, figures: Figures, people: int) -> None:
        """No shadow is made before it is needed."""
        self._figures, self._people = figures, people
        self._kept: dict[float, tuple[list[pygame.Surface], NDArray[np.int64]]] = {}

    def blits(self, ids: NDArray[np.int64], where: NDArray[np.float64], scale: float) -> list[Blit]:
        """The shadows of these people, whose feet are at `where` px."""
        if scale not in self._kept:
            self._kept[scale] = self._make(scale)
        shadows, offsets = self._kept[scale]
        places = (np.rint(where).astype(np.int64) + offsets[ids]).tolist()
        return [(shadows[person], (x, y)) for person, (x, y) in zip(ids.tolist(), places, strict=True)]

    def _make(self, scale: float) -> tuple[list[pygame.Surface], NDArray[np.int64]]:
        shadows = [self._figures.shadow(person, scale) for person in range(self._people)]
        offsets = np.array([(shadow.left, shadow.top) for shadow in shadows], dtype=np.int64).reshape(-1, 2)
        return [shadow.surface for shadow in shadows], offsets
