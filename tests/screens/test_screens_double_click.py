"""A press is meant for what lay under the pointer when the hand set out: never for what took its place."""

from pathlib import Path

import pygame

from game.widgets.page import Page
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Push
from game.widgets.shifting import SHAKE, STEADY_AFTER
from game.widgets.style import Style
from game.widgets.widget import Widget
from tests.support.playroom import Playroom

AT = (100, 40)
ROOM = pygame.Rect(0, 0, 400, 80)


def press(page: Page, at: tuple[int, int] = AT) -> object:
    """What a click yields, by a hand that moves no more than there."""
    page.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    return page.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def test_what_took_a_buttons_place_is_pressed_only_after_a_while_or_by_a_hand_that_moved() -> None:
    """The second of two clicks does nothing; the same button again is pressed as often as one likes."""
    pygame.font.init()
    page = Page(Style((400, 80)))
    page.show(Button("First", yields="first"), ROOM)
    assert press(page) == "first"
    page.show(Button("First", yields="first"), ROOM)
    assert press(page) == "first"
    page.show(Button("Second", yields="second"), ROOM)
    assert press(page, (AT[0] + SHAKE, AT[1])) is None
    assert press(page, (AT[0] + 2 * SHAKE, AT[1])) == "second"
    page.show(Button("Third", yields="third"), ROOM)
    page.update(STEADY_AFTER)
    assert press(page, (AT[0] + 2 * SHAKE, AT[1])) == "third"


class Door(PageScreen[str]):
    """A screen that is all one button, which leads to another like it."""

    def build(self) -> Widget:
        """The button."""
        return Button("On", yields="on")

    def respond(self, event: str) -> Next:
        """To the next."""
        return Push(Door(self.style))


def test_a_double_click_goes_one_screen_on(tmp_path: Path) -> None:
    """What the next screen has under the pointer is not pressed, and can be once the screen has stood a while."""
    room = Playroom(tmp_path / "home")
    room.show(Door(room.style))
    middle, gone = (640, 360), []
    for rests in (0, 0, 40):
        room.pictures(rests)
        room.click(middle)
        gone.append(len(room.window.screens))
    assert gone == [3, 3, 4]
    room.leave()
