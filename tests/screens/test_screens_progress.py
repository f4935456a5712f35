"""The progress page: a sentence for each figure, from nothing to many exercises, and ways to practise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.app.offers import playable
from game.course import DecoyCase, LooksCount, Result
from game.progress import by_group, count_fooling, stretches
from game.scenario import find
from game.screens.front.progress_screen import PractiseAsked, ProgressAct, Progressing, ProgressScreen
from game.screens.front.title import WayIn
from tests.progress.test_over_time import RECOGNITION, SEARCH, date
from tests.progress.test_together import HIT, LUCKY, sat
from tests.screens.test_screens_layout import SIZES, sound
from tests.support.playroom import Playroom

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
TAKEN = DecoyCase(judgement="false alarm", level=2, look_alikes=("films_trains",))


def told(results: Sequence[Result]) -> Progressing:
    """The progress of whoever sat these."""
    titles = {"films_trains": "Filmed trains"}
    counts = tuple(
        LooksCount(trait="sex", group=group, marked=marked, judged=900)
        for group, marked in (("men", 20), ("women", 80))
    )
    fairness = by_group([*results, replace(sat(), by_looks=counts)])
    return Progressing(stretches(results), count_fooling(results), titles, NOW - timedelta(days=9), NOW, 4, fairness)


def test_the_title_leads_to_progress_and_without_exercises_it_says_what_is_needed(tmp_path: Path) -> None:
    """Four figures and practice, each with its sentence, and nothing that looks like a grade."""
    room = Playroom(tmp_path)
    room.put_on_list(playable(find("king_street_quiet"), tmp_path))
    room.press(WayIn.PROGRESS)
    room.wait_for("ProgressScreen")
    said = " ".join(room.words())
    assert said.count("So far there have been 0") == 2
    for words in ("Nobody has been missed yet", "No look-alike has misled you", "You have done no drills yet", "grade"):
        assert words in said
    room.press(ProgressAct.DRILL)
    room.wait_for("DrillScreen")
    room.leave()


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_every_figure_fits_and_has_its_sentence(tmp_path: Path, size: tuple[int, int], text: int) -> None:
    """After fifty exercises: intervals as words too, misses by kind, and what fools can be practised."""
    room = Playroom(tmp_path, size, text)
    results = date([replace(sat(HIT, SEARCH, marked=1), decoy_cases=(TAKEN,))] * 25 + [sat(HIT, RECOGNITION)] * 10)
    results += date([sat(HIT, LUCKY, marked=2)] * 15)
    room.show(ProgressScreen(room.style, told(results), room.rooms.learning))
    sound(room, "progress")
    said = " ".join(room.words())
    for words in ("(d′)", "(c)", "marked 25 of 25", "Filmed trains", "9 days ago", "Ten minutes, due today (4)",
                  "Women: marked 80"):
        assert words in said
    assert room.shows(PractiseAsked("films_trains"))
    room.leave()
