"""The post officer on the screen: an own figure that walks where it is sent, and pale shapes where it cannot see."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.log import Stood
from game.screens.debrief.debrief_screen import Debriefing
from game.screens.watch.watch_screen import Watch
from tests.support.playroom import SCENARIO, Playroom, watched

ON_FLOOR = SCENARIO.replace("deployment: plain clothes", "deployment: uniform, post: officer")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[tuple[Playroom, Watch]]:
    """The trainee on the floor."""
    room, watch = watched(tmp_path, ON_FLOOR)
    yield room, watch
    room.leave()


def right_click(room: Playroom, at: tuple[int, int]) -> None:
    """Press and release the right button."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=3))
        room.pictures()


def test_a_right_click_walks_and_keys_walk(floor: tuple[Playroom, Watch]) -> None:
    """The figure comes to the point under the pointer; Shift and an arrow key take it on; the view comes along."""
    room, watch = floor
    officer = watch.exercise.officer
    assert officer is not None
    began = officer.x, officer.y
    at = 640 + 120, 360
    wanted = watch.exercise.viewpoint.floor_at(*at)
    right_click(room, at)
    assert officer.walking
    room.pictures(80, 0.1)
    assert not officer.walking
    assert abs(officer.x - wanted[0]) + abs(officer.y - wanted[1]) < 0.6
    assert (officer.x, officer.y) != began
    view = watch.exercise.viewpoint
    before = view.project(np.array([[officer.x, officer.y]]))[0]
    room.key(pygame.K_LEFT, pygame.KMOD_SHIFT)
    room.pictures(30, 0.1)
    after = view.project(np.array([[officer.x, officer.y]]))[0]
    assert after[0] < before[0] - 30
    now = watch.exercise.viewpoint
    assert abs(now.x - officer.x) + abs(now.y - officer.y) < 1.0
    assert len(list(watch.exercise.log.of(Stood))) > 2


def test_a_right_click_on_the_plan_walks_there(floor: tuple[Playroom, Watch]) -> None:
    """The plan takes the right button as the scene does; the view stays."""
    room, watch = floor
    officer = watch.exercise.officer
    assert officer is not None
    right_click(room, room.widget("plan").rect.center)
    assert officer.walking


def test_the_figure_is_in_the_picture_and_the_hidden_are_pale(floor: tuple[Playroom, Watch]) -> None:
    """One row more is drawn than the exercise has people; nobody in sight is pale, everyone else is."""
    _, watch = floor
    exercise, parts = watch.exercise, watch.floor
    now = exercise.snapshot()
    drawn = parts.among(now)
    assert drawn.ids.tolist() == [*now.ids.tolist(), len(watch.panels.watched.descriptions)]
    assert parts.hidden(now).isdisjoint(exercise.in_sight)
    assert parts.hidden(now) | set(exercise.in_sight) >= set(now.ids.tolist())


def test_nobody_walks_in_the_control_room(tmp_path: Path) -> None:
    """There, Shift and an arrow key move the view, nobody is pale, and the pictures of the cameras open with V."""
    room, watch = watched(tmp_path, SCENARIO)
    now = watch.exercise.snapshot()
    assert not watch.floor.hidden(now)
    assert watch.floor.among(now) is now
    before = watch.exercise.viewpoint
    room.key(pygame.K_RIGHT, pygame.KMOD_SHIFT)
    room.pictures(20, 0.1)
    assert watch.exercise.viewpoint.x != before.x
    room.key(pygame.K_v)
    room.pictures(20)
    assert watch.panels.feeds.open
    room.press("feed/2")
    room.pictures(40, 0.1)
    spot = watch.panels.feeds.spot(2)
    assert abs(watch.exercise.viewpoint.x - spot[0]) + abs(watch.exercise.viewpoint.y - spot[1]) < 0.1
    box = room.widget("feed/2").rect
    assert any(
        left <= box.x and top <= box.y and box.right <= left + width and box.bottom <= top + height
        for left, top, width, height in watch.exercise.panels
    )
    room.press("feeds")
    assert not watch.panels.feeds.open
    room.leave()


def test_a_tap_of_an_arrow_key_moves_the_view(tmp_path: Path) -> None:
    """One short press of an arrow key is a notch that can be seen, in the direction of the arrow."""
    room, watch = watched(tmp_path, SCENARIO)
    before = watch.exercise.viewpoint
    room.key(pygame.K_UP)
    room.pictures(20, 0.1)
    x, y = before.project(np.array([[watch.exercise.viewpoint.x, watch.exercise.viewpoint.y]]))[0]
    assert abs(x - before.width / 2) < 1
    assert before.height / 2 - y > 40
    room.leave()


def test_the_debrief_shows_where_one_stood(floor: tuple[Playroom, Watch]) -> None:
    """Played again, the own figure is where it was at that moment, walking where it walked."""
    room, watch = floor
    right_click(room, (760, 360))
    room.pictures(60, 0.1)
    officer = watch.exercise.officer
    assert officer is not None
    tick, stood = watch.exercise.tick, (officer.x, officer.y)
    room.key(pygame.K_ESCAPE)
    room.press("finish")
    room.wait_for("Debriefing")
    debrief = room.window.top
    assert isinstance(debrief, Debriefing)
    walked = debrief.told.walked
    assert walked is not None
    recording = debrief.told.recording
    shown = [walked.among(recording.snapshot(n)) for n in range(tick)]
    assert np.abs(shown[-1].position[-1] - stood).max() < 0.1
    steps = np.sqrt((np.diff([one.position[-1] for one in shown], axis=0) ** 2).sum(axis=1))
    assert 0.1 < steps.max() < 0.2
    assert {float(one.speed[-1]) > 0 for one in shown} == {True, False}
    room.pictures(5, 0.1)
    room.press("large")
    room.pictures(3, 0.1)
    assert room.on == "Replay"
