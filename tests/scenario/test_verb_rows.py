"""A verb, a pose and a thing held are each one row, and what other rooms keep by them leaves none out."""

import tomllib

import pytest

from game.picture.people.held import THINGS
from game.scenario import Verb
from game.shipped import ASSETS
from game.view import Held, Pose


def test_every_pose_has_its_clip() -> None:
    """`assets/poses.toml` says how each pose is held, and of nothing that is none."""
    assert set(tomllib.loads((ASSETS / "poses.toml").read_text("utf-8"))) == set(Pose)


def test_every_thing_held_is_drawn() -> None:
    """Whatever hands can hold has a row that says how it looks in them, and each but an empty hand where it is kept."""
    assert set(THINGS) == set(Held)
    assert [held for held in Held if THINGS[held].grip is None] == [Held.NOTHING]


@pytest.mark.parametrize("verb", Verb)
def test_the_fields_of_a_row_agree(verb: Verb) -> None:
    """What is done with somebody says how near to them, only what is aimed can look away, and words are said once."""
    means = verb.meaning
    assert len(set(means.takes)) == len(means.takes)
    assert ("with" in means.needs) == (means.goes == "with" or means.near is not None)
    assert means.near is not None or not means.behind
    assert means.points or not means.averts
    assert "held" in means.takes or not means.holding
    assert means.seconds[0] <= means.seconds[1]
    assert means.seconds[1] > 0 or means.moves
    assert "for" in means.takes or means.moves
