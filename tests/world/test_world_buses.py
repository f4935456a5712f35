"""Buses that stop at a kerb and go on: who gets off where, who gets on in turn, and that none meets another."""

from itertools import combinations

import numpy as np
import pytest

from game.cast import Step
from game.log import Left
from game.programme import ORDINARY, Late, Programme
from game.scenario import Layout, Place, Portal, Venue, layout
from game.scenario.venue.free_floor import survey
from game.scenario.venue.stands import FRONT_DOOR, HALF, MIDDLE_DOOR, ROOM
from game.scenario.verbs import Verb
from game.timetable import TRAIN, Service
from game.world import Survey, World
from game.world.parts.queues import SPACING, Queue
from tests.support.drawn_venues import cast, person, place

STARTS = "08:20"
KERB = 12.0
MIDDLE = 20.0


def _station(*every: float) -> Layout:
    """A kerb with so many stands, the road to the north of it; buses come from the east."""
    stands = (
        Portal(
            portal=f"stand {n}", at=(MIDDLE + ROOM * n, KERB), width=10.4, kind="bus", towards=(0.0, 1.0), every=apart
        )
        for n, apart in enumerate(every)
    )
    way = Portal(portal="way in", at=(0.8, 4.0), width=3.0)
    size = (MIDDLE * 2 + ROOM * (len(every) - 1), KERB + 7.0)
    made = Venue(venue="B", kind="bus station", size=size, baseline="none", portals=(way, *stands))
    return layout(made, {})


def _service(where: Layout) -> Service:
    return ORDINARY.services(where.services(STARTS))["stand 0"]


def test_those_who_wait_get_on_in_turn() -> None:
    """They stand in a line that begins at the front door, away from the kerb, and get on one by one from its head."""
    where = _station(150.0)
    service = _service(where)
    goes = [Step(Verb.BOARD, to=place(where, "stand 0"))]
    first = next(tick for tick in service.opens if tick > 300)
    waits = [person(n, (12.0 + 2 * n, 6.0), goes, arrive=first - 500 + 40 * n, inside=True) for n in range(5)]
    world = World(Survey(survey(where)), cast(*waits), STARTS)
    line: list[int] = []
    left: dict[int, int] = {}
    while world.tick < first + 250:
        left |= {event.person: event.tick for event in world.step() if isinstance(event, Left)}
        if world.tick == first:
            now = world.snapshot()
            line = [int(now.ids[n]) for n in np.argsort(-now.position[:, 1])]
            assert np.abs(now.position[:, 0] - (MIDDLE - FRONT_DOOR)).max() < 0.6
            assert now.position[:, 1].max() < KERB - 0.6
    assert sorted(left, key=lambda who: left[who]) == line
    times = sorted(left.values())
    assert first < times[0]
    assert min(np.diff(times)) >= 10


def test_a_long_line_turns() -> None:
    """After six metres it goes on beside the bus, and does not cut the place in two."""
    ground = Survey(survey(_station(150.0))).ground
    line = Queue(Place(place="line", at=(20.0, 10.5), queue=(0.0, -1.0)), ground, (8, (1.0, 0.0)))
    spots = np.array([line.spot(n) for n in range(14)])
    assert np.ptp(spots[:8, 0]) < 0.3
    assert np.ptp(spots[7:, 1]) < 0.3
    assert spots[13, 0] - spots[7, 0] == pytest.approx(6 * SPACING, abs=0.3)


def test_those_who_get_off_come_out_in_the_middle() -> None:
    """Somebody off a bus is first seen at its middle door, with the bus there."""
    where = _station(150.0)
    tick = next(tick for tick in _service(where).opens if tick > 0)
    goes = Step(Verb.LEAVE, to=place(where, "way in"))
    off = [person(n, where.portals["stand 0"].at, [goes], arrive=tick, inside=False) for n in range(3)]
    world = World(Survey(survey(where)), cast(*off), STARTS)
    first: dict[int, float] = {}
    while world.tick < tick + 200:
        world.step()
        now = world.snapshot()
        for who, (x, _) in zip(now.ids.tolist(), now.position.tolist(), strict=True):
            first.setdefault(who, x)
    assert set(first) == {0, 1, 2}
    assert all(abs(x - (MIDDLE - MIDDLE_DOOR)) < 0.3 for x in first.values())


@pytest.mark.parametrize("late", [(), (Late("stand 1", 600, 700),)])
def test_no_bus_drives_into_another(late: tuple[Late, ...]) -> None:
    """Three stands as near to each other as can be, at one kerb: any two buses are always a bus's width apart."""
    where = _station(144.0, 150.0, 170.0)
    services = Programme(late=late).services(where.services(STARTS))
    along = np.linspace(0.0, 1.0, 12)[:, None]
    for tick in range(0, 9000, 5):
        there = []
        for name, stand in where.stands.items():
            for gone in services[name].off(tick):
                tail, nose = stand.place(gone)
                there.append(np.array(tail) * (1 - along) + np.array(nose) * along)
        for one, other in combinations(there, 2):
            assert np.hypot(*(one[:, None] - other[None]).T).min() > 2 * HALF, tick


def test_a_bus_comes_at_the_speed_of_a_bus_station() -> None:
    """It stands longer than a train, drives at 6 m/s at most, and is in sight from one end of the road to the other."""
    service = _service(_station(150.0))
    opens = service.opens[2]
    ways = [service.off(tick)[-1] for tick in range(opens - 300, opens)]
    assert service.runs.stands > TRAIN.stands
    assert max(np.diff(ways)) <= 0.6 + 1e-9
    assert ways[0] < -150
    assert service.off(opens + service.runs.stands - 1)[-1] == 0


def test_stands_share_a_road_and_nobody_walks_on_it() -> None:
    """The road runs from rim to rim beyond the kerb, once for all its stands."""
    where = _station(150.0, 200.0)
    floor = survey(where)
    assert len(where.beds) == 1
    assert not floor.around((MIDDLE + 15.0, KERB + 3.5), (0.5, 0.5))
    assert floor.reaches((MIDDLE, KERB - 1.0))


def test_whoever_goes_along_a_pavement_turns_off_before_a_road() -> None:
    """People who leave by an edge at which a road ends are not seen walking across it, and go all the other way."""
    where = _station(150.0)
    left, right = where.passages["way in"].sides  # of the way out, which leads west: south and north
    assert left == 20.0
    assert right == KERB - 4.0 - 1.0
