"""Freeze drills as a trainee does them: by keys alone, nobody ringed, everybody gone before it is asked."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pygame
import pytest

from game.app.offers import playable
from game.practice import Sorting
from game.record import read_sortings
from game.scenario import find
from game.screens.drill.freeze_screen import FreezeAct, OnwardChosen, PlaceChosen
from game.screens.drill.freeze_words import sum_up
from game.screens.drill.frozen_clip import PLACES, FrozenClip
from game.screens.drill.timed_drill import LookedUp, SignNamed
from game.screens.front.title import WayIn
from tests.support.playroom import Playroom

ROUNDS = 6
SHARP = 60
"""Times that the picture is looked at again: on a busy machine the place takes that long to be drawn in full."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the trainee's records are."""
    return tmp_path_factory.mktemp("freeze")


@pytest.fixture(scope="module")
def room(home: Path) -> Iterator[Playroom]:
    """A freeze drill in King Street, come to from the title by keys."""
    made = Playroom(home)
    made.put_on_list(playable(find("king_street_quiet"), home))
    made.tab_to(WayIn.FREEZE)
    made.wait_for("FreezeScreen")
    yield made
    made.leave()


def asked(room: Playroom, kind: type) -> int:
    """How many answers of a kind there are to choose among."""
    return sum(isinstance(event, kind) for event in room.list_offered())


def test_a_freeze_drill_is_done_by_keys_alone_and_each_answer_is_kept_at_once(room: Playroom, home: Path) -> None:
    """Nothing is asked while it plays; then where, what and what next, by digits; then what was so; Enter goes on."""
    for n in range(ROUNDS):
        assert asked(room, PlaceChosen) == 0
        playing = room.drawings()
        room.pictures(70, 0.1)
        places = asked(room, PlaceChosen)
        assert places >= 2
        assert room.drawings() != playing
        assert len(read_sortings(home)) == n
        room.key(pygame.K_1)
        if asked(room, SignNamed):
            assert asked(room, SignNamed) == 4
            room.key(pygame.K_1)
        if asked(room, OnwardChosen):
            room.key(pygame.K_1)
        kept = read_sortings(home)
        assert len(kept) == n + 1
        assert kept[-1].frozen
        assert room.shows(FreezeAct.ON)
        assert any(isinstance(event, LookedUp) for event in room.list_offered())
        said = room.words()
        assert any(line.startswith("Right: ") for line in said) is kept[-1].right
        assert any(line.startswith("They ") for line in said)
        assert room.strangers() == []
        room.key(pygame.K_RETURN)
    assert {bool(sorting.meant) for sorting in read_sortings(home)} == {True, False}


def test_who_is_further_on_has_more_people_to_keep_in_mind(room: Playroom) -> None:
    """As many places, well apart, as suit the crowd that the level brings; the one in question is always among them."""
    for take in room.takes()[:4]:
        clips = [FrozenClip(room.style, take, 44.0, crowd) for crowd in range(3)]
        counts = [len(clip.places) for clip in clips]
        assert counts == [min(counts[-1], most) for most in PLACES]
        assert all(clip.person in dict(clip.places) for clip in clips)


def test_nobody_can_be_the_answer(room: Playroom, home: Path) -> None:
    """The last of the places; right where nobody showed a tell, and only there."""
    for _ in range(4):
        room.pictures(70, 0.1)
        room.press(PlaceChosen(None))
        kept = read_sortings(home)[-1]
        assert kept.said == ""
        assert kept.right is not bool(kept.meant)
        room.key(pygame.K_RETURN)


def test_everybody_is_gone_when_it_is_asked(room: Playroom) -> None:
    """What is drawn then is the place and the numbers: it comes to rest once the place is sharp; before, it moved."""
    first = room.drawings()
    room.pictures(5, 0.1)
    assert room.drawings() != first
    room.pictures(70, 0.1)
    for _ in range(SHARP):
        drawn = room.drawings()
        room.pictures(5, 0.1)
        if room.drawings() == drawn:
            return
    pytest.fail("The picture never came to rest.")


def test_a_freeze_drill_is_summed_up() -> None:
    """Who was found, how many signs were named, and what came next; less where less was asked; something if nothing."""
    when = datetime(2026, 3, 2, tzinfo=UTC)
    found = Sorting(when, ("a",), "a", "a", cue="F1.1", sign="F1.1", frozen=True, foreseen=True)
    missed = Sorting(when, ("a",), "a", "", cue="F1.1", frozen=True, foreseen=False)
    nobody = Sorting(when, ("b",), "", "", frozen=True)
    assert list(sum_up([])) == ["Nothing was answered."]
    assert list(sum_up([found, missed, nobody])) == [
        "Of two people worth a second look you knew where one had been; of one clip with nobody you said so of one.",
        "You named the sign of one of one.",
        "What came next you said rightly one of two times.",
    ]
    assert list(sum_up([nobody])) == ["Of one clip with nobody you said so of one."]
