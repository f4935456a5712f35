"""The search of whole runs: each kind of fault is found where it is planted, and a sound moment has none."""

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.cast import Step, Target
from game.scenario import Box, Portal, Prop, PropKind, Venue, layout
from game.scenario.venue.free_floor import survey
from game.scenario.verbs import Verb
from game.timetable import Service
from game.view import POSES, Pose, Snapshot
from game.world import Survey
from tests.support.drawn_venues import cast, person, venue, wait
from tests.support.stagings import open_world
from tools.solidity.finding import Check, Moment
from tools.solidity.moving import Appearances, Leaps, Starts
from tools.solidity.pictured import InOnePose
from tools.solidity.standing import LASTS, InOneSpot, OnAir, Within

ROOM = venue(
    """
    ####################
    #..................#
    #........S.........#
    A..................B
    #......####........#
    #......####........#
    #..................#
    ####################
    """
)
PEOPLE = person(0, (3.0, 1.5), [wait(900)]), person(1, (7.5, 2.0), [wait(900)])
INSIDE = ROOM.solids[-1]


@pytest.fixture(scope="module")
def sound() -> Snapshot:
    """Two people who stand, each in a place of their own."""
    world = open_world(ROOM, cast(*PEOPLE))
    world.run_until(-860)
    return world.snapshot()


def _move(seen: Snapshot, row: int, x: float, y: float) -> Snapshot:
    position = seen.position.copy()
    position[row] = x, y
    return replace(seen, position=position)


def _pose(seen: Snapshot, pose: Pose) -> Snapshot:
    numbers = seen.pose.copy()
    numbers[0] = POSES.index(pose)
    return replace(seen, pose=numbers)


def _first(seen: Snapshot, count: int) -> Snapshot:
    """The same with no more than the first so many people."""
    columns = {field.name: getattr(seen, field.name) for field in fields(seen)}
    few: dict[str, Any] = {name: column[:count] for name, column in columns.items() if isinstance(column, np.ndarray)}
    return replace(seen, **few)


def _kinds(rule: Check, seen: Iterable[Snapshot], figure: tuple[float, float] | None = None) -> set[str]:
    """The kinds of fault found in these moments, each a tick after the other."""
    moments = [replace(snapshot, tick=tick) for tick, snapshot in enumerate(seen)]
    return {
        found.kind
        for before, now in pairwise(moments)
        for found in rule.look(Moment(before, now, figure, lambda _: (None, None)))
    }


def test_a_sound_moment_has_no_fault(sound: Snapshot) -> None:
    """People who stand on free floor break no rule."""
    rules: tuple[Check, ...] = (
        Leaps(), Starts(), Appearances(ROOM), OnAir(ROOM, PEOPLE), Within(Survey(survey(ROOM)), PEOPLE),
        InOneSpot(ROOM),
    )  # fmt: skip
    assert all(not _kinds(rule, [sound] * 30, (5.0, 1.0)) for rule in rules)


def test_a_leap_is_found(sound: Snapshot) -> None:
    """A move of 0.6 m in a tick is one, and of 0.4 m is none."""
    x, y = sound.position[0].tolist()
    assert _kinds(Leaps(), [sound, _move(sound, 0, x + 0.6, y)]) == {"leap"}
    assert not _kinds(Leaps(), [sound, _move(sound, 0, x + 0.4, y)])


def test_a_start_in_no_time_is_found(sound: Snapshot) -> None:
    """From standing to 1.5 m/s between two ticks."""
    x, y = sound.position[0].tolist()
    ways = [0.0, 0.0, 0.0, 0.0, 0.15, 0.3, 0.45]
    assert _kinds(Starts(), [_move(sound, 0, x + way, y) for way in ways]) == {"sudden"}


def test_who_vanishes_on_the_floor_is_found(sound: Snapshot) -> None:
    """Somebody who is there no more."""
    assert _kinds(Appearances(ROOM), [sound, _first(sound, 1)]) == {"appearance"}


@pytest.mark.parametrize(("late", "kinds"), [(-20, {"appearance"}), (-5, set()), (0, set()), (5, set())])
def test_who_comes_into_being_in_a_train_is_found_only_where_none_stands(late: int, kinds: set[str]) -> None:
    """Behind a platform's edge, two seconds before the doors open there is no train; half a second before there is."""
    edge = Portal(portal="edge", at=(8, 0.8), width=8.0, kind="train")
    made = Venue(venue="Drawn", kind="tube station", size=(16, 8), baseline="none", portals=(edge,))
    line = layout(made, {})
    trains = {"edge": Service((100,), 600, 10)}
    x, y = line.passages["edge"].spot(0.0, 0.7)
    world = open_world(line, cast(person(0, (x, y), [wait(900)])))
    world.run_until(-860)
    there = replace(_move(world.snapshot(), 0, x, y), tick=100 + late)
    moment = Moment(_first(there, 0), there, None, lambda _: (None, None))
    assert {found.kind for found in Appearances(line, trains).look(moment)} == kinds


@pytest.mark.parametrize("pose", [Pose.SIT, Pose.PLAY])
def test_sitting_without_a_seat_is_found(sound: Snapshot, pose: Pose) -> None:
    """On the seat, facing as it does, one sits; a step beside it, on air."""
    seat = ROOM.seats[0]
    heading = sound.heading.copy()
    heading[0] = seat.facing
    on_it = replace(_pose(_move(sound, 0, *seat.at), pose), heading=heading)
    assert not _kinds(OnAir(ROOM, PEOPLE), [on_it] * 2)
    assert _kinds(OnAir(ROOM, PEOPLE), [_move(on_it, 0, seat.at[0] + 0.5, seat.at[1])] * 2) == {"on air"}


def test_feet_off_the_floor_are_found(sound: Snapshot) -> None:
    """A hand's breadth above a floor without stairs."""
    assert _kinds(OnAir(ROOM, PEOPLE), [replace(sound, base=sound.base + 0.1)] * 2) == {"on air"}


def test_a_body_in_a_block_is_found(sound: Snapshot) -> None:
    """In the middle of a solid, and not beside it."""
    x, y = np.mean(INSIDE, axis=0).tolist()
    rule = Within(Survey(survey(ROOM)), PEOPLE)
    assert _kinds(rule, [_move(sound, 0, x, y)] * 2) == {"inside"}


def test_a_door_that_somebody_goes_through_is_open_and_its_frame_is_solid(sound: Snapshot) -> None:
    """Half a metre past a staff door's line there is no leaf in the way, but what stands beside it is still solid."""
    wall = PropKind(prop="wall", boxes=(Box(at=(-1.5, 0, 0), size=(3, 0.3, 2.5), colour="#888888"),))
    door = Portal(portal="door", at=(3, 3.2), width=2.4, kind="staff only")
    made = Venue(
        venue="Drawn", kind="railway station", size=(6, 4), baseline="none", portals=(door,),
        props=(Prop(prop="wall", at=(3, 3.6)),),
    )  # fmt: skip
    rule = Within(Survey(survey(layout(made, {"wall": wall}))), PEOPLE)
    assert not _kinds(rule, [_move(sound, 0, 3.0, 3.7)] * 2)
    assert _kinds(rule, [_move(sound, 0, 4.1, 3.7)] * 2) == {"inside"}


def test_one_person_in_two_poses_is_found(sound: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody crouches: both pictures show it; but not where the inspector has no time left for a new one."""
    crouching = [_pose(sound, Pose.CROUCH)] * 30
    assert not _kinds(InOnePose(ROOM, PEOPLE), [sound] * 20 + crouching)
    rule = InOnePose(ROOM, PEOPLE)
    assert not _kinds(rule, [sound] * 20)
    monkeypatch.setattr("tools.solidity.pictured.ASIDE", 0.0)
    assert _kinds(rule, crouching) == {"two poses"}


def test_two_in_one_spot_are_found_after_two_seconds(sound: Snapshot) -> None:
    """Two people, or one and the trainee's own figure; not those who only brush past."""
    x, y = sound.position[1].tolist()
    both = _move(sound, 0, x + 0.1, y)
    assert _kinds(InOneSpot(ROOM), [both] * (LASTS + 3)) == {"one spot"}
    assert _kinds(InOneSpot(ROOM), [sound] * (LASTS + 3), (x, y + 0.1)) == {"one spot"}
    assert not _kinds(InOneSpot(ROOM), [both] * (LASTS - 2))


def test_who_sits_down_and_gets_up_is_never_on_air() -> None:
    """A whole visit to a seat: there, down, up and away."""
    steps = [Step(Verb.SIT, 100, to=_seat()), Step(Verb.LEAVE)]
    world = open_world(ROOM, cast(person(0, (3.0, 3.0), steps)))
    seen = []
    while world.tick < -600:
        world.step()
        seen.append(world.snapshot())
    assert any(POSES[number] is Pose.SIT for snapshot in seen for number in snapshot.pose)
    assert not _kinds(OnAir(ROOM, PEOPLE), [snapshot for snapshot in seen if len(snapshot.ids)])


def _seat() -> Target:
    return Target("seat", point=(*ROOM.seats[0].at, 0.0), seat=ROOM.seats[0].name)
