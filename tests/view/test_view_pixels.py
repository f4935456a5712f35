"""Exposure against what is truly drawn: each person in one flat colour, counted pixel by pixel."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pygame
import pytest

from game.picture import Scene, flat_colour
from game.scenario import Layout, Portal, Venue, Wall, find, layout, read
from game.view import Snapshot, Viewpoint
from game.view.exposure import Eye
from game.world import World
from tests.support.drawn_venues import cast, person, wait
from tests.support.stagings import open_world, stage

SAMPLES = 1000
ALONE = 260


def _only(snapshot: Snapshot, row: int) -> Snapshot:
    values = {field.name: getattr(snapshot, field.name) for field in fields(Snapshot)}
    columns: dict[str, Any] = {name: value[[row]] for name, value in values.items() if isinstance(value, np.ndarray)}
    return replace(snapshot, items=(), said=(), **columns)


def _pixels(surface: pygame.Surface) -> dict[tuple[int, ...], int]:
    """How many pixels each colour has."""
    drawn = pygame.surfarray.array3d(surface).reshape(-1, 3).astype(np.int64)
    colours, counts = np.unique(drawn @ (1 << 16, 1 << 8, 1), return_counts=True)
    return {
        (colour >> 16, colour >> 8 & 255, colour & 255): count
        for colour, count in zip(colours.tolist(), counts.tolist(), strict=True)
    }


class _Drawn:
    """The morning peak, drawn flat: everyone in place, and each alone on a bare floor."""

    def __init__(self, place: Layout, world: World, scenes: tuple[Scene, Scene], tall: list[float]) -> None:
        self.eye, self.world = Eye(place.prisms), world
        self.scene, self.empty = scenes
        self.statures = np.array(tall)

    def shares(self, tick: int, view: Viewpoint) -> Iterator[tuple[float, float]]:
        """For everyone in view at this tick: the share measured, and the share of the pixels drawn."""
        self.world.run_until(tick)
        now = self.world.snapshot()
        surface, alone = pygame.Surface((view.width, view.height)), pygame.Surface((ALONE, ALONE))
        self.scene.draw_flat_ids(surface, now, view)
        drawn = _pixels(surface)
        measured = self.eye.measure(view, now, self.statures)
        for row, (x, y) in enumerate(now.position.tolist()):
            person = int(now.ids[row])
            visible = drawn.get(flat_colour(person), 0)
            if not visible and not measured.share[row]:
                continue
            self.empty.draw_flat_ids(alone, _only(now, row), replace(view, x=x, y=y, width=ALONE, height=ALONE))
            yield float(measured.share[row]), visible / max(_pixels(alone)[flat_colour(person)], 1)


@pytest.fixture(scope="module")
def drawn() -> _Drawn:
    """The real scenario, a real cast, the real world."""
    production = read(find("king_street_morning"))
    place = layout(production.venue, production.props)
    bare = layout(production.venue.model_copy(update={"props": ()}), {})
    cast, _ = stage(production, 3)
    looks = [person.looks for person in cast.people]
    scenes = Scene(place, looks), Scene(bare, looks)
    return _Drawn(place, open_world(place, cast), scenes, [other.stature for other in looks])


def test_exposure_agrees_with_the_drawn_pixels(drawn: _Drawn) -> None:
    """Within 0.1 of the true share in 95 % of 1,000 samples, from all turns; and in most that are partly hidden."""
    centres = ((33.0, 18.0), (24.0, 22.0), (38.0, 14.0), (20.0, 12.0), (30.0, 26.0), (36.0, 20.0))
    pairs: list[tuple[float, float]] = []
    tick, n = -300, 0
    while len(pairs) < SAMPLES:
        x, y = centres[n % len(centres)]
        pairs += drawn.shares(tick + 40 * n, Viewpoint(x, y, 44.0, n % 4, 1400, 800))
        n += 1
    measured, true = np.array(pairs[:SAMPLES]).T
    close = np.abs(measured - true) <= 0.1
    partly = (measured < 0.97) | (true < 0.97)
    assert close.mean() >= 0.95 - 2 * (0.95 * 0.05 / SAMPLES) ** 0.5, "two standard errors of the sample"
    assert partly.sum() >= 200
    assert close[partly].mean() >= 0.85 - 2 * (0.85 * 0.15 / partly.sum()) ** 0.5, "the same"
    assert abs((measured - true).mean()) < 0.02


def test_a_wall_within_a_place_hides_whoever_is_behind_it_in_judging_as_in_drawing() -> None:
    """Of two people on both sides of a wall, the one behind it has no pixel and no share, whichever it is."""
    made = Venue(
        venue="Drawn", kind="railway station", size=(16, 12), baseline="none",
        portals=(Portal(portal="door", at=(8, 0.8), width=2.0),),
        walls=(Wall(points=((2, 6), (14, 6)), height=3.0),),
    )  # fmt: skip
    place = layout(made, {})
    people = person(0, (8, 5), [wait(900)]), person(1, (8, 7), [wait(900)])
    world = open_world(place, cast(*people))
    world.run_until(-860)
    now, looks = world.snapshot(), [other.looks for other in people]
    scene, eye = Scene(place, looks), Eye(place.prisms)
    hidden: list[int] = []
    for turn in range(4):
        view, surface = Viewpoint(8, 6, 44.0, turn, 600, 500), pygame.Surface((600, 500))
        scene.draw_flat_ids(surface, now, view)
        pixels, shares = _pixels(surface), eye.measure(view, now, np.array([other.stature for other in looks])).share
        seen = [flat_colour(n) in pixels for n in (0, 1)]
        assert [share > 0 for share in shares.tolist()] == seen
        hidden += [n for n in (0, 1) if not seen[n]]
    assert sorted(hidden) == [0, 1]
