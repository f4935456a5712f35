"""Buses at their stands: where they are drawn, how they turn as they pull in, and that they hide nobody who waits."""

import numpy as np
import pygame
import pytest

from game.picture import Scene
from game.picture.daylight import daylight
from game.picture.place.buses import Buses
from game.programme import ORDINARY
from game.scenario import Layout, Portal, Venue, layout
from game.scenario.venue.stands import AT_KERB, LENGTH, PASSING
from game.theme import theme
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, looks, pixels

STARTS = "08:20"
SCALE = 20.0
FIELD = pygame.Rect(-3000, -3000, 6000, 6000)


def _station(deep: float) -> Layout:
    """One stand, with its road to the north."""
    stand = Portal(portal="stand", at=(30.0, 12.0), width=10.4, kind="bus", towards=(0.0, 1.0), route="41 Fernley")
    way = Portal(portal="way in", at=(0.8, 4.0), width=3.0)
    return layout(Venue(venue="B", kind="bus station", size=(60.0, deep), baseline="-", portals=(way, stand)), {})


def _highest(buses: Buses, tick: int, turn: int) -> int:
    """How many px high the tallest part of what is drawn is."""
    blits, keys = buses.show(tick, FIELD, SCALE, turn, daylight(STARTS, 0, theme()))
    assert len(blits) == len(keys)
    return max((blit[0].get_height() for blit in blits), default=0)


def test_a_bus_before_people_is_cut_open() -> None:
    """Nothing is drawn while none is in sight; a bus is low before its kerb, or before floor beyond the road."""
    station = _station(20.0)
    service = ORDINARY.services(station.services(STARTS))["stand"]
    opens = service.opens[1]
    buses = Buses(station, STARTS)
    away = next(tick for tick in range(opens, opens + 2000) if not list(buses.in_sight(tick)))
    assert _highest(buses, away, 0) == 0
    whole = _highest(buses, opens, 0)
    assert 0 < _highest(buses, opens, 2) < 0.6 * whole
    assert 0 < _highest(Buses(_station(30.0), STARTS), opens, 0) < 0.6 * whole


def test_a_bus_pulls_in_to_the_kerb() -> None:
    """It comes along the lane farther off, turned along the road, slants to the kerb, and stands along it."""
    stand = _station(20.0).stands["stand"]
    slants = set()
    for gone, lane in ((-60.0, PASSING), (0.0, AT_KERB), (60.0, PASSING)):
        (ax, ay), (bx, by) = stand.place(gone)
        assert ay == by == pytest.approx(12.0 + lane)
        assert ax - bx == pytest.approx(LENGTH)  # it drives west, with its left side to the kerb
    for gone in range(-30, 0):
        (_, ay), (_, by) = stand.place(gone)
        slants.add(by < ay)
    assert slants == {True, False}


def test_the_road_and_the_box_to_stop_in_are_painted() -> None:
    """North of the kerb lies tarmac where floor would be, with a yellow box by the kerb where the stand is."""
    view = Viewpoint(30.0, 14.0, 30, 0, 700, 500)
    station = _station(24.0)
    away = next(tick for tick in range(9000) if not list(Buses(station, STARTS).in_sight(tick)))
    drawn = pixels(Scene(station, looks(1), STARTS), crowd([], tick=away), view)
    x, y = (round(float(part)) for part in view.project(np.array((30.0, 15.5))))
    red, green, blue = drawn[x, y]
    assert max(red, green, blue) - min(red, green, blue) < 20
    assert 60 < red < 140
    yellow = (drawn[:, :, 0] > 150) & (drawn[:, :, 2] < drawn[:, :, 0] - 60)
    across, _ = np.nonzero(yellow)
    ends = view.project(np.array([(30.0 - LENGTH / 2, 12.0), (30.0 + LENGTH / 2, 12.0)]))
    assert yellow.sum() > 300
    assert abs(float(np.median(across)) - float(ends[:, 0].mean())) < 60
