"""The field guide: found from everywhere, searched by typing, and its people move."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.app.offers import playable
from game.record import read_sortings
from game.scenario import find
from game.screens.debrief.debrief_screen import StoryChosen
from game.screens.debrief.moments import LearnChosen
from game.screens.front.help_screen import GuideAsked
from game.screens.front.title import WayIn
from game.screens.guide.field_guide import ClipEnlarged, EntryChosen, FamilyShown, GuideAct
from game.screens.watch.dialogs import DialogAnswer
from tests.support.playroom import SCENARIO, Playroom, watch


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playroom]:
    """The guide of King Street, come to from the title."""
    home = tmp_path_factory.mktemp("guide")
    made = Playroom(home)
    made.put_on_list(playable(find("king_street_quiet"), home))
    made.press(WayIn.GUIDE)
    made.wait_for("FieldGuide")
    yield made
    made.leave()


def list_tells(room: Playroom) -> list[str]:
    """The tells on the list."""
    return [event.name for event in room.list_offered() if isinstance(event, EntryChosen)]


def test_a_tell_is_shown_moving_beside_each_of_its_look_alikes(room: Playroom) -> None:
    """With the sign, the reason, what tells them apart, and the source; and all of it is played."""
    room.press(EntryChosen("films_from_the_hip"))
    room.wait_for_clips(2)
    said = room.words()
    for words in ("Tell", "Look-alike"):
        assert words in said
    assert any(line.startswith("Sign: Films while hiding that they film.") for line in said)
    assert any(line.startswith("Source: British Transport Police") and "King Street" in line for line in said)
    assert any("lens" in line or "phone" in line for line in said)


def test_a_clip_is_seen_as_large_as_the_window(room: Playroom) -> None:
    """Pressed, it moves over the whole window, and Esc leads back to its entry."""
    room.press(EntryChosen("films_from_the_hip"))
    room.wait_for_clips(2)
    room.press(ClipEnlarged("films_from_the_hip"))
    assert room.on == "LargeClip"
    room.wait_for_clips(1)
    room.key(pygame.K_ESCAPE)
    assert room.shows(ClipEnlarged("films_from_the_hip"))


def test_typing_narrows_the_list_and_opens_the_first_that_fits(room: Playroom) -> None:
    """By the words of the tell, its sign or its look-alikes; Esc takes the words away, and only then leads back."""
    everything = list_tells(room)
    room.type("hip")
    assert not list_tells(room)
    for _ in range(3):
        room.key(pygame.K_BACKSPACE)
    room.type("camera films")
    found = list_tells(room)
    assert 0 < len(found) < len(everything)
    assert room.shows(EntryChosen(found[0]))
    room.key(pygame.K_ESCAPE)
    assert room.on == "FieldGuide"
    assert list_tells(room) == everything


def test_coming_back_one_is_where_one_left(room: Playroom) -> None:
    """After practising, the keyboard is on the button that led there."""
    room.press(GuideAct.PRACTISE)
    assert room.on != "FieldGuide"
    room.key(pygame.K_ESCAPE)
    assert room.on == "FieldGuide"
    assert room.page.lit() == GuideAct.PRACTISE


def test_a_family_can_be_shown_alone(room: Playroom) -> None:
    """And all of them again."""
    everything = list_tells(room)
    room.press(FamilyShown("F7"))
    assert list_tells(room)
    assert set(list_tells(room)) <= {"leaves_bag", "leaves_parcel_by_bin", "puts_down_and_watches", "feels_under_bench"}
    room.press(FamilyShown("F7"))
    assert list_tells(room) == everything


def test_the_list_is_worked_by_keys_alone(room: Playroom) -> None:
    """The arrow goes to the next tell, Enter opens it: it stands on the list, as the title, and on its card."""
    title = "Went from one camera to the next and looked up at each"
    room.press(EntryChosen("studies_camera"))
    assert room.words().count(title) == 1
    room.page.turn_to(EntryChosen("studies_camera"))
    room.key(pygame.K_DOWN)
    room.key(pygame.K_RETURN)
    assert room.words().count(title) == 3


def test_the_help_leads_to_the_guide(tmp_path: Path) -> None:
    """By a button of its own."""
    room = Playroom(tmp_path)
    room.put_on_list(playable(find("king_street_quiet"), tmp_path))
    room.press(WayIn.HELP)
    room.press(GuideAsked())
    room.wait_for("FieldGuide")
    room.leave()


def test_each_act_of_a_debrief_leads_to_the_guide_and_to_a_drill(tmp_path: Path) -> None:
    """It opens at what was done there, or at what that is taken for; the drill shows it among the first."""
    at_once = "[{name: reads_phone_low, after: 1-2 s}]"
    text = SCENARIO.replace("lasts: 30 s", "lasts: 60 s").replace(
        "[{name: films_departure_board, target: departure board}]", at_once
    )
    assert at_once in text
    room = watch(tmp_path, text)
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    person = next(told for told in room.debriefing.told.debrief.people if told.acts)
    room.press(StoryChosen(person.person))
    room.press(LearnChosen("guide", 0))
    room.wait_for("FieldGuide")
    assert "Read a message with the phone held low" in room.words()
    room.key(pygame.K_ESCAPE)
    assert room.on == "Debriefing"
    room.press(LearnChosen("drill", 0))
    room.wait_for("DrillScreen")
    for _ in range(6):
        room.key(pygame.K_1)
        room.key(pygame.K_RETURN)
    assert "reads_phone_low" in {name for sorting in read_sortings(tmp_path / "home") for name in sorting.shown}
    room.leave()
