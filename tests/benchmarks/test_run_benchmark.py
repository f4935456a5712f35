"""A whole run without a window against real time, and the start of the program against a bare window."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.clock import PRE_ROLL, TICKS_PER_SECOND
from game.run import play, set_stage, watch_together
from game.scenario import Production, find, read
from game.scenario.model import Crowd

ROOT = Path(__file__).parents[2]
BARE = "import pygame; pygame.display.init(); pygame.font.init(); pygame.display.set_mode((1280, 720))"
FIRST_PICTURE = """
import pygame
from pathlib import Path
from game.app.rooms import Rooms
from game.app.window import open_window
from game.screens.preferences import Preferences
from game.screens.style import Style
surface = open_window((1280, 720), full=False)
style = Style(surface.get_size())
Rooms(style, Path("."), Preferences()).title().draw(surface)
pygame.display.flip()
"""


def _fastest(benchmark: BenchmarkFixture) -> float:
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.min)


def _as_written(production: Production) -> Production:
    return production


def _three_hundred(production: Production) -> Production:
    """The scenario with twice as many who come and a hundred more who wait: some 300 present of a cast of 1,100."""

    def more(line: Crowd) -> Crowd:
        if line.arrive:
            return line.model_copy(update={"arrive": 2 * line.arrive})
        return line.model_copy(update={"present": 128}) if line.role == "waiting passenger" else line

    scenario = production.scenario
    crowd = tuple(more(line) for line in scenario.crowd)
    return production.model_copy(update={"scenario": scenario.model_copy(update={"crowd": crowd})})


@pytest.mark.parametrize("filled", [_as_written, _three_hundred], ids=["as written", "300 people"])
def test_world_against_real_time(benchmark: BenchmarkFixture, filled: Callable[[Production], Production]) -> None:
    """Six minutes and the pre-roll of King Street's morning peak, the world alone, with every snapshot."""
    staged = set_stage(filled(read(find("king_street_morning"))), 7)
    run = benchmark.pedantic(play, args=(staged,), rounds=3, warmup_rounds=1)
    seconds = (len(run.snapshots) - 1) / TICKS_PER_SECOND
    benchmark.extra_info["times real time"] = round(seconds / _fastest(benchmark), 1)
    present = [len(snapshot.ids) for snapshot in run.snapshots[PRE_ROLL:]]
    benchmark.extra_info["people present"] = round(sum(present) / len(present))


@pytest.mark.parametrize("robot", ["silent", "skilled"])
def test_exercise_against_real_time(benchmark: BenchmarkFixture, robot: str) -> None:
    """The same run watched by a robot: exposure, sightings, judgement and score."""
    staged = set_stage(read(find("king_street_morning")), 7)
    run = play(staged)
    benchmark.pedantic(lambda: watch_together(staged, run, [robot]), rounds=3, warmup_rounds=1)
    benchmark.extra_info["times real time"] = round(staged.lasts / TICKS_PER_SECOND / _fastest(benchmark), 1)


@pytest.mark.parametrize("code", [BARE, FIRST_PICTURE], ids=["bare window", "title"])
@pytest.mark.benchmark(group="start-up")
def test_start_up(benchmark: BenchmarkFixture, code: str) -> None:
    """From nothing to the first picture that can be clicked, beside an empty window of pygame's own."""
    surroundings = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    benchmark.pedantic(
        lambda: subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=surroundings, check=True, timeout=60),
        rounds=7,
        warmup_rounds=1,
    )
