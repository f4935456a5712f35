"""What tests of screens share, as each of them opens windows on the same few places again."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app import learning, locations, memory, opening, venue_pictures
from game.picture import scene
from game.picture.place.scenery import Scenery
from game.run import Stage, perform, set_stage
from game.scenario import Layout, Production
from tests.support.stagings import open_filled

DEALT = 11
"""The seed of each drill: the same clips come, so that they need not be played anew."""


@pytest.fixture(scope="session")
def sceneries() -> dict[str, Scenery]:
    """The pictures of each place that has been looked at, by its venue."""
    return {}


@pytest.fixture(scope="session")
def kept() -> dict[Any, Any]:
    """What has been staged and performed, by all that it comes of."""
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
def played_once(kept: dict[Any, Any]) -> Iterator[None]:
    """Scenes are staged and filled once, drills dealt and performed once: each seed gives the same again."""

    def stage_once(production: Production, seed: int, *how: Any) -> Stage:
        key = (production.model_dump_json(), seed, *how)
        if key not in kept:
            kept[key] = set_stage(production, seed, *how)
        staged: Stage = kept[key]
        return staged

    def perform_once(production: Production, names: Sequence[str], *how: Any) -> Any:
        key = ("performed", production.model_dump_json(), *names, *how[:2])
        if key not in kept:
            kept[key] = perform(production, names, *how)
        return kept[key]

    with pytest.MonkeyPatch.context() as here:
        here.setattr(opening, "set_stage", stage_once)
        here.setattr(opening, "open_world", open_filled)
        here.setattr(locations, "perform", perform_once)
        here.setattr(learning, "randbelow", lambda _: DEALT)
        yield


@pytest.fixture(scope="module", autouse=True)
def places_unseen() -> Iterator[None]:
    """The small pictures of places beside their names are plain: a process of its own would draw each of them."""

    def draw_plain(path: Path) -> bytes:
        picture = BytesIO()
        pygame.image.save(pygame.Surface((64, 36)), picture, "picture.png")
        return picture.getvalue()

    with pytest.MonkeyPatch.context() as here:
        here.setattr(venue_pictures, "_draw", draw_plain)
        yield


@pytest.fixture(scope="module", autouse=True)
def memory_is_kept() -> Iterator[None]:
    """No memory is given back before and after an exercise: all that a test run holds would be gone through."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(memory, "_give_back", lambda: None)
        yield
