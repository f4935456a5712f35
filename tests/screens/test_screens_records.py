"""The list of past exercises, and what the briefing says of the keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pygame

from game.progress import ProgressTold
from game.screens.front.past import PastExercises, RecordChosen
from game.screens.navigation import Kept
from tests.support.playroom import Playroom, offer, write


@dataclass
class Known:
    """Records that have all been read."""

    kept: Sequence[Kept]
    together: Sequence[ProgressTold] = ()
    ready: bool = True


def test_each_past_exercise_has_its_result_in_a_word_or_two_and_a_lesson_is_called_one(tmp_path: Path) -> None:
    """Under headings: when, which, how it went, of which kind."""
    room = Playroom(tmp_path / "home")
    short = offer(write(tmp_path))
    room.put_on_list(short, replace(short, title="Steps", guided=True))
    kept = [
        Kept(Path("a"), "1 May", "A short watch", "Assessment", "You found one of the two.", "1 of 2 found"),
        Kept(Path("b"), "2 May", "Steps", "Practice", "You found the one who mattered.", "1 of 1 found"),
        Kept(Path("c"), "3 May", "A short watch", "Practice", "Not finished."),
    ]
    room.show(PastExercises(room.style, room.rooms, lambda: Known(kept)))
    said = room.words()
    for word in ("When", "Exercise", "Result", "Kind", "1 of 2 found", "Assessment", "Done", "Lesson"):
        assert word in said
    assert said.count("Practice") == 1
    assert "1 of 1 found" not in said
    assert "Not finished." in said
    room.leave()


def test_what_the_exercises_say_together_stands_above_them_once_all_are_read(tmp_path: Path) -> None:
    """Each kind under its heading; nothing while there may be more to come."""
    room = Playroom(tmp_path / "home")
    kept = [Kept(Path("a"), "1 May", "A short watch", "Assessment", "You found one of the two.", "1 of 2 found")]
    told = [ProgressTold("Six exercises where few could be found", ("You found 7 of 12.",))]
    for ready in (True, False):
        known = Known(kept, told, ready)
        room.show(PastExercises(room.style, room.rooms, partial(lambda read: read, known)))
        said = room.words()
        assert ("You found 7 of 12." in said) is ready
        assert "1 of 2 found" in said
        if ready:
            assert said.index(told[0].heading) < said.index("You found 7 of 12.") < said.index("1 of 2 found")
    room.leave()


def test_whoever_comes_back_sees_what_was_played_meanwhile(tmp_path: Path) -> None:
    """The list is read anew after a debrief, and the old one stands until all is read."""
    room = Playroom(tmp_path / "home")
    kept = [Kept(Path("a"), "1 May", "A short watch", "Practice", "You found one of the two.", "1 of 2 found")]
    new = Kept(Path("b"), "2 May", "A short watch", "Practice", "You found both.", "2 of 2 found")
    later = Known([new, *kept], ready=False)
    readings = iter([Known(kept), later])
    room.show(PastExercises(room.style, room.rooms, lambda: next(readings)))
    room.press(RecordChosen(Path("a")))
    room.key(pygame.K_ESCAPE)
    room.pictures(2)
    assert "1 of 2 found" in room.words()
    assert "2 of 2 found" not in room.words()
    later.ready = True
    room.pictures(2)
    assert "2 of 2 found" in room.words()
    room.leave()


def test_the_officers_briefing_says_how_to_walk(tmp_path: Path) -> None:
    """And that of the control room does not."""
    room = Playroom(tmp_path / "home")
    short = offer(write(tmp_path))
    for post, walks in (("officer", True), ("control room", False)):
        room.show(room.rooms.briefing(replace(short, post=post)))
        assert ("Walk" in room.words()) is walks
    room.leave()
