"""Rain: in the open only, and umbrellas that hide nobody's face and tell nothing of anybody."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.picture import Scene
from game.picture.people.umbrellas import Umbrellas
from game.programme import Programme
from game.scenario import Layout
from game.view import HELD, POSES, Held, Pose, Snapshot, Viewpoint
from tests.support.drawn_halls import crowd, hall, looks, pixels

SIZE = (640, 440)
VIEW = Viewpoint(10, 8, 44.0, 0, *SIZE)
RAIN = Programme(rain=True)
PLACES = [(2.0 + 1.1 * n, 8.0) for n in range(15)]


def _walking(tick: int = 0) -> Snapshot:
    return replace(crowd(PLACES, Pose.WALK, tick), speed=np.full(len(PLACES), 1.3))


def _draw(place: Layout, tick: int, programme: Programme, people: Snapshot | None = None) -> np.ndarray:
    scene = Scene(place, looks(len(PLACES)), "12:00", programme=programme)
    return pixels(scene, people or crowd([], tick=tick), VIEW)


def test_it_rains_in_the_open_and_under_no_roof() -> None:
    """From tick to tick streaks move over a square; in a hall nothing does, and its floor is not wet."""
    square, indoors = hall(roof=False, surroundings="square"), hall(surroundings="square")
    moved = (_draw(square, 20, RAIN) != _draw(square, 22, RAIN)).any(axis=2)
    assert 200 < moved.sum() < 0.05 * moved.size
    assert np.array_equal(_draw(square, 20, RAIN), _draw(square, 20, RAIN))
    middle = np.s_[260:380, 180:260]
    assert np.array_equal(_draw(indoors, 20, RAIN)[middle], _draw(indoors, 22, RAIN)[middle])
    fair, wet = (_draw(square, 20, programme)[middle].mean() for programme in (Programme(), RAIN))
    inside = _draw(indoors, 20, Programme())[middle].mean() - _draw(indoors, 20, RAIN)[middle].mean()
    assert fair - wet > 2 * inside


@pytest.mark.parametrize("otherwise", [
    replace(_walking(), pose=np.full(len(PLACES), POSES.index(Pose.STAND))),
    replace(_walking(), held=np.full(len(PLACES), HELD.index(Held.PHONE))),
    replace(_walking(), speed=np.zeros(len(PLACES))),
])
def test_umbrellas_are_let_down_by_whoever_does_something(otherwise: Snapshot) -> None:
    """Some who walk have one up, not all; who stops or has something in hand has none."""
    rows, where = np.arange(len(PLACES)), np.zeros((len(PLACES), 2))
    umbrellas = Umbrellas(hall(roof=False), looks(len(PLACES)))
    up, _ = umbrellas.show(_walking(), rows, where, np.zeros(len(PLACES)), VIEW)
    assert 0.2 < len(up) / len(PLACES) < 0.7
    assert umbrellas.show(otherwise, rows, where, np.zeros(len(PLACES)), VIEW) == ([], [])


def test_under_a_roof_and_in_uniform_there_are_none() -> None:
    """In a hall nobody has one up, nor has anybody of the staff in the open."""
    rows, where, depth = np.arange(len(PLACES)), np.zeros((len(PLACES), 2)), np.zeros(len(PLACES))
    guards = [replace(looks, uniform="security guard") for looks in looks(len(PLACES))]
    assert Umbrellas(hall(), looks(len(PLACES))).show(_walking(), rows, where, depth, VIEW) == ([], [])
    assert Umbrellas(hall(roof=False), guards).show(_walking(), rows, where, depth, VIEW) == ([], [])


def test_an_umbrella_hides_nothing_of_its_holder_below_the_brow() -> None:
    """From the eyes down, but for the line of its stick, everybody looks as they do without."""
    people, rows = _walking(), np.arange(len(PLACES))
    up, _ = Umbrellas(hall(roof=False), looks(len(PLACES))).show(
        people, rows, VIEW.project(people.position), np.zeros(len(PLACES)), VIEW
    )
    eyes = 1.62 * 44.0 * 0.788
    for surface, _ in up:
        alpha = pygame.surfarray.array_alpha(surface)  # its lowest row is at their feet
        below = alpha[:, round(surface.get_height() - eyes) :]
        assert (below > 0).any(axis=1).sum() <= 4
