"""What the debrief shows and how it is worked: its words, its two columns, the way to play again."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.acts import Finish, Mark
from game.screens.debrief.debrief_screen import Debriefing
from game.screens.navigation import again
from game.widgets.page import walk
from game.widgets.screen import Pop
from game.widgets.scroll import Scroll
from game.widgets.widget import Label
from tests.support.playroom import Playroom, watched


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playroom]:
    """The debrief of an exercise ended early, with one of the crowd wrongly marked and another noted."""
    folder: Path = tmp_path_factory.mktemp("debrief")
    made, watch = watched(folder)
    made.pictures(6, 0.25)
    exercise = watch.exercise
    seen = [person for person in exercise.snapshot().ids.tolist() if exercise.has_seen(person)]
    for tries, person in enumerate(seen[:2]):
        assert watch._watched.sitting.do(Mark(person, 2 - tries, ())) is None
        assert watch._watched.sitting.do(Mark(person, 2 - tries, ("F1.1",))) is None
    watch._watched.sitting.do(Finish())
    made.pictures(2)
    made.press("debrief")
    made.wait_for("Debriefing")
    yield made
    made.leave()


def debriefing(room: Playroom) -> Debriefing:
    """The debrief, which must be shown."""
    assert isinstance(room.window.top, Debriefing)
    return room.window.top


def words(room: Playroom) -> list[str]:
    """All that is to be read on the page."""
    return [part.text for part in walk(debriefing(room).page.root) if isinstance(part, Label)]


def scrolls(room: Playroom) -> list[Scroll]:
    """The two columns that can be scrolled: the people, then the story."""
    room.pictures()
    return [part for part in walk(debriefing(room).page.root) if isinstance(part, Scroll)]


def test_an_early_end_is_said_first(room: Playroom) -> None:
    """Who ended it, and when, comes before everything else."""
    labels = [part for part in walk(debriefing(room).page.root) if isinstance(part, Label)]
    assert next(one.text for one in labels if one.role == "heading").startswith("You ended it early, at 0:0")


def test_who_was_marked_wrongly_or_noted_is_told_what_they_did(room: Playroom) -> None:
    """Each has a line with when, and what they were doing before the mark; ticking a sign makes no second mark."""
    told = debriefing(room).told.debrief.people
    marked = [one for one in told if one.marks]
    assert len(marked) == 2
    for one in marked:
        room.press(f"who/{one.person}")
        said = words(room)
        assert sum("Your mark: " in line for line in said) == 1
        if not one.acts:
            assert any(line.startswith("In the half minute before your mark at 0:0") for line in said)
    assert any("noted only, at 0:0" in line for line in words(room))


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1280, 720), 150), ((1101, 619), 100)])
def test_the_story_has_room(room: Playroom, size: tuple[int, int], text: int) -> None:
    """At least five lines of it can be read, at every size of window and of text."""
    room.resize(size, text)
    assert scrolls(room)[1].rect.h >= 5 * room.style.line_height("body")
    room.resize((1280, 720), 100)


@pytest.mark.parametrize("over", [0, 1])
def test_the_wheel_moves_only_what_lies_under_the_pointer(room: Playroom, over: int) -> None:
    """However far one column is turned, the other stays where it is."""
    room.resize((1000, 640), 150)
    under, other = scrolls(room)[over], scrolls(room)[1 - over]
    before = debriefing(room).page.offsets[other.name]
    room.move(under.rect.center)
    for y in (-1, -60, -60, 60, 60, -60):
        pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y, flipped=False))
        room.pictures()
    assert (debriefing(room).page.offsets[under.name] > 0) is (under.inside.rect.h > under.rect.h)
    assert debriefing(room).page.offsets[other.name] == before
    room.resize((1280, 720), 100)


def test_the_same_scenario_can_be_played_again_from_its_debrief(room: Playroom) -> None:
    """The way leads to its briefing, and back from there; a scenario that is gone offers none."""
    shown = debriefing(room)
    assert again(room.rooms, "A scenario that is gone") is None
    way = again(room.rooms, shown.told.recording.header.title)
    room.window.screens.append(Debriefing(room.style, shown.told, shown._picture, Pop, way))
    room.press("again")
    assert room.on == "Briefing"
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    assert debriefing(room) is shown
