"""The shipped scenario, read once."""

import pytest

from game.scenario import Production, find, read


@pytest.fixture(scope="session")
def king_street() -> Production:
    """King Street, morning peak."""
    return read(find("king_street_morning"))
