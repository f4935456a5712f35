"""Drills as a trainee does them: by keys alone, told why each time, and every answer kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pygame
import pytest

from game.app.offers import playable
from game.practice import Sorting
from game.record import begin_drill, keep, read_sortings
from game.scenario import find
from game.screens.drill.drill_screen import DrillAct, Sorted
from game.screens.drill.drill_words import say_left
from game.screens.drill.timed_drill import LookedUp, SignNamed
from game.screens.front.title import WayIn
from tests.support.playroom import Playroom


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the trainee's records are."""
    return tmp_path_factory.mktemp("drills")


@pytest.fixture(scope="module")
def room(home: Path) -> Iterator[Playroom]:
    """A drill in King Street, come to from the title."""
    made = Playroom(home)
    made.put_on_list(playable(find("king_street_quiet"), home))
    made.press(WayIn.DRILL)
    made.wait_for("DrillScreen")
    yield made
    made.leave()


def test_what_is_due_stands_on_the_title_with_how_much_it_is(tmp_path: Path) -> None:
    """Two signs practised a month ago; the ten minutes begin with them."""
    long_ago = datetime.now(UTC) - timedelta(days=30)
    journal = begin_drill(tmp_path, 1, ["films_trains"], long_ago)
    for n, name in enumerate(("films_trains", "leaves_bag")):
        keep(journal, Sorting(long_ago + timedelta(seconds=n), (name,), "", ""))
    journal.close()
    room = Playroom(tmp_path)
    room.put_on_list(playable(find("king_street_quiet"), tmp_path))
    assert not room.shows(WayIn.DUE)
    room.rooms.open()
    room.wait_for_widget(WayIn.DUE)
    assert "Ten minutes, due today (2)" in room.words()
    room.press(WayIn.DUE)
    room.wait_for("DrillScreen")
    for _ in range(5):
        room.key(pygame.K_1)
        room.key(pygame.K_RETURN)
    assert {"films_trains", "leaves_bag"} <= {name for sorting in read_sortings(tmp_path)[2:] for name in sorting.shown}
    room.leave()


def last(home: Path) -> Sorting:
    """The answer given last."""
    return read_sortings(home)[-1]


def test_enter_stops_nothing_that_is_being_got_ready(tmp_path: Path) -> None:
    """Enter, pressed once too often, throws nobody out of a drill that loads; Esc does."""
    room = Playroom(tmp_path)
    room.put_on_list(playable(find("king_street_quiet"), tmp_path))
    room.press(WayIn.DRILL)
    assert room.on == "Preparing"
    room.key(pygame.K_RETURN)
    assert room.on == "Preparing"
    room.key(pygame.K_ESCAPE)
    assert room.on != "Preparing"
    room.leave()


def test_the_time_left_is_for_new_clips_and_hurries_nobody() -> None:
    """Beside “Take the time you need” it is told what ends: that new clips come."""
    assert [say_left(seconds) for seconds in (120.0, 61.0, 20.0, -3.0)] == [
        "new clips for about 2 min more", "new clips for about 1 min more", *["new clips for less than a minute"] * 2,
    ]


def test_a_drill_is_done_by_keys_alone_and_each_answer_is_kept_at_once(room: Playroom, home: Path) -> None:
    """1 and 2 sort, a digit names the sign, Enter goes on; what was right and why is told each time."""
    for n in range(8):
        assert len(read_sortings(home)) == n
        room.wait_for_clips(1)
        room.key(pygame.K_2)
        if room.list_offered().count(DrillAct.ON) == 0:
            assert sum(isinstance(event, SignNamed) for event in room.list_offered()) == 4
            room.key(pygame.K_1)
        kept = last(home)
        assert len(read_sortings(home)) == n + 1
        said = room.words()
        assert any(line.startswith("They ") for line in said)
        assert any(line.startswith("Right") for line in said) is kept.right
        assert any(line.startswith("The sign: ") for line in said) is bool(kept.meant)
        room.key(pygame.K_RETURN)
    assert {bool(sorting.meant) for sorting in read_sortings(home)} == {True, False}


def test_a_clip_can_be_seen_again_and_that_is_kept(room: Playroom, home: Path) -> None:
    """How often it was looked at; and how long the answer took, without the time that the sign took."""
    room.key(pygame.K_r)
    room.pictures(30, 0.1)
    room.key(pygame.K_1)
    assert last(home).looks == 2
    assert last(home).seconds >= 3
    room.key(pygame.K_g)
    room.wait_for("FieldGuide")
    room.key(pygame.K_ESCAPE)
    assert room.on == "DrillScreen"
    room.key(pygame.K_RETURN)


def test_with_the_pointer_alone_it_goes_as_well(room: Playroom, home: Path) -> None:
    """Nothing, and on."""
    before = len(read_sortings(home))
    room.press(room.first(Sorted))
    room.press(DrillAct.ON)
    assert len(read_sortings(home)) == before + 1


def test_two_minutes_are_two_minutes_and_then_it_is_summed_up(room: Playroom, home: Path) -> None:
    """The task that is begun is still told; what was wrong leads to the guide; the record is closed."""
    room.pictures(1, 0.1)
    for _ in range(130):
        room.pictures(1, 1.0)
    room.key(pygame.K_1)
    assert room.shows(DrillAct.ON)
    room.key(pygame.K_RETURN)
    answers = read_sortings(home)
    right = sum(sorting.right for sorting in answers)
    assert f"You sorted {right} of {len(answers)} rightly." in room.words()
    wrong = {name for sorting in answers if not sorting.right for name in sorting.shown}
    assert {event.name for event in room.list_offered() if isinstance(event, LookedUp)} == wrong
    path = next((home / "drills").iterdir())
    assert b'"seal"' in path.read_bytes().splitlines()[-1]
    room.key(pygame.K_ESCAPE)
    assert room.on == "Title"
