"""Who is practising, said on the first screen: by typing, by keys alone, by the pointer."""

from pathlib import Path

import pygame
import pytest

from game.screens.front.title import WayIn
from game.screens.front.who_sits import SitsDown
from tests.screens.test_screens_layout import SIZES, sound
from tests.support.playroom import Playroom


def test_a_name_is_typed_and_chosen_again(tmp_path: Path) -> None:
    """Typed and Enter, it stands on the title; another takes over, and with the pointer the first comes back."""
    room = Playroom(tmp_path)
    room.pictures()
    assert "Trainee: no name" in room.words()
    room.tab_to(WayIn.TRAINEE)
    room.type("ada h x")
    room.key(pygame.K_BACKSPACE)
    assert "ada h _" in room.words()
    room.key(pygame.K_RETURN)
    assert room.on == "Title"
    assert "Trainee: ada h" in room.words()
    room.press(WayIn.TRAINEE)
    room.type("17")
    room.key(pygame.K_ESCAPE)
    assert "17_" not in room.words()
    room.press(SitsDown(""))
    assert "Trainee: no name" in room.words()
    room.press(WayIn.TRAINEE)
    room.press(SitsDown("ada h"))
    assert "Trainee: ada h" in room.words()
    room.leave()


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_many_names_fit(tmp_path: Path, size: tuple[int, int], text: int) -> None:
    """Thirty trainees, one of them with as long a name as can be."""
    room = Playroom(tmp_path, size, text)
    for name in ("W" * 40, *map(str, range(29))):
        assert room.rooms.sit(name) == ""
    room.rooms.prefer(room.rooms.preferences)
    room.style.set(text=text)
    sound(room, "title")
    room.press(WayIn.TRAINEE)
    sound(room, "who sits")
    room.leave()
