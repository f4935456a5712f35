"""What tests of screens share, as each of them opens windows on the same few places again."""

from collections.abc import Iterator

import pytest

from game.app import memory
from game.picture import scene
from game.picture.place.scenery import Scenery
from game.scenario import Layout


@pytest.fixture(scope="session")
def sceneries() -> dict[str, Scenery]:
    """The pictures of each place that has been looked at, by its venue."""
    return {}


@pytest.fixture(scope="module", autouse=True)
def shared_scenery(sceneries: dict[str, Scenery]) -> Iterator[None]:
    """One window takes the pictures of a place over from another: to draw them takes longer than most exercises."""

    def make_or_take_over(layout: Layout) -> Scenery:
        return sceneries.setdefault(layout.venue.model_dump_json(), Scenery(layout))

    with pytest.MonkeyPatch.context() as here:
        here.setattr(scene, "Scenery", make_or_take_over)
        yield


@pytest.fixture(scope="module", autouse=True)
def memory_is_kept() -> Iterator[None]:
    """No memory is given back before and after an exercise: all that a test run holds would be gone through."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(memory, "_give_back", lambda: None)
        yield
