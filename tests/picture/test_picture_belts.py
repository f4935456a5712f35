"""Cases on belts: they ride along, from one belt of a row on to the next, and are the same in every scene."""

from math import dist

import pytest

from game.picture.place.belts import SPEED, CasesOnBelts
from tests.support.drawn_halls import hall

ROW = {"prop": "belt", "at": [4, 8], "repeat": 3, "step": [4, 0]}
START, END = 2.0, 14.0


def _cases(tick: float, **more: object) -> list[tuple[int, float, float]]:
    return [(kind, *at) for _, kind, at in CasesOnBelts(hall([{**ROW, **more}])).under_way(tick)]


@pytest.mark.parametrize("tick", [-900, -1, 0, 3, 1234.5])
def test_cases_ride_on_from_belt_to_belt(tick: float) -> None:
    """A second later each case that has not come to the end is a second's way on, of the same kind."""
    far = SPEED * 1.0
    later = {(kind, round(x, 6), round(y, 6)) for kind, x, y in _cases(tick + 10)}
    stayed = {(kind, round(x + far, 6), round(y, 6)) for kind, x, y in _cases(tick) if x + far < END - 1e-6}
    assert stayed
    assert stayed <= later
    assert all(x < START + far for _, x, _ in later - stayed)


def test_no_case_lies_on_another() -> None:
    """However long the belt has run, cases keep apart, and some of the belt is free."""
    for tick in range(-900, 4000, 370):
        spots = [(x, y) for _, x, y in _cases(tick)]
        assert 1 <= len(spots) <= 9
        assert all(dist(one, other) > 1.0 for n, one in enumerate(spots) for other in spots[:n])


def test_a_belt_runs_the_way_it_is_turned() -> None:
    """Turned round, it carries cases west instead of east, along the same line."""
    west = [x for _, x, _ in _cases(100, turn=180, step=[4, 0])]
    later = [x for _, x, _ in _cases(101, turn=180, step=[4, 0])]
    assert any(abs(before - after - SPEED / 10) < 1e-6 for before in west for after in later)
    assert {round(y, 6) for _, _, y in _cases(100, turn=180)} == {8.0}
