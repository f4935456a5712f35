"""The shipped scenario, read once, and staged once with each seed."""

from functools import cache

import pytest

from game.run import Site, set_stage
from game.scenario import Production, find, read
from tests.support.stagings import SetOnce


@pytest.fixture(scope="session")
def king_street() -> Production:
    """King Street, morning peak."""
    return read(find("king_street_morning"))


@pytest.fixture(scope="session")
def set_once(king_street: Production) -> SetOnce:
    """King Street as it is staged with a seed, which takes a second or two: once for all tests that only look at it."""
    site = Site(king_street)
    return cache(lambda seed: set_stage(king_street, seed, site=site))
