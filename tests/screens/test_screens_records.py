"""The list of past exercises, and what the briefing says of the keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.screens.front.past import PastExercises
from game.screens.navigation import Kept
from tests.support.playroom import Playroom, offer, written


@dataclass
class Known:
    """Records that have all been read."""

    kept: Sequence[Kept]
    ready: bool = True


def test_each_past_exercise_has_its_result_in_a_word_or_two_and_a_lesson_is_called_one(tmp_path: Path) -> None:
    """Under headings: when, which, how it went, of which kind."""
    room = Playroom(tmp_path / "home")
    short = offer(written(tmp_path))
    room.put_on_list(short, replace(short, title="Steps", guided=True))
    kept = [
        Kept(Path("a"), "1 May", "A short watch", "Assessment", "You found one of the two.", "1 of 2 found"),
        Kept(Path("b"), "2 May", "Steps", "Practice", "You found the one who mattered.", "1 of 1 found"),
        Kept(Path("c"), "3 May", "A short watch", "Practice", "Not finished."),
    ]
    room.show(PastExercises(room.style, room.rooms, lambda: Known(kept)))
    said = room.words()
    for word in ("When", "Exercise", "Result", "Kind", "1 of 2 found", "Assessment", "1 of 1 found", "Lesson"):
        assert word in said
    assert said.count("Practice") == 1
    assert "Not finished." in said
    room.leave()


def test_the_officers_briefing_says_how_to_walk(tmp_path: Path) -> None:
    """And that of the control room does not."""
    room = Playroom(tmp_path / "home")
    short = offer(written(tmp_path))
    for post, walks in (("officer", True), ("control room", False)):
        room.show(room.rooms.briefing(replace(short, post=post)))
        assert ("Walk" in room.words()) is walks
    room.leave()
