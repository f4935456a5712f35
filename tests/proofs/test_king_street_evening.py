"""King Street in the evening, played from the pre-roll to the end, as the plain tests play its morning."""

from collections.abc import Callable

import pytest

from tests.world import test_world_king_street as morning

RULES = [rule for name, rule in vars(morning).items() if name.startswith("test_")]


@pytest.fixture(scope="module")
def run() -> morning.Played:
    """The whole of the evening with one seed."""
    return morning.play_whole("king_street_evening", 11)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_holds_in_the_morning_holds_in_the_evening(
    run: morning.Played, rule: Callable[[morning.Played], None]
) -> None:
    """Every rule that the plain tests hold the morning to."""
    rule(run)
