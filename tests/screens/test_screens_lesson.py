"""The lesson waits: each step until it has been done, to the right person, and for as long as that takes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.screens.debrief.debrief_screen import Elsewhere
from game.screens.front.briefing import Started
from game.screens.front.past import RecordChosen
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.hinting import NOBODY_ELSE, NOBODY_NOW
from game.screens.watch.lesson import LessonStopped, SceneAskedAgain, StepPassed, StepTakenAgain
from game.screens.watch.panels.inspector import FamilyToggled
from game.widgets.press import Button
from tests.support.playroom import SCENARIO, Watching, offer, watch, write

MEANT = """
subjects:
  - role: tourist
    arrive: 0-1 s
    from: west door
    tells:
      - {name: films_security_feature, target: board camera, after: 3-4 s}
      - {name: notes_security, target: gate camera, after: 5-6 s}
      - {name: tries_staff_door, target: staff door, after: 5-6 s}
    account: {claims: I am only waiting., details: {which train: The next.}, breaks_on: [which train]}
"""


def lesson(*steps: str) -> str:
    """The short watch as a lesson with these steps, and somebody who is meant."""
    said = "".join(f"  - {{say: Do it., {step}}}\n" for step in steps)
    return SCENARIO.replace("lasts: 30 s", "lasts: 90 s") + MEANT + f"lesson:\n{said}"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Watching]:
    """A lesson of marking the one meant, and then somebody else."""
    made = watch(tmp_path, lesson(
        "until: note, whom: meant", "until: cue, whom: meant", "until: clear, whom: another", "until: seen",
    ))
    yield made
    made.leave()


def point_out(room: Watching) -> int:
    """Ask for hints until the one meant is shown, and choose them."""
    for _ in range(600):
        room.key(pygame.K_i)
        if (person := room.find_outlined()) is not None:
            room.key(pygame.K_RETURN)
            assert room.exercise.selected == person
            room.pictures(4, 0.25)
            return person
        room.pictures(2, 0.25)
    raise AssertionError("nobody was ever pointed out")


def someone_else(room: Watching, but: int) -> None:
    """Choose somebody in view who is not this one."""
    room.key(pygame.K_ESCAPE)
    for _ in range(40):
        room.key(pygame.K_TAB)
        if room.find_outlined() not in {None, but}:
            room.key(pygame.K_RETURN)
            return
    raise AssertionError("nobody else is in view")


def test_a_mark_counts_where_it_is_on_the_one_meant(room: Watching) -> None:
    """A mark on somebody else is kept and explained, and the step waits; on the one meant it goes on."""
    meant = point_out(room)
    someone_else(room, meant)
    room.key(pygame.K_1)
    assert room.lesson_step() == "note"
    assert any("This is somebody else." in words for words in room.words())
    room.pictures(400, 0.1)
    assert room.lesson_step() == "note"
    assert room.exercise.tick > 0
    assert not room.exercise.over
    room.press(StepPassed())
    room.press(StepTakenAgain())
    assert room.lesson_step() == "note"


def test_a_sign_must_have_been_there_and_the_right_mark_is_not_the_one_to_clear(room: Watching) -> None:
    """A sign ticked that nothing bears out is answered so; clearing the mark of the one meant is too."""
    meant = point_out(room)
    room.key(pygame.K_1)
    assert room.lesson_step() == "cue"
    room.press(FamilyToggled("F8"))
    room.press(next(event for event in room.list_offered() if isinstance(event, CueChosen)))
    assert room.lesson_step() == "cue"
    assert any("Nothing of that kind" in words for words in room.words())
    room.key(pygame.K_f)
    room.pictures(200, 0.25)
    room.press(FamilyToggled("F2"))
    room.press(CueChosen("F2.1"))
    assert room.lesson_step() == "clear"
    room.key(pygame.K_x)
    assert room.lesson_step() == "clear"
    someone_else(room, meant)
    room.press(LevelChosen(1))
    room.key(pygame.K_x)
    assert room.lesson_step() == "seen"


def test_enter_does_what_the_lit_button_says(tmp_path: Path) -> None:
    """Wherever the pointer rests Enter finishes; it selects whom Tab came to, and the button is not lit meanwhile."""
    room = watch(tmp_path, lesson("until: seen"))
    room.key(pygame.K_SPACE)
    room.move(room.pixel_of(room.people_in_view()[0]))
    assert room.find_outlined() is not None
    room.key(pygame.K_RETURN)
    assert room.exercise.selected is None
    room.press(DialogAnswer.STAY)

    def lit() -> bool:
        button = room.widget(LessonStopped())
        assert isinstance(button, Button)
        return button.hint == "Enter"

    room.key(pygame.K_TAB)
    assert not lit()
    room.key(pygame.K_RETURN)
    assert room.exercise.selected == room.find_outlined() is not None
    assert lit()
    room.key(pygame.K_RETURN)
    room.press(DialogAnswer.STAY)
    room.leave()


def test_who_asks_to_leave_before_the_end_is_led_back_first(tmp_path: Path) -> None:
    """Esc and Enter change nothing in the midst of a lesson; at its last step Enter leads on."""
    room = watch(tmp_path, lesson("until: key", "until: seen"))
    for _ in range(2):
        room.key(pygame.K_ESCAPE)
        assert room.shows(DialogAnswer.STAY)
        room.key(pygame.K_RETURN)
        assert room.on == "Watch"
        assert not room.shows(DialogAnswer.STAY)
        assert room.lesson_step() == "key"
    room.key(pygame.K_RETURN)
    assert room.lesson_step() == "seen"
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_RETURN)
    assert room.on != "Watch"
    room.leave()


def test_a_pause_is_learnt_once_the_scene_runs_on(tmp_path: Path) -> None:
    """Stopping the clock is half of it: the step is done when it goes again."""
    room = watch(tmp_path, lesson("until: pause", "until: seen"))
    room.key(pygame.K_SPACE)
    assert room.lesson_step() == "pause"
    room.key(pygame.K_SPACE)
    assert room.lesson_step() == "seen"
    room.leave()


def test_a_hint_counts_once_it_shows_somebody(tmp_path: Path) -> None:
    """The one meant is shown from the start, before they have begun; where there is nobody to show, the step waits."""
    for meant, comes_to in ((MEANT, "seen"), ("", "hint")):
        room = watch(tmp_path, lesson("until: hint", "until: seen").replace(MEANT, meant))
        room.key(pygame.K_i)
        assert (room.find_outlined() is not None) is bool(meant)
        assert room.lesson_step() == comes_to
        room.leave()


def test_a_hint_stays_until_it_is_read_or_somebody_else_is_chosen(tmp_path: Path) -> None:
    """Ten seconds on it is there still, with its outline wherever the pointer went; not once Tab has gone on."""
    room = watch(tmp_path, SCENARIO.replace("lasts: 30 s", "lasts: 90 s") + MEANT)
    meant = hint(room)
    room.move(room.panels()[0].center)
    room.pictures(40, 0.25)
    assert is_hinted(room)
    room.key(pygame.K_i)
    assert room.find_outlined() == meant
    room.key(pygame.K_HOME)
    room.pictures(20, 0.05)
    assert is_hinted(room)
    room.key(pygame.K_TAB)
    room.pictures()
    assert room.find_outlined() not in {None, meant}
    assert not is_hinted(room)
    room.leave()


def test_nobody_is_said_to_be_there_only_while_nobody_is_pointed_out(tmp_path: Path) -> None:
    """Once the one pointed out does nothing more, who asks again is told to keep an eye on them."""
    room = watch(tmp_path, SCENARIO.replace("lasts: 30 s", "lasts: 90 s"))
    hint(room)
    for _ in range(120):
        room.key(pygame.K_i)
        assert NOBODY_NOW not in room.words()
        if NOBODY_ELSE in room.words():
            break
        room.pictures(2, 0.25)
    else:
        raise AssertionError("they never came to an end")
    room.key(pygame.K_TAB)
    room.pictures(2)
    room.key(pygame.K_i)
    assert NOBODY_NOW in room.words()
    room.leave()


def hint(room: Watching) -> int:
    """Ask for hints until somebody is shown."""
    for _ in range(300):
        room.key(pygame.K_i)
        if (person := room.find_outlined()) is not None:
            assert is_hinted(room)
            return person
        room.pictures(2, 0.25)
    raise AssertionError("nobody was ever pointed out")


def is_hinted(room: Watching) -> bool:
    """Whether the hint is to be read."""
    return any(words.startswith("Watch the person outlined") for words in room.words())


def test_the_scene_stands_still_at_its_end_and_can_be_begun_again(tmp_path: Path) -> None:
    """No countdown, no end by the clock: the lesson is at its step still, and goes on there in a new scene."""
    room = watch(tmp_path, lesson("until: key", "until: note, whom: meant", "until: seen").replace("90 s", "60 s"))
    assert not any(" left" in words for words in room.words())
    room.key(pygame.K_RETURN)
    for _ in range(700):
        room.pictures(1, 0.25)
    assert room.exercise.tick == room.exercise.lasts
    assert not room.exercise.over
    assert room.lesson_step() == "note"
    room.press(SceneAskedAgain())
    room.wait_for("Watch")
    assert room.exercise.tick < room.exercise.lasts
    assert room.lesson_step() == "note"
    room.leave()


def test_a_lesson_is_never_a_failure_and_leads_on_with_one_click(tmp_path: Path) -> None:
    """Neither its debrief nor the list of records counts anything; one press leads to the first exercise."""
    room = Watching(tmp_path / "home")
    short = offer(write(tmp_path, lesson("until: seen")))
    (tmp_path / "real").mkdir()
    real = replace(short, title="The real thing", path=write(tmp_path / "real"))
    room.put_on_list(replace(short, guided=True), real)
    room.start()
    room.press(LessonStopped())
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    said = " ".join(room.words())
    assert "did not find" not in said
    assert "missed" not in said
    room.press(Elsewhere.ONWARD)
    assert room.on == "BriefingScreen"
    assert "The real thing" in room.words()
    room.press(Started())
    room.wait_for("Watch")
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    assert not room.shows(Elsewhere.ONWARD)
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios", "nobody who went on is led back into the lesson"
    while room.on != "Title":
        room.key(pygame.K_ESCAPE)
    room.press(WayIn.RECORDS)
    room.wait_for_one(RecordChosen)
    said = " ".join(room.words())
    assert "Lesson" in said
    assert "of 1" not in said
    assert "did not find" not in said
    room.key(pygame.K_ESCAPE)
    room.press(WayIn.SCENARIOS)
    room.press(next(event for event in room.list_offered() if isinstance(event, OfferChosen) and event.offer.guided))
    room.key(pygame.K_RETURN)
    room.wait_for("Watch")
    room.press(LessonStopped())
    room.press(DialogAnswer.ONWARD)
    assert room.on == "BriefingScreen"
    assert "The real thing" in room.words()
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios"
    room.leave()
