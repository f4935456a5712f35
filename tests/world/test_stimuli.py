"""What people can react to comes about of itself, for everybody alike."""

from dataclasses import replace
from typing import get_args

import pytest

from game.cast import Person, Reaction, Step
from game.log import ActBegan
from game.programme import ORDINARY, Programme, Shut
from game.scenario import Stimulus
from game.scenario.frozen import HAPPENING
from game.scenario.verbs import Verb
from game.sound import announcements
from game.timetable import FIRST_CALL, calls, is_called
from tests.support.drawn_venues import at, cast, person, venue, wait, walk
from tests.support.stagings import open_world

ROOM = venue(
    """
    ##############################
    #.............#..............#
    #.............#..............A
    #.............#..............#
    #............................#
    #............................#
    #............................#
    ##############################
    """
)
OWN_DOING = ("officer speaks", "looked at")
REACTS = 1
"""The number of the act that a reaction is."""


def _waits(number: int, x: float, stimulus: str, *, y: float = 1.0) -> Person:
    """Somebody who waits, and hides their face when the stimulus comes within 4 m."""
    hides = (Step(Verb.HIDE_FACE, 20, act=REACTS, shows=True),)
    return person(number, (x, y), [wait(3000)], reactions=[Reaction(stimulus, 4.0, hides)])


def _walks(number: int, *, dog: bool, officer: bool = False, to: float = 4.0) -> Person:
    """Somebody who walks west along the hall to so many metres from its end, with a dog or without."""
    walker = person(number, (13.0, 1.0), [walk(at(to, 1.0)), wait(3000)], officer=officer)
    return replace(walker, looks=replace(walker.looks, carries="dog" if dog else None))


def _find_reacted(people: list[Person], until: int = -600, programme: Programme = ORDINARY) -> dict[int, int]:
    """Who reacted up to a tick, and when."""
    events = open_world(ROOM, cast(*people), programme).run_until(until)
    return {event.person: event.tick for event in events if isinstance(event, ActBegan) and event.act == REACTS}


def test_an_announcement_reaches_everybody_as_it_is_called() -> None:
    """All who heed announcements react at the first call, wherever they are, and not before it or again at the next."""
    people = [_waits(n, 1.0 + 3 * n, "announcement") for n in range(4)]
    world = open_world(ROOM, cast(*people))
    assert not [event for event in world.run_until(FIRST_CALL - 1) if isinstance(event, ActBegan)]
    began = [event for event in world.run_until(calls(FIRST_CALL + 1000)[1] + 50) if isinstance(event, ActBegan)]
    assert sorted(event.person for event in began) == [0, 1, 2, 3]
    assert {event.tick for event in began} <= {FIRST_CALL, FIRST_CALL + 1}


def test_what_is_heard_is_what_is_reacted_to() -> None:
    """The captions and the world go by the same clock."""
    heard = [said.tick for said in announcements("market", "10:00", 3000)]
    assert heard == [tick for tick in range(-900, 3000) if is_called(tick)]


def test_a_dog_is_noticed_as_it_comes_near() -> None:
    """Whom it passes reacts to it once it is near; who is far off or behind a wall does not, nor does its walker."""
    near, far, behind = _waits(0, 6.0, "dog near"), _waits(1, 1.0, "dog near"), _waits(2, 6.5, "dog near", y=3.4)
    walker = _walks(3, dog=True, to=9.5)
    heeds = replace(walker, part=replace(walker.part, reactions=near.part.reactions))
    assert set(_find_reacted([near, far, behind, heeds])) == {0}
    assert set(_find_reacted([near, far, behind, _walks(3, dog=True)])) == {0, 1, 2}, "led on, it comes near them too"


def test_without_a_dog_nobody_reacts_to_one() -> None:
    """Somebody who walks by with nothing is no dog."""
    assert _find_reacted([_waits(0, 6.0, "dog near"), _walks(1, dog=False)]) == {}


def test_a_lead_in_hand_is_a_dog_too() -> None:
    """Who takes a lead in hand has a dog for as long as they hold it, whatever they carry otherwise."""
    holds = person(1, (8.0, 1.0), [wait(100), Step(Verb.WAIT, 400, held="lead"), wait(3000)])
    reacted = _find_reacted([_waits(0, 6.0, "dog near"), holds])
    assert 100 <= reacted[0] + 890 <= 115


@pytest.mark.parametrize("stimulus", get_args(Stimulus))
def test_what_authors_are_told_happens_does(stimulus: Stimulus) -> None:
    """In a hall with an officer who leads a dog, and a door that is shut, just those come about that are said to.

    But for an officer who speaks, or looks at somebody: that is the trainee's own doing.
    """
    by_the_door = _waits(2, 13.0, stimulus, y=1.5)
    people = [_waits(0, 6.0, stimulus), _walks(1, dog=True, officer=True), by_the_door]
    closed = Programme(shut=(Shut("A", -700, 0),))
    assert bool(_find_reacted(people, FIRST_CALL + 5, closed)) is (stimulus in HAPPENING and stimulus not in OWN_DOING)
