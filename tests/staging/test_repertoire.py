"""What a pool may draw, and how often."""

from collections import Counter

import numpy as np
import pytest

from game.run import Site
from game.scenario import Production
from game.scenario.plans import DrawnTells
from game.staging.repertoire import SELDOM, repertoire, takes_a_stop


@pytest.mark.parametrize(
    ("name", "stops"),
    [
        ("watches_guard", True),
        ("tailgates_gate", True),
        ("meets_briefly", True),
        ("signals_to_stranger", False),
        ("hands_over_in_passing", False),
        ("walks_round_and_round", False),
    ],
)
def test_a_stop_is_a_way_and_then_three_seconds_there(king_street: Production, name: str, stops: bool) -> None:
    """Whoever shows it where they are, hardly stands, or only walks, takes no stop for it."""
    assert takes_a_stop(king_street.behaviours[name]) is stops


def test_tells_that_fit_in_anywhere_are_drawn_less_often(king_street: Production) -> None:
    """Of two tells of one family, the one for which nobody stops comes as much less often as is written.

    Four draws of 51 without putting back are nearly the weights' own shares; 4 standard errors of a ratio of counts.
    """
    known, chance = repertoire(king_street, Site(king_street).layout), np.random.default_rng(5)
    some = known.tells_of(DrawnTells.model_validate({}), None)
    drawn = Counter(tell.name for _ in range(3000) for tell in known.in_turn(some, chance)[:4])
    seldom, often = drawn["signals_to_stranger"], drawn["meets_briefly"]
    ratio = seldom / often
    assert abs(ratio - SELDOM) < 0.03 + 4 * ratio * (1 / seldom + 1 / often) ** 0.5
    assert ratio < 0.85
