"""Exposure of a crowd in one view, beside one step of the world that it is measured in."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.scenario import find, layout, read
from game.view import Viewpoint
from game.view.exposure import Eye
from game.world import World
from tests.support.stagings import open_world, stage

VIEW = Viewpoint(30.0, 18.0, 44.0, 0, 1920, 1080)


@pytest.fixture(scope="module")
def morning() -> tuple[World, Eye, np.ndarray]:
    """The morning peak a minute in."""
    production = read(find("king_street_morning"))
    place = layout(production.venue, production.props)
    cast, _ = stage(production, 3)
    world = open_world(place, cast)
    world.run_until(600)
    return world, Eye(place.prisms), np.array([person.looks.stature for person in cast.people])


@pytest.mark.benchmark(group="a sample of exposure and a tick")
def test_a_sample_of_exposure(benchmark: BenchmarkFixture, morning: tuple[World, Eye, np.ndarray]) -> None:
    """One view of everyone present, as it is taken every half second."""
    world, eye, statures = morning
    now = world.snapshot()
    exposure = benchmark(eye.measure, VIEW, now, statures)
    assert len(exposure.share) == len(now.ids)


@pytest.mark.benchmark(group="a sample of exposure and a tick")
def test_a_tick_of_the_world(benchmark: BenchmarkFixture, morning: tuple[World, Eye, np.ndarray]) -> None:
    """One tick of the same place."""
    world, _, _ = morning
    before = world.tick
    benchmark.pedantic(world.step, rounds=100)
    assert world.tick == before + 100
