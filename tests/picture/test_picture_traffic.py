"""Traffic on the streets outside: it keeps to its lanes, to the left, and off whatever else drives."""

from itertools import combinations

import pygame
import pytest

from game.geometry import Point
from game.picture.daylight import daylight
from game.picture.place.driving import Lane
from game.picture.place.fleet import VEHICLES, Vehicle
from game.picture.place.signals import Signal, find_green_man
from game.picture.place.traffic import Traffic
from game.run import Site
from game.scenario import Layout, Lights, find, read
from game.scenario.venue.passages import PAVEMENT
from game.theme import theme
from tests.support.drawn_halls import hall

STREETS = ("king_street_morning", "assembly_square_midday", "weavers_court_weekday")
LIGHTS = Lights(people=6.0, clearing=8.0, traffic=20.0)
LIT = {"portal": "door", "at": [10, 0.5], "kind": "street", "lights": LIGHTS}
TEN_MINUTES = range(-600, 6000, 7)


def _layout(scenario: str) -> Layout:
    return Site(read(find(scenario))).layout


@pytest.mark.parametrize("scenario", STREETS)
def test_nothing_drives_through_anything(scenario: str) -> None:
    """No two vehicles are in one place, on a lane or where streets meet, and none is on the pavement or the venue."""
    layout = _layout(scenario)
    traffic, (wide, deep) = Traffic(layout), layout.venue.size
    driven = 0
    for tick in TEN_MINUTES:
        boxes = [_box(*one) for one in traffic.under_way(tick)]
        driven += len(boxes)
        assert not [pair for pair in combinations(boxes, 2) if _meet(*pair)]
        kept_off = (-PAVEMENT, -PAVEMENT, wide + PAVEMENT, deep + PAVEMENT)
        assert not [box for box in boxes if _meet(box, kept_off)]
    assert driven > len(TEN_MINUTES)


def _box(lane: Lane, vehicle: Vehicle, along: float) -> tuple[float, float, float, float]:
    """West, south, east and north edge of a vehicle."""
    half = max(part.aside[1] for part in vehicle.parts)
    (ax, ay), (bx, by) = lane.spot(along), lane.spot(along + vehicle.length)
    dx, dy = abs(lane.ahead[1]) * half, abs(lane.ahead[0]) * half
    return min(ax, bx) - dx, min(ay, by) - dy, max(ax, bx) + dx, max(ay, by) + dy


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("scenario", STREETS)
def test_one_drives_on_the_left(scenario: str) -> None:
    """Whoever drives on the lane by the pavement has the venue on the left; on the other lane, on the right."""
    layout = _layout(scenario)
    middle = layout.venue.size[0] / 2, layout.venue.size[1] / 2
    lanes = Traffic(layout).lanes
    assert lanes
    for lane in lanes:
        assert _on_the_left(lane, middle) == lane.name.endswith("near")


def _on_the_left(lane: Lane, point: Point) -> bool:
    return lane.ahead[0] * (point[1] - lane.at[1]) - lane.ahead[1] * (point[0] - lane.at[0]) > 0


def test_the_same_moment_is_the_same_traffic() -> None:
    """What drives past is a matter of the moment alone, whatever was looked at before."""
    layout = _layout("king_street_morning")
    long, fresh = Traffic(layout), Traffic(layout)
    for tick in range(0, 3000, 100):
        list(long.under_way(tick))
    then, now = ([(lane.name, *rest) for lane, *rest in one.under_way(3000.5)] for one in (long, fresh))
    assert then == now


def test_nobody_drives_on_at_red() -> None:
    """A nose goes over a line on green, or on amber where it was too late to stop; and many do."""
    traffic, over = Traffic(_layout("king_street_morning")), 0
    noses: dict[str, list[float]] = {}
    for tick in range(-600, 2400):
        before, noses = noses, {lane.name: [] for lane in traffic.lanes}
        for lane, vehicle, along in traffic.under_way(tick):
            noses[lane.name].append(along + vehicle.length)
        for lane, line in ((each, line) for each in traffic.lanes for line in each.lines):
            for nose in noses[lane.name]:
                was = [other for other in before.get(lane.name, []) if nose - 0.9 < other <= line.at < nose]
                over += len(was)
                assert not was or line.shows((tick - 1) / 10) in (Signal.GREEN, Signal.AMBER)
    assert over > 50


def test_one_waits_at_red_and_goes_on_at_green() -> None:
    """At a crossing with lights somebody stands right before the line while people go, and is gone soon after."""
    traffic, stood = Traffic(hall(portals=[LIT])), 0
    for lane in traffic.lanes:
        for turn in range(8):
            _, ends = (round(10 * second) for second in find_green_man(LIGHTS, turn))
            here, still, later = (
                _before(traffic, lane, tick) for tick in (ends - 10, ends, ends + round(10 * LIGHTS.clearing) + 30)
            )
            if here and here == still:
                stood += 1
                assert here != later
    assert stood > 4


def _before(traffic: Traffic, lane: Lane, tick: int) -> list[float]:
    """How many m before the line of a lane noses are, to 10 cm, of those within 1 m."""
    left = [lane.lines[0].at - along - vehicle.length for on, vehicle, along in traffic.under_way(tick) if on is lane]
    return [round(short, 1) for short in left if 0 < short < 1]


def test_there_is_none_below_ground() -> None:
    """A place that gives on to no street has no traffic."""
    assert not Traffic(_layout("marlow_road_evening")).lanes


def test_a_vehicle_is_seen_where_it_is() -> None:
    """Its picture lies in the window where its street does, by day darker than its paint, and moves on."""
    layout = _layout("king_street_morning")
    traffic, now = Traffic(layout), daylight("08:00", 0, theme(), sky=True)
    window = pygame.Rect(-2000, -3000, 6000, 6000)
    first, keys = traffic.show(300, window, 22.0, 0, now)
    later, _ = traffic.show(302, window, 22.0, 0, now)
    assert len(first) == len(keys) == len(later) > 0
    assert [at for _, at in first] != [at for _, at in later]


def test_every_kind_is_drawn_whole() -> None:
    """Each kind of vehicle has wheels on the road, is no taller than a bus, and none is wider than its lane."""
    for vehicle in VEHICLES:
        assert min(part.up[0] for part in vehicle.parts) == 0.0
        assert max(part.up[1] for part in vehicle.parts) <= 4.4
        assert max(part.aside[1] for part in vehicle.parts) <= 1.3
