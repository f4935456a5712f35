"""Crossings with lights: what they show, who crosses when, and what is seen of it."""

from dataclasses import replace
from itertools import combinations, pairwise
from math import dist

import numpy as np
import pytest

from game.picture import Scene
from game.picture.place.ground.streets import FAR_KERB, find_streets
from game.picture.place.kerbside import Kerbside, shown_by
from game.picture.place.passers_by import PassersBy, mix_looks
from game.picture.place.signals import Signal, cycle, find_green_man, shows_green_man, traffic_signal
from game.picture.place.traffic import Traffic
from game.scenario import Lights
from game.scenario.venue.passages import PAVEMENT
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, hall, looks, pixels

LIGHTS = Lights(people=6.0, clearing=8.0, traffic=20.0)
LIT = {"portal": "door", "at": [10, 0.5], "kind": "street", "lights": LIGHTS}
CLOTHES = looks(9)


def test_people_and_traffic_never_go_at_once() -> None:
    """The man is green as long as the author says, in every turn, with nothing but red for traffic."""
    whole = round(10 * cycle(LIGHTS))
    green = [n for n in range(3 * whole) if shows_green_man(LIGHTS, n / 10)]
    assert len(green) == 3 * 60
    assert {traffic_signal(LIGHTS, n / 10) for n in green} == {Signal.RED}
    assert sum(traffic_signal(LIGHTS, n / 10) is Signal.GREEN for n in range(whole)) == 200


def test_one_steps_off_at_the_green_man_alone() -> None:
    """Nobody is on the road but from a green man on until it is clear, and then somebody mostly is."""
    people, street = PassersBy(hall(portals=[LIT]), CLOTHES), find_streets(hall(portals=[LIT]))[0]
    crossed = set()
    for tick in range(-600, 4000, 2):
        turn = int(tick / 10 // cycle(LIGHTS))
        begins, ends = find_green_man(LIGHTS, turn)
        for trip, _ in people.under_way(tick):
            out = -trip.at(tick / 10)[0][1]
            if PAVEMENT < out < FAR_KERB:
                assert begins < tick / 10 < ends + LIGHTS.clearing
                crossed.add(turn)
    assert street.side == "south"
    assert len(crossed) > 8


def test_passers_by_keep_off_one_another_and_off_traffic() -> None:
    """No two of them are on one spot, and none is where something drives."""
    place = hall(portals=[LIT])
    people, traffic = PassersBy(place, CLOTHES), Traffic(place)
    for tick in range(-600, 4000, 5):
        spots = [tuple(trip.at(tick / 10)[0].tolist()) for trip, _ in people.under_way(tick)]
        assert all(dist(*pair) > 0.4 for pair in combinations(spots, 2))
        for lane, vehicle, along in traffic.under_way(tick):
            (ax, ay), (bx, _) = lane.spot(along), lane.spot(along + vehicle.length)
            assert not [1 for x, y in spots if min(ax, bx) - 0.3 < x < max(ax, bx) + 0.3 and abs(y - ay) < 1.3]


def test_nobody_who_is_watched_walks_about_twice() -> None:
    """Passers-by wear what is worn here, no uniform, and nobody's whole outfit; where nobody is, nobody passes by."""
    cast = [replace(other, top_colour=n, bottom_colour=n % 7) for n, other in enumerate(looks(40))]
    officers = [replace(other, uniform="guard") for other in cast[:20]]
    mixed = mix_looks([*officers, *cast[20:]], 12)
    assert len(mixed) == 12
    assert {other.top_colour for other in mixed} <= set(range(20, 40))
    assert not set(mixed) & set(cast)
    assert mix_looks(officers, 12) == []
    assert not list(PassersBy(hall(portals=[LIT]), officers).under_way(300))


def test_posts_stand_at_the_kerbs() -> None:
    """A crossing with lights has a man to either side and two heads for whoever comes from either; a zebra has none."""
    posts = Kerbside(hall(portals=[LIT])).posts
    begins, _ = find_green_man(LIGHTS, 0)
    assert [shown_by(post, begins - 1.0)[1] for post in posts if post.over] == ["red"] * 2
    assert [shown_by(post, begins + 1.0)[1] for post in posts if post.over] == ["green"] * 2
    assert sorted(post.faces for post in posts) == [(-1.0, 0.0)] * 2 + [(1.0, 0.0)] * 2
    assert not Kerbside(hall()).posts


def test_no_lamp_stands_where_one_crosses() -> None:
    """Lamps stand along the kerb, some eleven metres apart, and none on a crossing or in a neighbour's place."""
    for at in (4, 6.5, 8, 10, 13.3):
        street = find_streets(hall(portals=[{**LIT, "at": [at, 0.5]}]))[0]
        assert len(street.lamps) >= 4
        assert all(abs(along - at) > 2.5 for along in street.lamps)
        assert all(after - before > 6.0 for before, after in pairwise(street.lamps))


@pytest.mark.parametrize("turn", range(4))
def test_what_the_lights_show_is_seen(turn: int) -> None:
    """From every side something of the lights is seen to change, where nobody passes by."""
    place = hall(portals=[LIT])
    begins, _ = find_green_man(LIGHTS, 2)
    scene, view = Scene(place, (), "12:00"), Viewpoint(10, -9, 32, turn, 700, 500)
    before, after = (pixels(scene, crowd([], tick=round(second * 10)), view) for second in (begins - 1.0, begins + 1.0))
    changed = np.abs(before - after).sum(axis=2) > 60
    assert changed.sum() > 10


def test_a_zebra_is_striped_and_a_crossing_with_lights_is_not() -> None:
    """Bars lie across the road before a door on a street; with lights there are only studs and a line to stop at."""
    white = []
    for portal in ({key: LIT[key] for key in LIT if key != "lights"}, LIT):
        view = Viewpoint(10.0, -PAVEMENT - 4.5, 30, 0, 500, 400)
        scene = Scene(hall(portals=[portal]), looks(1), "12:00")
        kerbs = view.project(np.array([(10.0, -PAVEMENT - 0.5), (10.0, -FAR_KERB + 0.5)]))[:, 1]
        road = pixels(scene, crowd([]), view)[150:350, round(float(kerbs[0])) : round(float(kerbs[1]))]
        white.append(int((road.min(axis=2) > 150).sum()))
    zebra, lights = white
    assert zebra > 3 * lights > 0
