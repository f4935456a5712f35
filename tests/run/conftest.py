"""The small quay, read once."""

from pathlib import Path

import pytest

from game.run import Site
from game.scenario import Production, read

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"


@pytest.fixture(scope="session")
def quay() -> Production:
    """Two and a half minutes of a small quay, with a subject, three decoys and a guard."""
    return read(QUAY)


@pytest.fixture(scope="session")
def site(quay: Production) -> Site:
    """The place, worked out once."""
    return Site(quay)
