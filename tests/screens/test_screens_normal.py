"""What is normal is watched first and then asked on the screen: by keys and by mouse, each answer told at once."""

from pathlib import Path

import pygame

from game.screens.watch.dealing.normal_card import NormalChosen, WorkBegun
from tests.support.playroom import SCENARIO, watch

FIRST = SCENARIO.replace("lasts: 30 s}", "lasts: 90 s}\nbaseline: {watch: 20 s}")


def test_what_is_normal_is_asked_and_told(tmp_path: Path) -> None:
    """The clock says that one only watches; then digits and clicks answer, Esc leads nowhere, and Enter begins."""
    room = watch(tmp_path, FIRST)
    normal = room.exercise.normal
    assert normal
    assert any("Only watch" in words for words in room.words())
    room.run_until(lambda: room.exercise.asks, 400)
    room.pictures(2)
    for n, asked in enumerate(normal.questions):
        assert asked.asks in room.words()
        room.key(pygame.K_ESCAPE)
        if n % 2:
            room.press(NormalChosen(asked.so))
        else:
            room.key(pygame.K_1 + asked.so)
        room.pictures()
        assert any(asked.told in words for words in room.words())
    assert room.list_offered() == [WorkBegun()]
    room.key(pygame.K_RETURN)
    room.pictures()
    assert not normal.open
    assert not room.exercise.stands
    room.leave()
