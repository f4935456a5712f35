"""How fast the world runs, beside RVO2 (pyrvo) and JuPedSim on the same simulated second, and against real time.

A thousand people cross a hall of 60 × 36 m between random spots. All three step ten times a second. The world does its
whole tick (parts, ways, steering, walls, turning of heads and eyes, a snapshot); the others only move circles to goals.
Run: `python -m pytest tests/benchmarks/test_world_benchmark.py -o addopts= --benchmark-only` after
`pip install pyrvo jupedsim`.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from game.cast import Cast, Step
from game.scenario import find, layout, read
from game.scenario.verbs import Verb
from tests.support.drawn_venues import at, cast, person, venue, walk
from tests.support.stagings import open_world, stage

WIDTH, DEPTH, PEOPLE, SPOTS = 60.0, 36.0, 1000, 12
HALL = venue("\n".join(["#" * 122, *["#" + "." * 120 + "#"] * 70, "A" + "." * 120 + "B", "#" * 122]))


def _spots() -> np.ndarray:
    chance = np.random.default_rng(3)
    return np.stack(
        [chance.uniform(1.5, WIDTH - 1, (PEOPLE, SPOTS)), chance.uniform(1.5, DEPTH - 1, (PEOPLE, SPOTS))], 2
    )


def _walkers() -> Cast:
    people = []
    for n, spots in enumerate(_spots()):
        steps = [walk(at(float(x), float(y))) for x, y in spots[1:]]
        people.append(person(n, (float(spots[0, 0]), float(spots[0, 1])), [*steps, Step(Verb.WAIT, 9000)]))
    return cast(*people)


def _world() -> Callable[[], None]:
    world = open_world(HALL, _walkers())
    world.run_until(-860)

    def second() -> None:
        for _ in range(10):
            world.step()
            world.snapshot()

    return second


def _rvo() -> Callable[[], None]:
    pyrvo = pytest.importorskip("pyrvo")
    spots = _spots()
    simulator = pyrvo.RVOSimulator(0.1, 3.0, 10, 2.0, 2.0, 0.2, 1.34)
    for x, y in spots[:, 0]:
        simulator.add_agent((float(x), float(y)))
    goals = np.ones(PEOPLE, dtype=int)
    rows = np.arange(PEOPLE)

    def step() -> None:
        feet = np.array([simulator.get_agent_position(n).to_tuple() for n in range(PEOPLE)])
        away = spots[rows, np.minimum(goals, SPOTS - 1)] - feet
        far = np.sqrt((away * away).sum(axis=1))
        goals[far < 0.35] += 1
        wish = away / np.maximum(far, 1e-9)[:, None] * 1.34
        for n, (x, y) in enumerate(wish.tolist()):
            simulator.set_agent_pref_velocity(n, (x, y))
        simulator.do_step()

    for _ in range(30):
        step()

    def second() -> None:
        for _ in range(10):
            step()

    return second


def _jupedsim() -> Callable[[], None]:
    jps = pytest.importorskip("jupedsim")
    edges = [(0.0, 0.0), (WIDTH + 1, 0.0), (WIDTH + 1, DEPTH), (0.0, DEPTH)]
    simulation = jps.Simulation(model=jps.CollisionFreeSpeedModel(), geometry=edges, dt=0.1)
    placed: list[tuple[float, float]] = []
    for spots in _spots():
        points = [(float(x), float(y)) for x, y in spots]
        if any((points[0][0] - x) ** 2 + (points[0][1] - y) ** 2 < 0.2 for x, y in placed):
            points[0] = next(
                (x, y)
                for x in np.arange(1.0, WIDTH, 0.5).tolist()
                for y in np.arange(1.0, DEPTH, 0.5).tolist()
                if all((x - u) ** 2 + (y - v) ** 2 >= 0.2 for u, v in placed)
            )
        placed.append(points[0])
        stages = [simulation.add_waypoint_stage(point, 0.35) for point in points[1:]]
        journey = jps.JourneyDescription(stages)
        for one, following in pairwise(stages):
            journey.set_transition_for_stage(one, jps.Transition.create_fixed_transition(following))
        simulation.add_agent(
            jps.CollisionFreeSpeedModelAgentParameters(
                position=points[0], journey_id=simulation.add_journey(journey), stage_id=stages[0], desired_speed=1.34
            )
        )
    simulation.iterate(30)
    return lambda: simulation.iterate(10)


@pytest.mark.benchmark(group="one simulated second of 1,000 people")
@pytest.mark.parametrize("made", [_world, _rvo, _jupedsim], ids=["second look", "pyrvo", "jupedsim"])
def test_a_second_of_a_thousand_people(benchmark: Callable[..., None], made: Callable[[], Callable[[], None]]) -> None:
    """A simulated second of a thousand people who walk."""
    benchmark.pedantic(made(), rounds=10, warmup_rounds=1)  # type: ignore[attr-defined]


@pytest.mark.benchmark(group="ten simulated seconds of King Street")
def test_ten_seconds_of_king_street(benchmark: Callable[..., None]) -> None:
    """Ten simulated seconds of the shipped scene, in its second minute; real time divided by this is the speed."""
    production = read(find("king_street_morning"))
    people, _ = stage(production, 7)
    world = open_world(layout(production.venue, production.props), people)
    world.run_until(600)
    benchmark.pedantic(lambda: world.run_until(world.tick + 100), rounds=10)  # type: ignore[attr-defined]
