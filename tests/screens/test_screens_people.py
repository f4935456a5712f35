"""People are seen as people from the first picture on, however little time there is to draw them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.cast import Looks
from game.picture import Instant, Scene
from game.picture.budget import Allowance
from game.picture.in_sight import in_view
from game.picture.people.sprites import Figures
from game.run import open_world, set_stage
from game.scenario import Layout, read
from game.view import Snapshot, Viewpoint

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"
SIZE = (1280, 720)
VIEW = Viewpoint(10, 7, 44.0, 0, *SIZE)


@pytest.fixture(scope="module")
def hall() -> tuple[Layout, list[Looks], Snapshot]:
    """A small scene with some people in it."""
    staged = set_stage(read(QUAY), 3)
    world = open_world(staged)
    world.run_until(200)
    now = world.snapshot()
    assert len(now.ids) > 5
    return staged.layout, list(staged.looks), now


def count_covered(surface: pygame.Surface) -> int:
    """How many pixels of a picture are not seen through."""
    return int((pygame.surfarray.array_alpha(surface) > 128).sum())


@pytest.mark.parametrize("pale", [False, True])
@pytest.mark.parametrize("scale", [16.0, 44.0, 124.0])
def test_with_no_time_everybody_is_drawn(
    hall: tuple[Layout, list[Looks], Snapshot], scale: float, *, pale: bool
) -> None:
    """In the first picture everybody stands where they will, about as large as they will be drawn."""
    _, looks, now = hall
    view = replace(VIEW, scale=scale)
    rows, where = in_view(now, view)
    hidden = [pale] * len(rows)
    wanted = Figures(looks).sprites(now, rows, where, view, pale=hidden)
    shown = Figures(looks).sprites(now, rows, where, view, pale=hidden, allowance=Allowance(0))
    for (quick, at), (whole, there) in zip(shown, wanted, strict=True):
        assert count_covered(quick) > 0.45 * count_covered(whole)
        assert quick.get_rect(topleft=at).colliderect(whole.get_rect(topleft=there))
        assert abs(at[1] - there[1]) < 0.35 * scale


def test_with_no_time_no_shadow_lies_alone(hall: tuple[Layout, list[Looks], Snapshot]) -> None:
    """In the whole first picture there is something over every shadow, as high as the person."""
    place, looks, now = hall
    scene, full, empty = Scene(place, looks), pygame.Surface(SIZE), pygame.Surface(SIZE)
    nobody = replace(
        now, **{name: getattr(now, name)[:0] for name in now.__slots__ if isinstance(getattr(now, name), np.ndarray)}
    )
    scene.draw(empty, Instant.of(nobody, VIEW), effort=0)
    scene.draw(full, Instant.of(now, VIEW), effort=0)
    changed = np.abs(pygame.surfarray.array3d(full).astype(int) - pygame.surfarray.array3d(empty)).max(axis=2) > 20
    for x, y in VIEW.project(now.position, now.base + 0.75).round().astype(int).tolist():
        if 10 < x < SIZE[0] - 10 and 10 < y < SIZE[1] - 10:
            assert changed[x - 8 : x + 9, y - 8 : y + 9].mean() > 0.25, (x, y)


def test_after_a_zoom_the_picture_of_before_is_shown(hall: tuple[Layout, list[Looks], Snapshot]) -> None:
    """With no time for new pictures, those of the zoom before stand in, at the new size."""
    _, looks, now = hall
    figures, near = Figures(looks), replace(VIEW, scale=88.0)
    rows, where = in_view(now, VIEW)
    before = figures.sprites(now, rows, where, VIEW)
    after = figures.sprites(now, rows, near.project(now.position[rows]), near, allowance=Allowance(0))
    for (small, _), (large, _) in zip(before, after, strict=True):
        wide, high = small.get_size()
        assert large.get_size() == (2 * wide, 2 * high)
