"""A picture of a place with its people, for lists and briefings."""

import pygame

from ..picture import Scene
from ..scenario import Production, layout
from ..screens.looking import whole_scale
from ..staging import stage
from ..view import Viewpoint
from ..world import World

MOMENT = -500
"""The tick shown: people have come in by then. Seed 0 of the twin without subjects, so that nothing is given away."""


def glimpse(production: Production, size: tuple[int, int]) -> pygame.Surface:
    """The place at an ordinary moment, filling the picture."""
    place = layout(production.venue, production.props)
    cast, _ = stage(production, 0, "none")
    world = World(place, cast)
    world.run_until(MOMENT)
    now = world.snapshot()
    picture = pygame.Surface(size)
    width, height = production.venue.size
    scale = max(22.0, whole_scale(production.venue.size, size) * 1.25)
    scene = Scene(place, [person.looks for person in cast.people], production.scenario.clock.starts)
    scene.draw(picture, now, now, 0.0, Viewpoint(width * 0.5, height * 0.5, scale, 0, *size), effort=-1)
    return picture
