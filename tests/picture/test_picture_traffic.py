"""Traffic on the streets outside: it keeps to its lanes, to the left, and off whatever else drives."""

from itertools import combinations

import pygame
import pytest

from game.geometry import Point
from game.picture.daylight import daylight
from game.picture.place.traffic import VEHICLES, Lane, Traffic, Vehicle
from game.run import Site
from game.scenario import Layout, find, read
from game.scenario.venue.passages import PAVEMENT
from game.theme import theme

STREETS = ("king_street_morning", "assembly_square_midday", "weavers_court_weekday")
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
    assert list(long.under_way(3000.5)) == list(fresh.under_way(3000.5))


def test_there_is_none_below_ground() -> None:
    """A place that gives on to no street has no traffic."""
    assert not Traffic(_layout("marlow_road_evening")).lanes


def test_a_vehicle_is_seen_where_it_is() -> None:
    """Its picture lies in the window where its street does, by day darker than its paint, and moves on."""
    layout = _layout("king_street_morning")
    traffic, now = Traffic(layout), daylight("08:00", 0, theme(), sky=True)
    window = pygame.Rect(-2000, -3000, 6000, 6000)
    tick = next(tick for tick in TEN_MINUTES if len(list(traffic.under_way(tick))) == 1)
    first, keys = traffic.show(tick, window, 22.0, 0, now)
    later, _ = traffic.show(tick + 2, window, 22.0, 0, now)
    assert len(first) == len(keys) == len(later) > 0
    assert [at for _, at in first] != [at for _, at in later]


def test_every_kind_is_drawn_whole() -> None:
    """Each kind of vehicle has wheels on the road, is no taller than a bus, and none is wider than its lane."""
    for vehicle in VEHICLES:
        assert min(part.up[0] for part in vehicle.parts) == 0.0
        assert max(part.up[1] for part in vehicle.parts) <= 4.4
        assert max(part.aside[1] for part in vehicle.parts) <= 1.3
