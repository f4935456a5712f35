"""The shipped scenario, read once."""

import pytest

from game.run import Site
from game.scenario import Production, find, read
from game.staging.company import Company


@pytest.fixture(scope="session")
def king_street() -> Production:
    """King Street, morning peak."""
    return read(find("king_street_morning"))


@pytest.fixture(scope="session")
def company(king_street: Production) -> Company:
    """A staging under way, for its free floor."""
    return Company(king_street, Site(king_street).spots, 0)
