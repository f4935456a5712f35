"""How parts are played: acts, queues, seats, company, reactions, and the same run again."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from game.cast import Cast, Reaction, Step, Target
from game.log import ActBegan, ActEnded, Entered, Left
from game.scenario.venue.free_floor import survey
from game.scenario.verbs import Verb
from game.view import POSES, Pose
from game.view.gait import stride
from game.world import Stimulus, Survey, World
from tests.support.drawn_venues import at, cast, person, place, venue, wait, walk
from tests.support.stagings import open_world

ROOM = venue(
    """
    ##############################
    #............................#
    #..S.S.......................#
    A............###.............B
    #............###.............#
    #............###......q......#
    #............................#
    #............................#
    #............................#
    ##############################
    """,
    queues={"q": (0.0, -1.0)},
)
OUT = Step(Verb.LEAVE, to=place(ROOM, "B"))


def _seat(n: int) -> Target:
    return Target("seat", point=(*ROOM.seats[n].at, 0.0), seat=ROOM.seats[n].name)


def test_an_act_of_several_steps_begins_once_and_ends_once() -> None:
    """Walking in between is not shown; planned is what the showing steps come to."""
    steps = [
        Step(Verb.FILM, 30, at=at(9.0, 3.0), act=0, shows=True),
        Step(Verb.WALK, to=at(10.0, 1.0), act=0),
        Step(Verb.LOOK, 20, at=at(9.0, 3.0), act=0, shows=True),
        OUT,
    ]
    events = open_world(ROOM, cast(person(0, (3.0, 1.0), steps))).run_until(-300)
    acts = [event for event in events if isinstance(event, ActBegan | ActEnded)]
    assert [type(event) for event in acts] == [ActBegan, ActEnded]
    assert (acts[1].ran, acts[1].planned) == (50, 50)  # type: ignore[union-attr]
    assert acts[1].tick - acts[0].tick > 80


def test_everyone_enters_once_and_leaves_once() -> None:
    """People come in by their door, spread over its width and not on top of each other, and leave in the end."""
    people = [person(n, ROOM.portals["A"].at, [OUT], inside=False, arrive=-880) for n in range(12)]
    world = open_world(ROOM, cast(*people))
    events, nearest = [], 9.0
    while world.tick < -400:
        events += world.step()
        feet = world.snapshot().position
        if len(feet) > 1:
            apart = np.sqrt(((feet[:, None] - feet[None]) ** 2).sum(axis=2)) + 9 * np.eye(len(feet))
            nearest = min(nearest, float(apart.min()))
    assert sorted(event.person for event in events if isinstance(event, Entered)) == list(range(12))
    assert sorted(event.person for event in events if isinstance(event, Left)) == list(range(12))
    assert nearest > 0.3


def test_a_queue_is_served_in_its_order() -> None:
    """Those who come to a queue are served one after the other, each for their time."""
    people = [
        person(n, (3.0 + n, 0.8), [Step(Verb.QUEUE, 30, to=place(ROOM, "q"), act=0, shows=True), OUT]) for n in range(4)
    ]
    events = open_world(ROOM, cast(*people)).run_until(-300)
    served = [(event.tick, event.person) for event in events if isinstance(event, ActBegan)]
    ended = {event.person: event.tick for event in events if isinstance(event, ActEnded)}
    assert len(served) == 4
    for (_, before), (tick, _) in pairwise(served):
        assert tick >= ended[before]


def test_a_taken_seat_is_left_to_who_has_it() -> None:
    """Two who want the same seat sit side by side."""
    people = [person(n, (4.0 + 2 * n, 2.0), [Step(Verb.SIT, 300, to=_seat(0)), OUT]) for n in range(2)]
    world = open_world(ROOM, cast(*people))
    world.run_until(-720)
    seen = world.snapshot()
    assert [POSES[k] for k in seen.pose] == [Pose.SIT, Pose.SIT]
    assert {tuple(np.round(one, 2)) for one in seen.position} == {tuple(np.round(seat.at, 2)) for seat in ROOM.seats}


def test_a_wheelchair_stays_beside_a_bench() -> None:
    """Its user comes to rest near a seat and not on it, and leaves the seat to others."""
    user = person(0, (4.0, 2.0), [Step(Verb.SIT, 600, to=_seat(0)), OUT])
    other = person(1, (6.0, 2.0), [Step(Verb.SIT, 600, to=_seat(0)), OUT])
    user = replace(user, looks=replace(user.looks, aid="wheelchair"))
    world = open_world(ROOM, cast(user, other))
    world.run_until(-650)
    seen, seat = world.snapshot(), ROOM.seats[0]
    away = np.sqrt(((seen.position - seat.at) ** 2).sum(axis=1))
    assert 0.35 < away[0] < 1.5
    assert away[1] < 0.05
    assert seen.speed[0] < 0.1


def test_whoever_sits_stays_turned_as_the_seat_is() -> None:
    """Somebody on a seat watches what is behind it with the head alone: the hips do not leave the seat."""
    seat = ROOM.seats[0]
    behind = seat.at[0] - 3 * seat.facing[0], seat.at[1] - 3 * seat.facing[1]
    watches = Step(Verb.WATCH, 300, at=Target("somewhere", point=(*behind, 1.5)))
    world = open_world(ROOM, cast(person(0, (4.0, 2.0), [Step(Verb.SIT, 30, to=_seat(0)), watches, OUT])))
    world.run_until(-650)
    seen = world.snapshot()
    assert POSES[seen.pose[0]] is Pose.SIT
    assert seen.heading[0] @ seat.facing > 0.99
    assert seen.gaze[0] @ seat.facing < 0


def test_company_stays_beside_its_leader_and_leaves_after_them() -> None:
    """A group of three walks abreast, stands together, and is gone when the leader is."""
    leader = person(0, (2.0, 1.0), [walk(at(11.0, 1.2)), wait(100), OUT])
    beside = Step(Verb.ACCOMPANY, 6000, at=Target("leader", person=0))
    others = [person(n, (2.0, 1.0 + n), [beside, OUT], leader=0) for n in (1, 2)]
    world = open_world(ROOM, cast(leader, *others))
    world.run_until(-870)
    far = []
    while 0 in world.snapshot().ids or world.tick < -880:
        world.step()
        feet = world.snapshot().position
        if len(feet) == 3:
            far.append(np.sqrt(((feet[1:] - feet[0]) ** 2).sum(axis=1)).max())
    assert np.percentile(far, 95) < 2.5
    world.run_until(world.tick + 100)
    assert world.present == 0


def test_company_comes_round_a_desk_to_its_leader() -> None:
    """Whoever falls behind in the open side of a desk does not stand in it while the leader is on the other side."""
    room = venue(
        """
        ####################
        #..................#
        #..................#
        #.....########.....#
        #.....#......#.....#
        #.....#......#.....#
        #..................#
        #..................#
        A..................B
        ####################
        """
    )
    out = Step(Verb.LEAVE, to=place(room, "B"))
    leader = person(0, (5.0, 4.2), [wait(600), out])
    beside = Step(Verb.ACCOMPANY, 6000, at=Target("leader", person=0))
    behind = [person(n, (4.4 + 0.6 * n, 2.6), [beside, out], leader=0) for n in (1, 2)]
    world = open_world(room, cast(leader, *behind))
    world.run_until(-790)
    feet = world.snapshot().position
    assert np.sqrt(((feet[1:] - feet[0]) ** 2).sum(axis=1)).max() < 2.0
    assert feet[1:, 1].min() > 3.5


def test_a_follower_keeps_behind() -> None:
    """Who follows stays within some ten metres, and does not catch up."""
    leader = person(0, (4.0, 1.0), [walk(at(13.0, 1.0)), walk(at(3.0, 4.3)), wait(200)], speed=1.1)
    behind = person(1, (1.5, 1.0), [Step(Verb.FOLLOW, 200, at=Target("them", person=0), act=0, shows=True), OUT])
    world = open_world(ROOM, cast(leader, behind))
    events = world.run_until(-880)
    far = []
    while world.tick < -700:
        events += world.step()
        feet = world.snapshot().position
        far.append(float(np.sqrt(((feet[0] - feet[1]) ** 2).sum())))
    assert max(far) < 11.5
    ended = [event for event in world.run_until(-600) if isinstance(event, ActEnded)]
    assert [event.ran for event in [*events, *ended] if isinstance(event, ActEnded)] == [200]


def test_a_reaction_interrupts_and_the_part_goes_on_where_it_was() -> None:
    """When an officer comes near, the reaction plays once; then the interrupted step runs for what was left of it."""
    turns = Reaction("officer near", 4.0, (Step(Verb.HIDE_FACE, 20, act=1, shows=True),))
    reads = Step(Verb.READ, 300, act=0, shows=True)
    subject = person(0, (4.0, 1.0), [reads, OUT], reactions=[turns])
    patrol = [walk(at(5.0, 1.0)), walk(at(13.0, 1.0)), walk(at(5.0, 1.0)), wait(500)]
    officer = person(1, (13.0, 1.0), patrol, officer=True)
    events = open_world(ROOM, cast(subject, officer)).run_until(-400)
    mine = [event for event in events if isinstance(event, ActBegan | ActEnded) and event.person == 0]
    assert [(type(event), event.act) for event in mine] == [(ActBegan, 0), (ActBegan, 1), (ActEnded, 1), (ActEnded, 0)]
    assert (mine[3].ran, mine[3].planned) == (300, 300)  # type: ignore[union-attr]


def test_nobody_reacts_to_an_officer_behind_a_wall() -> None:
    """What cannot be seen is not reacted to, however near; an announcement reaches everyone."""
    steps = [wait(400)]
    for kind, reached in (("officer near", False), ("announcement", True)):
        reaction = Reaction(kind, 9.0, (Step(Verb.LOOK, 20, at=at(1.0, 1.0), act=0, shows=True),))
        world = open_world(ROOM, cast(person(0, (6.0, 2.5), steps, reactions=[reaction])))
        world.run_until(-880)
        world.obey(Stimulus(kind, *((8.5, 2.5) if kind == "officer near" else (None, None))))
        assert any(isinstance(event, ActBegan) for event in world.run_until(-870)) is reached


def _busy() -> Cast:
    people = []
    for n in range(30):
        steps = [
            walk(at(2.0 + n % 9, 1.0 + n % 4)), Step(Verb.READ, 20 + n, act=0, shows=True),
            Step(Verb.QUEUE, 20, to=place(ROOM, "q"), act=1, shows=True), Step(Verb.SIT, 40, to=_seat(n % 2)), OUT,
        ]  # fmt: skip
        people.append(
            person(n, ROOM.portals["A"].at, steps, inside=False, arrive=-890 + 11 * n, speed=1.0 + n % 7 / 10)
        )
    return cast(*people)


def digest_of_a_busy_room(surveyed: Survey | None = None) -> str:
    """SHA-256 over all that could be seen and all that happened in a minute and a half."""
    world = World(surveyed, _busy()) if surveyed else open_world(ROOM, _busy())
    digest = hashlib.sha256()
    while world.tick < 0:
        digest.update(repr(world.step()).encode())
        seen = world.snapshot()
        for column in (seen.ids, seen.position, seen.heading, seen.head, seen.gaze, seen.pitch, seen.pose, seen.phase):
            digest.update(column.tobytes())
    return digest.hexdigest()


def test_the_same_run_in_another_process() -> None:
    """The same layout and cast give the same run to the last bit, here and in a process of its own."""
    code = "from tests.world.test_world_parts import digest_of_a_busy_room; print(digest_of_a_busy_room())"
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert digest_of_a_busy_room() == other.stdout.strip()


def test_worlds_share_a_survey() -> None:
    """A run does not depend on who has been over the floor before."""
    shared = Survey(survey(ROOM))
    assert digest_of_a_busy_room(shared) == digest_of_a_busy_room(shared) == digest_of_a_busy_room()


def test_bodies_turn_and_move_smoothly() -> None:
    """Nobody leaps or spins: at most a running step and 36 degrees of the hips in a tick; directions are units."""
    world = open_world(ROOM, _busy())
    before = None
    while world.tick < -300:
        world.step()
        seen = world.snapshot()
        for way in (seen.heading, seen.head, seen.gaze, seen.hand):
            assert np.allclose((way * way).sum(axis=1), 1.0)
        if before is not None:
            both, i, j = np.intersect1d(before.ids, seen.ids, return_indices=True)
            moved = np.sqrt(((seen.position[j] - before.position[i]) ** 2).sum(axis=1))
            assert not len(both) or (
                moved.max() < 0.45 and (seen.heading[j] * before.heading[i]).sum(axis=1).min() > 0.8
            )
        before = seen


def test_feet_do_not_skate() -> None:
    """The stride advances by the distance walked, one cycle for each stride as long as it is drawn at that speed."""
    world = open_world(ROOM, cast(person(0, (1.5, 1.0), [walk(at(12.0, 1.0)), wait(900)])))
    world.run_until(-870)
    first = world.snapshot()
    walked = 0.0
    for _ in range(40):
        last = world.snapshot()
        world.step()
        now = world.snapshot()
        walked += float((now.phase[0] - last.phase[0]) % 1.0 * stride(now.speed[0], 1.75))
    assert abs(walked - float(np.sqrt(((now.position[0] - first.position[0]) ** 2).sum()))) < 0.02


CORRIDOR = venue(
    """
    ########################################
    #......................................#
    A......................................B
    #......................................#
    #......................................#
    ########################################
    """
)


def _passing(figure: Callable[[int], tuple[float, float]] | None) -> tuple[World, np.ndarray]:
    """A world of people who pass along a corridor both ways, and how near each tick they come to a figure there."""
    people = [
        person(n, CORRIDOR.portals[start].at, [Step(Verb.LEAVE, to=place(CORRIDOR, end))], inside=False, arrive=arrive)
        for n, (start, end, arrive) in enumerate(
            (*way, -890 + 12 * n) for n in range(20) for way in (("A", "B"), ("B", "A"))
        )
    ]
    world, near = open_world(CORRIDOR, cast(*people)), []
    while world.tick < -150:
        world.step()
        x, y = figure(world.tick) if figure else (10.0, 1.5)
        if figure:
            world.stand(x, y)
        feet = world.snapshot().position
        near.extend(np.sqrt(((feet - (x, y)) ** 2).sum(axis=1)))
    return world, np.array(near)


def test_people_walk_round_the_figure_of_the_trainee() -> None:
    """Nobody overlaps it, whether it stands in a busy corridor or walks along it, and everybody gets past."""
    free, standing, walking = (
        _passing(figure)
        for figure in (None, lambda tick: (10.0, 1.5), lambda tick: (4.0 + abs(tick * 0.145 % 24.0 - 12.0), 1.5))
    )
    assert free[1].min() < 0.3
    for world, near in (standing, walking):
        assert near.min() >= 0.38
        assert world.present == 0
