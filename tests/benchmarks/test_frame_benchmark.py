"""How long a frame takes at 1080p, and what of it is more than copying the figures' pixels.

    python -m pytest tests/benchmarks/test_frame_benchmark.py --benchmark-enable --benchmark-only
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np
import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.picture import Instant, Scene, level
from game.picture.in_sight import in_view
from game.picture.tween import between
from game.scenario import Layout, find, layout, read
from game.view import POSES, Pose, Snapshot, Viewpoint
from tests.support.stagings import stage

ROOT = Path(__file__).parents[2]
SIZE = (1920, 1080)
TICKS = 12


class Walk:
    """The station with so many people walking straight on, drawn often enough that every picture is kept."""

    def __init__(self, people: int, scale: float) -> None:
        production = read(find("king_street_morning"))
        cast, _ = stage(production, 7)
        place = layout(production.venue, production.props)
        everyone = [cast.people[n % len(cast.people)].looks for n in range(people)]
        self.scene = Scene(place, everyone, "08:05")
        self.view = Viewpoint(30, 18, scale, 0, *SIZE)
        self.surface = pygame.Surface(SIZE)
        self.moments = _moments(place, people)
        self.frame = 0
        for _ in range(6 * (TICKS - 1)):
            self.draw(effort=-1)
        for _ in range(9):
            self.draw(effort=500)

    def crowds(self) -> list[Snapshot]:
        """Everyone in each of the frames."""
        pairs = [(self.moments[n], self.moments[n + 1]) for n in range(TICKS - 1)]
        return [between(a, b, part / 6) for a, b in pairs for part in range(6)]

    def draw(self, effort: float = 4) -> None:
        """The next sixtieth of a second."""
        tick, part = divmod(self.frame % (6 * (TICKS - 1)), 6)
        self.frame += 1
        self.scene.draw(
            self.surface, Instant(self.moments[tick], self.moments[tick + 1], part / 6, self.view), effort=effort
        )


def _moments(place: Layout, people: int) -> list[Snapshot]:
    chance = np.random.default_rng(1)
    position = chance.uniform((2, 2), (58, 33), (people, 2))
    angle = chance.uniform(0, 2 * np.pi, people)
    heading, zero = np.stack([np.cos(angle), np.sin(angle)], axis=1), np.zeros(people)
    phase, whole = chance.uniform(0, 1, people), np.zeros(people, dtype=np.int64)
    first = Snapshot(
        0, np.arange(people), position, heading, heading, heading, zero, heading,
        np.full(people, POSES.index(Pose.WALK)), phase, whole, np.full(people, 1.3), zero, whole + 1,
    )  # fmt: skip
    return [
        replace(first, tick=n, position=position + heading * 0.13 * n, phase=(phase + 0.1 * n) % 1)
        for n in range(TICKS)
    ]


@pytest.fixture(scope="module", params=[(300, 44.0), (1000, 30.0)], ids=["300 people", "1000 people"])
def walk(request: pytest.FixtureRequest) -> Walk:
    """A crowd in the station, in view as many as can be."""
    people, scale = request.param
    assert level(scale) == scale
    return Walk(people, scale)


@pytest.mark.benchmark(group="frame at 1080p")
def test_a_whole_frame(benchmark: BenchmarkFixture, walk: Walk) -> None:
    """Interpolate, sort and draw the venue and everyone in view."""
    benchmark(walk.draw)
    benchmark.extra_info["memory MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    assert walk.surface.get_at((960, 540))[:3] != (0, 0, 0)


@pytest.mark.benchmark(group="figures at 1080p")
def test_the_figures_alone(benchmark: BenchmarkFixture, walk: Walk) -> None:
    """Find everyone's sprite and draw it, frame after frame: the figures' share."""
    crowds = cycle(walk.crowds())

    def figures() -> None:
        crowd = next(crowds)
        rows, where = in_view(crowd, walk.view)
        walk.surface.fblits(walk.scene.figures.sprites(crowd, rows, where, walk.view))

    benchmark(figures)


@pytest.mark.benchmark(group="figures at 1080p")
def test_bare_blits_of_the_same_sprites(benchmark: BenchmarkFixture, walk: Walk) -> None:
    """The same pixels copied with nothing else done: what the figures' share is held against."""
    sprites = []
    for crowd in walk.crowds():
        rows, where = in_view(crowd, walk.view)
        sprites.append(walk.scene.figures.sprites(crowd, rows, where, walk.view))
    frames = cycle(sprites)
    benchmark(lambda: walk.surface.fblits(next(frames)))


@pytest.mark.benchmark(group="a minute of play at 1080p")
def test_the_game_played_for_a_minute(benchmark: BenchmarkFixture) -> None:
    """The whole game from its cold start, with a turn and a zoom: its memory, and its frames while it warms up."""
    surroundings = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    command = [sys.executable, "-m", "tests.benchmarks.played"]
    played = benchmark.pedantic(
        lambda: subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True, timeout=600),
        rounds=1,
    )
    benchmark.extra_info.update(json.loads(played.stdout.splitlines()[-1]))
