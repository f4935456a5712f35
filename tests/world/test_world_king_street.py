"""The shipped station, played from the pre-roll to the end: its morning here, its evening in the proofs."""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy.spatial import cKDTree

from game.clock import ticks
from game.geometry import contains
from game.key import Key
from game.log import ActEnded
from game.scenario import Layout, find, layout, read
from game.view import Snapshot
from tests.support.stagings import open_world, stage

LOOK = 5


@dataclass(frozen=True)
class Played:
    """One run: what could be seen every half second, the acts that ended, and how often someone was stuck."""

    layout: Layout
    key: Key
    seen: list[Snapshot]
    ended: dict[tuple[int, int], ActEnded]
    stuck: int
    people: int


@pytest.fixture(scope="module")
def run() -> Played:
    """The whole of the morning with one seed."""
    return play_whole("king_street_morning", 7)


def play_whole(name: str, seed: int) -> Played:
    """The whole run of a scenario with one seed."""
    production = read(find(name))
    cast, key = stage(production, seed)
    made = layout(production.venue, production.props)
    world = open_world(made, cast)
    seen: list[Snapshot] = []
    ended: dict[tuple[int, int], ActEnded] = {}
    while world.tick < ticks(production.scenario.clock.lasts):
        events = world.run_until(world.tick + LOOK)
        ended |= {(event.person, event.act): event for event in events if isinstance(event, ActEnded)}
        seen.append(world.snapshot())
    return Played(made, key, seen, ended, len(world.held_up), len(cast.people))


def test_nobody_stands_in_anything_solid(run: Played) -> None:
    """Whoever is inside a solid is on a seat, or on the way down to it or up, or on stairs."""
    stairs = [passage.strip(0.0, passage.run) for passage in run.layout.passages.values()]
    seats = cKDTree([seat.at for seat in run.layout.seats])
    feet = np.concatenate([seen.position for seen in run.seen])
    for solid in (one for one in run.layout.solids if one not in stairs):
        low, high = np.min(solid, axis=0), np.max(solid, axis=0)
        near = feet[((feet >= low) & (feet <= high)).all(axis=1)]
        inside = near[contains(solid, near)] if len(near) else near
        assert not len(inside) or np.max(seats.query(inside)[0]) < 0.6


def test_nobody_goes_through_a_wall(run: Played) -> None:
    """No way from one half second to the next crosses a wall."""
    walls = np.array(run.layout.walls).reshape(-1, 2, 2)
    for before, after in zip(run.seen, run.seen[1:], strict=False):
        _, i, j = np.intersect1d(before.ids, after.ids, return_indices=True)
        assert not _crosses(before.position[i][:, None], after.position[j][:, None], walls[:, 0], walls[:, 1]).any()


def _crosses(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> np.ndarray:
    """Whether the stretches from a to b cross those from c to d."""

    def left(p: np.ndarray, q: np.ndarray, r: np.ndarray) -> np.ndarray:
        turned = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) > (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
        return np.asarray(turned)

    return np.asarray((left(a, b, c) != left(a, b, d)) & (left(c, d, a) != left(c, d, b)))


def test_bodies_keep_apart(run: Played) -> None:
    """The nearest neighbour is 0.35 m off or more for 99 of 100, and never nearer than a shoulder's width halved."""
    nearest = np.concatenate(
        [np.asarray(cKDTree(snapshot.position).query(snapshot.position, k=2)[0])[:, 1] for snapshot in run.seen]
    )
    assert np.percentile(nearest, 1) >= 0.35
    assert (nearest < 0.22).mean() < 0.001


def test_hardly_anyone_is_stuck(run: Played) -> None:
    """Fewer than one in ten ever runs out of patience on the way."""
    assert run.stuck < 0.1 * run.people


def test_everything_counted_on_is_shown(run: Played) -> None:
    """Each tell and look-alike that is no reaction runs for at least half of its time."""
    for entry in run.key.entries:
        for act in entry.acts:
            if not act.conditional:
                end = run.ended[entry.person, act.act]
                assert end.ran >= max(10, end.planned / 2), (entry.slot, act.name)
