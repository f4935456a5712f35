"""A picture of one thing, and where it goes."""

from dataclasses import dataclass
from math import ceil

import pygame

Blit = tuple[pygame.Surface, tuple[int, int]]
"""A picture with the px of its top left corner, as pygame takes it."""
_ENTRY = 400
"""Bytes of a surface and of its place in a cache, besides its pixels."""


@dataclass(frozen=True, slots=True)
class Sprite:
    """A picture, and where its top left corner lies from the point that it belongs to, in px."""

    surface: pygame.Surface
    left: int
    top: int

    @property
    def size(self) -> int:
        """Bytes that it takes to keep."""
        return self.surface.get_pitch() * self.surface.get_height() + _ENTRY

    def at(self, x: int, y: int) -> Blit:
        """The picture with its point at this px."""
        return self.surface, (x + self.left, y + self.top)

    def trim(self) -> "Sprite":
        """The picture without the empty margin around it, of one px at the least."""
        used = self.surface.get_bounding_rect()
        if not used.width:
            used = pygame.Rect(0, 0, 1, 1)
        return Sprite(self.surface.subsurface(used).copy(), self.left + used.left, self.top + used.top)

    def resize(self, share: float) -> "Sprite":
        """The picture in another size, quickly and not so finely; those that met without a gap still do."""
        left, top = round(self.left * share), round(self.top * share)
        wide, high = self.surface.get_size()
        size = max(1, ceil((self.left + wide) * share) - left), max(1, ceil((self.top + high) * share) - top)
        return Sprite(pygame.transform.smoothscale(self.surface, size), left, top)
