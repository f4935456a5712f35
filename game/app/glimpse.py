"""A picture of a place with its people, for lists and briefings."""

import pygame

from ..scenario import Production


def glimpse(production: Production, size: tuple[int, int]) -> pygame.Surface:
    """The place a moment into an ordinary run."""
    raise pygame.error("not yet")
