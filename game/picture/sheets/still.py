"""Pictures to keep: a moment of a scene drawn whole, and saved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pygame

from game.cast import Looks
from game.scenario import Layout
from game.view import Snapshot, Viewpoint

from ..annotation import Annotation
from ..scene import Scene
from ..zoom import USUAL


@dataclass(frozen=True)
class Moment:
    """What to draw: who is where, from which viewpoint, and what is drawn over them."""

    snapshot: Snapshot
    viewpoint: Viewpoint
    annotations: tuple[Annotation, ...] = ()


def album(
    layout: Layout, looks: Sequence[Looks], moments: Sequence[Moment], starts: str = "08:00"
) -> Iterator[pygame.Surface]:
    """Moments of one run, each finished in every detail."""
    scene = Scene(layout, looks, starts)
    for one in moments:
        surface = pygame.Surface((one.viewpoint.width, one.viewpoint.height))
        scene.draw(surface, one.snapshot, one.snapshot, 1.0, one.viewpoint, one.annotations, effort=-1)
        yield surface


def still(
    layout: Layout, looks: Sequence[Looks], snapshot: Snapshot, size: tuple[int, int], starts: str = "08:00",
    annotations: Sequence[Annotation] = (), *, scale: float = USUAL, turn: int = 0,
    at: tuple[float, float] | None = None,
) -> pygame.Surface:
    """One moment, finished in every detail; the middle of the venue unless `at` says another floor point."""
    x, y = at or (layout.venue.size[0] / 2, layout.venue.size[1] / 2)
    moment = Moment(snapshot, Viewpoint(x, y, scale, turn, *size), tuple(annotations))
    return next(album(layout, looks, [moment], starts))


def png(surface: pygame.Surface, path: Path) -> None:
    """Save a picture."""
    pygame.image.save(surface, path)


def jpeg(surface: pygame.Surface) -> bytes:
    """A picture as a file in memory, small enough for a page."""
    kept = BytesIO()
    pygame.image.save(surface, kept, "picture.jpg")
    return kept.getvalue()
