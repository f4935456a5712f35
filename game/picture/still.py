"""Pictures to keep: a moment of a scene drawn whole, and saved."""

from collections.abc import Sequence
from pathlib import Path

import pygame

from ..cast import Looks
from ..scenario import Layout
from ..view import Snapshot, Viewpoint
from .annotation import Annotation
from .camera import USUAL
from .scene import Scene


def still(
    layout: Layout, looks: Sequence[Looks], snapshot: Snapshot, size: tuple[int, int], starts: str = "08:00",
    annotations: Sequence[Annotation] = (), *, scale: float = USUAL, turn: int = 0,
    at: tuple[float, float] | None = None,
) -> pygame.Surface:
    """One moment, finished in every detail; the middle of the venue unless `at` says another floor point."""
    x, y = at or (layout.venue.size[0] / 2, layout.venue.size[1] / 2)
    surface = pygame.Surface(size)
    viewpoint = Viewpoint(x, y, scale, turn, *size)
    Scene(layout, looks, starts).draw(surface, snapshot, snapshot, 1.0, viewpoint, annotations, effort=-1)
    return surface


def png(surface: pygame.Surface, path: Path) -> None:
    """Save a picture."""
    pygame.image.save(surface, path)
