"""The post officer on the screen: an own figure that walks where it is sent, and pale shapes where it cannot see."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.exercise import Officer
from game.log import Stood
from game.screens.debrief.debrief_screen import Elsewhere
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.panels.feeds import FeedsToggled
from game.screens.watch.viewing import LookedThrough, PlanPressed
from tests.support.playroom import SCENARIO, Watching, watch

ON_FLOOR = SCENARIO.replace("deployment: plain clothes", "deployment: uniform, post: officer")
RIGHT = 3


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Watching]:
    """The trainee on the floor."""
    room = watch(tmp_path, ON_FLOOR)
    yield room
    room.leave()


def figure(room: Watching) -> Officer:
    """The trainee's own."""
    officer = room.exercise.officer
    assert officer is not None
    return officer


def test_a_right_click_walks_and_keys_walk(floor: Watching) -> None:
    """The figure comes to the point under the pointer; Shift and an arrow key take it on; the view comes along."""
    officer = figure(floor)
    began = officer.x, officer.y
    at = 640 + 120, 360
    wanted = floor.view.floor_at(*at)
    floor.click(at, RIGHT)
    assert officer.walking
    floor.pictures(80, 0.1)
    assert not officer.walking
    assert abs(officer.x - wanted[0]) + abs(officer.y - wanted[1]) < 0.6
    assert (officer.x, officer.y) != began
    view = floor.view
    before = view.project(np.array([[officer.x, officer.y]]))[0]
    floor.key(pygame.K_LEFT, pygame.KMOD_SHIFT)
    floor.pictures(30, 0.1)
    after = view.project(np.array([[officer.x, officer.y]]))[0]
    assert after[0] < before[0] - 30
    assert abs(floor.view.x - officer.x) + abs(floor.view.y - officer.y) < 1.0
    assert len(list(floor.exercise.log.of(Stood))) > 2


def test_a_right_click_on_the_plan_walks_there(floor: Watching) -> None:
    """The plan takes the right button as the scene does: its middle is the middle of the place."""
    officer = figure(floor)
    before = abs(officer.x - 30) + abs(officer.y - 18)
    floor.click(floor.widget(PlanPressed()).rect.center, RIGHT)
    assert officer.walking
    floor.pictures(40, 0.1)
    assert abs(officer.x - 30) + abs(officer.y - 18) < before - 1


def test_the_figure_is_in_the_picture_and_the_hidden_are_pale(floor: Watching) -> None:
    """One person more is drawn than the exercise has; nobody in sight is pale, everyone else is."""
    people = set(floor.exercise.snapshot().ids.tolist())
    drawn = floor.list_drawn()
    assert people < set(drawn)
    assert len(drawn) == len(people) + 1
    assert floor.pale().isdisjoint(floor.exercise.field.in_sight)
    assert floor.pale() | set(floor.exercise.field.in_sight) >= people


def test_no_closer_look_is_offered_at_who_is_out_of_sight(tmp_path: Path) -> None:
    """Over a pale shape stands nothing about a closer look, which would show no more."""
    floor = watch(tmp_path, ON_FLOOR.replace("venue: small_station", "venue: king_street_station"))
    floor.key(pygame.K_HOME)
    floor.pictures(20, 0.05)
    for person in sorted(floor.pale()):
        floor.move(floor.pixel_of(person))
        floor.pictures(2)
        if floor.find_outlined() in floor.pale():
            assert not any(words.startswith("Too ") for words in floor.words())
            floor.leave()
            return
    raise AssertionError("no pale shape could be pointed at")


def test_nobody_walks_in_the_control_room(tmp_path: Path) -> None:
    """There, Shift and an arrow key move the view, nobody is pale, and the pictures of the cameras open with V."""
    room = watch(tmp_path, SCENARIO)
    assert not room.pale()
    assert room.list_drawn() == room.exercise.snapshot().ids.tolist()
    before = room.exercise.look.viewpoint
    room.key(pygame.K_RIGHT, pygame.KMOD_SHIFT)
    room.pictures(20, 0.1)
    assert room.exercise.look.viewpoint.x != before.x
    room.key(pygame.K_v)
    room.pictures(20)
    cameras = [event for event in room.list_offered() if isinstance(event, LookedThrough)]
    assert len(cameras) == 4
    room.press(cameras[2])
    room.pictures(40, 0.1)
    view = room.exercise.look.viewpoint
    assert abs(view.x - cameras[2].x) + abs(view.y - cameras[2].y) < 0.1
    assert view.turn == cameras[2].turn
    box = room.widget(cameras[2]).rect
    assert any(panel.contains(box) for panel in room.panels())
    room.press(FeedsToggled())
    assert not room.shows(cameras[2])
    room.leave()


def test_a_tap_of_an_arrow_key_moves_the_view(tmp_path: Path) -> None:
    """One short press of an arrow key is a notch that can be seen, in the direction of the arrow."""
    room = watch(tmp_path, SCENARIO)
    before = room.exercise.look.viewpoint
    room.key(pygame.K_UP)
    room.pictures(20, 0.1)
    x, y = before.project(np.array([[room.exercise.look.viewpoint.x, room.exercise.look.viewpoint.y]]))[0]
    assert abs(x - before.width / 2) < 1
    assert before.height / 2 - y > 40
    room.leave()


def test_the_debrief_shows_where_one_stood(floor: Watching) -> None:
    """Played again, the own figure is where it was at that moment, walking where it walked."""
    floor.click((760, 360), RIGHT)
    floor.pictures(60, 0.1)
    officer = figure(floor)
    tick, stood = floor.exercise.tick, (officer.x, officer.y)
    floor.key(pygame.K_ESCAPE)
    floor.press(DialogAnswer.END)
    floor.wait_for("Debriefing")
    told = floor.debriefing.told
    assert told.walked is not None
    shown = [told.walked.among(told.recording.snapshot(n)) for n in range(tick)]
    assert np.abs(shown[-1].position[-1] - stood).max() < 0.1
    steps = np.sqrt((np.diff([moment.position[-1] for moment in shown], axis=0) ** 2).sum(axis=1))
    assert 0.1 < steps.max() < 0.2
    assert {float(moment.speed[-1]) > 0 for moment in shown} == {True, False}
    floor.pictures(5, 0.1)
    floor.press(Elsewhere.LARGER)
    floor.pictures(3, 0.1)
    assert floor.on == "ReplayScreen"
