"""Words for people and places, as they are understood in the moment."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from game.cast import Person, Step, Target
from game.scenario.verbs import Verb
from game.view import HELD, Held
from game.world import World
from tests.support.drawn_venues import LOOKS, at, cast, person, place, venue, wait
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


def _means(word: str) -> Target:
    return Target(word, relation=word)  # type: ignore[arg-type]


def _where(world: World, who: int) -> tuple[float, float]:
    seen = world.snapshot()
    x, y = seen.position[int(np.searchsorted(seen.ids, who))].tolist()
    return x, y


def _in_uniform(other: Person, uniform: str) -> Person:
    return replace(other, staff=True, looks=replace(LOOKS, uniform=uniform))


def _find_looked_at(word: str, *others: Person) -> int:
    """Whom a person who looks there looks at, a second later."""
    looks = person(0, (5.0, 2.0), [wait(10), Step(Verb.WATCH, 100, at=_means(word))])
    world = open_world(HALL, cast(looks, *others))
    world.run_until(START + 20)
    aim = world.aims(0)[0]
    return aim[3] if aim else -1


def test_uniforms_are_told_from_travellers() -> None:
    """The nearest guard is no cleaner, and the nearest visitor wears no uniform."""
    cleaner = _in_uniform(person(1, (6.0, 2.0), [wait(600)]), "cleaner")
    guard = _in_uniform(person(2, (9.0, 2.0), [wait(600)]), "security guard")
    visitor = person(3, (12.0, 2.0), [wait(600)])
    assert _find_looked_at("nearest staff", cleaner, guard, visitor) == 1
    assert _find_looked_at("nearest guard", cleaner, guard, visitor) == 2
    assert _find_looked_at("nearest visitor", cleaner, guard, visitor) == 3


def test_bystanders_stand_and_passers_by_walk() -> None:
    """Of a walker close by and somebody who stands, each word means its own."""
    walker = person(1, (5.5, 1.5), [Step(Verb.WALK, to=at(13.0, 1.5))])
    stands = person(2, (10.0, 2.5), [wait(600)])
    assert _find_looked_at("nearest passer-by", walker, stands) == 1
    assert _find_looked_at("nearest bystander", walker, stands) == 2


def test_the_same_person_stays_the_same() -> None:
    """Whoever was watched is still meant when somebody else has come nearer."""
    watches = [Step(Verb.WATCH, 20, at=_means("nearest visitor")), Step(Verb.WATCH, 300, at=_means("same person"))]
    first = person(1, (7.0, 2.0), [Step(Verb.WALK, to=at(13.0, 2.0)), wait(600)])
    second = person(2, (11.0, 1.5), [wait(15), Step(Verb.WALK, to=at(6.0, 1.5)), wait(600)])
    world = open_world(HALL, cast(person(0, (5.0, 2.0), watches), first, second))
    world.run_until(START + 90)
    aim = world.aims(0)[0]
    assert aim is not None
    assert aim[3] == 1
    assert _where(world, 1)[0] > _where(world, 2)[0]


def test_who_reaches_for_a_bag_stands_behind_it() -> None:
    """The hand comes from behind somebody's back, close by."""
    reach = Step(Verb.REACH, 60, at=Target("partner", person=1))
    board = Target("board", point=(14.0, 2.0, 3.0))
    faces_east = Step(Verb.WATCH, 900, at=board, facing=board)
    world = open_world(HALL, cast(person(0, (12.0, 2.5), [wait(20), reach]), person(1, (8.0, 2.0), [faces_east])))
    world.run_until(START + 120)
    (x, y), (u, v) = _where(world, 0), _where(world, 1)
    assert x < u - 0.3
    assert (x - u) ** 2 + (y - v) ** 2 < 1.0


def test_a_thing_is_in_the_hand_or_on_the_floor() -> None:
    """A bag that is put down and picked up again is in the hand, then on the floor, then in the hand."""
    steps = [Step(Verb.PUT_DOWN, 20, held="bag"), wait(10), Step(Verb.PICK_UP, 20, held="bag"), wait(10)]
    world = open_world(HALL, cast(person(0, (5.0, 2.0), steps)))
    seen = []
    for tick in range(START + 1, START + 110):
        world.run_until(tick)
        now = world.snapshot()
        if len(now.held):
            seen.append((HELD[now.held[0]] is Held.BAG, len(now.items) == 1))
    changes = [one for one, next_ in pairwise(seen) if one != next_]
    assert changes == [(True, False), (False, True), (True, False)]


def test_words_are_heard_while_they_are_said() -> None:
    """What a step says is in the snapshot as long as the step lasts."""
    asks = Step(Verb.ASK, 30, at=Target("partner", person=1), says="Which way is out?")
    world = open_world(HALL, cast(person(0, (5.0, 2.0), [asks, wait(50)]), person(1, (6.0, 2.0), [wait(600)])))
    said = []
    for tick in range(START + 1, START + 60):
        world.run_until(tick)
        said.append(world.snapshot().said)
    assert ((0, "Which way is out?"),) in said
    assert said[-1] == ()


def test_who_leans_has_the_thing_at_their_back() -> None:
    """Leaning on a named thing turns the back to it."""
    door = place(HALL, "B")
    near = Target("B", point=(13.0, door.point[1], 0.0))  # type: ignore[index]
    world = open_world(HALL, cast(person(0, (12.0, 2.0), [Step(Verb.LEAN, 200, to=near)])))
    world.run_until(START + 80)
    assert world.snapshot().heading[0, 0] < -0.7
