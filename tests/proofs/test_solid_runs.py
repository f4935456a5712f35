"""The place is solid: what `python -m tools.search_runs` finds in a run."""

import pytest

from game.run import set_stage
from game.scenario import Production
from tools.search_runs import search

HALF_A_MINUTE = 300


@pytest.mark.parametrize("officer", [False, True], ids=["desk", "floor"])
def test_a_run_shows_nothing_that_no_run_may_show(king_street: Production, officer: bool) -> None:
    """Nobody leaps, appears, sits on air, is within what is solid or in one spot with another, in half a minute."""
    staged = set_stage(king_street, 1)
    found = search(staged, officer=officer, lasts=HALF_A_MINUTE)
    assert [finding.say(staged.layout, staged.cast.people) for finding in found] == []
