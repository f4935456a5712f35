"""Ways that are shut for a time: nobody goes through, everybody finds another, and those near take note."""

import numpy as np
import pytest

from game.cast import Reaction, Step
from game.clock import PRE_ROLL
from game.log import ActBegan, Left
from game.programme import Called, Programme, Shut
from game.scenario import Layout, Place, Portal, Venue, Wall, layout
from game.scenario.verbs import Verb
from tests.support.drawn_venues import cast, person, place, wait, walk
from tests.support.stagings import open_world


def _hall(*portals: Portal, walls: tuple[Wall, ...] = ()) -> Layout:
    made = Venue(
        venue="Hall", kind="railway station", size=(24.0, 12.0), baseline="none", portals=portals, walls=walls,
        places=(Place(place="gallery", at=(20.0, 4.0)),),
    )  # fmt: skip
    return layout(made, {})


HALL = _hall(
    Portal(portal="west", at=(0.8, 6.0), kind="street"), Portal(portal="south", at=(4.0, 0.8), kind="street"),
    Portal(portal="east", at=(23.2, 6.0), kind="street"),
)  # fmt: skip


def _shut(*portals: str, begins: int = -PRE_ROLL, ends: int = 9000) -> Programme:
    return Programme(shut=tuple(Shut(portal, begins, ends) for portal in portals))


@pytest.mark.parametrize("begins", [-PRE_ROLL, -845])
def test_whoever_is_bound_for_a_shut_door_leaves_by_the_nearest_open_one(begins: int) -> None:
    """Whether they set out after it was shut, or come up to it and find it so."""
    goes = person(0, (9.0, 6.0), [Step(Verb.LEAVE, to=place(HALL, "west"))])
    world = open_world(HALL, cast(goes), _shut("west", begins=begins))
    last, left = np.zeros(2), False
    west = 9.0
    while world.tick < 0 and not left:
        left = any(isinstance(event, Left) for event in world.step())
        now = world.snapshot()
        if len(now.ids):
            last = now.position[0]
            west = min(west, float(last[0])) if last[1] > 0.8 else west
            assert last[0] > 0.8 or last[1] < 0.8
    assert left
    assert last[1] < 0.0
    assert (west < 2.5) == (begins > -PRE_ROLL)


def test_a_shut_door_is_used_again_once_it_is_open() -> None:
    """Who leaves after it was opened goes straight out."""
    goes = person(0, (9.0, 6.0), [wait(100), Step(Verb.LEAVE, to=place(HALL, "west"))])
    world = open_world(HALL, cast(goes), _shut("west", ends=-810))
    world.run_until(-700)
    assert world.snapshot().position[0][0] < 0.8


def _two_levels() -> Layout:
    """A hall cut in two by a wall, its halves joined by stairs in the south and a lift in the north."""
    pairs = (("stairs", 0.8, 1.8, (0.0, -1.0)), ("lift", 11.2, 1.8, (0.0, 1.0)))
    ends = [
        Portal(
            portal=f"{kind} {side}", at=(x, y), width=wide, kind=kind, towards=towards, takes=8.0,
            leads_to=f"{kind} {'east' if side == 'west' else 'west'}",
        )
        for kind, y, wide, towards in pairs for side, x in (("west", 8.0), ("east", 16.0))
    ]  # fmt: skip
    street = Portal(portal="street", at=(0.5, 6.0))
    return _hall(street, *ends, walls=(Wall(points=((12, 0), (12, 12)), height=3),))


@pytest.mark.parametrize("begins", [-PRE_ROLL, -870])
def test_who_is_bound_for_another_level_takes_another_way_there(begins: int) -> None:
    """From afar, or turned away before the stairs, they take the lift."""
    hall = _two_levels()
    goes = person(0, (3.0, 4.0), [walk(place(hall, "gallery")), wait(900)])
    world = open_world(hall, cast(goes), _shut("stairs west", "stairs east", begins=begins))
    north = 0.0
    while world.tick < -300:
        world.step()
        x, y = world.snapshot().position[0].tolist() if len(world.snapshot().ids) else (0.0, 0.0)
        north = max(north, y)
    assert north > 10.0
    assert x > 12.0


def test_those_near_a_way_that_is_shut_take_note() -> None:
    """Whoever heeds it and is near reacts as it is shut; who is far off does not, and nobody as it is opened."""
    hides = (Step(Verb.HIDE_FACE, 20, act=1, shows=True),)
    people = [
        person(n, (x, 6.0), [wait(3000)], reactions=[Reaction("way closed", 4.0, hides)])
        for n, x in enumerate((3.0, 12.0))
    ]
    events = open_world(HALL, cast(*people), _shut("west", begins=-700, ends=-600)).run_until(-500)
    began = [(event.person, event.tick) for event in events if isinstance(event, ActBegan) and event.act == 1]
    assert began == [(0, -700)]


def test_a_call_of_the_scenarios_own_is_heard_by_all() -> None:
    """Those who heed announcements react at its tick."""
    hides = (Step(Verb.HIDE_FACE, 20, act=1, shows=True),)
    hears = person(0, (12.0, 6.0), [wait(3000)], reactions=[Reaction("announcement", 4.0, hides)])
    events = open_world(HALL, cast(hears), Programme(called=(Called(-400, "Hello."),))).run_until(-300)
    assert [event.tick for event in events if isinstance(event, ActBegan) and event.act == 1] == [-400]
