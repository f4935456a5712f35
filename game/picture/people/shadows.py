"""The shadow at everyone's feet, found quickly."""

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view import Snapshot, Viewpoint

from ..place.props import Blit
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
            self._kept[scale] = self._made(scale)
        shadows, offsets = self._kept[scale]
        places = (np.rint(where).astype(np.int64) + offsets[ids]).tolist()
        return [(shadows[person], (x, y)) for person, (x, y) in zip(ids.tolist(), places, strict=True)]

    def _made(self, scale: float) -> tuple[list[pygame.Surface], NDArray[np.int64]]:
        everyone = np.arange(self._people)
        placed = self._figures.shadows(
            _standing(everyone), everyone, np.zeros((self._people, 2)), Viewpoint(0.0, 0.0, scale, 0, 0, 0)
        )
        offsets = np.array([at for _, at in placed], dtype=np.int64).reshape(-1, 2)
        return [surface for surface, _ in placed], offsets


def _standing(ids: NDArray[np.int64]) -> Snapshot:
    """These people, anywhere, doing nothing."""
    flat, pairs, whole = np.zeros(len(ids)), np.zeros((len(ids), 2)), np.zeros(len(ids), dtype=np.int64)
    return Snapshot(0, ids, pairs, pairs, pairs, pairs, flat, pairs, whole, flat, whole, flat, flat, whole)
