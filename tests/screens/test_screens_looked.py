"""Where was looked: how long each part of the floor was in view, and the plan that shows it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.log import Looked, Stood
from game.screens.debrief.watched_floor import find_peopled, watch_floor
from game.screens.watch.dialogs import DialogAnswer
from game.view.sightline import Sightline
from tests.screens.test_screens_layout import SIZES, sound
from tests.support.playroom import Playroom, watch

MIDDLES = np.array([(1.0, 1.0), (21.0, 1.0), (41.0, 1.0)])
OPEN = Sightline((), ())


def look(tick: int, x: float, scale: float = 60.0, panels: tuple[tuple[int, int, int, int], ...] = ()) -> Looked:
    """A view of 600 x 600 px over a point on the line through the middles."""
    return Looked(tick, x, 1.0, scale, 0, 600, 600, panels)


def test_a_part_is_watched_while_it_is_in_view() -> None:
    """Ten seconds here, five there, and one never; shares of the three, over time and at a moment."""
    told = watch_floor(MIDDLES, [look(0, 1.0), look(100, 21.0)], [], OPEN, 150)
    assert told.seconds.tolist() == [10.0, 5.0, 0.0]
    assert told.ever == pytest.approx(2 / 3)
    assert told.at_once == pytest.approx(1 / 3)


def test_from_too_far_off_or_under_a_panel_nothing_is_watched() -> None:
    """A view of all of the place shows nobody's hands; what a panel covers is not seen."""
    assert not watch_floor(MIDDLES, [look(0, 21.0, scale=10.0)], [], OPEN, 100).seconds.any()
    assert not watch_floor(MIDDLES, [look(0, 1.0, panels=((0, 0, 600, 600),))], [], OPEN, 100).seconds.any()


def test_on_the_floor_a_wall_hides() -> None:
    """Who stands beside a wall has not watched what lies behind it, wherever the view is moved."""
    wall = Sightline((), [((10.0, -9.0), (10.0, 9.0))])
    views = [look(0, 1.0), look(100, 21.0)]
    assert watch_floor(MIDDLES, views, [Stood(0, 2.0, 1.0, 1.0, 0.0)], wall, 200).seconds.tolist() == [10.0, 0.0, 0.0]
    assert watch_floor(MIDDLES, views, [Stood(0, 15.0, 1.0, 1.0, 0.0)], wall, 200).seconds.tolist() == [0.0, 10.0, 0.0]


def test_the_floor_is_where_people_were() -> None:
    """A cell for each place in which anybody stood, once."""
    moments = [np.array([(0.2, 0.3), (5.0, 0.0)]), np.array([(1.9, 1.0)]), np.array([(11.0, 1.0), (-0.1, 1.0)])]
    assert find_peopled(moments, (10.0, 9.0)).tolist() == [[1.0, 1.0], [5.0, 1.0]]
    assert watch_floor(find_peopled([], (9.0, 9.0)), [], [], OPEN, 100).at_once == 0.0


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playroom]:
    """The debrief of an exercise ended early."""
    folder: Path = tmp_path_factory.mktemp("looked")
    made = watch(folder)
    made.pictures(10, 0.25)
    made.key(pygame.K_ESCAPE)
    made.press(DialogAnswer.END)
    made.wait_for("Debriefing")
    yield made
    made.leave()


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_plan_fits_and_leads_back(room: Playroom, size: tuple[int, int], text: int) -> None:
    """By its key from the debrief, at every size; in two seconds some of the floor was watched."""
    room.resize(size, text)
    sound(room, "debrief")
    room.key(pygame.K_w)
    assert room.on == "LookedScreen"
    sound(room, "where you looked")
    (ever,) = [line for line in room.words() if line.endswith("%")][:1]
    assert 0 < int(ever.rstrip("%")) <= 100
    room.key(pygame.K_ESCAPE)
    assert room.on == "Debriefing"
