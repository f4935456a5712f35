"""A picture of a place with its people, for lists and briefings: `python -m game.app.glimpse FILE` writes it out."""

import sys
from pathlib import Path

import numpy as np
import pygame

from game.geometry import Point
from game.picture import Instant, Scene
from game.run import open_world, set_stage
from game.scenario import Production, read
from game.screens.watch.view_control import whole_scale
from game.view import Snapshot, Viewpoint

LARGE = (1280, 720)
MOMENT = -500
"""The tick shown: people have come in by then. Seed 0 of the twin without subjects, so that nothing is given away."""
SIDES = 0, 3
"""The quarter turns that show a place from its fronts."""
NEAR = 9.0
"""Metres about a spot in which people are counted."""


def glimpse(production: Production, size: tuple[int, int]) -> pygame.Surface:
    """The place at an ordinary moment, filling the picture."""
    staged = set_stage(production, 0, "none")
    world = open_world(staged)
    world.run_until(MOMENT)
    now = world.snapshot()
    picture = pygame.Surface(size)
    scale = max(30.0, whole_scale(production.venue.size, size) * 1.25)
    turn = SIDES[sum(production.id.encode()) % 2]
    scene = Scene(staged.layout, staged.looks, production.scenario.clock.starts, programme=staged.programme)
    view = Viewpoint(*busiest(now, production.venue.size), scale, turn, *size)
    scene.draw(picture, Instant.of(now, view), effort=-1)
    return picture


def busiest(now: Snapshot, extent: tuple[float, float]) -> Point:
    """A floor point with many people about it, well inside the place."""
    middle = np.array(extent) / 2
    inside = np.clip(now.position, middle * 0.5, middle * 1.5)
    if not len(inside):
        return extent[0] / 2, extent[1] / 2
    near = ((now.position[None] - inside[:, None]) ** 2).sum(axis=2) < NEAR**2
    x, y = inside[int(near.sum(axis=1).argmax())].tolist()
    return x, y


if __name__ == "__main__":
    pygame.image.save(glimpse(read(Path(sys.argv[1])), LARGE), sys.stdout.buffer, "picture.png")
