"""Who got stuck is told by role, place, time and seed, with a way out."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.proof.jams import HOPELESS, WORST, jam_lines, jams
from game.run import Run, Stage, play, set_stage
from game.sampling import EXPOSED_EVERY
from game.scenario import read
from game.world import HeldUp

QUAY = Path(__file__).parent / "quay" / "quay.yaml"
SEED = 3
BOAT_DOOR, IN_THE_HALL, BY_THE_BOARD = (19.5, 7.0), (9.0, 6.0), (9.1, 11.2)


@pytest.fixture(scope="module")
def staged() -> Stage:
    """The small scene."""
    return set_stage(read(QUAY), SEED)


@pytest.fixture(scope="module")
def calm(staged: Stage) -> Run:
    """A run of it, in which nobody is said to have been held up."""
    return replace(play(staged, EXPOSED_EVERY), held_up=())


def _passer_by(staged: Stage) -> int:
    return next(person.id for person in staged.cast.people if person.role == staged.production.roles["passer-by"].title)


def _stuck(staged: Stage, bound: tuple[float, float], *, short: bool, at: tuple[float, float] = BY_THE_BOARD) -> HeldUp:
    return HeldUp(800, _passer_by(staged), *at, bound, short)


def test_where_nobody_is_stuck_nothing_is_told(staged: Stage, calm: Run) -> None:
    """Being held up once or twice on the way is ordinary."""
    once = replace(calm, held_up=(_stuck(staged, BOAT_DOOR, short=False),) * (HOPELESS - 1))
    assert jams(staged, calm) == jams(staged, once) == ()
    assert list(jam_lines(())) == []


def test_who_gives_up_is_told_of_with_a_way_out(staged: Stage, calm: Run) -> None:
    """Whoever could not reach where they were bound: role, portal, time, what is near, seed, and what to do."""
    found = jams(staged, replace(calm, held_up=(_stuck(staged, BOAT_DOOR, short=True),)))
    (line,) = jam_lines(found)
    where = "could not reach “boat door” from 9, 11, where the board is near"
    for word in ("1 × ", where, "1:20", "seed 3", "leave more room"):
        assert word in line


def test_who_is_there_already_did_not_give_up(staged: Stage, calm: Run) -> None:
    """To stop anywhere within the place one is bound for is to have reached it."""
    inside = _stuck(staged, IN_THE_HALL, short=True, at=(8.0, 7.0))
    assert not any(jam.short for jam in jams(staged, replace(calm, held_up=(inside,))))


def test_who_keeps_trying_is_told_of_after_those_who_failed(staged: Stage, calm: Run) -> None:
    """Many cases are put together by role and way, the failures first, and no more lines than one can read."""
    tries = jams(staged, replace(calm, held_up=(_stuck(staged, BOAT_DOOR, short=False),) * HOPELESS))
    fails = jams(staged, replace(calm, held_up=(_stuck(staged, BOAT_DOOR, short=True),)))
    lines = list(jam_lines([*tries, *tries, *fails]))
    assert "could not reach" in lines[0]
    assert lines[1].startswith("2 × ")
    many = [replace(tries[0], bound=f"place {n}") for n in range(WORST + 3)]
    assert len(list(jam_lines(many))) == WORST + 1


def test_who_never_comes_in_is_told_of(staged: Stage, calm: Run) -> None:
    """People who are to come by a way in, and never do."""
    shut = replace(calm, events=(), snapshots=calm.snapshots[:1])
    assert any(jam.outside for jam in jams(staged, shut))
    assert any("never came in by" in line for line in jam_lines(jams(staged, shut)))
    assert not any(jam.outside for jam in jams(staged, replace(calm, held_up=())))
