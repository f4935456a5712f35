"""The grounds drill, by keys and by mouse, from the debrief of one's own run."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.course import Mode
from game.screens.debrief.grounds_screen import GoingOn, GroundToggled
from game.screens.front.past import RecordChosen
from game.screens.front.title import WayIn
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.panels.inspector import FamilyToggled
from tests.support.playroom import Watching, watch


@pytest.fixture(params=["practice", "assess"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watching]:
    """The debrief of an exercise in which a sign was ticked of somebody who had shown nothing."""
    mode: Mode = request.param
    room = watch(tmp_path, mode=mode)
    room.pictures(6, 0.25)
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    for event in (LevelChosen(2), FamilyToggled("F1"), CueChosen("F1.1")):
        room.press(event)
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    yield room
    room.leave()


def reasons(room: Watching) -> list[GroundToggled]:
    """What is offered."""
    return [event for event in room.list_offered() if isinstance(event, GroundToggled)]


def test_by_keys_alone(room: Watching) -> None:
    """G, Enter on a reason, Tab to the answer, Enter to the next, and back to the debrief at the end."""
    room.key(pygame.K_g)
    for _ in range(2):
        offered = reasons(room)
        assert [ground_toggled.reason.kind for ground_toggled in offered] == ["sign", "looks", "hunch"]
        room.tab_to(offered[0])
        room.tab_to(GoingOn.ANSWER)
        said = room.words()
        assert "2 of 3 right" in said
        assert any(words.startswith("Wrong: no ground. Nothing of the kind") for words in said)
        room.key(pygame.K_RETURN)
    assert "Of six reasons you judged four rightly." in room.words()
    room.key(pygame.K_RETURN)
    assert room.on == "Debriefing"


def test_by_mouse_alone_and_kept_beside_the_record(room: Watching, tmp_path: Path) -> None:
    """Nothing chosen is an answer, too; what was answered is in the book when the record is opened again."""
    room.press_words("What were grounds?")
    for _ in range(2):
        room.press(GoingOn.ANSWER)
        assert "3 of 3 right" in room.words()
        room.press(GoingOn.NEXT)
    room.press(GoingOn.NEXT)
    (book,) = (tmp_path / "home" / "records").glob("*.grounds")
    assert book.read_text("utf-8").count("\n") == 2
    room.key(pygame.K_ESCAPE)
    while room.on != "Title":
        room.key(pygame.K_ESCAPE)
    room.press(WayIn.RECORDS)
    room.wait_for("PastExercises")
    while not any(isinstance(event, RecordChosen) for event in room.list_offered()):
        room.pictures(1, 0.05)
    room.press(room.first(RecordChosen))
    room.wait_for("Debriefing")
    room.key(pygame.K_g)
    for _ in range(2):
        room.press(GoingOn.ANSWER)
        room.press(GoingOn.NEXT)
    assert "Kept beside this record, with two answers of before." in room.words()


def test_escape_leaves_it_at_any_time(room: Watching) -> None:
    """Before an answer and after one."""
    for answers in (0, 1):
        room.key(pygame.K_g)
        assert room.on == "GroundsScreen"
        for _ in range(answers):
            room.press(GoingOn.ANSWER)
        room.key(pygame.K_ESCAPE)
        assert room.on == "Debriefing"
