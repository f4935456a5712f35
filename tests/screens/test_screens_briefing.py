"""What a briefing asks of each post."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.screens.front.scenario_list import OfferChosen
from game.screens.front.title import WayIn
from tests.support.playroom import Playroom, offer, write

OWN_WORDS = {"control room": "send a colleague", "officer": "on grounds that you give", "staff": "ring the hotline"}


@pytest.fixture
def room(tmp_path: Path) -> Playroom:
    """The title."""
    return Playroom(tmp_path)


def task(room: Playroom, tmp_path: Path, post: str, *, guided: bool = False) -> str:
    """What the card “Your task” says of a scenario with this post."""
    room.put_on_list(replace(offer(write(tmp_path)), post=post, deployment="uniform", guided=guided))
    room.press(WayIn.SCENARIOS)
    room.press(room.first(OfferChosen))
    words = room.words()
    for _ in range(2):
        room.key(pygame.K_ESCAPE)
    return words[words.index("Your task") + 1]


def test_the_task_names_speaking_deciding_and_reporting_at_every_post(room: Playroom, tmp_path: Path) -> None:
    """Each post is told what it does after it has watched, and what another post may do is not promised to it."""
    told = {post: task(room, tmp_path, post) for post in OWN_WORDS}
    for post, words in told.items():
        explained = ("thank them", "Project Servator, patrols")
        assert all(word in words for word in ("mark", "Then decide", "report", *explained)), post
        assert OWN_WORDS[post] in words
        assert not any(other in words for name, other in OWN_WORDS.items() if name != post)
    assert "search" not in told["staff"] + told["control room"]
    room.leave()


def test_a_lesson_asks_to_watch_first(room: Playroom, tmp_path: Path) -> None:
    """What else there is to do, a lesson says step by step."""
    assert "decide" not in task(room, tmp_path, "control room", guided=True)
    room.leave()
