"""Each verb as a body shows it."""

from dataclasses import replace

import numpy as np
import pytest

from game.cast import Step, Target
from game.log import ActBegan, ActEnded
from game.scenario.verbs import Verb
from game.view import HELD, POSES, Held
from tests.support.drawn_venues import at, cast, person, place, venue, wait
from tests.support.stagings import open_world

ROOM = venue(
    """
    ####################
    #..................#
    #...q..............#
    A..................B
    #..................#
    #..S...............#
    #..................#
    ####################
    """,
    queues={"q": (0.0, -1.0)},
)
BOARD = Target("board", point=(9.0, 3.5, 3.0))


def _step(verb: Verb) -> Step:
    takes = verb.meaning.takes
    seat = Target("seat", point=(1.75, 1.25, 0.0), seat=ROOM.seats[0].name)
    to = {Verb.SIT: seat, Verb.QUEUE: place(ROOM, "q"), Verb.LEAVE: place(ROOM, "B"), Verb.BOARD: place(ROOM, "B")}
    where = to.get(verb, at(6.0, 2.0) if "to" in verb.meaning.needs or verb.meaning.moves else None)
    other = Target("partner", person=1) if "with" in takes else BOARD if "at" in takes else None
    return Step(verb, 30, to=None if "with" in takes else where, at=other, act=0, shows=True)


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_plays(verb: Verb) -> None:
    """Each verb begins and ends its act once, in its own pose, and the part goes on to its end."""
    first = person(0, (3.0, 2.0), [wait(5), _step(verb), Step(Verb.LEAVE, to=place(ROOM, "A"))])
    other = person(1, (7.0, 2.5), [wait(600)])
    world = open_world(ROOM, cast(first, other))
    events, poses, held = [], set(), set()
    while world.tick < -300:
        events += world.step()
        seen = world.snapshot()
        rows = np.flatnonzero(seen.ids == 0)
        poses |= {POSES[k] for k in seen.pose[rows]}
        held |= {HELD[k] for k in seen.held[rows]}
    began = [event for event in events if isinstance(event, ActBegan)]
    ended = [event for event in events if isinstance(event, ActEnded)]
    assert [act.act for act in began] == [0]
    assert [act.ran == act.planned and act.ran > 0 for act in ended] == [True]
    expected = verb.meaning
    assert expected.pose_with(expected.held or Held.NOTHING) in poses
    assert expected.held is None or expected.held in held
    assert 0 not in world.snapshot().ids


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb.meaning.points])
def test_what_points_turns_hand_to_its_target(verb: Verb) -> None:
    """A hand that films, points or signs is turned to what the step is at."""
    step = Step(verb, 60, at=BOARD)
    world = open_world(ROOM, cast(person(0, (3.0, 2.0), [step]), person(1, (4.0, 2.0), [wait(600)])))
    world.run_until(-860)
    seen = world.snapshot()
    x, y = BOARD.point[0] - seen.position[0, 0], BOARD.point[1] - seen.position[0, 1]  # type: ignore[index]
    assert seen.hand[0] @ np.array([x, y]) > 0.97 * np.hypot(x, y)


def test_filming_low_keeps_the_eyes_elsewhere() -> None:
    """Who films from the hip does not look at it; who films openly does."""
    looks = {}
    for verb in (Verb.FILM, Verb.FILM_LOW):
        world = open_world(ROOM, cast(person(0, (3.0, 2.0), [Step(verb, 200, at=BOARD)])))
        seen = []
        for tick in range(-880, -700):
            world.run_until(tick)
            view = world.snapshot()
            seen.append(float(view.gaze[0] @ view.hand[0]))
        looks[verb] = np.mean(np.array(seen) > 0.99)
    assert looks[Verb.FILM] > 0.9
    assert looks[Verb.FILM_LOW] < 0.7


CARRIED = 5
"""The number of the colour of what is carried."""


def test_a_bag_put_down_stays_and_can_be_picked_up() -> None:
    """What is put down lies there without its owner, in its own colour, until they pick it up."""
    steps = [
        Step(Verb.PUT_DOWN, 20), Step(Verb.WALK, to=at(7.0, 3.0)), wait(20), Step(Verb.PICK_UP, 20, to=at(3.0, 2.0)),
        wait(50),
    ]  # fmt: skip
    other = person(0, (3.0, 2.0), steps)
    world = open_world(ROOM, cast(replace(other, looks=replace(other.looks, carries_colour=CARRIED))))
    world.run_until(-840)
    apart = world.snapshot()
    assert [(item.kind, item.colour) for item in apart.items] == [("bag", CARRIED)]
    assert apart.bag[0] == 0
    world.run_until(-740)
    assert world.snapshot().items == ()
    assert world.snapshot().bag[0] == 1


def test_watching_follows_someone_with_the_eyes() -> None:
    """Eyes that watch a person stay on them as they walk, and the neck gives way to the hips."""
    watcher = person(0, (5.0, 3.0), [Step(Verb.WATCH, 400, at=Target("them", person=1))])
    walker = person(1, (1.5, 1.0), [Step(Verb.WALK, to=at(8.5, 1.0)), Step(Verb.WALK, to=at(1.5, 1.0)), wait(300)])
    world = open_world(ROOM, cast(watcher, walker))
    world.run_until(-875)
    while world.tick < -700:
        world.step()
        seen = world.snapshot()
        away = seen.position[1] - seen.position[0]
        assert seen.gaze[0] @ away > 0.9 * np.hypot(*away)
        assert seen.head[0] @ seen.heading[0] > 0.1
