"""What is done with somebody: the other turns, takes it, and goes on with what they did."""

from dataclasses import replace

import numpy as np
import pytest

from game.authoring import stock
from game.cast import Step, Target
from game.geometry import Point
from game.scenario.verbs import Verb
from game.shipped import SCENARIOS
from game.view import HELD, POSES, Held, Pose, Snapshot
from tests.support.drawn_halls import hall
from tests.support.drawn_venues import LOOKS, cast, person, venue, wait
from tests.support.stagings import open_world

HALL = venue(
    """
    ##############################
    #............................#
    #............................#
    A............................B
    #............................#
    #............................#
    ##############################
    """
)
START = -900
KIT = {kind.prop: kind for kind in stock(SCENARIOS).props}
FRIEND = Target("partner", person=1)


def _moments(*steps: Step, other: Step, until: int) -> list[Snapshot]:
    world = open_world(HALL, cast(person(0, (5.0, 2.0), list(steps)), person(1, (8.0, 2.0), [other])))
    moments = []
    for tick in range(START + 1, START + until):
        world.run_until(tick)
        moments.append(world.snapshot())
    return [moment for moment in moments if len(moment.ids) == 2]


def _pose(moment: Snapshot, who: int) -> Pose:
    return POSES[int(moment.pose[who])]


def test_what_is_handed_over_goes_from_hand_to_hand() -> None:
    """The other turns to the giver, holds out both hands, has it then, and stands as before; nobody has it twice."""
    gives = Step(Verb.HAND_OVER, 24, at=FRIEND, held="parcel")
    moments = _moments(wait(10), gives, wait(200), other=Step(Verb.WAIT, 900), until=200)
    passing = [moment for moment in moments if _pose(moment, 0) is Pose.HAND_OVER]
    assert {_pose(moment, 1) for moment in passing} == {Pose.TAKE}
    holders = [tuple(HELD[held] is Held.PARCEL for held in moment.held.tolist()) for moment in moments]
    assert (True, True) not in holders
    assert holders[-1] == (False, True)
    near, there = passing[-1].position[0], passing[-1].position[1]
    towards = (near - there) / np.linalg.norm(near - there)
    assert np.linalg.norm(near - there) < 1.0
    assert float(passing[-1].heading[1] @ towards) > 0.9
    assert _pose(moments[-1], 1) is Pose.STAND


@pytest.mark.parametrize("start", [(10.2, 4.0), (4.0, 8.0), (14.0, 5.0)])
def test_a_clerk_is_asked_across_the_counter(start: Point) -> None:
    """Whoever comes up to somebody within a desk stays before it, and does not go round into it."""
    place = hall([{"prop": "information_desk", "at": [10, 8]}], kit=KIT)
    asks = person(0, start, [Step(Verb.ASK, 40, at=FRIEND), wait(200)])
    world = open_world(place, cast(asks, person(1, (10.0, 8.2), [wait(900)])))
    for tick in range(START + 11, START + 200):
        world.run_until(tick)
        now = world.snapshot()
        assert now.position[0, 1] < 9.0, "goes round to where the desk is open"
    assert _pose(now, 0) is Pose.STAND
    assert np.hypot(*(now.position[0] - now.position[1])) < 2.5


def test_who_is_at_something_of_their_own_is_not_taken_out_of_it() -> None:
    """Whoever films goes on filming, whatever is held out to them."""
    gives = Step(Verb.HAND_OVER, 24, at=FRIEND, held="parcel")
    films = Step(Verb.FILM, 900, at=Target("board", point=(14.0, 2.0, 3.0)))
    moments = _moments(wait(10), gives, wait(200), other=films, until=200)
    assert any(_pose(moment, 0) is Pose.HAND_OVER for moment in moments)
    assert {_pose(moment, 1) for moment in moments[10:]} == {Pose.FILM}


def test_a_hand_goes_to_somebodys_bag_and_not_to_whoever_is_nearer_without_one() -> None:
    """`nearest bag` is whoever stands with a bag on the back; the hand reaches as far as the bag hangs."""
    bag = Target("nearest bag", relation="nearest bag")
    thief = person(0, (5.0, 2.0), [wait(20), Step(Verb.REACH, 34, at=bag), wait(100)])
    without = person(1, (7.0, 2.5), [wait(900)])
    owner = person(2, (11.0, 2.0), [wait(900)])
    owner = replace(owner, looks=replace(LOOKS, carries="rucksack"))
    world = open_world(HALL, cast(thief, without, owner))
    for tick in range(START + 1, START + 200):
        world.run_until(tick)
        now = world.snapshot()
        if len(now.ids) and POSES[int(now.pose[0])] is Pose.REACH:
            break
    assert POSES[int(now.pose[0])] is Pose.REACH
    assert float(np.linalg.norm(now.position[0] - now.position[2])) < 0.7


def test_a_hand_never_goes_to_a_bag_that_is_not_there() -> None:
    """Where the owner walks off before anybody has come up, whoever stands with a bag then is chosen."""
    steals = [wait(20), Step(Verb.REACH, 34, at=Target("nearest bag", relation="nearest bag")), wait(300)]
    far = Target("far", point=(14.0, 2.0, 0.0))
    owners = person(1, (9.0, 2.0), [wait(25), Step(Verb.WALK, to=far)]), person(2, (2.0, 1.0), [wait(900)])
    with_bags = (replace(person, looks=replace(LOOKS, carries="rucksack")) for person in owners)
    world = open_world(HALL, cast(person(0, (5.0, 2.5), steals), *with_bags))
    reaching: list[Snapshot] = []
    for tick in range(START + 1, START + 400):
        world.run_until(tick)
        now = world.snapshot()
        if len(now.ids) and POSES[int(now.pose[0])] is Pose.REACH:
            reaching.append(now)
    assert reaching
    for now in reaching:
        assert np.linalg.norm(now.position[int(np.searchsorted(now.ids, 2))] - now.position[0]) < 0.9
