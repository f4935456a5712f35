"""Pictures to keep: a moment of a scene drawn whole, and saved."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pygame

from game.cast import Looks
from game.programme import ORDINARY, Programme
from game.scenario import Layout

from ..instant import Instant
from ..scene import Scene


def album(
    layout: Layout, looks: Sequence[Looks], instants: Sequence[Instant], starts: str = "08:00",
    programme: Programme = ORDINARY,
) -> Iterator[pygame.Surface]:
    """Instants of one run, each finished in every detail."""
    scene = Scene(layout, looks, starts, programme=programme)
    for instant in instants:
        surface = pygame.Surface((instant.viewpoint.width, instant.viewpoint.height))
        scene.draw(surface, instant, effort=-1)
        yield surface


def still(layout: Layout, looks: Sequence[Looks], instant: Instant, starts: str = "08:00") -> pygame.Surface:
    """One instant, finished in every detail."""
    return next(album(layout, looks, [instant], starts))


def png(surface: pygame.Surface, path: Path) -> None:
    """Save a picture."""
    pygame.image.save(surface, path)


def jpeg(surface: pygame.Surface) -> bytes:
    """A picture as a file in memory, small enough for a page."""
    kept = BytesIO()
    pygame.image.save(surface, kept, "picture.jpg")
    return kept.getvalue()
