"""No words overflow and no two things overlap, whatever the window's size and the size of text."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pygame
import pytest

from game.screens.debrief.debrief_screen import Elsewhere
from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.dealing.considering import (
    DecidingAsked,
    DecisionChosen,
    DecisionGiven,
    LetterSaid,
    ReasonToggled,
)
from game.screens.watch.dealing.own_reasons import HUNCH
from game.screens.watch.dealing.telling import LineToggled, ReportLeft, TellingAsked
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.panels.feeds import CameraStepped
from game.screens.watch.panels.inspector import CuesAsked, FamilyToggled
from game.widgets.boxes import Column
from game.widgets.page import walk
from game.widgets.press import Button
from game.widgets.style import Style
from game.widgets.widget import Label
from tests.support.page_faults import faults
from tests.support.playroom import AT_KING_STREET, Playroom, Watching, offer, watch, write

CAMERAS = {
    "Gate", "North gate", "South gate", "West door", "South door", "South east", "Ticket", "Board", "Underpass",
}  # fmt: skip
"""What stands below the pictures at King Street."""
SIZES = [((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 100), ((1920, 1080), 150), ((1000, 640), 125)]


def sound(room: Playroom, what: str) -> None:
    """Fail if anything is wrong with the page that is shown, or it yields what its screen does not know."""
    room.pictures()
    page = room.page
    wrong = [*faults(room.style, page.root), *(faults(room.style, page.dialog) if page.dialog else ())]
    assert not wrong, f"{what} at {room.style.size}, text {room.style.text} %: " + "; ".join(wrong[:5])
    assert not room.strangers(), what
    events = room.list_offered()
    assert len(set(events)) == len(events), f"two widgets of {what} yield the same"


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_pages_hold_their_words(tmp_path: Path, size: tuple[int, int], text: int) -> None:
    """Title, list, briefing, settings, help, records and guide fit at every size."""
    room = Playroom(tmp_path / "home", size, text)
    short = offer(write(tmp_path))
    room.put_on_list(*(replace(short, title=f"A short watch, {n}") for n in range(4)))
    sound(room, "title")
    room.rooms.learning.due = 12
    room.pictures()
    sound(room, "title with what is due")
    for way in (WayIn.SCENARIOS, WayIn.RECORDS, WayIn.SETTINGS, WayIn.HELP):
        room.press(way)
        sound(room, way.name)
        room.key(pygame.K_ESCAPE)
    room.press(WayIn.GUIDE)
    room.wait_for("FieldGuide")
    sound(room, "guide")
    room.type("camera")
    sound(room, "guide searched")
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    room.press(WayIn.SCENARIOS)
    room.press(room.first(OfferChosen))
    sound(room, "briefing")
    room.leave()


def test_a_drill_holds_its_words(tmp_path: Path) -> None:
    """Every page of a drill fits, a question at each size in turn, and its end at all of them."""
    room = Playroom(tmp_path / "home")
    room.put_on_list(offer(write(tmp_path)))
    room.press(WayIn.DRILL)
    room.wait_for("DrillScreen")
    for _, (size, text) in zip(range(12), cycle(SIZES), strict=False):
        room.resize(size, text)
        sound(room, "drill")
        room.key(pygame.K_2)
        sound(room, "drill, which sign")
        room.key(pygame.K_1)
        sound(room, "drill, told")
        room.key(pygame.K_RETURN)
    room.pictures(130, 1.0)
    room.key(pygame.K_1)
    room.key(pygame.K_RETURN)
    for size, text in SIZES:
        room.resize(size, text)
        sound(room, "drill summed up")
    room.leave()


def test_watch_and_debrief_hold_their_words(tmp_path: Path) -> None:
    """The panels over the scene and the debrief fit at every size, with the inspector open and a question standing."""
    room = watch(tmp_path)
    room.click(room.pixel_of(room.people_in_view()[0]))
    assert room.exercise.selected is not None
    room.key(pygame.K_v)
    for event in (LevelChosen(3), CuesAsked(), FamilyToggled("F1"), CueChosen("F1.1"), CueChosen("F1.2")):
        room.press(event)
    for size, text in SIZES:
        room.resize(size, text)
        sound(room, "watch")
        room.key(pygame.K_h)
        sound(room, "keys")
        room.key(pygame.K_ESCAPE)
        deciding(room)
    for _ in ("the inspector", "the cameras", "the exercise"):
        room.key(pygame.K_ESCAPE)
    sound(room, "question")
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    for size, text in SIZES:
        room.resize(size, text)
        sound(room, "debrief")
        room.press(Elsewhere.LARGER)
        sound(room, "replay")
        room.key(pygame.K_ESCAPE)
    room.leave()


@pytest.mark.parametrize("lesson", ["lesson:\n  - {say: Do it., until: speak}\n", ""], ids=["narrow", "wide"])
def test_no_name_of_a_camera_is_broken_within_a_word(tmp_path: Path, lesson: str) -> None:
    """With large text, beside an inspector narrow or wide, each has room for its longest word, or there are fewer."""
    room = watch(tmp_path, AT_KING_STREET + lesson)
    room.resize((1280, 720), 150)
    room.key(pygame.K_v)
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    for _ in range(2):
        shown = [part for part in walk(room.page.root) if isinstance(part.yields, CameraStepped)]
        names = [part for part in walk(room.page.root) if isinstance(part, Label) and part.text in CAMERAS]
        assert len(names) == len(shown) >= 1
        for label in names:
            assert max(room.style.wide(word, label.role) for word in label.text.split()) <= label.rect.w
        room.press(CameraStepped(0))
    room.leave()


def deciding(room: Watching) -> None:
    """All decisions, a search with its reasons, and what was decided, hold their words; then what was seen again."""
    room.press(DecidingAsked())
    sound(room, "decisions")
    for event in (DecisionChosen("search"), ReasonToggled(HUNCH), LetterSaid("G")):
        room.press(event)
        sound(room, "search")
    room.press(DecisionGiven())
    sound(room, "decided")
    room.press(DecisionChosen("circulate"))
    room.press(DecisionGiven())
    room.press(TellingAsked())
    room.press(room.first(LineToggled))
    sound(room, "report")
    room.press(ReportLeft())
    room.press(CuesAsked())


def test_the_check_itself_sees_what_does_not_fit() -> None:
    """Words squeezed into too little room, and a widget laid on its neighbour, are found."""
    pygame.font.init()
    style = Style((1280, 720), 100)
    squeezed = Column([Label("Far too many words for a box as small as this one is"), Button("Press", yields="press")])
    squeezed.place(style, pygame.Rect(0, 0, 60, 20))
    assert any("sticks out" in fault for fault in faults(style, squeezed))
    roomy = Column([Label("Words"), Button("Press", yields="press")])
    roomy.place(style, pygame.Rect(0, 0, 400, 300))
    assert not list(faults(style, roomy))
    roomy.inside[1].rect.y = roomy.inside[0].rect.y
    assert any("lies on" in fault for fault in faults(style, roomy))


def test_a_word_too_long_is_broken_and_a_text_too_long_is_shortened() -> None:
    """Wrapping never gives a line wider than its box, and what is cut off ends with an ellipsis."""
    pygame.font.init()
    style = Style((1280, 720), 150)
    lines = style.lines("Donaudampfschifffahrtsgesellschaftskapitän " * 3, "title", 120)
    assert all(style.wide(line, "title") <= 120 for line in lines)
    short = style.lines("one two three four five six seven", "body", 90, 1)
    assert len(short) == 1
    assert short[0].endswith("…")
    assert style.wide(short[0], "body") <= 90
