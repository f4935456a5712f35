"""A whole exercise through the window, from title to debrief: once by mouse, once by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.record import open_journal
from game.screens.debrief.debrief_screen import Elsewhere, StoryChosen
from game.screens.debrief.moments import ActChosen
from game.screens.debrief.replay import Playback
from game.screens.front.briefing import ModeChosen, PrevalenceChosen, SeedChosen, Started
from game.screens.front.past import RecordChosen
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.settings import TextSizeChosen
from game.screens.front.title import WayIn
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.choosing import PersonChosen
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.lesson import LessonStopped
from game.screens.watch.panels.inspector import FamilyToggled
from game.widgets.screen import Back
from tests.support.playroom import SCENARIO, Watching, offer, watch, write


@pytest.fixture(scope="module")
def shared_scenery() -> None:
    """Here each window draws its places itself, as it does for a trainee."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Watching]:
    """A window with one scenario on the shelf."""
    made = Watching(tmp_path / "home")
    made.put_on_list(offer(write(tmp_path)))
    yield made
    made.leave()


def test_seed_and_prevalence_are_chosen_at_the_briefing(room: Watching) -> None:
    """A typed number is the seed, which can be taken back; it and the prevalence are in the record and the result."""
    room.press(WayIn.SCENARIOS)
    room.press(room.first(OfferChosen))
    for key in (pygame.K_4, pygame.K_2, pygame.K_3, pygame.K_BACKSPACE):
        room.key(key)
    assert SeedChosen(42) in room.list_offered()
    room.press(SeedChosen(None))
    assert SeedChosen(42) not in room.list_offered()
    for key in (pygame.K_4, pygame.K_2):
        room.key(key)
    room.press(PrevalenceChosen("none"))
    room.press(Started())
    room.wait_for("Watch")
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    debriefed = room.debriefing.told
    assert (debriefed.recording.header.seed, debriefed.recording.header.prevalence) == (42, "none")
    assert (debriefed.result.occasion.seed, debriefed.result.occasion.prevalence) == (42, "none")


def test_by_mouse_from_title_to_debrief(room: Watching) -> None:
    """Every step of an exercise can be taken with the mouse alone, and the record holds what was done."""
    room.press(WayIn.SCENARIOS)
    room.press(room.first(OfferChosen))
    room.press(ModeChosen("assess"))
    room.press(Started())
    room.wait_for("Watch")
    exercise = room.exercise
    room.click(room.pixel_of(room.people_in_view()[0]))
    chosen = exercise.selected
    assert chosen is not None
    for event in (LevelChosen(2), FamilyToggled("F2"), CueChosen("F2.1")):
        room.press(event)
    assert (exercise.marks[chosen].level, exercise.marks[chosen].cues) == (2, ("F2.1",))
    assert room.list_offered().count(CueChosen("F2.1")) == 1, "it is not shown twice"
    room.press(FamilyToggled("F2"))
    room.press(CueChosen("F2.1"))
    assert exercise.marks[chosen].cues == ()
    room.press(PersonChosen(None))
    assert exercise.selected is None
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    debriefed = room.debriefing.told
    for person in debriefed.debrief.people:
        room.press(StoryChosen(person.person))
        for n in range(len(person.acts)):
            room.press(ActChosen(n))
            room.pictures(5)
    room.press(Elsewhere.LARGER)
    assert room.on == "ReplayScreen"
    room.press(Playback.TOGGLE)
    room.press(Back())
    room.press(Back())
    assert room.on == "Scenarios"
    kept = open_journal(next((room.rooms.home / "records").glob("*.jsonl")))
    assert kept.complete
    assert kept.result is not None
    assert kept.result == debriefed.result


def test_by_keyboard_alone_from_title_to_debrief(room: Watching) -> None:
    """Every step of an exercise can be taken with the keyboard alone."""
    room.tab_to(WayIn.SCENARIOS)
    room.tab_to(room.first(OfferChosen))
    room.key(pygame.K_RETURN)
    room.wait_for("Watch")
    exercise = room.exercise
    room.key(pygame.K_SPACE)
    assert exercise.paused
    room.key(pygame.K_SPACE)
    turn = room.view.turn
    room.key(pygame.K_e)
    room.key(pygame.K_MINUS)
    room.pictures(40)
    assert exercise.look.viewpoint.turn == (turn + 1) % 4
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    chosen = exercise.selected
    assert chosen is not None
    room.key(pygame.K_1)
    room.key(pygame.K_3)
    room.key(pygame.K_c)
    room.key(pygame.K_RETURN)
    room.tab_to(CueChosen("F1.2"))
    assert (exercise.marks[chosen].level, exercise.marks[chosen].cues) == (3, ("F1.2",))
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_x)
    assert chosen not in exercise.marks
    room.key(pygame.K_h)
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    assert exercise.selected is None
    room.key(pygame.K_ESCAPE)
    assert exercise.paused
    room.press(DialogAnswer.STAY)
    assert not exercise.paused
    room.key(pygame.K_ESCAPE)
    room.tab_to(DialogAnswer.END)
    assert exercise.over
    room.wait_for("Debriefing")
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios"
    room.key(pygame.K_ESCAPE)
    room.tab_to(WayIn.RECORDS)
    room.wait_for_one(RecordChosen)
    room.tab_to(room.first(RecordChosen))
    room.wait_for("Debriefing")
    room.key(pygame.K_ESCAPE)
    assert room.on == "PastExercises"


def test_a_click_again_takes_whoever_stands_behind(room: Watching) -> None:
    """Where people overlap, clicks on the same spot go from one to the next and round again."""
    room.start()
    room.key(pygame.K_SPACE)
    at = room.pixel_of(room.people_in_view()[0])
    found = room.under(at)
    taken = []
    for _ in found:
        room.click(at)
        taken.append(room.exercise.selected)
    assert taken == found


def test_a_click_beside_everybody_closes_the_inspector(room: Watching) -> None:
    """Who meant somebody and hit nobody does not go on looking at the person of before."""
    room.start()
    room.key(pygame.K_SPACE)
    room.click(room.pixel_of(room.people_in_view()[0]))
    assert room.exercise.selected is not None
    width, height = room.style.size
    spots = ((x, y) for y in range(height // 4, height, 60) for x in range(width // 8, width // 2, 60))
    room.click(next(at for at in spots if not room.under(at) and not room.page.over(at)))
    assert room.exercise.selected is None


def test_enter_presses_what_is_lit(room: Watching) -> None:
    """On every page one thing is ringed, and Enter does what it says; coming back by Esc, it is the page's own."""
    room.pictures()
    assert room.page.lit() == WayIn.SCENARIOS
    room.press(WayIn.SETTINGS)
    assert room.page.lit() in room.list_offered()
    room.key(pygame.K_ESCAPE)
    assert room.page.lit() == WayIn.SCENARIOS
    room.key(pygame.K_RETURN)
    assert room.on == "Scenarios"
    assert isinstance(room.page.lit(), OfferChosen)
    room.key(pygame.K_RETURN)
    assert room.on == "BriefingScreen"
    assert room.page.lit() == Started()
    while room.page.lit() != ModeChosen("assess"):
        room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    assert room.on == "BriefingScreen", "Enter does not start while it is on the mode"
    assert "Assessment: the clock runs on." in room.words()


def test_a_click_brings_the_ring_to_what_was_clicked(room: Watching) -> None:
    """Where a page urges nothing, as in the settings, the keyboard goes on from there."""
    room.press(WayIn.SETTINGS)
    room.press(TextSizeChosen(150))
    assert room.page.lit() == TextSizeChosen(150)
    room.key(pygame.K_RETURN)
    assert room.rooms.preferences.text == 150


def test_the_list_says_what_was_done_and_how_it_went(room: Watching) -> None:
    """After an exercise its card tells how often it was played and what came of it, from the record."""
    room.press(WayIn.SCENARIOS)
    assert not any("Done" in words for words in room.words())
    room.key(pygame.K_RETURN)
    room.key(pygame.K_RETURN)
    room.wait_for("Watch")
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios"
    for _ in range(200):
        room.pictures(1, 0.02)
        pygame.time.wait(10)
        if any(words.startswith("Done once. Last time: ") for words in room.words()):
            return
    raise AssertionError(room.words())


def test_the_list_begins_with_what_comes_first(room: Watching) -> None:
    """The lesson, then the control room, then the floor, whatever the order of the files."""
    short = room.rooms.shelf.offers[0]
    room.put_on_list(
        replace(short, title="A floor", post="officer"), replace(short, title="A room"),
        replace(short, title="Steps", guided=True),
    )  # fmt: skip
    room.press(WayIn.SCENARIOS)
    titles = {"Steps", "A room", "A floor"}
    assert [words for words in room.words() if words in titles] == ["Steps", "A room", "A floor"]


def test_in_assessment_the_clock_cannot_be_stopped(room: Watching) -> None:
    """Neither Space, the help nor the question at the end stops the clock of an assessment."""
    room.start("assess")
    for key in (pygame.K_SPACE, pygame.K_h):
        before = room.exercise.tick
        room.key(key)
        room.pictures(10, 0.1)
        assert room.exercise.tick > before
    room.key(pygame.K_ESCAPE)
    before = room.exercise.tick
    room.key(pygame.K_ESCAPE)
    room.pictures(10, 0.1)
    assert room.exercise.tick > before


def test_a_lesson_goes_on_by_the_trainees_own_acts(tmp_path: Path) -> None:
    """Each step of a lesson waits for its act, and nothing else completes it; the skip is a button."""
    steps = ("key", "turn", "select", "follow", "note", "clear", "pause", "plan", "cameras", "help", "seen")
    lesson = "lesson:\n" + "".join(f"  - {{say: Do it., until: {until}}}\n" for until in steps)
    room = watch(tmp_path, SCENARIO + lesson)

    def waits_for() -> str:
        room.pictures(15, 0.05)
        return room.lesson_step()

    for key, until in (
        (pygame.K_RETURN, "key"), (pygame.K_e, "turn"), (pygame.K_TAB, "select"), (pygame.K_RETURN, "select"),
        (pygame.K_f, "follow"), (pygame.K_1, "note"), (pygame.K_x, "clear"), (pygame.K_SPACE, "pause"),
        (pygame.K_SPACE, "pause"), (pygame.K_p, "plan"), (pygame.K_v, "cameras"), (pygame.K_h, "help"),
        (pygame.K_ESCAPE, "seen"),
    ):
        assert waits_for() == until
        room.key(key)
    assert waits_for() == "seen"
    room.press(LessonStopped())
    assert room.shows(DialogAnswer.STAY)
    room.leave()


def test_every_camera_picture_goes_on(tmp_path: Path) -> None:
    """Once they are open, each of the small CCTV pictures goes on with the people who walk there."""
    room = watch(tmp_path, SCENARIO.replace("present: 14", "present: 120"))
    room.key(pygame.K_v)
    room.pictures(3)
    before = room.camera_pictures()
    still = set(range(len(before)))
    assert len(still) == 4
    for _ in range(120):
        room.pictures(1, 0.25)
        still -= {n for n, picture in enumerate(room.camera_pictures()) if picture != before[n]}
        if not still:
            break
    assert not still
    room.leave()
