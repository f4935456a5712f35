"""The picture of a place behind the title."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pygame

from tests.support.playroom import Playroom, offer, write


def test_one_picture_is_asked_for_while_the_list_grows(tmp_path: Path) -> None:
    """Of the first scenario that was read: pictures are drawn one at a time, and it would wait for all the others."""
    asked: list[str] = []

    def draw(title: str, size: tuple[int, int]) -> pygame.Surface | None:
        asked.append(title)
        return pygame.Surface(size) if len(asked) > 3 else None

    room, read = Playroom(tmp_path), offer(write(tmp_path))
    offers = [replace(read, title=title, picture=partial(draw, title)) for title in ("first", "second", "third")]
    for count in (1, 2, 3):
        room.put_on_list(*offers[:count])
        room.pictures(2, 0.1)
    assert set(asked) == {"first"}
    assert len(asked) == 4
