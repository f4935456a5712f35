"""A whole exercise through the window, from title to debrief: once by mouse, once by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.record import open_journal
from game.screens.debrief.debrief_screen import Debriefing
from game.screens.watch.watch_screen import Watch
from game.widgets.page import walk
from game.widgets.widget import Label
from tests.support.playroom import SCENARIO, Playroom, offer, written


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Playroom]:
    """A window with one scenario on the shelf."""
    made = Playroom(tmp_path / "home")
    made.rooms.shelf.offers.append(offer(written(tmp_path)))
    made.rooms.shelf.ready = True
    yield made
    made.leave()


def watching(room: Playroom) -> Watch:
    """The watching screen, which must be the one that is shown."""
    room.wait_for("Watch")
    assert isinstance(room.window.top, Watch)
    return room.window.top


def to_the_end(room: Playroom, watch: Watch) -> None:
    """Let the clock run out."""
    while not watch.exercise.over:
        room.pictures(1, 0.25)
    room.pictures()


def test_by_mouse_from_title_to_debrief(room: Playroom) -> None:
    """Every step of an exercise can be taken with the mouse alone, and the record holds what was done."""
    room.press("scenarios")
    room.press("offer/0")
    room.press("mode/assess")
    room.press("start")
    watch = watching(room)
    person = watch.people_in_view()[0]
    room.click(watch.pixel_of(person))
    chosen = watch.exercise.selected
    assert chosen is not None
    room.press("level/2")
    room.press("family/F2")
    room.press("cue/F2.1")
    assert (watch.exercise.marks[chosen].level, watch.exercise.marks[chosen].cues) == (2, ("F2.1",))
    assert watch.page.find("seen/F2.1") is None, "it is not shown twice"
    room.press("family/F2")
    room.press("seen/F2.1")
    assert watch.exercise.marks[chosen].cues == ()
    room.press("close")
    assert watch.exercise.selected is None
    to_the_end(room, watch)
    room.press("debrief")
    room.wait_for("Debriefing")
    debrief = room.window.top
    assert isinstance(debrief, Debriefing)
    for one in debrief.told.debrief.people:
        room.press(f"who/{one.person}")
        for n in range(len(one.acts)):
            room.press(f"act/{n}")
            room.pictures(5)
    room.press("large")
    assert room.on == "Replay"
    room.press("play")
    room.press("back")
    room.press("back")
    assert room.on == "Title"
    kept = open_journal(next((room.rooms.home / "records").glob("*.jsonl")))
    assert kept.complete
    assert kept.result is not None
    assert kept.result == debrief.told.result


def test_by_keyboard_alone_from_title_to_debrief(room: Playroom) -> None:
    """Every step of an exercise can be taken with the keyboard alone."""
    room.tab_to("scenarios")
    room.tab_to("offer/0")
    room.key(pygame.K_RETURN)
    watch = watching(room)
    room.key(pygame.K_SPACE)
    assert watch.exercise.paused
    room.key(pygame.K_SPACE)
    turn = watch.exercise.viewpoint.turn
    room.key(pygame.K_e)
    room.key(pygame.K_MINUS)
    room.pictures(40)
    assert watch.exercise.viewpoint.turn == (turn + 1) % 4
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    chosen = watch.exercise.selected
    assert chosen is not None
    room.key(pygame.K_1)
    room.key(pygame.K_3)
    room.key(pygame.K_c)
    room.key(pygame.K_RETURN)
    room.tab_to("cue/F1.2")
    assert (watch.exercise.marks[chosen].level, watch.exercise.marks[chosen].cues) == (3, ("F1.2",))
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_x)
    assert chosen not in watch.exercise.marks
    room.key(pygame.K_h)
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    assert watch.exercise.selected is None
    room.key(pygame.K_ESCAPE)
    room.tab_to("finish")
    assert watch.exercise.over
    room.wait_for("Debriefing")
    room.key(pygame.K_ESCAPE)
    assert room.on == "Title"
    room.tab_to("records")
    room.wait_for_widget("kept/0")
    room.tab_to("kept/0")
    room.wait_for("Debriefing")
    room.key(pygame.K_ESCAPE)
    assert room.on == "PastExercises"


def test_a_click_again_takes_whoever_stands_behind(room: Playroom) -> None:
    """Where people overlap, clicks on the same spot go from one to the next and round again."""
    watch = room.start()
    room.key(pygame.K_SPACE)
    person = watch.people_in_view()[0]
    at = watch.pixel_of(person)
    found = watch.under(at)
    taken = []
    for _ in found:
        room.click(at)
        taken.append(watch.exercise.selected)
    assert taken == found


def test_a_click_beside_everybody_closes_the_inspector(room: Playroom) -> None:
    """Who meant somebody and hit nobody does not go on looking at the person of before."""
    watch = room.start()
    room.key(pygame.K_SPACE)
    room.click(watch.pixel_of(watch.people_in_view()[0]))
    assert watch.exercise.selected is not None
    width, height = room.style.size
    spots = ((x, y) for y in range(height // 4, height, 60) for x in range(width // 8, width // 2, 60))
    room.click(next(at for at in spots if not watch.under(at) and not watch.page.over(at)))
    assert watch.exercise.selected is None


def test_the_list_begins_with_what_comes_first(room: Playroom) -> None:
    """The lesson, then the control room, then the floor, whatever the order of the files."""
    short = room.rooms.shelf.offers.pop()
    room.rooms.shelf.offers += [
        replace(short, title="A floor", post="officer"), replace(short, title="A room"),
        replace(short, title="Steps", guided=True),
    ]  # fmt: skip
    room.press("scenarios")
    titles = {"Steps", "A room", "A floor"}
    page = room.window.top.page  # type: ignore[attr-defined]
    said = [part.text for part in walk(page.root) if isinstance(part, Label) and part.text in titles]
    assert said == ["Steps", "A room", "A floor"]


def test_in_assessment_the_clock_cannot_be_stopped(room: Playroom) -> None:
    """Neither Space, the help nor the question at the end stops the clock of an assessment."""
    room.press("scenarios")
    room.press("offer/0")
    room.press("mode/assess")
    room.press("start")
    watch = watching(room)
    for key in (pygame.K_SPACE, pygame.K_h):
        before = watch.exercise.tick
        room.key(key)
        room.pictures(10, 0.1)
        assert watch.exercise.tick > before
    room.key(pygame.K_ESCAPE)
    before = watch.exercise.tick
    room.key(pygame.K_ESCAPE)
    room.pictures(10, 0.1)
    assert watch.exercise.tick > before


def test_a_lesson_goes_on_by_the_trainees_own_acts(tmp_path: Path) -> None:
    """Each step of a lesson waits for its act, and nothing else completes it; the skip is a button."""
    steps = ("key", "turn", "select", "note", "clear", "pause", "seen")
    lesson = "lesson:\n" + "".join(f"  - {{say: Do it., until: {until}}}\n" for until in steps)
    room = Playroom(tmp_path / "home")
    room.rooms.shelf.offers.append(offer(written(tmp_path, SCENARIO + lesson)))
    room.rooms.shelf.ready = True
    watch = room.start()

    def waits_for() -> str:
        room.pictures(45)
        step = watch.coach.step
        return step.until if step else ""

    for key, until in (
        (pygame.K_RETURN, "key"), (pygame.K_e, "turn"), (pygame.K_TAB, "select"), (pygame.K_RETURN, "select"),
        (pygame.K_1, "note"), (pygame.K_x, "clear"), (pygame.K_SPACE, "pause"),
    ):
        assert waits_for() == until
        room.key(key)
    assert waits_for() == "seen"
    room.press("coach/next")
    assert waits_for() == ""
    room.leave()


def test_every_camera_picture_goes_on(room: Playroom) -> None:
    """Once they are open, each of the small CCTV pictures is drawn anew again and again."""
    for key in ("scenarios", "offer/0", "start"):
        room.press(key)
    feeds = watching(room).panels.feeds
    room.key(pygame.K_v)
    room.pictures(3)
    before = dict(feeds._drawn)
    room.pictures(30)
    assert len(before) == len(feeds.cameras) > 0
    assert all(feeds._drawn[number] is not picture for number, picture in before.items())
