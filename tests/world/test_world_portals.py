"""Ways in and out: doors, stairs, escalators and lifts, and those that join two levels."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from game.cast import Step, Target
from game.geometry import Point
from game.log import Entered, Left
from game.scenario import Layout, Place, Portal, Venue, Wall, layout
from game.scenario.venue.free_floor import survey
from game.scenario.venue.passages import EXTENT, OUTDOORS, SERVED
from game.scenario.verbs import Verb
from game.staging.walks import Walks
from game.view import POSES, Pose
from game.world import World
from game.world.parts.beyond_doors import course
from game.world.parts.doors import COMING, GOING, spread
from tests.support.drawn_venues import cast, person, place, wait, walk
from tests.support.stagings import open_world

SIZE = (24.0, 12.0)


def _hall(portals: Sequence[Portal], walls: Sequence[Wall] = (), places: Sequence[Place] = ()) -> Layout:
    made = Venue(
        venue="Hall", kind="railway station", size=SIZE, baseline="none", portals=tuple(portals), walls=tuple(walls),
        places=tuple(places),
    )  # fmt: skip
    return layout(made, {})


def _track(world: World, who: int, until: int) -> dict[int, tuple[Point, float]]:
    """Where someone is seen, tick by tick, and how high."""
    seen = {}
    while world.tick < until:
        world.step()
        now = world.snapshot()
        for row in np.flatnonzero(now.ids == who).tolist():
            x, y = now.position[row].tolist()
            seen[world.tick] = ((x, y), float(now.base[row]))
    return seen


@pytest.mark.parametrize("leads", ["up", "down"])
@pytest.mark.parametrize("kind", sorted(set(EXTENT) - set(SERVED)))
def test_people_come_and_go_over_stairs_and_the_like(kind: str, leads: str) -> None:
    """They are seen from the far end to the floor and back, rising or sinking evenly, with no step over a stride."""
    hall = _hall([
        Portal(portal="way", at=(0.8, 6.0), width=2.0, kind=kind, leads=leads),
        Portal(portal="door", at=(23.2, 6.0)),
    ])  # fmt: skip
    way = hall.passages["way"]
    someone = person(0, way.at, [Step(Verb.LEAVE, to=place(hall, "way"))], arrive=-600, inside=False)
    seen = _track(open_world(hall, cast(someone)), 0, -100)
    path = np.array([[*at, base] for at, base in seen.values()])
    assert list(seen) == list(range(min(seen), max(seen) + 1))
    assert np.abs(np.diff(path[:, :2], axis=0)).max() < 0.3
    for end, comes in ((path[0], True), (path[-1], False)):
        far = course(way, 0.0, 0, 0, comes=comes).end if kind in OUTDOORS else way.spot(0.0, way.run)
        assert end[0] == pytest.approx(far[0], abs=0.3)
        assert kind not in OUTDOORS or end[1] == pytest.approx(far[1], abs=0.3)
        assert end[2] == pytest.approx(way.rise, abs=0.12)
    on_floor = path[path[:, 0] > way.at[0]]
    assert len(on_floor)
    assert (on_floor[:, 2] == 0).all()
    assert (np.sign(way.rise) * path[:, 2] >= 0).all()


def test_people_on_stairs_keep_apart() -> None:
    """Twenty who come up and twenty who go down pass each other, and nobody walks through anybody."""
    hall = _hall([Portal(portal="way", at=(0.8, 6.0), width=3.0, kind="stairs"), Portal(portal="door", at=(23.2, 6.0))])
    up = [person(n, (0.8, 6.0), [Step(Verb.LEAVE, to=place(hall, "door"))], inside=False) for n in range(20)]
    down = [
        person(n, (6.0 + n % 5, 4.0 + n // 5 % 4), [Step(Verb.LEAVE, to=place(hall, "way"))]) for n in range(20, 40)
    ]
    world = open_world(hall, cast(*up, *down))
    left, nearest = 0, []
    while world.tick < -300:
        left += sum(isinstance(event, Left) for event in world.step())
        now = world.snapshot()
        x, y = now.position[now.position[:, 0] < 0.5].T
        apart = np.hypot(x[:, None] - x, y[:, None] - y)[np.triu_indices(len(x), 1)]
        nearest += apart.tolist()
    assert left == 40
    assert min(nearest) > 0.2


def test_who_comes_in_keeps_off_somebody_who_stands_in_the_door() -> None:
    """Whoever finds another just before the spot at which they would come in stops behind them, and then goes beside.

    One who came in ahead of their company stands there, and once was run into from behind.
    """
    hall = _hall([Portal(portal="way", at=(0.8, 6.0), width=3.0, kind="street"), Portal(portal="door", at=(23.2, 6.0))])
    comes = person(1, (0.8, 6.0), [Step(Verb.LEAVE, to=place(hall, "door"))], arrive=-600, inside=False)

    def see_coming(stands: Point) -> list[Point]:
        there = person(0, stands, [wait(600)])
        return [at for at, _ in _track(open_world(hall, cast(there, comes)), 1, -450).values()]

    spot = next((x, y) for x, y in see_coming((20.0, 9.0)) if x > 0.8)
    stands = (spot[0] - 0.1, spot[1])
    came = see_coming(stands)
    assert min(np.hypot(x - stands[0], y - stands[1]) for x, y in came) > 0.2
    assert max(x for x, _ in came) > 5.0


def test_riders_stand_and_others_climb() -> None:
    """On an escalator most stand still while it carries them; on stairs everyone walks."""
    for kind, pose in (("escalator", Pose.STAND), ("stairs", Pose.WALK)):
        hall = _hall([Portal(portal="way", at=(0.8, 6.0), kind=kind), Portal(portal="door", at=(23.2, 6.0))])
        world = open_world(hall, cast(*(
            person(n, (0.8, 6.0), [Step(Verb.LEAVE, to=place(hall, "door"))], inside=False) for n in range(2)
        )))  # fmt: skip
        world.run_until(-870)
        now = world.snapshot()
        assert POSES[int(now.pose[now.ids == 1][0])] is pose


def test_an_entry_is_told_at_the_far_end_and_an_exit_too() -> None:
    """Who is on the stairs has entered, and has not left before they are out of sight."""
    stairs = Portal(portal="way", at=(12.0, 6.0), kind="stairs", towards=(0, 1))
    hall = _hall([stairs, Portal(portal="door", at=(0.5, 6))])
    world = open_world(hall, cast(person(0, (12.0, 6.0), [Step(Verb.LEAVE, to=place(hall, "way"))], inside=False)))
    events, seen = [], []
    while world.tick < -500:
        events += world.step()
        seen += [world.tick] * len(world.snapshot().ids)
    came, left = events
    assert isinstance(came, Entered)
    assert isinstance(left, Left)
    assert (came.tick, left.tick) == (seen[0], seen[-1] + 1)


def test_nobody_walks_over_a_stairwell() -> None:
    """A way across the hall goes round stairs in the middle of it."""
    hall = _hall([
        Portal(portal="way", at=(12.0, 5.0), width=4.0, kind="stairs", towards=(0, 1)),
        Portal(portal="west", at=(0.5, 7.0)), Portal(portal="east", at=(23.5, 7.0)),
    ])  # fmt: skip
    seen = _track(open_world(hall, cast(person(0, (1.0, 7.0), [Step(Verb.LEAVE, to=place(hall, "east"))]))), 0, -500)
    assert all(not (10.1 < x < 13.9 and 5.1 < y < 8.5) for (x, y), _ in seen.values())
    assert max(x for (x, _), _ in seen.values()) > 22.0


def _two_levels(kind: str, takes: float = 8.0) -> Layout:
    """A hall cut in two by a wall, its halves joined by a pair of portals."""
    return _hall(
        [
            Portal(portal="street", at=(0.5, 6.0)),
            Portal(portal="below", at=(8.0, 11.2), width=2.0, kind=kind, leads_to="above", leads="up", takes=takes),
            Portal(portal="above", at=(16.0, 11.2), width=2.0, kind=kind, leads_to="below", takes=takes),
        ],
        [Wall(points=((12, 0), (12, 12)), height=3)],
        [Place(place="gallery", at=(20.0, 4.0))],
    )


@pytest.mark.parametrize("kind", ["door", "stairs", "escalator", "lift"])
def test_levels_are_joined_by_portals(kind: str) -> None:
    """Who is bound for the other level goes through the portals, is out of sight for their time, and comes back."""
    hall = _two_levels(kind)
    steps = [walk(place(hall, "gallery")), wait(50), Step(Verb.LEAVE, to=place(hall, "street"))]
    world = open_world(hall, cast(person(0, hall.portals["street"].at, steps, inside=False)))
    events, seen = [], {}
    while world.tick < 0:
        events += world.step()
        for at, base in zip(world.snapshot().position.tolist(), world.snapshot().base.tolist(), strict=True):
            seen[world.tick] = (*at, base)
    assert [type(event) for event in events] == [Entered, Left]
    gaps = [(a, b) for a, b in zip(list(seen), list(seen)[1:], strict=False) if b - a > 1]
    assert len(gaps) == 2
    for a, b in gaps:
        assert b - a == pytest.approx(80, abs=4)
        assert abs(seen[a][0] - seen[b][0]) > 6
    assert any(abs(x - 20) < 1.5 and abs(y - 4) < 1.5 for x, y, _ in seen.values())


def test_a_group_keeps_together_between_levels() -> None:
    """Who accompanies a leader follows them through the portals, and stays with them."""
    hall = _two_levels("stairs")
    lead = person(0, (3.0, 6.0), [walk(place(hall, "gallery")), wait(400), Step(Verb.LEAVE)])
    beside = Step(Verb.ACCOMPANY, 700, at=Target("the other", person=0))
    friend = person(1, (3.0, 5.0), [beside, Step(Verb.LEAVE)], leader=0)
    world = open_world(hall, cast(lead, friend))
    world.run_until(-500)
    now = world.snapshot()
    assert now.ids.tolist() == [0, 1]
    assert (now.position[:, 0] > 12).all()
    assert float(np.hypot(*(now.position[0] - now.position[1]))) < 2.5


def test_the_nearest_person_is_on_the_same_level() -> None:
    """Nobody goes up to somebody behind the wall between two floors while there is another on their own."""
    hall = _two_levels("stairs")
    behind, here = person(1, (13.0, 8.0), [wait(900)]), person(2, (3.0, 2.0), [wait(900)])
    asks = Step(Verb.TALK, 50, at=Target("nearest person", relation="nearest person"))
    world = open_world(hall, cast(person(0, (11.0, 8.0), [asks, wait(600)]), behind, here))
    world.run_until(-750)
    at = world.snapshot().position[0]
    assert float(np.hypot(at[0] - 3.0, at[1] - 2.0)) < 3.0


@pytest.mark.parametrize("kind", ["stairs", "escalator", "lift"])
def test_staging_knows_how_long_the_way_to_another_level_takes(kind: str) -> None:
    """What is planned for a way over two levels is about what it takes those who do not walk on the escalator."""
    hall = _two_levels(kind)
    for who in (1, 2):
        other = person(who, (3.0, 6.0), [walk(place(hall, "gallery")), wait(400)])
        world = open_world(hall, cast(*(person(n, (1.0 + 0.1 * n, 1.0), [wait(900)]) for n in range(who)), other))
        start = world.tick
        path = _track(world, who, 0)
        came = next(tick for tick, ((x, y), _) in path.items() if abs(x - 20) < 0.8 and abs(y - 4) < 0.8)
        planned = Walks(survey(hall)).ticks((3.0, 6.0), (20.0, 4.0), other.speed)
        assert came - start == pytest.approx(planned, rel=0.25, abs=40), (who, kind)


@pytest.mark.parametrize("stride", [COMING, GOING])
def test_a_door_is_used_over_its_whole_width(stride: int) -> None:
    """Of as many people as there are places across a door each keeps their own, and neighbours in number keep apart."""
    places = [spread(number, stride) for number in range(101)]
    assert len(set(places)) == 101
    assert (min(places), max(places)) == (-1, 1)
    assert min(abs(one - two) for one, two in pairwise(places)) > 0.7
