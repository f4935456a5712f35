"""Trains that stop at a platform's edge and go on: who gets off, who waits, who gets on, and when."""

from itertools import pairwise

import numpy as np

from game.cast import Step
from game.log import Left
from game.scenario import Layout, Portal, Venue, layout
from game.scenario.premises import Void
from game.scenario.venue.free_floor import survey
from game.scenario.verbs import Verb
from game.timetable import STANDS, Service, through
from game.view import HELD, Held
from game.world import Survey, World
from tests.support.drawn_venues import cast, person, place

STARTS = "17:50"
EDGE = 9.0


def _platform() -> Layout:
    made = Venue(
        venue="Platform", kind="tube station", size=(40.0, 14.0), baseline="none", surroundings="earth",
        portals=(
            Portal(portal="platform", at=(20.0, EDGE), width=30.0, kind="train", towards=(0.0, 1.0), every=120.0),
            Portal(portal="way out", at=(0.8, 4.0), width=3.0),
        ),
    )  # fmt: skip
    return layout(made, {})


def _service(where: Layout) -> Service:
    return where.services(STARTS)["platform"]


def test_trains_of_an_hour_are_the_same_for_all() -> None:
    """The same platform has the same trains at the same time of day, as far apart as its author says, or nearly."""
    service, later = through("platform", 120, 1070), through("platform", 120, 1071)
    assert service == through("platform", 120, 1070)
    assert {tick - 600 for tick in service.opens if tick >= 0} >= {tick for tick in later.opens if 0 <= tick < 20000}
    gaps = [after - before for before, after in pairwise(service.opens)]
    assert all(900 < gap < 1500 for gap in gaps)


def test_a_train_stands_still_while_its_doors_are_open() -> None:
    """It comes from before where it stops, stands there for as long as its doors are open, and goes on beyond."""
    opens = through("platform", 120, 1070).opens[3]
    service = Service((opens,), 120, 100)
    ways = [service.off(tick)[0] for tick in range(opens - 100, opens + STANDS + 100)]
    assert ways == sorted(ways)
    assert [service.stands(opens + n) > 0 for n in (-1, 0, STANDS - 1, STANDS)] == [False, True, True, False]
    assert {service.stands(opens + n) for n in (-500, -1, STANDS, STANDS + 500)} == {0}
    assert {service.off(opens + n)[0] for n in range(STANDS)} == {0.0}
    assert ways[0] < -40 < 40 < ways[-1]


def test_nobody_gets_on_where_no_train_is() -> None:
    """Whoever leaves by train waits on the platform, clear of its edge, until the doors are open, and then gets on.

    They stand spread along it meanwhile, some with their phone, the others with their eyes on the track.
    """
    where = _platform()
    service = _service(where)
    opens = next(tick for tick in service.opens if tick > 600)
    goes = [Step(Verb.BOARD, to=place(where, "platform"))]
    waits = [person(n, (8.0 + 4 * n, 4.0), goes, arrive=opens - 500, inside=True) for n in range(6)]
    world = World(Survey(survey(where)), cast(*waits), STARTS)
    left: dict[int, int] = {}
    while world.tick < opens + 300:
        for event in world.step():
            if isinstance(event, Left):
                left[event.person] = event.tick
        now = world.snapshot()
        if not service.stands(now.tick - 30) and not service.stands(now.tick):
            assert (now.position[:, 1] < EDGE - 0.5).all()
        if world.tick == opens - 20:
            held = [HELD[held] for held in now.held]
            assert held.count(Held.PHONE) == 2
            assert (now.position[:, 1] > EDGE - 4.0).all()
    assert set(left) == set(range(6))
    assert all(service.stands(tick - 20) for tick in left.values())


def test_those_who_get_off_come_out_of_the_doors() -> None:
    """Somebody off a train is first seen at one of its doors, on a train that stands there."""
    where = _platform()
    doors = [20.0 - door for door in where.tracks["platform"].doors]
    tick = next(tick for tick in _service(where).opens if tick > 0)
    goes = Step(Verb.LEAVE, to=place(where, "way out"))
    off = [person(n, where.portals["platform"].at, [goes], arrive=tick, inside=False) for n in range(8)]
    world = World(Survey(survey(where)), cast(*off), STARTS)
    first: dict[int, float] = {}
    while world.tick < tick + 300:
        world.step()
        now = world.snapshot()
        for who, (x, _) in zip(now.ids.tolist(), now.position.tolist(), strict=True):
            first.setdefault(who, x)
    assert set(first) == set(range(8))
    assert all(np.abs(np.array(doors) - x).min() < 0.3 for x in first.values())


def test_nobody_walks_on_a_track_or_in_a_void() -> None:
    """The bed of a track and what is no floor are closed to feet."""
    where = _platform()
    made = where.venue.model_copy(update={"voids": (Void(at=(32.0, 0.0), size=(8.0, 6.0)),)})
    floor = survey(layout(made, {}))
    assert floor.reaches((20.0, 4.0))
    assert not floor.around((20.0, EDGE + 1.6), (0.5, 0.5))
    assert not floor.around((35.0, 3.0), (0.5, 0.5))
