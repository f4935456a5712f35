"""Colours that can be read, and told apart without seeing colour."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.picture import Instant, Scene
from game.picture.colour import contrast, luminance, mix
from game.picture.overlay import badge
from game.theme import theme
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, hall, looks

LEVEL_SHAPES = (("note", "circle"), ("concern", "triangle"), ("act", "diamond"))
STATES = ("note", "concern", "act", "hit", "miss", "false_alarm", "rejection", "unfounded", "subject", "decoy")


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("words", ["text", "text_soft"])
@pytest.mark.parametrize("ground", ["backdrop", "panel", "raised", "raised_hover"])
def test_words_stand_out_from_their_ground(words: str, ground: str, *, high: bool) -> None:
    """Text has a contrast of at least 4.5 to 1 on every panel, with and without high contrast."""
    on, under = (theme().colour(name, contrast=high)[:3] for name in (words, ground))
    assert contrast(on, under) >= 4.5


def test_ink_stands_out_from_every_state() -> None:
    """The number on a mark has a contrast of at least 4.5 to 1 on its colour."""
    colours = theme()
    for name in STATES:
        assert contrast(colours.solid("ink"), colours.solid(name)) >= 4.5, name


@pytest.mark.parametrize("starts", ["08:05", "13:00", "20:30"])
def test_marks_stand_out_from_the_floor(starts: str) -> None:
    """A mark's dark edge has a contrast of at least 3 to 1 with the floor at any hour, and with its white line."""
    surface = pygame.Surface((400, 300))
    scene = Scene(hall(), looks(1), starts)
    scene.draw(surface, Instant.of(crowd([]), Viewpoint(10, 8, 44, 0, 400, 300)), effort=-1)
    floor = np.median(pygame.surfarray.array3d(surface).reshape(-1, 3), axis=0).astype(int)
    edge, pale = (13, 18, 24), (250, 250, 246)
    assert contrast((int(floor[0]), int(floor[1]), int(floor[2])), edge) >= 3
    assert contrast(pale, edge) >= 3


def test_marks_can_be_told_apart_in_grey() -> None:
    """The marks of the three levels differ in outline even where all colour is taken away."""
    grey = []
    for name, shape in LEVEL_SHAPES:
        drawn = badge(shape, theme().solid(name), "", 28, theme())  # type: ignore[arg-type]
        grey.append(pygame.surfarray.array_alpha(drawn).astype(int))
    for one, other in combinations(grey, 2):
        assert (np.abs(one - other) > 128).mean() > 0.1


def test_luminance_and_contrast_are_those_of_wcag() -> None:
    """Black on white is 21 to 1; mid grey #777777 on white is 4.48 to 1."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)
    assert luminance(mix((0, 0, 0), (255, 255, 255), 1)) == pytest.approx(1)


def test_a_clip_of_the_guide_is_as_light_by_night_as_at_noon() -> None:
    """Where a scene is drawn by day, whatever its hour, its floor is about as light as at noon."""
    lights = []
    for starts, by_day in (("12:00", False), ("21:00", True), ("21:00", False)):
        surface = pygame.Surface((200, 150))
        scene = Scene(hall(), looks(1), starts, by_day=by_day)
        scene.draw(surface, Instant.of(crowd([]), Viewpoint(10, 8, 44, 0, 200, 150)), effort=-1)
        lights.append(float(pygame.surfarray.array3d(surface).mean()))
    noon, clip, night = lights
    assert night < 0.8 * noon
    assert clip > 0.9 * noon
