"""What is drawn of trains that stop and go on, of what is no floor, and of what lies around a place."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.picture import Scene
from game.picture.place.ground.gaps import Gaps
from game.picture.place.ground.paving import GroundSheet
from game.programme import ORDINARY, Late, Programme, Shut
from game.scenario import Layout
from game.timetable import STANDS
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, hall, looks, pixels

SIZE = (700, 560)
DOOR = {"portal": "door", "at": [10, 0.5]}
EDGE = {"portal": "platform", "at": [10, 10], "width": 18, "kind": "train", "towards": [0, 1], "every": 120}


def _draw(
    place: Layout, tick: int, turn: int = 0, starts: str = "12:00", programme: Programme = ORDINARY
) -> np.ndarray:
    scene = Scene(place, looks(1), starts, programme=programme)
    return pixels(scene, crowd([], tick=tick), Viewpoint(10, 9, 30, turn, *SIZE))


@pytest.mark.parametrize("turn", range(4))
def test_a_train_is_seen_while_it_stands_and_is_gone_in_between(turn: int) -> None:
    """It hides its track from every side while its doors are open; half-way to the next nothing of it is left."""
    place = hall(portals=[EDGE, DOOR], surroundings="earth")
    opens = next(tick for tick in place.services("12:00")["platform"].opens if tick > 0)
    stands, between, later = (_draw(place, opens + n, turn) for n in (10, STANDS + 250, STANDS + 350))
    assert (np.abs(stands - between).sum(axis=2) > 60).sum() > 4000
    assert np.array_equal(between, later)


def test_a_train_comes_nearer_tick_by_tick() -> None:
    """From one tick to the next of its coming in, the picture changes; while it stands, it does not."""
    place = hall(portals=[EDGE, DOOR], surroundings="earth")
    opens = next(tick for tick in place.services("12:00")["platform"].opens if tick > 0)
    assert not np.array_equal(_draw(place, opens - 30), _draw(place, opens - 29))
    assert np.array_equal(_draw(place, opens + 30), _draw(place, opens + 31))


def test_a_shut_way_looks_shut_as_long_as_it_is() -> None:
    """Something red stands across it from every side while it is shut, and nothing before and after."""
    place, view = hall(surroundings="square"), Viewpoint(10, 1, 30, 0, *SIZE)
    scene = Scene(place, looks(1), "12:00", programme=Programme(shut=(Shut("door", 100, 200),)))
    for turn in range(4):
        seen = []
        for tick in (99, 100, 199, 200):
            red, green, blue = np.moveaxis(pixels(scene, crowd([], tick=tick), replace(view, turn=turn)), 2, 0)
            seen.append(int(((red > 130) & (red - green > 80) & (red - blue > 80)).sum()))
        assert seen[0] == seen[3] < seen[1] == seen[2]
        assert seen[1] > seen[0] + 60


def test_a_late_train_is_seen_late() -> None:
    """At its time there is none, and as much later as it is late there it stands."""
    place = hall(portals=[EDGE, DOOR], surroundings="earth")
    opens = next(tick for tick in place.services("12:00")["platform"].opens if tick > 0)
    late = Programme(late=(Late("platform", opens - 5, 250),))
    assert np.array_equal(_draw(place, opens + 10, programme=late), _draw(place, opens - 300))
    assert np.array_equal(_draw(place, opens + 260, programme=late), _draw(place, opens + 10))


def test_a_platform_says_to_mind_the_gap() -> None:
    """Letters stand along its edge, upright to whoever looks over it from the platform, where they can be read."""
    north = _edge({**EDGE, "at": [10, 10]}, 9.52, 60.0)
    south = _edge({**EDGE, "at": [10, 6], "towards": [0, -1]}, 6.48, 60.0)
    assert 0.2 < north.mean() < 0.8
    assert np.array_equal(north, south[::-1, ::-1])
    assert not np.array_equal(north, south)
    assert not _edge({**EDGE, "at": [10, 10]}, 9.52, 16.0).any()


def _edge(portal: dict[str, object], y: float, scale: float) -> np.ndarray:
    """Where there is ink about the middle of a platform's edge, without the margin around it."""
    place = hall(portals=[portal, DOOR], surroundings="earth")
    surface = pygame.Surface((round(20 * scale), round(16 * scale)))
    Gaps(place).draw_tracks(GroundSheet(surface, 0.0, 16.0, scale))
    box = pygame.Rect(0, 0, round(3 * scale), round(0.4 * scale))
    box.center = round(10 * scale), round((16.0 - y) * scale)
    ink = np.asarray(pygame.surfarray.array3d(surface.subsurface(box)).sum(axis=2) > 250)
    return ink[ink.any(axis=1)][:, ink.any(axis=0)]


def test_it_is_as_bright_below_ground_by_night() -> None:
    """A place in the earth looks the same at noon and at midnight; one in a street does not."""
    below, above = hall(portals=[DOOR], surroundings="earth"), hall(portals=[DOOR])
    assert np.array_equal(_draw(below, 0), _draw(below, 0, starts="23:30"))
    assert not np.array_equal(_draw(above, 0), _draw(above, 0, starts="23:30"))


def test_surroundings_are_as_their_author_says() -> None:
    """Each kind of surroundings gives another picture beyond the edge, and a void shows what is there."""
    kinds = ("street", "square", "earth", "airfield", "park")
    corners = {kind: _draw(hall(portals=[DOOR], surroundings=kind), 0)[:60, :60].mean(axis=(0, 1)) for kind in kinds}
    assert all(np.abs(corners[a] - corners[b]).max() > 3 for a in kinds for b in kinds if a < b)
    whole = _draw(hall(portals=[DOOR], surroundings="earth"), 0)
    pit = _draw(hall(portals=[DOOR], surroundings="earth", voids=[{"at": [6, 6], "size": [8, 6]}]), 0)
    assert pit[350, 280].sum() < whole[350, 280].sum() - 150


def test_a_void_is_a_drop_inside_and_open_at_the_rim() -> None:
    """A void within the floor shows a floor below, in shade; one at the venue's edge shows what lies around."""
    inside = _draw(hall(portals=[DOOR], voids=[{"at": [6, 6], "size": [8, 5]}]), 0)
    at_rim = _draw(hall(portals=[DOOR], voids=[{"at": [6, 6], "size": [8, 10]}]), 0)
    floor = _draw(hall(portals=[DOOR]), 0)
    middle = (350, 295)
    assert inside[middle].sum() < floor[middle].sum() - 100
    assert at_rim[middle].sum() < floor[middle].sum() - 100
    assert not np.array_equal(inside[middle], at_rim[middle])


def test_a_square_has_no_lamps_but_its_own() -> None:
    """After dark a hall is lit from its roof, and a place under the sky is darker; by day it is as bright."""
    hall_, square = hall(portals=[DOOR]), hall(portals=[DOOR], roof=False)
    by_night = [_draw(place, 0, starts="23:30")[200:500, 200:400].mean() for place in (hall_, square)]
    by_day = [_draw(place, 0)[200:500, 200:400].mean() for place in (hall_, square)]
    assert by_night[1] < by_night[0] - 5
    assert abs(by_day[1] - by_day[0]) < 12
