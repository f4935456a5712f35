"""An item left lying, dealt with on the screen: by keys alone, by mouse alone, and told in the debrief."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.belongings import ItemSettled, LookedOver, OwnerTold, PutDown, StepTaken
from game.duty import HOT, ORDER
from game.log import Log
from game.screens.debrief.moments import PuttingDownChosen
from game.screens.watch.dealing.items import (
    ItemDone,
    ItemPicked,
    LookGiven,
    OwnerWanted,
    SignSaid,
    StepWanted,
)
from game.screens.watch.dialogs import DialogAnswer
from tests.support.playroom import SCENARIO, Watching, watch

LEFT = SCENARIO.replace("lasts: 30 s", "lasts: 2 min").replace(
    "look_alikes: [{name: films_departure_board, target: departure board}]",
    "look_alikes: [{name: forgets_bag, after: 1-2 s}]",
).replace("carries: camera", "carries: rucksack")  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Watching]:
    """The hall by camera, all of it in view, once somebody has left a bag and gone on."""
    room = watch(tmp_path, LEFT)
    room.key(pygame.K_HOME)
    room.run_until(lambda: any(put.kind == "rucksack" for put in room.exercise.unattended.lying.values()), 1500)
    room.pictures(30, 0.1)
    yield room
    room.leave()


def forgotten(room: Watching) -> PutDown:
    """The rucksack that lies there."""
    return next(put for put in room.exercise.unattended.lying.values() if put.kind == "rucksack")


def log(room: Watching) -> Log:
    """What has happened."""
    return room.exercise.log


def test_by_keys_alone(room: Watching) -> None:
    """0 goes to it and puts the keyboard on its choices; Tab and Enter do all that can be done; Esc closes."""
    room.key(pygame.K_0)
    assert any("on the floor" in words for words in room.words())
    assert room.page.focus == OwnerWanted("aloud")
    for sign, so in (("hidden", False), ("obvious", False), ("typical", True)):
        room.tab_to(SignSaid(sign, so))
    room.tab_to(LookGiven())
    for step in ORDER:
        room.tab_to(StepWanted(step))
        room.run_until(lambda: not room.exercise.unattended.under_way, 200)
    room.tab_to(ItemDone("left"))
    assert [
        (looked_over.hidden, looked_over.obvious, looked_over.typical) for looked_over in log(room).of(LookedOver)
    ] == [(False, False, True)]
    assert [step_taken.step for step_taken in log(room).of(StepTaken)] == list(ORDER)
    assert [item_settled.outcome for item_settled in log(room).of(ItemSettled)] == ["left"]
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    assert not any("on the floor" in words for words in room.words())


def test_by_mouse_alone_until_its_owner_comes(room: Watching) -> None:
    """A click on it where nobody stands opens the panel; asked aloud, the owner says so, and that is shown."""
    put = forgotten(room)
    x, y = room.view.project(room.floor_point(put.x, put.y), 0.25).tolist()
    for _ in range(4):
        if room.shows(ItemPicked(None)):
            break
        room.click((round(x), round(y)))
    room.press(OwnerWanted("aloud"))
    room.run_until(lambda: any(True for _ in log(room).of(OwnerTold)), 1500)
    room.pictures(2)
    told = next(log(room).of(OwnerTold))
    assert told.person == put.person
    assert told.text in room.words()


def test_it_is_told_in_the_debrief_and_can_be_seen_again(room: Watching) -> None:
    """Whoever left it, how it lay, what was done; a press shows the moment at which it was put down."""
    put = forgotten(room)
    room.key(pygame.K_0)
    room.tab_to(ItemDone("lost property"))
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    said = "\n".join(room.words())
    for words in ("What lay about", "Dealt with rightly.", "You handed it in as lost property."):
        assert words in said
    room.press(PuttingDownChosen(put.item))
    assert abs(room.moment - put.tick) <= 60


def test_everything_of_the_panel_is_within_the_window(room: Watching) -> None:
    """At every size of window and text."""
    room.key(pygame.K_0)
    for size, text in (((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 150)):
        room.resize(size, text)
        window = pygame.Rect((0, 0), size)
        wanted = [OwnerWanted("aloud"), SignSaid(list(HOT)[-1], so=False), StepWanted("control"), ItemDone("left")]
        for event in wanted:
            assert window.contains(room.widget(event).rect), (size, text, event)
    assert not room.strangers()
